// A finalized document as the posting reads it: what goes over the wire, and what has to come back.
import { eq, sql } from 'drizzle-orm'
import type { CoupledSeries } from '../company/company.ts'
import { findTimeZone } from '../company/company-store.ts'
import { type InvoiceKind, isCoupled } from '../invoices/invoice.ts'
import { type InvoiceRecord, type LineRecord, listLines } from '../invoices/invoice-store.ts'
import { invoice } from '../invoices/invoice-table.ts'
import type { Printed } from '../invoices/printed.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import type { Connection } from './connection.ts'
import { isCovered } from './coupled.ts'
import type { CustomerRecord, ProjectRecord, TagOfRecord } from './records.ts'
import { findCustomerRecord, findProjectRecord } from './wanted.ts'

export type Document = {
  id: string
  series: CoupledSeries
  serial: number
  number: string
  kind: InvoiceKind
  reference: string
  currency: string
  invoicedOn: Day
  dueOn: Day
  description: string | null
  paymentId: string
  net: bigint
  vat: bigint
  gross: bigint
  printed: Printed
  lines: readonly LineRecord[]
  customer: CustomerRecord
  project: ProjectRecord
  department: { number: string; externalNumber: string | null } | null
  /** Tags of kind invoice. */
  tags: readonly TagOfRecord[]
  creditedInvoiceId: string | null
  timeZone: string
}

/** Undefined for a draft, and for a document of the series without transfer. */
export async function findDocument(db: Db, id: string): Promise<Document | undefined> {
  const [row] = await db.select().from(invoice).where(eq(invoice.id, id))
  if (!row || !isFinal(row)) return undefined
  // At once, since a document that was just finalized should be on its way within moments.
  const [customer, project, besides, lines, timeZone] = await Promise.all([
    findCustomerRecord(db, row.customerId),
    findProjectRecord(db, row.projectId),
    tagsAndDepartment(db, id),
    listLines(db, id),
    findTimeZone(db),
  ])
  if (!customer || !project) throw new Error(`Invoice ${id} names a project or customer that is gone.`)
  return { ...row, ...besides, paymentId: row.paymentId ?? row.number, lines, timeZone, customer, project }
}

type Final = InvoiceRecord & {
  series: CoupledSeries
  serial: number
  number: string
  invoicedOn: Day
  dueOn: Day
  printed: Printed
}
const isFinal = (row: InvoiceRecord): row is Final => row.state === 'finalized' && isCoupled(row.series)

async function tagsAndDepartment(db: Db, id: string): Promise<Pick<Document, 'tags' | 'department'>> {
  const { rows } = await db.execute<Pick<Document, 'tags' | 'department'>>(sql`
    select case when d.id is null then null else jsonb_build_object('number', d.number, 'externalNumber', d.external_number) end as department,
           coalesce((select jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name, 'name', t.name, 'code', t.code))
              from record_tag r join tag t on t.id = r.tag_id join tag_group g on g.id = t.group_id
             where r.record_kind = 'invoice' and r.record_id = i.id), '[]'::jsonb) as tags
      from invoice i left join department d on d.id = i.department_id where i.id = ${id}::uuid`)
  return rows[0] ?? { tags: [], department: null }
}

type Unsettled = { id: string; series: CoupledSeries; serial: number; number: string; name: string }

/** By the columns that are indexed: those that were finalized before the books were covered are never settled, and may be many. */
const isCoveredThere = (connection: Pick<Connection, 'facts'>) => isCovered(connection, sql`u.series`, sql`u.serial`)

/** The covered documents that are not settled there, from the lowest number of each series on; of all series, or of one. */
export async function listUnsettled(
  db: Db | Tx,
  connection: Pick<Connection, 'facts'>,
  limit: number,
  series?: CoupledSeries,
): Promise<Unsettled[]> {
  const { rows } = await db.execute<Unsettled>(sql`
    select i.id, i.series, i.serial, i.number, i.printed -> 'buyer' ->> 'name' as name
      from uniconta_unsettled u join invoice i on i.id = u.invoice_id
     where ${isCoveredThere(connection)} and ${series ? sql`u.series = ${series}` : sql`true`}
     order by u.series desc, u.serial limit ${limit}`)
  return rows
}

/** Of one series, or of all. */
export async function countUnsettled(
  db: Db | Tx,
  connection: Pick<Connection, 'facts'>,
  series?: CoupledSeries,
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from uniconta_unsettled u
     where ${isCoveredThere(connection)} and ${series ? sql`u.series = ${series}` : sql`true`}`)
  return rows[0]?.count ?? 0
}

/**
 * The document that has to go first: the one right before it in its series that is not settled, or the invoice that a credit note
 * takes back, which may be of another series.
 */
export async function findPredecessor(
  db: Db,
  connection: Pick<Connection, 'facts'>,
  { series, serial, creditedInvoiceId }: Pick<Document, 'series' | 'serial' | 'creditedInvoiceId'>,
): Promise<{ id: string; number: string; name: string } | undefined> {
  const { rows } = await db.execute<{ id: string; number: string; name: string }>(sql`
    select i.id, i.number, i.printed -> 'buyer' ->> 'name' as name
      from uniconta_unsettled u join invoice i on i.id = u.invoice_id
     where ${isCoveredThere(connection)}
       and ((u.series = ${series} and u.serial < ${serial}) or (u.series <> ${series} and u.invoice_id = ${creditedInvoiceId}::uuid))
     order by u.series = ${series} desc, u.serial desc limit 1`)
  return rows[0]
}
