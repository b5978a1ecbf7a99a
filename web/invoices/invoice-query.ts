import { type QueryClient, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Invoice, type InvoiceState } from '../../src/invoices/invoice.ts'
import { InvoiceRow, InvoiceTotal } from '../../src/invoices/invoice-row.ts'
import { get } from '../api.ts'
import { isMoving } from '../sync/state-badge.tsx'
import { listPage } from '../ui/list-page.ts'

/** A document or draft; asked again while its badge moves or its PDF is being made. */
export const useInvoice = (id: string) =>
  useQuery({
    queryKey: ['/invoices', id],
    queryFn: () => get(`/invoices/${id}`, Invoice),
    refetchInterval: ({ state: { data } }) =>
      data && (isMoving(data.sync) || (data.state === 'finalized' && !data.pdfReady)) ? 1_500 : false,
  })

export const InvoicePage = listPage(InvoiceRow).extend({ totals: z.array(InvoiceTotal) })
export type InvoicePage = z.infer<typeof InvoicePage>

/** Where a document is read, or a draft written. */
export const pathOfInvoice = ({ id, state }: { id: string; state: InvoiceState }) =>
  state === 'finalized' ? `/invoices/${id}` : `/drafts/${id}`

/** Takes in what the server answered, and asks again for everything that depends on documents. */
export function invoiceChanged(queries: QueryClient, invoice?: Invoice): void {
  if (invoice) queries.setQueryData(['/invoices', invoice.id], invoice)
  for (const key of ['/invoices', '/to-be-invoiced', '/payments', '/customer-ledger', 'project-economy', 'history'])
    void queries.invalidateQueries({
      queryKey: [key],
      predicate: ({ queryKey }) => !(invoice && queryKey[0] === '/invoices' && queryKey[1] === invoice.id),
    })
}
