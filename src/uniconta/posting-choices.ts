// What a person chooses about a document on its way. Whoever works the lane is stopped in the same transaction, what was chosen
// stands in the history and in the log with its reason, and the document is tried again.
import { eq, sql } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { enqueue } from '../sync/enqueue.ts'
import { takeLaneAway } from '../sync/lane.ts'
import { resumeLane } from '../sync/lane-trouble.ts'
import { findRestore } from '../sync/restored.ts'
import { booksTexts } from './books-texts.ts'
import { choiceTexts } from './choice-texts.ts'
import { type Connection, findConnection } from './connection.ts'
import { factsOf, learnControl } from './coupled.ts'
import { ask, type Found, findThere, mustHaveNoOrder, mustNotStandThere, type Tools } from './look-for-person.ts'
import { noteInLog } from './note-in-log.ts'
import type { ChoiceForMany, PostingChoice, ShownStep } from './posting.ts'
import type { Document } from './posting-document.ts'
import { choicesOffered, mustFindDocument, readSituation, type Situation } from './posting-situation.ts'
import { insertPosting, type Posting } from './posting-store.ts'
import { posting } from './posting-table.ts'
import { unicontaType } from './settings.ts'

const say = sayFrom(choiceTexts)

/**
 * Twice is once: a repeat of what stands already is answered like the first and records nothing more.
 * @throws conflict when the choice is not offered (any more), or what stands there speaks against it
 */
export async function choose(tools: Tools, actor: Actor, id: string, choice: PostingChoice): Promise<void> {
  const { db, now } = tools
  await mustNotBeRestored(db)
  const document = await mustFindDocument(db, id)
  const before = await readSituation(db, tools, document, now())
  const connection = before.connection
  const label = `${document.number} ${document.printed.buyer.name}`
  const wish = { kind: invoicePost, subject: id, label }
  if (isDone(before, choice)) {
    if (before.row?.step !== 'settled') await inTransaction(db, (tx) => enqueue(tx, wish, now()))
    return
  }
  mustBeOffered(before, choice)
  if (!connection) throw new Error('A choice is offered only with an integration.')
  const found = await lookBefore(tools, connection, before, choice)
  await inTransaction(db, async (tx) => {
    await takeLaneAway(tx, unicontaType, now())
    await mustNotBeRestored(tx)
    const current = await readSituation(tx, tools, document, now(), { isHeld: true })
    mustBeOffered(current, choice)
    await apply(tx, tools, { actor, document, current, found }, choice)
    const chosen = { ...shownChoice(choice), reason: choice.reason }
    await recordChange(tx, actor, { kind: 'invoice', subject: id, before: {}, after: chosen }, now())
    const sentence = sentenceOf(actor, document, choice)
    await noteInLog(tx, tools, { level: 'info', kind: 'invoice', subject: id, label, sentence })
    await enqueue(tx, wish, now())
  })
}

/** One after the other, from the lowest number on. What refuses it is told, and the others are chosen all the same. */
export async function chooseForMany(
  tools: Tools,
  actor: Actor,
  { ids, choice, reason }: ChoiceForMany,
): Promise<{ queued: number; refused: { id: string; sentence: Sentence }[] }> {
  const { rows } = await tools.db.execute<{ id: string }>(
    sql`select id from invoice where id = any(${sql.param(ids)}::uuid[]) order by serial nulls last, id`,
  )
  const known = rows.map(({ id }) => id)
  const refused: { id: string; sentence: Sentence }[] = []
  for (const id of [...known, ...ids.filter((one) => !known.includes(one))])
    try {
      await choose(tools, actor, id, { choice, reason })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ id, sentence: error.sentence })
    }
  return { queued: new Set(ids).size - refused.length, refused }
}

/** Until both sides were compared nobody knows what a choice would be about. */
export async function mustNotBeRestored(db: Db | Tx): Promise<void> {
  if (await findRestore(db)) throw new AppError('conflict', sayFrom(booksTexts)('books.finishFirst'))
}

function mustBeOffered(situation: Situation, choice: PostingChoice): void {
  const { number } = situation.document
  const offered = choicesOffered(situation).find((one) => one.choice === choice.choice)
  if (!offered) throw new AppError('conflict', say('choice.notOffered', { number }))
  if (offered.needsReason && !choice.reason) {
    const sentence = say('choice.reasonMissing')
    throw new AppError('invalid', sentence, { fields: [{ path: 'reason', sentence }] })
  }
}

/** The answer to the first request was lost. */
function isDone({ row, connection, document }: Situation, choice: PostingChoice): boolean {
  if (choice.choice === 'confirm-empty-series')
    return connection !== undefined && factsOf(connection, document.series).control?.number === null
  if (!row) return false
  const isSameReason = row.reason === choice.reason
  switch (choice.choice) {
    case 'booked-under-another-number':
      return row.word === 'accept-number' && isSameReason
    case 'accept-difference':
      return row.word === 'accept-difference' && isSameReason
    case 'mark-as-transferred':
      return (row.how === 'marked' || row.word === 'mark') && row.theirNumber === choice.number
    case 'send-again':
      return row.word === 'send-again'
    case 'go-on':
      return row.shownStep != null && (row.shownStep.before !== choice.before || row.shownStep.isLetGo)
    case 'posting-date':
      return row.postingOn === choice.day && isSameReason
    default:
      return false
  }
}

/** Calls on the wire come before the transaction. */
async function lookBefore(
  tools: Tools,
  connection: Connection,
  { document, orders, row }: Situation,
  choice: PostingChoice,
): Promise<Found | undefined> {
  if (choice.choice === 'send-again') await mustNotStandThere(tools, connection, document, orders)
  if (choice.choice === 'posting-date' && choice.day < document.invoicedOn && !choice.beforeItsDay) {
    const sentence = say('choice.beforeItsDay', { number: document.number, day: document.invoicedOn })
    throw new AppError('invalid', sentence, { fields: [{ path: 'day', sentence }] })
  }
  if (choice.choice !== 'mark-as-transferred') return undefined
  const found = await findThere(tools, connection, document, choice.number)
  if (!row || !mayHaveOrder(row))
    await ask(tools, connection, (calls) => mustHaveNoOrder(calls, orders, document.number))
  if (found.shown.differences.length > 0 && !choice.acceptDifferences) {
    const list = found.shown.differences.map(({ field, here, there }) => `${field} ${there} / ${here}`).join('; ')
    const sentence = say('choice.differs', { there: choice.number, number: document.number, list })
    throw new AppError('conflict', sentence, { fields: [{ path: 'acceptDifferences', sentence }] })
  }
  return found
}

/** An order that is known to stand there, or was sent, and never posted: it can be deleted before anything else is said. */
const mayHaveOrder = ({ step }: Posting): boolean => step === 'order-made' || step === 'order-sending'

type Chosen = { actor: Actor; document: Document; current: Situation; found: Found | undefined }

async function apply(tx: Tx, { now }: Tools, chosen: Chosen, choice: PostingChoice): Promise<void> {
  const { actor, document, current, found } = chosen
  const said = { reason: choice.reason, saidBy: actor.name }
  switch (choice.choice) {
    case 'wait':
    case 'series-corrected':
      return
    case 'confirm-empty-series':
      await learnControl(tx, current.connection as Connection, document.series, { number: null })
      return
    case 'booked-under-another-number':
      return change(tx, document, { ...said, word: 'accept-number', how: 'other-number' })
    case 'accept-difference':
      return change(tx, document, { ...said, word: 'accept-difference' })
    case 'send-again':
      return change(tx, document, { ...said, word: 'send-again' })
    case 'go-on':
      return change(tx, document, { shownStep: { ...(current.row?.shownStep as ShownStep), isLetGo: true } })
    case 'posting-date':
      return change(tx, document, { ...said, postingOn: choice.day, refusal: null })
    case 'mark-as-transferred': {
      if (!found) throw new Error('A document there is read before it is taken for ours.')
      await mustBeNobodyElses(tx, document, found)
      await letGoOn(tx)
      // Its order goes first, and the answer to the deletion says that it is gone.
      if (current.row && mayHaveOrder(current.row))
        return change(tx, document, { ...found.theirs, ...said, step: 'deleting', word: 'mark', refusal: null })
      const settled = { step: 'settled', how: 'marked', settledAt: now(), word: null, refusal: null } as const
      return change(tx, document, { ...found.theirs, ...said, ...settled })
    }
  }
}

async function change(tx: Tx, document: Document, change: Partial<Posting>): Promise<void> {
  await insertPosting(tx, document)
  await tx.update(posting).set(change).where(eq(posting.invoiceId, document.id))
}

/** One document there is one of ours. */
async function mustBeNobodyElses(tx: Tx, { id }: Document, { theirs }: Found): Promise<void> {
  const { theirNumber, theirRowId, theirSerie } = theirs
  const { rows } = await tx.execute<{ number: string }>(sql`
    select i.number from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.invoice_id <> ${id}::uuid and p.step = 'settled'
       and case when p.their_row_id is null or ${theirRowId}::text is null
                then p.their_number = ${theirNumber} and coalesce(p.their_serie = ${theirSerie}::text, true)
                else p.their_row_id = ${theirRowId} end limit 1`)
  const other = rows[0]?.number
  if (other) throw new AppError('conflict', say('choice.isAnothers', { there: theirNumber, other }))
}

/** A lane that stopped because two of ours stood there goes on once a person said which one is ours. */
async function letGoOn(tx: Tx): Promise<void> {
  const { rows } = await tx.execute(
    sql`select 1 from sync_lane where name = ${unicontaType} and paused_for ->> 'key' = 'post.twice'`,
  )
  if (rows.length > 0) await resumeLane(tx, unicontaType)
}

function shownChoice(choice: PostingChoice): Record<string, unknown> {
  const { reason: _, choice: name, ...more } = choice
  return { postingChoice: name, ...more }
}

function sentenceOf(actor: Actor, document: Document, choice: PostingChoice): Sentence {
  const values = { by: actor.name, number: document.number, reason: choice.reason ?? '' }
  switch (choice.choice) {
    case 'wait':
      return say('choice.waits', values)
    case 'series-corrected':
      return say('choice.seriesCorrected', values)
    case 'booked-under-another-number':
      return say('choice.numberStands', values)
    case 'accept-difference':
      return say('choice.differenceAccepted', values)
    case 'mark-as-transferred':
      return say('choice.marked', { ...values, there: choice.number })
    case 'send-again':
      return say('choice.sentAgain', values)
    case 'go-on':
      return say(choice.before === 'order' ? 'choice.orderGoesOn' : 'choice.postGoesOn', values)
    case 'posting-date':
      return say('choice.postingDay', { ...values, day: choice.day })
    case 'confirm-empty-series':
      return say('choice.seriesEmpty', values)
  }
}

/** @throws not-found */
export async function mustHaveConnection({ db, box }: Tools): Promise<Connection> {
  const connection = await findConnection(db, box)
  if (!connection) throw new AppError('not-found', say('choice.noIntegration'))
  return connection
}
