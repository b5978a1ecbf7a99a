import { useMe } from '../session.tsx'
import { useFormat } from './format.ts'

/** An amount in figures of one width, with its currency where that is not the company's own. Nothing for null. */
export function Amount({ value, currency }: { value: string | null; currency: string }) {
  const format = useFormat()
  const own = useMe().company.currency
  if (value === null) return null
  return (
    <span className="figures">{currency === own ? format.amount(value, currency) : format.money(value, currency)}</span>
  )
}
