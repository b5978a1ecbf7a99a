// What the accounts, VAT codes and number series ask before they change; they do not know this folder.
import { count, eq, max } from 'drizzle-orm'
import { accountingTexts } from '../accounting/accounting-texts.ts'
import type { WhyAccountStays } from '../accounting/save-account.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { InvoiceSeries } from './invoice.ts'
import { invoice, invoiceLine } from './invoice-table.ts'

const say = sayFrom(accountingTexts)

/** Lines of drafts and documents with a VAT code. */
export async function countInvoiceLinesWithVat(db: Db | Tx, vatCodeId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(invoiceLine).where(eq(invoiceLine.vatCodeId, vatCodeId))
  return row?.count ?? 0
}

/** An account on a line of a draft or document is not deleted. */
export const whyAccountStaysOnLines: WhyAccountStays = async (tx, { id, number, name }) => {
  const [row] = await tx.select({ count: count() }).from(invoiceLine).where(eq(invoiceLine.accountId, id))
  return row?.count ? say('account.onLines', { number, name, count: row.count }) : undefined
}

/** The highest serial that a series has given to a document; undefined before its first one. */
export async function findHighestSerial(db: Db | Tx, series: InvoiceSeries): Promise<number | undefined> {
  const [row] = await db
    .select({ highest: max(invoice.serial) })
    .from(invoice)
    .where(eq(invoice.series, series))
  return row?.highest ?? undefined
}
