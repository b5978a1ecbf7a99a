import { labelOf } from '../app-enums.ts'
import { Refusal } from '../error-codes.ts'
import type { World } from '../world.ts'
import { divide, tenThousandths, whole } from './cents.ts'

export type Exchange = {
  /** The number of the currency in its list. */
  readonly currency: number
  readonly companyCurrency: number
  /** How many of the company's currency one is. */
  readonly rate: number
  /** Hundredths of the document's currency to hundredths of the company's. */
  toLocal(cents: bigint): bigint
}

/** The newest rate of that day or before. */
export function rateOf({ books }: World, company: number, wanted: number, day: string): Exchange {
  const companyCurrency = Number(books.findById(company, 'CompanyClient', company)?.values.Currency ?? 0)
  const currency = wanted || companyCurrency
  if (currency === companyCurrency) return { currency, companyCurrency, rate: 1, toLocal: (cents) => cents }
  const [newest] = books
    .all(company, 'ExchangeRateClient')
    .map(({ values }) => values)
    .filter(({ CCY1, CCY2, Date: from }) => CCY1 === currency && CCY2 === companyCurrency && String(from) <= day)
    .sort((a, b) => (String(a.Date) < String(b.Date) ? 1 : -1))
  if (newest === undefined) {
    throw new Refusal('FieldHasinvalidValue', 'Currency', labelOf('Currency', currency, 'english'))
  }
  const rate = Number(newest.Rate)
  return { currency, companyCurrency, rate, toLocal: (cents) => divide(cents * tenThousandths(rate), whole) }
}
