// Who may change and approve an expense, and what keeps it as it is.
import type { Actor } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { roleMay } from '../users/permissions.ts'
import type { projectExpense } from './expense-table.ts'
import { expenseTexts } from './expense-texts.ts'

const say = sayFrom(expenseTexts)

type Row = Pick<typeof projectExpense.$inferSelect, 'title' | 'registeredBy' | 'approval' | 'billing'>

/** Why this person may not change or delete it; undefined when he may. */
export function whyKept(row: Row, actor: Actor): Sentence | undefined {
  const { title } = row
  if (row.registeredBy !== actor.id && !roleMay(actor.role, 'view expenses')) return say('expense.notYours', { title })
  if (row.billing !== 'open') return say('expense.isBilled', { title })
  return row.approval === 'approved' ? say('expense.isApproved', { title }) : undefined
}

export const mayChange = (row: Row, actor: Actor): boolean => whyKept(row, actor) === undefined

/** Administrators and economy approve all, a project manager what is on his own projects. */
export function mayApprove({ ownerId }: { ownerId: string | null }, actor: Actor): boolean {
  return roleMay(actor.role, 'change accounting') || (roleMay(actor.role, 'approve expenses') && ownerId === actor.id)
}
