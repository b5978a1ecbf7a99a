import type { HourlyBase, PriceModelKind } from '../../src/prices/price.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import type { ShowField } from '../ui/show-value.tsx'

const amounts = new Set(['fixedPrice', 'cap', 'commonRate'])

/** The fields of a price model in words, in the history and after a lost update. */
export function useShowPriceField(currency: string): ShowField {
  const { prices } = useTexts()
  const format = useFormat()
  const rows = (value: unknown, day: string, amount: string) =>
    (Array.isArray(value) ? value : [])
      .map(
        (row: Record<string, string>) => `${format.day(row[day] ?? null)}: ${format.decimal(row[amount] ?? null, 2)}`,
      )
      .join(', ')
  return (field, value) => {
    const text = String(value)
    if (field === 'kind') return prices.kinds[text as PriceModelKind]
    if (field === 'hourlyBase') return prices.bases[text as HourlyBase]
    if (amounts.has(field)) return format.money(text, currency)
    if (field === 'expenseMarkup') return `${format.decimal(text)} %`
    if (field === 'rates') return rows(value, 'validFrom', 'rate')
    if (field === 'plan') return rows(value, 'dueOn', 'amount')
    // Prices and rows of the plan stand in the history under the names of their own.
    return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? format.decimal(value, 2) : undefined
  }
}
