// Payments that another system keeps: they come in, follow what changes there, and go, each with its line in the history.
import { and, asc, eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { lockStanding, moveStanding } from '../invoices/standing-store.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { newId } from '../lib/ids.ts'
import { sum } from '../lib/money.ts'
import { deletePaymentRow, getPayment, insertPayment } from './payment-store.ts'
import { payment } from './payment-table.ts'
import { paymentView } from './save-payment.ts'

/** `key` names it in the other system for ever. `amount` in minor units of the document's currency; below zero went back. */
export type ImportedPayment = { key: string; paidOn: string; amount: bigint; description: string | null }
export type PaymentCounts = { imported: number; changed: number; removed: number }
type PaymentRow = typeof payment.$inferSelect

/**
 * Makes the imported payments of a document those that are given, and moves what is open of it. A payment of the same amount that a
 * person registered is taken to be the same money: nothing comes in beside it. Payments of people are never touched.
 */
export async function setImportedPayments(
  tx: Tx,
  actor: Actor,
  { invoiceId, payments }: { invoiceId: string; payments: readonly ImportedPayment[] },
  now: Date,
): Promise<PaymentCounts> {
  const counts = { imported: 0, changed: 0, removed: 0 }
  const document = await lockStanding(tx, invoiceId)
  if (!document) throw new Error(`Payments came in for ${invoiceId}, which is not finalized.`)
  const stored = await tx
    .select()
    .from(payment)
    .where(eq(payment.invoiceId, invoiceId))
    .orderBy(asc(payment.paidOn), asc(payment.id))
  const known = new Map(stored.flatMap((row) => (row.source === 'import' ? [[row.externalKey, row] as const] : [])))
  const byHand = stored.filter(({ source }) => source !== 'import')
  const kept = new Set<string>()
  for (const wish of payments) {
    const row = known.get(wish.key)
    if (row) {
      kept.add(row.id)
      if (isSame(row, wish)) continue
      await change(tx, actor, row, wish, now)
      counts.changed += 1
    } else if (!takeSame(byHand, wish)) {
      await insert(tx, actor, invoiceId, wish, now)
      counts.imported += 1
    }
  }
  for (const row of known.values()) {
    if (kept.has(row.id)) continue
    const before = paymentView(await getPayment(tx, row.id))
    await deletePaymentRow(tx, row.id)
    await recordChange(tx, actor, { kind: 'payment', subject: row.id, before, after: null }, now)
    counts.removed += 1
  }
  const paid = await tx.select({ amount: payment.amount }).from(payment).where(eq(payment.invoiceId, invoiceId))
  const by = sum(paid.map(({ amount }) => amount)) - document.paid
  if (by !== 0n) await moveStanding(tx, document, { paid: by })
  return counts
}

const isSame = (row: PaymentRow, wish: ImportedPayment) =>
  row.paidOn === wish.paidOn && row.amount === wish.amount && row.description === wish.description

function takeSame(byHand: PaymentRow[], wish: ImportedPayment): boolean {
  const at = byHand.findIndex(({ amount }) => amount === wish.amount)
  if (at < 0) return false
  byHand.splice(at, 1)
  return true
}

async function insert(tx: Tx, actor: Actor, invoiceId: string, wish: ImportedPayment, now: Date): Promise<void> {
  const id = newId(now)
  const { key: externalKey, ...fields } = wish
  await insertPayment(tx, {
    ...{ id, version: 1, createdAt: now, updatedAt: now, invoiceId, source: 'import', createdBy: actor.name },
    ...{ externalKey, ...fields },
  })
  const after = paymentView(await getPayment(tx, id))
  await recordChange(tx, actor, { kind: 'payment', subject: id, before: null, after }, now)
}

async function change(tx: Tx, actor: Actor, row: PaymentRow, wish: ImportedPayment, now: Date): Promise<void> {
  const { key: _, ...fields } = wish
  const before = paymentView(await getPayment(tx, row.id))
  await tx
    .update(payment)
    .set({ ...fields, version: row.version + 1, updatedAt: now })
    .where(and(eq(payment.id, row.id), eq(payment.source, 'import')))
  const after = paymentView(await getPayment(tx, row.id))
  await recordChange(tx, actor, { kind: 'payment', subject: row.id, before, after }, now)
}
