import { and, count, eq, gte, inArray, lte, type SQL, sum } from 'drizzle-orm'
import { invoice } from '../invoices/invoice-table.ts'
import { findsInvoice } from '../invoices/search-invoices.ts'
import type { Db } from '../lib/database/database.ts'
import { orderOf, pageWithTotal, sortKeys } from '../lib/listing.ts'
import { writeAmount } from '../lib/money.ts'
import type { Payment, PaymentSource, PaymentTotal } from './payment.ts'
import { selectPayments, showPayment } from './payment-store.ts'
import { payment } from './payment-table.ts'

const sortColumns = { paidOn: payment.paidOn, amount: payment.amount, createdAt: payment.createdAt } as const
export const paymentSorts = sortKeys('paidOn', 'amount', 'createdAt')

export type PaymentFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: (typeof paymentSorts)[number]
  invoice?: string | undefined
  customer?: string[] | undefined
  source?: PaymentSource[] | undefined
  from?: string | undefined
  to?: string | undefined
}

/** A page of payments, and what the whole filtered set comes to in each currency. */
export async function listPayments(
  db: Db,
  filter: PaymentFilter,
): Promise<{ items: Payment[]; total: number; totals: PaymentTotal[] }> {
  const where = whereOf(filter)
  const rows = await selectPayments(db)
    .where(where)
    .orderBy(...orderOf(filter.sort, sortColumns, payment.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const totals = await totalsOf(db, where)
  const counted = totals.reduce((all, { count }) => all + count, 0)
  const { total } = await pageWithTotal(filter, rows, async () => counted)
  return { items: rows.map(showPayment), total, totals }
}

async function totalsOf(db: Db, where: SQL | undefined): Promise<PaymentTotal[]> {
  const rows = await db
    .select({ currency: invoice.currency, count: count(), amount: sum(payment.amount) })
    .from(payment)
    .innerJoin(invoice, eq(invoice.id, payment.invoiceId))
    .where(where)
    .groupBy(invoice.currency)
    .orderBy(invoice.currency)
  return rows.map((row) => ({ ...row, amount: writeAmount(BigInt(row.amount ?? 0), row.currency) }))
}

function whereOf(filter: PaymentFilter): SQL | undefined {
  return and(
    filter.invoice ? eq(payment.invoiceId, filter.invoice) : undefined,
    filter.customer && inArray(invoice.customerId, filter.customer),
    filter.source && inArray(payment.source, filter.source),
    filter.from ? gte(payment.paidOn, filter.from) : undefined,
    filter.to ? lte(payment.paidOn, filter.to) : undefined,
    findsInvoice(filter.search),
  )
}
