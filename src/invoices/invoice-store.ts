// Rows of invoices and their lines, as they stand. Which change is allowed is decided by the actions; numbers are given by finalize.
import { asc, count, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { plain } from '../lib/money.ts'
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

export async function insertInvoice(tx: Tx, row: NewInvoice): Promise<InvoiceRecord> {
  const [inserted] = await tx.insert(invoice).values(row).returning()
  return inserted as InvoiceRecord
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

const lineColumns = Object.entries(getTableColumns(invoiceLine)).map(([key, column]) => ({
  key: key as keyof LineRecord,
  name: column.name,
}))

/** Rows travel as JSON: thousands of lines have more values than a statement takes parameters. */
function asJson(lines: readonly NewLine[]): string {
  const rows = lines.map((line) => Object.fromEntries(lineColumns.map(({ key, name }) => [name, line[key] ?? null])))
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}

/** One statement whatever the number. */
export async function insertLines(tx: Tx, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return
  const rows = asJson(lines.map((line) => ({ edited: false, vatFixed: false, ...line })))
  await tx.execute(
    sql`insert into invoice_line select * from jsonb_populate_recordset(null::invoice_line, ${rows}::jsonb)`,
  )
}

/** Stores those that differ from what they were, in one statement whatever the number; new ones are left out. */
export async function updateLines(tx: Tx, before: readonly LineRecord[], lines: readonly LineRecord[]): Promise<void> {
  const known = new Map(before.map((line) => [line.id, line]))
  const changed = lines.filter((line) => {
    const was = known.get(line.id)
    return was !== undefined && !isSame(was, line)
  })
  if (changed.length === 0) return
  const assignments = lineColumns.filter(({ key }) => key !== 'id').map(({ name }) => sql.raw(`${name} = n.${name}`))
  await tx.execute(sql`
    update invoice_line l set ${sql.join(assignments, sql`, `)}
      from jsonb_populate_recordset(null::invoice_line, ${asJson(changed)}::jsonb) n where l.id = n.id`)
}

const decimals: ReadonlySet<string> = new Set(['quantity', 'unitPrice', 'discountPercent', 'vatPercent'])

/** Whether two lines would be stored alike; "7.50" and "7.5" are. */
function isSame(a: LineRecord, b: LineRecord): boolean {
  return lineColumns.every(({ key }) => {
    const [x, y] = [a[key], b[key]]
    if (x === y) return true
    return x !== null && y !== null && decimals.has(key) && plain(x as string) === plain(y as string)
  })
}

export async function deleteLines(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.execute(sql`delete from invoice_line where id = any(${sql.param(ids)}::uuid[])`)
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

export async function deleteSourcesOf(tx: Tx, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return
  await tx.execute(sql`delete from invoice_line_source where line_id = any(${sql.param(lineIds)}::uuid[])`)
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

/** Sources that are no longer what the draft took: other minutes, approval withdrawn, no longer held by it. */
export async function countChangedSources(db: Db | Tx, invoiceId: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count
      from invoice_line l
      join invoice_line_source s on s.line_id = l.id
      left join time_entry t on s.kind = 'time-entry' and t.id = s.source_id
      left join project_expense e on s.kind = 'expense' and e.id = s.source_id
      left join price_plan_item p on s.kind = 'plan-item' and p.id = s.source_id
     where l.invoice_id = ${invoiceId}
       and ((coalesce(t.invoice_id, e.invoice_id, p.invoice_id) is distinct from l.invoice_id
             and not exists (select from invoice h
                              where h.id = coalesce(t.invoice_id, e.invoice_id, p.invoice_id) and h.state = 'finalized'))
            or t.approval <> 'approved' or t.billable_minutes <> s.minutes or e.approval <> 'approved' or not e.billable
            or (s.kind = 'plan-item' and s.amount <> 0 and p.amount <> s.amount))`)
  return rows[0]?.count ?? 0
}
