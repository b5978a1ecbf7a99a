import { findFile, sha256Of } from '../files/file-store.ts'
import { sendFile } from '../files/send-file.ts'
import { Invoice } from '../invoices/invoice.ts'
import { findStanding, getInvoiceRecord } from '../invoices/invoice-store.ts'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import { findNumberWaits } from '../invoices/posting-gate.ts'
import { getInvoice } from '../invoices/show-invoice.ts'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { IdParams } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { findBadge } from '../sync/badge-store.ts'
import { invoiceDocumentTexts } from './invoice-document-texts.ts'
import { InvoiceMail, InvoiceMailDraft, InvoiceMailInput } from './invoice-mail.ts'
import { loadDraft } from './load-document.ts'
import { draftMail, mailInvoice } from './mail-invoice.ts'
import { ReleaseInput, releaseNumber } from './release-number.ts'
import { renderDocument } from './store-pdf.ts'

const say = sayFrom(invoiceDocumentTexts)
const tag = 'Invoices'

/** `mailsGo`: a mail server is set. */
export function mountInvoiceDocumentRoutes(api: Api, db: Db, now: Clock, { mailsGo }: { mailsGo: boolean }): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoices/{id}/pdf',
      permission: 'view invoices',
      tag,
      summary:
        'The PDF of a finalized document as it was stored; its ETag is the SHA-256 of its bytes. 409 while its number waits for the books',
      params: IdParams,
      answer: null,
      file: ['application/pdf'],
    },
    async ({ params, context, language }) => {
      const { number } = await getInvoiceRecord(db, params.id)
      if (number === null) throw new AppError('conflict', say('invoicePdf.isDraft'))
      const waits = await findNumberWaits(db, params.id)
      if (waits) {
        const { text: why } = await findBadge(db, 'invoice', params.id, api.phrase, language, invoicePost)
        throw new AppError('conflict', say('invoicePdf.waits', { ...waits, why }))
      }
      const standing = await findStanding(db, params.id)
      const file = standing?.pdfFileId ? await findFile(db, standing.pdfFileId) : undefined
      if (!file) throw new AppError('conflict', say('invoicePdf.notYet', { number }))
      return sendFile(context, file)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/drafts/{id}/pdf',
      permission: 'view invoices',
      tag,
      summary: 'How a draft would look, marked as a draft and without a number; made anew at each look',
      params: IdParams,
      answer: null,
      file: ['application/pdf'],
    },
    async ({ params, context }) => {
      const row = await getInvoiceRecord(db, params.id)
      if (row.number !== null) throw new AppError('conflict', say('invoicePdf.isFinal', { number: row.number }))
      const { pdf, title } = await renderDocument(await loadDraft(db, row, now()))
      const file = { name: `${title}.pdf`, mimeType: 'application/pdf', sha256: sha256Of(pdf), content: pdf }
      return sendFile(context, file)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoices/{id}/mail-draft',
      permission: 'finalize invoices',
      tag,
      summary: 'To whom and with which words a finalized document would be mailed, and the mails with it so far',
      params: IdParams,
      answer: InvoiceMailDraft,
    },
    ({ params }) => draftMail(db, params.id, { mailsGo, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/invoices/{id}/mail',
      permission: 'finalize invoices',
      tag,
      summary:
        'Mails a finalized document with its PDF. The same key again is the same mail; another one needs again: true',
      params: IdParams,
      body: InvoiceMailInput,
      answer: InvoiceMail,
      status: 202,
    },
    ({ params, body, actor }) => {
      if (!mailsGo) throw new AppError('conflict', say('invoiceMail.noServer'))
      return mailInvoice(db, { actor, invoiceId: params.id, wish: body, now: now() })
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/invoices/{id}/release',
      permission: 'finalize invoices',
      tag,
      summary: 'Lets PDF and mail of a finalized document go before it is booked; the reason stands in its history',
      params: IdParams,
      body: ReleaseInput,
      answer: Invoice,
    },
    async ({ params, body, actor, language }) => {
      await releaseNumber(db, { actor, id: params.id, reason: body.reason, now: now() })
      return getInvoice(db, params.id, { phrase: api.phrase, language, now: now() })
    },
  )
}
