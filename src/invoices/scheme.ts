import { findPlannedModels } from '../billing/unbilled-store.ts'
import { nothingBilled } from '../billing/value-work.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { type BookModel, modelOf, type PriceBook } from '../prices/rate-of.ts'
import { findBilled } from './billed-store.ts'
import type { Scheme } from './built-line.ts'
import { type Claim, claimExpenses, claimHours, claimPlan } from './claim-sources.ts'
import { findDeductions } from './settlement.ts'

export type Wish = {
  invoiceId: string
  model: BookModel
  /** The last invoice of the model. */
  settlement: boolean
  onAccountAmount: bigint | null
}

/** How a price model bills on this document, given what its other documents have billed. */
export async function schemeOf(tx: Tx, { invoiceId, model, settlement, onAccountAmount }: Wish): Promise<Scheme> {
  const billed = (await findBilled(tx, [model.id], invoiceId)).get(model.id) ?? nothingBilled
  const isAgreed = model.fixedPrice !== null && model.kind !== 'hourly'
  const isCovered = isAgreed || model.hourlyBase === null
  return {
    hours: isCovered ? 'covered' : 'priced',
    expenses: isCovered && model.expensesIncluded ? 'covered' : 'priced',
    plan: settlement && model.kind !== 'hourly' ? 'covered' : 'billed',
    agreed: onAccountAmount === null ? await agreedLeft() : null,
    onAccountAmount,
    deductions: settlement ? await findDeductions(tx, model.id, invoiceId) : [],
    hoursBilled: billed.hours,
  }

  /** A settlement bills the whole price but for what was billed for good, since what was billed on account it deducts. */
  async function agreedLeft(): Promise<bigint | null> {
    if (model.fixedPrice === null || model.kind === 'hourly') return null
    if (settlement) return model.fixedPrice - (billed.agreed - billed.onAccountOpen)
    if (model.kind !== 'fixed') return null
    const isPlanned = (await findPlannedModels(tx, [model.projectId])).has(model.id)
    return isPlanned || model.fixedPrice === billed.agreed ? null : model.fixedPrice - billed.agreed
  }
}

/** The activities of a project that a model bills, and whether it bills what has none. */
export function billedBy(book: PriceBook, model: BookModel): Pick<Claim, 'activityIds' | 'isDefault'> {
  const isDefault = book.projects.get(model.projectId)?.defaultModelId === model.id
  const own = [...book.activities].filter(
    ([id, { projectId }]) => projectId === model.projectId && modelOf(book, id)?.id === model.id,
  )
  return { activityIds: own.map(([id]) => id), isDefault }
}

/**
 * Takes what the scheme bills, and what it covers, up to the day. Hours that a plan pays for go only with a row of it, and those of an
 * on-account model with its settlement. `carries`: the draft has a line of the plan or the agreed price already.
 */
export async function claimFor(
  tx: Tx,
  scheme: Scheme,
  claim: Claim & { until: Day },
  { model, settlement, carries }: Pick<Wish, 'model' | 'settlement'> & { carries: boolean },
): Promise<number> {
  const plan = await claimPlan(tx, { ...claim, until: scheme.plan === 'covered' ? null : claim.until })
  const isSettled = settlement || model.kind !== 'on-account'
  const hasCarrier = carries || scheme.agreed !== null || (scheme.plan === 'billed' && plan > 0) || settlement
  const takesHours = isSettled && (scheme.hours === 'priced' || hasCarrier)
  const takesExpenses = scheme.expenses === 'priced' || (isSettled && hasCarrier)
  const hours = takesHours ? await claimHours(tx, claim) : 0
  const expenses = takesExpenses ? await claimExpenses(tx, claim) : 0
  return plan + hours + expenses
}
