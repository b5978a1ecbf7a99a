import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { RecordNumber, requiredText, stored, Version } from '../lib/fields.ts'
import { Percent } from '../lib/money.ts'
import { vatCategories } from './accounting.ts'

/** A percentage and the first day on which it holds; the next rate ends it. */
export const VatRate = z.strictObject({ validFrom: Day, percent: Percent })
export type VatRate = z.infer<typeof VatRate>

const shape = {
  /** As the accounting system writes it. */
  code: RecordNumber.max(20),
  name: requiredText(100),
  category: z.enum(vatCategories),
  active: z.boolean().default(true),
  rates: z.array(VatRate).min(1).max(50),
}

export const VatCodeInput = z.strictObject(shape)
export type VatCodeInput = z.infer<typeof VatCodeInput>
export const VatCodeChange = z.strictObject({ ...shape, version: Version })
export const VatCode = z.object({ ...shape, ...stored, accounts: z.number().int() }).meta({ id: 'VatCode' })
export type VatCode = z.infer<typeof VatCode>

/** The rate that holds on a day; undefined before the first one. */
export function rateOn(rates: readonly VatRate[], day: Day): VatRate | undefined {
  return rates
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
    .at(0)
}
