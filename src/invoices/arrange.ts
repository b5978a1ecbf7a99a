// The lines of a draft, made anew from what it holds: when it is made, refreshed, grouped otherwise or loses a source. What a person
// has written stays: his own lines, his texts, and lines whose amount he has set.
import { loadAccountBook } from '../billing/account-book.ts'
import { accountIdFor, type SettingsOfSubject } from '../invoice-settings/resolve-settings.ts'
import type { Tx } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import { invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { plain, sum } from '../lib/money.ts'
import { deductionKey } from './agreed-lines.ts'
import { type BuildFacts, type BuiltLine, type BuiltSource, covered } from './built-line.ts'
import { type Built, buildLines } from './built-lines.ts'
import { type Held, listHeld } from './claim-sources.ts'
import { draftTexts } from './draft-texts.ts'
import { settingsOf } from './draw-up.ts'
import { type InvoiceRecord, type LineRecord, listSources, type SourceRecord } from './invoice-store.ts'
import type { SourcesOfLines } from './save-draft.ts'

const say = sayFrom(draftTexts)

export type Arranged = {
  existing: LineRecord[]
  lines: LineRecord[]
  sources: SourcesOfLines
  /** Sources that went in at another price than before. */
  repriced: number
  /** Lines whose amount a person has set, and whose sources are other ones now. */
  kept: LineRecord[]
  /** Such lines behind which nothing is left. */
  dropped: LineRecord[]
  /** Held sources that no line bills or covers. */
  loose: string[]
  /** As they were read for the lines; undefined: nobody had to. */
  settings?: SettingsOfSubject
}

/** How the lines come about: by which prices, of which model, on what scheme. */
export type Billing = Pick<BuildFacts, 'book' | 'model' | 'scheme'>

/**
 * @param existing the lines as they stand. @param billing null: the draft takes no sources, and its lines stay.
 * @throws conflict when hours have no price; invalid when an exchange rate is missing.
 */
export async function arrange(
  tx: Tx,
  row: InvoiceRecord,
  { existing, billing, now }: { existing: LineRecord[]; billing: Billing | null; now: Date },
): Promise<Arranged> {
  if (billing === null) return unchanged(existing)
  const before = existing.length === 0 ? [] : await listSources(tx, row.id)
  const held = await listHeld(tx, row.id)
  const settings = await settingsOf(tx, row)
  const facts = await factsFor(tx, { row, settings, billing, now })
  const setByHand = existing.filter(isSetByHand)
  const byHandIds = new Set(setByHand.map(({ id }) => id))
  const theirs = new Set(before.filter(({ lineId }) => byHandIds.has(lineId)).map(sourceIdOf))
  const built = mustBePriced(buildLines(without(held, theirs), facts), row, facts)
  const byHand = setByHand.map((line) => writtenByHand(line, { before, held, facts }))
  const merged = merge({ row, existing, before, built: built.lines, byHand, now })
  const loose = carryLoose(held, before, merged)
  return { existing, ...merged, loose, settings, repriced: countRepriced(before, merged.sources) }
}

/** An amount that differs from what the sources are worth was set by a person, and so was a cap that he wrote on. */
const isSetByHand = (line: LineRecord): boolean =>
  line.edited && (line.registeredNet === null ? line.origin === 'cap' : line.net !== line.registeredNet)

const sourceIdOf = (source: { sourceId: string }) => source.sourceId

export function unchanged(existing: LineRecord[]): Arranged {
  return { existing, lines: existing, sources: new Map(), repriced: 0, kept: [], dropped: [], loose: [] }
}

type Known = { row: InvoiceRecord; settings: SettingsOfSubject; billing: Billing; now: Date }

async function factsFor(tx: Tx, { row, settings, billing, now }: Known): Promise<BuildFacts> {
  const { company } = settings
  const accounts = { hours: accountIdFor(settings, 'hours').value, expenses: accountIdFor(settings, 'expenses').value }
  const accountBook = await loadAccountBook(tx, [accounts.hours, accounts.expenses])
  return {
    ...billing,
    grouping: settings.resolved.lineGrouping.value ?? 'activity-person',
    language: settings.resolved.language.value ?? 'da',
    currencies: { company: company.currency, billed: row.currency, exchangeRate: row.exchangeRate },
    hoursAccount: accountBook.get(accounts.hours ?? ''),
    expensesAccount: accountBook.get(accounts.expenses ?? ''),
    invoicedOn: row.invoicedOn ?? dayIn(company.timeZone, now),
  }
}

function mustBePriced(built: Built, row: InvoiceRecord, { currencies }: BuildFacts): Built {
  const [missing] = built.missing
  if (missing)
    throw new AppError('conflict', missing.sentence, {
      fields: built.missing.map(({ sentence }) => ({ path: 'priceModelId', sentence })),
    })
  if (!built.lacksRate) return built
  const sentence = say('draft.noExchangeRate', { currency: row.currency, own: currencies.company })
  throw invalid([{ path: 'exchangeRate', sentence }])
}

function without(held: Held, ids: ReadonlySet<string>): Held {
  const isFree = ({ id }: { id: string }) => !ids.has(id)
  return { hours: held.hours.filter(isFree), expenses: held.expenses.filter(isFree), plan: held.plan.filter(isFree) }
}

type ByHand = { line: LineRecord; sources: BuiltSource[]; lost: boolean; changed: boolean }

/** A line whose amount a person has set keeps it; what its sources are worth now is found anew. */
function writtenByHand(
  line: LineRecord,
  { before, held, facts }: { before: readonly SourceRecord[]; held: Held; facts: BuildFacts },
): ByHand {
  const old = before.filter((source) => source.lineId === line.id)
  const ids = new Set(old.map(sourceIdOf))
  const all = [...held.hours, ...held.expenses, ...held.plan].map(({ id }) => id)
  const mine = without(held, new Set(all.filter((id) => !ids.has(id))))
  const alone: BuildFacts = {
    ...facts,
    model: { ...facts.model, cap: null },
    scheme: { ...facts.scheme, agreed: null, onAccountAmount: null, deductions: [] },
  }
  const built = buildLines(mine, alone).lines
  const sources = built.flatMap((each) => each.sources)
  const billed = new Set(sources.map(sourceIdOf))
  // What an agreed price covers has no line of its own here, and stays behind this one.
  const covered = all
    .filter((id) => ids.has(id) && !billed.has(id))
    .map((id) => toSource(old.find((source) => source.sourceId === id) as SourceRecord))
  const registeredNet = sources.length === 0 && line.registeredNet === null ? null : sum(built.map((each) => each.net))
  const now = [...sources, ...covered]
  return {
    line: line.origin === 'agreed-price' ? line : { ...line, registeredNet },
    sources: now,
    lost: old.length > 0 && now.length === 0,
    changed: now.length !== old.length || (line.origin !== 'agreed-price' && registeredNet !== line.registeredNet),
  }
}

const toSource = ({ kind, sourceId, minutes, rate, amount }: SourceRecord): BuiltSource => ({
  kind,
  sourceId,
  minutes,
  rate,
  amount,
})

type Merged = Pick<Arranged, 'lines' | 'kept' | 'dropped'> & { sources: Map<string, readonly BuiltSource[]> }

type Merging = {
  row: InvoiceRecord
  existing: readonly LineRecord[]
  before: readonly SourceRecord[]
  built: readonly BuiltLine[]
  byHand: readonly ByHand[]
  now: Date
}

/** Built lines take the place of those that they were; new ones stand behind the last of their origin. */
function merge({ row, existing, before, built, byHand, now }: Merging): Merged {
  const keyOfSource = new Map(
    built.flatMap((line) => line.sources.map(({ sourceId }) => [sourceId, line.key] as const)),
  )
  const firstSources = new Map<string, string>()
  for (const { lineId, sourceId } of before)
    if (!firstSources.has(lineId) && keyOfSource.has(sourceId)) firstSources.set(lineId, sourceId)
  const left = new Map(built.map((line) => [line.key, line]))
  const hands = new Map(byHand.map((each) => [each.line.id, each]))
  const sources = new Map<string, readonly BuiltSource[]>()
  const lines: LineRecord[] = []
  for (const line of existing) {
    const hand = hands.get(line.id)
    if (hand) {
      if (line.origin === 'cap') dropCap(left)
      // An agreed price is one line whatever a person made of it: what is newly covered by it stands behind that one.
      const same = left.get(derivedKey(line) ?? '')
      if (same) left.delete(same.key)
      if (hand.lost) continue
      if (hand.changed || same) sources.set(line.id, [...hand.sources, ...(same?.sources ?? [])])
      lines.push(hand.line)
      continue
    }
    if (line.origin === 'manual' || line.origin === 'text' || line.origin === 'credit') {
      lines.push(line)
      continue
    }
    const key = derivedKey(line) ?? keyOfSource.get(firstSources.get(line.id) ?? '')
    const match = key === undefined ? undefined : left.get(key)
    if (!match) continue
    left.delete(match.key)
    sources.set(line.id, match.sources)
    lines.push({ ...toLine(match, row.id, line.id), position: line.position, ...writtenOn(line, match) })
  }
  for (const line of left.values()) {
    const id = newId(now)
    sources.set(id, line.sources)
    lines.splice(placeFor(line, lines), 0, toLine(line, row.id, id))
  }
  return {
    lines,
    sources,
    kept: byHand.filter((each) => each.changed && !each.lost).map((each) => each.line),
    dropped: byHand.filter((each) => each.lost).map((each) => each.line),
  }
}

/** A cap that a person has set stands for all that would be taken off. */
function dropCap(left: Map<string, BuiltLine>): void {
  for (const [key, line] of left) if (line.origin === 'cap') left.delete(key)
}

/** Of a line without sources of its own; as `buildLines` makes it. */
function derivedKey(line: LineRecord): string | undefined {
  const percent = line.vatPercent === null ? '' : plain(line.vatPercent)
  if (line.origin === 'cap') return `cap ${percent}`
  if (line.origin === 'deduction') return deductionKey(line.deductsInvoiceId, { ...line, vatPercent: percent })
  if (line.origin === 'agreed-price') return line.vatFixed ? `agreed ${line.vatCode} ${percent}` : 'agreed'
  return line.origin === 'plan' && line.registeredNet === null ? 'on-account' : undefined
}

/** What a person wrote on a line whose amount is that of its sources; how he split the amount, while it is the same. */
function writtenOn(line: LineRecord, match: BuiltLine): Partial<LineRecord> {
  if (!line.edited) return {}
  const { text, edited, quantity, unit, unitPrice, discountPercent, activityId, periodFrom, periodTo } = line
  const split = { quantity, unit, unitPrice, discountPercent, activityId, periodFrom, periodTo }
  return {
    text,
    edited,
    ...(hasOwnAccount(line) ? { accountId: line.accountId } : {}),
    ...(match.net === line.net ? split : {}),
  }
}

const hasOwnAccount = (line: LineRecord): boolean =>
  line.accountId !== null && !line.vatFixed && line.origin !== 'deduction'

const ranks = ['agreed-price', 'plan', 'hours', 'cap', 'expenses', 'manual', 'text', 'credit', 'deduction']

function placeFor(line: BuiltLine, lines: readonly LineRecord[]): number {
  const rank = ranks.indexOf(line.origin)
  const before = lines.findLastIndex((each) => ranks.indexOf(each.origin) <= rank)
  return before + 1
}

function toLine(built: BuiltLine, invoiceId: string, id: string): LineRecord {
  const { key: _, sources: __, vat, ...line } = built
  const worth = built.sources.length > 0 || built.origin === 'agreed-price'
  return {
    id,
    invoiceId,
    position: 0,
    discountPercent: '0',
    registeredNet: worth ? built.net : null,
    adjustmentReason: null,
    edited: false,
    accountId: vat?.accountId ?? null,
    accountNumber: vat?.accountNumber ?? null,
    vatFixed: vat !== null,
    vatCodeId: vat?.vatCodeId ?? null,
    vatCode: vat?.vatCode ?? null,
    vatCategory: vat?.vatCategory ?? null,
    vatPercent: vat?.vatPercent ?? null,
    vat: 0n,
    creditedLineId: null,
    ...line,
  }
}

/** Work that no line bills stands behind the first line of an agreed price or plan, which covers it. */
function carryLoose(held: Held, before: readonly SourceRecord[], { lines, sources }: Merged): string[] {
  const staying = before.filter(({ lineId }) => !sources.has(lineId) && lines.some(({ id }) => id === lineId))
  const placed = new Set([...staying, ...[...sources.values()].flat()].map(sourceIdOf))
  const loose = [
    ...held.hours.map(({ id, billableMinutes }) => covered('time-entry', id, billableMinutes)),
    ...held.expenses.map(({ id }) => covered('expense', id, null)),
    ...held.plan.map(({ id }) => covered('plan-item', id, null)),
  ].filter(({ sourceId }) => !placed.has(sourceId))
  if (loose.length === 0) return []
  const carrier = lines.find(({ origin }) => origin === 'agreed-price' || origin === 'plan')
  if (!carrier) return loose.map(sourceIdOf)
  const own = sources.get(carrier.id) ?? before.filter(({ lineId }) => lineId === carrier.id).map(toSource)
  sources.set(carrier.id, [...own, ...loose])
  return []
}

function countRepriced(before: readonly SourceRecord[], sources: SourcesOfLines): number {
  const old = new Map(before.map((source) => [source.sourceId, source]))
  return [...sources.values()].flat().filter(({ sourceId, rate, minutes, amount }) => {
    const known = old.get(sourceId)
    if (!known) return false
    if (rate === null || known.rate === null)
      return rate !== known.rate || (minutes === null && amount !== known.amount)
    return plain(rate) !== plain(known.rate) || minutes !== known.minutes
  }).length
}
