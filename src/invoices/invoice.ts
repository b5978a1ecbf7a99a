// An invoice or credit note, from draft to finalized document. Amounts are decimal strings in the document's currency; a credit
// note's are negative.
import { z } from 'zod'
import { ProductTypeName, vatCategories, vatRoundings } from '../accounting/accounting.ts'
import { Hindrance } from '../billing/hindrance.ts'
import { type CoupledSeries, coupledSeriesKinds, invoiceSeriesKinds } from '../company/company.ts'
import { Warning } from '../customers/customer.ts'
import { draftSettings } from '../invoice-settings/invoice-setting.ts'
import { Day } from '../lib/dates.ts'
import { optionalText, requiredText, stored, Version } from '../lib/fields.ts'
import { DecimalText, Percent } from '../lib/money.ts'
import { SyncBadge } from '../sync/record-state.ts'

export const invoiceKinds = ['invoice', 'credit-note'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

export const invoiceSeries = invoiceSeriesKinds
export type InvoiceSeries = (typeof invoiceSeries)[number]

/** Documents of these series are sent to accounting. */
export const isCoupled = (series: InvoiceSeries | null): series is CoupledSeries =>
  (coupledSeriesKinds as readonly (InvoiceSeries | null)[]).includes(series)

const nextStates = {
  draft: ['approved', 'finalized'],
  approved: ['draft', 'finalized'], // any change resets the approval
  finalized: [],
} as const satisfies Record<string, readonly string[]>
export type InvoiceState = keyof typeof nextStates
export const invoiceStates = ['draft', 'approved', 'finalized'] as const satisfies readonly InvoiceState[]

export function mayBecome(from: InvoiceState, to: InvoiceState): boolean {
  return (nextStates[from] as readonly InvoiceState[]).includes(to)
}

/** Where a line comes from: sources, a plan, a settlement, a person, or the line it credits. */
export const lineOrigins = [
  'hours',
  'expenses',
  'plan',
  'agreed-price',
  'deduction',
  'cap',
  'manual',
  'text',
  'credit',
] as const
export type LineOrigin = (typeof lineOrigins)[number]

export const sourceKinds = ['time-entry', 'expense', 'plan-item'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What becomes of the hours of a credited invoice: to be billed again, or billed as they are. */
export const creditedHours = ['reopen', 'keep'] as const
export type CreditedHours = (typeof creditedHours)[number]

export const lineUnits = ['hour', 'piece', 'lump-sum', 'kilometre', 'day', 'month'] as const
export type LineUnit = (typeof lineUnits)[number]

/** What a person may set on a draft; null inherits from project, customer, company. */
const draftFields = {
  customerId: z.uuid(),
  departmentId: z.uuid().nullable().default(null),
  /** Null: the day on which it is finalized. */
  invoicedOn: Day.nullable().default(null),
  sourcesUntil: Day.nullable().default(null),
  description: optionalText(200),
  ...draftSettings,
  /** False: takes the series without transfer. */
  transfer: z.boolean().default(true),
  /** Of a foreign currency: price of one unit in the company's currency, its source and day (MB § 97). */
  exchangeRate: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
  rateSource: optionalText(60),
  rateOn: Day.nullable().default(null),
  tagIds: z.array(z.uuid()).max(100).default([]),
}

export const DraftChange = z.strictObject({
  ...draftFields,
  /** A negative total can only be a credit note; left out: as it is. */
  kind: z.enum(invoiceKinds).optional(),
  version: Version,
})
export type DraftChange = z.infer<typeof DraftChange>

/** What a person may set on a line of a draft. */
export const LineInput = z.strictObject({
  text: requiredText(1000),
  productType: ProductTypeName.nullable().default('hours'),
  quantity: DecimalText.default('1'),
  unit: z.enum(lineUnits).default('hour'),
  unitPrice: DecimalText.default('0'),
  discountPercent: Percent.default('0'),
  /** Why the price differs from what was registered; needed when it does. */
  adjustmentReason: optionalText(200),
  accountId: z.uuid().nullable().default(null),
  activityId: z.uuid().nullable().default(null),
  periodFrom: Day.nullable().default(null),
  periodTo: Day.nullable().default(null),
})
export type LineInput = z.infer<typeof LineInput>

export const InvoiceLine = z
  .object({
    id: z.uuid(),
    position: z.number().int(),
    origin: z.enum(lineOrigins),
    productType: ProductTypeName.nullable(),
    text: z.string(),
    quantity: z.string(),
    unit: z.string(),
    unitPrice: z.string(),
    discountPercent: z.string(),
    net: z.string(),
    /** What the sources are worth; null on lines without sources. */
    registeredNet: z.string().nullable(),
    adjustmentReason: z.string().nullable(),
    /** Set on this line by hand; null: the setting for the product type. */
    accountId: z.uuid().nullable(),
    /** The account that the line is on, and where it comes from. */
    accountNumber: z.string().nullable(),
    vatCode: z.string().nullable(),
    vatCategory: z.enum(vatCategories).nullable(),
    vatPercent: z.string().nullable(),
    activityId: z.uuid().nullable(),
    periodFrom: z.string().nullable(),
    periodTo: z.string().nullable(),
    deductsInvoiceId: z.uuid().nullable(),
    creditedLineId: z.uuid().nullable(),
    /** How many time entries, expenses or plan rows stand behind it. */
    sources: z.number().int(),
  })
  .meta({ id: 'InvoiceLine' })
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const InvoiceVat = z
  .object({
    vatCode: z.string(),
    percent: z.string(),
    category: z.enum(vatCategories),
    net: z.string(),
    vat: z.string(),
  })
  .meta({ id: 'InvoiceVat' })
export type InvoiceVat = z.infer<typeof InvoiceVat>

/** open: nothing paid. overpaid: more than was owed. credited: taken back by credit notes. */
export const paymentStates = ['open', 'part-paid', 'paid', 'overpaid', 'credited', 'overdue'] as const
export type PaymentState = (typeof paymentStates)[number]

export const Invoice = z
  .object({
    ...stored,
    kind: z.enum(invoiceKinds),
    state: z.enum(invoiceStates),
    reference: z.string(),
    number: z.string().nullable(),
    series: z.enum(invoiceSeries).nullable(),
    projectId: z.uuid(),
    projectNumber: z.string(),
    projectName: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    priceModelId: z.uuid().nullable(),
    currency: z.string(),
    ...draftFields,
    dueOn: z.string().nullable(),
    onAccount: z.boolean(),
    /** Each inherited setting as it will be printed, and the level it comes from. */
    resolved: z.record(
      z.string(),
      z.object({ value: z.unknown(), from: z.enum(['company', 'customer', 'project', 'draft']) }),
    ),
    creditedInvoiceId: z.uuid().nullable(),
    creditedNumber: z.string().nullable(),
    creditReason: z.string().nullable(),
    creditedHours: z.enum(creditedHours).nullable(),
    vatRounding: z.enum(vatRoundings).nullable(),
    net: z.string(),
    vat: z.string(),
    gross: z.string(),
    companyCurrency: z.string().nullable(),
    companyNet: z.string().nullable(),
    companyVat: z.string().nullable(),
    paymentId: z.string().nullable(),
    lines: z.array(InvoiceLine),
    vats: z.array(InvoiceVat),
    /** Of a draft: what has to be mended before it can be finalized, and doubts. */
    hindrances: z.array(Hindrance),
    /** Of a draft that waits for its approval and for nothing else. */
    mayBeApproved: z.boolean(),
    /** Of a draft: the series that its number will come from, and the next number of it now; another document may get it first. */
    foreseen: z.object({ series: z.enum(invoiceSeries), number: z.string() }).nullable(),
    approvedBy: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    finalizedBy: z.string().nullable(),
    finalizedAt: z.iso.datetime().nullable(),
    /** Of a finalized document. */
    paid: z.string().nullable(),
    credited: z.string().nullable(),
    open: z.string().nullable(),
    paymentState: z.enum(paymentStates).nullable(),
    pdfReady: z.boolean(),
    mailedAt: z.iso.datetime().nullable(),
    mailedTo: z.string().nullable(),
    /** Why PDF and mail wait until the document is booked in the accounting system; null when its number may leave the house. */
    numberWaits: z.string().nullable(),
    creditNotes: z.array(z.object({ id: z.uuid(), number: z.string().nullable(), gross: z.string() })),
    sync: SyncBadge,
    warnings: z.array(Warning),
  })
  .meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof Invoice>
