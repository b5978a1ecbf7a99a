// What became of a finalized document: how much of it is open, and what that is called.
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { InvoiceKind, PaymentState } from './invoice.ts'

export type Standing = {
  kind: InvoiceKind
  /** The invoice that a credit note takes its amount off. */
  creditedInvoiceId: string | null
  gross: bigint
  paid: bigint
  /** Of an invoice: the sum of its credit notes, negative or 0. Of a credit note that names an invoice: what it took off there. */
  credited: bigint
  dueOn: string
}

/** What is still owed; below 0, what we owe. In the minor units of the document's currency. */
export function openOf({ gross, credited, paid }: Pick<Standing, 'gross' | 'credited' | 'paid'>): bigint {
  return gross + credited - paid
}

/** `today` is the day in the company's time zone. `paymentStateSql` says the same to the database. */
export function paymentStateOf(standing: Standing, today: string): PaymentState {
  const open = openOf(standing)
  if (open === 0n) return standing.credited !== 0n && standing.paid === 0n ? 'credited' : 'paid'
  const isInvoice = standing.kind === 'invoice'
  if (isInvoice === open < 0n) return 'overpaid'
  if (isInvoice && standing.dueOn < today) return 'overdue'
  return standing.paid === 0n ? 'open' : 'part-paid'
}

/** As `paymentStateOf`, for lists. */
export function paymentStateSql(
  c: { kind: AnyColumn; paid: AnyColumn; credited: AnyColumn; open: AnyColumn; dueOn: AnyColumn },
  today: string,
): SQL<PaymentState> {
  return sql<PaymentState>`case
    when ${c.open} = 0 then case when ${c.credited} <> 0 and ${c.paid} = 0 then 'credited' else 'paid' end
    when (${c.kind} = 'invoice') = (${c.open} < 0) then 'overpaid'
    when ${c.kind} = 'invoice' and ${c.dueOn} < ${today}::date then 'overdue'
    when ${c.paid} = 0 then 'open'
    else 'part-paid' end`
}
