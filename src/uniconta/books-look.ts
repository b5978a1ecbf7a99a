// The look after a restore: every document of the series from the first covered number on, and every order of ours, in a session of
// its own. Nothing here is believed without the control row.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import { booksTexts } from './books-texts.ts'
import { type Connection, learn } from './connection.ts'
import { equals } from './filter.ts'
import { createMemory } from './memory.ts'
import { findNewestBelow, isOfSeries, numberOf, readFrom } from './post-look.ts'
import { findSeries } from './post-place.ts'
import { findLastSettled, lowestOrderNumber } from './posting-store.ts'
import type { Calls, Row } from './session.ts'

const say = sayFrom(booksTexts)

export type Looking = { context: Pick<TaskContext, 'db' | 'now'>; calls: Calls; connection: Connection }

export type Books = {
  /** Documents of the series, the lowest number first. */
  rows: Row[]
  /** Orders in our range with our mark. */
  orders: Row[]
  next: number | null
}

const pageRows = 200
const highestSerial = 2_147_483_647

export const firstCovered = ({ facts }: Connection): number => facts.coversFrom?.serial ?? 1

/** @throws SyncFailure 'unclear' when the answer did not show what is known to be there. */
export async function lookAtBooks(looking: Looking, mark: string, { isEmpty }: { isEmpty: boolean }): Promise<Books> {
  const { context, calls, connection } = looking
  calls.renew()
  const from = firstCovered(connection)
  const control = await findControl(looking, from)
  const rows = (await readFrom(calls, Math.min(from, control ?? from))).filter((row) => isOfSeries(row, connection))
  const isProved =
    control === null ? true : control === undefined ? isEmpty : rows.some((row) => numberOf(row) === control)
  if (!isProved)
    throw new SyncFailure('unclear', say(control === undefined ? 'books.seriesUnread' : 'books.unproved'), {
      actions: ['look-now'],
    })
  const orders = await readOrders(calls, mark)
  const series = await findSeries({ calls, memory: createMemory(context.now) })
  return {
    rows: rows.filter((row) => numberOf(row) >= from).sort((a, b) => numberOf(a) - numberOf(b)),
    orders,
    next: series?.next ?? null,
  }
}

/** Null: a person said that the series was empty before the first document. Undefined: nothing is known to be there. */
async function findControl({ context, calls, connection }: Looking, from: number): Promise<number | null | undefined> {
  const settled = await findLastSettled(context.db, highestSerial)
  if (settled !== undefined) return settled
  if (connection.facts.control !== null) return connection.facts.control.number
  const number = await findNewestBelow({ calls, connection }, from)
  if (number !== undefined) await learn(context.db, connection, { control: { number } })
  return number
}

/** References of this instance: its mark and sixteen more signs. */
export const bearsMark = (reference: unknown, mark: string): reference is string =>
  typeof reference === 'string' && reference.length === mark.length + 16 && reference.startsWith(mark)

/** The orders of this instance that stand there: in our range, with our mark. */
export async function readOrders(calls: Calls, mark: string): Promise<Row[]> {
  const orders = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorOrderClient', [
      { PropertyName: 'OrderNumber', FilterValue: `${lowestOrderNumber}..` },
      { PropertyName: 'OrderNumber', OrderBy: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const known = orders.size
    for (const row of page) if (Number(row.OrderNumber) >= lowestOrderNumber) orders.set(String(row.OrderNumber), row)
    if (page.length < pageRows || orders.size === known) break
    skip += page.length
  }
  return [...orders.values()].filter((row) => bearsMark(row.OurRef, mark))
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
