// What stands on the first document of its kind while its next step waits to be seen.
import { amountIn } from '../lib/i18n/written.ts'

const amount = amountIn('en')

const kindOf = (kind: string) => (kind === 'credit-note' ? 'credit note' : 'invoice')

export const firstDocumentTexts = {
  'first.beforeOrder': (v: { number: string; kind: string; lines: number; gross: string }) =>
    `${v.number} is the first ${kindOf(v.kind)} to Uniconta. It is not there yet, and the next number there is free. Next an order with ${v.lines} ${v.lines === 1 ? 'line' : 'lines'}, ${amount(v.gross)} in all, is sent; nothing is posted by it. See below what is sent, then go on.`,
  'first.beforePost': (v: { number: string; kind: string; lines: number; gross: string; order: string }) =>
    `Order ${v.order} of ${v.number} stands in Uniconta just as it was sent, with ${v.lines} ${v.lines === 1 ? 'line' : 'lines'}. Next it is posted: the ${kindOf(v.kind)} over ${amount(v.gross)} is in the books then, and only a credit note takes it back. Look at the order there under Customer > Sales orders if you wish, then go on.`,
}
