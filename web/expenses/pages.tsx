// The same screens for all expenses and for one's own, each at its address.
import { getRouteApi } from '@tanstack/react-router'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { EditExpense, NewExpense } from './expense-edit.tsx'
import { ExpenseList } from './expense-list.tsx'
import { ExpensePage } from './expense-page.tsx'

const all = getRouteApi('/expenses')
const mine = getRouteApi('/my-expenses')
const newOne = getRouteApi('/expenses/new')
const newOfMine = getRouteApi('/my-expenses/new')
const one = getRouteApi('/expenses/$id')
const oneOfMine = getRouteApi('/my-expenses/$id')
const editOne = getRouteApi('/expenses/$id/edit')
const editOfMine = getRouteApi('/my-expenses/$id/edit')

export const AllExpenses = () => <ExpenseList base="/expenses" search={all.useSearch()} />
export const MyExpenses = () => <ExpenseList base="/my-expenses" search={mine.useSearch()} />
export const AnExpense = () => <ExpensePage base="/expenses" id={one.useParams().id} />
export const MyExpense = () => <ExpensePage base="/my-expenses" id={oneOfMine.useParams().id} />
export const NewExpensePage = () => (
  <OnlyIfMay permission="register expenses">
    <NewExpense base="/expenses" project={newOne.useSearch().project} />
  </OnlyIfMay>
)
export const NewExpenseOfMine = () => (
  <OnlyIfMay permission="register expenses">
    <NewExpense base="/my-expenses" project={newOfMine.useSearch().project} />
  </OnlyIfMay>
)
export const EditExpensePage = () => <EditExpense base="/expenses" id={editOne.useParams().id} />
export const EditMyExpense = () => <EditExpense base="/my-expenses" id={editOfMine.useParams().id} />
