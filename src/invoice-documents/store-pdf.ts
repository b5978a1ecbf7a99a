import { eq } from 'drizzle-orm'
import { storeFile } from '../files/file-store.ts'
import { findInvoice, findStanding } from '../invoices/invoice-store.ts'
import { invoiceStanding } from '../invoices/invoice-table.ts'
import { invoicePdf } from '../invoices/invoice-tasks.ts'
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Handler } from '../sync/handler.ts'
import { invoiceDocumentTexts } from './invoice-document-texts.ts'
import { type LoadedDocument, loadFinalized } from './load-document.ts'
import { PdfFault, renderInvoicePdf } from './render-pdf.ts'
import { toSheet } from './to-sheet.ts'

const say = sayFrom(invoiceDocumentTexts)

/** Makes the PDF of a finalized document and stores it, once: a document that has one keeps it for ever. */
export function invoicePdfHandler(): Handler {
  return {
    kind: invoicePdf,
    direction: 'none',
    logsSuccess: false,
    async run({ db, subject, now, inLane }) {
      const row = await findInvoice(db, subject)
      const standing = await findStanding(db, subject)
      if (!row?.number || !row.printed || !standing) return { outcome: 'off', sentence: say('invoicePdf.noDocument') }
      const { number } = row
      if (standing.pdfFileId) return { outcome: 'unchanged', sentence: say('invoicePdf.wasStored', { number }) }
      const { pdf, title, hasLogo } = await renderDocument(await loadFinalized(db, row))
      const name = `${title} ${number}.pdf`
      const isStored = await inLane((tx) => storePdf(tx, { invoiceId: row.id, name, pdf }, now()))
      if (!isStored) return { outcome: 'unchanged', sentence: say('invoicePdf.wasStored', { number }) }
      const sentence = say(hasLogo ? 'invoicePdf.stored' : 'invoicePdf.storedWithoutLogo', { number })
      return { outcome: 'done', sentence }
    },
  }
}

type Rendered = { pdf: Uint8Array; title: string; hasLogo: boolean }

/** A picture that cannot be read is left out: the document is owed, and what it names can no longer be changed. */
export async function renderDocument({ source, logo }: LoadedDocument): Promise<Rendered> {
  const sheet = toSheet(source)
  const { title } = sheet
  const isWanted = source.printed.seller.logoFileId !== null
  try {
    return { pdf: await renderInvoicePdf(sheet, logo), title, hasLogo: logo !== null || !isWanted }
  } catch (error) {
    if (!logo || !(error instanceof PdfFault)) throw error
    return { pdf: await renderInvoicePdf(sheet, null), title, hasLogo: false }
  }
}

/** False: there is one already, and it stays. */
async function storePdf(
  tx: Tx,
  { invoiceId, name, pdf }: { invoiceId: string; name: string; pdf: Uint8Array },
  now: Date,
): Promise<boolean> {
  const ofDocument = eq(invoiceStanding.invoiceId, invoiceId)
  const [standing] = await tx
    .select({ pdfFileId: invoiceStanding.pdfFileId })
    .from(invoiceStanding)
    .where(ofDocument)
    .for('update')
  if (!standing || standing.pdfFileId) return false
  const file = await storeFile(tx, { name, type: 'application/pdf', content: pdf, createdBy: 'system' }, now)
  await tx.update(invoiceStanding).set({ pdfFileId: file.id, pdfSha256: file.sha256 }).where(ofDocument)
  return true
}
