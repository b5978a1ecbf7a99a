import { and, count, eq, gt } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { timeEntry } from './time-entry-table.ts'

/** How many time entries an activity has; asked by the activities, which do not know this folder. */
export async function countTimeEntriesOfActivity(db: Db | Tx, activityId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(timeEntry).where(eq(timeEntry.activityId, activityId))
  return row?.count ?? 0
}

/** Billable work of a project that is not billed yet, each person, activity and day once. */
export async function unbilledWork(
  db: Db | Tx,
  projectId: string,
): Promise<{ userId: string; activityId: string; workedOn: string }[]> {
  const { userId, activityId, workedOn } = timeEntry
  return db
    .selectDistinct({ userId, activityId, workedOn })
    .from(timeEntry)
    .where(and(eq(timeEntry.projectId, projectId), eq(timeEntry.billing, 'open'), gt(timeEntry.billableMinutes, 0)))
}

/** How many time entries a project has; asked by the projects. */
export async function countTimeEntriesOfProject(tx: Tx, projectId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(timeEntry).where(eq(timeEntry.projectId, projectId))
  return row?.count ?? 0
}
