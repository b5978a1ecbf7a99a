// What a list of expenses says about money: whether it is billed, and what all of them come to.
import type { Expense, ExpenseTotals } from '../../src/expenses/expense.ts'
import { TotalsLine } from '../invoices/totals-line.tsx'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'

export function ExpenseBilling({ expense }: { expense: Expense }) {
  const { expenses, ui } = useTexts()
  if (!expense.billable && expense.billing === 'open') return ui.none
  return expenses.billings[expense.billing]
}

export function ExpenseSums({ totals }: { totals: ExpenseTotals }) {
  const { expenses } = useTexts()
  const { currency } = useMe().company
  return (
    <TotalsLine
      label={expenses.title}
      columns={[expenses.totals.cost, expenses.totals.billable, expenses.totals.toApprove, expenses.totals.unbilled]}
      rows={[{ currency, amounts: [totals.cost, totals.billable, totals.toApprove, totals.unbilled] }]}
    />
  )
}
