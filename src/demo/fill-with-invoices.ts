// What the demo company has billed: some documents at the end of each month, paid as customers do, one credited, two drafts open.

import { changeDraft } from '../invoices/change-draft.ts'
import { CreditInput } from '../invoices/credit.ts'
import { creditInvoice } from '../invoices/credit-invoice.ts'
import { NewDraft } from '../invoices/draft.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { getInvoiceRecord } from '../invoices/invoice-store.ts'
import { makeDraft } from '../invoices/make-draft.ts'
import { draftFieldsOf } from '../invoices/show-invoice.ts'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { writeAmount } from '../lib/money.ts'
import { PaymentInput } from '../payments/payment.ts'
import { createPayment } from '../payments/save-payment.ts'
import { addDays } from './demo-hours.ts'
import type { WorkedProject } from './fill-with-work.ts'

export type BilledProject = WorkedProject & { priceModelId: string }
type Billing = { actor: Actor; now: Date; today: Day; projects: readonly BilledProject[] }

/** Of one unit in kroner; examples. */
const exchangeRates: Readonly<Record<string, string>> = { EUR: '7.4605', NOK: '0.6312', SEK: '0.6687', GBP: '8.7214' }
/** Each project is billed every so many months. */
const interval = 7
const months = 10

export async function fillWithInvoices(db: Db, billing: Billing): Promise<void> {
  const { actor, now, today, projects } = billing
  const finalized: string[] = []
  for (let back = months; back >= 1; back--) {
    const at = endOfMonth(today, back)
    for (const project of projects.filter(({ index }) => (index + back) % interval === 0)) {
      const id = await draftOf(db, actor, project, at)
      if (id && (await finalize(db, actor, id, at))) finalized.push(id)
    }
  }
  const credited = finalized.pop()
  await pay(db, billing, finalized)
  if (credited) {
    const wish = CreditInput.parse({
      hours: 'reopen',
      reason: 'Timerne er faktureret på en forkert aftale.',
    })
    const { creditNoteId } = await creditInvoice(db, { actor, id: credited, wish, now })
    await finalize(db, actor, creditNoteId, today)
  }
  for (const project of projects.filter(({ index }) => index % 17 === 2).slice(0, 2))
    await draftOf(db, actor, project, endOfMonth(today, 1))
}

/** Undefined where nothing was to be billed. */
async function draftOf(db: Db, actor: Actor, project: BilledProject, until: Day): Promise<string | undefined> {
  const { id: projectId, priceModelId, currency } = project
  const exchangeRate = exchangeRates[currency] ?? null
  const wish = NewDraft.parse({ projectId, priceModelId, until, exchangeRate })
  const id = await makeDraft(db, actor, wish, noonOf(until)).catch(notBecauseOfConflict)
  if (id && exchangeRate) await proveRate(db, actor, id, until)
  return id
}

/** Where the rate of a foreign currency is from, without which the document is not finalized. */
async function proveRate(db: Db, actor: Actor, id: string, on: Day): Promise<void> {
  const row = await getInvoiceRecord(db, id)
  const fields = { ...draftFieldsOf(row, []), kind: row.kind, rateSource: 'Danmarks Nationalbank', rateOn: on }
  await changeDraft(db, { actor, id, version: row.version, now: noonOf(on) }, fields)
}

/** A draft that something stands in the way of stays a draft. */
async function finalize(db: Db, actor: Actor, id: string, on: Day): Promise<string | undefined> {
  const { version } = await getInvoiceRecord(db, id)
  return finalizeInvoice(db, { actor, id, version, now: noonOf(on) }).catch(notBecauseOfConflict)
}

function notBecauseOfConflict(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'conflict') return undefined
  throw error
}

/** Most pay around the due day, some late, one in thirteen a part, one in nine not yet. */
async function pay(db: Db, { actor, now, today }: Billing, documents: readonly string[]): Promise<void> {
  for (const [index, invoiceId] of documents.entries()) {
    const { dueOn, gross, currency } = await getInvoiceRecord(db, invoiceId)
    const paidOn = addDays(dueOn ?? today, (index % 7) - 3)
    if (paidOn >= today || gross <= 0n || index % 9 === 4) continue
    const amount = writeAmount(index % 13 === 6 ? gross / 2n : gross, currency)
    await createPayment(db, actor, PaymentInput.parse({ invoiceId, paidOn, amount }), now)
  }
}

const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`)

/** The last day of the month that lies so many months back. */
function endOfMonth(today: Day, back: number): Day {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - back + 1)
  return addDays(first.toISOString().slice(0, 10), -1)
}
