import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { invoice } from '../invoices/invoice-table.ts'
import { day, minorUnits, recordColumns } from '../lib/columns.ts'
import type { PaymentSource } from './payment.ts'

/** Money that came in for a document, or went back when negative, in the document's currency. */
export const payment = pgTable(
  'payment',
  {
    ...recordColumns,
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => invoice.id),
    paidOn: day('paid_on').notNull(),
    amount: minorUnits('amount').notNull(),
    source: text().$type<PaymentSource>().notNull(),
    description: text(),
    /** Key of the payment in the other system, so that reading it twice changes nothing. */
    externalKey: text('external_key'),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    index('payment_invoice').on(t.invoiceId, t.paidOn),
    index('payment_by_day').on(t.paidOn, t.id),
    uniqueIndex('payment_external').on(t.externalKey),
  ],
)
