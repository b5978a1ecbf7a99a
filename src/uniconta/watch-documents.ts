// At night: no document stands there twice, and no order of ours is left that a person could post once more.
import { inArray, sql } from 'drizzle-orm'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import { readOrders } from './books-look.ts'
import { booksTexts } from './books-texts.ts'
import { oneOf } from './filter.ts'
import { ForgottenHere } from './forgotten.ts'
import { deleteOrder } from './post-delete.ts'
import { numberOf, readFrom } from './post-look.ts'
import { postingOrder } from './posting-table.ts'
import { postingTexts } from './posting-texts.ts'
import type { Calls } from './session.ts'

const say = sayFrom(postingTexts)

const nights = 90
const ordersAtOnce = 40

/**
 * @throws SyncFailure that stops the lane when a reference of ours stands there more often than it was settled.
 * @throws ForgottenHere when an order of ours stands there that is not known here.
 */
export async function watchDocuments(context: TaskContext, calls: Calls): Promise<void> {
  await deleteLeftOrders(context, calls)
  await mustKnowOrders(context, calls)
  const since = new Date(context.now().getTime() - nights * 24 * 60 * 60_000).toISOString()
  const { rows: ours } = await context.db.execute<{ reference: string; number: string; theirNumber: number }>(sql`
    select i.reference, i.number, p.their_number as "theirNumber" from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.step = 'settled' and p.how <> 'marked' and p.their_number is not null and p.settled_at > ${since}::timestamptz`)
  if (ours.length === 0) return
  const byReference = new Map(ours.map((document) => [document.reference, document]))
  const there = new Map<string, number[]>()
  for (const row of await readFrom(calls, Math.min(...ours.map(({ theirNumber }) => theirNumber)))) {
    const reference = String(row.OurRef ?? '')
    // What takes a document back carries its reference too, and is no double of it.
    if (byReference.has(reference) && Number(row.TotalAmount ?? 0) >= 0)
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

/** The number of an order is stored before its call, so one that is not known was made after the backup that this database is of. */
async function mustKnowOrders({ db }: TaskContext, calls: Calls): Promise<void> {
  const { mark } = await getInvoicing(db)
  const numbers = (await readOrders(calls, mark)).map((order) => Number(order.OrderNumber))
  if (numbers.length === 0) return
  const known = await db
    .select({ number: postingOrder.orderNumber })
    .from(postingOrder)
    .where(inArray(postingOrder.orderNumber, numbers))
  const unknown = numbers.filter((number) => known.every((order) => order.number !== number))
  if (unknown.length === 0) return
  const there = unknown.slice(0, 5).join(', ')
  throw new ForgottenHere(sayFrom(booksTexts)('books.ordersThere', { there, count: unknown.length }))
}

/** What the night's fresh session shows is deleted; what it does not show has gone when it was posted. */
async function deleteLeftOrders(context: TaskContext, calls: Calls): Promise<void> {
  for (;;) {
    const { rows } = await context.db.execute<{ orderNumber: number; number: string; reference: string }>(sql`
      select o.order_number as "orderNumber", i.number, i.reference from uniconta_order o
        join uniconta_posting p on p.invoice_id = o.invoice_id and p.step = 'settled' join invoice i on i.id = o.invoice_id
       where not o.is_gone order by o.made_at limit ${ordersAtOnce}`)
    if (rows.length === 0) return
    const numbers = rows.map(({ orderNumber }) => String(orderNumber))
    const standing = await calls.query('DebtorOrderClient', [oneOf('OrderNumber', numbers), { Take: ordersAtOnce }])
    for (const order of standing) {
      const ours = rows.find(({ orderNumber }) => String(orderNumber) === String(order.OrderNumber))
      if (ours && order.OurRef === ours.reference) await deleteOrder(calls, ours.number, order)
    }
    await context.inLane((tx) =>
      tx
        .update(postingOrder)
        .set({ isGone: true })
        .where(
          inArray(
            postingOrder.orderNumber,
            rows.map(({ orderNumber }) => orderNumber),
          ),
        ),
    )
  }
}
