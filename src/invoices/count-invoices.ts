// What the folders below ask before they delete something that a document names; they do not know this folder.
import { count, eq, inArray } from 'drizzle-orm'
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
