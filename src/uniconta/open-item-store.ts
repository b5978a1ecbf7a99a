import { eq, inArray, sql } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import { invoice, invoiceStanding } from '../invoices/invoice-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { payment } from '../payments/payment-table.ts'
import { syncLink } from '../sync/sync-table.ts'
import type { Connection } from './connection.ts'
import { isCovered } from './coupled.ts'
import { openItem } from './open-item-table.ts'
import { posting } from './posting-table.ts'
import { unicontaType } from './settings.ts'

export type OpenItem = typeof openItem.$inferSelect

/** A document of ours that is booked there. */
export type BookedDocument = {
  id: string
  /** The invoice that it is settled with: the credited one of a credit note. */
  headId: string
  invoicedOn: string
  currency: string
  gross: bigint
  open: bigint
  theirNumber: number
  /** A document of another series has its number there, and the same customer. */
  hasTwin: boolean
  /** The journal that it was posted with; null where a person said which document there is ours. */
  journalId: number | null
  /** Its customer's key there. */
  account: string | null
  stored: OpenItem | null
}

/** From the first number that the books of this company cover. */
export async function listBooked(db: Db, connection: Connection): Promise<BookedDocument[]> {
  const rows = await db
    .select({
      ...{ id: invoice.id, creditedInvoiceId: invoice.creditedInvoiceId, currency: invoice.currency },
      ...{ invoicedOn: sql<string>`${invoice.invoicedOn}`, gross: invoice.gross, open: invoiceStanding.open },
      ...{ theirNumber: posting.theirNumber, theirGross: posting.theirGross, journalId: posting.journalId },
      ...{ account: syncLink.externalKey, stored: openItem },
    })
    .from(posting)
    .innerJoin(invoice, eq(invoice.id, posting.invoiceId))
    .innerJoin(invoiceStanding, eq(invoiceStanding.invoiceId, posting.invoiceId))
    .innerJoin(customer, eq(customer.id, invoice.customerId))
    .leftJoin(
      syncLink,
      sql`${syncLink.system} = ${unicontaType} and ${syncLink.kind} = 'customer' and ${syncLink.subject} = ${customer.id}::text`,
    )
    .leftJoin(openItem, eq(openItem.invoiceId, posting.invoiceId))
    .where(
      sql`${posting.step} = 'settled' and ${posting.theirNumber} is not null and ${isCovered(connection, posting.series, posting.serial)}`,
    )
    .orderBy(posting.serial)
  const nameOf = ({ account, theirNumber }: (typeof rows)[number]) => `${theirNumber} ${account}`
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1)
  const hasTwin = (row: (typeof rows)[number]) => (counts.get(nameOf(row)) ?? 0) > 1
  return rows.map((found) => {
    const { creditedInvoiceId, theirGross, theirNumber, journalId, gross, ...row } = found
    return {
      ...row,
      hasTwin: hasTwin(found),
      headId: creditedInvoiceId ?? row.id,
      gross: theirGross ?? gross,
      theirNumber: Number(theirNumber),
      journalId: journalId === null ? null : Number(journalId),
    }
  })
}

/** The documents with a payment of that day or later which came in: whether it still stands there is looked at again. */
export async function listLatelyPaid(db: Db, since: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ invoiceId: payment.invoiceId })
    .from(payment)
    .where(sql`${payment.source} = 'import' and ${payment.paidOn} >= ${since}`)
  return new Set(rows.map(({ invoiceId }) => invoiceId))
}

export async function findByKeys(db: Db | Tx, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, typeof payment.$inferSelect>()
  const rows = await db
    .select()
    .from(payment)
    .where(inArray(payment.externalKey, [...keys]))
  return new Map(rows.map((row) => [row.externalKey as string, row]))
}

export async function saveOpenItems(tx: Tx, rows: readonly OpenItem[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(openItem)
    .values([...rows])
    .onConflictDoUpdate({
      target: openItem.invoiceId,
      set: {
        ...{ account: sql`excluded.account`, remaining: sql`excluded.remaining` },
        ...{ over: sql`excluded.over`, fromOn: sql`excluded.from_on`, seenAt: sql`excluded.seen_at` },
      },
    })
}
