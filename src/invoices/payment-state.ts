import { magnitude } from '../lib/money.ts'
import type { PaymentState } from './invoice.ts'

export type Standing = { gross: bigint; paid: bigint; credited: bigint; open: bigint; dueOn: string }

/** How a finalized document stands on a day. A credit note has opposite signs: it is open while money is owed to the customer. */
export function paymentStateOf({ gross, paid, credited, open, dueOn }: Standing, today: string): PaymentState {
  if (open === 0n) return paid === 0n && credited !== 0n ? 'credited' : 'paid'
  const isOpposite = gross !== 0n && open < 0n !== gross < 0n
  if (isOpposite) return 'overpaid'
  // A credit note is never due: its money is set off or paid back.
  if (gross > 0n && dueOn < today) return 'overdue'
  return magnitude(open) < magnitude(gross) ? 'part-paid' : 'open'
}
