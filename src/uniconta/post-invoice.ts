import { forgetClosedPeriod } from '../accounting/closed-period-store.ts'
import type { Day } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Outcome } from '../sync/handler.ts'
import { lookAtRefusedDay } from './closed-periods.ts'
import { errorCodeNames, isBusyCode, isTroubleCode } from './error-codes.ts'
import { toDate } from './fields.ts'
import { isNumberedApart, showBefore } from './first-document.ts'
import { differencesInOrder } from './order-as-sent.ts'
import { afterUnclearInsert, afterUnclearPost, deleteOrders, type Next } from './post-doubt.ts'
import { lookThatCounts, oursThere } from './post-evidence.ts'
import { findByOwnReference, lookAtOrders, numberOf, readOrderLines, type Work } from './post-look.ts'
import { findParents } from './post-parents.ts'
import { mustGiveFreeNumber, mustKnowOurs, type Placed, placeOf } from './post-place.ts'
import { readBack, tidyUp } from './post-read-back.ts'
import { aboutOf, refusalOf } from './post-refusal.ts'
import { whatPostingWouldDo } from './post-simulate.ts'
import {
  acceptsNumber,
  beginPosting,
  changeOrder,
  listOrders,
  moveOn,
  newOrderNumber,
  type Posting,
  renumberOrder,
} from './posting-store.ts'
import { postingTexts } from './posting-texts.ts'
import { NeverSent, type Row } from './session.ts'
import { toOrder } from './to-order.ts'
import { Refused } from './wire.ts'

const say = sayFrom(postingTexts)

const isOutcome = (next: Next): next is Outcome => 'outcome' in next

/** A document whose order came out wrong this often in one run waits for a person. */
const mostOrders = 3

export async function postInvoice(work: Work): Promise<Outcome> {
  const found = await beginPosting(work.context, work.document)
  let next: Next = found
  // Whoever finds one of these steps does not know whether its call left, arrived, or will.
  if (found.step === 'order-sending') next = await afterUnclearInsert(work, found)
  else if (found.step === 'posting') next = await afterUnclearPost(work, found)
  else if (found.step === 'deleting') next = await deleteOrders(work, found, { isRepeated: true })
  for (let orders = 0; ; ) {
    if (isOutcome(next)) return next
    if (next.step === 'settled') {
      // The order may have been in the way of its deletion when the document was settled.
      await tidyUp(work)
      return settledOutcome(work, next)
    }
    if (next.step === 'waiting') {
      if (orders === mostOrders)
        throw new SyncFailure('rejected', say('post.orderWrong', { number: work.document.number }))
      orders += 1
      next = await makeOrder(work, next)
    } else if (next.step === 'order-made') next = await postOrder(work, next)
    else if (next.step === 'deleting') next = await deleteOrders(work, next, { isRepeated: false })
    else if (next.step === 'reading-back') next = await readBack(work, next)
    else throw new Error(`The posting of ${next.invoiceId} stopped at ${next.step}.`)
  }
}

const postingDay = ({ document }: Work, { postingOn }: Posting): Day => postingOn ?? document.invoicedOn

function settledOutcome({ document }: Work, row: Posting): Outcome {
  const voucher = row.voucher ?? ''
  const theirs = String(row.theirNumber ?? document.number)
  if (row.how === 'marked')
    return { outcome: 'done', sentence: say('post.marked', { number: theirs, by: row.saidBy ?? '' }) }
  return { outcome: 'done', sentence: say('post.settled', { number: theirs, voucher }) }
}

/** Steps 1 to 4: look, parents, pre-flight, the order with its lines. */
async function makeOrder(work: Work, row: Posting): Promise<Next> {
  const { context } = work
  if (row.refusal) {
    if (row.refusal.key === 'post.periodClosed')
      await lookAtRefusedDay(context, work.calls, work.connection, postingDay(work, row))
    await moveOn(context, row, 'waiting', { refusal: null })
    const differs = row.refusal.key === 'post.wouldDiffer'
    throw new SyncFailure('rejected', row.refusal, {
      actions: differs ? ['choose', 'send-again'] : ['send-again'],
      ...(differs ? { shown: 'amount-differs' as const } : {}),
    })
  }
  const parents = await findParents(work)
  if ('outcome' in parents) return parents
  const orders = await listOrders(context.db, row.invoiceId)
  const look = await lookThatCounts(work, orders)
  const there = oursThere(work, look, orders, parents)
  if (there) return moveOn(context, row, 'reading-back', { theirNumber: numberOf(there) })
  if (orders.some((order) => !order.isGone)) return moveOn(context, row, 'deleting')
  const isApart = isNumberedApart(work)
  if (isApart || acceptsNumber(row)) await mustKnowOurs(work, look, orders)
  if (!isApart && acceptsNumber(row)) await mustGiveFreeNumber(work, look)
  const placed = await placeOf(work, parents, isApart || acceptsNumber(row) ? undefined : look)
  const { order, lines } = toOrder(work.document, placed, 0)
  await showBefore(work, row, 'order', { header: order, lines })
  return sendOrder(work, row, placed)
}

async function sendOrder(work: Work, row: Posting, placed: Placed): Promise<Next> {
  const { context, calls, document } = work
  const endsAt = await calls.sessionEndsAt()
  const change = { quietAt: endsAt, isRefused: false }
  const sending = await moveOn(context, row, 'order-sending', change, async (tx) => ({
    orderNumber: await newOrderNumber(tx, context),
  }))
  const orderNumber = sending.orderNumber as number
  const { order, lines } = toOrder(document, placed, orderNumber)
  try {
    await calls.insertOrder(order, lines, endsAt)
  } catch (error) {
    if (error instanceof NeverSent) {
      await moveOn(context, sending, 'waiting', {}, (tx) => changeOrder(tx, orderNumber, { isGone: true }))
      return { outcome: 'again', at: context.now() }
    }
    if (error instanceof Refused) return afterRefusedInsert(work, sending, orderNumber, error)
    throw await noted(work, sending, error)
  }
  return moveOn(context, sending, 'order-made')
}

/** Was it made all the same? A label in the user's language says neither yes nor no. */
async function afterRefusedInsert(work: Work, row: Posting, orderNumber: number, refused: Refused): Promise<Next> {
  const { context, calls, document } = work
  calls.renew()
  const orders = await listOrders(context.db, row.invoiceId)
  const rows = await lookAtOrders(calls, orders)
  const made = rows.find((found) => String(found.OrderNumber) === String(orderNumber))
  if (made && made.OurRef === document.reference) return moveOn(context, row, 'order-made')
  // Somebody's order stands under the number that chance gave us: another one is taken.
  if (made) return moveOn(context, row, 'waiting', {}, (tx) => changeOrder(tx, orderNumber, { isGone: true }))
  const refusal = say('post.orderRefused', { number: document.number, reason: refused.reason })
  return moveOn(context, row, 'deleting', { refusal })
}

/** Step 5 and 6: the order as it stands there, and its one post. */
async function postOrder(work: Work, row: Posting): Promise<Next> {
  const { context, calls, document } = work
  const { orderNumber } = row
  const orders = await listOrders(context.db, row.invoiceId)
  const order = orders.find((one) => one.orderNumber === orderNumber)
  if (!orderNumber || !order || order.isPosted) return moveOn(context, row, 'deleting')
  const rows = await lookAtOrders(calls, orders)
  const made = rows.find((found) => String(found.OrderNumber) === String(orderNumber))
  const parents = await findParents(work)
  if ('outcome' in parents) return parents
  if (!made) {
    const theirs = await findByOwnReference(work, parents.account)
    const [only] = theirs
    if (only && theirs.length === 1 && only.orderNumber !== orderNumber)
      return moveOn(context, row, 'order-made', {}, (tx) => renumberOrder(tx, context, orderNumber, only.orderNumber))
    // Of several, made by answers that were lost, nobody knows which is whole: all of them go.
    if (theirs.length > 1)
      return moveOn(context, row, 'deleting', {}, async (tx) => {
        for (const other of theirs) await renumberOrder(tx, context, orderNumber, other.orderNumber)
        return undefined
      })
  }
  const placed = await placeOf(work, parents, undefined)
  const expected = toOrder(document, placed, orderNumber)
  const lines = made ? await readOrderLines(calls, orderNumber) : []
  const isAsSent =
    made !== undefined && rows.length === 1 && differencesInOrder(expected, made, lines, document.currency).length === 0
  if (!isAsSent) return moveOn(context, row, 'deleting')
  const refusal = await whatPostingWouldDo(work, row, orderNumber)
  if (refusal) return moveOn(context, row, 'deleting', { refusal, isRefused: true })
  const day = toDate(postingDay(work, row))
  await showBefore(work, row, 'post', { header: { Date: day }, lines: expected.lines })
  const endsAt = await calls.sessionEndsAt()
  const posting = await moveOn(context, row, 'posting', { quietAt: endsAt, isRefused: false }, (tx) =>
    changeOrder(tx, orderNumber, { isPosted: true }),
  )
  return postOnce(work, posting, orderNumber, endsAt)
}

async function postOnce(work: Work, row: Posting, orderNumber: number, endsAt: Date): Promise<Next> {
  const { context, calls } = work
  let answer: Row
  try {
    const day = toDate(postingDay(work, row))
    answer = await calls.postInvoice(
      { OrderNumber: orderNumber, Date: day, Simulate: false, SendEmail: false, SendXML: false },
      endsAt,
    )
  } catch (error) {
    if (error instanceof NeverSent) {
      await moveOn(context, row, 'order-made', {}, (tx) => changeOrder(tx, orderNumber, { isPosted: false }))
      return { outcome: 'again', at: context.now() }
    }
    if (error instanceof Refused && error.code) return refusedByRule(work, row, error.code, error.reason)
    throw await noted(work, row, error instanceof Refused ? unclear(error) : error)
  }
  const err = answer.Err
  if (typeof err !== 'number') throw await noted(work, row, unclear(new Error('The answer says neither yes nor no.')))
  if (err === 0)
    return moveOn(context, row, 'reading-back', { theirNumber: Number(answer.InvoiceNumber) || null }, async (tx) => {
      await forgetClosedPeriod(tx, postingDay(work, row))
      return undefined
    })
  const code = errorCodeNames.byNumber[err] ?? String(err)
  if (isTroubleCode(code)) throw await noted(work, row, unclear(new Error(code)))
  if (isBusyCode(code)) throw await noted(work, row, new SyncFailure('busy', say('post.busy', { code })))
  return refusedByRule(work, row, code, aboutOf(code, answer))
}

/** An order number is posted once in its life, so the order goes, and the sentence stands on the document. */
async function refusedByRule({ context, document }: Work, row: Posting, code: string, about: string): Promise<Next> {
  const refusal = refusalOf(document.number, code, about)
  return moveOn(context, row, 'deleting', { refusal, isRefused: true })
}

/** On disk what is known of the call that failed; then the failure goes its way. */
async function noted({ context }: Work, row: Posting, error: unknown): Promise<unknown> {
  if (!(error instanceof SyncFailure)) return error
  // Refused at the door, or not sent at all: whatever stands there now, this call will not come later.
  const isRefused = error.kind === 'unreachable' || error.kind === 'busy'
  await moveOn(context, row, row.step, { quietAt: context.now(), isRefused })
  return isRefused ? error : unclear(error)
}

const unclear = (cause: unknown) => new SyncFailure('unclear', say('post.noAnswer'), { cause })
