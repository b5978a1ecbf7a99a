import { and, asc, count, desc, eq, gte, inArray, isNotNull, lte, type SQL, sql, sum } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import { pageWithTotal, pushShows, sortKeys } from '../lib/listing.ts'
import { writeAmount } from '../lib/money.ts'
import { project } from '../projects/project-table.ts'
import { findBadges } from '../sync/badge-store.ts'
import type { RecordState } from '../sync/record-state.ts'
import { recordTag } from '../tags/tag-table.ts'
import type { InvoiceKind, InvoiceSeries, InvoiceState, PaymentState } from './invoice.ts'
import type { InvoiceRow, InvoiceTotal } from './invoice-row.ts'
import { invoice, invoiceStanding } from './invoice-table.ts'
import { invoicePost } from './invoice-tasks.ts'
import { findsInvoice } from './search-invoices.ts'
import type { Reader } from './show-invoice.ts'
import { paymentStateSql } from './standing.ts'

// Documents of one day follow each other as they were numbered. Drafts have no day and no number: newest first, they come first.
const sortColumns = {
  invoicedOn: [invoice.invoicedOn, invoice.serial],
  number: [invoice.series, invoice.serial],
  dueOn: [invoice.dueOn],
  updatedAt: [invoice.updatedAt],
  gross: [invoice.gross],
  open: [invoiceStanding.open],
  customer: [customer.nameSort],
} as const
export const invoiceSorts = sortKeys('invoicedOn', 'number', 'dueOn', 'updatedAt', 'gross', 'open', 'customer')

export type InvoiceFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: (typeof invoiceSorts)[number]
  state?: InvoiceState[] | undefined
  kind?: InvoiceKind[] | undefined
  series?: InvoiceSeries[] | undefined
  paymentState?: PaymentState[] | undefined
  customer?: string[] | undefined
  project?: string[] | undefined
  owner?: string[] | undefined
  department?: string[] | undefined
  tag?: string[] | undefined
  from?: string | undefined
  to?: string | undefined
  syncState?: RecordState[] | undefined
}

/** A page of drafts and documents, and what the whole filtered set comes to in each currency. `today`: the company's day. */
export async function listInvoices(
  db: Db,
  filter: InvoiceFilter,
  reader: Pick<Reader, 'phrase' | 'language'> & { today: string },
): Promise<{ items: InvoiceRow[]; total: number; totals: InvoiceTotal[] }> {
  const where = whereOf(filter, reader.today)
  const rows = await db
    .select({
      id: invoice.id,
      kind: invoice.kind,
      state: invoice.state,
      number: invoice.number,
      series: invoice.series,
      customerId: invoice.customerId,
      // As printed, once it is printed.
      customerNumber: sql<string>`coalesce(${invoice.printed} #>> '{buyer,number}', ${customer.number})`,
      customerName: sql<string>`coalesce(${invoice.printed} #>> '{buyer,name}', ${customer.name})`,
      projectId: invoice.projectId,
      projectNumber: sql<string>`coalesce(${invoice.printed} #>> '{project,number}', ${project.number})`,
      projectName: sql<string>`coalesce(${invoice.printed} #>> '{project,name}', ${project.name})`,
      description: invoice.description,
      currency: invoice.currency,
      invoicedOn: invoice.invoicedOn,
      dueOn: invoice.dueOn,
      net: invoice.net,
      vat: invoice.vat,
      gross: invoice.gross,
      open: invoiceStanding.open,
      paymentState: paymentStateSql({ ...invoiceStanding, gross: invoice.gross }, reader.today),
      mailedAt: invoiceStanding.mailedAt,
      updatedAt: invoice.updatedAt,
    })
    .from(invoice)
    .innerJoin(customer, eq(customer.id, invoice.customerId))
    .innerJoin(project, eq(project.id, invoice.projectId))
    .leftJoin(invoiceStanding, eq(invoiceStanding.invoiceId, invoice.id))
    .where(where)
    .orderBy(...orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const ids = rows.map((row) => row.id)
  const badges = await findBadges(db, 'invoice', ids, reader.phrase, reader.language, invoicePost)
  const items = rows.map((row) => {
    const sync = badges.get(row.id)
    if (!sync) throw new Error('findBadges gives a badge for every id.')
    const written = (minor: bigint) => writeAmount(minor, row.currency)
    return {
      ...row,
      net: written(row.net),
      vat: written(row.vat),
      gross: written(row.gross),
      open: row.open === null ? null : written(row.open),
      paymentState: row.open === null ? null : row.paymentState,
      mailedAt: row.mailedAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
      sync,
    }
  })
  const totals = await totalsOf(db, where, reader.today)
  const counted = totals.reduce((all, total) => all + total.count, 0)
  const { total } = await pageWithTotal(filter, rows, async () => counted)
  return { items, total, totals }
}

function orderOf(sort: InvoiceFilter['sort']): SQL[] {
  const down = sort.startsWith('-')
  const columns = [...sortColumns[sort.replace('-', '') as keyof typeof sortColumns], invoice.id]
  return columns.map((column) => (down ? desc(column) : asc(column)))
}

async function totalsOf(db: Db, where: SQL | undefined, today: string): Promise<InvoiceTotal[]> {
  const isOverdue = sql`${invoiceStanding.open} > 0 and ${invoice.gross} > 0 and ${invoiceStanding.dueOn} < ${today}::date`
  const rows = await db
    .select({
      currency: invoice.currency,
      count: count(),
      net: sum(invoice.net),
      vat: sum(invoice.vat),
      gross: sum(invoice.gross),
      open: sum(invoiceStanding.open),
      overdue: sql<string | null>`sum(${invoiceStanding.open}) filter (where ${isOverdue})`,
    })
    .from(invoice)
    .innerJoin(customer, eq(customer.id, invoice.customerId))
    .innerJoin(project, eq(project.id, invoice.projectId))
    .leftJoin(invoiceStanding, eq(invoiceStanding.invoiceId, invoice.id))
    .where(where)
    .groupBy(invoice.currency)
    .orderBy(invoice.currency)
  return rows.map(({ currency, count, ...sums }) => {
    const written = (minor: string | null) => writeAmount(BigInt(minor ?? 0), currency)
    const { net, vat, gross, open, overdue } = sums
    return {
      currency,
      count,
      net: written(net),
      vat: written(vat),
      gross: written(gross),
      open: written(open),
      overdue: written(overdue),
    }
  })
}

function whereOf(filter: InvoiceFilter, today: string): SQL | undefined {
  return and(
    filter.state && inArray(invoice.state, filter.state),
    filter.kind && inArray(invoice.kind, filter.kind),
    filter.series && inArray(invoice.series, filter.series),
    filter.paymentState &&
      and(
        isNotNull(invoiceStanding.invoiceId),
        inArray(paymentStateSql({ ...invoiceStanding, gross: invoice.gross }, today), filter.paymentState),
      ),
    filter.customer && inArray(invoice.customerId, filter.customer),
    filter.project && inArray(invoice.projectId, filter.project),
    filter.owner && inArray(project.ownerId, filter.owner),
    filter.department && inArray(invoice.departmentId, filter.department),
    filter.tag &&
      sql`${invoice.id} in (select ${recordTag.recordId} from ${recordTag} where ${and(inArray(recordTag.tagId, filter.tag), eq(recordTag.recordKind, 'invoice'))})`,
    filter.from ? gte(invoice.invoicedOn, filter.from) : undefined,
    filter.to ? lte(invoice.invoicedOn, filter.to) : undefined,
    pushShows(invoicePost, invoice.id, filter.syncState),
    findsInvoice(filter.search),
  )
}
