// The looks of a posting: which of our documents stand there, what else stands in the series, and whether the answer counts.
import type { TaskContext } from '../sync/handler.ts'
import { findApart } from './books-store.ts'
import type { Connection } from './connection.ts'
import { rowIdOf } from './fields.ts'
import { equals, longestList, oneOf } from './filter.ts'
import type { Memory } from './memory.ts'
import type { Document } from './posting-document.ts'
import { findByReference, findLastSettled, type PostingOrder } from './posting-store.ts'
import type { Calls, Row } from './session.ts'
import type { OrderPlace } from './to-order.ts'
import { fromTheWire } from './to-order.ts'

export type Work = {
  readonly context: TaskContext
  readonly calls: Calls
  readonly connection: Connection
  readonly document: Document
  readonly memory: Memory
}

/** What one look at the series showed. */
export type Look = {
  /** Rows that carry the reference of this document or one of its order numbers. */
  ours: readonly Row[]
  /** Rows of the series, from the document's number on, that no document here explains. */
  foreign: readonly Row[]
  /** Rows of other documents of ours that are not settled here: a person posted our order, or a backup was restored. */
  others: readonly { row: Row; id: string; number: string | null }[]
  /** Rows with the mark of this instance that no document here is, or only a draft: the database is older than the books. */
  lost: readonly Row[]
  /** The same answer showed a row that is known to be there: only then does what it does not show count. */
  isProved: boolean
  /** The highest number of the series that was shown; 0 where nothing was. */
  highest: number
}

const pageRows = 200

/** What a look needs; a person who looks has no lane. */
export type Looking = Pick<Work, 'calls' | 'connection'> & {
  readonly context: Pick<TaskContext, 'db'>
  readonly document: Pick<Document, 'reference' | 'serial' | 'net' | 'currency'>
}

/**
 * Look, control row and check for foreign use in one: the invoices from the last settled one on. After a doubt our document is also
 * asked for by its reference and its order numbers, since the series may have been set back while it was posted.
 */
export async function lookAtSeries(
  work: Looking,
  orders: readonly PostingOrder[],
  { isDoubtful = false } = {},
): Promise<Look> {
  const { context, connection, document } = work
  const last = await findLastSettled(context.db, document.serial)
  const control = last ?? connection.facts.control?.number ?? null
  const isEmpty = last === undefined && connection.facts.control?.number === null
  const rows = await readFrom(work.calls, control ?? connection.facts.series?.first ?? 1)
  const inSeries = rows.filter((row) => isOfSeries(row, connection))
  const numbers = new Set(orders.map((order) => order.orderNumber))
  const isOurs = (row: Row) =>
    numbers.has(Number(row.OrderNumber)) || (row.OurRef === document.reference && !takesBack(row, document))
  const ours = (isDoubtful ? [...rows, ...(await askForOurs(work, orders, rows))] : rows).filter(isOurs)
  const rest = inSeries.filter((row) => !isOurs(row) && numberOf(row) !== control)
  const known = await findByReference(context.db, rest.map(referenceOf))
  const others: { row: Row; id: string; number: string | null }[] = []
  const foreign: Row[] = []
  const lost: Row[] = []
  const apart = rest.some((row) => isLost(row, document, known.get(referenceOf(row))))
    ? await findApart(context.db)
    : new Set<string>()
  for (const row of rest) {
    const here = known.get(referenceOf(row))
    // Of what was compared after a restore and is none of ours here, a person has said so.
    if (isLost(row, document, here) && !apart.has(keyOfRow(row))) lost.push(row)
    // Whoever has our number there: posting ours would make two of it.
    else if (numberOf(row) === document.serial) foreign.push(row)
    else if (here && here.theirNumber === null) others.push({ row, ...here })
    // A copy that somebody made of our document carries our reference under another number.
    else if (numberOf(row) > document.serial && here?.theirNumber !== numberOf(row)) foreign.push(row)
  }
  const highest = Math.max(0, ...inSeries.map(numberOf))
  return { ours, foreign, others, lost, isProved: isEmpty || rows.some((row) => numberOf(row) === control), highest }
}

/** What carries the reference or an order number of the document and is not among `known`. */
async function askForOurs({ calls, document }: Looking, orders: readonly PostingOrder[], known: readonly Row[]) {
  const numbers = orders.map((order) => String(order.orderNumber)).slice(-longestList)
  const found = await calls.query('DebtorInvoiceClient', [equals('OurRef', document.reference), { Take: 10 }])
  if (numbers.length > 0)
    found.push(...(await calls.query('DebtorInvoiceClient', [oneOf('OrderNumber', numbers), { Take: 10 }])))
  const keyOf = (row: Row) => `${numberOf(row)} ${row.NumberSerie} ${row.PrimaryKeyId}`
  const seen = new Set(known.map(keyOf))
  return found.filter((row) => !seen.has(keyOf(row)) && seen.add(keyOf(row)))
}

/** Made from our document there to take it back: the reference is copied, and the sign is the other one. */
function takesBack(row: Row, { net, currency }: Pick<Document, 'net' | 'currency'>): boolean {
  const theirs = fromTheWire(row.NetAmount, currency)
  return theirs !== undefined && theirs !== 0n && theirs < 0n !== net < 0n
}

const markSigns = 4

/** References of this instance begin with its mark; one that is not known here was given before a backup was restored. */
function isLost(
  row: Row,
  { reference }: Pick<Document, 'reference'>,
  here: { number: string | null } | undefined,
): boolean {
  const theirs = referenceOf(row)
  const isOfInstance = theirs.length === reference.length && theirs.startsWith(reference.slice(0, markSigns))
  return isOfInstance && (here === undefined || here.number === null)
}

/** All invoices from a number on, of any series. */
export async function readFrom(calls: Calls, number: number): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorInvoiceClient', [
      { PropertyName: 'InvoiceNumber', FilterValue: `${number}..` },
      { PropertyName: 'InvoiceNumber', OrderBy: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const known = rows.size
    for (const row of page) if (numberOf(row) >= number) rows.set(`${numberOf(row)} ${row.PrimaryKeyId}`, row)
    if (page.length < pageRows || rows.size === known) return [...rows.values()]
    skip += page.length
  }
}

/** The newest document of the series with a number below ours; undefined where none is shown. */
export async function findNewestBelow(
  { calls, connection }: Pick<Work, 'calls' | 'connection'>,
  serial: number,
): Promise<number | undefined> {
  const rows = await calls.query('DebtorInvoiceClient', [
    { PropertyName: 'InvoiceNumber', FilterValue: `..${serial - 1}` },
    { PropertyName: 'InvoiceNumber', OrderByDescending: true },
    { Take: 20 },
  ])
  const numbers = rows.filter((row) => isOfSeries(row, connection) && numberOf(row) < serial).map(numberOf)
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}

/** A number is unique within its series only. */
export function isOfSeries(row: Row, { facts }: Connection): boolean {
  return (
    !facts.series ||
    typeof row.NumberSerie !== 'string' ||
    row.NumberSerie === '' ||
    row.NumberSerie === facts.series.serie
  )
}

export const numberOf = (row: Row): number => Number(row.InvoiceNumber ?? 0)

/** The orders under the numbers that this document was ever given. */
export async function lookAtOrders(calls: Calls, orders: readonly PostingOrder[]): Promise<Row[]> {
  const numbers = orders.filter((order) => !order.isGone).map((order) => String(order.orderNumber))
  if (numbers.length === 0) return []
  const rows = await calls.query('DebtorOrderClient', [
    oneOf('OrderNumber', numbers.slice(-longestList)),
    { Take: longestList },
  ])
  return rows.filter((row) => numbers.includes(String(row.OrderNumber)))
}

/** In pages, since the server may give fewer rows than asked without saying so. */
export async function readOrderLines(calls: Calls, orderNumber: number): Promise<Row[]> {
  const lines = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorOrderLineClient', [
      equals('OrderNumber', String(orderNumber)),
      { PropertyName: 'LineNumber', OrderBy: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const known = lines.size
    for (const row of page) if (String(row.OrderNumber) === String(orderNumber)) lines.set(String(row.LineNumber), row)
    if (page.length < pageRows || lines.size === known) return [...lines.values()]
    skip += page.length
  }
}

/** Orders of the debtor that carry our reference: where the other side gives numbers of its own, ours is among them. */
export async function findByOwnReference(
  { calls, document }: Work,
  account: string,
): Promise<{ orderNumber: number; row: Row }[]> {
  const rows = await calls.query('DebtorOrderClient', [
    equals('Account', account),
    { PropertyName: 'OrderNumber', OrderByDescending: true },
    { Take: pageRows },
  ])
  return rows
    .filter((row) => row.OurRef === document.reference && Number.isSafeInteger(Number(row.OrderNumber)))
    .map((row) => ({ orderNumber: Number(row.OrderNumber), row }))
}

/**
 * A row that carries our reference is ours only when all else agrees, since the other side copies the reference when somebody makes
 * an order from our document. An order number of ours is never given to anybody else.
 */
export function isThisDocument(
  row: Row,
  document: Document,
  place: Pick<OrderPlace, 'account' | 'project'>,
  orders: readonly PostingOrder[],
): boolean {
  if (row.Account !== place.account) return false
  const isOurOrder = orders.some((order) => String(order.orderNumber) === String(row.OrderNumber))
  const net = fromTheWire(row.NetAmount, document.currency)
  if (isOurOrder) return net === undefined || net < 0n === document.net < 0n
  return net === document.net && isSame(row.Project, place.project) && isSame(row.Currency, document.currency)
}

/** What the other side does not show is no difference. */
const isSame = (there: unknown, here: string) => there === undefined || there === null || there === '' || there === here
export const referenceOf = (row: Row): string => (typeof row.OurRef === 'string' ? row.OurRef : '')

/** Names a document there, also where no row id is shown. */
export const keyOfRow = (row: Row): string => rowIdOf(row) ?? `${numberOf(row)} ${referenceOf(row)}`

export const abs = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
