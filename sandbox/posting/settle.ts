// Open items of customers: which is settled by a credit note or a payment, and what is left of it.
import { keyOf, type Row, type StoredRow, type Value } from '../books.ts'
import { Refusal } from '../error-codes.ts'
import type { World } from '../world.ts'
import { fromCents, toCents } from './cents.ts'

/** The open posting that `Settlements` of a credit note names. */
export function originalToSettle(
  world: World,
  company: number,
  { Settlements: wanted }: Row,
  payer: Row,
  total: bigint,
): StoredRow | undefined {
  if (wanted === undefined) return undefined
  const found = findOpen(world, company, payer.Account, wanted)
  const isEnough = found !== undefined && toCents(found.values.RemainingCur) >= -total
  if (isEnough || world.switches.settlementNotOpen === 'is-ignored') return isEnough ? found : undefined
  throw new Refusal('CouldNotFind', 'Settlements', String(wanted))
}

export function findOpen({ books }: World, company: number, account: Value | undefined, number: Value) {
  return books
    .all(company, 'DebtorTransOpenClient')
    .find(
      ({ values }) =>
        keyOf(values.Account) === keyOf(account) &&
        keyOf(values.Invoice) === keyOf(number) &&
        Number(values.Amount) > 0,
    )
}

/**
 * Takes an amount, in hundredths of both currencies and below zero for a credit, off what is open of a posting. What closes it takes
 * the rest of the company's currency with it, whatever the rate. Answers what it took of that.
 */
export function takeOff(world: World, company: number, item: StoredRow, cur: bigint, local: bigint): bigint {
  const current = world.books.findById(company, 'DebtorTransClient', item.id)?.values ?? item.values
  const before = toCents(current.Remaining)
  const leftCur = toCents(current.RemainingCur) + cur
  const left = leftCur === 0n ? 0n : before + local
  const { Open, Remaining, RemainingCur, ...others } = current
  const values: Row =
    leftCur === 0n ? others : { ...others, Open: true, Remaining: fromCents(left), RemainingCur: fromCents(leftCur) }
  world.books.replace(company, 'DebtorTransClient', item.id, values)
  if (leftCur === 0n) world.books.remove(company, 'DebtorTransOpenClient', item.id)
  else world.books.replace(company, 'DebtorTransOpenClient', item.id, values)
  return left - before
}

/** What one posting took off others: their ids and the hundredths of both currencies. Kept on the row, never shown. */
export type Taken = readonly (readonly [id: number, cur: string, local: string])[]

/** Opens again what the posting had settled. */
export function giveBack(world: World, company: number, { settled }: Row): void {
  const taken = JSON.parse(String(settled ?? '[]')) as Taken
  for (const [id, cur, local] of taken) {
    const item = world.books.findById(company, 'DebtorTransClient', id)
    if (item !== undefined) takeOff(world, company, item, -BigInt(cur), -BigInt(local))
  }
}
