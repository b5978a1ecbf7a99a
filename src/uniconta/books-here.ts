// What is known here of the documents that a look has shown there.
import { sql } from 'drizzle-orm'
import { type CoupledSeries, writeNumber } from '../company/company.ts'
import { getSeries } from '../company/take-number.ts'
import type { InvoiceKind } from '../invoices/invoice.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { numberKey } from '../lib/record-number.ts'
import type { BookThere } from './books-look.ts'
import { findApart } from './books-store.ts'
import { numberOf, referenceOf } from './post-look.ts'
import type { Row } from './session.ts'
import { unicontaType } from './settings.ts'

export type DocumentHere = {
  id: string
  reference: string
  kind: InvoiceKind
  number: string | null
  isFinal: boolean
  isSettled: boolean
  theirNumber: number | null
  customerId: string
  account: string
  currency: string
  net: bigint
  vat: bigint
  gross: bigint
}

export type SettledAs = { number: number; rowId: string | null; serie: string | null }

export type Here = {
  byReference: ReadonlyMap<string, DocumentHere>
  /** Documents by the numbers of their orders. */
  byOrder: ReadonlyMap<string, DocumentHere>
  /** Settled here as these documents there, whatever they carry. */
  settledAs: readonly SettledAs[]
  /** `isLinked`: they were seen to be the same before; else only the number is the same, which may have been given twice. */
  customers: ReadonlyMap<string, { id: string; name: string; isLinked: boolean }>
  projects: ReadonlyMap<string, { id: string; customerId: string }>
  /** Which serials of each series documents here have. */
  isTaken: (series: CoupledSeries, serial: number) => boolean
  /** Keys of rows of which a person said that they are none of ours. */
  apart: ReadonlySet<string>
  written: (series: CoupledSeries, serial: number) => string
}

/** `orders`: of which the documents are asked for too. */
export async function readHere(db: Db | Tx, books: readonly BookThere[], orders: readonly Row[]): Promise<Here> {
  const rows = books.map(({ row }) => row)
  const all = [...rows, ...orders]
  const documents = await listDocuments(db, all.map(referenceOf), all.map(orderNumberOf))
  const numbers = rows.map(numberOf)
  const series = { invoice: await getSeries(db, 'invoice'), 'credit-note': await getSeries(db, 'credit-note') }
  return {
    byReference: new Map(documents.map(({ document }) => [document.reference, document])),
    byOrder: new Map(documents.flatMap(({ document, orders }) => orders.map((order) => [order, document]))),
    settledAs: await listSettledAs(db, numbers),
    customers: await findCustomers(db, textsOf(all, 'Account')),
    projects: await findProjects(db, textsOf(rows, 'Project')),
    isTaken: await findTaken(db, numbers),
    apart: await findApart(db),
    written: (kind, next) => writeNumber({ ...series[kind], next }),
  }
}

const orderNumberOf = (row: Row): number => Number(row.OrderNumber ?? 0)
const textsOf = (rows: readonly Row[], field: string): string[] => [
  ...new Set(
    rows.map((row) => row[field]).filter((value): value is string => typeof value === 'string' && value !== ''),
  ),
]

async function listDocuments(db: Db | Tx, references: readonly string[], orderNumbers: readonly number[]) {
  type Found = Omit<DocumentHere, 'net' | 'vat' | 'gross'> &
    Record<'net' | 'vat' | 'gross', string> & { orders: string[] }
  const { rows } = await db.execute<Found>(sql`
    select i.id, i.reference, i.kind, i.number, i.state = 'finalized' as "isFinal", i.currency, i.customer_id as "customerId",
           i.net::text as net, i.vat::text as vat, i.gross::text as gross,
           coalesce(l.external_key, c.number) as account, coalesce(p.step = 'settled', false) as "isSettled",
           case when p.step = 'settled' then p.their_number end as "theirNumber",
           coalesce((select array_agg(o.order_number::text) from uniconta_order o where o.invoice_id = i.id), '{}') as orders
      from invoice i
      join customer c on c.id = i.customer_id
      left join sync_link l on l.system = ${unicontaType} and l.kind = 'customer' and l.subject = c.id::text
      left join uniconta_posting p on p.invoice_id = i.id
     where i.reference = any(${sql.param([...new Set(references.filter(Boolean))])}::text[])
        or i.id in (select invoice_id from uniconta_order where order_number = any(${sql.param(known(orderNumbers))}::int[]))`)
  return rows.map(({ net, vat, gross, orders, ...row }) => ({
    document: { ...row, net: BigInt(net), vat: BigInt(vat), gross: BigInt(gross) },
    orders,
  }))
}

/** What the database takes for a number of an order. */
const known = (numbers: readonly number[]) =>
  numbers.filter((number) => Number.isSafeInteger(number) && number > 0 && number < 2_147_483_648)

async function listSettledAs(db: Db | Tx, numbers: readonly number[]): Promise<Here['settledAs']> {
  const { rows } = await db.execute<SettledAs>(sql`
    select their_number as number, their_row_id as "rowId", their_serie as serie from uniconta_posting
     where step = 'settled' and their_number = any(${sql.param(known(numbers))}::int[])`)
  return rows
}

async function findCustomers(db: Db | Tx, accounts: readonly string[]): Promise<Here['customers']> {
  const { rows } = await db.execute<{ account: string; id: string; name: string; isLinked: boolean }>(sql`
    select a.account, c.id, c.name, true as "isLinked" from unnest(${sql.param(accounts)}::text[]) as a(account)
      join sync_link l on l.system = ${unicontaType} and l.kind = 'customer' and l.external_key = a.account
      join customer c on c.id::text = l.subject
    union all
    select a.account, c.id, c.name, false from unnest(${sql.param(accounts)}::text[], ${sql.param(accounts.map(numberKey))}::text[]) as a(account, key)
      join customer c on c.number_key = a.key and c.deleted_at is null
     where not exists (select from sync_link l where l.system = ${unicontaType} and l.kind = 'customer'
                          and (l.external_key = a.account or l.subject = c.id::text))`)
  return new Map(rows.map(({ account, ...customer }) => [account, customer]))
}

async function findProjects(db: Db | Tx, numbers: readonly string[]): Promise<Here['projects']> {
  const { rows } = await db.execute<{ number: string; id: string; customerId: string }>(sql`
    select a.number, p.id, p.customer_id as "customerId" from unnest(${sql.param(numbers)}::text[]) as a(number)
      join sync_link l on l.system = ${unicontaType} and l.kind = 'project' and l.external_key = a.number
      join project p on p.id::text = l.subject
    union all
    select a.number, p.id, p.customer_id from unnest(${sql.param(numbers)}::text[], ${sql.param(numbers.map(numberKey))}::text[]) as a(number, key)
      join project p on p.number_key = a.key and p.deleted_at is null
     where not exists (select from sync_link l where l.system = ${unicontaType} and l.kind = 'project'
                          and (l.external_key = a.number or l.subject = p.id::text))`)
  return new Map(rows.map(({ number, ...project }) => [number, project]))
}

async function findTaken(db: Db | Tx, numbers: readonly number[]): Promise<Here['isTaken']> {
  const { rows } = await db.execute<{ series: CoupledSeries; serial: number }>(
    sql`select series, serial from invoice where series <> 'invoice-local' and serial = any(${sql.param(known(numbers))}::int[])`,
  )
  return (series, serial) => rows.some((row) => row.series === series && row.serial === serial)
}
