import type { Customer } from '../../src/customers/customer.ts'
import { TagChips } from '../tags/tag-chips.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import type { ShowField } from '../ui/show-value.tsx'

/** The fields of a customer in words, in the history and after a lost update. */
export function useShowCustomerField(): ShowField {
  const { customers } = useTexts()
  const format = useFormat()
  return (field, value) => {
    const text = String(value)
    if (field === 'status') return customers.statuses[text as Customer['status']]
    if (field === 'relation') return customers.relations[text as Customer['relation']]
    if (field === 'invoiceChannel') return customers.channels[text as Customer['invoiceChannel']]
    if (field === 'countryCode') return format.country(text)
    if (field === 'tagIds' && Array.isArray(value)) return <TagChips objectKind="customer" ids={value} />
    return undefined
  }
}
