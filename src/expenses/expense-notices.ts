// Expenses that wait ring the bell of the owner of their project, until none of it waits any more.
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers, settleNotices } from '../notifications/notification-store.ts'
import type { ProjectRecord } from '../projects/project-store.ts'
import { projectExpense } from './expense-table.ts'
import { expenseTexts } from './expense-texts.ts'

const say = sayFrom(expenseTexts)
const linkTo = (projectId: string) => `/expenses?approval=registered&project=${projectId}`

/** For a project with an owner. */
export async function tellOfExpense(tx: Tx, owner: ProjectRecord, title: string, now: Date): Promise<void> {
  const sentence = say('expense.waits', { title, project: `${owner.number} ${owner.name}` })
  const link = linkTo(owner.id)
  const notice = { userIds: [owner.ownerId as string], kind: 'expenses-to-approve', level: 'info', sentence } as const
  await notifyUsers(tx, { ...notice, link, topic: link }, now)
}

/** After expenses of these projects were judged, moved or deleted. */
export async function settleExpensesToApprove(tx: Tx, projectIds: readonly string[], now: Date): Promise<void> {
  const rows = await tx
    .selectDistinct({ projectId: projectExpense.projectId })
    .from(projectExpense)
    .where(and(inArray(projectExpense.projectId, [...projectIds]), eq(projectExpense.approval, 'registered')))
  const waiting = new Set(rows.map(({ projectId }) => projectId))
  for (const projectId of new Set(projectIds))
    if (!waiting.has(projectId)) await settleNotices(tx, linkTo(projectId), now)
}
