// At night: no document stands there twice, and no order of ours is left that a person could post once more.
import { eq, inArray, sql } from 'drizzle-orm'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { type CoupledSeries, coupledSeriesKinds } from '../company/company.ts'
import { invoice } from '../invoices/invoice-table.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import { readOrders } from './books-look.ts'
import { booksTexts } from './books-texts.ts'
import type { Connection } from './connection.ts'
import { serieToRead } from './coupled.ts'
import { oneOf } from './filter.ts'
import { ForgottenHere } from './forgotten.ts'
import { deleteOrder } from './post-delete.ts'
import { keyIn, numberOf, readFrom } from './post-look.ts'
import { lowestOrderNumber } from './posting-store.ts'
import { posting, postingOrder } from './posting-table.ts'
import { postingTexts } from './posting-texts.ts'
import type { Calls, Row } from './session.ts'

const say = sayFrom(postingTexts)

const nights = 90
const nightsOfOrders = 7
const ordersAtOnce = 40

/**
 * @throws SyncFailure that stops the lane when a reference of ours stands there more often than it was settled.
 * @throws ForgottenHere when an order of ours stands there that is not known here.
 */
export async function watchDocuments(context: TaskContext, calls: Calls, connection: Connection): Promise<void> {
  await deleteLeftOrders(context, calls)
  await lookAtStandingOrders(context, calls)
  const since = nightsBefore(context, nights)
  const { rows: ours } = await context.db.execute<Settled>(sql`
    select i.reference, i.number, i.gross < 0 as "isCredit", p.series, p.their_number as "theirNumber"
      from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.step = 'settled' and p.how <> 'marked' and p.their_number is not null and p.settled_at > ${since}::timestamptz`)
  const byReference = new Map(ours.map((document) => [document.reference, document]))
  const there = new Map<string, number[]>()
  for (const row of await readSettled(calls, connection, ours)) {
    const reference = String(row.OurRef ?? '')
    const document = byReference.get(reference)
    // What takes a document back carries its reference too, and is no double of it.
    if (document && Number(row.TotalAmount ?? 0) < 0 === document.isCredit)
      there.set(reference, [...(there.get(reference) ?? []), numberOf(row)])
  }
  for (const [reference, numbers] of there) {
    const number = byReference.get(reference)?.number ?? ''
    if (numbers.length > 1)
      throw new SyncFailure('rejected', say('post.twice', { number, numbers: numbers.join(', '), reference }), {
        pausesLane: true,
      })
  }
}

type Settled = {
  reference: string
  number: string
  isCredit: boolean
  series: CoupledSeries
  theirNumber: number
}

/** From the lowest number of each series on: a double may have come from either. */
async function readSettled(calls: Calls, connection: Connection, ours: readonly Settled[]): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (const series of coupledSeriesKinds) {
    const numbers = ours.filter((document) => document.series === series).map(({ theirNumber }) => theirNumber)
    if (numbers.length === 0) continue
    for (const row of await readFrom(calls, Math.min(...numbers), serieToRead(connection, series)))
      rows.set(keyIn(row), row)
  }
  return [...rows.values()]
}

/**
 * Whatever stands there with our mark. The number of an order is stored before its call, so one that is not known was made after the
 * backup that this database is of. One whose document is settled goes, also when an earlier look did not show it: absence proves nothing.
 */
async function lookAtStandingOrders({ db }: TaskContext, calls: Calls): Promise<void> {
  const { mark } = await getInvoicing(db)
  const standing = await readOrders(calls, mark)
  if (standing.length === 0) return
  const numberOfOrder = (order: Row) => Number(order.OrderNumber)
  const known = await db
    .select({
      orderNumber: postingOrder.orderNumber,
      step: posting.step,
      number: invoice.number,
      reference: invoice.reference,
    })
    .from(postingOrder)
    .innerJoin(posting, eq(posting.invoiceId, postingOrder.invoiceId))
    .innerJoin(invoice, eq(invoice.id, postingOrder.invoiceId))
    .where(inArray(postingOrder.orderNumber, standing.map(numberOfOrder)))
  const unknown: number[] = []
  for (const order of standing) {
    const ours = known.find(({ orderNumber }) => orderNumber === numberOfOrder(order))
    if (!ours) unknown.push(numberOfOrder(order))
    else if (ours.step === 'settled' && order.OurRef === ours.reference)
      await deleteOrder(calls, ours.number ?? '', order)
  }
  if (unknown.length === 0) return
  const there = unknown.slice(0, 5).join(', ')
  throw new ForgottenHere(sayFrom(booksTexts)('books.ordersThere', { there, count: unknown.length }))
}

/**
 * What the night's fresh session shows is deleted; what it does not show went, as far as is known, when it was posted. Where the other
 * side gives orders numbers of its own, `readOrders` does not come to them, so those are looked for by their numbers some nights more.
 */
async function deleteLeftOrders(context: TaskContext, calls: Calls): Promise<void> {
  const since = nightsBefore(context, nightsOfOrders)
  const { rows } = await context.db.execute<{ orderNumber: number; number: string; reference: string }>(sql`
    select o.order_number as "orderNumber", i.number, i.reference from uniconta_order o
      join uniconta_posting p on p.invoice_id = o.invoice_id and p.step = 'settled' join invoice i on i.id = o.invoice_id
     where not o.is_gone or (o.order_number < ${lowestOrderNumber} and o.made_at > ${since}::timestamptz) order by o.made_at`)
  for (let at = 0; at < rows.length; at += ordersAtOnce) {
    const some = rows.slice(at, at + ordersAtOnce)
    const numbers = some.map(({ orderNumber }) => orderNumber)
    const filter = oneOf('OrderNumber', numbers.map(String))
    for (const order of await calls.query('DebtorOrderClient', [filter, { Take: ordersAtOnce }])) {
      const ours = some.find(({ orderNumber }) => String(orderNumber) === String(order.OrderNumber))
      if (ours && order.OurRef === ours.reference) await deleteOrder(calls, ours.number, order)
    }
    await context.inLane((tx) =>
      tx.update(postingOrder).set({ isGone: true }).where(inArray(postingOrder.orderNumber, numbers)),
    )
  }
}

const nightsBefore = ({ now }: TaskContext, count: number) =>
  new Date(now().getTime() - count * 24 * 60 * 60_000).toISOString()
