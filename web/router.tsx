// Every page, by its address. Screens are loaded when they are first shown, so that the first paint is quick.
import { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { type AccountingTab, accountingTabs } from './accounting/tabs.ts'
import { NotFound } from './shell/not-found.tsx'
import { PageFault } from './shell/page-fault.tsx'
import { Root } from './shell/root.tsx'
import { hoursFilterKeys } from './time-entries/hours-search.ts'
import { timesheetSearch } from './time-entries/timesheet-search.ts'
import { listSearch } from './ui/list-search.ts'
import { parseSearch, stringifySearch } from './ui/search-string.ts'

/** A new record of a customer: /projects/new?customer=… */
const ofCustomer = (given: Record<string, unknown>): { customer?: string } =>
  typeof given.customer === 'string' ? { customer: given.customer } : {}

const ofProject = (given: Record<string, unknown>): { project?: string } =>
  typeof given.project === 'string' ? { project: given.project } : {}

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Root, notFoundComponent: NotFound })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers' })
  },
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: listSearch('status', 'relation', 'country', 'tag', 'syncState'),
  component: lazyRouteComponent(() => import('./customers/customer-list.tsx'), 'CustomerList'),
})
const newCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/new',
  component: lazyRouteComponent(() => import('./customers/customer-edit.tsx'), 'NewCustomer'),
})
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./customers/customer-page.tsx'), 'CustomerPage'),
})
const editCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id/edit',
  component: lazyRouteComponent(() => import('./customers/customer-edit.tsx'), 'EditCustomer'),
})

const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  validateSearch: listSearch('customer', 'active'),
  component: lazyRouteComponent(() => import('./contacts/contact-list.tsx'), 'ContactList'),
})
const newContact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/new',
  validateSearch: ofCustomer,
  component: lazyRouteComponent(() => import('./contacts/contact-edit.tsx'), 'NewContact'),
})
const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id',
  component: lazyRouteComponent(() => import('./contacts/contact-page.tsx'), 'ContactPage'),
})
const editContact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id/edit',
  component: lazyRouteComponent(() => import('./contacts/contact-edit.tsx'), 'EditContact'),
})

const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  validateSearch: listSearch('state', 'customer', 'department', 'owner', 'tag', 'syncState'),
  component: lazyRouteComponent(() => import('./projects/project-list.tsx'), 'ProjectList'),
})
const newProject = createRoute({
  getParentRoute: () => root,
  path: '/projects/new',
  validateSearch: ofCustomer,
  component: lazyRouteComponent(() => import('./projects/project-edit.tsx'), 'NewProject'),
})
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$id',
  // The tab, and what is open beside it: the id of an activity or price model, or 'new'.
  validateSearch: ({ tab, open }: Record<string, unknown>): { tab?: string; open?: string } => ({
    ...(typeof tab === 'string' ? { tab } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./projects/project-page.tsx'), 'ProjectPage'),
})
const editProject = createRoute({
  getParentRoute: () => root,
  path: '/projects/$id/edit',
  component: lazyRouteComponent(() => import('./projects/project-edit.tsx'), 'EditProject'),
})

const timesheet = createRoute({
  getParentRoute: () => root,
  path: '/timesheet',
  validateSearch: timesheetSearch,
  component: lazyRouteComponent(() => import('./time-entries/timesheet-page.tsx'), 'TimesheetPage'),
})
const toBeInvoiced = createRoute({
  getParentRoute: () => root,
  path: '/to-be-invoiced',
  validateSearch: listSearch('until', 'customer', 'project', 'owner', 'department'),
  component: lazyRouteComponent(() => import('./billing/to-be-invoiced-page.tsx'), 'ToBeInvoicedPage'),
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
  component: lazyRouteComponent(() => import('./invoices/invoice-list.tsx'), 'InvoiceList'),
})
const invoice = createRoute({
  getParentRoute: () => root,
  path: '/invoices/$id',
  component: lazyRouteComponent(() => import('./invoices/invoice-page.tsx'), 'InvoicePage'),
})
const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$id',
  component: lazyRouteComponent(() => import('./drafts/draft-page.tsx'), 'DraftPage'),
})
const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: listSearch('source', 'customer', 'from', 'to'),
  component: lazyRouteComponent(() => import('./payments/payment-list.tsx'), 'PaymentList'),
})
const customerLedger = createRoute({
  getParentRoute: () => root,
  path: '/customer-ledger',
  validateSearch: listSearch('customer', 'overdue', 'from', 'to'),
  component: lazyRouteComponent(() => import('./payments/customer-ledger-page.tsx'), 'CustomerLedgerPage'),
})
const hoursReport = createRoute({
  getParentRoute: () => root,
  path: '/hours-report',
  validateSearch: listSearch(...hoursFilterKeys),
  component: lazyRouteComponent(() => import('./time-entries/hours-page.tsx'), 'HoursReport'),
})
const hours = createRoute({
  getParentRoute: () => root,
  path: '/hours',
  validateSearch: listSearch(...hoursFilterKeys),
  component: lazyRouteComponent(() => import('./time-entries/hours-page.tsx'), 'HoursOverview'),
})
const hoursApproval = createRoute({
  getParentRoute: () => root,
  path: '/hours-approval',
  validateSearch: listSearch('by', 'user', 'project'),
  component: lazyRouteComponent(() => import('./time-entries/hours-approval-page.tsx'), 'HoursApprovalPage'),
})
const timesheetStatus = createRoute({
  getParentRoute: () => root,
  path: '/timesheet-status',
  validateSearch: (given: Record<string, unknown>): { user?: string } =>
    typeof given.user === 'string' ? { user: given.user } : {},
  component: lazyRouteComponent(() => import('./time-entries/timesheet-status-page.tsx'), 'TimesheetStatusPage'),
})
const hoursSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/hours',
  component: lazyRouteComponent(() => import('./time-entries/hours-settings-page.tsx'), 'HoursSettingsPage'),
})
const activities = createRoute({
  getParentRoute: () => root,
  path: '/activities',
  validateSearch: listSearch('state', 'customer', 'owner', 'takesHours'),
  component: lazyRouteComponent(() => import('./activities/activity-list.tsx'), 'ActivityList'),
})
const projectRoles = createRoute({
  getParentRoute: () => root,
  path: '/project-roles',
  // The role that is open beside the list, or 'new'.
  validateSearch: (given: Record<string, unknown>): { role?: string } =>
    typeof given.role === 'string' ? { role: given.role } : {},
  component: lazyRouteComponent(() => import('./prices/project-roles-page.tsx'), 'ProjectRolesPage'),
})

const expenses = createRoute({
  getParentRoute: () => root,
  path: '/expenses',
  validateSearch: listSearch('approval', 'billing', 'source', 'project', 'from', 'to'),
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'AllExpenses'),
})
const newExpense = createRoute({
  getParentRoute: () => root,
  path: '/expenses/new',
  validateSearch: ofProject,
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'NewExpensePage'),
})
const expense = createRoute({
  getParentRoute: () => root,
  path: '/expenses/$id',
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'AnExpense'),
})
const editExpense = createRoute({
  getParentRoute: () => root,
  path: '/expenses/$id/edit',
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'EditExpensePage'),
})
const myExpenses = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses',
  validateSearch: listSearch('approval', 'billing', 'source', 'project', 'from', 'to'),
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'MyExpenses'),
})
const newMyExpense = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses/new',
  validateSearch: ofProject,
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'NewExpenseOfMine'),
})
const myExpense = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses/$id',
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'MyExpense'),
})
const editMyExpense = createRoute({
  getParentRoute: () => root,
  path: '/my-expenses/$id/edit',
  component: lazyRouteComponent(() => import('./expenses/pages.tsx'), 'EditMyExpense'),
})

const tags = createRoute({
  getParentRoute: () => root,
  path: '/tags',
  // The group or tag that is open beside the list: an id or 'new', a new tag with its group.
  validateSearch: ({ group, tag }: Record<string, unknown>): { group?: string; tag?: string } => ({
    ...(typeof group === 'string' ? { group } : {}),
    ...(typeof tag === 'string' ? { tag } : {}),
  }),
  component: lazyRouteComponent(() => import('./tags/tags-page.tsx'), 'TagsPage'),
})
const departments = createRoute({
  getParentRoute: () => root,
  path: '/departments',
  // The department that is open beside the list, or 'new'.
  validateSearch: (given: Record<string, unknown>): { department?: string } =>
    typeof given.department === 'string' ? { department: given.department } : {},
  component: lazyRouteComponent(() => import('./departments/departments-page.tsx'), 'DepartmentsPage'),
})

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  validateSearch: listSearch('role', 'active'),
  component: lazyRouteComponent(() => import('./users/user-list.tsx'), 'UserList'),
})
const newUser = createRoute({
  getParentRoute: () => root,
  path: '/users/new',
  component: lazyRouteComponent(() => import('./users/user-edit.tsx'), 'NewUser'),
})
const user = createRoute({
  getParentRoute: () => root,
  path: '/users/$id',
  component: lazyRouteComponent(() => import('./users/user-edit.tsx'), 'UserPage'),
})
const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: lazyRouteComponent(() => import('./users/access-page.tsx'), 'AccessPage'),
})
const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('./users/profile-page.tsx'), 'ProfilePage'),
})
const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./users/api-keys-page.tsx'), 'ApiKeysPage'),
})
const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications/notifications-page.tsx'), 'NotificationsPage'),
})
const generalSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/general',
  component: lazyRouteComponent(() => import('./company/general-settings-page.tsx'), 'GeneralSettingsPage'),
})
const invoicingSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/invoicing',
  component: lazyRouteComponent(() => import('./accounting/invoicing-page.tsx'), 'InvoicingPage'),
})
const accountingSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/accounting',
  // Which list, and what is open beside it: an id or 'new'.
  validateSearch: (given: Record<string, unknown>): { tab?: AccountingTab; open?: string } => {
    const tab = accountingTabs.find((one) => one === given.tab)
    return { ...(tab ? { tab } : {}), ...(typeof given.open === 'string' ? { open: given.open } : {}) }
  },
  component: lazyRouteComponent(() => import('./accounting/accounting-page.tsx'), 'AccountingPage'),
})
const integrations = createRoute({
  getParentRoute: () => root,
  path: '/settings/integrations',
  validateSearch: ({ dialog }: Record<string, unknown>): { dialog?: string } =>
    typeof dialog === 'string' ? { dialog } : {},
  component: lazyRouteComponent(() => import('./integrations/integration-list.tsx'), 'IntegrationList'),
})
const logs = createRoute({
  getParentRoute: () => root,
  path: '/logs',
  validateSearch: listSearch('level', 'kind', 'from', 'to', 'exchange'),
  component: lazyRouteComponent(() => import('./logs/log-list.tsx'), 'LogList'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    customers,
    newCustomer,
    customer,
    editCustomer,
    contacts,
    newContact,
    contact,
    editContact,
    projects,
    newProject,
    project,
    editProject,
    timesheet,
    hoursReport,
    hours,
    hoursApproval,
    timesheetStatus,
    hoursSettings,
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
    activities,
    projectRoles,
    tags,
    departments,
    users,
    newUser,
    user,
    access,
    profile,
    apiKeys,
    notifications,
    generalSettings,
    invoicingSettings,
    accountingSettings,
    integrations,
    logs,
  ]),
  context: { queries: new QueryClient() },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
