// Whether an order stands there as it was sent. What was cut, left out or added shows here, before anything is posted.
import type { Difference } from '../sync/sync-table.ts'
import type { Row } from './session.ts'
import { fromTheWire } from './to-order.ts'

const headerFields = ['Account', 'OurRef', 'Project', 'PrCategory', 'Currency', 'Payment']
const lineFields = ['PostingAccount', 'Vat', 'Project', 'PrCategory']

export function differencesInOrder(
  expected: { order: Row; lines: readonly Row[] },
  order: Row,
  lines: readonly Row[],
  currency: string,
): Difference[] {
  const found: Difference[] = []
  const compare = (field: string, here: unknown, there: unknown) => {
    // What the other side does not show is judged by what comes of it.
    if (there === undefined || there === null || String(here ?? '') === String(there)) return
    found.push({ field, here: String(here ?? ''), there: String(there) })
  }
  const dimensions = Object.keys(expected.order).filter((field) => field.startsWith('Dimension'))
  for (const field of [...headerFields, ...dimensions]) compare(field, expected.order[field], order[field])
  for (const field of ['PricesInclVat', 'EndDiscountPct']) compare(field, expected.order[field], order[field])
  if (lines.length !== expected.lines.length) compare('lines', expected.lines.length, lines.length)
  const sorted = lines.toSorted((a, b) => Number(a.LineNumber ?? 0) - Number(b.LineNumber ?? 0))
  for (const [index, line] of expected.lines.entries()) {
    const there = sorted[index]
    if (!there) continue
    for (const field of [...lineFields, ...dimensions]) compare(`${index + 1} ${field}`, line[field], there[field])
    const total = (row: Row) => String(fromTheWire(Number(row.Qty ?? 0) * Number(row.Price ?? 0), currency))
    compare(`${index + 1} total`, total(line), total(there))
  }
  return found
}
