// Drafts, invoices and credit notes in a list, and what a filtered list comes to.
import { z } from 'zod'
import { SyncBadge } from '../sync/record-state.ts'
import { invoiceKinds, invoiceSeries, invoiceStates, paymentStates } from './invoice.ts'

export const InvoiceRow = z
  .object({
    id: z.uuid(),
    kind: z.enum(invoiceKinds),
    state: z.enum(invoiceStates),
    number: z.string().nullable(),
    series: z.enum(invoiceSeries).nullable(),
    customerId: z.uuid(),
    customerNumber: z.string(),
    customerName: z.string(),
    projectId: z.uuid(),
    projectNumber: z.string(),
    projectName: z.string(),
    description: z.string().nullable(),
    currency: z.string(),
    invoicedOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    net: z.string(),
    vat: z.string(),
    gross: z.string(),
    open: z.string().nullable(),
    paymentState: z.enum(paymentStates).nullable(),
    mailedAt: z.iso.datetime().nullable(),
    updatedAt: z.iso.datetime(),
    sync: SyncBadge,
  })
  .meta({ id: 'InvoiceRow' })
export type InvoiceRow = z.infer<typeof InvoiceRow>

/** What a filtered list comes to in one currency. */
export const InvoiceTotal = z
  .object({
    currency: z.string(),
    count: z.number().int(),
    net: z.string(),
    vat: z.string(),
    gross: z.string(),
    open: z.string(),
    overdue: z.string(),
  })
  .meta({ id: 'InvoiceTotal' })
export type InvoiceTotal = z.infer<typeof InvoiceTotal>
