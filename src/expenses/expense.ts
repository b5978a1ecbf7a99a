import { z } from 'zod'
import { CurrencyCode } from '../lib/currencies.ts'
import { Day } from '../lib/dates.ts'
import { optionalText, requiredText, stored, Version } from '../lib/fields.ts'
import { Amount, PositiveDecimal, plain } from '../lib/money.ts'
import { approvals, billingStates } from '../time-entries/time-entry.ts'

/** manual: typed by a person. import: read from the accounting system. */
export const expenseSources = ['manual', 'import'] as const
export type ExpenseSource = (typeof expenseSources)[number]

/** What is added to the cost when it is billed, in percent; 0 bills the cost. */
export const Markup = z
  .string()
  .trim()
  .refine((text) => /^\d{1,3}(\.\d{1,4})?$/.test(text), {
    message: 'Write a percentage such as 10 or 7.5, at most 999.',
  })
  .transform(plain)

const ExchangeRate = z
  .string()
  .trim()
  .refine((text) => /^\d{1,6}(\.\d{1,6})?$/.test(text) && /[1-9]/.test(text), {
    message: 'Write what one unit of the currency costs in the currency of the company, for example 7.4605.',
  })
  .transform(plain)

const written = {
  projectId: z.uuid(),
  activityId: z.uuid().nullable().default(null),
  title: requiredText(100),
  /** For the customer. */
  description: optionalText(1000),
  spentOn: Day,
  quantity: PositiveDecimal.refine((text) => text !== '0', { message: 'Write a quantity above 0.' }).default('1'),
  /** The whole cost without VAT in `currency`; negative when it came back. */
  amount: Amount.refine((text) => /[1-9]/.test(text), { message: 'Write an amount other than 0.' }),
  /** Left out: the company's. */
  currency: CurrencyCode.optional(),
  /** What one unit of `currency` costs in the company's currency. Only needed for another currency than the company's. */
  exchangeRate: ExchangeRate.nullable().default(null),
  supplierName: optionalText(100),
  supplierNumber: optionalText(40),
  voucherNumber: optionalText(40),
  billable: z.boolean().default(true),
  /** Null: the mark-up of the price model. */
  markup: Markup.nullable().default(null),
  /** A file stored under /files. */
  receiptId: z.uuid().nullable().default(null),
}

export const ExpenseInput = z.strictObject(written)
export type ExpenseInput = z.infer<typeof ExpenseInput>
export const ExpenseChange = z.strictObject({ ...written, version: Version })

export const Expense = z
  .object({
    ...written,
    ...stored,
    currency: z.string(),
    projectNumber: z.string(),
    projectName: z.string(),
    customerId: z.uuid(),
    customerName: z.string(),
    activityName: z.string().nullable(),
    companyAmount: z.string(),
    source: z.enum(expenseSources),
    receiptName: z.string().nullable(),
    registeredBy: z.string(),
    registeredByName: z.string(),
    approval: z.enum(approvals),
    approvedBy: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    rejectedBecause: z.string().nullable(),
    billing: z.enum(billingStates),
    invoiceId: z.uuid().nullable(),
    /** Whether the reader may change it as it stands, and approve it. */
    mayChange: z.boolean(),
    mayApprove: z.boolean(),
  })
  .meta({ id: 'Expense' })
export type Expense = z.infer<typeof Expense>

/** Of the whole filtered set, in the company's currency. */
export const ExpenseTotals = z
  .object({ cost: z.string(), billable: z.string(), toApprove: z.string(), unbilled: z.string() })
  .meta({ id: 'ExpenseTotals' })
export type ExpenseTotals = z.infer<typeof ExpenseTotals>

const ids = z.array(z.uuid()).min(1).max(1_000)
export const ExpensesNamed = z.strictObject({ ids })
export const ExpensesRejected = z.strictObject({ ids, comment: z.string().trim().min(1).max(500) })

/** What a change of many has done, and what it left as it is and why. */
export const ExpenseOutcome = z
  .object({
    done: z.number().int(),
    notDone: z.array(z.object({ id: z.uuid(), title: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ExpenseOutcome' })
export type ExpenseOutcome = z.infer<typeof ExpenseOutcome>
