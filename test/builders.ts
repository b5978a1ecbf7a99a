// Valid inputs for the API: a test writes only the field that it is about.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { AccountInput } from '../src/accounting/account.ts'
import type { PaymentTermInput } from '../src/accounting/payment-term.ts'
import type { VatCodeInput } from '../src/accounting/vat-code.ts'
import type { ActivityInput } from '../src/activities/activity.ts'
import type { ContactInput } from '../src/contacts/contact.ts'
import type { CustomerInput } from '../src/customers/customer.ts'
import type { DepartmentInput } from '../src/departments/department.ts'
import type { ExpenseInput } from '../src/expenses/expense.ts'
import type { PaymentInput } from '../src/payments/payment.ts'
import type { PriceModelInput, ProjectRoleInput } from '../src/prices/price.ts'
import type { ProjectInput } from '../src/projects/project.ts'
import type { TagGroupInput, TagInput } from '../src/tags/tag.ts'
import type { TimeEntryInput } from '../src/time-entries/time-entry.ts'

type Sent<T extends z.ZodType> = z.input<T>

export function aCustomer(fields: Partial<Sent<typeof CustomerInput>> = {}): Sent<typeof CustomerInput> {
  return { name: 'Hansen A/S', countryCode: 'DK', currency: 'DKK', ...fields }
}

export function aProject(
  fields: Partial<Sent<typeof ProjectInput>> & { customerId: string },
): Sent<typeof ProjectInput> {
  return { name: 'Harbour office', ...fields }
}

export function anActivity(
  fields: Partial<Sent<typeof ActivityInput>> & { projectId: string },
): Sent<typeof ActivityInput> {
  return { name: 'Design', ...fields }
}

export function aProjectRole(fields: Partial<Sent<typeof ProjectRoleInput>> = {}): Sent<typeof ProjectRoleInput> {
  return { name: 'Project leader', salesPrice: '1400', costPrice: '700', ...fields }
}

/** Hourly, at one common price. */
export function aPriceModel(
  fields: Partial<Sent<typeof PriceModelInput>> & { projectId: string },
): Sent<typeof PriceModelInput> {
  const hourly = { kind: 'hourly', hourlyBase: 'common', commonRate: '900' } as const
  return { name: 'Hours', ...(fields.kind === undefined || fields.kind === 'hourly' ? hourly : {}), ...fields }
}

export function aTagGroup(fields: Partial<Sent<typeof TagGroupInput>> = {}): Sent<typeof TagGroupInput> {
  return { name: 'Customer group', objectKind: 'customer', rule: 'none', ...fields }
}

export function aTag(fields: Partial<Sent<typeof TagInput>> & { groupId: string }): Sent<typeof TagInput> {
  return { name: 'Consulting', code: randomUUID().slice(0, 8), ...fields }
}

export function aDepartment(fields: Partial<Sent<typeof DepartmentInput>> = {}): Sent<typeof DepartmentInput> {
  return { number: '10', name: 'Copenhagen', ...fields }
}

export function aContact(
  fields: Partial<Sent<typeof ContactInput>> & { customerId: string },
): Sent<typeof ContactInput> {
  return { name: 'Bo Berg', email: 'bo@hansen.test', ...fields }
}

export function aPayment(
  fields: Partial<Sent<typeof PaymentInput>> & { invoiceId: string },
): Sent<typeof PaymentInput> {
  return { paidOn: '2026-11-20', amount: '100', ...fields }
}

export function aTimeEntry(
  fields: Partial<Sent<typeof TimeEntryInput>> & { activityId: string },
): Sent<typeof TimeEntryInput> {
  return { workedOn: '2026-11-23', minutes: 60, ...fields }
}

export function anExpense(
  fields: Partial<Sent<typeof ExpenseInput>> & { projectId: string },
): Sent<typeof ExpenseInput> {
  return { title: 'Plots and copies', spentOn: '2026-11-20', amount: '1200.50', ...fields }
}

export function anAccount(fields: Partial<Sent<typeof AccountInput>> = {}): Sent<typeof AccountInput> {
  return { number: '1010', name: 'Sales of hours', ...fields }
}

export function aVatCode(fields: Partial<Sent<typeof VatCodeInput>> = {}): Sent<typeof VatCodeInput> {
  const rates = [{ validFrom: '1992-01-01', percent: '25' }]
  return { code: 'U25', name: 'Output VAT 25 %', category: 'standard', rates, ...fields }
}

export function aPaymentTerm(fields: Partial<Sent<typeof PaymentTermInput>> = {}): Sent<typeof PaymentTermInput> {
  return { days: 14, name: 'Net 14 days', ...fields }
}
