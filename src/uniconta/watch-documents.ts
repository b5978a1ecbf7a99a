// At night: no document stands there twice, and no order of ours is left that a person could post once more.
import { inArray, sql } from 'drizzle-orm'
import { type CoupledSeries, coupledSeriesKinds } from '../company/company.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import type { Connection } from './connection.ts'
import { serieToRead } from './coupled.ts'
import { oneOf } from './filter.ts'
import { deleteOrder } from './post-delete.ts'
import { keyIn, numberOf, readFrom } from './post-look.ts'
import { postingOrder } from './posting-table.ts'
import { postingTexts } from './posting-texts.ts'
import type { Calls, Row } from './session.ts'
import { mustKnowOrders } from './standing-orders.ts'

const say = sayFrom(postingTexts)

const nights = 90
const ordersAtOnce = 40

/**
 * @throws SyncFailure that stops the lane when a reference of ours stands there more often than it was settled.
 * @throws ForgottenHere when an order of ours stands there that is not known here.
 */
export async function watchDocuments(context: TaskContext, calls: Calls, connection: Connection): Promise<void> {
  await deleteLeftOrders(context, calls)
  // Also one that an earlier look did not show: absence proves nothing.
  for (const { order, isSettled, number, reference } of await mustKnowOrders(context.db, calls, connection))
    if (isSettled && order.OurRef === reference) await deleteOrder(calls, number ?? '', order)
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
 * What the night's fresh session shows is deleted; what it does not show went, as far as is known, when it was posted.
 */
async function deleteLeftOrders(context: TaskContext, calls: Calls): Promise<void> {
  const { rows } = await context.db.execute<{ orderNumber: number; number: string; reference: string }>(sql`
    select o.order_number as "orderNumber", i.number, i.reference from uniconta_order o
      join uniconta_posting p on p.invoice_id = o.invoice_id and p.step = 'settled' join invoice i on i.id = o.invoice_id
     where not o.is_gone order by o.made_at`)
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
