// Hours: registered, approved, looked at.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { hoursFilterKeys } from '../time-entries/hours-search.ts'
import { timesheetSearch } from '../time-entries/timesheet-search.ts'
import { listSearch } from '../ui/list-search.ts'
import { root } from './root.ts'

const timesheet = createRoute({
  getParentRoute: () => root,
  path: '/timesheet',
  validateSearch: timesheetSearch,
  component: lazyRouteComponent(() => import('../time-entries/timesheet-page.tsx'), 'TimesheetPage'),
})
const hoursReport = createRoute({
  getParentRoute: () => root,
  path: '/hours-report',
  validateSearch: listSearch(...hoursFilterKeys),
  component: lazyRouteComponent(() => import('../time-entries/hours-page.tsx'), 'HoursReport'),
})
const hours = createRoute({
  getParentRoute: () => root,
  path: '/hours',
  validateSearch: listSearch(...hoursFilterKeys),
  component: lazyRouteComponent(() => import('../time-entries/hours-page.tsx'), 'HoursOverview'),
})
const hoursApproval = createRoute({
  getParentRoute: () => root,
  path: '/hours-approval',
  validateSearch: listSearch('by', 'user', 'project'),
  component: lazyRouteComponent(() => import('../time-entries/hours-approval-page.tsx'), 'HoursApprovalPage'),
})
const timesheetStatus = createRoute({
  getParentRoute: () => root,
  path: '/timesheet-status',
  validateSearch: (given: Record<string, unknown>): { user?: string } =>
    typeof given.user === 'string' ? { user: given.user } : {},
  component: lazyRouteComponent(() => import('../time-entries/timesheet-status-page.tsx'), 'TimesheetStatusPage'),
})
const hoursSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/hours',
  component: lazyRouteComponent(() => import('../time-entries/hours-settings-page.tsx'), 'HoursSettingsPage'),
})

export const hoursRoutes = [timesheet, hoursReport, hours, hoursApproval, timesheetStatus, hoursSettings] as const
