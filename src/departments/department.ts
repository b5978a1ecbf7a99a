import { z } from 'zod'
import { optionalText, RecordNumber, requiredText, stored, Version } from '../lib/fields.ts'

export const DepartmentInput = z.strictObject({
  number: RecordNumber,
  name: requiredText(100),
  /** The department's number in the accounting system; the own number is used when it is empty. */
  externalNumber: optionalText(20),
  active: z.boolean().default(true),
})
export type DepartmentInput = z.infer<typeof DepartmentInput>
export const DepartmentChange = DepartmentInput.extend({ version: Version })
export const Department = z
  .object({ ...DepartmentInput.shape, ...stored, projects: z.number().int() })
  .meta({ id: 'Department' })
export type Department = z.infer<typeof Department>
