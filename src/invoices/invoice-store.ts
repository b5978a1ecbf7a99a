// Rows of invoices and their lines, as they stand. Which change is allowed is decided by the actions; numbers are given by finalize.
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { notFound } from '../lib/stale.ts'
import type { SourceKind } from './invoice.ts'
import { invoice, invoiceLine, invoiceLineSource, invoiceStanding, invoiceVat } from './invoice-table.ts'
import type { VatSum } from './invoice-totals.ts'

export type InvoiceRecord = typeof invoice.$inferSelect
export type NewInvoice = typeof invoice.$inferInsert
export type LineRecord = typeof invoiceLine.$inferSelect
export type NewLine = typeof invoiceLine.$inferInsert
export type SourceRecord = typeof invoiceLineSource.$inferSelect
export type VatRecord = typeof invoiceVat.$inferSelect
export type StandingRecord = typeof invoiceStanding.$inferSelect

export async function findInvoice(db: Db | Tx, id: string): Promise<InvoiceRecord | undefined> {
  const [row] = await db.select().from(invoice).where(eq(invoice.id, id))
  return row
}

/** @throws not-found */
export async function getInvoiceRecord(db: Db | Tx, id: string): Promise<InvoiceRecord> {
  const row = await findInvoice(db, id)
  if (!row) throw notFound('invoice', id)
  return row
}

/** Locks the row until the end of the transaction: whoever changes a document or its lines holds it. @throws not-found */
export async function lockInvoice(tx: Tx, id: string): Promise<InvoiceRecord> {
  const [row] = await tx.select().from(invoice).where(eq(invoice.id, id)).for('update')
  if (!row) throw notFound('invoice', id)
  return row
}

export async function insertInvoice(tx: Tx, row: NewInvoice): Promise<void> {
  await tx.insert(invoice).values(row)
}

export async function updateInvoice(tx: Tx, id: string, set: Partial<NewInvoice>): Promise<void> {
  await tx.update(invoice).set(set).where(eq(invoice.id, id))
}

/** Its lines, their sources and VAT go with it; whoever calls has let the sources go. */
export async function deleteInvoice(tx: Tx, id: string): Promise<void> {
  await tx.delete(invoiceLine).where(eq(invoiceLine.invoiceId, id))
  await tx.delete(invoiceVat).where(eq(invoiceVat.invoiceId, id))
  await tx.delete(invoice).where(eq(invoice.id, id))
}

export async function listLines(db: Db | Tx, invoiceId: string): Promise<LineRecord[]> {
  return db
    .select()
    .from(invoiceLine)
    .where(eq(invoiceLine.invoiceId, invoiceId))
    .orderBy(asc(invoiceLine.position), asc(invoiceLine.id))
}

/** In pieces: one statement takes 65,535 parameters. */
export async function insertLines(tx: Tx, lines: readonly NewLine[]): Promise<void> {
  for (let from = 0; from < lines.length; from += 1000)
    await tx.insert(invoiceLine).values(lines.slice(from, from + 1000))
}

export async function updateLine(tx: Tx, id: string, set: Partial<NewLine>): Promise<void> {
  await tx.update(invoiceLine).set(set).where(eq(invoiceLine.id, id))
}

export async function deleteLines(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(invoiceLine).where(inArray(invoiceLine.id, [...ids]))
}

/** How many time entries, expenses and plan rows stand behind each line. */
export async function countSources(db: Db | Tx, invoiceId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ lineId: invoiceLineSource.lineId, count: count() })
    .from(invoiceLineSource)
    .innerJoin(invoiceLine, eq(invoiceLine.id, invoiceLineSource.lineId))
    .where(eq(invoiceLine.invoiceId, invoiceId))
    .groupBy(invoiceLineSource.lineId)
  return new Map(rows.map((row) => [row.lineId, row.count]))
}

export async function listSources(db: Db | Tx, invoiceId: string): Promise<SourceRecord[]> {
  const rows = await db
    .select({ source: invoiceLineSource })
    .from(invoiceLineSource)
    .innerJoin(invoiceLine, eq(invoiceLine.id, invoiceLineSource.lineId))
    .where(eq(invoiceLine.invoiceId, invoiceId))
  return rows.map((row) => row.source)
}

export async function listSourcesOfLine(db: Db | Tx, lineId: string): Promise<SourceRecord[]> {
  return db.select().from(invoiceLineSource).where(eq(invoiceLineSource.lineId, lineId))
}

type Ids = { lineId: string; kind: SourceKind; sourceId: string; minutes: number | null; rate: string | null }
export type NewSource = Ids & { amount: bigint }

/** One statement whatever the number: the rows travel as JSON, since five thousand hours have more columns than parameters allow. */
export async function insertSources(tx: Tx, sources: readonly NewSource[]): Promise<void> {
  if (sources.length === 0) return
  const rows = JSON.stringify(
    sources.map((source) => ({
      line_id: source.lineId,
      kind: source.kind,
      source_id: source.sourceId,
      minutes: source.minutes,
      rate: source.rate,
      amount: source.amount.toString(),
    })),
  )
  await tx.execute(sql`
    insert into invoice_line_source (line_id, kind, source_id, minutes, rate, amount)
    select line_id, kind, source_id, minutes, rate, amount
      from jsonb_to_recordset(${rows}::jsonb)
           as s(line_id uuid, kind text, source_id uuid, minutes int, rate numeric, amount bigint)`)
}

export async function deleteSources(tx: Tx, lineId: string, sourceIds: readonly string[]): Promise<void> {
  if (sourceIds.length === 0) return
  await tx
    .delete(invoiceLineSource)
    .where(and(eq(invoiceLineSource.lineId, lineId), inArray(invoiceLineSource.sourceId, [...sourceIds])))
}

/** The VAT table of a finalized document; drafts have theirs computed at each look. */
export async function listVats(db: Db | Tx, invoiceId: string): Promise<VatRecord[]> {
  return db
    .select()
    .from(invoiceVat)
    .where(eq(invoiceVat.invoiceId, invoiceId))
    .orderBy(sql`${invoiceVat.percent} desc`, asc(invoiceVat.vatCode))
}

export async function insertVats(tx: Tx, invoiceId: string, vats: readonly VatSum[]): Promise<void> {
  if (vats.length === 0) return
  await tx.insert(invoiceVat).values(vats.map((vat) => ({ invoiceId, ...vat })))
}

export async function findStanding(db: Db | Tx, invoiceId: string): Promise<StandingRecord | undefined> {
  const [row] = await db.select().from(invoiceStanding).where(eq(invoiceStanding.invoiceId, invoiceId))
  return row
}
