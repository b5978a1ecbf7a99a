import { eq, getTableColumns, sql } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import { invoice } from '../invoices/invoice-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { writeAmount } from '../lib/money.ts'
import { notFound } from '../lib/stale.ts'
import type { Payment } from './payment.ts'
import { payment } from './payment-table.ts'

/** A payment with the document that it pays; `from` and the joins of every list of payments. */
export function selectPayments(db: Db | Tx) {
  return db
    .select({
      ...getTableColumns(payment),
      invoiceNumber: sql<string>`${invoice.number}`,
      currency: invoice.currency,
      customerId: invoice.customerId,
      customerName: customer.name,
    })
    .from(payment)
    .innerJoin(invoice, eq(invoice.id, payment.invoiceId))
    .innerJoin(customer, eq(customer.id, invoice.customerId))
}

type PaymentRow = Awaited<ReturnType<typeof selectPayments>>[number]

export function showPayment(row: PaymentRow): Payment {
  return {
    ...storedFields(row),
    invoiceId: row.invoiceId,
    invoiceNumber: row.invoiceNumber,
    customerId: row.customerId,
    customerName: row.customerName,
    paidOn: row.paidOn,
    amount: writeAmount(row.amount, row.currency),
    currency: row.currency,
    source: row.source,
    description: row.description,
    createdBy: row.createdBy,
  }
}

export async function findPayment(db: Db | Tx, id: string): Promise<Payment | undefined> {
  const [row] = await selectPayments(db).where(eq(payment.id, id))
  return row && showPayment(row)
}

/** @throws not-found */
export async function getPayment(db: Db | Tx, id: string): Promise<Payment> {
  const found = await findPayment(db, id)
  if (!found) throw notFound('payment', id)
  return found
}

export async function insertPayment(tx: Tx, row: typeof payment.$inferInsert): Promise<void> {
  await tx.insert(payment).values(row)
}

/** False when somebody else has deleted it meanwhile. */
export async function deletePaymentRow(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.delete(payment).where(eq(payment.id, id)).returning({ id: payment.id })
  return gone.length > 0
}
