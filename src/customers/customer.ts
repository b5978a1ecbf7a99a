import { z } from 'zod'
import { CountryCode } from '../lib/countries.ts'
import { CurrencyCode } from '../lib/currencies.ts'
import { optionalEmail, optionalText, RecordNumber, requiredText, stored, Version } from '../lib/fields.ts'
import { SyncBadge } from '../sync/record-state.ts'

export const customerStatuses = ['potential', 'active', 'blocked', 'inactive'] as const
/** A participant takes part in projects and is never billed, so it does not go to accounting (UC-18). */
export const customerRelations = ['customer', 'participant', 'both'] as const
export const invoiceChannels = ['email', 'e-invoice', 'letter'] as const

export const CustomerInput = z.strictObject({
  /** Left out on a new customer: the next number of the series. */
  number: RecordNumber.optional(),
  name: requiredText(100),
  status: z.enum(customerStatuses).default('active'),
  relation: z.enum(customerRelations).default('customer'),
  registrationNumber: optionalText(20),
  vatNumber: optionalText(20),
  /** GS1 location number of the buyer, 13 digits (EAN number of Danish public buyers). */
  gln: optionalText(13),
  street1: optionalText(60),
  street2: optionalText(60),
  street3: optionalText(60),
  postalCode: optionalText(12),
  city: optionalText(30),
  countryCode: CountryCode,
  email: optionalEmail,
  invoiceEmail: optionalEmail,
  phone: optionalText(30),
  fax: optionalText(30),
  website: optionalText(100),
  currency: CurrencyCode,
  bankAccount: optionalText(50),
  invoiceChannel: z.enum(invoiceChannels).default('email'),
  eInvoiceScheme: optionalText(10),
  eInvoiceAddress: optionalText(50),
  /** Days between invoice date and due date; null takes the company's. */
  paymentDays: z.number().int().min(0).max(365).nullable().default(null),
  notes: optionalText(4000),
  tagIds: z.array(z.uuid()).max(100).default([]),
})
export type CustomerInput = z.infer<typeof CustomerInput>

export const CustomerChange = CustomerInput.extend({ number: RecordNumber, version: Version })

/** A doubt about a field that does not stop the save, e.g. a registration number with a wrong check digit. */
export const Warning = z.object({ path: z.string(), message: z.string() })

export const Customer = z
  .object({ ...CustomerInput.shape, ...stored, number: z.string(), sync: SyncBadge, warnings: z.array(Warning) })
  .meta({ id: 'Customer' })
export type Customer = z.infer<typeof Customer>

/** A row of the list. */
export const CustomerRow = Customer.pick({
  id: true,
  number: true,
  name: true,
  status: true,
  relation: true,
  registrationNumber: true,
  city: true,
  countryCode: true,
  email: true,
  phone: true,
  currency: true,
  tagIds: true,
  updatedAt: true,
  sync: true,
})
  .extend({ projects: z.number().int() })
  .meta({ id: 'CustomerRow' })
export type CustomerRow = z.infer<typeof CustomerRow>
