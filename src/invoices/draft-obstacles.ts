// What keeps a draft from being finalized, and doubts that do not. Pure.

import { changesWithin } from '../billing/account-book.ts'
import type { Obstacle } from '../billing/hindrance.ts'
import { accountObstacles, customerObstacles, paymentObstacles } from '../billing/row-obstacles.ts'
import { accountIdFor } from '../invoice-settings/resolve-settings.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { FieldFault } from '../lib/errors.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import { draftTexts } from './draft-texts.ts'
import type { Drawn, LineToDraw } from './draw-up.ts'
import type { InvoiceRecord } from './invoice-store.ts'

const say = sayFrom(draftTexts)

export type DraftFacts = Drawn<LineToDraw> & {
  row: InvoiceRecord
  tagFaults: readonly FieldFault[]
  /** Sources whose hours, costs or approval are no longer what they were when the draft took them. */
  changedSources: number
}

/** Whether a draft waits for its approval and for nothing else. */
export function waitsForApproval(obstacles: readonly Obstacle[]): boolean {
  const keys = obstacles.filter(({ stops }) => stops).map(({ sentence }) => sentence.key)
  return keys.length > 0 && keys.every((key) => key === 'draft.needsApproval')
}

export function draftObstacles(facts: DraftFacts): Obstacle[] {
  return [
    ...sumObstacles(facts),
    ...vatObstacles(facts),
    ...currencyObstacles(facts),
    ...dayObstacles(facts),
    ...partyObstacles(facts),
    ...facts.tagFaults.map(({ sentence }) => stop(sentence, here(facts))),
    ...approvalObstacles(facts),
    ...(facts.changedSources > 0
      ? [stop(say('draft.sourcesChanged', { count: facts.changedSources }), here(facts))]
      : []),
  ]
}

const stop = (sentence: Sentence, link: string | null): Obstacle => ({ sentence, link, stops: true })
const doubt = (sentence: Sentence, link: string | null): Obstacle => ({ sentence, link, stops: false })
const here = ({ row }: DraftFacts) => `/drafts/${row.id}`

function sumObstacles(facts: DraftFacts): Obstacle[] {
  const { row, lines, totals } = facts
  if (!lines.some((line) => line.productType !== null)) return [stop(say('draft.noLines'), here(facts))]
  const gross = `${writeAmount(totals.gross, row.currency)} ${row.currency}`
  if (row.kind === 'invoice' && totals.gross < 0n) return [stop(say('draft.negative', { gross }), here(facts))]
  if (row.kind === 'credit-note' && totals.gross > 0n)
    return [stop(say('draft.positiveCredit', { gross }), here(facts))]
  return totals.gross === 0n ? [doubt(say('draft.zero'), here(facts))] : []
}

/** Every line that bears an amount has an account with a VAT code and one percentage. */
function vatObstacles({ row, lines, settings, accounts, invoicedOn }: DraftFacts): Obstacle[] {
  const found = new Map<string, Obstacle[]>()
  for (const line of lines) {
    const { productType, accountId, periodFrom, periodTo } = line
    if (productType === null || (line.vatCode !== null && (periodFrom === null || periodFrom === periodTo))) continue
    if (line.vatCode === null) {
      const day = periodTo ?? invoicedOn
      const key = `${productType} ${accountId} ${day}`
      if (!found.has(key))
        found.set(key, accountObstacles({ productType, settings, day, accountId }, accounts, row.projectId))
      continue
    }
    const account = accounts.get(accountId ?? accountIdFor(settings, productType).value ?? '')
    const day = periodFrom && periodTo ? changesWithin(account, periodFrom, periodTo) : undefined
    if (day === undefined || line.vatFixed || line.origin === 'deduction' || line.origin === 'credit') continue
    const values = { line: line.position + 1, code: line.vatCode, day }
    found.set(`within ${line.position}`, [stop(say('draft.vatChangesWithin', values), `/drafts/${row.id}`)])
  }
  return [...found.values()].flat()
}

/** VAT is owed in the company's currency, and the rate stands on the document with its source and day (MB § 97). */
function currencyObstacles(facts: DraftFacts): Obstacle[] {
  const { row, companyCurrency, invoicedOn } = facts
  const { currency, exchangeRate, rateSource, rateOn } = row
  if (currency === companyCurrency) return []
  if (exchangeRate === null) return [stop(say('draft.noExchangeRate', { currency, own: companyCurrency }), here(facts))]
  if (rateSource === null || rateOn === null) return [stop(say('draft.rateUnproved', { currency }), here(facts))]
  return daysBetween(rateOn, invoicedOn) > 7 ? [doubt(say('draft.rateOld', { rateOn, invoicedOn }), here(facts))] : []
}

/** The series goes on from the day of its last document, so a slip of the year would keep everybody from billing. */
const daysAhead = 31

function dayObstacles(facts: DraftFacts): Obstacle[] {
  const { invoicing, invoicedOn: day, today } = facts
  const until = invoicing.booksLockedUntil
  return [
    ...(until !== null && day <= until ? [stop(say('draft.lockedPeriod', { day, until }), here(facts))] : []),
    ...(day > addDays(today, daysAhead)
      ? [stop(say('draft.tooFarAhead', { day, today }), here(facts))]
      : day > today
        ? [doubt(say('draft.future', { day }), here(facts))]
        : []),
  ]
}

function partyObstacles({ row, settings, totals }: DraftFacts): Obstacle[] {
  const { customer, company } = settings
  if (!customer || customer.deletedAt !== null) return [stop(say('draft.unknownCustomer'), `/drafts/${row.id}`)]
  const values = { customer: `${customer.number} ${customer.name}` }
  const link = `/customers/${customer.id}`
  const bears = (...categories: string[]) => totals.vats.some((vat) => categories.includes(vat.category))
  return [
    ...customerObstacles(customer),
    ...(row.kind === 'invoice' ? paymentObstacles(settings, customer) : []),
    ...(bears('eu-services', 'eu-goods') && !customer.vatNumber
      ? [stop(say('draft.buyerVatMissing', values), link)]
      : []),
    ...(bears('reverse-charge-domestic') && !customer.registrationNumber && !customer.vatNumber
      ? [stop(say('draft.buyerRegistrationMissing', values), link)]
      : []),
    ...(company.registrationNumber ? [] : [doubt(say('draft.sellerRegistrationMissing'), '/settings/general')]),
  ]
}

function approvalObstacles(facts: DraftFacts): Obstacle[] {
  const { row, invoicing, totals } = facts
  if (!invoicing.useDraftApproval) return []
  if (row.state === 'draft') return [stop(say('draft.needsApproval'), here(facts))]
  if (totals.net === row.net && totals.vat === row.vat) return []
  return [stop(say('draft.approvalOutdated', { by: row.approvedBy ?? '' }), here(facts))]
}

const daysBetween = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
