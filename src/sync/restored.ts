// A database that is older than what was sent from here. What it does not know may stand in the books of another system, so
// nothing more is sent to a system that has to be compared first. Whoever notices says so here; a person ends it.
import { randomUUID } from 'node:crypto'
import { isNull, sql } from 'drizzle-orm'
import { type Db, inTransaction, notifyOnCommit, type Tx } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type Clock, newId } from '../lib/ids.ts'
import { wakeChannel } from './enqueue.ts'
import type { LanePlan } from './handler.ts'
import { insertLog, type OnLogged } from './log-store.ts'
import { syncRestore } from './sync-table.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

export type Restore = typeof syncRestore.$inferSelect
export type RestoreTools = { now: Clock; onLogged: OnLogged }

/** The one that nobody has ended yet. */
export async function findRestore(db: Db | Tx): Promise<Restore | undefined> {
  const [row] = await db.select().from(syncRestore).where(isNull(syncRestore.endedAt))
  return row
}

/**
 * From its commit on nobody holds a lane, so that nothing leaves that began before. `why` says how it was noticed. Twice is once.
 * `systems`: the names of those that have to be compared; their people are told.
 */
export async function noteRestored(
  tx: Tx,
  { now, onLogged }: RestoreTools,
  why: Sentence,
  systems: readonly string[],
): Promise<void> {
  const at = now()
  // The lanes before anything else, as everywhere.
  await tx.execute(sql`update sync_lane set token = ${randomUUID()}, lease_until = ${at.toISOString()}`)
  const noted = await tx
    .insert(syncRestore)
    .values({ id: newId(at), noticedAt: at, sentence: why })
    .onConflictDoNothing()
  if (noted.rowCount === 0) return
  for (const system of systems.length > 0 ? systems : [ourselves])
    await log(tx, onLogged, { at, level: 'error', system, sentence: why })
  for (const system of systems)
    await log(tx, onLogged, { at, level: 'error', system, sentence: say('sync.restored', { system }) })
  await notifyOnCommit(tx, wakeChannel)
}

/** Inside the transaction that stores what was decided. `sentence` says it in the log. False when somebody ended it before. */
export async function endRestore(
  tx: Tx,
  { now, onLogged }: RestoreTools,
  id: string,
  { by, system, sentence }: { by: string; system: string | undefined; sentence: Sentence },
): Promise<boolean> {
  const at = now()
  const ended = await tx
    .update(syncRestore)
    .set({ endedAt: at, endedBy: by })
    .where(sql`${syncRestore.id} = ${id} and ${syncRestore.endedAt} is null`)
  if (ended.rowCount === 0) return false
  await log(tx, onLogged, { at, level: 'info', system: system ?? ourselves, sentence })
  await notifyOnCommit(tx, wakeChannel)
  return true
}

const ourselves = 'Akkord'

type Line = { at: Date; level: 'info' | 'error'; system: string; sentence: Sentence }

async function log(tx: Tx, onLogged: OnLogged, { system, ...line }: Line): Promise<void> {
  const whole = { ...line, system, direction: 'none', kind: 'lane', label: system } as const
  await insertLog(tx, whole)
  await onLogged(tx, whole)
}

/** Of these lanes the systems that have to be compared before anything more is sent to them. */
export async function systemsToCompare(db: Db | Tx, plans: readonly LanePlan[]): Promise<string[]> {
  const systems: string[] = []
  for (const { system, comparison } of plans) if (await comparison?.isNeeded(db)) systems.push(system)
  return systems
}

/** At start: a dump was loaded since it was last said. */
export async function noticeLoad(db: Db, tools: RestoreTools, plans: readonly LanePlan[]): Promise<void> {
  const { rows } = await db.execute(sql`
    select from database_identity d where d.restored_at is not null
       and not exists (select from sync_restore r where r.noticed_at >= d.restored_at)`)
  if (rows.length === 0) return
  await inTransaction(db, async (tx) =>
    noteRestored(tx, tools, say('sync.dumpLoaded'), await systemsToCompare(tx, plans)),
  )
}
