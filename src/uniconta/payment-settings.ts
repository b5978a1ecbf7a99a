// Payments from the accounting system: an integration entry of its own, with the credentials of the main one. Pure.
import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { optionalText, Version } from '../lib/fields.ts'

export const paymentsType = 'uniconta-payments'

const dialog = {
  enabled: z.boolean().default(true),
  /** Payments of that day and later come in (UP-03). */
  paymentsFrom: Day,
  /** The hour of the company's day in which it runs (UP-04). */
  atHour: z.number().int().min(0).max(23).default(21),
  notes: optionalText(10_000),
}

export const PaymentsInput = z.strictObject(dialog)
export type PaymentsInput = z.infer<typeof PaymentsInput>
export const PaymentsChange = PaymentsInput.extend({ version: Version })
export const PaymentSettings = z.object(dialog)
export type PaymentSettings = z.infer<typeof PaymentSettings>

/** The last customer row there that was looked at, of which company: payments after it are read whatever is open. */
export const PaymentFacts = z.object({
  seen: z.object({ companyId: z.number(), rowId: z.number().int() }).nullable().default(null),
})

export const PaymentsIntegration = PaymentSettings.extend({ id: z.uuid(), version: Version }).meta({
  id: 'UnicontaPaymentsIntegration',
})
export type PaymentsIntegration = z.infer<typeof PaymentsIntegration>

export const PaymentImportStanding = z
  .object({
    isOn: z.boolean(),
    isRunning: z.boolean(),
    nextAt: z.iso.datetime().nullable(),
    /** When the last run ended, or tried to, and what it said. */
    lastAt: z.iso.datetime().nullable(),
    last: z.string().nullable(),
    isTroubled: z.boolean(),
  })
  .meta({ id: 'PaymentImport' })
export type PaymentImportStanding = z.infer<typeof PaymentImportStanding>
