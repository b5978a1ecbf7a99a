import { z } from 'zod'

export const ledgerKinds = ['invoice', 'credit-note', 'payment', 'write-off'] as const

/** A line of the customer's account: what is owed goes up with invoices and down with credit notes and payments. */
export const LedgerEntry = z
  .object({
    day: z.string(),
    kind: z.enum(ledgerKinds),
    invoiceId: z.uuid(),
    /** Null on documents. */
    paymentId: z.uuid().nullable(),
    /** The document, or the one that is paid. */
    number: z.string(),
    text: z.string().nullable(),
    dueOn: z.string().nullable(),
    currency: z.string(),
    amount: z.string(),
    /** What the customer owes in this currency after this line. */
    balance: z.string(),
    /** Of a document: what is open of it today. */
    open: z.string().nullable(),
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** Of one customer and currency. */
export const LedgerBalance = z
  .object({
    currency: z.string(),
    /** Before the first day of the filter. */
    opening: z.string(),
    /** After its last day. */
    closing: z.string(),
    /** Due before today and not paid. */
    overdue: z.string(),
  })
  .meta({ id: 'LedgerBalance' })
export type LedgerBalance = z.infer<typeof LedgerBalance>

const aged = {
  /** The sum of the four below. */
  open: z.string(),
  /** Due today or later, less what is overpaid and credit notes that are not settled. */
  notDue: z.string(),
  days1to30: z.string(),
  days31to60: z.string(),
  daysOver60: z.string(),
  /** The sum of the three above. */
  overdue: z.string(),
}

/** What one customer owes in one currency, by how long it is overdue. */
export const CustomerBalance = z
  .object({
    customerId: z.uuid(),
    customerNumber: z.string(),
    customerName: z.string(),
    currency: z.string(),
    ...aged,
    /** How many documents are open. */
    documents: z.number().int(),
    /** The longest overdue one is due on this day. */
    oldestDueOn: z.string().nullable(),
  })
  .meta({ id: 'CustomerBalance' })
export type CustomerBalance = z.infer<typeof CustomerBalance>

export const BalanceTotal = z
  .object({ currency: z.string(), customers: z.number().int(), ...aged })
  .meta({ id: 'BalanceTotal' })
export type BalanceTotal = z.infer<typeof BalanceTotal>
