// What fits together in a price model, asked before anything is stored.
import { inArray } from 'drizzle-orm'
import { findCustomer } from '../customers/customer-store.ts'
import type { Tx } from '../lib/database/database.ts'
import type { FieldFault } from '../lib/errors.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { minorDigits } from '../lib/money.ts'
import { appUser } from '../users/user-table.ts'
import type { PriceModelFields, RateInput } from './price.ts'
import { projectRole } from './price-table.ts'
import { priceTexts } from './price-texts.ts'

const say = sayFrom(priceTexts)
const at = (path: string, sentence: Sentence): FieldFault => ({ path, sentence })

/** Activities by their id; told by the activities, which this folder does not know. */
export type ActivitiesById = (
  tx: Tx,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { projectId: string; number: string; name: string }>>

/** Which fields belong to the kind of a model. Pure. */
export function kindFaults(model: PriceModelFields, currency: string): FieldFault[] {
  const { kind, hourlyBase, commonRate, fixedPrice, cap, rates, plan } = model
  const notOf = (path: string) => at(path, say('price.notOfKind', { kind }))
  const hasHours = hourlyBase !== null
  const mayHaveHours = kind === 'hourly' || kind === 'on-account'
  const mayHavePlan = kind === 'fixed' || kind === 'on-account'
  const faults: FieldFault[] = []
  if (hasHours && !mayHaveHours) faults.push(notOf('hourlyBase'))
  if (!hasHours && (kind === 'hourly' || (kind === 'on-account' && fixedPrice === null)))
    faults.push(at('hourlyBase', say('price.baseMissing')))
  if (hasHours && kind === 'on-account' && fixedPrice !== null)
    faults.push(at('hourlyBase', say('price.baseBesidesAgreed')))
  if (fixedPrice !== null && !mayHavePlan) faults.push(notOf('fixedPrice'))
  if (fixedPrice === null && kind === 'fixed') faults.push(at('fixedPrice', say('price.fixedMissing')))
  if (hourlyBase === 'common' && commonRate === null) faults.push(at('commonRate', say('price.commonMissing')))
  if (hourlyBase !== 'common' && commonRate !== null) faults.push(at('commonRate', say('price.commonUnused')))
  if (cap !== null && !hasHours) faults.push(notOf('cap'))
  if (rates.length > 0 && !hasHours) faults.push(notOf('rates'))
  if (plan.length > 0 && !mayHavePlan) faults.push(notOf('plan'))
  return [...faults, ...amountFaults(model, currency)]
}

function amountFaults({ fixedPrice, cap, plan }: PriceModelFields, currency: string): FieldFault[] {
  const amounts: [string, string | null][] = [
    ['fixedPrice', fixedPrice],
    ['cap', cap],
    ...plan.map(({ amount }, index): [string, string] => [`plan.${index}.amount`, amount]),
  ]
  return amounts.flatMap(([path, amount]) => {
    if (amount === null) return []
    if (/^-0*\.?0*[1-9]/.test(amount))
      return [at(path, say(path.startsWith('plan.') ? 'price.planOfNothing' : 'price.negative'))]
    const decimals = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0
    return decimals > minorDigits(currency) ? [at(path, say('price.tooManyDecimals', { currency }))] : []
  })
}

/** One owner a price, one price an owner and day, and owners that exist. */
export async function rateFaults(
  tx: Tx,
  projectId: string,
  rates: readonly RateInput[],
  activitiesById: ActivitiesById,
): Promise<FieldFault[]> {
  const ids = (key: 'userId' | 'roleId' | 'activityId') => [
    ...new Set(rates.map((rate) => rate[key]).filter((id) => id !== null)),
  ]
  const users = await idsThere(tx, appUser, ids('userId'))
  const roles = await idsThere(tx, projectRole, ids('roleId'))
  const activities = await activitiesById(tx, ids('activityId'))
  const seen = new Set<string>()
  return rates.flatMap((rate, index) => {
    const path = `rates.${index}`
    const { userId, roleId, activityId, validFrom } = rate
    const owners = [userId, roleId, activityId].filter((id) => id !== null)
    if (owners.length !== 1) return [at(path, say('price.rateOfOne'))]
    const key = `${owners[0]} ${validFrom}`
    if (seen.has(key)) return [at(`${path}.validFrom`, say('price.rateTwice', { validFrom }))]
    seen.add(key)
    if (userId !== null && !users.has(userId)) return [at(`${path}.userId`, say('price.rateOfUnknown'))]
    if (roleId !== null && !roles.has(roleId)) return [at(`${path}.roleId`, say('price.rateOfUnknown'))]
    if (activityId === null) return []
    const owner = activities.get(activityId)
    if (owner === undefined) return [at(`${path}.activityId`, say('price.rateOfUnknown'))]
    return owner.projectId === projectId ? [] : [at(`${path}.activityId`, say('price.activityElsewhere'))]
  })
}

export async function customerFaults(tx: Tx, customerId: string | null): Promise<FieldFault[]> {
  if (customerId === null) return []
  const path = 'customerId'
  const found = await findCustomer(tx, customerId)
  if (!found) return [at(path, say('price.customerUnknown'))]
  const { number, name, status } = found
  return status === 'blocked' ? [at(path, say('price.customerBlocked', { number, name }))] : []
}

async function idsThere(
  tx: Tx,
  table: typeof appUser | typeof projectRole,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]))
  return new Set(rows.map((row) => row.id))
}
