import { z } from 'zod'
import { RecordNumber, requiredText, stored, Version } from '../lib/fields.ts'

const shape = {
  number: RecordNumber.max(20),
  name: requiredText(100),
  /** Null: lines on this account cannot be billed. */
  vatCodeId: z.uuid().nullable().default(null),
  active: z.boolean().default(true),
}

export const AccountInput = z.strictObject(shape)
export type AccountInput = z.infer<typeof AccountInput>
export const AccountChange = z.strictObject({ ...shape, version: Version })
export const Account = z.object({ ...shape, ...stored, vatCode: z.string().nullable() }).meta({ id: 'Account' })
export type Account = z.infer<typeof Account>
