// What keeps a credit note from being finalized, and what its author has to know: never more than is left, and every øre named.

import { eq } from 'drizzle-orm'
import type { Obstacle } from '../billing/hindrance.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { magnitude, writeAmount } from '../lib/money.ts'
import { leftOf } from './credit-lines.ts'
import { findBilledElsewhere, findCredited, findDeducting, findLinesWithSources, sumCredited } from './credit-store.ts'
import { creditTexts } from './credit-texts.ts'
import { getInvoiceRecord, type InvoiceRecord, listLines } from './invoice-store.ts'
import type { Totals } from './invoice-totals.ts'

const say = sayFrom(creditTexts)

export type NoteLine = { readonly position: number; readonly net: bigint; readonly creditedLineId: string | null }

/** Of a draft that credits an invoice. What other drafts credit counts when they are finalized. */
export async function creditObstacles(
  db: Db | Tx,
  note: InvoiceRecord,
  lines: readonly NoteLine[],
  totals: Totals,
): Promise<Obstacle[]> {
  if (note.creditedInvoiceId === null) return []
  const original = await getInvoiceRecord(db, note.creditedInvoiceId)
  const number = original.number ?? ''
  const link = `/drafts/${note.id}`
  const stop = (sentence: Sentence): Obstacle => ({ sentence, link, stops: true })
  const doubt = (sentence: Sentence): Obstacle => ({ sentence, link, stops: false })
  const written = (minor: bigint) => `${writeAmount(minor, note.currency)} ${note.currency}`
  const before = await findCredited(db, original.id, 'finalized', note.id)
  const withSources = note.creditedHours === 'reopen' ? await findLinesWithSources(db, original.id) : new Set<string>()
  const originals = new Map((await listLines(db, original.id)).map((line) => [line.id, line]))
  const found: Obstacle[] = []

  for (const [id, own] of byCreditedLine(lines)) {
    const line = originals.get(id)
    if (!line) continue
    const left = leftOf(line, before.get(id))
    const position = own.position + 1
    const isTurned = own.net !== 0n && line.net !== 0n && own.net < 0n === line.net < 0n
    if (isTurned) found.push(stop(say('credit.turned', { line: position, number })))
    else if (magnitude(own.net) > magnitude(left))
      found.push(stop(say('credit.lineOver', { line: position, left: written(magnitude(left)), number })))
    else if (withSources.has(id) && own.net + left !== 0n)
      found.push(doubt(say('credit.hoursStay', { line: position })))
  }

  const credited = await sumCredited(db, original.id)
  const left = original.net + credited.net
  if (magnitude(totals.net) > magnitude(left) && found.every(({ stops }) => !stops))
    found.push(stop(say('credit.over', { net: written(magnitude(totals.net)), left: written(left), number })))
  if (note.customerId !== original.customerId)
    found.push(stop(say('credit.otherCustomer', { number, customer: await nameOf(db, original.customerId) })))
  const remainder = original.gross + credited.gross + totals.gross
  if (left + totals.net === 0n && remainder !== 0n)
    found.push(doubt(say('credit.remainder', { amount: written(remainder), number })))
  const deducting = original.onAccount ? await findDeducting(db, original.id) : []
  if (deducting.length > 0) found.push(doubt(say('credit.deducted', { number, by: deducting.join(', ') })))
  return found
}

/** Of an invoice that is credited whole: what the rounding of its credit notes left open, in a sentence. */
export async function remainderOf(
  db: Db | Tx,
  row: InvoiceRecord,
  standing: { open: bigint; credited: bigint },
): Promise<Sentence | undefined> {
  if (row.kind !== 'invoice' || standing.open === 0n || standing.credited === 0n) return undefined
  const credited = await sumCredited(db, row.id)
  const left = row.gross + credited.gross
  if (row.net + credited.net !== 0n || left === 0n) return undefined
  const amount = `${writeAmount(left, row.currency)} ${row.currency}`
  return say('credit.remainderLeft', { amount, number: row.number ?? '' })
}

/** A draft for another customer holds hours that are billed until the credit note of their invoice is finalized. */
export async function waitingObstacles(db: Db | Tx, draft: InvoiceRecord): Promise<Obstacle[]> {
  const elsewhere = await findBilledElsewhere(db, draft.id)
  return elsewhere.map(({ id, number, count }) => ({
    sentence: say('credit.waits', { number, count }),
    link: `/invoices/${id}`,
    stops: true,
  }))
}

/** Two lines may credit one: together they take off what they take off. */
function byCreditedLine(lines: readonly NoteLine[]): Map<string, { position: number; net: bigint }> {
  const sums = new Map<string, { position: number; net: bigint }>()
  for (const { creditedLineId, position, net } of lines) {
    if (creditedLineId === null) continue
    const known = sums.get(creditedLineId)
    sums.set(creditedLineId, { position: known?.position ?? position, net: (known?.net ?? 0n) + net })
  }
  return sums
}

async function nameOf(db: Db | Tx, customerId: string): Promise<string> {
  const [row] = await db.select().from(customer).where(eq(customer.id, customerId))
  return row ? `${row.number} ${row.name}` : customerId
}
