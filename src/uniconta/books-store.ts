import { desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import { syncRestore } from '../sync/sync-table.ts'
import { booksApart, booksComparison } from './books-table.ts'

export type StoredComparison = typeof booksComparison.$inferSelect

export async function findComparison(db: Db | Tx, restoreId: string): Promise<StoredComparison | undefined> {
  const [row] = await db.select().from(booksComparison).where(eq(booksComparison.restoreId, restoreId))
  return row
}

/** Locked until the end of the transaction; made when nobody has asked before. */
export async function lockComparison(tx: Tx, restoreId: string): Promise<StoredComparison> {
  await tx.insert(booksComparison).values({ restoreId, step: 'waiting' }).onConflictDoNothing()
  const [row] = await tx.select().from(booksComparison).where(eq(booksComparison.restoreId, restoreId)).for('update')
  return row as StoredComparison
}

export async function changeComparison(
  tx: Tx,
  restoreId: string,
  change: Partial<Omit<StoredComparison, 'restoreId'>>,
): Promise<void> {
  await tx.update(booksComparison).set(change).where(eq(booksComparison.restoreId, restoreId))
}

/** Which of these documents there a person said to be none of ours. */
export async function findApart(db: Db | Tx): Promise<ReadonlySet<string>> {
  const rows = await db.select({ key: booksApart.key }).from(booksApart)
  return new Set(rows.map(({ key }) => key))
}

/** What the last comparison came to; undefined before the first one was finished. */
export async function findLastResult(db: Db): Promise<Sentence[] | undefined> {
  const [row] = await db
    .select({ result: booksComparison.result })
    .from(booksComparison)
    .innerJoin(syncRestore, eq(syncRestore.id, booksComparison.restoreId))
    .where(eq(booksComparison.step, 'finished'))
    .orderBy(desc(syncRestore.noticedAt))
    .limit(1)
  return row?.result ?? undefined
}
