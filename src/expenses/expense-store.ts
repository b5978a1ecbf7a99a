import { eq, inArray, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import { getCompany } from '../company/company-store.ts'
import { customer } from '../customers/customer-table.ts'
import { storedFile } from '../files/stored-file-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { convert, toMinor, writeAmount } from '../lib/money.ts'
import { searchText } from '../lib/search-text.ts'
import { notFound } from '../lib/stale.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { Expense, ExpenseInput } from './expense.ts'
import { mayApprove, mayChange } from './expense-rules.ts'
import { projectExpense } from './expense-table.ts'

export type ExpenseRecord = typeof projectExpense.$inferSelect
/** As a person entered it, with the currency and rate that hold. */
export type PricedExpense = ExpenseInput & { currency: string }

const shown = {
  expense: projectExpense,
  projectNumber: project.number,
  projectName: project.name,
  ownerId: project.ownerId,
  customerId: project.customerId,
  customerName: customer.name,
  activityName: activity.name,
  receiptName: storedFile.name,
  /** An integration is no user: it registers by its name in small letters. */
  registeredByName: sql<string>`coalesce(${appUser.name}, case when ${projectExpense.source} = 'import'
    then initcap(${projectExpense.registeredBy}) else ${projectExpense.registeredBy} end)`,
}
export type ShownExpense = Awaited<ReturnType<typeof selectExpenses>>[number]

export function selectExpenses(db: Db | Tx) {
  return db
    .select(shown)
    .from(projectExpense)
    .innerJoin(project, eq(project.id, projectExpense.projectId))
    .innerJoin(customer, eq(customer.id, project.customerId))
    .leftJoin(activity, eq(activity.id, projectExpense.activityId))
    .leftJoin(storedFile, eq(storedFile.id, projectExpense.receiptId))
    .leftJoin(appUser, eq(appUser.id, projectExpense.registeredBy))
    .$dynamic()
}

/** @throws not-found */
export async function getExpense(db: Db | Tx, id: string, reader: Actor): Promise<Expense> {
  const [row] = await selectExpenses(db).where(eq(projectExpense.id, id))
  if (!row) throw notFound('expense', id)
  return toExpense(row, reader, (await getCompany(db)).currency)
}

/** @throws not-found */
export async function lockExpense(tx: Tx, id: string): Promise<ExpenseRecord> {
  const [row] = await tx.select().from(projectExpense).where(eq(projectExpense.id, id)).for('update')
  if (!row) throw notFound('expense', id)
  return row
}

/** Those of the ids that are there, with who owns their project, in the order of their ids. */
export async function lockExpenses(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(projectExpense)
    .where(inArray(projectExpense.id, [...ids]))
    .orderBy(projectExpense.id)
    .for('update')
  const owners = await tx
    .select({ id: project.id, ownerId: project.ownerId, ownerName: appUser.name })
    .from(project)
    .leftJoin(appUser, eq(appUser.id, project.ownerId))
    .where(inArray(project.id, [...new Set(rows.map((row) => row.projectId))]))
  const byProject = new Map(owners.map((owner) => [owner.id, owner]))
  return rows.map((row) => {
    const { ownerId = null, ownerName = null } = byProject.get(row.projectId) ?? {}
    return { ...row, ownerId, ownerName }
  })
}

export async function insertExpense(
  tx: Tx,
  {
    id,
    input,
    companyCurrency,
    registeredBy,
    now,
  }: {
    id: string
    input: PricedExpense
    companyCurrency: string
    registeredBy: string
    now: Date
  },
): Promise<void> {
  await tx.insert(projectExpense).values({
    ...columnsOf(input, companyCurrency),
    id,
    version: 1,
    createdAt: now,
    updatedAt: now,
    source: 'manual',
    registeredBy,
    approval: 'registered',
    billing: 'open',
  })
}

/** A rejected one that is changed waits for approval again. */
export async function updateExpense(
  tx: Tx,
  row: ExpenseRecord,
  input: PricedExpense,
  companyCurrency: string,
  now: Date,
): Promise<void> {
  const columns = columnsOf(input, companyCurrency)
  const { amount, currency, exchangeRate } = columns
  // What the books say of an imported one stands: its rate is a rounded quotient, and would not give the amount again.
  const isSame = amount === row.amount && currency === row.currency && exchangeRate === row.exchangeRate
  await tx
    .update(projectExpense)
    .set({
      ...columns,
      companyAmount: isSame ? row.companyAmount : columns.companyAmount,
      approval: 'registered',
      rejectedBecause: null,
      version: row.version + 1,
      updatedAt: now,
    })
    .where(eq(projectExpense.id, row.id))
}

/** What a person has entered. */
export function inputOf(row: ExpenseRecord): PricedExpense {
  const { projectId, activityId, title, description, spentOn, quantity, currency, exchangeRate } = row
  const { supplierName, supplierNumber, voucherNumber, billable, markup, receiptId } = row
  return {
    ...{ projectId, activityId, title, description, spentOn, quantity, currency, billable, markup, receiptId },
    amount: writeAmount(row.amount, currency),
    exchangeRate: exchangeRate === '1' ? null : exchangeRate,
    ...{ supplierName, supplierNumber, voucherNumber },
  }
}

export function toExpense(row: ShownExpense, reader: Actor, companyCurrency: string): Expense {
  const { expense, registeredByName, ownerId, ...names } = row
  const { source, registeredBy, approval, approvedBy, approvedAt, rejectedBecause, billing, invoiceId } = expense
  return {
    ...inputOf(expense),
    ...storedFields(expense),
    ...names,
    companyAmount: writeAmount(expense.companyAmount, companyCurrency),
    ...{ source, registeredBy, approval, approvedBy, rejectedBecause, billing, invoiceId },
    registeredByName,
    approvedAt: approvedAt?.toISOString() ?? null,
    mayChange: mayChange(expense, reader),
    mayApprove: mayApprove({ ownerId }, reader),
  }
}

function columnsOf(input: PricedExpense, companyCurrency: string) {
  const { currency, title, supplierName, supplierNumber, voucherNumber, description } = input
  const amount = toMinor(input.amount, currency)
  const exchangeRate = input.exchangeRate ?? '1'
  return {
    ...input,
    amount,
    exchangeRate,
    companyAmount: convert(amount, currency, companyCurrency, exchangeRate),
    searchText: searchText(title, supplierName, supplierNumber, voucherNumber, description),
  }
}
