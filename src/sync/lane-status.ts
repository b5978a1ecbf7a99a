import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { clockIn } from '../lib/dates.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { FailureKind, LaneStatus } from './log-entry.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

type LaneRow = {
  lane: string
  system: string
  trouble: Sentence | null
  trouble_kind: FailureKind | null
  trouble_since: string | null
  retry_at: string | null
  paused_for: Sentence | null
  paused_at: string | null
  restored_at: string | null
  waiting: number
  failed: number
}

/** Whose words and whose clock the sentences use. */
export type StatusReader = { phrase: Phrasebook; language: Language; timeZone: string; now: Date }

/** How each lane stands: for the banner on every page and the integration's row. */
export async function listLaneStatus(db: Db, reader: StatusReader): Promise<LaneStatus[]> {
  const { rows } = await db.execute<LaneRow>(sql`
    select k.lane, max(k.system) as system, max(l.trouble::text)::jsonb as trouble, max(l.trouble_kind) as trouble_kind,
           max(l.trouble_since) as trouble_since, max(l.retry_at) as retry_at,
           max(l.paused_for::text)::jsonb as paused_for, max(l.paused_at) as paused_at,
           (select noticed_at from sync_restore where ended_at is null and bool_or(k.wanted and k.waits_for_comparison)) as restored_at,
           coalesce(sum(t.waiting), 0)::int as waiting, coalesce(sum(t.failed), 0)::int as failed
      from sync_kind k
      left join sync_lane l on l.name = k.lane
      left join (select kind, count(*) filter (where state in ('waiting', 'running')) as waiting, count(*) filter (where state = 'parked') as failed
                   from sync_task where state <> 'done' group by kind) t on t.kind = k.kind
     group by k.lane order by k.lane`)
  return rows.map((row) => {
    const state = stateOf(row)
    const since = row.restored_at ?? row.paused_at ?? row.trouble_since
    return {
      lane: row.lane,
      system: row.system,
      state,
      text: reader.phrase(textOf(row, state, reader), reader.language),
      since: since ? new Date(since).toISOString() : null,
      nextTryAt: state === 'trouble' && row.retry_at ? new Date(row.retry_at).toISOString() : null,
      waiting: row.waiting,
      failed: row.failed,
    }
  })
}

function stateOf({ restored_at: restoredAt, paused_for: pausedFor, trouble, waiting }: LaneRow): LaneStatus['state'] {
  if (restoredAt) return 'restored'
  if (pausedFor) return 'paused'
  return trouble ? 'trouble' : waiting > 0 ? 'working' : 'idle'
}

const troubleTexts = { unreachable: 'sync.unreachable', busy: 'sync.busy', 'signed-out': 'sync.signedOut' } as const

function textOf(row: LaneRow, state: LaneStatus['state'], reader: StatusReader): Sentence {
  const { paused_for: pausedFor, trouble, trouble_kind: kind, trouble_since: since, waiting, failed } = row
  if (state === 'restored') return say('sync.restored', { system: row.system })
  if (pausedFor) return pausedFor
  if (trouble && since) {
    const text = troubleTexts[kind as keyof typeof troubleTexts] ?? 'sync.busy'
    const reason = reader.phrase(trouble, reader.language)
    return say(text, { reason, since: clockIn(reader.timeZone, new Date(since), reader.now), waiting })
  }
  return state === 'working' ? say('sync.working', { waiting }) : say('sync.idle', { failed })
}

/** What became of the records of a system since it answers again: how many stand there now, and whether more could go at once. */
export async function workedOffSince(
  tx: Tx,
  system: string,
  since: Date,
  now: Date,
): Promise<{ went: number; documents: number; isMoreReady: boolean }> {
  const hasGone = sql`t.state = 'done' and t.shown = 'transferred' and t.since >= ${since.toISOString()}`
  const { rows } = await tx.execute<{ went: number; documents: number; ready: number }>(sql`
    select count(*) filter (where ${hasGone} and t.kind like '%.push')::int as went,
           count(*) filter (where ${hasGone} and t.kind like '%.post')::int as documents,
           count(*) filter (where t.state in ('waiting', 'running') and t.after_kind is null and t.run_at <= ${now.toISOString()})::int as ready
      from sync_task t join sync_kind k on k.kind = t.kind
     where k.system = ${system} and (t.kind like '%.push' or t.kind like '%.post')`)
  const { went = 0, documents = 0 } = rows[0] ?? {}
  return { went, documents, isMoreReady: (rows[0]?.ready ?? 0) > 0 }
}
