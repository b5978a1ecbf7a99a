// Orders of this instance that stand there. The number of an order is stored before its call, so one that is not known here was made
// after the backup that this database is of.
import { eq, inArray, sql } from 'drizzle-orm'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { invoice } from '../invoices/invoice-table.ts'
import type { Db } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { booksTexts } from './books-texts.ts'
import type { Connection } from './connection.ts'
import { ForgottenHere } from './forgotten.ts'
import { referenceOf } from './post-look.ts'
import { lowestOrderNumber } from './posting-store.ts'
import { posting, postingOrder } from './posting-table.ts'
import type { Calls, Row } from './session.ts'

const say = sayFrom(booksTexts)

const pageRows = 200

/** References of this instance: its mark and sixteen more signs. */
export const bearsMark = (reference: unknown, mark: string): reference is string =>
  typeof reference === 'string' && reference.length === mark.length + 16 && reference.startsWith(mark)

/** Whether its number is one that we gave it. Others may be those of orders that a person copied, reference and all. */
export const isInOurRange = (orderNumber: number): boolean => orderNumber >= lowestOrderNumber

/** The orders with our mark that stand there: in our range, or anywhere until it is known that our numbers are kept. */
export async function readOrders(calls: Calls, { facts }: Connection, mark: string): Promise<Row[]> {
  const lowest = facts.known['own-order-number']?.value === true ? lowestOrderNumber : 1
  const orders = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query('DebtorOrderClient', [
      { PropertyName: 'OrderNumber', FilterValue: `${lowest}..` },
      { PropertyName: 'OrderNumber', OrderBy: true },
      { ...(skip > 0 ? { Skip: skip } : {}), Take: pageRows },
    ])
    const known = orders.size
    for (const row of page) if (Number(row.OrderNumber) >= lowest) orders.set(String(row.OrderNumber), row)
    if (page.length < pageRows || orders.size === known) break
    skip += page.length
  }
  return [...orders.values()].filter((row) => bearsMark(row.OurRef, mark))
}

export type StandingOrder = { order: Row; isSettled: boolean; number: string | null; reference: string }

/**
 * The orders that stand there and were made here. An answer that shows none proves nothing.
 * @throws ForgottenHere when one stands there that nobody here made.
 */
export async function mustKnowOrders(db: Db, calls: Calls, connection: Connection): Promise<StandingOrder[]> {
  const { mark } = await getInvoicing(db)
  const standing = await readOrders(calls, connection, mark)
  if (standing.length === 0) return []
  const made = await db
    .select({
      orderNumber: postingOrder.orderNumber,
      isSettled: sql<boolean>`${posting.step} = 'settled'`,
      number: invoice.number,
      reference: invoice.reference,
    })
    .from(postingOrder)
    .innerJoin(posting, eq(posting.invoiceId, postingOrder.invoiceId))
    .innerJoin(invoice, eq(invoice.id, postingOrder.invoiceId))
    .where(inArray(postingOrder.orderNumber, standing.map(numberOf)))
  const byNumber = new Map(made.map((order) => [order.orderNumber, order]))
  const untouched = await listUntouched(db, standing.map(referenceOf))
  // One outside our range may be an order of ours whose answer was lost, or a copy that somebody made of a document: it only counts
  // for a document that no order was ever made for here.
  const unknown = standing.filter(
    (order) => !byNumber.has(numberOf(order)) && (isInOurRange(numberOf(order)) || untouched.has(referenceOf(order))),
  )
  if (unknown.length > 0) {
    const there = unknown.slice(0, 5).map(numberOf).join(', ')
    throw new ForgottenHere(say('books.ordersThere', { there, count: unknown.length }))
  }
  return standing.flatMap((order) => {
    const ours = byNumber.get(numberOf(order))
    return ours ? [{ order, ...ours }] : []
  })
}

const numberOf = (order: Row) => Number(order.OrderNumber)

/** References of documents and drafts that are not settled here, and that no order was ever made for. */
async function listUntouched(db: Db, references: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ reference: invoice.reference })
    .from(invoice)
    .leftJoin(posting, eq(posting.invoiceId, invoice.id))
    .where(
      sql`${inArray(invoice.reference, [...references])} and ${posting.step} is distinct from 'settled'
          and not exists (select from uniconta_order o where o.invoice_id = ${invoice.id})`,
    )
  return new Set(rows.map(({ reference }) => reference))
}
