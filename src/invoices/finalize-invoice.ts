import { sql } from 'drizzle-orm'
import { paymentIdSettings } from '../accounting/check-payment-ids.ts'
import { isFault, makePaymentId } from '../accounting/payment-id.ts'
import { recordChange } from '../audit/record-change.ts'
import type { Obstacle } from '../billing/hindrance.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { addDays } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { enqueueMany } from '../sync/enqueue.ts'
import { type Drawn, drawUp } from './draw-up.ts'
import { exportLook } from './export-notices.ts'
import { changeOf, finalColumns, settleOriginal } from './final-columns.ts'
import { finalizeTexts } from './finalize-texts.ts'
import { findObstacles } from './find-obstacles.ts'
import { isCoupled, mayBecome } from './invoice.ts'
import {
  type InvoiceRecord,
  insertVats,
  type LineRecord,
  listLines,
  lockInvoice,
  updateInvoice,
  updateLines,
} from './invoice-store.ts'
import { invoicePdf, invoicePost } from './invoice-tasks.ts'
import { paymentDaysOf, printedOf } from './print-invoice.ts'
import { billSources, lockSources } from './settle-sources.ts'
import { insertStanding, lockStanding } from './standing-store.ts'
import { takeInvoiceNumber } from './take-invoice-number.ts'

const say = sayFrom(finalizeTexts)

export type Finalization = { actor: Actor; id: string; version: number; now: Date }

/**
 * Makes a draft a document: number, day, amounts and texts are settled and never change again; hours are billed; what is open
 * begins; its PDF and its posting are asked for. All of it in one transaction, or nothing, and then the number is given again.
 * @throws not-found; conflict when something stands in the way, or somebody was faster. The answer is the number.
 */
export async function finalizeInvoice(db: Db, { actor, id, version, now }: Finalization): Promise<string> {
  return inTransaction(db, async (tx) => {
    const row = await lockOpenDraft(tx, id, version)
    const original = row.creditedInvoiceId ? await lockStanding(tx, row.creditedInvoiceId) : undefined
    const sources = await lockSources(tx, id)
    // Whoever locks a period, or gives credit notes another series, waits for the documents that are being finalized.
    await tx.execute(sql`select from invoicing for share`)
    const lines = await listLines(tx, id)
    const drawn = await drawUp(tx, row, lines, now)
    refuseObstacles(await findObstacles(tx, row, drawn))
    const printed = await printedOf(tx, row, drawn, original)
    await updateLines(tx, lines, drawn.lines)
    await insertVats(tx, id, drawn.totals.vats)
    const moved = await billSources(tx, id, sources, now)
    if (moved > 0) throw new AppError('conflict', say('finalize.sourcesMoved', { count: moved }))
    // Last, since everybody else who finalizes waits for the number.
    const { series, invoicedOn, totals, settings } = drawn
    const { serial, number } = await takeInvoiceNumber(tx, series, invoicedOn)
    const dueOn = addDays(invoicedOn, paymentDaysOf(row, settings))
    const payment = paymentIdOf(row, drawn, { number, customer: printed.buyer.number })
    const final = finalColumns({ row, drawn, printed, number, invoicedOn, dueOn, totals, payment })
    const signed = { finalizedBy: actor.name, finalizedAt: now }
    await updateInvoice(tx, id, { ...final, ...signed, state: 'finalized', series, serial, number, updatedAt: now })
    await insertStanding(tx, { id, gross: final.gross, dueOn: final.dueOn, creditedInvoiceId: row.creditedInvoiceId })
    if (original) await settleOriginal(tx, { row, lines, original, gross: final.gross, now })
    await recordChange(tx, actor, { kind: 'invoice', subject: id, ...changeOf(row, { ...final, number }) }, now)
    const label = `${number} ${printed.buyer.name}`
    const kinds = isCoupled(series) ? [invoicePdf, invoicePost] : [invoicePdf]
    await enqueueMany(
      tx,
      [...kinds.map((kind) => ({ kind, subject: id, label })), ...(isCoupled(series) ? [exportLook(now)] : [])],
      now,
    )
    return number
  })
}

/** Of two who finalize the same draft, one waits here and is told that the other did. */
async function lockOpenDraft(tx: Tx, id: string, version: number): Promise<InvoiceRecord> {
  const row = await lockInvoice(tx, id)
  if (!mayBecome(row.state, 'finalized'))
    throw new AppError('conflict', say('finalize.already', { number: row.number ?? '', by: row.finalizedBy ?? '' }))
  mustBeCurrent('draft', { version }, { version: row.version })
  return row
}

function refuseObstacles(obstacles: readonly Obstacle[]): void {
  const stops = obstacles.filter((obstacle) => obstacle.stops)
  const [first] = stops
  if (!first) return
  const fields = stops.map(({ sentence }) => ({ path: 'hindrances', sentence }))
  throw new AppError('conflict', first.sentence, { fields })
}

/** Without a kind of payment id, the number stands for it (UC-43). */
function paymentIdOf(
  row: InvoiceRecord,
  { invoicing, invoicedOn }: Drawn<LineRecord>,
  { number, customer }: { number: string; customer: string },
): { id: string; shown: string | null } {
  const settings = paymentIdSettings(invoicing)
  const isCredit = row.kind === 'credit-note'
  const made = makePaymentId(settings, { invoiceNumber: number, customerNumber: customer, isCredit, invoicedOn })
  // Nobody pays a credit note, so none is printed.
  if (!isFault(made)) return { id: made.id ?? number, shown: isCredit ? null : made.shown }
  // Numbers of the other series may have letters, of which no digits can be made.
  if (row.transfer && !isCredit) {
    const format = settings.format ?? settings.kind
    throw new AppError('conflict', say('finalize.paymentId', { number, customer, format }))
  }
  return { id: number, shown: null }
}
