import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { notifyOnCommit } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { syncTask } from './sync-table.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

/** The channel that wakes the workers. */
export const wakeChannel = 'akkord_sync'

export type TaskWish = { kind: string; subject: string; label: string; runAt?: Date }

/**
 * Asks for a task in the caller's transaction, so that the change and its task are both there or neither. A task that
 * already waits stays one task; one that runs runs again afterwards; one that waited for a person goes again, since
 * the record has changed. A kind that is switched off is noted as not sent.
 */
export async function enqueue(tx: Tx, wish: TaskWish, now: Date = new Date()): Promise<void> {
  await enqueueMany(tx, [wish], now)
}

/** As `enqueue` for many records in one statement. Their order is always the same, so that two such statements do not block each other. */
export async function enqueueMany(tx: Tx, wishes: readonly TaskWish[], now: Date = new Date()): Promise<void> {
  if (wishes.length === 0) return
  const rows = JSON.stringify(
    wishes.map((wish) => ({
      kind: wish.kind,
      subject: wish.subject,
      label: wish.label,
      run_at: (wish.runAt ?? now).toISOString(),
    })),
  )
  const waiting = JSON.stringify(say('sync.waiting'))
  await tx.execute(sql`
    insert into ${syncTask} as t (kind, subject, label, state, run_at, shown, sentence, since)
    select distinct on (w.kind, w.subject) w.kind, w.subject, w.label,
           case when coalesce(s.wanted, true) then 'waiting' else 'done' end, w.run_at,
           case when coalesce(s.wanted, true) then 'waiting' else 'off' end,
           case when coalesce(s.wanted, true) then ${waiting}::jsonb else s.sentence end, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb) as w(kind text, subject text, label text, run_at timestamptz)
      left join sync_kind s on s.kind = w.kind
     order by w.kind, w.subject, w.run_at
    on conflict (kind, subject) do update set
      label = excluded.label,
      requested = t.requested + 1,
      state = case when t.state = 'running' then t.state else excluded.state end,
      run_at = case when t.state = 'waiting' then least(t.run_at, excluded.run_at) else excluded.run_at end,
      failures = 0, after_kind = null, after_subject = null,
      shown = case when t.state in ('running', 'waiting') and t.shown = 'uncertain' then t.shown else excluded.shown end,
      sentence = case when t.state in ('running', 'waiting') and t.shown = 'uncertain' then t.sentence else excluded.sentence end,
      actions = '[]', differences = '[]',
      since = case when t.shown = excluded.shown then t.since else excluded.since end`)
  await notifyOnCommit(tx, wakeChannel)
}

/** Turns a kind of task on or off. Off: what waits is noted as not sent. On again: the owner asks for a backfill. */
export async function setWanted(
  tx: Tx,
  kind: string,
  wanted: boolean,
  now: Date,
  sentence = say('sync.notWanted'),
): Promise<void> {
  const text = JSON.stringify(sentence)
  await tx.execute(sql`update sync_kind set wanted = ${wanted}, sentence = ${text}::jsonb where kind = ${kind}`)
  if (wanted) return
  await tx.execute(sql`
    update sync_task set state = 'done', shown = 'off', sentence = ${text}::jsonb, actions = '[]', differences = '[]',
           after_kind = null, after_subject = null, since = ${now.toISOString()}::timestamptz
     where kind = ${kind} and state in ('waiting', 'parked')`)
}

/** Whether what bears a record's number waits until its task of this kind is done. */
export async function setNumberWaits(tx: Tx, kind: string, waits: boolean): Promise<void> {
  await tx.execute(sql`update sync_kind set number_waits = ${waits} where kind = ${kind}`)
}

/** At start: makes a kind known. One that can be switched off stays off until its integration turns it on. */
export async function registerKind(
  db: Db,
  kind: { kind: string; lane: string; system: string; wanted: boolean; waitsForComparison?: boolean },
): Promise<void> {
  const text = JSON.stringify(say('sync.notWanted'))
  await db.execute(sql`
    insert into sync_kind (kind, lane, system, wanted, waits_for_comparison, sentence)
    values (${kind.kind}, ${kind.lane}, ${kind.system}, ${kind.wanted}, ${kind.waitsForComparison ?? false}, ${text}::jsonb)
    on conflict (kind) do update set lane = excluded.lane, system = excluded.system,
      waits_for_comparison = excluded.waits_for_comparison`)
}
