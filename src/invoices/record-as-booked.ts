// A document that stands in the books of the accounting system and not here: its draft becomes it, with what was booked. Nothing is
// asked of the draft and no number is taken: what is booked cannot be refused any more.
import { recordChange } from '../audit/record-change.ts'
import type { CoupledSeries } from '../company/company.ts'
import type { Tx } from '../lib/database/database.ts'
import { type Day, daysFrom } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { convert, magnitude, sum } from '../lib/money.ts'
import { enqueue } from '../sync/enqueue.ts'
import { drawUp } from './draw-up.ts'
import { changeOf, finalColumns, settleOriginal } from './final-columns.ts'
import { finalizeTexts } from './finalize-texts.ts'
import { mayBecome } from './invoice.ts'
import {
  insertInvoice,
  insertLines,
  insertVats,
  listLines,
  lockInvoice,
  type NewLine,
  updateInvoice,
  updateLines,
} from './invoice-store.ts'
import { invoicePdf } from './invoice-tasks.ts'
import type { VatSum } from './invoice-totals.ts'
import { printedOf } from './print-invoice.ts'
import type { Printed } from './printed.ts'
import { billSources, lockSources } from './settle-sources.ts'
import { insertStanding, lockStanding } from './standing-store.ts'

const say = sayFrom(finalizeTexts)

/** As it was booked; amounts in minor units of the document's currency, negative on a credit note. */
export type Booked = {
  series: CoupledSeries
  serial: number
  number: string
  invoicedOn: Day
  dueOn: Day
  net: bigint
  vat: bigint
  gross: bigint
  paymentId: string | null
}

export type Recording = {
  actor: Actor
  now: Date
  /** Why it became a document without being finalized: stands in the history. */
  reason: string
  /** Stands on the copy that is made of a document whose original is with the customer. */
  footer?: Readonly<Record<Printed['language'], string>>
}

/**
 * The draft is locked for ever with the number, days and amounts that were booked, also where its lines come to other amounts: the
 * books hold. Its hours are billed. @throws conflict when it was finalized meanwhile
 */
export async function recordAsBooked(
  tx: Tx,
  id: string,
  booked: Booked,
  { actor, now, reason, footer }: Recording,
): Promise<void> {
  const stored = await lockInvoice(tx, id)
  if (!mayBecome(stored.state, 'finalized'))
    throw new AppError(
      'conflict',
      say('finalize.already', { number: stored.number ?? '', by: stored.finalizedBy ?? '' }),
    )
  const { invoicedOn, dueOn, number, series, serial } = booked
  // The days that were booked hold, not those that would be counted today.
  const paymentDays = Math.max(0, daysFrom(invoicedOn, dueOn))
  const row = { ...stored, invoicedOn, paymentDays }
  const original = row.creditedInvoiceId ? await lockStanding(tx, row.creditedInvoiceId) : undefined
  const sources = await lockSources(tx, id)
  const lines = await listLines(tx, id)
  const drawn = await drawUp(tx, row, lines, now)
  const asIfNow = await printedOf(tx, row, drawn, original)
  const footerText = footer?.[asIfNow.language] ?? asIfNow.footerText
  const printed = { ...asIfNow, paymentDays, footerText }
  await updateLines(tx, lines, drawn.lines)
  await insertVats(tx, id, fitted(drawn.totals.vats, booked))
  await billSources(tx, id, sources, now)
  const inCompanys = (minor: bigint) =>
    drawn.exchangeRate === null ? null : convert(minor, row.currency, drawn.companyCurrency, drawn.exchangeRate)
  const companys = { companyNet: inCompanys(booked.net), companyVat: inCompanys(booked.vat) }
  const payment = { id: booked.paymentId ?? number, shown: null }
  const columns = { row, printed, number, invoicedOn, dueOn, totals: booked, payment }
  const final = finalColumns({ ...columns, drawn: { ...drawn, ...companys } })
  const signed = { finalizedBy: actor.name, finalizedAt: now }
  await updateInvoice(tx, id, {
    ...final,
    ...signed,
    state: 'finalized',
    series,
    transfer: true,
    serial,
    number,
    updatedAt: now,
  })
  await insertStanding(tx, { id, gross: final.gross, dueOn, creditedInvoiceId: row.creditedInvoiceId })
  if (original) await settleOriginal(tx, { row, lines, original, gross: final.gross, now })
  const change = changeOf(stored, { ...final, number })
  await recordChange(
    tx,
    actor,
    { kind: 'invoice', subject: id, before: change.before, after: { ...change.after, reason } },
    now,
  )
  await enqueue(tx, { kind: invoicePdf, subject: id, label: `${number} ${printed.buyer.name}` }, now)
}

/** The VAT table adds up to what was booked: an øre of rounding stands in its largest row. */
function fitted(vats: readonly VatSum[], { net, vat }: Booked): readonly VatSum[] {
  const rest = vat - sum(vats.map((one) => one.vat))
  if (rest === 0n || sum(vats.map((one) => one.net)) !== net) return vats
  const largest = vats.toSorted((a, b) => (magnitude(a.net) < magnitude(b.net) ? 1 : -1))[0]
  return vats.map((one) => (one === largest ? { ...one, vat: one.vat + rest } : one))
}

export type LineBooked = Pick<NewLine, 'text' | 'quantity' | 'unitPrice' | 'net'> &
  Partial<Pick<NewLine, 'accountNumber' | 'vatCodeId' | 'vatCode' | 'vatCategory' | 'vatPercent' | 'vat'>>

export type DocumentBooked = Booked & {
  reference: string
  customerId: string
  projectId: string
  currency: string
  exchangeRate: string | null
  description: string | null
  lines: readonly LineBooked[]
}

/** A document of which nothing is left here comes in as it was booked. The answer is its id. */
export async function bringInAsBooked(tx: Tx, document: DocumentBooked, recording: Recording): Promise<string> {
  const { lines, net, vat, gross, customerId, projectId, currency, description, reference } = document
  const { now, actor } = recording
  const id = newId(now)
  await insertInvoice(tx, {
    ...{ id, customerId, projectId, currency, description, reference, net, vat, gross },
    createdAt: now,
    updatedAt: now,
    kind: gross < 0n ? 'credit-note' : 'invoice',
    state: 'draft',
    transfer: true,
    onAccount: false,
    exchangeRate: document.exchangeRate,
    searchText: '',
    createdBy: actor.name,
  })
  await insertLines(
    tx,
    lines.map((line, index) => ({
      ...{ accountNumber: null, vatCodeId: null, vatCode: null, vatCategory: null, vatPercent: null, vat: 0n },
      ...line,
      ...{ id: newId(now), invoiceId: id, position: index + 1, origin: 'manual', unit: 'piece', discountPercent: '0' },
      productType: line.net === 0n ? null : 'hours',
      // As it was booked, whatever the account says today.
      vatFixed: true,
      edited: true,
    })),
  )
  await recordAsBooked(tx, id, document, recording)
  return id
}
