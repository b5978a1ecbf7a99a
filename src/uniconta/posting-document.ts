// A finalized document as the posting reads it: what goes over the wire, and what has to come back.
import { asc, eq, sql } from 'drizzle-orm'
import { findTimeZone } from '../company/company-store.ts'
import type { InvoiceKind } from '../invoices/invoice.ts'
import { type InvoiceRecord, type LineRecord, listLines } from '../invoices/invoice-store.ts'
import { invoice } from '../invoices/invoice-table.ts'
import type { Printed } from '../invoices/printed.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { unsettled } from './posting-table.ts'
import type { CustomerRecord, ProjectRecord, TagOfRecord } from './records.ts'
import { findCustomerRecord, findProjectRecord } from './wanted.ts'

export type Document = {
  id: string
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
  if (row?.series !== 'invoice' || !isFinal(row)) return undefined
  // At once, since a document that was just finalized should be on its way within moments.
  const [customer, project, besides, lines, timeZone] = await Promise.all([
    findCustomerRecord(db, row.customerId),
    findProjectRecord(db, row.projectId),
    tagsAndDepartment(db, id),
    listLines(db, id),
    findTimeZone(db),
  ])
  if (!customer || !project) throw new Error(`Invoice ${id} names a project or customer that is gone.`)
  const { serial, number, kind, reference, currency, invoicedOn, dueOn, description, net, vat, gross, printed } = row
  return {
    ...{ id, serial, number, kind, reference, currency, invoicedOn, dueOn, description, net, vat, gross, printed },
    ...besides,
    paymentId: row.paymentId ?? number,
    creditedInvoiceId: row.creditedInvoiceId,
    lines,
    timeZone,
    customer,
    project,
  }
}

type Final = InvoiceRecord & {
  serial: number
  number: string
  invoicedOn: Day
  dueOn: Day
  printed: Printed
}
const isFinal = (row: InvoiceRecord): row is Final => row.state === 'finalized'

async function tagsAndDepartment(db: Db, id: string): Promise<Pick<Document, 'tags' | 'department'>> {
  const { rows } = await db.execute<Pick<Document, 'tags' | 'department'>>(sql`
    select case when d.id is null then null else jsonb_build_object('number', d.number, 'externalNumber', d.external_number) end as department,
           coalesce((select jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name, 'name', t.name, 'code', t.code))
              from record_tag r join tag t on t.id = r.tag_id join tag_group g on g.id = t.group_id
             where r.record_kind = 'invoice' and r.record_id = i.id), '[]'::jsonb) as tags
      from invoice i left join department d on d.id = i.department_id where i.id = ${id}::uuid`)
  return rows[0] ?? { tags: [], department: null }
}

/** The documents of the coupled series that are not settled there, from the lowest number on. `from`: the first that is covered. */
export async function listUnsettled(
  db: Db | Tx,
  from: number,
  limit: number,
): Promise<{ id: string; serial: number; number: string; name: string }[]> {
  const rows = await db
    .select({
      id: invoice.id,
      serial: unsettled.serial,
      number: sql<string>`${invoice.number}`,
      name: sql<string>`${invoice.printed} -> 'buyer' ->> 'name'`,
    })
    .from(unsettled)
    .innerJoin(invoice, eq(invoice.id, unsettled.invoiceId))
    .where(sql`${invoice.series} = 'invoice' and ${unsettled.serial} >= ${from}`)
    .orderBy(asc(unsettled.serial))
    .limit(limit)
  return rows
}

export async function countUnsettled(db: Db | Tx, from: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from uniconta_unsettled u join invoice i on i.id = u.invoice_id
     where i.series = 'invoice' and u.serial >= ${from}`)
  return rows[0]?.count ?? 0
}

/** The document right before this one that is not settled; it has to go first. */
export async function findPredecessor(db: Db, from: number, serial: number) {
  const { rows } = await db.execute<{ id: string; number: string; name: string }>(sql`
    select i.id, i.number, i.printed -> 'buyer' ->> 'name' as name
      from uniconta_unsettled u join invoice i on i.id = u.invoice_id
     where i.series = 'invoice' and u.serial >= ${from} and u.serial < ${serial}
     order by u.serial desc limit 1`)
  return rows[0]
}
