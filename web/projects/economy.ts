// What a project has billed, has not billed, and may bill by its price models.
import { sum, toMinor, writeAmount } from '../../src/lib/money.ts'
import type { PriceModel } from '../../src/prices/price.ts'

/** One line for each currency that the project bills in. */
export type EconomyOfCurrency = {
  currency: string
  billed: string
  /** Net of drafts. */
  drafted: string
  unbilled: string
  /** Null: no price model agrees one. */
  budget: string | null
}

/** The budget is what the active price models agree: a fixed price, or the cap of hours. */
export function economyOf(
  billed: readonly { currency: string; net: string }[],
  drafted: readonly { currency: string; net: string }[],
  unbilled: readonly { currency: string; total: string }[],
  models: readonly Pick<PriceModel, 'currency' | 'fixedPrice' | 'cap' | 'active'>[],
): EconomyOfCurrency[] {
  const agreed = models.filter(({ active }) => active)
  const currencies = [...new Set([...billed, ...drafted, ...unbilled, ...agreed].map(({ currency }) => currency))]
  return currencies.map((currency) => {
    const budgets = agreed
      .filter((model) => model.currency === currency)
      .flatMap(({ fixedPrice, cap }) => fixedPrice ?? cap ?? [])
    return {
      currency,
      billed: billed.find((one) => one.currency === currency)?.net ?? writeAmount(0n, currency),
      drafted: drafted.find((one) => one.currency === currency)?.net ?? writeAmount(0n, currency),
      unbilled: unbilled.find((one) => one.currency === currency)?.total ?? writeAmount(0n, currency),
      budget:
        budgets.length === 0 ? null : writeAmount(sum(budgets.map((amount) => toMinor(amount, currency))), currency),
    }
  })
}

export function figureOf(
  row: EconomyOfCurrency,
  name: 'billed' | 'drafted' | 'unbilled' | 'sum' | 'budget' | 'left',
): string | null {
  const { currency, billed, drafted, unbilled, budget } = row
  const used = sum([billed, drafted, unbilled].map((amount) => toMinor(amount, currency)))
  if (name === 'sum') return writeAmount(used, currency)
  if (name === 'left') return budget === null ? null : writeAmount(toMinor(budget, currency) - used, currency)
  return row[name]
}
