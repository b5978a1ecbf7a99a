// People, set-up and the log.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type AccountingTab, accountingTabs } from '../accounting/tabs.ts'
import { loadCompare, loadExportInvoices, loadImportExpenses } from '../connectors.ts'
import { listSearch } from '../ui/list-search.ts'
import { root } from './root.ts'

const tags = createRoute({
  getParentRoute: () => root,
  path: '/tags',
  // The group or tag that is open beside the list: an id or 'new', a new tag with its group.
  validateSearch: ({ group, tag }: Record<string, unknown>): { group?: string; tag?: string } => ({
    ...(typeof group === 'string' ? { group } : {}),
    ...(typeof tag === 'string' ? { tag } : {}),
  }),
  component: lazyRouteComponent(() => import('../tags/tags-page.tsx'), 'TagsPage'),
})
const departments = createRoute({
  getParentRoute: () => root,
  path: '/departments',
  // The department that is open beside the list, or 'new'.
  validateSearch: (given: Record<string, unknown>): { department?: string } =>
    typeof given.department === 'string' ? { department: given.department } : {},
  component: lazyRouteComponent(() => import('../departments/departments-page.tsx'), 'DepartmentsPage'),
})
const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  validateSearch: listSearch('role', 'active'),
  component: lazyRouteComponent(() => import('../users/user-list.tsx'), 'UserList'),
})
const newUser = createRoute({
  getParentRoute: () => root,
  path: '/users/new',
  component: lazyRouteComponent(() => import('../users/user-edit.tsx'), 'NewUser'),
})
const user = createRoute({
  getParentRoute: () => root,
  path: '/users/$id',
  component: lazyRouteComponent(() => import('../users/user-edit.tsx'), 'UserPage'),
})
const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: lazyRouteComponent(() => import('../users/access-page.tsx'), 'AccessPage'),
})
const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('../users/profile-page.tsx'), 'ProfilePage'),
})
const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../users/api-keys-page.tsx'), 'ApiKeysPage'),
})
const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  validateSearch: listSearch('kind', 'unread'),
  component: lazyRouteComponent(() => import('../notifications/notifications-page.tsx'), 'NotificationsPage'),
})
const notificationSettings = createRoute({
  getParentRoute: () => root,
  path: '/notifications/settings',
  component: lazyRouteComponent(
    () => import('../notifications/notification-settings-page.tsx'),
    'NotificationSettingsPage',
  ),
})
const generalSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/general',
  component: lazyRouteComponent(() => import('../company/general-settings-page.tsx'), 'GeneralSettingsPage'),
})
const invoicingSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/invoicing',
  component: lazyRouteComponent(() => import('../accounting/invoicing-page.tsx'), 'InvoicingPage'),
})
const accountingSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/accounting',
  // Which list, and what is open beside it: an id or 'new'.
  validateSearch: (given: Record<string, unknown>): { tab?: AccountingTab; open?: string } => {
    const tab = accountingTabs.find((one) => one === given.tab)
    return { ...(tab ? { tab } : {}), ...(typeof given.open === 'string' ? { open: given.open } : {}) }
  },
  component: lazyRouteComponent(() => import('../accounting/accounting-page.tsx'), 'AccountingPage'),
})
const integrations = createRoute({
  getParentRoute: () => root,
  path: '/settings/integrations',
  validateSearch: ({ dialog }: Record<string, unknown>): { dialog?: string } =>
    typeof dialog === 'string' ? { dialog } : {},
  component: lazyRouteComponent(() => import('../integrations/integration-list.tsx'), 'IntegrationList'),
})
const exportInvoices = createRoute({
  getParentRoute: () => root,
  path: '/export-invoices',
  validateSearch: listSearch('state'),
  component: lazyRouteComponent(loadExportInvoices, 'ExportInvoicesPage'),
})
const importExpenses = createRoute({
  getParentRoute: () => root,
  path: '/import-expenses',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: string } => (typeof tab === 'string' ? { tab } : {}),
  component: lazyRouteComponent(loadImportExpenses, 'ImportExpensesPage'),
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/export-invoices/compare',
  component: lazyRouteComponent(loadCompare, 'ComparePage'),
})
const logs = createRoute({
  getParentRoute: () => root,
  path: '/logs',
  validateSearch: listSearch('level', 'kind', 'from', 'to', 'exchange'),
  component: lazyRouteComponent(() => import('../logs/log-list.tsx'), 'LogList'),
})

export const setUpRoutes = [
  tags,
  departments,
  users,
  newUser,
  user,
  access,
  profile,
  apiKeys,
  notifications,
  notificationSettings,
  generalSettings,
  invoicingSettings,
  accountingSettings,
  integrations,
  exportInvoices,
  importExpenses,
  compare,
  logs,
] as const
