import { accounting, invoicing } from './en/accounting.ts'
import { activities } from './en/activities.ts'
import { billing } from './en/billing.ts'
import { contacts } from './en/contacts.ts'
import { customers } from './en/customers.ts'
import { departments } from './en/departments.ts'
import { expenses } from './en/expenses.ts'
import { hours, timesheet } from './en/hours.ts'
import { approval } from './en/hours-approval.ts'
import { report } from './en/hours-report.ts'
import { hoursSettings, timesheetStatus } from './en/hours-settings.ts'
import { integrations } from './en/integrations.ts'
import { invoiceSettings } from './en/invoice-settings.ts'
import { invoices } from './en/invoices.ts'
import { logs } from './en/logs.ts'
import { notifications } from './en/notifications.ts'
import { payments } from './en/payments.ts'
import { prices } from './en/prices.ts'
import { projects } from './en/projects.ts'
import { shell } from './en/shell.ts'
import { setUp, signIn } from './en/sign-in.ts'
import { sync } from './en/sync.ts'
import { tags } from './en/tags.ts'
import { ui } from './en/ui.ts'
import { apiKeys, company, profile, users } from './en/users.ts'

export const en = {
  shell,
  signIn,
  setUp,
  ui,
  sync,
  customers,
  expenses,
  integrations,
  contacts,
  projects,
  activities,
  prices,
  departments,
  billing,
  invoices,
  payments,
  tags,
  logs,
  hours,
  timesheet,
  approval,
  report,
  hoursSettings,
  timesheetStatus,
  users,
  profile,
  apiKeys,
  notifications,
  company,
  accounting,
  invoicing,
  invoiceSettings,
}
