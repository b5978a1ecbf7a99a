// Which payment term there stands for a number of days; docs/uniconta.md#payment-terms.
import { labelReader } from './label-reader.ts'
import type { Row } from './session.ts'

const methodOf = labelReader({
  // As a number too, should the list come without labels.
  days: ['Net days', 'Netto dage', '1'],
  cash: ['Net cash', 'Netto kontant', '0'],
  other: [
    ...['End of week', 'Løbende uge', 'End of month', 'Løbende måned', 'Prepayment', 'Forudbetaling'],
    ...['Credit card', 'Kreditkort', 'Factoring'],
  ],
})

/**
 * The term that makes an invoice due so many days after its date, or undefined: never another one in its stead. Net cash is due
 * on the day itself, so it is a term of no days. With `mayBe`, also one whose label is not known.
 */
export function termOf(days: number, rows: Iterable<Row>, { mayBe = false } = {}): Row | undefined {
  return [...rows].find((row) => {
    if (Number(row.Days ?? 0) !== days || row.EndOfMonth === true) return false
    const method = methodOf(row.PaymentMethod)
    return method === 'days' || (method === 'cash' && days === 0) || (mayBe && method === undefined)
  })
}
