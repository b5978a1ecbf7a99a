import { z } from 'zod'
import { findTimeZone } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { Day, dayIn } from '../lib/dates.ts'
import { IdParams, oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { recordStates } from '../sync/record-state.ts'
import { CreditAnswer, CreditInput } from './credit.ts'
import { creditInvoice } from './credit-invoice.ts'
import { DraftVersion } from './draft.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { Invoice, invoiceKinds, invoiceSeries, invoiceStates, paymentStates } from './invoice.ts'
import { InvoiceRow, InvoiceTotal } from './invoice-row.ts'
import { reportOnSeries } from './list-gaps.ts'
import { invoiceSorts, listInvoices } from './list-invoices.ts'
import { SeriesReport } from './series-report.ts'
import { getInvoice } from './show-invoice.ts'

const tag = 'Invoices'

export function mountInvoiceRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoices',
      permission: 'view invoices',
      tag,
      summary: 'Drafts, invoices and credit notes, page by page, and their sums in each currency',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(invoiceSorts).default('-invoicedOn'),
        state: oneOrMore(z.enum(invoiceStates)),
        kind: oneOrMore(z.enum(invoiceKinds)),
        series: oneOrMore(z.enum(invoiceSeries)),
        paymentState: oneOrMore(z.enum(paymentStates)),
        customer: oneOrMore(z.uuid()),
        project: oneOrMore(z.uuid()),
        owner: oneOrMore(z.string().max(64)),
        department: oneOrMore(z.uuid()),
        tag: oneOrMore(z.uuid()),
        from: Day.optional(),
        to: Day.optional(),
        syncState: oneOrMore(z.enum(recordStates)),
      }),
      answer: pageOf(InvoiceRow).extend({ totals: z.array(InvoiceTotal) }),
    },
    async ({ query, language }) => {
      const today = dayIn(await findTimeZone(db), now())
      const found = await listInvoices(db, query, { phrase: api.phrase, language, today })
      return { ...found, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoices/gaps',
      permission: 'view invoices',
      tag,
      summary: 'Whether the numbers of each series follow each other',
      answer: z.object({ items: z.array(SeriesReport) }),
    },
    async () => ({ items: await reportOnSeries(db) }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoices/{id}',
      permission: 'view invoices',
      tag,
      summary: 'A draft, an invoice or a credit note',
      params: IdParams,
      answer: Invoice,
    },
    ({ params, language }) => getInvoice(db, params.id, { phrase: api.phrase, language, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/invoices/{id}/finalize',
      permission: 'finalize invoices',
      tag,
      summary: 'Gives a draft its number; the document never changes again',
      params: IdParams,
      body: DraftVersion,
      answer: Invoice,
    },
    async ({ params, body, actor, language }) => {
      await finalizeInvoice(db, { actor, id: params.id, version: body.version, now: now() })
      return getInvoice(db, params.id, { phrase: api.phrase, language, now: now() })
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/invoices/{id}/credit',
      permission: 'change drafts',
      tag,
      summary: 'Makes a draft credit note for an invoice, whole or in part',
      params: IdParams,
      body: CreditInput,
      answer: CreditAnswer,
      status: 201,
    },
    ({ params, body, actor }) => creditInvoice(db, { actor, id: params.id, wish: body, now: now() }),
  )
}
