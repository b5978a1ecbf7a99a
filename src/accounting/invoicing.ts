import { z } from 'zod'
import { coupledSeriesKinds } from '../company/company.ts'
import { Warning } from '../customers/customer.ts'
import { Day } from '../lib/dates.ts'
import { optionalText, Version } from '../lib/fields.ts'
import { paymentIdKinds, vatRoundings } from './accounting.ts'

const compact = (max: number) => optionalText(max).transform((text) => text?.replace(/\s/g, '') || null)

/** How the payment id is written; also asked for an example before it is saved. */
export const paymentIdFields = {
  paymentIdKind: z.enum(paymentIdKinds).default('none'),
  paymentIdFormat: optionalText(60),
  creditorNumber: compact(20),
}

const shape = {
  vatRounding: z.enum(vatRoundings).default('code'),
  useDraftApproval: z.boolean().default(false),
  booksLockedUntil: Day.nullable().default(null),
  ...paymentIdFields,
  bankName: optionalText(60),
  bankRegistrationNumber: compact(10),
  bankAccount: optionalText(30),
  iban: compact(40).transform((text) => text?.toUpperCase() ?? null),
  bic: compact(20).transform((text) => text?.toUpperCase() ?? null),
  legalNote: optionalText(200),
  vatNumber: optionalText(20),
  website: optionalText(100),
  logoFileId: z.uuid().nullable().default(null),
}

export const InvoicingChange = z.strictObject({ ...shape, version: Version })
export type InvoicingChange = z.infer<typeof InvoicingChange>
/** What holds for every invoice of the company. */
export const Invoicing = z
  .object({
    ...shape,
    version: Version,
    /** Changed where the number series are. */
    creditNoteSeries: z.enum(coupledSeriesKinds),
    /** Begins the reference of every document of this instance. */
    mark: z.string(),
    /** The payment id of the next invoice, for the eye. */
    paymentIdExample: z.string().nullable(),
    warnings: z.array(Warning),
  })
  .meta({ id: 'Invoicing' })
export type Invoicing = z.infer<typeof Invoicing>

/** What the payment ids would look like under settings that are not saved yet. */
export const PaymentIdExample = z.object({
  shown: z.string().nullable(),
  faults: z.array(Warning),
  warnings: z.array(Warning),
})
export type PaymentIdExample = z.infer<typeof PaymentIdExample>
