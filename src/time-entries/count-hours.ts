import { count, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { timeEntry } from './time-entry-table.ts'

/** How many time entries an activity has; asked by the activities, which do not know this folder. */
export async function countTimeEntriesOfActivity(db: Db | Tx, activityId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(timeEntry).where(eq(timeEntry.activityId, activityId))
  return row?.count ?? 0
}
