// What is invoiced and paid, and what was laid out.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listSearch } from '../ui/list-search.ts'
import { root } from './root.ts'
import { ofProject } from './search.ts'

const toBeInvoiced = createRoute({
  getParentRoute: () => root,
  path: '/to-be-invoiced',
  validateSearch: listSearch('until', 'customer', 'project', 'owner', 'department'),
  component: lazyRouteComponent(() => import('../billing/to-be-invoiced-page.tsx'), 'ToBeInvoicedPage'),
})
const invoices = createRoute({
  getParentRoute: () => root,
  path: '/invoices',
  validateSearch: listSearch(
    'state',
    'kind',
    'paymentState',
    'customer',
    'project',
    'owner',
    'department',
    'tag',
    'series',
    'syncState',
    'from',
    'to',
  ),
  component: lazyRouteComponent(() => import('../invoices/invoice-list.tsx'), 'InvoiceList'),
})
const invoice = createRoute({
  getParentRoute: () => root,
  path: '/invoices/$id',
  component: lazyRouteComponent(() => import('../invoices/invoice-page.tsx'), 'InvoicePage'),
})
const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$id',
  component: lazyRouteComponent(() => import('../drafts/draft-page.tsx'), 'DraftPage'),
})
const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: listSearch('source', 'customer', 'from', 'to'),
  component: lazyRouteComponent(() => import('../payments/payment-list.tsx'), 'PaymentList'),
})
const customerLedger = createRoute({
  getParentRoute: () => root,
  path: '/customer-ledger',
  validateSearch: listSearch('customer', 'overdue', 'from', 'to'),
  component: lazyRouteComponent(() => import('../payments/customer-ledger-page.tsx'), 'CustomerLedgerPage'),
})
const expenses = createRoute({
  getParentRoute: () => root,
  path: '/expenses',
  validateSearch: listSearch('approval', 'billing', 'source', 'project', 'customer', 'from', 'to'),
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'AllExpenses'),
})
const newExpense = createRoute({
  getParentRoute: () => root,
  path: '/expenses/new',
  validateSearch: ofProject,
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'NewExpensePage'),
})
const expense = createRoute({
  getParentRoute: () => root,
  path: '/expenses/$id',
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'AnExpense'),
})
const editExpense = createRoute({
  getParentRoute: () => root,
  path: '/expenses/$id/edit',
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'EditExpensePage'),
})
const myExpenses = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses',
  validateSearch: listSearch('approval', 'billing', 'source', 'project', 'customer', 'from', 'to'),
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'MyExpenses'),
})
const newMyExpense = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses/new',
  validateSearch: ofProject,
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'NewExpenseOfMine'),
})
const myExpense = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses/$id',
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'MyExpense'),
})
const editMyExpense = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses/$id/edit',
  component: lazyRouteComponent(() => import('../expenses/pages.tsx'), 'EditMyExpense'),
})

export const financesRoutes = [
  toBeInvoiced,
  invoices,
  invoice,
  draft,
  payments,
  customerLedger,
  expenses,
  newExpense,
  expense,
  editExpense,
  myExpenses,
  newMyExpense,
  myExpense,
  editMyExpense,
] as const
