// The ledger there, read by journal and never by skipping rows: what is posted or deleted meanwhile cannot move a row past us.

import { dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { ReadRow } from './apply-rows.ts'
import { longestList, oneOf, type QueryFilter } from './filter.ts'
import type { ImportRules } from './import-rules.ts'
import {
  factsOf,
  joinProjectRows,
  keyOf,
  keyText,
  type LedgerFacts,
  suppliersOf,
  textOf,
  voucherOf,
} from './ledger-facts.ts'
import type { Calls, Row } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

export const pageRows = 1_000
/** A journal longer than any that a person or a program posts: something there does not skip. */
const longestJournal = 200_000

export type LedgerPage = {
  rows: Row[]
  /** The journal that the next page begins with; undefined when there is no more. */
  next: number | undefined
  /** The last journal whose rows are all here; 0 when there was none. */
  last: number
}

export const journalOf = (row: Row) => Number(row.JournalPostedId ?? 0)

/**
 * The rows of the series from a journal on, whole journals only: a full page is cut before its last journal, and one that is longer
 * than a page is read to its end by itself. The end is an answer that ends with `known`, the last journal that was read before, or
 * with the one it began with, which is then asked for once more: a server gives fewer rows than were asked without saying so.
 */
export async function readPage(
  calls: Calls,
  series: string,
  { from, known, and = [] }: { from: number; known: number; and?: readonly QueryFilter[] },
): Promise<LedgerPage> {
  const ofSeries = [{ PropertyName: 'NumberSerie', FilterValue: series }, ...and]
  const rows = await calls.query('GLTransClient', [
    { PropertyName: 'JournalPostedId', FilterValue: `${from}..` },
    ...ofSeries,
    { PropertyName: 'JournalPostedId', OrderBy: true },
    { Take: pageRows },
  ])
  // The answer is checked again: an unknown property in a filter is passed over without a word.
  const ours = rows.filter((row) => journalOf(row) >= from && textOf(row.NumberSerie) === series)
  const last = ours.reduce((highest, row) => Math.max(highest, journalOf(row)), 0)
  const isFull = rows.length >= pageRows
  const whole = ours.filter((row) => journalOf(row) < last)
  if (isFull && whole.length > 0)
    return { rows: whole, last: whole.reduce((highest, row) => Math.max(highest, journalOf(row)), 0), next: last }
  if (whole.length > 0 || last === 0 || (last === known && !isFull))
    return { rows: ours, last, next: last > from && last !== known ? last : undefined }
  if (last !== from && !isFull) return { rows: ours, last, next: last }
  const journal = await readJournal(calls, ofSeries, last)
  return { rows: journal, last, next: isFull || journal.length > ours.length ? last + 1 : undefined }
}

/** Within a journal nothing is posted any more, so its rows may be skipped; the end is an empty page. */
async function readJournal(calls: Calls, ofSeries: readonly QueryFilter[], journalId: number): Promise<Row[]> {
  const found = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const rows = await calls.query('GLTransClient', [
      { PropertyName: 'JournalPostedId', FilterValue: `${journalId}..${journalId}` },
      ...ofSeries,
      { PropertyName: 'VoucherLine', OrderBy: true },
      { Skip: skip, Take: pageRows },
    ])
    if (rows.length === 0) return [...found.values()]
    skip += rows.length
    for (const row of rows) found.set(`${row.Voucher}/${row.VoucherLine}/${row.Account}`, row)
    if (skip > longestJournal || found.size < skip)
      throw new SyncFailure('unreachable', say('uniconta.notData', { what: 'the same rows again' }))
  }
}

/** The first journal posted on a later day than `floor`, by the company's clock; undefined when there is none yet. */
export async function findFirstJournal(
  calls: Calls,
  { floor, timeZone }: { floor: string; timeZone: string },
): Promise<number | undefined> {
  const [year, month, day] = floor.split('-')
  for (let from = 1; ; ) {
    const rows = await calls.query('GLDailyJournalPostedClient', [
      { PropertyName: 'Posted', FilterValue: `${day}-${month}-${year}..` },
      { PropertyName: 'JournalPostedId', FilterValue: `${from}..` },
      { PropertyName: 'JournalPostedId', OrderBy: true },
      { Take: pageRows },
    ])
    const found = rows.find((row) => (postedOn(row, timeZone) ?? '') > floor)
    if (found) return journalOf(found)
    const last = Math.max(0, ...rows.map(journalOf))
    if (rows.length === 0 || last < from) return undefined
    from = last + 1
  }
}

function postedOn(row: Row, timeZone: string): string | undefined {
  const text = textOf(row.Posted)
  // Without a zone it is taken for UTC; docs/uniconta.md says what is not known of it.
  const at = new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? undefined : dayIn(timeZone, at)
}

/** Rows as they are applied. The same row twice in an answer is one. */
export function toReads(rows: readonly Row[], companyCurrency: string): { reads: ReadRow[]; raws: Map<string, Row> } {
  const reads = new Map<string, ReadRow>()
  const raws = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    if (!key) continue
    const facts = factsOf(row, companyCurrency)
    reads.set(keyText(key), { key, facts, raw: facts ?? unread(row, companyCurrency) })
    raws.set(keyText(key), row)
  }
  return { reads: [...reads.values()], raws }
}

/** What can be shown of a row that was not understood. */
function unread(row: Row, currency: string): LedgerFacts {
  return {
    project: textOf(row.Project),
    series: textOf(row.NumberSerie),
    date: String(row.Date ?? '').slice(0, 10),
    text: `${textOf(row.Text)} ${String(row.Amount ?? '')}`.trim(),
    ...{ quantity: '0', companyAmount: '0', currency, amount: '0', documentRef: null },
    more: { supplierNumber: null, supplierName: null, description: null, quantity: '0' },
  }
}

/** Supplier, long text and quantity of rows that are new: one call for their project rows, one for each 40 unknown suppliers. */
export async function enrich(
  calls: Calls,
  { reads, raws }: { reads: readonly ReadRow[]; raws: ReadonlyMap<string, Row> },
  all: readonly Row[],
  suppliers: Map<string, string>,
): Promise<void> {
  const fresh = reads.filter(({ raw }) => raw.project !== '')
  if (fresh.length === 0) return
  const journals = fresh.map(({ key }) => key.journalId)
  const take = 4 * Math.max(pageRows, fresh.length)
  const projectRows = await calls.query('ProjectTransClient', [
    { PropertyName: 'JournalPostedId', FilterValue: `${Math.min(...journals)}..${Math.max(...journals)}` },
    { PropertyName: 'JournalPostedId', OrderBy: true },
    { Take: take },
  ])
  // An answer that may be cut joins nothing: what is missing in it would look unambiguous.
  const candidates = fresh.map(({ key }) => raws.get(keyText(key)) as Row)
  const joined = projectRows.length < take ? joinProjectRows(candidates, projectRows) : new Map<Row, Row>()
  const byVoucher = suppliersOf(all)
  for (const { key, raw } of fresh) {
    const row = raws.get(keyText(key)) as Row
    const match = joined.get(row)
    const named = byVoucher.get(voucherOf(row)) ?? (match ? textOf(match.CreditorAccount) : '')
    const long = match ? textOf(match.Text).slice(0, 1_000) : ''
    raw.more = {
      supplierNumber: named ? named.slice(0, 40) : null,
      supplierName: null,
      description: long && long !== raw.text ? long : null,
      quantity: quantityOf(match?.Qty),
    }
  }
  await learnSuppliers(
    calls,
    fresh.flatMap(({ raw }) => raw.more.supplierNumber ?? []),
    suppliers,
  )
  for (const { raw } of fresh) raw.more.supplierName = suppliers.get(raw.more.supplierNumber ?? '') ?? null
}

const quantityOf = (value: unknown) => (/^\d{1,12}(\.\d{1,6})?$/.test(String(value ?? '')) ? String(value) : '0')

async function learnSuppliers(calls: Calls, numbers: readonly string[], suppliers: Map<string, string>): Promise<void> {
  const plainText = /^[^;*!<>=]+$/
  const unknown = [...new Set(numbers)].filter((number) => !suppliers.has(number) && plainText.test(number))
  for (let from = 0; from < unknown.length; from += longestList) {
    const rows = await calls.query('CreditorClient', [
      oneOf('Account', unknown.slice(from, from + longestList)),
      { Take: 2 * longestList },
    ])
    for (const row of rows) suppliers.set(textOf(row.Account), textOf(row.Name).slice(0, 100))
  }
}

/** What a task of the import works with. */
export type Reading = { rules: ImportRules; companyCurrency: string; timeZone: string; now: Clock }
