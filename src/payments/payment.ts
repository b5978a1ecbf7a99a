import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { optionalText, stored } from '../lib/fields.ts'
import { Amount } from '../lib/money.ts'

/** write-off: a rest that is not collected. import: read from the accounting system. */
export const paymentSources = ['manual', 'write-off', 'import'] as const
export type PaymentSource = (typeof paymentSources)[number]

export const PaymentInput = z.strictObject({
  /** Made by the caller: sent twice with the same key, it is one payment. It becomes the payment's id. */
  key: z.uuid().optional(),
  invoiceId: z.uuid(),
  paidOn: Day,
  /** Negative: money that went back, e.g. after a double payment. Not zero. */
  amount: Amount,
  source: z.enum(['manual', 'write-off']).default('manual'),
  description: optionalText(200),
})
export type PaymentInput = z.infer<typeof PaymentInput>

export const Payment = z
  .object({
    ...stored,
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    customerId: z.uuid(),
    customerName: z.string(),
    paidOn: z.string(),
    amount: z.string(),
    currency: z.string(),
    source: z.enum(paymentSources),
    description: z.string().nullable(),
    createdBy: z.string(),
  })
  .meta({ id: 'Payment' })
export type Payment = z.infer<typeof Payment>

/** What the payments of a filtered list come to in one currency. */
export const PaymentTotal = z
  .object({ currency: z.string(), count: z.number().int(), amount: z.string() })
  .meta({ id: 'PaymentTotal' })
export type PaymentTotal = z.infer<typeof PaymentTotal>
