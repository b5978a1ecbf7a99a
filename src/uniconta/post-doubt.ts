// What is done about a call of which nobody knows what became of it, and about orders that may not be posted any more.
import { clockIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Outcome } from '../sync/handler.ts'
import { deleteOrder } from './post-delete.ts'
import { lookThatCounts, oursThere } from './post-evidence.ts'
import { findByOwnReference, lookAtOrders, numberOf, readOrderLines, type Work } from './post-look.ts'
import { findParents } from './post-parents.ts'
import { stillWaits, waitEndsAt } from './post-wait.ts'
import { changeOrder, listOrders, moveOn, type Posting, type PostingOrder } from './posting-store.ts'
import { postingTexts } from './posting-texts.ts'
import type { Row } from './session.ts'

const say = sayFrom(postingTexts)

/** The row as it stands now, or what the task comes to. */
export type Next = Posting | Outcome

type Seen = { orders: PostingOrder[]; rows: Row[]; account: string }

/** In a fresh session: the invoice, which ends the doubt, else what stands there of its orders. */
async function lookAfresh(work: Work, row: Posting): Promise<Seen | Next> {
  const { context, calls } = work
  calls.renew()
  const orders = await listOrders(context.db, row.invoiceId)
  const parents = await findParents(work)
  if ('outcome' in parents) return parents
  const look = await lookThatCounts(work, orders, { isDoubtful: true })
  const there = oursThere(work, look, orders, parents)
  if (there) return moveOn(context, row, 'reading-back', { theirNumber: numberOf(there) })
  return { orders, rows: await lookAtOrders(calls, orders), account: parents.account }
}

/** Found at 'order-sending': an order that was made is harmless, so only a double of it has to be kept away. */
export async function afterUnclearInsert(work: Work, row: Posting): Promise<Next> {
  const { context } = work
  const seen = await lookAfresh(work, row)
  if (!('orders' in seen)) return seen
  const { orders, rows, account } = seen
  const newest = orders.filter((order) => !order.isGone).at(-1)
  const made = rows.find((found) => String(found.OrderNumber) === String(newest?.orderNumber))
  if (newest && !newest.isPosted && (made || (await findByOwnReference(work, account)).length === 1))
    return moveOn(context, row, 'order-made', { orderNumber: newest.orderNumber })
  if (stillWaits(work, row)) throw uncertain(work, row, 'post.uncertainOrder')
  return moveOn(context, row, 'deleting')
}

/** Found at 'posting': the one call that must not be made twice may have been applied, or will be. */
export async function afterUnclearPost(work: Work, row: Posting): Promise<Next> {
  const { context, calls } = work
  const seen = await lookAfresh(work, row)
  if (!('orders' in seen)) return seen
  const { orders, rows } = seen
  const standing = rows.find((found) => String(found.OrderNumber) === String(row.orderNumber))
  const lines = standing && row.orderNumber ? await readOrderLines(calls, row.orderNumber) : []
  const isWhole = standing !== undefined && lines.length > 0
  if (row.word === 'send-again' && !standing && !stillWaits(work, row))
    return moveOn(context, row, 'waiting', { word: null, orderNumber: null }, async (tx) => {
      for (const order of orders) await changeOrder(tx, order.orderNumber, { isGone: true })
      return undefined
    })
  if (!isWhole) throw uncertain(work, row, stillWaits(work, row) ? 'post.uncertain' : 'post.vanished')
  if (stillWaits(work, row)) throw uncertain(work, row, 'post.uncertain')
  return moveOn(context, row, 'deleting')
}

type UncertainText = 'post.uncertain' | 'post.uncertainOrder' | 'post.vanished'

function uncertain({ context, connection, document }: Work, row: Posting, text: UncertainText): SyncFailure {
  const clock = (instant: Date) => clockIn(document.timeZone, instant, context.now())
  const values = { number: document.number, until: clock(waitEndsAt(row, connection)) }
  const isOver = text === 'post.vanished'
  return new SyncFailure('unclear', say(text, values), { actions: isOver ? ['look-now', 'choose'] : ['look-now'] })
}

/**
 * Every order that was ever made for the document goes, and is seen to go by the answer; then one more look. `isRepeated`: an
 * earlier deletion may have been applied without its answer.
 */
export async function deleteOrders(work: Work, row: Posting, { isRepeated }: { isRepeated: boolean }): Promise<Next> {
  const { context, calls } = work
  if (isRepeated) calls.renew()
  const orders = (await listOrders(context.db, row.invoiceId)).filter((order) => !order.isGone)
  const rows = await lookAtOrders(calls, orders)
  for (const order of orders) {
    const standing = rows.find((found) => String(found.OrderNumber) === String(order.orderNumber))
    const isOnlyOurs = !standing?.OurRef || standing.OurRef === work.document.reference
    // Somebody else's order under a number that chance gave us stays.
    const gone = isOnlyOurs
      ? await deleteOrder(work.calls, work.document.number, standing ?? { OrderNumber: order.orderNumber })
      : 'deleted'
    // Posted once, not deleted by us, and not there: it may have become an invoice that no look shows yet.
    if (gone === 'was-not-there' && order.isPosted && !isRepeated && !row.isRefused) {
      const unclear = await moveOn(context, row, 'posting')
      // The read that still shows it is an old one, and would only lead here again.
      if (standing) throw uncertain(work, unclear, 'post.vanished')
      return afterUnclearPost(work, unclear)
    }
    await context.inLane((tx) => changeOrder(tx, order.orderNumber, { isGone: true }))
  }
  if (orders.some((order) => order.isPosted)) {
    calls.renew()
    const parents = await findParents(work)
    if ('outcome' in parents) return parents
    const all = await listOrders(context.db, row.invoiceId)
    const there = oursThere(work, await lookThatCounts(work, all, { isDoubtful: true }), all, parents)
    if (there) return moveOn(context, row, 'reading-back', { theirNumber: numberOf(there), refusal: null })
  }
  const emptied = { orderNumber: null, isRefused: false }
  if (row.word === 'mark')
    return moveOn(context, row, 'settled', { ...emptied, how: 'marked', settledAt: context.now(), word: null })
  return moveOn(context, row, 'waiting', emptied)
}
