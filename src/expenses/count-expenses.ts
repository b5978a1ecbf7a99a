import { count, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { projectExpense } from './expense-table.ts'

/** How many expenses an activity has; asked by the activities, which do not know this folder. */
export async function countExpensesOfActivity(db: Db | Tx, activityId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(projectExpense)
    .where(eq(projectExpense.activityId, activityId))
  return row?.count ?? 0
}

/** How many expenses a project has; asked by the projects. */
export async function countExpensesOfProject(tx: Tx, projectId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(projectExpense).where(eq(projectExpense.projectId, projectId))
  return row?.count ?? 0
}
