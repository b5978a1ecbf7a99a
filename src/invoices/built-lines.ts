// From what a draft holds to its lines. Pure: the same sources give the same lines, whoever asks and when (decisions/009).
import { percentOn } from '../billing/account-book.ts'
import { salesAmount } from '../billing/expense-price.ts'
import type { LineGrouping } from '../invoice-settings/invoice-setting.ts'
import { allocate, hoursOf, lineNet, writeAmount } from '../lib/money.ts'
import { type MissingRate, rateOf } from '../prices/rate-of.ts'
import { agreedLines, capLines, deductionLine } from './agreed-lines.ts'
import { type BuildFacts, type BuiltLine, type BuiltSource, bare, covered, type Scheme } from './built-line.ts'
import type { Held, HeldExpense, HeldHours, HeldPlanItem } from './claim-sources.ts'
import { lineTexts } from './line-texts.ts'

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
