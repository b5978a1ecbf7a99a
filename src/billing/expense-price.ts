import { convertBack, percentOf } from '../lib/money.ts'

export type PricedExpense = {
  /** The cost in `currency`, in minor units. */
  amount: bigint
  currency: string
  /** The cost in the company's currency. */
  companyAmount: bigint
  /** In percent. */
  markup: string
}

export type Currencies = {
  company: string
  /** Of the document. */
  billed: string
  /** Price of one unit of `billed` in the company's currency; null when it is not known. */
  exchangeRate: string | null
}

/**
 * What an expense is sold for: its cost in the document's currency plus the mark-up, each rounded once. A cost that is in that
 * currency already is not converted there and back. Undefined: there is no exchange rate for it.
 */
export function salesAmount(expense: PricedExpense, { company, billed, exchangeRate }: Currencies): bigint | undefined {
  const cost =
    expense.currency === billed
      ? expense.amount
      : billed === company
        ? expense.companyAmount
        : exchangeRate === null
          ? undefined
          : convertBack(expense.companyAmount, company, billed, exchangeRate)
  return cost === undefined ? undefined : cost + percentOf(cost, expense.markup)
}
