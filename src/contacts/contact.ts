import { z } from 'zod'
import { optionalEmail, optionalText, requiredText, stored, Version } from '../lib/fields.ts'

export const ContactInput = z.strictObject({
  customerId: z.uuid(),
  name: requiredText(100),
  title: optionalText(100),
  email: optionalEmail,
  phone: optionalText(30),
  mobile: optionalText(30),
  receivesInvoices: z.boolean().default(false),
  active: z.boolean().default(true),
  notes: optionalText(2000),
})
export type ContactInput = z.infer<typeof ContactInput>
export const ContactChange = ContactInput.extend({ version: Version })
export const Contact = z
  .object({ ...ContactInput.shape, ...stored, customerNumber: z.string(), customerName: z.string() })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>
