import { recordChange } from '../audit/record-change.ts'
import { findTimeZone } from '../company/company-store.ts'
import { type FinalDocument, lockStanding, moveStanding } from '../invoices/standing-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { magnitude, minorDigits, toMinor, writeAmount } from '../lib/money.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import type { PaymentInput } from './payment.ts'
import { deletePaymentRow, findPayment, getPayment, insertPayment } from './payment-store.ts'
import { paymentTexts } from './payment-texts.ts'

const say = sayFrom(paymentTexts)

/**
 * Registers money that came in, went back (negative) or is given up (write-off); what is open of the document moves in the same
 * transaction. More than is open is taken: the document is overpaid then. The same key is the same payment, stored once.
 * @throws conflict for a credit note that is settled with its invoice.
 */
export async function createPayment(db: Db, actor: Actor, input: PaymentInput, now: Date): Promise<string> {
  return inTransaction(db, async (tx) => {
    const document = await lockStanding(tx, input.invoiceId)
    if (!document) throw invalid([{ path: 'invoiceId', sentence: say('payment.notFinalized') }])
    if (input.key && (await isStored(tx, input.key, input))) return input.key
    if (document.creditedInvoiceId) throw await settledElsewhere(tx, document, document.creditedInvoiceId)
    const amount = toMinor(input.amount, document.currency)
    const today = dayIn(await findTimeZone(tx), now)
    const faults = [...amountFaults(input, amount, document), ...dayFaults(input, today)]
    if (faults.length > 0) throw invalid(faults)
    const id = input.key ?? newId(now)
    const { invoiceId, paidOn, source, description } = input
    await insertPayment(tx, {
      id,
      version: 1,
      createdAt: now,
      updatedAt: now,
      invoiceId,
      paidOn,
      amount,
      source,
      description,
      createdBy: actor.name,
    })
    await moveStanding(tx, document, { paid: amount })
    const after = paymentView(await getPayment(tx, id))
    await recordChange(tx, actor, { kind: 'payment', subject: id, before: null, after }, now)
    return id
  })
}

/** @throws invalid when the key belongs to another payment. */
async function isStored(tx: Tx, key: string, input: PaymentInput): Promise<boolean> {
  const known = await findPayment(tx, key)
  if (!known) return false
  const isSame =
    known.invoiceId === input.invoiceId &&
    known.paidOn === input.paidOn &&
    known.source === input.source &&
    toMinor(known.amount, known.currency) === toMinor(input.amount, known.currency)
  if (!isSame) throw invalid([{ path: 'key', sentence: say('payment.keyTaken', { number: known.invoiceNumber }) }])
  return true
}

/** @throws conflict when it was read from the accounting system: there it has to be corrected. */
export async function deletePayment(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await getPayment(tx, id)
    const document = await lockStanding(tx, found.invoiceId)
    if (!document) throw notFound('payment', id)
    mustBeCurrent('payment', { version }, found)
    if (found.source === 'import')
      throw new AppError('conflict', say('payment.imported', { number: found.invoiceNumber }))
    if (!(await deletePaymentRow(tx, id))) throw notFound('payment', id)
    await moveStanding(tx, document, { paid: -toMinor(found.amount, found.currency) })
    await recordChange(tx, actor, { kind: 'payment', subject: id, before: paymentView(found), after: null }, now)
  })
}

function amountFaults(input: PaymentInput, amount: bigint, document: FinalDocument): FieldFault[] {
  const { currency, number, open } = document
  const fault = (sentence: FieldFault['sentence']) => [{ path: 'amount', sentence }]
  if (minorDigits(currency) === 0 && /\.\d*[1-9]/.test(input.amount))
    return fault(say('payment.decimals', { currency }))
  if (amount === 0n) return fault(say('payment.zero'))
  if (input.source !== 'write-off') return []
  if (open === 0n) return fault(say('payment.nothingOpen', { number }))
  const isWithin = amount < 0n === open < 0n && magnitude(amount) <= magnitude(open)
  return isWithin ? [] : fault(say('payment.writeOffTooMuch', { number, open: writeAmount(open, currency), currency }))
}

function dayFaults({ paidOn }: PaymentInput, today: string): FieldFault[] {
  return paidOn > today ? [{ path: 'paidOn', sentence: say('payment.inFuture', { today }) }] : []
}

async function settledElsewhere(tx: Tx, note: FinalDocument, creditedId: string): Promise<AppError> {
  const original = await lockStanding(tx, creditedId)
  return new AppError(
    'conflict',
    say('payment.ofSettledNote', { number: note.number, invoice: original?.number ?? '' }),
  )
}

/** As the history shows it. */
export function paymentView(shown: Awaited<ReturnType<typeof getPayment>>) {
  const { invoiceNumber, customerName, paidOn, amount, currency, source, description } = shown
  return { invoice: invoiceNumber, customer: customerName, paidOn, amount, currency, source, description }
}
