import { z } from 'zod'
import { CountryCode } from '../lib/countries.ts'
import { CurrencyCode } from '../lib/currencies.ts'
import { optionalEmail, optionalText, requiredText, Version } from '../lib/fields.ts'

/** What the platform names, and UTC, which it leaves out although servers live in it. */
const timeZones = [...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'), 'UTC']
const known = new Set(timeZones)

/** The zones to choose from, with the present one by the name it has. */
export const timeZonesWith = (present: string): string[] => (known.has(present) ? timeZones : [present, ...timeZones])

/** A browser may know a zone by another name than this list, Europe/Kyiv for Europe/Kiev: both are understood. */
function isTimeZone(zone: string): boolean {
  if (known.has(zone)) return true
  if (!/^[A-Z][a-z]+\/[A-Z]/.test(zone)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

export const CompanyInput = z.strictObject({
  name: requiredText(100),
  registrationNumber: optionalText(20),
  countryCode: CountryCode,
  currency: CurrencyCode,
  timeZone: z.string().refine(isTimeZone, { message: 'Choose a time zone such as Europe/Copenhagen.' }),
  street: optionalText(60),
  postalCode: optionalText(12),
  city: optionalText(30),
  phone: optionalText(30),
  email: optionalEmail,
})
export const CompanyChange = CompanyInput.extend({ version: Version })
export const Company = z.object({ ...CompanyInput.shape, version: Version }).meta({ id: 'Company' })
export type Company = z.infer<typeof Company>

/** Each of these marches in step with a series of the accounting system. */
export const coupledSeriesKinds = ['invoice', 'credit-note'] as const
export type CoupledSeries = (typeof coupledSeriesKinds)[number]
/** 'credit-note' is used where credit notes have a series of their own there; 'invoice-local' has no counterpart there. */
export const invoiceSeriesKinds = [...coupledSeriesKinds, 'invoice-local'] as const
export type InvoiceSeriesKind = (typeof invoiceSeriesKinds)[number]
export const seriesKinds = ['customer', 'project', ...invoiceSeriesKinds] as const
export type SeriesKind = (typeof seriesKinds)[number]

/** Numbers given to new records: prefix, then the next number padded with zeros to `digits`. */
export const NumberSeriesChange = z.strictObject({
  prefix: z
    .string()
    .trim()
    .max(10)
    .regex(/^[A-Za-z0-9-]*$/),
  next: z.number().int().min(1).max(999_999_999),
  digits: z.number().int().min(1).max(12),
  /** Whether a person may type another number. */
  overridable: z.boolean(),
  version: Version,
})
export const NumberSeries = NumberSeriesChange.extend({ kind: z.enum(seriesKinds) })
  .strip()
  .meta({ id: 'NumberSeries' })
export type NumberSeries = z.infer<typeof NumberSeries>

/** The number that a series gives next, written out. */
export function writeNumber({ prefix, next, digits }: Pick<NumberSeries, 'prefix' | 'next' | 'digits'>): string {
  return prefix + String(next).padStart(digits, '0')
}
