// From what a draft holds to its lines. Pure: the same sources give the same lines, whoever asks and when (decisions/009).

import type { VatCategory } from '../accounting/accounting.ts'
import { type BookAccount, percentOn } from '../billing/account-book.ts'
import { beyondCap } from '../billing/cap.ts'
import { type Currencies, salesAmount } from '../billing/expense-price.ts'
import type { LineGrouping } from '../invoice-settings/invoice-setting.ts'
import type { Day } from '../lib/dates.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import { allocate, hoursOf, lineNet, magnitude, sum, writeAmount } from '../lib/money.ts'
import { type BookModel, type MissingRate, type PriceBook, rateOf } from '../prices/rate-of.ts'
import type { Held, HeldExpense, HeldHours, HeldPlanItem } from './claim-sources.ts'
import type { LineOrigin, LineUnit, SourceKind } from './invoice.ts'
import { lineTexts } from './line-texts.ts'

export type BuiltSource = {
  kind: SourceKind
  sourceId: string
  minutes: number | null
  rate: string | null
  amount: bigint
}

/** VAT and account that a line takes over from another document. */
export type FixedVat = {
  accountId: string | null
  accountNumber: string | null
  vatCodeId: string | null
  vatCode: string | null
  vatCategory: VatCategory | null
  vatPercent: string | null
}

export type BuiltLine = {
  /** The same for the same kind of work, so that a refreshed line is the line that it was. */
  key: string
  origin: LineOrigin
  productType: 'hours' | 'expenses'
  text: string
  quantity: string
  unit: LineUnit
  unitPrice: string
  net: bigint
  activityId: string | null
  periodFrom: Day | null
  periodTo: Day | null
  deductsInvoiceId: string | null
  vat: FixedVat | null
  sources: BuiltSource[]
}

/** How the price model bills what the draft holds. */
export type Scheme = {
  hours: 'priced' | 'covered'
  expenses: 'priced' | 'covered'
  plan: 'billed' | 'covered'
  /** Of the agreed price, to be billed now; null where none is. */
  agreed: bigint | null
  /** A part invoice that bills this amount and no sources. */
  onAccountAmount: bigint | null
  deductions: readonly Deduction[]
  /** What of hours was billed before. */
  hoursBilled: bigint
}

/** What is left to be deducted of an on-account invoice, per VAT code and percentage. */
export type Deduction = { invoiceId: string; number: string; invoicedOn: Day; net: bigint; vat: FixedVat }

export type BuildFacts = {
  book: PriceBook
  model: BookModel
  scheme: Scheme
  grouping: LineGrouping
  language: Language
  currencies: Currencies
  hoursAccount: BookAccount | undefined
  expensesAccount: BookAccount | undefined
  /** The day whose VAT holds for lines without a period. */
  invoicedOn: Day
}

export type Built = {
  lines: BuiltLine[]
  /** Hours without a price; nothing can be billed until they have one. */
  missing: MissingRate[]
  /** There is no exchange rate for an expense. */
  lacksRate: boolean
}

export function buildLines(held: Held, facts: BuildFacts): Built {
  const { scheme } = facts
  const plan = scheme.plan === 'billed' ? held.plan.map((item) => planLine(item, facts)) : []
  const agreed = agreedLines(facts)
  const hours = scheme.hours === 'priced' ? hoursLines(held.hours, facts) : { lines: [], missing: [] }
  const expenses = scheme.expenses === 'priced' ? held.expenses.map((expense) => expenseLine(expense, facts)) : []
  const lines = [
    ...agreed,
    ...plan,
    ...hours.lines,
    ...capLines(hours.lines, facts),
    ...expenses.filter((line) => line !== undefined),
    ...scheme.deductions.map((deduction) => deductionLine(deduction, facts)),
  ]
  carryCovered(held, lines, scheme)
  return { lines, missing: hours.missing, lacksRate: expenses.includes(undefined) }
}

type PricedHours = HeldHours & { rate: string; percent: string | undefined }

function hoursLines(hours: readonly HeldHours[], facts: BuildFacts): { lines: BuiltLine[]; missing: MissingRate[] } {
  const groups = new Map<string, PricedHours[]>()
  const missing = new Map<string, MissingRate>()
  for (const entry of hours) {
    const answer = rateOf(facts.book, entry)
    if ('missing' in answer) missing.set(JSON.stringify(answer.missing.sentence), answer.missing)
    if (!('rate' in answer)) continue
    const priced = { ...entry, rate: answer.rate, percent: percentOn(facts.hoursAccount, entry.workedOn) }
    const key = hoursKey(priced, facts.grouping)
    const group = groups.get(key)
    if (group) group.push(priced)
    else groups.set(key, [priced])
  }
  return { lines: [...groups].map(([key, group]) => hoursLine(key, group, facts)), missing: [...missing.values()] }
}

/** Two prices or two percentages of VAT are never one line, whatever the grouping. */
function hoursKey(entry: PricedHours, grouping: LineGrouping): string {
  const parts = {
    'activity-person': [entry.activityId, entry.userId],
    activity: [entry.activityId],
    person: [entry.userId],
    entry: [entry.id],
    one: [],
  }[grouping]
  return ['hours', ...parts, entry.rate, entry.percent ?? ''].join(' ')
}

/**
 * Hours with up to six decimals times the price, rounded once: that is what the line is worth, and its sources share it by their
 * minutes, so that they add up to it.
 */
function hoursLine(key: string, group: readonly PricedHours[], facts: BuildFacts): BuiltLine {
  const [first] = group as [PricedHours, ...PricedHours[]]
  const minutes = group.map((entry) => entry.billableMinutes)
  const quantity = hoursOf(minutes.reduce((all, each) => all + each, 0))
  const net = lineNet({ quantity, unitPrice: first.rate }, facts.currencies.billed)
  const shares = allocate(net, minutes.map(BigInt))
  const days = group.map((entry) => entry.workedOn).sort()
  const isOneActivity = group.every((entry) => entry.activityId === first.activityId)
  return {
    ...bare(),
    key,
    origin: 'hours',
    productType: 'hours',
    text: hoursText(first, facts),
    quantity,
    unit: 'hour',
    unitPrice: first.rate,
    net,
    activityId: isOneActivity ? first.activityId : null,
    periodFrom: days[0] ?? null,
    periodTo: days.at(-1) ?? null,
    sources: group.map((entry, index) => ({
      kind: 'time-entry',
      sourceId: entry.id,
      minutes: entry.billableMinutes,
      rate: entry.rate,
      amount: shares[index] ?? 0n,
    })),
  }
}

function hoursText(entry: PricedHours, { grouping, language, book, model }: BuildFacts): string {
  const { activityName, userName, note } = entry
  const text = {
    'activity-person': `${activityName}, ${userName}`,
    activity: activityName,
    person: userName,
    entry: `${userName}: ${note ?? activityName}`,
    one: `${lineTexts(language).hours}, ${book.projects.get(model.projectId)?.name ?? model.name}`,
  }[grouping]
  return [...text].slice(0, 1000).join('')
}

/** One line an expense: its title is what the customer knows it by. */
function expenseLine(expense: HeldExpense, { model, currencies }: BuildFacts): BuiltLine | undefined {
  const net = salesAmount({ ...expense, markup: expense.markup ?? model.expenseMarkup }, currencies)
  if (net === undefined) return undefined
  return {
    ...bare(),
    key: `expense ${expense.id}`,
    origin: 'expenses',
    productType: 'expenses',
    text: expense.title,
    unitPrice: writeAmount(net, currencies.billed),
    unit: 'piece',
    net,
    activityId: expense.activityId,
    periodFrom: expense.spentOn,
    periodTo: expense.spentOn,
    sources: [{ kind: 'expense', sourceId: expense.id, minutes: null, rate: null, amount: net }],
  }
}

function planLine(item: HeldPlanItem, { currencies }: BuildFacts): BuiltLine {
  return {
    ...bare(),
    key: `plan ${item.id}`,
    origin: 'plan',
    text: item.text,
    unitPrice: writeAmount(item.amount, currencies.billed),
    net: item.amount,
    sources: [{ kind: 'plan-item', sourceId: item.id, minutes: null, rate: null, amount: item.amount }],
  }
}

/**
 * The agreed price. What of it was billed on account with VAT that the account no longer gives is a line of its own with that VAT,
 * so that on-account invoices and this document together have the agreed price at the VAT under which each part was billed.
 */
function agreedLines({ model, scheme, currencies, language, hoursAccount, invoicedOn }: BuildFacts): BuiltLine[] {
  const texts = lineTexts(language)
  const lump = (key: string, text: string, net: bigint, vat: FixedVat | null = null): BuiltLine => ({
    ...bare(),
    key,
    origin: 'agreed-price',
    text,
    unitPrice: writeAmount(net, currencies.billed),
    net,
    vat,
  })
  if (scheme.onAccountAmount !== null)
    return [{ ...lump('on-account', texts.onAccount({ model: model.name }), scheme.onAccountAmount), origin: 'plan' }]
  if (scheme.agreed === null) return []
  const now = { code: hoursAccount?.vat?.code, percent: percentOn(hoursAccount, invoicedOn) }
  const others = new Map<string, { net: bigint; vat: FixedVat }>()
  for (const { net, vat } of scheme.deductions) {
    if (vat.vatCode === now.code && vat.vatPercent === now.percent) continue
    const key = `agreed ${vat.vatCode} ${vat.vatPercent}`
    others.set(key, { net: (others.get(key)?.net ?? 0n) + net, vat })
  }
  const parts = [...others].map(([key, { net, vat }]) =>
    lump(key, texts.agreedPart({ model: model.name, percent: vat.vatPercent ?? '' }), net, vat),
  )
  const rest = scheme.agreed - sum(parts.map((part) => part.net))
  return [...(rest === 0n ? [] : [lump('agreed', texts.agreedPrice({ model: model.name }), rest)]), ...parts]
}

function deductionLine({ invoiceId, number, invoicedOn, net, vat }: Deduction, facts: BuildFacts): BuiltLine {
  return {
    ...bare(),
    key: deductionKey(invoiceId, vat),
    origin: 'deduction',
    text: lineTexts(facts.language).deduction({ number, invoicedOn }),
    quantity: '-1',
    unitPrice: writeAmount(net, facts.currencies.billed),
    net: -net,
    deductsInvoiceId: invoiceId,
    vat,
  }
}

export const deductionKey = (invoiceId: string | null, vat: Omit<FixedVat, 'accountId'>): string =>
  `deduction ${invoiceId} ${vat.accountNumber} ${vat.vatCode} ${vat.vatPercent}`

/** What of the hours lies beyond the cap, taken off again; per percentage of VAT, so that none is mixed. */
function capLines(
  hours: readonly BuiltLine[],
  { model, scheme, currencies, language, hoursAccount }: BuildFacts,
): BuiltLine[] {
  const beyond = beyondCap(model.cap, scheme.hoursBilled, sum(hours.map((line) => line.net)))
  if (beyond === 0n || model.cap === null) return []
  const cap = writeAmount(model.cap, currencies.billed)
  const groups = new Map<string, BuiltLine[]>()
  for (const line of hours) {
    const percent = percentOn(hoursAccount, line.periodTo as Day) ?? ''
    groups.set(percent, [...(groups.get(percent) ?? []), line])
  }
  const shares = allocate(
    beyond,
    [...groups.values()].map((lines) => magnitude(sum(lines.map((line) => line.net)))),
  )
  return [...groups].flatMap(([percent, lines], index) => {
    const share = shares[index] ?? 0n
    if (share === 0n) return []
    return [
      {
        ...bare(),
        key: `cap ${percent}`,
        origin: 'cap' as const,
        text: lineTexts(language).cap({ cap }),
        quantity: '-1',
        unitPrice: writeAmount(share, currencies.billed),
        net: -share,
        periodFrom: lines.map((line) => line.periodFrom as Day).sort()[0] ?? null,
        periodTo:
          lines
            .map((line) => line.periodTo as Day)
            .sort()
            .at(-1) ?? null,
      },
    ]
  })
}

/** Work that an agreed price pays for stands behind the first line, worth nothing by itself, and is billed with it. */
function carryCovered(held: Held, lines: readonly BuiltLine[], scheme: Scheme): void {
  const [carrier] = lines
  if (!carrier) return
  const all: BuiltSource[] = [
    ...(scheme.hours === 'covered'
      ? held.hours.map(({ id, billableMinutes }) => covered('time-entry', id, billableMinutes))
      : []),
    ...(scheme.expenses === 'covered' ? held.expenses.map(({ id }) => covered('expense', id, null)) : []),
    ...(scheme.plan === 'covered' ? held.plan.map(({ id }) => covered('plan-item', id, null)) : []),
  ]
  carrier.sources.push(...all)
}

/** A source that an agreed price pays for: worth nothing by itself. */
export const covered = (kind: SourceKind, sourceId: string, minutes: number | null): BuiltSource => ({
  kind,
  sourceId,
  minutes,
  rate: null,
  amount: 0n,
})

const bare = () => ({
  productType: 'hours' as const,
  quantity: '1',
  unit: 'lump-sum' as const,
  activityId: null,
  periodFrom: null,
  periodTo: null,
  deductsInvoiceId: null,
  vat: null,
  sources: [] as BuiltSource[],
})
