// The looks of a posting: which of our documents stand there, what else stands in the series, and whether the answer counts.
import type { CoupledSeries } from '../company/company.ts'
import type { TaskContext } from '../sync/handler.ts'
import { findApart } from './books-store.ts'
import type { Connection } from './connection.ts'
import { factsOf, isOfSeries, serieIn, serieToRead } from './coupled.ts'
import { rowIdOf } from './fields.ts'
import { equals, longestList, oneOf } from './filter.ts'
import type { Memory } from './memory.ts'
import type { Document } from './posting-document.ts'
import { findByReference, findLastSettled, type KnownReference, type PostingOrder } from './posting-store.ts'
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
  readonly document: Pick<Document, 'reference' | 'series' | 'serial' | 'net' | 'currency'>
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
  const { series } = document
  const serie = serieToRead(connection, series)
  const last = await findLastSettled(context.db, series, document.serial, serie)
  const facts = factsOf(connection, series)
  const control = last ?? facts.control?.number ?? null
  const isEmpty = last === undefined && facts.control?.number === null
  const rows = await readFrom(work.calls, control ?? facts.there?.first ?? 1, serie)
  const inSeries = rows.filter((row) => isOfSeries(row, connection, series))
  // The series of invoices may have gone by another name when that one was booked.
  const isShown = isEmpty || (series === 'invoice' ? rows : inSeries).some((row) => numberOf(row) === control)
  const beside = isDoubtful ? await lookBeside(work, orders, rows) : { rows: [], isProved: true }
  const numbers = new Set(orders.map((order) => order.orderNumber))
  const isOurs = (row: Row) =>
    numbers.has(Number(row.OrderNumber)) || (row.OurRef === document.reference && !takesBack(row, document))
  const ours = [...rows, ...beside.rows].filter(isOurs)
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
    // Where rows name no series, one of ours under its own number in the other series is just that.
    else if (isOfOther(row, document, here)) continue
    // Whoever has our number there: posting ours would make two of it.
    else if (numberOf(row) === document.serial) foreign.push(row)
    else if (here && here.theirNumber === null) others.push({ row, ...here })
    // A copy that somebody made of our document carries our reference under another number.
    else if (numberOf(row) > document.serial && here?.theirNumber !== numberOf(row)) foreign.push(row)
  }
  const highest = Math.max(0, ...inSeries.map(numberOf))
  return { ours, foreign, others, lost, isProved: isShown && beside.isProved, highest }
}

const isOfOther = (row: Row, { series }: Pick<Document, 'series'>, here: KnownReference | undefined) =>
  serieIn(row) === undefined && here !== undefined && here.series !== series && here.theirNumber === numberOf(row)

const highestSerial = 2_147_483_647

/**
 * After a doubt. The number of a credit note may have come from the series of invoices all the same, so that one is read from its own
 * control row on, which has to be shown too.
 */
async function lookBeside(work: Looking, orders: readonly PostingOrder[], known: readonly Row[]) {
  const { context, connection, calls, document } = work
  const rows: Row[] = []
  let isProved = true
  if (document.series === 'credit-note') {
    const last = await findLastSettled(context.db, 'invoice', highestSerial)
    const control = last ?? connection.facts.control?.number ?? null
    rows.push(...(await readFrom(calls, control ?? connection.facts.series?.first ?? 1)))
    isProved = control === null || rows.some((row) => numberOf(row) === control)
  }
  rows.push(...(await askForOurs(work, orders)))
  const seen = new Set(known.map(keyIn))
  return { rows: rows.filter((row) => !seen.has(keyIn(row)) && seen.add(keyIn(row))), isProved }
}

/** Names a row among those of several series. */
export const keyIn = (row: Row) => `${numberOf(row)} ${row.NumberSerie} ${row.PrimaryKeyId}`

/** What carries the reference or an order number of the document. */
async function askForOurs({ calls, document }: Looking, orders: readonly PostingOrder[]): Promise<Row[]> {
  const numbers = orders.map((order) => String(order.orderNumber)).slice(-longestList)
  const found = await calls.query('DebtorInvoiceClient', [equals('OurRef', document.reference), { Take: 10 }])
  if (numbers.length > 0)
    found.push(...(await calls.query('DebtorInvoiceClient', [oneOf('OrderNumber', numbers), { Take: 10 }])))
  return found
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

/** All invoices from a number on; of any series, or of one that rows name. */
export async function readFrom(calls: Calls, number: number, serie?: string): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorInvoiceClient', [
      { PropertyName: 'InvoiceNumber', FilterValue: `${number}..` },
      ...(serie === undefined ? [] : [equals('NumberSerie', serie)]),
      { PropertyName: 'InvoiceNumber', OrderBy: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const known = rows.size
    for (const row of page) if (numberOf(row) >= number) rows.set(keyIn(row), row)
    if (page.length < pageRows || rows.size === known) return [...rows.values()]
    skip += page.length
  }
}

/** The newest document of a series with a number below ours; undefined where none is shown. */
export async function findNewestBelow(
  { calls, connection }: Pick<Work, 'calls' | 'connection'>,
  series: CoupledSeries,
  serial: number,
): Promise<number | undefined> {
  const serie = serieToRead(connection, series)
  const seen = new Set<string>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorInvoiceClient', [
      { PropertyName: 'InvoiceNumber', FilterValue: `..${serial - 1}` },
      ...(serie === undefined ? [] : [equals('NumberSerie', serie)]),
      { PropertyName: 'InvoiceNumber', OrderByDescending: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const numbers = page.filter((row) => isOfSeries(row, connection, series) && numberOf(row) < serial).map(numberOf)
    if (numbers.length > 0) return Math.max(...numbers)
    const known = seen.size
    for (const row of page) seen.add(keyIn(row))
    // Of other series there may be many in between.
    if (page.length < pageRows || seen.size === known) return undefined
    skip += page.length
  }
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
