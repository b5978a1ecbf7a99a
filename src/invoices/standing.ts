// What is open of a finalized document. What that is called says payment-state.ts.
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { PaymentState } from './invoice.ts'

/**
 * What is still owed; below 0, what we owe. `credited` of an invoice is the sum of its credit notes, negative or 0; of a credit
 * note that names an invoice, what it took off there, so that nothing of the note itself is open.
 */
export function openOf({ gross, credited, paid }: { gross: bigint; credited: bigint; paid: bigint }): bigint {
  return gross + credited - paid
}

type StandingColumns = Readonly<Record<'gross' | 'paid' | 'credited' | 'open' | 'dueOn', AnyColumn>>

/** `paymentStateOf` for the database; both say the same (standing.test.ts). */
export function paymentStateSql(c: StandingColumns, today: string): SQL<PaymentState> {
  return sql<PaymentState>`case
    when ${c.open} = 0 then case when ${c.paid} = 0 and ${c.credited} <> 0 then 'credited' else 'paid' end
    when ${c.gross} <> 0 and (${c.open} < 0) <> (${c.gross} < 0) then 'overpaid'
    when ${c.gross} > 0 and ${c.dueOn} < ${today}::date then 'overdue'
    when abs(${c.open}) < abs(${c.gross}) then 'part-paid'
    else 'open' end`
}
