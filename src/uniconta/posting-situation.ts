// Where a document stands on its way, read at one moment, and which choices a person has then. No call on the wire.
import { eq, sql } from 'drizzle-orm'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { magnitude, toMinor } from '../lib/money.ts'
import type { RecordState } from '../sync/record-state.ts'
import { type Connection, findConnection } from './connection.ts'
import { firstCovered } from './coupled.ts'
import { amountsThatDiffer, smallDifference } from './post-read-back.ts'
import { waitEndsAt } from './post-wait.ts'
import type { ChoiceName } from './posting.ts'
import { type Document, findDocument, listUnsettled } from './posting-document.ts'
import { listOrders, type Posting, type PostingOrder } from './posting-store.ts'
import { posting } from './posting-table.ts'
import type { Uniconta } from './uniconta.ts'

export type Situation = {
  document: Document
  connection: Connection | undefined
  row: Posting | undefined
  orders: readonly PostingOrder[]
  /** The head of its series, which it waits for, would be, or is being, booked under another number: so will those behind it. */
  isBehindMismatch: boolean
  /** What its task shows; `here` and `there` are the amounts that its sentence speaks of. */
  task: { shown: RecordState; said: string; here: string | null; there: string | null } | undefined
  /** Null when nothing of it is under way. */
  waitEndsAt: Date | null
  now: Date
}

/** @throws not-found for a draft, and for a document of the series without transfer. */
export async function mustFindDocument(db: Db, id: string): Promise<Document> {
  const document = await findDocument(db, id)
  if (!document) throw new AppError('not-found', { key: 'record.notFound', values: { what: 'invoice', id } })
  return document
}

/** `isHeld`: in a transaction that changes the row. */
export async function readSituation(
  db: Db | Tx,
  { box }: Pick<Uniconta, 'box'>,
  document: Document,
  now: Date,
  { isHeld }: { isHeld: boolean } = { isHeld: false },
): Promise<Situation> {
  const connection = await findConnection(db, box)
  const one = db.select().from(posting).where(eq(posting.invoiceId, document.id))
  const [row] = isHeld ? await one.for('update') : await one
  const { rows } = await db.execute<NonNullable<Situation['task']>>(sql`
    select shown, sentence ->> 'key' as said, sentence #>> '{values,here}' as here, sentence #>> '{values,there}' as there from sync_task where kind = ${invoicePost} and subject = ${document.id}`)
  const orders = await listOrders(db, document.id)
  const isBehindMismatch =
    rows[0]?.shown === 'held' && connection !== undefined && (await isHeadMismatch(db, connection, document))
  const isUnclear = row !== undefined && unclearSteps.includes(row.step) && !row.isRefused
  const ends = isUnclear && connection ? waitEndsAt(row, connection) : null
  return { document, connection, row, orders, isBehindMismatch, task: rows[0], waitEndsAt: ends, now }
}

async function isHeadMismatch(db: Db | Tx, connection: Connection, { series, serial }: Document): Promise<boolean> {
  const [head] = await listUnsettled(db, connection, 1, series)
  if (!head || head.serial >= serial) return false
  const { rows } = await db.execute(sql`
    select 1 from sync_task t left join uniconta_posting p on p.invoice_id = ${head.id}::uuid
     where t.kind = ${invoicePost} and t.subject = ${head.id} and (t.shown = 'number-mismatch' or p.word = 'accept-number')`)
  return rows.length > 0
}

/** Whoever finds one of these does not know whether its call arrived. */
const unclearSteps: readonly string[] = ['order-sending', 'posting', 'deleting', 'reading-back']

/** What a person may choose now. A choice may need a reason only from some amount on. */
export function choicesOffered(situation: Situation): { choice: ChoiceName; needsReason: boolean }[] {
  return namesOffered(situation).map((choice) => ({ choice, needsReason: needsReason(choice, situation) }))
}

const without: readonly ChoiceName[] = ['wait', 'go-on', 'series-corrected', 'confirm-empty-series']

export function needsReason(choice: ChoiceName, situation: Situation): boolean {
  if (choice === 'accept-difference') return situation.row?.step === 'waiting' || !differsLittle(situation)
  return !without.includes(choice)
}

function namesOffered(situation: Situation): ChoiceName[] {
  const { row, orders, task, connection, document } = situation
  if (!connection?.settings.enabled || !connection.settings.exportInvoices || !task) return []
  if (document.serial < firstCovered(connection, document.series)) return []
  const step = row?.step ?? 'waiting'
  if (step === 'settled') return row && mayAcceptAmounts(row, document) ? ['accept-difference'] : []
  const isMismatch = task.shown === 'number-mismatch'
  const marks: ChoiceName[] = ['mark-as-transferred']
  // Two of them there, or one that only looks like it: a person knows which one it is.
  const isAsked = task.said === 'post.twice' || task.said === 'post.lookAlike'
  const more: ChoiceName[] = []
  if (isShown(situation)) more.push('go-on')
  if (step === 'waiting') {
    if (isMismatch) more.push('series-corrected')
    if (isMismatch || situation.isBehindMismatch) more.push('booked-under-another-number')
    if (task.said === 'post.periodClosed') more.push('posting-date')
    if (task.said === 'post.wouldDiffer' && wouldDifferLittle(situation)) more.push('accept-difference')
    if (task.said === 'post.seriesUnread') more.push('confirm-empty-series')
    if (orders.every((order) => order.isGone)) more.push(...marks)
  } else if (step === 'reading-back') {
    if (isMismatch) more.push('booked-under-another-number')
    if (task.shown === 'amount-differs') more.push('accept-difference')
    if (isAsked || isOver(situation)) more.push(...marks)
  } else if (step === 'posting' && isOver(situation)) {
    if (task.said === 'post.vanished') more.push('send-again')
    more.push(...marks)
  } else if (isOver(situation)) more.push(...marks)
  return ['wait', ...more]
}

/** A step of a first document is shown and waits to be seen. */
export const isShown = ({ row, task }: Situation): boolean =>
  task?.said.startsWith('first.') === true && row?.shownStep?.isLetGo === false

export const isOver = ({ waitEndsAt, now }: Situation): boolean => waitEndsAt === null || waitEndsAt <= now

function mayAcceptAmounts(row: Posting, document: Document): boolean {
  if (row.how === 'marked' || row.word === 'accept-difference') return false
  return amountsThatDiffer(document, row).length > 0
}

function differsLittle({ row, document }: Situation): boolean {
  const most = toMinor(smallDifference, document.currency)
  return row !== undefined && amountsThatDiffer(document, row).every(({ by }) => by <= most)
}

/** Found before posting: above five øre it is not accepted, since nothing is booked yet that would have to be lived with. */
function wouldDifferLittle({ task, document: { currency } }: Situation): boolean {
  if (!task?.here || !task.there) return false
  return magnitude(toMinor(task.here, currency) - toMinor(task.there, currency)) <= toMinor(smallDifference, currency)
}
