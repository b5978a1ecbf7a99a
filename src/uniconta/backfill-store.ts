import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { enqueue } from '../sync/enqueue.ts'
import type { Backfill } from '../sync/log-entry.ts'
import { unicontaBackfill } from './backfill-table.ts'
import { countRecords } from './records.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

export const backfillKind = 'uniconta.backfill'

/** `stuck` is why its task waits for a person, if it does. */
export type BackfillRow = typeof unicontaBackfill.$inferSelect & { stuck: Sentence | null }
export type BackfillCounts = Pick<BackfillRow, 'done' | 'created' | 'updated' | 'unchanged' | 'failed'>

export async function findBackfill(db: Db | Tx, id: string): Promise<BackfillRow | undefined> {
  const [row] = await select(db, eq(unicontaBackfill.id, id), 1)
  return row
}

export async function listBackfills(db: Db, limit: number): Promise<BackfillRow[]> {
  return select(db, undefined, limit)
}

/** Whether a run over these records goes on or waits to go on. */
export async function isUnderWay(db: Db | Tx, kind: BackfillRow['kind']): Promise<boolean> {
  const rows = await select(db, and(eq(unicontaBackfill.kind, kind), isNull(unicontaBackfill.finishedAt)), 1)
  return rows.length > 0
}

/** The run over these records that goes on now, so that what belongs to them can wait for it. */
export async function findRunning(db: Db | Tx, kind: BackfillRow['kind']): Promise<BackfillRow | undefined> {
  const [row] = await select(db, and(eq(unicontaBackfill.kind, kind), eq(unicontaBackfill.state, 'running')), 1)
  return row?.stuck ? undefined : row
}

async function select(db: Db | Tx, where: SQL | undefined, limit: number): Promise<BackfillRow[]> {
  const stuck = sql<Sentence | null>`
    (select sentence from sync_task t
      where t.kind = ${backfillKind} and t.subject = ${unicontaBackfill.id}::text and t.state = 'parked')`
  const rows = await db
    .select({ run: unicontaBackfill, stuck })
    .from(unicontaBackfill)
    .where(where)
    .orderBy(desc(unicontaBackfill.startedAt), desc(unicontaBackfill.id))
    .limit(limit)
  return rows.map((row) => ({ ...row.run, stuck: row.stuck }))
}

/** Stores a run and the task that makes it. */
export async function startBackfill(tx: Tx, kind: BackfillRow['kind'], linksSame: boolean, now: Date): Promise<string> {
  const id = newId(now)
  const total = await countRecords(tx, kind === 'customers' ? 'customer' : 'project')
  await tx
    .insert(unicontaBackfill)
    .values({ id, kind, state: 'running', phase: 'sending', linksSame, cursor: null, total, startedAt: now })
  await enqueue(tx, { kind: backfillKind, subject: id, label: kind }, now)
  return id
}

export async function updateBackfill(
  tx: Tx,
  id: string,
  change: Partial<typeof unicontaBackfill.$inferInsert>,
): Promise<void> {
  await tx.update(unicontaBackfill).set(change).where(eq(unicontaBackfill.id, id))
}

export async function continueBackfill(tx: Tx, { id, kind }: BackfillRow, now: Date): Promise<void> {
  await updateBackfill(tx, id, { state: 'running' })
  await enqueue(tx, { kind: backfillKind, subject: id, label: kind }, now)
}

export async function pauseBackfills(tx: Tx, kind: BackfillRow['kind']): Promise<void> {
  await tx
    .update(unicontaBackfill)
    .set({ state: 'paused' })
    .where(and(eq(unicontaBackfill.kind, kind), eq(unicontaBackfill.state, 'running')))
}

/** For ever: the company they ran over is not the one that is connected. */
export async function endBackfills(tx: Tx, now: Date): Promise<void> {
  await tx.update(unicontaBackfill).set({ state: 'failed', finishedAt: now }).where(isNull(unicontaBackfill.finishedAt))
}

/** Adds to the counts and moves the cursor, in the transaction that stores what was done. */
export async function advance(
  tx: Tx,
  id: string,
  cursor: string | null,
  more: Partial<BackfillCounts> & { calls?: number },
): Promise<void> {
  await tx.execute(sql`
    update uniconta_backfill set cursor = ${cursor}, done = done + ${more.done ?? 0}, created = created + ${more.created ?? 0},
      updated = updated + ${more.updated ?? 0}, unchanged = unchanged + ${more.unchanged ?? 0}, failed = failed + ${more.failed ?? 0},
      calls = calls + ${more.calls ?? 0}
    where id = ${id}`)
}

export function toBackfill(row: BackfillRow, phrase: Phrasebook, language: Language): Backfill {
  const { stuck, linksSame: _, phase: __, cursor: ___, ...run } = row
  return {
    ...run,
    // Records that were made during the run are sent too.
    total: Math.max(row.total, row.done),
    state: stuck ? 'failed' : row.state,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    text: phrase(stuck ?? sentenceOf(row), language),
  }
}

function sentenceOf({ state, kind: what, done, total, created, updated, unchanged, failed }: BackfillRow): Sentence {
  if (state === 'done') return say('uniconta.backfilled', { what, created, updated, unchanged, failed })
  if (state === 'paused') return say('uniconta.backfillPaused', { what, done, total })
  if (state === 'failed') return say('uniconta.backfillEnded', { what, done, total })
  return say('uniconta.backfilling', { what, done, total })
}
