import type { ToBeInvoicedRow } from '../../src/billing/to-be-invoiced.ts'
import { isZero } from '../../src/lib/money.ts'

/** The sentence that says why a row cannot become a draft; undefined when it can. */
export function whatStops(
  row: ToBeInvoicedRow,
  texts: { nothingReady: string; nothingDue: string },
): string | undefined {
  const { hours, expenses, plan, kind } = row
  const stopping = row.hindrances.find((one) => one.stops)
  if (stopping) return stopping.message
  if (expenses.count > 0 || plan.count > 0 || !isZero(plan.value)) return
  if (hours.minutes === 0) return texts.nothingReady
  return kind === 'fixed' || kind === 'on-account' ? texts.nothingDue : undefined
}
