import type { ToBeInvoicedRow } from '../../src/billing/to-be-invoiced.ts'
import { isZero } from '../../src/lib/money.ts'

/** The sentence that says why a row cannot become a draft; undefined when it can. */
export function whatStops(row: ToBeInvoicedRow, nothingReady: string): string | undefined {
  return row.hindrances.find((one) => one.stops)?.message ?? (isReady(row) ? undefined : nothingReady)
}

/** Something that is approved or due; what waits for approval stays out. */
const isReady = ({ hours, expenses, plan }: ToBeInvoicedRow) =>
  hours.minutes > 0 || expenses.count > 0 || plan.count > 0 || !isZero(plan.value)
