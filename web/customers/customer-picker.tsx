import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { useCustomerOptions, withProjects } from './customer-query.ts'

/** Chooses a customer by number or name; the server searches. */
export function CustomerPicker(props: {
  label: string
  value: string
  onChange: (id: string) => void
  error?: unknown
  'data-path'?: string
  autoFocus?: boolean
  /** Offers only customers that get new projects. */
  forProject?: boolean
}) {
  const { customers } = useTexts()
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), 150)
  const chosen = props.value === '' ? [] : [props.value]
  const only = props.forProject ? withProjects : {}
  const named = useCustomerOptions('', chosen, only).find(({ value }) => value === props.value)
  // The name of the chosen one stands in the field and is nothing to search for.
  const options = useCustomerOptions(words === named?.label ? '' : words, chosen, only)
  return (
    <Select
      label={props.label}
      placeholder={customers.searchCustomer}
      nothingFoundMessage={props.forProject ? customers.noneForProject : customers.noneFound}
      required
      searchable
      allowDeselect={false}
      data={options}
      filter={({ options: all }) => all}
      value={props.value || null}
      onChange={(id) => props.onChange(id ?? '')}
      searchValue={text}
      onSearchChange={setText}
      error={props.error as string | undefined}
      data-path={props['data-path']}
      autoFocus={props.autoFocus ?? false}
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}
