import { randomUUID } from 'node:crypto'
import type { Db } from './database.ts'
import { databaseIdentity } from './database-table.ts'

export type DatabaseIdentity = typeof databaseIdentity.$inferSelect

/** The identity of this database; made on first use. Processes that start at once agree on one. */
export async function databaseIdentityOf(db: Db, now: Date): Promise<DatabaseIdentity> {
  await db.insert(databaseIdentity).values({ id: randomUUID(), createdAt: now }).onConflictDoNothing()
  const [identity] = await db.select().from(databaseIdentity)
  if (!identity) throw new Error('The database has lost its identity: the table database_identity is empty.')
  return identity
}

/** Writes down that the rows came out of a dump. The identity stays, `restoredAt` changes. */
export async function markRestored(db: Db, now: Date): Promise<void> {
  await databaseIdentityOf(db, now)
  await db.update(databaseIdentity).set({ restoredAt: now })
}
