import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import { invoice, invoiceStanding } from './invoice-table.ts'
import { openOf } from './standing.ts'

export type FinalDocument = NonNullable<Awaited<ReturnType<typeof lockStanding>>>

/**
 * A finalized document with its standing, the standing locked until the end of the transaction: payments and credit notes of one
 * document come one after the other. Undefined when there is no such document, or it is a draft.
 */
export async function lockStanding(tx: Tx, invoiceId: string) {
  const [row] = await tx
    .select({
      id: invoice.id,
      kind: invoice.kind,
      number: sql<string>`${invoice.number}`,
      series: invoice.series,
      customerId: invoice.customerId,
      currency: invoice.currency,
      invoicedOn: sql<string>`${invoice.invoicedOn}`,
      creditedInvoiceId: invoice.creditedInvoiceId,
      net: invoice.net,
      vat: invoice.vat,
      gross: invoice.gross,
      paid: invoiceStanding.paid,
      credited: invoiceStanding.credited,
      open: invoiceStanding.open,
      dueOn: invoiceStanding.dueOn,
    })
    .from(invoiceStanding)
    .innerJoin(invoice, eq(invoice.id, invoiceStanding.invoiceId))
    .where(eq(invoiceStanding.invoiceId, invoiceId))
    .for('update', { of: invoiceStanding })
  return row
}

/** At finalize. A credit note that names an invoice is settled with it and leaves nothing open itself. */
export async function insertStanding(
  tx: Tx,
  document: { id: string; gross: bigint; dueOn: string; creditedInvoiceId: string | null },
): Promise<void> {
  const { id, gross, dueOn, creditedInvoiceId } = document
  const standing = { paid: 0n, credited: creditedInvoiceId ? -gross : 0n }
  await tx.insert(invoiceStanding).values({ invoiceId: id, ...standing, open: openOf({ gross, ...standing }), dueOn })
}

/** Adds to what is paid or credited; whoever calls it holds the lock of `lockStanding`. The answer is what is open then. */
export async function moveStanding(
  tx: Tx,
  document: Pick<FinalDocument, 'id' | 'gross' | 'paid' | 'credited'>,
  by: { paid?: bigint; credited?: bigint },
): Promise<bigint> {
  const paid = document.paid + (by.paid ?? 0n)
  const credited = document.credited + (by.credited ?? 0n)
  const open = openOf({ gross: document.gross, paid, credited })
  await tx.update(invoiceStanding).set({ paid, credited, open }).where(eq(invoiceStanding.invoiceId, document.id))
  return open
}
