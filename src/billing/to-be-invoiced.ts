// What is unbilled, per project and price model. Amounts are decimal strings in the row's currency.
import { z } from 'zod'
import { priceModelKinds } from '../prices/price.ts'
import { Hindrance } from './hindrance.ts'

/** One project and price model with anything unbilled up to the day. */
export const ToBeInvoicedRow = z
  .object({
    projectId: z.uuid(),
    projectNumber: z.string(),
    projectName: z.string(),
    /** Null: the project has no price model yet, which is a hindrance. */
    priceModelId: z.uuid().nullable(),
    priceModelName: z.string().nullable(),
    kind: z.enum(priceModelKinds).nullable(),
    /** Who is billed: the model's customer, else the project's. */
    customerId: z.uuid(),
    customerNumber: z.string(),
    customerName: z.string(),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    departmentId: z.uuid().nullable(),
    currency: z.string(),
    /** Approved and open. `value` is what the billable minutes come to; 0 where the model bills an agreed price. */
    hours: z.object({ minutes: z.number().int(), billableMinutes: z.number().int(), value: z.string() }),
    expenses: z.object({ count: z.number().int(), value: z.string() }),
    /** Rows of the payment plan that are due, or the rest of an agreed price without a plan. */
    plan: z.object({ count: z.number().int(), value: z.string() }),
    /** Net of finalized on-account invoices that no settlement has deducted yet. */
    onAccountBilled: z.string(),
    notApproved: z.object({ minutes: z.number().int(), expenses: z.number().int() }),
    /** Of the open hours, expenses and plan rows. */
    firstOn: z.string().nullable(),
    lastOn: z.string().nullable(),
    /** What a draft made now would come to, without VAT. */
    total: z.string(),
    hindrances: z.array(Hindrance),
  })
  .meta({ id: 'ToBeInvoicedRow' })
export type ToBeInvoicedRow = z.infer<typeof ToBeInvoicedRow>

/** Of the whole filtered set, per currency. */
export const ToBeInvoicedSum = z.object({
  currency: z.string(),
  minutes: z.number().int(),
  hours: z.string(),
  expenses: z.string(),
  plan: z.string(),
  total: z.string(),
})
export type ToBeInvoicedSum = z.infer<typeof ToBeInvoicedSum>

/** A time entry, an expense or a plan row behind a row of the list, the not yet approved ones too. */
export const UnbilledSource = z
  .object({
    kind: z.enum(['time-entry', 'expense', 'plan-item']),
    id: z.string(),
    /** Work day, day of the expense, day on which the plan row is due. */
    on: z.string(),
    /** Person, or supplier. */
    who: z.string().nullable(),
    activityId: z.uuid().nullable(),
    activity: z.string().nullable(),
    text: z.string().nullable(),
    minutes: z.number().int().nullable(),
    billableMinutes: z.number().int().nullable(),
    /** Price per hour; null where there is none. */
    rate: z.string().nullable(),
    /** Null: no price, or no exchange rate. */
    value: z.string().nullable(),
    approved: z.boolean(),
  })
  .meta({ id: 'UnbilledSource' })
export type UnbilledSource = z.infer<typeof UnbilledSource>
