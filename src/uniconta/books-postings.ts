// What the comparison means for the posting: documents that stand there are settled, and all others are in doubt.
import { sql } from 'drizzle-orm'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Booked } from '../invoices/record-as-booked.ts'
import type { Tx } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { enqueueMany } from '../sync/enqueue.ts'
import type { Restore } from '../sync/restored.ts'
import type { FoundBooks } from './books.ts'
import type { Connection } from './connection.ts'
import type { Theirs } from './post-read-back.ts'
import { listUnsettled } from './posting-document.ts'
import type { PostingStep } from './posting-steps.ts'
import { findPosting, insertPosting, listOrders, type Posting } from './posting-store.ts'
import { posting, postingOrder } from './posting-table.ts'
import { postingTexts } from './posting-texts.ts'
import { tokenLifeMs } from './session.ts'

const say = sayFrom(postingTexts)

type Settling = {
  id: string
  booked: Booked
  theirs: Theirs
  /** Of the order that it was posted from; null where it was none of ours. */
  orderNumber: number | null
  how: 'posted' | 'marked'
  saidBy?: string
  reason?: string | null
}

export async function settleAsBooked(tx: Tx, { now }: { now: Clock }, settling: Settling): Promise<void> {
  const { id, booked, theirs, how, orderNumber, saidBy = null, reason = null } = settling
  const { series, serial, number } = booked
  await tx.insert(posting).values({
    ...{ ...theirs, invoiceId: id, series, serial, step: 'settled', how, settledAt: now(), saidBy, reason },
  })
  // No number of an order is used twice, also not one that the backup had not known. Where the order was kept, the night deletes it.
  if (orderNumber !== null)
    await tx
      .insert(postingOrder)
      .values({ orderNumber, invoiceId: id, madeAt: now(), isPosted: true, isGone: true })
      .onConflictDoNothing()
  const sentence =
    how === 'marked'
      ? say('post.marked', { number: String(theirs.theirNumber), by: saidBy ?? '' })
      : say('post.cameIn', { number: String(theirs.theirNumber), voucher: theirs.voucher ?? '' })
  await enqueueMany(tx, [{ kind: invoicePost, subject: id, label: number }], now())
  await setTask(tx, id, { state: 'done', shown: 'transferred', uncertain: false, sentence }, now())
}

type Shown = { state: 'done' | 'waiting'; shown: 'transferred' | 'uncertain'; uncertain: boolean; sentence: Sentence }

async function setTask(tx: Tx, id: string, { state, shown, uncertain, sentence }: Shown, now: Date): Promise<void> {
  await tx.execute(sql`
    update sync_task set state = ${state}, shown = ${shown}, uncertain = ${uncertain}, since = ${now.toISOString()},
           sentence = ${JSON.stringify(sentence)}::jsonb, actions = '[]', differences = '[]', taken = case when ${state} = 'done' then requested else taken end
     where kind = ${invoicePost} and subject = ${id}`)
}

/** The last moment at which a call of a process from before the restore could leave: its token was given before that was noticed. */
export const lastCallLeaves = ({ noticedAt }: Pick<Restore, 'noticedAt'>): Date =>
  new Date(noticedAt.getTime() + tokenLifeMs)

type Doubting = { connection: Connection; found: FoundBooks; restore: Restore; now: Clock }

/** Nobody knows what became of these between the backup and its restore. The answer is how many there are. */
export async function doubtUnsettled(tx: Tx, { connection, found, restore, now }: Doubting): Promise<number> {
  if (!connection.settings.exportInvoices) return 0
  const open = await listUnsettled(tx, connection, most)
  await enqueueMany(
    tx,
    open.map(({ id, number, name }) => ({ kind: invoicePost, subject: id, label: `${number} ${name}` })),
    now(),
  )
  for (const { id, series, serial, number } of open) {
    const adopted = found.orders.filter(({ invoiceId }) => invoiceId === id).map(({ orderNumber }) => orderNumber)
    await insertPosting(tx, { id, series, serial })
    for (const orderNumber of adopted)
      await tx.insert(postingOrder).values({ orderNumber, invoiceId: id, madeAt: now() }).onConflictDoNothing()
    // Whether an order was posted since is what nobody knows: so it may have been.
    await tx.execute(sql`update uniconta_order set is_posted = true where invoice_id = ${id}::uuid and not is_gone`)
    await tx.execute(
      sql`update uniconta_order set is_gone = false, is_posted = true where order_number = any(${sql.param(adopted)}::int[])`,
    )
    const row = (await findPosting(tx, id)) as Posting
    const live = (await listOrders(tx, id)).filter((order) => !order.isGone).map(({ orderNumber }) => orderNumber)
    const quietAt = new Date(Math.max(lastCallLeaves(restore).getTime(), row.quietAt?.getTime() ?? 0))
    const word = row.word === 'send-again' ? null : row.word
    const step = stepInDoubt(row.step, live.length)
    const orderNumber = adopted.at(-1) ?? live.at(-1) ?? null
    await tx
      .update(posting)
      .set({ step, orderNumber, quietAt, word, isRefused: false, refusal: null })
      .where(sql`${posting.invoiceId} = ${id}`)
    const sentence = say('post.restoredDoubt', { number })
    await setTask(tx, id, { state: 'waiting', shown: 'uncertain', uncertain: true, sentence }, now())
  }
  return open.length
}

const most = 100_000

/**
 * With an order, its post may be out. Without one, at most an order is: what was posted shows in the look, and that was made after the
 * last call could leave.
 */
function stepInDoubt(step: PostingStep, orders: number): PostingStep {
  if (step === 'deleting' || step === 'reading-back') return step
  return orders > 0 ? 'posting' : 'order-sending'
}
