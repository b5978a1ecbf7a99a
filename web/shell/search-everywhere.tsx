// Ctrl-K: pages, customers, projects, invoices and contacts by number or name.
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import {
  IconAddressBook,
  IconBriefcase,
  IconBuilding,
  IconFileInvoice,
  IconFilePencil,
  IconReceiptRefund,
  IconSearch,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Found } from '../../src/search/found.ts'
import { get, queryOf } from '../api.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { pagesFor } from './pages.ts'

export const openSearch = () => spotlight.open()

const icons = {
  customer: IconBuilding,
  project: IconBriefcase,
  contact: IconAddressBook,
  invoice: IconFileInvoice,
  'credit-note': IconReceiptRefund,
  draft: IconFilePencil,
}
const addresses = {
  customer: '/customers/',
  project: '/projects/',
  contact: '/contacts/',
  invoice: '/invoices/',
  'credit-note': '/invoices/',
  draft: '/drafts/',
}

export function SearchEverywhere() {
  const { shell } = useTexts()
  const { permissions } = useMe()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [wanted] = useDebouncedValue(query.trim(), 120)
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => get(`/search${queryOf({ q: wanted })}`, z.object({ items: z.array(Found) })),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const words = query.trim().toLowerCase()
  const pages: SpotlightActionData[] = pagesFor(permissions).flatMap((group) =>
    group.pages
      .map((page) => ({ page, label: `${shell.groups[group.key]} › ${shell.pages[page.key]}` }))
      .filter(({ label }) => label.toLowerCase().includes(words))
      .map(({ page, label }) => ({
        id: page.to,
        label,
        leftSection: <page.icon size={18} aria-hidden />,
        onClick: () => void navigate({ to: page.to }),
      })),
  )
  const records: SpotlightActionData[] = (words ? (found.data?.items ?? []) : []).map((record) => {
    const RecordIcon = icons[record.kind]
    return {
      id: record.id,
      label: [record.number, record.name].filter(Boolean).join(' '),
      description: shell.kinds[record.kind],
      leftSection: <RecordIcon size={18} aria-hidden />,
      onClick: () => void navigate({ to: addresses[record.kind] + record.id }),
    }
  })
  // Enter opens the first of what is found, also when it arrives after the last key: the library chooses only at the key.
  const actions = [...records, ...pages].map((action, index) => ({
    ...action,
    'data-selected': (words !== '' && index === 0) || undefined,
  }))
  return (
    <Spotlight
      actions={actions}
      filter={(_query, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      nothingFound={found.isFetching ? shell.searching : shell.nothingFound}
      highlightQuery
      clearQueryOnClose
      // At once: who types on while it opens loses no letter.
      transitionProps={{ duration: 0 }}
      limit={20}
      scrollable
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: shell.searchHint,
        'aria-label': shell.searchHint,
      }}
    />
  )
}
