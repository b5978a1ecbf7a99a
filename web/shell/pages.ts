// The pages of the navigation, with the permission that shows them.
import {
  type Icon,
  IconAddressBook,
  IconBell,
  IconBriefcase,
  IconBuilding,
  IconBuildingCommunity,
  IconCalculator,
  IconCalendarCheck,
  IconCash,
  IconClock,
  IconClockCheck,
  IconClockCog,
  IconClockDollar,
  IconClockSearch,
  IconFileExport,
  IconFileImport,
  IconFileInvoice,
  IconFileSettings,
  IconFileText,
  IconHierarchy2,
  IconId,
  IconKey,
  IconListCheck,
  IconListSearch,
  IconLock,
  IconPlugConnected,
  IconReceipt,
  IconReceipt2,
  IconReportAnalytics,
  IconReportMoney,
  IconSettings,
  IconTags,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import type { Permission } from '../../src/users/permissions.ts'
import type { Texts } from '../texts/texts.tsx'

type PageKey = keyof Texts['shell']['pages']
type GroupKey = keyof Texts['shell']['groups']

export type Page = { key: PageKey; to: string; icon: Icon; permission?: Permission }

export const navigation: readonly { key: GroupKey; icon: Icon; pages: readonly Page[] }[] = [
  {
    key: 'my',
    icon: IconUser,
    pages: [
      { key: 'timesheet', to: '/timesheet', icon: IconClock, permission: 'register own hours' },
      { key: 'hoursReport', to: '/hours-report', icon: IconReportAnalytics, permission: 'register own hours' },
      { key: 'myExpenses', to: '/my-expenses', icon: IconReceipt, permission: 'register expenses' },
      { key: 'notifications', to: '/notifications', icon: IconBell },
      { key: 'profile', to: '/profile', icon: IconUser },
    ],
  },
  {
    key: 'customers',
    icon: IconBuilding,
    pages: [
      { key: 'customers', to: '/customers', icon: IconBuilding, permission: 'view customers' },
      { key: 'contacts', to: '/contacts', icon: IconAddressBook, permission: 'view customers' },
    ],
  },
  {
    key: 'projects',
    icon: IconBriefcase,
    pages: [
      { key: 'projects', to: '/projects', icon: IconBriefcase, permission: 'view projects' },
      { key: 'activities', to: '/activities', icon: IconListCheck, permission: 'view activities' },
      { key: 'hoursApproval', to: '/hours-approval', icon: IconClockCheck, permission: 'approve hours' },
    ],
  },
  {
    key: 'resources',
    icon: IconUsers,
    pages: [{ key: 'users', to: '/users', icon: IconUsers, permission: 'view prices' }],
  },
  {
    key: 'finances',
    icon: IconReportMoney,
    pages: [
      { key: 'toBeInvoiced', to: '/to-be-invoiced', icon: IconClockDollar, permission: 'view invoices' },
      { key: 'invoices', to: '/invoices', icon: IconFileInvoice, permission: 'view invoices' },
      { key: 'expenses', to: '/expenses', icon: IconReceipt2, permission: 'view expenses' },
      { key: 'payments', to: '/payments', icon: IconCash, permission: 'view payments' },
      { key: 'customerLedger', to: '/customer-ledger', icon: IconListSearch, permission: 'view payments' },
    ],
  },
  {
    key: 'company',
    icon: IconBuildingCommunity,
    pages: [
      { key: 'hours', to: '/hours', icon: IconClockSearch, permission: "view everybody's hours" },
      {
        key: 'timesheetStatus',
        to: '/timesheet-status',
        icon: IconCalendarCheck,
        permission: "view everybody's hours",
      },
      { key: 'exportInvoices', to: '/export-invoices', icon: IconFileExport, permission: 'view the log' },
      { key: 'importExpenses', to: '/import-expenses', icon: IconFileImport, permission: 'view the log' },
      { key: 'logs', to: '/logs', icon: IconFileText, permission: 'view the log' },
    ],
  },
  {
    key: 'setup',
    icon: IconSettings,
    pages: [
      { key: 'general', to: '/settings/general', icon: IconSettings, permission: 'change settings' },
      { key: 'invoicing', to: '/settings/invoicing', icon: IconFileSettings, permission: 'view accounting' },
      { key: 'accounting', to: '/settings/accounting', icon: IconCalculator, permission: 'view accounting' },
      { key: 'hoursSettings', to: '/settings/hours', icon: IconClockCog, permission: 'lock hours' },
      { key: 'integrations', to: '/settings/integrations', icon: IconPlugConnected, permission: 'view integrations' },
      { key: 'access', to: '/access', icon: IconLock, permission: 'change users' },
      { key: 'projectRoles', to: '/project-roles', icon: IconId, permission: 'change prices' },
      { key: 'tags', to: '/tags', icon: IconTags, permission: 'change tags' },
      { key: 'departments', to: '/departments', icon: IconHierarchy2, permission: 'change departments' },
      { key: 'apiKeys', to: '/api-keys', icon: IconKey, permission: 'change API keys' },
    ],
  },
]

const pages = navigation.flatMap((group) => group.pages)

/** Whether an address is that page, or one below it. */
export const isAt = (pathname: string, to: string) => pathname === to || pathname.startsWith(`${to}/`)

/** The page that an address belongs to. */
export const pageAt = (pathname: string): Page | undefined => pages.find(({ to }) => isAt(pathname, to))

/** What a role may not use is not shown. */
export function pagesFor(permissions: readonly string[]) {
  return navigation
    .map((group) => ({
      ...group,
      pages: group.pages.filter((page) => !page.permission || permissions.includes(page.permission)),
    }))
    .filter((group) => group.pages.length > 0)
}
