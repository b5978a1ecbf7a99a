// What the folders below ask before they delete something that a document names; they do not know this folder.
import { and, count, eq, gt, inArray, ne, or, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { invoice, invoiceLine } from './invoice-table.ts'

/** Lines of drafts and documents that name an activity. */
export async function countInvoiceLinesOfActivity(db: Db | Tx, activityId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(invoiceLine).where(eq(invoiceLine.activityId, activityId))
  return row?.count ?? 0
}

/** How many drafts and documents bill by each of these price models. */
export async function countInvoicesByModel(db: Db | Tx, modelIds: readonly string[]): Promise<Map<string, number>> {
  if (modelIds.length === 0) return new Map()
  const rows = await db
    .select({ id: invoice.priceModelId, count: count() })
    .from(invoice)
    .where(inArray(invoice.priceModelId, [...modelIds]))
    .groupBy(invoice.priceModelId)
  return new Map(rows.map((row) => [row.id as string, row.count]))
}

/** Drafts, and documents that have to be kept, of a customer. */
export async function countKeptOfCustomer(tx: Tx, customerId: string, now: Date): Promise<number> {
  return countKept(tx, eq(invoice.customerId, customerId), now)
}

/** Drafts, and documents that have to be kept, of a project. */
export async function countKeptOfProject(tx: Tx, projectId: string, now: Date): Promise<number> {
  return countKept(tx, eq(invoice.projectId, projectId), now)
}

/** All of them: the row of a deleted department would be gone, and documents refer to it. */
export async function countInvoicesOfDepartment(tx: Tx, departmentId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(invoice).where(eq(invoice.departmentId, departmentId))
  return row?.count ?? 0
}

/** Bogføringsloven § 12: five years from the end of the financial year, here that of the calendar year. */
async function countKept(tx: Tx, whose: SQL, now: Date): Promise<number> {
  const isKept = or(ne(invoice.state, 'finalized'), gt(invoice.invoicedOn, `${now.getUTCFullYear() - 6}-12-31`))
  const [row] = await tx.select({ count: count() }).from(invoice).where(and(whose, isKept))
  return row?.count ?? 0
}
