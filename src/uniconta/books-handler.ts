// The comparison after a restore, in the lane: it looks when the wait is over, or when a person wants it sooner, and carries out what
// was decided when an administrator finishes. It may die anywhere and be begun again.
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { findIntegration } from '../integrations/integration-store.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, LanePlan, Outcome, TaskContext } from '../sync/handler.ts'
import type { OnLogged } from '../sync/log-store.ts'
import { findRestore, type Restore } from '../sync/restored.ts'
import type { FoundBooks } from './books.ts'
import { applyComparison } from './books-apply.ts'
import { readHere } from './books-here.ts'
import { lookAtBooks, readInvoiceLines } from './books-look.ts'
import { lastCallLeaves } from './books-postings.ts'
import { countToDecide, isSameFound, sortBooks } from './books-sort.ts'
import { changeComparison, lockComparison, type StoredComparison } from './books-store.ts'
import { booksTexts } from './books-texts.ts'
import type { Connection } from './connection.ts'
import { deleteOrder } from './post-delete.ts'
import { keyOfRow } from './post-look.ts'
import { countUnsettled } from './posting-document.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(booksTexts)

export const booksCompareKind = 'uniconta.compare-books'

export const booksComparisonOf: NonNullable<LanePlan['comparison']> = {
  kind: booksCompareKind,
  label: booksTexts['books.label'](),
  page: '/export-invoices/compare',
  isNeeded: async (db) => (await findIntegration(db, unicontaType)) !== undefined,
}

export function booksCompareHandler(withConnection: WithConnection, onLogged: OnLogged): Handler {
  return {
    kind: booksCompareKind,
    direction: 'in',
    logsSuccess: true,
    async run(context) {
      const restore = await findRestore(context.db)
      if (restore?.id !== context.subject) return { outcome: 'off', sentence: say('books.off') }
      return withConnection(context, async (connection, calls) => {
        const work = { context, connection, calls, restore, onLogged }
        const stored = await context.inLane((tx) => lockComparison(tx, restore.id))
        if (stored.finishing) return finish(work, stored)
        const endsAt = booksWaitEndsAt(restore, connection)
        if (context.now() < endsAt && !stored.hurriedBy) return { outcome: 'again', at: endsAt }
        return list(work, await look(work, stored), 'books.listed')
      })
    },
  }
}

/** Nothing that left before the restore can arrive after it. */
export const booksWaitEndsAt = (restore: Restore, { settings }: Pick<Connection, 'settings'>): Date =>
  new Date(lastCallLeaves(restore).getTime() + settings.postingWaitMinutes * 60_000)

type Work = { context: TaskContext; connection: Connection; calls: Calls; restore: Restore; onLogged: OnLogged }
type Looked = { found: FoundBooks; rows: ReadonlyMap<string, Row>; orders: readonly Row[] }

async function look({ context, connection, calls }: Work, { seriesIsEmpty }: StoredComparison): Promise<Looked> {
  const { db } = context
  const nothing = { rows: [], orders: [], matched: 0, unsettled: 0, highest: 0, next: null }
  if (!connection.settings.exportInvoices) return { found: nothing, rows: new Map(), orders: [] }
  const { mark } = await getInvoicing(db)
  const books = await lookAtBooks({ context, connection, calls }, mark, { isEmpty: seriesIsEmpty })
  const unsettled = await countUnsettled(db, connection)
  const found = sortBooks(books, await readHere(db, books.rows, books.orders), mark, unsettled)
  return { found, rows: new Map(books.rows.map(({ row }) => [keyOfRow(row), row])), orders: books.orders }
}

/** What was decided of documents that still are in the list stands. */
async function list(
  { context, restore }: Work,
  { found }: Looked,
  said: 'books.listed' | 'books.changedMeanwhile',
): Promise<Outcome> {
  const toDecide = await context.inLane(async (tx) => {
    const stored = await lockComparison(tx, restore.id)
    const keys = new Set(found.rows.map(({ key }) => key))
    const decisions = Object.fromEntries(Object.entries(stored.decisions).filter(([key]) => keys.has(key)))
    await changeComparison(tx, restore.id, {
      ...{ step: 'listed', found, decisions, finishing: null, lookedAt: context.now() },
    })
    return countToDecide(found.rows, decisions)
  })
  const sentence = said === 'books.listed' ? say(said, { count: found.rows.length, toDecide }) : say(said)
  return { outcome: 'done', sentence }
}

async function finish(work: Work, stored: StoredComparison): Promise<Outcome> {
  const { context, calls, restore, connection } = work
  let looked = await look(work, stored)
  const isListed = ({ found }: Looked) =>
    stored.found !== null && isSameFound(found, stored.found) && countToDecide(found.rows, stored.decisions) === 0
  if (!isListed(looked)) return list(work, looked, 'books.changedMeanwhile')
  const left = looked.found.orders.filter(({ invoiceId }) => invoiceId === null)
  for (const { orderNumber } of left) {
    const order = looked.orders.find((row) => Number(row.OrderNumber) === orderNumber)
    if (order) await deleteOrder(calls, String(orderNumber), order)
  }
  // One that was not there any more may have become an invoice.
  if (left.length > 0) looked = await look(work, stored)
  if (!isListed(looked)) return list(work, looked, 'books.changedMeanwhile')
  const lines = new Map<string, Row[]>()
  for (const { kind, key } of looked.found.rows) {
    const row = looked.rows.get(key)
    if (kind === 'comes-in' && row) lines.set(key, await readInvoiceLines(calls, row))
  }
  const { found, rows } = looked
  const { now } = context
  try {
    await context.inLane(async (tx) => {
      // What a person decided last, and nothing that was decided after it.
      const current = await lockComparison(tx, restore.id)
      const ordersDeleted = left.length
      const applying = { restore, stored: current, connection, found, rows, lines, ordersDeleted, now }
      await applyComparison(tx, { ...applying, onLogged: work.onLogged })
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await context.inLane((tx) => changeComparison(tx, restore.id, { step: 'listed', finishing: null }))
    throw new SyncFailure('rejected', error.sentence, { cause: error })
  }
  return { outcome: 'done', sentence: say('books.listed', { count: 0, toDecide: 0 }) }
}
