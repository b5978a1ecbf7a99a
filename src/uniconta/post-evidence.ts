// What counts as evidence: a look that showed what is known to be there, and a row that can only be ours.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import { factsOf, learnControl, serieToRead } from './coupled.ts'
import { findNewestBelow, isThisDocument, type Look, lookAtSeries, numberOf, type Work } from './post-look.ts'
import { findLastSettled, type PostingOrder } from './posting-store.ts'
import { postingTexts } from './posting-texts.ts'
import type { Row } from './session.ts'

const say = sayFrom(postingTexts)

/** Before the first document of ours is settled: the newest one there below it is the row to be shown; an empty series is a person's word. */
async function withControl(work: Work): Promise<Work> {
  const { context, calls, connection, document } = work
  const { series, serial } = document
  const last = await findLastSettled(context.db, series, serial, serieToRead(connection, series))
  if (factsOf(connection, series).control !== null || last !== undefined) return work
  calls.renew()
  const number = await findNewestBelow(work, series, serial)
  if (number === undefined)
    throw new SyncFailure('rejected', say('post.seriesUnread', { number: document.number }), {
      actions: ['choose', 'send-again'],
    })
  return { ...work, connection: await learnControl(context.db, connection, series, { number }) }
}

/** A look whose silence means something; in a fresh session when the first one showed too little. */
export async function lookThatCounts(
  work: Work,
  orders: readonly PostingOrder[],
  how: { isDoubtful?: boolean } = {},
): Promise<Look> {
  const first = await lookAtSeries(await withControl(work), orders, how)
  if (first.isProved || first.ours.length > 0) return first
  if (!work.calls.isFresh()) {
    work.calls.renew()
    const second = await lookAtSeries(await withControl(work), orders, how)
    if (second.isProved || second.ours.length > 0) return second
  }
  const { number } = work.document
  throw new SyncFailure('unclear', say('post.lookUnproved', { number }), { actions: ['look-now'] })
}

/** Our document in what a look showed. @throws SyncFailure when there are two, or one that only looks like it. */
export function oursThere(
  { document }: Work,
  look: Look,
  orders: readonly PostingOrder[],
  parents: { account: string; project: string },
): Row | undefined {
  const [first, second] = look.ours
  if (!first) return undefined
  const numbers = look.ours.map((row) => String(numberOf(row))).join(', ')
  const { number, reference } = document
  if (second)
    throw new SyncFailure('rejected', say('post.twice', { number, numbers, reference }), {
      pausesLane: true,
      actions: ['choose'],
    })
  if (!isThisDocument(first, document, parents, orders))
    throw new SyncFailure('rejected', say('post.lookAlike', { number, there: numbers, reference }), {
      actions: ['choose', 'send-again'],
    })
  return first
}
