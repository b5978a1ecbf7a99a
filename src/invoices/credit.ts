import { z } from 'zod'
import { requiredText } from '../lib/fields.ts'
import { Amount, PositiveDecimal } from '../lib/money.ts'
import { creditedHours } from './invoice.ts'

/** A part of a line: so many of its hours or pieces, or this amount without VAT; without either, all that is left of it. */
export const CreditPart = z.strictObject({
  lineId: z.uuid(),
  quantity: PositiveDecimal.optional(),
  net: Amount.optional(),
})

export const CreditInput = z.strictObject({
  /** Null: all that is left of the invoice. */
  lines: z.array(CreditPart).min(1).max(20_000).nullable().default(null),
  /** reopen: hours and expenses of lines that are credited whole are approved and unbilled again. keep: they stay billed. */
  hours: z.enum(creditedHours),
  reason: requiredText(200),
  /** Bills the same to another customer, on a new draft. Only when all is credited. */
  toCustomerId: z.uuid().nullable().default(null),
})
export type CreditInput = z.infer<typeof CreditInput>

/** The draft of the credit note, and the one that bills another customer. */
export const CreditAnswer = z
  .object({ creditNoteId: z.uuid(), newDraftId: z.uuid().nullable() })
  .meta({ id: 'CreditAnswer' })
