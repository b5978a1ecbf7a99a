import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { findHeads, type Head, keyOf, type Task } from './find-heads.ts'
import type { RecordState, SyncAction, SyncBadge } from './record-state.ts'
import type { Difference } from './sync-table.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

/** The kind of task that sends a kind of record: a push of its newest state, unless its folder names another. */
export const pushOf = (recordKind: string) => `${recordKind}.push`

/** What can be done about each state, beside what the failure itself offered. */
const usualActions: Record<RecordState, readonly SyncAction[]> = {
  off: [],
  waiting: ['send-now'],
  held: ['go-to'],
  'order-made': [],
  uncertain: ['look-now'],
  transferred: [],
  failed: ['send-again'],
  'number-mismatch': [],
  'amount-differs': [],
  'changed-there': ['put-ours-back'],
  'link-broken': ['link', 'create-again'],
}

type BadgeRow = {
  subject: string
  state: string
  shown: RecordState
  sentence: Sentence
  actions: SyncAction[]
  differences: Difference[]
  since: string
  run_at: string
  wanted: boolean | null
  after_kind: string | null
  after_subject: string | null
  external_key: string | null
  trouble: Sentence | null
  retry_at: string | null
  paused_for: Sentence | null
  system: string
  is_restored: boolean | null
}

/** The badges of many records of one kind at once. A record that no task was ever made for is 'off'. */
export async function findBadges(
  db: Db,
  recordKind: string,
  ids: readonly string[],
  phrase: Phrasebook,
  language: Language,
  taskKind = pushOf(recordKind),
): Promise<Map<string, SyncBadge>> {
  const badges = new Map<string, SyncBadge>()
  if (ids.length === 0) return badges
  const { rows } = await db.execute<BadgeRow>(sql`
    select t.subject, t.state, t.shown, t.sentence, t.actions, t.differences, t.since, t.run_at, s.wanted, t.after_kind, t.after_subject,
           k.external_key, l.trouble, l.retry_at, l.paused_for, s.system,
           s.wanted and s.waits_for_comparison and exists (select from sync_restore where ended_at is null) as is_restored
      from sync_task t
      left join sync_kind s on s.kind = t.kind
      left join sync_lane l on l.name = s.lane
      left join sync_link k on k.kind = ${recordKind} and k.subject = t.subject
     where t.kind = ${taskKind} and t.subject in (${sql.join(
       ids.map((id) => sql`${id}`),
       sql`, `,
     )})`)
  const heads = await findHeads(db, rows.flatMap(holderOf))
  for (const row of rows) {
    const [holder] = holderOf(row)
    badges.set(row.subject, toBadge(row, holder && (heads.get(keyOf(holder)) ?? holder), phrase, language))
  }
  for (const id of ids) if (!badges.has(id)) badges.set(id, neverAsked(phrase, language))
  return badges
}

export async function findBadge(
  db: Db,
  recordKind: string,
  id: string,
  phrase: Phrasebook,
  language: Language,
  taskKind = pushOf(recordKind),
): Promise<SyncBadge> {
  return (await findBadges(db, recordKind, [id], phrase, language, taskKind)).get(id) as SyncBadge
}

const holderOf = ({ after_kind: kind, after_subject: subject }: BadgeRow): Task[] =>
  kind && subject ? [{ kind, subject }] : []

function toBadge(row: BadgeRow, holder: Head | Task | undefined, phrase: Phrasebook, language: Language): SyncBadge {
  // Noted as not taken by anybody, and by now somebody takes it; nothing has asked for it since.
  if (row.wanted && row.shown === 'off' && row.sentence.key === 'sync.notWanted')
    return { ...neverAsked(phrase, language), text: phrase(say('sync.fromBefore'), language), actions: ['send-now'] }
  if (row.is_restored && row.state !== 'done') return waitsForComparison(row, phrase, language)
  const waits = row.state === 'waiting'
  // While the whole lane waits or is paused, that is the reason every waiting record has to show.
  const laneReason = waits && row.shown === 'waiting' ? (row.paused_for ?? row.trouble) : null
  const head = holder && 'sentence' in holder ? holder : undefined
  const isFarther = head !== undefined && row.sentence.key === 'sync.heldBy' && head.subject !== row.after_subject
  const reason = laneReason ?? (isFarther ? say('sync.heldBy', { holder: head.label }) : row.sentence)
  const why = head && head.shown !== 'waiting' ? ` ${phrase(head.sentence, language)}` : ''
  const next = waits && row.shown !== 'held' ? latest(row.run_at, row.retry_at) : null
  return {
    state: row.shown,
    text: phrase(reason, language) + why,
    actions: [...new Set([...row.actions, ...usualActions[row.shown]])].filter(
      (action) => holder || action !== 'go-to',
    ),
    since: iso(row.since),
    nextTryAt: row.paused_for ? null : next,
    externalKey: row.external_key,
    differences: row.differences,
    holder: holder
      ? { kind: holder.kind.split('.')[0] as string, subject: holder.subject, label: head?.label ?? null }
      : null,
  }
}

/** After a restore nobody knows how it stands there, whatever was known when the backup was made. */
function waitsForComparison(row: BadgeRow, phrase: Phrasebook, language: Language): SyncBadge {
  return {
    ...neverAsked(phrase, language),
    state: 'held',
    text: phrase(say('sync.restored', { system: row.system }), language),
    since: iso(row.since),
    externalKey: row.external_key,
  }
}

function neverAsked(phrase: Phrasebook, language: Language): SyncBadge {
  return {
    state: 'off',
    text: phrase(say('sync.notWanted'), language),
    actions: [],
    since: null,
    nextTryAt: null,
    externalKey: null,
    differences: [],
    holder: null,
  }
}

const iso = (instant: string | Date) => new Date(instant).toISOString()
const latest = (a: string, b: string | null) => (b && new Date(b) > new Date(a) ? iso(b) : iso(a))
