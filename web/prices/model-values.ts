import type { PlanItemInput, PriceModelFields, RateInput } from '../../src/prices/price.ts'

/** A price model as its form holds it. Rows have a key of their own, by which the page knows them while they are typed. */
export type ModelValues = Omit<PriceModelFields, 'rates' | 'plan'> & {
  rates: (Omit<RateInput, 'rate' | 'validFrom'> & { rate: string | null; validFrom: string | null; key: string })[]
  plan: (Omit<PlanItemInput, 'amount' | 'dueOn'> & {
    amount: string | null
    dueOn: string | null
    key: string
    /** It stands on a draft or invoice and stays as it is. */
    isBilled: boolean
  })[]
  version?: number
}

let made = 0
export const newKey = (): string => `new ${++made}`
