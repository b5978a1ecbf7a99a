// What a list of a project's records is narrowed by: chosen by typing, since there may be thousands.
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useTexts } from '../texts/texts.tsx'
import type { ListFilter } from '../ui/filter-bar.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { useProjectOptions } from './project-options.ts'

/** Under the keys `project` and `customer`. */
export function useProjectFilters(search: ListSearch): ListFilter[] {
  const { hours } = useTexts()
  const { wanted, setWords } = useWords()
  const options = useCustomerOptions(wanted, [search.customer ?? []].flat())
  return [useProjectFilter(search), { key: 'customer', title: hours.customer, options, onSearch: setWords }]
}

export function useProjectFilter(search: ListSearch): ListFilter {
  const { hours } = useTexts()
  const { wanted, setWords } = useWords()
  const options = useProjectOptions(wanted, [search.project ?? []].flat())
  return { key: 'project', title: hours.project, options, onSearch: setWords }
}

function useWords() {
  const [words, setWords] = useState('')
  const [wanted] = useDebouncedValue(words.trim(), 150)
  return { wanted, setWords }
}
