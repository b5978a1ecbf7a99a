import { isDay } from '../../src/lib/dates.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import type { ShowField } from '../ui/show-value.tsx'

/** The fields of a document in words, in its history. */
export function useShowInvoiceField(): ShowField {
  const { invoices, users } = useTexts()
  const format = useFormat()
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    state: invoices.states,
    kind: invoices.kinds,
    language: users.languages,
    lineGrouping: invoices.lineGroupings,
    hourSpecification: invoices.hourSpecifications,
  }
  return (field, value) => {
    const text = String(value)
    if (isDay(text)) return format.day(text)
    return words[field]?.[text]
  }
}
