import { z } from 'zod'
import { requiredText } from '../lib/fields.ts'

const Addresses = z.array(z.email().max(200)).max(20)

export const InvoiceMailInput = z.strictObject({
  /** From the mail draft: the same key is the same mail, however often it is sent. */
  key: z.uuid(),
  to: Addresses.min(1),
  cc: Addresses.default([]),
  subject: requiredText(200),
  text: requiredText(10_000),
  /** The receipts of the expenses on the document go with it. */
  attachReceipts: z.boolean().default(false),
  /** Sends a document that was mailed before once more. */
  again: z.boolean().default(false),
})
export type InvoiceMailInput = z.infer<typeof InvoiceMailInput>

/** waiting: it goes as soon as PDF and mail server are there. refused: never, its address is wrong. */
export const mailStates = ['waiting', 'sent', 'refused'] as const

export const InvoiceMail = z
  .object({
    id: z.uuid(),
    state: z.enum(mailStates),
    to: z.string(),
    cc: z.string().nullable(),
    subject: z.string(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    /** What the mail server said last. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'InvoiceMail' })
export type InvoiceMail = z.infer<typeof InvoiceMail>

export const InvoiceMailDraft = z
  .object({
    key: z.uuid(),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    attachReceipts: z.boolean(),
    /** Receipts that can go with it. */
    receipts: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.number().int() })),
    /** False: no mail server is set, nothing can be sent. */
    mailsGo: z.boolean(),
    /** Mails with this document before, newest first. */
    earlier: z.array(InvoiceMail),
  })
  .meta({ id: 'InvoiceMailDraft' })
export type InvoiceMailDraft = z.infer<typeof InvoiceMailDraft>
