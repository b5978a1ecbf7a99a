// Postings of customers there as this side reads them: what is open of them, and which are payments. Pure but for the paging.
import { isDay } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { isZero, plain, toMinor } from '../lib/money.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { QueryFilter } from './filter.ts'
import { labelReader } from './label-reader.ts'
import { textOf } from './ledger-facts.ts'
import type { Calls, Row } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)
const pageRows = 1_000

/** Amounts in minor units of `currency`; above zero is owed by the customer, so a payment is below it. */
export type Item = {
  id: number
  journalId: number
  account: string
  /** The number of the invoice that it names; 0 for none. */
  number: number
  on: string
  text: string
  currency: string
  amount: bigint
  remaining: bigint
  isPayment: boolean
}

const kindOf = labelReader<'payment' | 'other'>({
  payment: ['Payment', 'Betaling', 'Prepayment', 'Forudbetaling', 'Partial payment', 'PartialPayment', 'Delbetaling'],
  other: [],
})

/** Undefined for a row that cannot be told from others, or whose day or amounts are none. */
export function itemOf(row: Row, companyCurrency: string): Item | undefined {
  const id = countOf(row.PrimaryKeyId)
  const on = String(row.Date ?? '').slice(0, 10)
  const label = textOf(row.Currency)
  const currency = label === '' ? companyCurrency : label
  const [amount, remaining] = currency === companyCurrency ? inCompanyCurrency(row) : inOwnCurrency(row)
  if (id === 0 || !isDay(on) || !/^[A-Z]{3}$/.test(currency) || amount === undefined || remaining === undefined)
    return undefined
  return {
    ...{ id, on, currency, journalId: countOf(row.JournalPostedId), number: countOf(row.Invoice) },
    ...{ account: textOf(row.Account), text: textOf(row.Text), isPayment: kindOf(row.PostType) === 'payment' },
    ...{ amount: toMinor(amount, currency), remaining: toMinor(remaining, currency) },
  }
}

const inCompanyCurrency = ({ Amount = 0, Remaining = 0 }: Row) => [decimalOf(Amount), decimalOf(Remaining)]

function inOwnCurrency({ Amount, AmountCur = 0, Remaining = 0, RemainingCur }: Row) {
  if (RemainingCur !== undefined) return [decimalOf(AmountCur), decimalOf(RemainingCur)]
  // Without the open amount in its currency only all or nothing is certain.
  const left = decimalOf(Remaining)
  if (left !== undefined && isZero(left)) return [decimalOf(AmountCur), '0']
  return left === decimalOf(Amount) ? [decimalOf(AmountCur), decimalOf(AmountCur)] : [undefined, undefined]
}

/** The highest id of the rows, or what was known before. */
export const lastIdOf = (rows: readonly Row[], known = 0): number =>
  rows.reduce((last, { PrimaryKeyId }) => Math.max(last, countOf(PrimaryKeyId)), known)

const countOf = (value: unknown) => (Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0)

function decimalOf(value: unknown): string | undefined {
  const text = String(value)
  return /^-?\d{1,12}(\.\d+)?$/.test(text) ? plain(text) : undefined
}

/**
 * Every row from the id `first` on that the filters leave, by their ids, so that what is posted or settled meanwhile moves none past us. The server gives
 * fewer than were asked without saying so: the end is an empty page.
 */
export async function readItems(
  calls: Calls,
  entity: string,
  filters: readonly QueryFilter[],
  first = 1,
): Promise<Row[]> {
  const found: Row[] = []
  for (let from = first; ; ) {
    const page = await calls.query(entity, [
      ...filters,
      { PropertyName: 'PrimaryKeyId', FilterValue: `${from}..` },
      { PropertyName: 'PrimaryKeyId', OrderBy: true },
      { Take: pageRows },
    ])
    if (page.length === 0) return found
    const last = lastIdOf(page)
    if (last < from) throw new SyncFailure('rejected', say('uniconta.notData', { what: 'the same rows again' }))
    found.push(...page)
    from = last + 1
  }
}
