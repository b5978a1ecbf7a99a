import type { SQL } from 'drizzle-orm'
import { readPaymentLine } from '../accounting/payment-id.ts'
import { containsWords } from '../lib/search-text.ts'
import { invoice } from './invoice-table.ts'

/** Every word somewhere in the document; the code line of a payment slip is the document whose payment id it carries. */
export function findsInvoice(search: string | undefined): SQL | undefined {
  return containsWords(invoice.searchText, readPaymentLine(search ?? '')?.id ?? search)
}
