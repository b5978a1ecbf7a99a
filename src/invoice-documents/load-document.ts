// A document with everything that stands on it, read from the tables.
import { and, asc, eq, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import { findFile } from '../files/file-store.ts'
import { drawUp } from '../invoices/draw-up.ts'
import { findInvoice, type InvoiceRecord, type LineRecord, listLines, listVats } from '../invoices/invoice-store.ts'
import { invoiceLine, invoiceLineSource } from '../invoices/invoice-table.ts'
import { printedOf } from '../invoices/print-invoice.ts'
import type { Printed } from '../invoices/printed.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { addDays } from '../lib/dates.ts'
import { plain } from '../lib/money.ts'
import { timeEntry } from '../time-entries/time-entry-table.ts'
import { appUser } from '../users/user-table.ts'
import type { Logo } from './render-pdf.ts'
import type { SheetLine, SheetSource, SpecifiedHours } from './sheet.ts'

export type LoadedDocument = { source: SheetSource; logo: Logo | null }

/**
 * A finalized document: what it says was kept when it was finalized. Only the names and notes of the hours that it lists are read from
 * the hours themselves; the stored PDF keeps them.
 */
export async function loadFinalized(db: Db, row: InvoiceRecord): Promise<LoadedDocument> {
  const { printed, number, invoicedOn, dueOn } = row
  if (!printed || !number || !invoicedOn || !dueOn) throw new Error(`The document ${row.id} is not finalized.`)
  return {
    source: {
      ...row,
      number,
      invoicedOn,
      dueOn,
      printed,
      lines: (await listLines(db, row.id)).map(toSheetLine),
      vats: await listVats(db, row.id),
      hours: await listSpecifiedHours(db, row.id, printed),
    },
    logo: await loadLogo(db, printed),
  }
}

/** A draft as it would be finalized now, without number and payment id. It may lack what finalize will ask for. */
export async function loadDraft(db: Db, row: InvoiceRecord, now: Date): Promise<LoadedDocument> {
  // In one transaction: what stands on one page is of one moment.
  const { source, printed } = await inTransaction(
    db,
    async (tx) => {
      const drawn = await drawUp(tx, row, await listLines(tx, row.id), now)
      const original = row.creditedInvoiceId ? await findInvoice(tx, row.creditedInvoiceId) : undefined
      const printed: Printed = { ...(await printedOf(tx, row, drawn, creditedBy(original))), paymentIdShown: null }
      const { invoicedOn, lines, totals, companyCurrency, companyVat, exchangeRate } = drawn
      const source: SheetSource = {
        ...row,
        ...totals,
        number: null,
        invoicedOn,
        dueOn: addDays(invoicedOn, printed.paymentDays),
        companyCurrency,
        companyVat,
        exchangeRate,
        printed,
        lines: lines.map(toSheetLine),
        hours: await listSpecifiedHours(tx, row.id, printed),
      }
      return { source, printed }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
  return { source, logo: await loadLogo(db, printed) }
}

function creditedBy(original: InvoiceRecord | undefined): { number: string; invoicedOn: string } | undefined {
  return original?.number && original.invoicedOn
    ? { number: original.number, invoicedOn: original.invoicedOn }
    : undefined
}

function toSheetLine(line: LineRecord): SheetLine {
  return { ...line, quantity: plain(line.quantity), unitPrice: plain(line.unitPrice) }
}

/** The hours behind the lines, as the document lists them; empty when it lists none. */
async function listSpecifiedHours(
  db: Db | Tx,
  invoiceId: string,
  printed: Pick<Printed, 'hourSpecification'>,
): Promise<SpecifiedHours[]> {
  if (printed.hourSpecification === 'none') return []
  return db
    .select({
      workedOn: timeEntry.workedOn,
      person: appUser.name,
      activity: activity.name,
      note: timeEntry.note,
      minutes: sql<number>`coalesce(${invoiceLineSource.minutes}, ${timeEntry.billableMinutes})`,
    })
    .from(invoiceLineSource)
    .innerJoin(invoiceLine, eq(invoiceLine.id, invoiceLineSource.lineId))
    .innerJoin(timeEntry, eq(timeEntry.id, invoiceLineSource.sourceId))
    .innerJoin(appUser, eq(appUser.id, timeEntry.userId))
    .innerJoin(activity, eq(activity.id, timeEntry.activityId))
    .where(and(eq(invoiceLine.invoiceId, invoiceId), eq(invoiceLineSource.kind, 'time-entry')))
    .orderBy(asc(timeEntry.workedOn), asc(appUser.name), asc(timeEntry.id))
}

const extensions: Record<string, Logo['extension']> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

async function loadLogo(db: Db, { seller }: Pick<Printed, 'seller'>): Promise<Logo | null> {
  const file = seller.logoFileId ? await findFile(db, seller.logoFileId) : undefined
  const extension = file && extensions[file.mimeType]
  return file && extension ? { content: file.content, extension } : null
}
