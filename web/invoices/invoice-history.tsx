import { isDay } from '../../src/lib/dates.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import type { ShowField } from '../ui/show-value.tsx'

/** The history of a draft or document: a changed line is named by its place then. */
export function InvoiceHistory({ id }: { id: string }) {
  const { invoices } = useTexts()
  const names = { ...invoices.fields, ...invoices.historyFields }
  const nameOf = (field: string) => {
    const place = /^line (\S+)$/.exec(field)?.[1]
    return place === undefined ? undefined : `${invoices.line.position} ${place}`
  }
  return <History kind="invoice" subject={id} names={names} nameOf={nameOf} show={useShowInvoiceField()} />
}

/** The fields of a document in words. */
function useShowInvoiceField(): ShowField {
  const { invoices, users } = useTexts()
  const format = useFormat()
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    state: invoices.states,
    kind: invoices.kinds,
    language: users.languages,
    lineGrouping: invoices.lineGroupings,
    hourSpecification: invoices.hourSpecifications,
    postingChoice: invoices.postingChoices,
  }
  return (field, value) => {
    const text = String(value)
    if (isDay(text)) return format.day(text)
    return words[field]?.[text]
  }
}
