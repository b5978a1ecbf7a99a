// What the folders below ask before they delete something that a document names; they do not know this folder.
import { count, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { invoice, invoiceLine } from './invoice-table.ts'

/** Lines of drafts and documents that name an activity. */
export async function countInvoiceLinesOfActivity(db: Db | Tx, activityId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(invoiceLine).where(eq(invoiceLine.activityId, activityId))
  return row?.count ?? 0
}

/** Drafts and documents that bill by a price model. */
export async function countInvoicesOfPriceModel(db: Db | Tx, priceModelId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(invoice).where(eq(invoice.priceModelId, priceModelId))
  return row?.count ?? 0
}
