import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { ProjectRow } from '../../src/projects/project.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'

const Page = z.object({ items: z.array(ProjectRow) })

/** Chooses a project by number, name or customer; the server searches. */
export function ProjectPicker(props: {
  label: string
  value: ProjectRow | null
  onChange: (project: ProjectRow | null) => void
  error?: unknown
  customer?: string
}) {
  const { projects } = useTexts()
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), 150)
  const nameOf = (row: ProjectRow) => `${row.number} ${row.name}`
  const search = props.value && words === nameOf(props.value) ? '' : words
  const found = useQuery({
    queryKey: ['/projects', 'options', search, props.customer ?? ''],
    queryFn: () => get(`/projects${queryOf({ search, customer: props.customer, size: 20 })}`, Page),
    placeholderData: keepPreviousData,
  })
  const rows = new Map(
    [...(props.value ? [props.value] : []), ...(found.data?.items ?? [])].map((row) => [row.id, row]),
  )
  return (
    <Select
      label={props.label}
      placeholder={projects.searchProject}
      nothingFoundMessage={projects.noneFound}
      required
      searchable
      data-autofocus
      data={[...rows.values()].map((row) => ({ value: row.id, label: `${nameOf(row)} · ${row.customerName}` }))}
      filter={({ options }) => options}
      value={props.value?.id ?? null}
      onChange={(id) => props.onChange(rows.get(id ?? '') ?? null)}
      searchValue={text}
      onSearchChange={setText}
      error={props.error as string | undefined}
    />
  )
}
