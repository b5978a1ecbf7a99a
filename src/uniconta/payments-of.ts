// Which payments a document has, by what the accounting system says of it. Pure.
//
// What is left of the invoice there is the truth of how much is paid, since one payment may settle several invoices and name none.
// The rows that name the invoice say when and by how much. An invoice and its credit notes are one: what they settle among
// themselves cancels out, and money that went back on a credit note counts as going back on the invoice.
import { sum } from '../lib/money.ts'
import type { Item } from './open-items.ts'

export type PaymentsThere = {
  payments: readonly { id: number; on: string; amount: bigint; text: string }[]
  /** Settled beside them by something that names none of the documents; below zero when more is named than was settled. */
  rest: bigint
  /** Open on payments that name the documents. */
  over: bigint
}

/** `own`: the postings of the documents. `paid`: payments of their customer that name one of them. `from`: older ones are left out. */
export function paymentsOf(own: readonly Item[], paid: readonly Item[], from: string): PaymentsThere {
  const over = -sum(paid.map(({ remaining }) => remaining))
  const settled = sum(own.map(({ amount, remaining }) => amount - remaining)) + over
  const older = -sum(paid.filter(({ on }) => on < from).map(({ amount }) => amount))
  const payments = paid
    .filter(({ on }) => on >= from)
    .toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1))
    .map(({ id, on, amount, text }) => ({ id, on, amount: -amount, text }))
  let excess = sum(payments.map(({ amount }) => amount)) - (settled - older)
  // It names one invoice and settled others as well: only what was settled of this one is taken.
  for (const payment of payments.toReversed()) {
    if (excess <= 0n || payment.amount <= 0n) continue
    if (payment.amount <= excess) {
      excess -= payment.amount
      payment.amount = 0n
    } else {
      payment.amount -= excess
      excess = 0n
    }
  }
  return { payments: payments.filter(({ amount }) => amount !== 0n), rest: -excess, over }
}
