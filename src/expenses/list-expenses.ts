import { and, count, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { getCompany } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { orderOf, sortKeys } from '../lib/listing.ts'
import { writeAmount } from '../lib/money.ts'
import { containsWords } from '../lib/search-text.ts'
import { project } from '../projects/project-table.ts'
import type { Approval, BillingState } from '../time-entries/time-entry.ts'
import { roleMay } from '../users/permissions.ts'
import type { Expense, ExpenseSource, ExpenseTotals } from './expense.ts'
import { selectExpenses, toExpense } from './expense-store.ts'
import { projectExpense } from './expense-table.ts'

const sortColumns = {
  spentOn: projectExpense.spentOn,
  companyAmount: projectExpense.companyAmount,
  updatedAt: projectExpense.updatedAt,
} as const
export const expenseSorts = sortKeys('spentOn', 'companyAmount', 'updatedAt')

export type ExpenseFilter = {
  search?: string | undefined
  from?: string | undefined
  to?: string | undefined
  project?: string[] | undefined
  customer?: string[] | undefined
  activity?: string[] | undefined
  registeredBy?: string[] | undefined
  approval?: Approval[] | undefined
  billing?: BillingState[] | undefined
  billable?: boolean | undefined
  source?: ExpenseSource[] | undefined
}
type ExpensePage = { page: number; size: number; sort: (typeof expenseSorts)[number] }

/** A page of expenses and the sums of the whole filtered set. Whoever may not see all sees his own. */
export async function listExpenses(
  db: Db,
  filter: ExpenseFilter & ExpensePage,
  reader: Actor,
): Promise<{ items: Expense[]; total: number; totals: ExpenseTotals }> {
  const where = expensesWhere(filter, reader)
  const { currency } = await getCompany(db)
  const rows = await selectExpenses(db)
    .where(where)
    .orderBy(...orderOf(filter.sort, sortColumns, projectExpense.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const { total, totals } = await totalsOf(db, where, currency)
  return { items: rows.map((row) => toExpense(row, reader, currency)), total, totals }
}

async function totalsOf(
  db: Db,
  where: SQL | undefined,
  currency: string,
): Promise<{ total: number; totals: ExpenseTotals }> {
  const sumWhere = (condition: SQL) =>
    sql<string>`coalesce(sum(${projectExpense.companyAmount}) filter (where ${condition}), 0)`
  const [row] = await db
    .select({
      total: count(),
      cost: sumWhere(sql`true`),
      billable: sumWhere(sql`${projectExpense.billable}`),
      toApprove: sumWhere(sql`${projectExpense.approval} = 'registered'`),
      unbilled: sumWhere(sql`${projectExpense.billable} and ${projectExpense.billing} = 'open'`),
    })
    .from(projectExpense)
    .innerJoin(project, eq(project.id, projectExpense.projectId))
    .where(where)
  const write = (minor: string | undefined) => writeAmount(BigInt(minor ?? 0), currency)
  const { cost, billable, toApprove, unbilled } = row ?? {}
  return {
    total: row?.total ?? 0,
    totals: { cost: write(cost), billable: write(billable), toApprove: write(toApprove), unbilled: write(unbilled) },
  }
}

/** For `selectExpenses`. */
export function expensesWhere(filter: ExpenseFilter, reader: Actor): SQL | undefined {
  return and(
    roleMay(reader.role, 'view expenses') ? undefined : eq(projectExpense.registeredBy, reader.id),
    filter.from ? gte(projectExpense.spentOn, filter.from) : undefined,
    filter.to ? lte(projectExpense.spentOn, filter.to) : undefined,
    filter.project && inArray(projectExpense.projectId, filter.project),
    filter.customer && inArray(project.customerId, filter.customer),
    filter.activity && inArray(projectExpense.activityId, filter.activity),
    filter.registeredBy && inArray(projectExpense.registeredBy, filter.registeredBy),
    filter.approval && inArray(projectExpense.approval, filter.approval),
    filter.billing && inArray(projectExpense.billing, filter.billing),
    filter.billable === undefined ? undefined : eq(projectExpense.billable, filter.billable),
    filter.source && inArray(projectExpense.source, filter.source),
    containsWords(projectExpense.searchText, filter.search),
  )
}
