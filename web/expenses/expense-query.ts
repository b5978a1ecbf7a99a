import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Expense, ExpenseTotals } from '../../src/expenses/expense.ts'
import { get } from '../api.ts'
import { listPage } from '../ui/list-page.ts'

export const ExpensesShape = listPage(Expense).extend({ totals: ExpenseTotals })

export const useExpense = (id: string) =>
  useQuery({ queryKey: ['/expenses', id], queryFn: () => get(`/expenses/${id}`, Expense) })

/** Lists, sums and the expense itself are read anew. */
export const expensesChanged = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['/expenses'] })
  void queries.invalidateQueries({ queryKey: ['history', 'expense'] })
}
