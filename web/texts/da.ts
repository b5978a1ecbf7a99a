import { accounting, invoicing } from './da/accounting.ts'
import { activities } from './da/activities.ts'
import { billing } from './da/billing.ts'
import { contacts } from './da/contacts.ts'
import { customers } from './da/customers.ts'
import { departments } from './da/departments.ts'
import { expenses } from './da/expenses.ts'
import { hours, timesheet } from './da/hours.ts'
import { approval } from './da/hours-approval.ts'
import { report } from './da/hours-report.ts'
import { hoursSettings, timesheetStatus } from './da/hours-settings.ts'
import { integrations } from './da/integrations.ts'
import { invoiceSettings } from './da/invoice-settings.ts'
import { invoices } from './da/invoices.ts'
import { logs } from './da/logs.ts'
import { notifications } from './da/notifications.ts'
import { payments } from './da/payments.ts'
import { prices } from './da/prices.ts'
import { projects } from './da/projects.ts'
import { shell } from './da/shell.ts'
import { setUp, signIn } from './da/sign-in.ts'
import { sync } from './da/sync.ts'
import { tags } from './da/tags.ts'
import { ui } from './da/ui.ts'
import { apiKeys, company, profile, users } from './da/users.ts'
import type { Texts } from './texts.tsx'

export const da: Texts = {
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
