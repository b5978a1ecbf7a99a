import { z } from 'zod'
import { requiredText, stored, Version } from '../lib/fields.ts'

const shape = {
  /** Days between invoice date and due date. */
  days: z.number().int().min(0).max(365),
  name: requiredText(60),
  active: z.boolean().default(true),
}

export const PaymentTermInput = z.strictObject(shape)
export type PaymentTermInput = z.infer<typeof PaymentTermInput>
export const PaymentTermChange = z.strictObject({ ...shape, version: Version })
export const PaymentTerm = z.object({ ...shape, ...stored }).meta({ id: 'PaymentTerm' })
export type PaymentTerm = z.infer<typeof PaymentTerm>
