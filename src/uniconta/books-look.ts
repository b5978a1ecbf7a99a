// The look after a restore: every document of our series from the first covered number on, and every order of ours, in a session of
// its own. Nothing here is believed without the control row.
import type { CoupledSeries } from '../company/company.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import { booksTexts } from './books-texts.ts'
import type { Connection } from './connection.ts'
import {
  factsOf,
  firstCovered,
  isOfSeries,
  learnControl,
  listSeriesInUse,
  serieIn,
  serieOf,
  serieToRead,
} from './coupled.ts'
import { equals } from './filter.ts'
import { createMemory } from './memory.ts'
import { findNewestBelow, numberOf, readFrom } from './post-look.ts'
import { findSeries } from './post-place.ts'
import { findLastSettled } from './posting-store.ts'
import type { Calls, Row } from './session.ts'
import { bearsMark, readOrders } from './standing-orders.ts'

const say = sayFrom(booksTexts)

export type Looking = { context: Pick<TaskContext, 'db' | 'now'>; calls: Calls; connection: Connection }

/** A document there, and the series here that it belongs to. */
export type BookThere = {
  row: Row
  series: CoupledSeries
  /** It carries our mark in a series of which nobody here knows. */
  isElsewhere: boolean
}

export type Books = {
  /** Documents of the series, the lowest number first; and whatever else carries our mark. */
  rows: BookThere[]
  /** Orders with our mark. */
  orders: Row[]
  next: number | null
  /** The next number of credit notes; undefined while they have no series of their own here. */
  nextCredit: number | null | undefined
}

const pageRows = 200
const highestSerial = 2_147_483_647

/**
 * All that was ever booked is read: a document of ours may stand in a series that the backup knows nothing of.
 * @throws SyncFailure 'unclear' when the answer did not show what is known to be there.
 */
export async function lookAtBooks(looking: Looking, mark: string, { isEmpty }: { isEmpty: boolean }): Promise<Books> {
  const { context, calls, connection } = looking
  calls.renew()
  const used = await listSeriesInUse(context.db)
  const isApart = used.includes('credit-note')
  const controls = new Map<CoupledSeries, number | null | undefined>()
  for (const series of used) controls.set(series, await findControl(looking, series))
  const rows = await readFrom(calls, 1)
  for (const [series, control] of controls) {
    const isProved =
      control === null
        ? true
        : control === undefined
          ? isEmpty
          : rows.some((row) => numberOf(row) === control && isOfSeries(row, connection, series))
    if (!isProved)
      throw new SyncFailure('unclear', say(control === undefined ? 'books.seriesUnread' : 'books.unproved'), {
        actions: ['look-now'],
      })
  }
  const orders = await readOrders(calls, connection, mark)
  const asking = { calls, connection, memory: createMemory(context.now) }
  const ofInvoices = await findSeries(asking, 'invoice')
  const ofCreditNotes = isApart ? await findSeries(asking, 'credit-note') : undefined
  const sorting = { connection, mark, isApart, serie: serieOf(connection, 'invoice') ?? ofInvoices?.serie }
  return {
    rows: rows.flatMap((row) => sortOut(row, sorting) ?? []).sort((a, b) => numberOf(a.row) - numberOf(b.row)),
    orders,
    next: ofInvoices?.next ?? null,
    nextCredit: isApart ? (ofCreditNotes?.next ?? null) : undefined,
  }
}

type Sorting = { connection: Connection; mark: string; isApart: boolean; serie: string | undefined }

/**
 * Which documents concern us. A credit note of ours in another series than that of the invoices, whose name is `serie`, was given a
 * number of its own after the backup, as far as nothing else is known here.
 */
function sortOut(row: Row, { connection, mark, isApart, serie }: Sorting): BookThere | undefined {
  const isOurs = bearsMark(row.OurRef, mark)
  const isIn = (series: CoupledSeries) => numberOf(row) >= firstCovered(connection, series)
  const named = serieIn(row)
  const isOfInvoices =
    named === undefined || serie === undefined ? isOfSeries(row, connection, 'invoice') : named === serie
  if (isOfInvoices)
    return isOurs || isIn('invoice') ? { row, series: 'invoice', isElsewhere: !isIn('invoice') } : undefined
  const series = Number(row.TotalAmount ?? 0) < 0 ? 'credit-note' : 'invoice'
  const isKnown = serieOf(connection, 'credit-note') !== undefined
  if (isKnown && isOfSeries(row, connection, 'credit-note'))
    return isOurs || (isApart && isIn('credit-note')) ? { row, series: 'credit-note', isElsewhere: false } : undefined
  return isOurs ? { row, series, isElsewhere: isKnown || series === 'invoice' } : undefined
}

/** Null: a person said that the series was empty before the first document. Undefined: nothing is known to be there. */
async function findControl(
  { context, calls, connection }: Looking,
  series: CoupledSeries,
): Promise<number | null | undefined> {
  const settled = await findLastSettled(context.db, series, highestSerial, serieToRead(connection, series))
  if (settled !== undefined) return settled
  const { control } = factsOf(connection, series)
  if (control !== null) return control.number
  const number = await findNewestBelow({ calls, connection }, series, firstCovered(connection, series))
  if (number !== undefined) await learnControl(context.db, connection, series, { number })
  return number
}

/** The lines of a document there; a number is one of several series', so they are those of its order. */
export async function readInvoiceLines(calls: Calls, invoice: Row): Promise<Row[]> {
  const lines = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorInvoiceLines', [
      equals('InvoiceNumber', String(numberOf(invoice))),
      { PropertyName: 'LineNumber', OrderBy: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const known = lines.size
    for (const row of page) if (isLineOf(row, invoice)) lines.set(String(row.LineNumber), row)
    if (page.length < pageRows || lines.size === known) return [...lines.values()]
    skip += page.length
  }
}

const isLineOf = (line: Row, invoice: Row) =>
  numberOf(line) === numberOf(invoice) &&
  String(line.OrderNumber ?? '') === String(invoice.OrderNumber ?? '') &&
  (line.JournalPostedId === undefined || String(line.JournalPostedId) === String(invoice.JournalPostedId))
