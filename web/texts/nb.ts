import { accounting, invoicing } from './nb/accounting.ts'
import { activities } from './nb/activities.ts'
import { billing } from './nb/billing.ts'
import { contacts } from './nb/contacts.ts'
import { customers } from './nb/customers.ts'
import { departments } from './nb/departments.ts'
import { expenses } from './nb/expenses.ts'
import { hours, timesheet } from './nb/hours.ts'
import { approval } from './nb/hours-approval.ts'
import { report } from './nb/hours-report.ts'
import { hoursSettings, timesheetStatus } from './nb/hours-settings.ts'
import { integrations } from './nb/integrations.ts'
import { invoiceSettings } from './nb/invoice-settings.ts'
import { invoices } from './nb/invoices.ts'
import { logs } from './nb/logs.ts'
import { notifications } from './nb/notifications.ts'
import { payments } from './nb/payments.ts'
import { prices } from './nb/prices.ts'
import { projects } from './nb/projects.ts'
import { shell } from './nb/shell.ts'
import { setUp, signIn } from './nb/sign-in.ts'
import { sync } from './nb/sync.ts'
import { tags } from './nb/tags.ts'
import { ui } from './nb/ui.ts'
import { apiKeys, company, profile, users } from './nb/users.ts'
import type { Texts } from './texts.tsx'

export const nb: Texts = {
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
