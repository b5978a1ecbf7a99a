// What open work is worth before anybody makes a draft of it. Pure.
import { priceOfMinutes, sum } from '../lib/money.ts'
import { type BookModel, type MissingRate, type PriceBook, rateOf } from '../prices/rate-of.ts'
import { beyondCap } from './cap.ts'
import { type Currencies, salesAmount } from './expense-price.ts'
import type { ExpensesGroup, HoursGroup, PlanGroup } from './unbilled-store.ts'

/** What the documents of a price model have billed, in its currency. */
export type Billed = {
  /** Net of on-account invoices that no settlement has deducted, less what was credited of them. */
  onAccountOpen: bigint
  /** Of the agreed price, on account or not. */
  agreed: bigint
  /** Of hours, after the cap. */
  hours: bigint
}

export const nothingBilled: Billed = { onAccountOpen: 0n, agreed: 0n, hours: 0n }

export type Open = { hours: HoursGroup[]; expenses: ExpensesGroup[]; plans: PlanGroup[] }
export type Work = Open & { projectId: string; model: BookModel | undefined }

/** One per project and price model. */
export function works(open: Open, book: PriceBook): Work[] {
  const found = new Map<string, Work>()
  const of = (group: { projectId: string; priceModelId: string | null }): Work => {
    const key = `${group.projectId} ${group.priceModelId}`
    const known = found.get(key)
    if (known) return known
    const model = group.priceModelId === null ? undefined : book.models.get(group.priceModelId)
    const work = { projectId: group.projectId, model, hours: [], expenses: [], plans: [] }
    found.set(key, work)
    return work
  }
  for (const group of open.hours) of(group).hours.push(group)
  for (const group of open.expenses) of(group).expenses.push(group)
  for (const group of open.plans) of(group).plans.push(group)
  return [...found.values()]
}

/** Priced per person, activity and price; a draft that groups otherwise may differ by an øre. */
export function valueHours(groups: readonly HoursGroup[], book: PriceBook, currency: string) {
  const minutes = new Map<string, { minutes: number; rate: string }>()
  const missing = new Map<string, MissingRate>()
  for (const { activityId, userId, firstOn, billableMinutes } of groups) {
    const answer = rateOf(book, { activityId, userId, workedOn: firstOn })
    if ('missing' in answer) missing.set(JSON.stringify(answer.missing.sentence), answer.missing)
    if (!('rate' in answer)) continue
    const key = `${activityId} ${userId} ${answer.rate}`
    minutes.set(key, { rate: answer.rate, minutes: (minutes.get(key)?.minutes ?? 0) + billableMinutes })
  }
  const value = sum([...minutes.values()].map((part) => priceOfMinutes(part.minutes, part.rate, currency)))
  return { value, missing: [...missing.values()] }
}

export function valueExpenses({ model, expenses }: Work, currencies: Currencies) {
  const isCovered = model?.fixedPrice != null && model.expensesIncluded
  const approved = isCovered ? [] : expenses.filter((group) => group.approved)
  const values = approved.map((group) =>
    salesAmount({ ...group, markup: group.markup ?? model?.expenseMarkup ?? '0' }, currencies),
  )
  return {
    count: add(approved.map((group) => group.count)),
    value: sum(values.map((value) => value ?? 0n)),
    lacksRate: values.includes(undefined),
    waiting: add(expenses.filter((group) => !group.approved).map((group) => group.count)),
  }
}

/** What is due by the plan; without a plan, once there is work, the rest of the agreed price. */
export function valuePlan(
  { model, plans }: Work,
  already: Billed,
  { hasWork, isPlanned }: { hasWork: boolean; isPlanned: boolean },
): { count: number; value: bigint } {
  const due = { count: add(plans.map((group) => group.count)), value: sum(plans.map((group) => group.amount)) }
  if (due.count > 0 || model?.kind !== 'fixed' || model.fixedPrice === null || !hasWork) return due
  return { count: 0, value: isPlanned ? 0n : model.fixedPrice - already.agreed }
}

type Values = { hours: bigint; expenses: bigint; plan: bigint }

export function totalOf(model: BookModel | undefined, values: Values, already: Billed): bigint {
  if (model?.kind === 'fixed' || model?.kind === 'on-account') return values.plan + values.expenses
  const hours = values.hours - beyondCap(model?.cap, already.hours, values.hours)
  return hours + values.expenses + values.plan
}

export const add = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
