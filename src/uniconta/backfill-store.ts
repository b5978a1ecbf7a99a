import { desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Language, type Phrasebook, sayFrom } from '../lib/i18n/sentence.ts'
import type { Backfill } from '../sync/log-entry.ts'
import { unicontaBackfill } from './backfill-table.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

export type BackfillRow = typeof unicontaBackfill.$inferSelect
export type BackfillCounts = Pick<BackfillRow, 'done' | 'created' | 'updated' | 'unchanged' | 'failed'>

export async function findBackfill(db: Db | Tx, id: string): Promise<BackfillRow | undefined> {
  const [row] = await db.select().from(unicontaBackfill).where(eq(unicontaBackfill.id, id))
  return row
}

export async function listBackfills(db: Db, limit: number): Promise<BackfillRow[]> {
  return db.select().from(unicontaBackfill).orderBy(desc(unicontaBackfill.startedAt)).limit(limit)
}

export async function insertBackfill(tx: Tx, row: BackfillRow): Promise<void> {
  await tx.insert(unicontaBackfill).values(row)
}

export async function updateBackfill(tx: Tx, id: string, change: Partial<BackfillRow>): Promise<void> {
  await tx.update(unicontaBackfill).set(change).where(eq(unicontaBackfill.id, id))
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
  const { kind, done, total, created, updated, unchanged, failed } = row
  const sentence =
    row.state === 'done'
      ? say('uniconta.backfilled', { what: kind, created, updated, unchanged, failed })
      : row.state === 'paused'
        ? say('uniconta.backfillPaused', { what: kind, done, total })
        : say('uniconta.backfilling', { what: kind, done, total })
  return {
    id: row.id,
    kind,
    state: row.state,
    total,
    done,
    created,
    updated,
    unchanged,
    failed,
    calls: row.calls,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    text: phrase(sentence, language),
  }
}
