// Years to post in and rates to convert with, around the day on which the books begin.
import { numberOf } from './app-enums.ts'
import type { World } from './world.ts'

const yearsAround = [-3, -2, -1, 0, 1, 2, 3]

/** DKK for one, and how much it moves from quarter to quarter. */
const rates = [
  ['EUR', 7.46, 0.002],
  ['USD', 6.86, 0.03],
  ['GBP', 8.68, 0.04],
  ['CHF', 7.94, 0.02],
  ['SEK', 0.658, 0.006],
  ['NOK', 0.642, 0.006],
] as const

export function seedPeriods({ books, now }: World, company: number): void {
  const thisYear = now().getUTCFullYear()
  const DKK = numberOf('Currency', 'DKK', ['english']) ?? 0
  for (const year of yearsAround.map((offset) => thisYear + offset)) {
    const days = { FromDate: `${year}-01-01`, ToDate: `${year}-12-31` }
    books.insert(company, 'CompanyFinanceYearClient', year === thisYear ? { ...days, Current: true } : days)
    for (const quarter of [0, 1, 2, 3]) {
      const day = `${year}-${String(3 * quarter + 1).padStart(2, '0')}-01`
      for (const [currency, rate, step] of rates) {
        const CCY1 = numberOf('Currency', currency, ['english']) ?? 0
        const Rate = Math.round(10_000 * (rate + step * (((year + quarter) % 5) - 2))) / 10_000
        books.insert(company, 'ExchangeRateClient', { Date: day, CCY1, CCY2: DKK, Rate })
      }
    }
  }
}
