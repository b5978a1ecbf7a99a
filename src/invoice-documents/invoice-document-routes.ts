import { findFile } from '../files/file-store.ts'
import { sendFile } from '../files/send-file.ts'
import { findStanding, getInvoiceRecord } from '../invoices/invoice-store.ts'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { IdParams } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { invoiceDocumentTexts } from './invoice-document-texts.ts'

const say = sayFrom(invoiceDocumentTexts)
const tag = 'Invoices'

export function mountInvoiceDocumentRoutes(api: Api, db: Db): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoices/{id}/pdf',
      permission: 'view invoices',
      tag,
      summary: 'The PDF of a finalized document as it was stored; its ETag is the SHA-256 of its bytes',
      params: IdParams,
      answer: null,
      file: ['application/pdf'],
    },
    async ({ params, context }) => {
      const { number } = await getInvoiceRecord(db, params.id)
      if (number === null) throw new AppError('conflict', say('invoicePdf.isDraft'))
      const standing = await findStanding(db, params.id)
      const file = standing?.pdfFileId ? await findFile(db, standing.pdfFileId) : undefined
      if (!file) throw new AppError('conflict', say('invoicePdf.notYet', { number }))
      return sendFile(context, file)
    },
  )
}
