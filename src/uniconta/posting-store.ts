// The steps of a posting on disk. Each change names the step that it leaves and is made in the lane, so that an old holder makes none.
import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { CoupledSeries } from '../company/company.ts'
import type { InvoiceSeries } from '../invoices/invoice.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { LaneLost } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import type { Document } from './posting-document.ts'
import type { PostingStep } from './posting-steps.ts'
import { posting, postingOrder } from './posting-table.ts'

export type Posting = typeof posting.$inferSelect
export type PostingOrder = typeof postingOrder.$inferSelect
type Change = Partial<Omit<Posting, 'invoiceId' | 'series' | 'serial' | 'step'>>

export async function findPosting(db: Db | Tx, invoiceId: string): Promise<Posting | undefined> {
  const [row] = await db.select().from(posting).where(eq(posting.invoiceId, invoiceId))
  return row
}

/** A person said that the number which the other side gives stands; another word for the same document does not take that back. */
export const acceptsNumber = ({ word, how }: Posting): boolean => word === 'accept-number' || how === 'other-number'

type Of = Pick<Document, 'id' | 'series' | 'serial'>

export async function beginPosting(context: TaskContext, document: Of): Promise<Posting> {
  return context.inLane(async (tx) => {
    await insertPosting(tx, document)
    return (await findPosting(tx, document.id)) as Posting
  })
}

/** Where there is none yet. */
export async function insertPosting(tx: Tx, { id, series, serial }: Of): Promise<void> {
  await tx.insert(posting).values({ invoiceId: id, series, serial, step: 'waiting' }).onConflictDoNothing()
}

/** @throws LaneLost when the row has left that step meanwhile: somebody else works on it. */
export async function moveOn(
  context: TaskContext,
  from: Posting,
  step: PostingStep,
  change: Change = {},
  /** What else is stored in the same transaction; its answer is stored too. */
  besides?: (tx: Tx) => Promise<Change | undefined>,
): Promise<Posting> {
  return context.inLane(async (tx) => {
    const more = (await besides?.(tx)) ?? {}
    const [row] = await tx
      .update(posting)
      .set({ ...change, ...more, step })
      .where(and(eq(posting.invoiceId, from.invoiceId), eq(posting.step, from.step)))
      .returning()
    if (!row) throw new LaneLost(`The posting of ${from.invoiceId} has left step ${from.step}.`)
    return row
  })
}

export async function listOrders(db: Db | Tx, invoiceId: string): Promise<PostingOrder[]> {
  return db.select().from(postingOrder).where(eq(postingOrder.invoiceId, invoiceId)).orderBy(postingOrder.madeAt)
}

/** Numbers of our orders begin here, where no counter there comes to. */
export const lowestOrderNumber = 1_500_000_000
const orderNumbers = 600_000_000

/** A number that was never used, from a range that no counter there reaches. On disk before the call. */
export async function newOrderNumber(tx: Tx, { subject, random, now }: TaskContext): Promise<number> {
  for (;;) {
    const orderNumber = lowestOrderNumber + Math.floor(random() * orderNumbers)
    const made = await tx
      .insert(postingOrder)
      .values({ orderNumber, invoiceId: subject, madeAt: now() })
      .onConflictDoNothing()
    if (made.rowCount === 1) return orderNumber
    // A source of chance that always gives the same would never find another one.
    const { rows } = await tx.execute<{ next: number }>(sql`select max(order_number) + 1 as next from uniconta_order`)
    const next = rows[0]?.next ?? lowestOrderNumber
    const taken = await tx.insert(postingOrder).values({ orderNumber: next, invoiceId: subject, madeAt: now() })
    if (taken.rowCount === 1) return next
  }
}

/** The other side gave the order a number of its own: that one is the order's from now on, and ours was never used. */
export async function renumberOrder(
  tx: Tx,
  { subject, now }: TaskContext,
  ours: number,
  theirs: number,
): Promise<{ orderNumber: number }> {
  await tx.insert(postingOrder).values({ orderNumber: theirs, invoiceId: subject, madeAt: now() }).onConflictDoNothing()
  await changeOrder(tx, ours, { isGone: true })
  return { orderNumber: theirs }
}

export async function changeOrder(
  tx: Tx,
  orderNumber: number,
  change: Partial<Pick<PostingOrder, 'isPosted' | 'isGone'>>,
): Promise<undefined> {
  await tx.update(postingOrder).set(change).where(eq(postingOrder.orderNumber, orderNumber))
}

/**
 * The number of the last document of a series before `serial` that was posted in step: the row that a look has to show to count. One that was
 * booked under another number, or was only said to stand there, may lie beside the series; so does what was posted before the series
 * there became `serie`.
 */
export async function findLastSettled(
  db: Db,
  series: CoupledSeries,
  serial: number,
  serie?: string,
): Promise<number | undefined> {
  const [row] = await db
    .select({ number: posting.serial })
    .from(posting)
    .where(
      and(
        eq(posting.how, 'posted'),
        eq(posting.series, series),
        lt(posting.serial, serial),
        serie === undefined ? undefined : or(isNull(posting.theirSerie), eq(posting.theirSerie, serie)),
      ),
    )
    .orderBy(desc(posting.serial))
    .limit(1)
  return row?.number
}

/** The document of a series of ours that stands there under this number; undefined where none is. */
export async function findSettledUnder(
  db: Db,
  series: CoupledSeries,
  theirNumber: number,
): Promise<{ number: string } | undefined> {
  const { rows } = await db.execute<{ number: string }>(sql`
    select i.number from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.step = 'settled' and p.series = ${series} and p.their_number = ${theirNumber} order by p.serial desc limit 1`)
  return rows[0]
}

/**
 * Whether all numbers of our series of invoices from the next one there to before `serial` are those of credit notes that stand there in
 * a series of their own.
 */
export async function areNumberedApart(
  db: Db,
  { covered, next, serial }: { covered: number; next: number; serial: number },
): Promise<boolean> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.series = 'invoice' and i.kind = 'credit-note' and p.step = 'settled' and p.how = 'other-number'
       and p.serial >= ${next} and p.serial < ${serial} and not (p.their_number >= ${covered} and p.their_number < ${serial})`)
  return next < serial && rows[0]?.count === serial - next
}

export type KnownReference = {
  id: string
  number: string | null
  series: InvoiceSeries | null
  /** Once the document is settled. */
  theirNumber: number | null
}

/** Which of these references are those of documents or drafts here. */
export async function findByReference(db: Db, references: readonly string[]): Promise<Map<string, KnownReference>> {
  const wanted = [...new Set(references.filter(Boolean))]
  if (wanted.length === 0) return new Map()
  const { rows } = await db.execute<KnownReference & { reference: string }>(sql`
    select i.reference, i.id, i.number, i.series, case when p.step = 'settled' then p.their_number end as "theirNumber"
      from invoice i left join uniconta_posting p on p.invoice_id = i.id where i.reference = any(${sql.param(wanted)}::text[])`)
  return new Map(rows.map((row) => [row.reference, row]))
}
