// Step 7: what stands in the books, compared with the document.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { toMinor, writeAmount } from '../lib/money.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Outcome } from '../sync/handler.ts'
import type { Difference } from '../sync/sync-table.ts'
import { learn } from './connection.ts'
import { isOfSeries, serieIn } from './coupled.ts'
import { rowIdOf } from './fields.ts'
import { learnFrom, wasNumberedApart } from './first-document.ts'
import { deleteOrder } from './post-delete.ts'
import { oursThere } from './post-evidence.ts'
import { abs, lookAtOrders, lookAtSeries, numberOf, type Work } from './post-look.ts'
import { findParents } from './post-parents.ts'
import { learnRounding } from './post-simulate.ts'
import { stillWaits } from './post-wait.ts'
import { acceptsNumber, changeOrder, listOrders, moveOn, type Posting } from './posting-store.ts'
import { postingTexts } from './posting-texts.ts'
import type { Row } from './session.ts'
import { fromTheWire } from './to-order.ts'

const say = sayFrom(postingTexts)

/** Above this a difference stops the lane; up to it the document is settled and says that it differs. */
export const smallDifference = '0.05'

export async function readBack(work: Work, row: Posting): Promise<Outcome> {
  const { context, calls, document } = work
  const orders = await listOrders(context.db, row.invoiceId)
  const parents = await findParents(work)
  if ('outcome' in parents) return parents
  // A number below ours is one of another series, which a look from the last document of ours on does not come to; nor does one at
  // the series of credit notes alone, where it took a number of the invoices.
  const isBelow = row.theirNumber !== null && row.theirNumber < document.serial
  const how = { isDoubtful: isBelow || document.series === 'credit-note' }
  let look = await lookAtSeries(work, orders, how)
  if (look.ours.length === 0 && !calls.isFresh()) {
    calls.renew()
    look = await lookAtSeries(work, orders, how)
  }
  const there = oursThere(work, look, orders, parents)
  // It was said to be posted. Once that has to show and does not, it is a doubt like a lost answer.
  if (!there && !stillWaits(work, row)) {
    await moveOn(context, row, 'posting')
    return { outcome: 'again', at: context.now() }
  }
  if (!there)
    throw new SyncFailure(
      'unclear',
      say('post.notShownYet', { number: document.number, there: String(row.theirNumber ?? '?') }),
      {
        actions: ['look-now'],
      },
    )
  return settle(work, row, there)
}

async function settle(work: Work, row: Posting, there: Row): Promise<Outcome> {
  const { context, document } = work
  const theirs = toTheirs(there, document.currency)
  const { number, serial, series } = document
  const mayDiffer = acceptsNumber(row) || (await wasNumberedApart(work, there))
  const isInStep = theirs.theirNumber === serial && (series === 'invoice' || isOfSeries(there, work.connection, series))
  if (!isInStep && !mayDiffer) {
    await moveOn(context, row, 'reading-back', theirs)
    throw new SyncFailure('rejected', say('post.otherNumber', { number, there: String(theirs.theirNumber) }), {
      shown: 'number-mismatch',
      actions: ['choose'],
      differences: [{ field: 'InvoiceNumber', here: number, there: String(theirs.theirNumber) }],
    })
  }
  await learnRounding(work, theirs.theirVat)
  const differences = amountsThatDiffer(document, theirs)
  const isSmall = differences.every(({ by }) => by <= toMinor(smallDifference, document.currency))
  if (differences.length > 0 && !isSmall && row.word !== 'accept-difference') {
    await moveOn(context, row, 'reading-back', theirs)
    throw new SyncFailure('rejected', amountSentence(work, differences), {
      shown: 'amount-differs',
      actions: ['choose'],
      differences: differences.map(({ by: _, ...difference }) => difference),
    })
  }
  const how = isInStep ? 'posted' : 'other-number'
  const settled = await moveOn(context, row, 'settled', { ...theirs, how, settledAt: context.now(), refusal: null })
  const tidied = await tidyUp(work)
  const learned = await learnFrom(tidied, settled, there)
  if (differences.length > 0)
    return {
      outcome: 'done',
      shown: 'amount-differs',
      sentence: amountSentence(work, differences),
      actions: row.word === 'accept-difference' ? [] : ['choose'],
    }
  const values = { number: String(settled.theirNumber), voucher: settled.voucher ?? '' }
  if (learned['no-costs'] === false)
    return { outcome: 'done', sentence: say('post.settledWithCosts', { ...values, project: document.project.number }) }
  return { outcome: 'done', sentence: say('post.settled', values) }
}

/** An order that the other side kept could be posted by a person once more. What is in the way now goes at night. */
export async function tidyUp(work: Work): Promise<Work> {
  const { context, calls, connection, document } = work
  const orders = (await listOrders(context.db, document.id)).filter((order) => !order.isGone)
  if (orders.length === 0) return work
  // Where orders go by themselves, the night sees whether each of them did.
  if (connection.facts.orderGoes) return work
  let standing = await lookAtOrders(calls, orders)
  const isUnknown = connection.facts.orderGoes === undefined
  // That orders go by themselves holds for all that come: one read that shows none does not teach it. Where they stay it missed one.
  if (standing.length === 0) {
    calls.renew()
    standing = await lookAtOrders(calls, orders)
  }
  const orderGoes = connection.facts.orderGoes ?? standing.length === 0
  if (isUnknown) await learn(context.db, connection, { orderGoes })
  for (const order of standing.filter((found) => found.OurRef === document.reference))
    await deleteOrder(work.calls, work.document.number, order)
  await context.inLane(async (tx) => {
    for (const { orderNumber } of orders) await changeOrder(tx, orderNumber, { isGone: true })
  })
  return { ...work, connection: { ...connection, facts: { ...connection.facts, orderGoes } } }
}

export type Theirs = ReturnType<typeof toTheirs>

/** The document as it stands there. */
export function toTheirs(there: Row, currency: string) {
  const text = (value: unknown) => (value === undefined || value === null ? null : String(value))
  const due = text(there.DueDate)?.slice(0, 10) ?? null
  return {
    theirNumber: numberOf(there),
    theirSerie: serieIn(there) ?? null,
    theirRowId: rowIdOf(there),
    voucher: text(there.Voucher),
    journalId: text(there.JournalPostedId),
    theirNet: fromTheWire(there.NetAmount, currency) ?? null,
    theirVat: fromTheWire(there.VatAmount, currency) ?? null,
    theirGross: fromTheWire(there.TotalAmount, currency) ?? null,
    theirDueOn: due?.startsWith('0001') ? null : due,
    exchangeRate: typeof there.ExchangeRate === 'number' && there.ExchangeRate > 0 ? String(there.ExchangeRate) : null,
    companyAmount: fromTheWire(there.AmountLocalCur, 'DKK') ?? null,
  }
}

type Amounts = Pick<Work['document'], 'currency' | 'net' | 'vat' | 'gross'>

export function amountsThatDiffer(
  { currency, net, vat, gross }: Amounts,
  theirs: Pick<Theirs, 'theirNet' | 'theirVat' | 'theirGross'>,
): (Difference & { by: bigint })[] {
  return [
    { field: 'net', ours: net, there: theirs.theirNet },
    { field: 'VAT', ours: vat, there: theirs.theirVat },
    { field: 'total', ours: gross, there: theirs.theirGross },
  ].flatMap(({ field, ours, there }) =>
    there === null || there === ours
      ? []
      : [{ field, here: writeAmount(ours, currency), there: writeAmount(there, currency), by: abs(there - ours) }],
  )
}

function amountSentence({ document }: Work, [first]: readonly Difference[]) {
  const { field = '', here = '', there = '' } = first ?? {}
  return say('post.amountDiffers', { number: document.number, field, here, there })
}
