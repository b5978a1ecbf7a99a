import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Pill,
  Popover,
  ScrollArea,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import type { ListSearch } from './list-search.ts'

export type ListFilter = {
  key: string
  title: string
  options: readonly { value: string; label: string }[]
  /** Called with what is typed, where there are too many options to load: `options` are then what was found. */
  onSearch?: (words: string) => void
  /** Takes one value at a time. */
  one?: boolean
}

/** Every value with its word, in the order of the values. */
export const optionsOf = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: words[value] }))

type FilterBarProps = {
  title: string
  filters: readonly ListFilter[]
  /** Without them there is no choice of columns and density. */
  columns?: readonly { key: string; title: string }[]
  shownColumns?: readonly string[]
  search: ListSearch
  onSearch: (search: ListSearch) => void
  /** More to narrow the list by. */
  tools?: ReactNode
  /** Where nothing is searched by words. */
  withoutSearch?: boolean
}

/** One line: the search box, each filter in words with a cross, and what else can be chosen. */
export function FilterBar(props: FilterBarProps) {
  const { title, filters, columns, shownColumns, search, onSearch, tools } = props
  const { ui } = useTexts()
  const valuesOf = (key: string) => [search[key] ?? []].flat()
  const setFilter = (key: string, values: string[]) => {
    const { [key]: _gone, ...rest } = search
    onSearch(values.length > 0 ? { ...rest, [key]: values } : rest)
  }
  return (
    <Group gap="xs">
      {props.withoutSearch ? null : (
        <SearchBox
          label={ui.searchIn(title)}
          value={search.search ?? ''}
          onSearch={(text) => {
            const { search: _gone, ...rest } = search
            onSearch(text ? { ...rest, search: text } : rest)
          }}
        />
      )}
      {filters.map((filter) => {
        const values = valuesOf(filter.key)
        if (values.length === 0) return null
        const words = values
          .map((value) => filter.options.find((option) => option.value === value)?.label ?? value)
          .join(ui.or)
        return (
          <Pill
            key={filter.key}
            size="md"
            withRemoveButton
            onRemove={() => setFilter(filter.key, [])}
            removeButtonProps={{ 'aria-label': ui.removeFilter(filter.title), tabIndex: 0, 'aria-hidden': false }}
          >
            {ui.filterIs(filter.title, words)}
          </Pill>
        )
      })}
      {filters.length > 0 ? <FilterMenu filters={filters} valuesOf={valuesOf} onFilter={setFilter} /> : null}
      {tools}
      {columns ? (
        <ViewMenu columns={columns} shownColumns={shownColumns ?? []} search={search} onSearch={onSearch} />
      ) : null}
    </Group>
  )
}

function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value)
  const search = useDebouncedCallback(onSearch, 200)
  useEffect(() => setText(value), [value])
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      w={240}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        search(event.currentTarget.value.trim())
      }}
    />
  )
}

function FilterMenu(props: {
  filters: readonly ListFilter[]
  valuesOf: (key: string) => readonly string[]
  onFilter: (key: string, values: string[]) => void
}) {
  const { ui } = useTexts()
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const filter = props.filters.find(({ key }) => key === openKey)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={() => {
            setOpenKey(null)
            setOpen((open) => !open)
          }}
        >
          {ui.addFilter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" miw={220}>
        {filter ? (
          <Stack gap="xs">
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {filter.title}
              </Text>
              <ActionIcon variant="subtle" color="gray" aria-label={ui.close} onClick={() => setOpen(false)}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
            <FilterValues
              filter={filter}
              values={props.valuesOf(filter.key)}
              onFilter={(values) => props.onFilter(filter.key, values)}
            />
          </Stack>
        ) : (
          <Stack gap={2}>
            {props.filters.map(({ key, title }) => (
              <Button key={key} variant="subtle" color="gray" justify="flex-start" onClick={() => setOpenKey(key)}>
                {title}
              </Button>
            ))}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

const manyOptions = 12

function FilterValues(props: { filter: ListFilter; values: readonly string[]; onFilter: (values: string[]) => void }) {
  const { ui } = useTexts()
  const { filter } = props
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const options = filter.onSearch
    ? filter.options
    : filter.options.filter(({ label }) => label.toLowerCase().includes(wanted))
  return (
    <>
      {filter.onSearch || filter.options.length > manyOptions ? (
        <TextInput
          type="search"
          aria-label={ui.filterValues(filter.title)}
          placeholder={ui.filterValues(filter.title)}
          leftSection={<IconSearch size={16} aria-hidden />}
          data-autofocus
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            filter.onSearch?.(event.currentTarget.value)
          }}
        />
      ) : null}
      {options.length === 0 ? <Text size="sm">{ui.noneOfThese}</Text> : null}
      <ScrollArea.Autosize mah={320}>
        <Checkbox.Group
          aria-label={filter.title}
          value={[...props.values]}
          onChange={(values) => props.onFilter(filter.one ? values.slice(-1) : values)}
        >
          <Stack gap={8} py={4}>
            {options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
    </>
  )
}

function ViewMenu({
  columns,
  shownColumns,
  search,
  onSearch,
}: {
  columns: readonly { key: string; title: string }[]
  shownColumns: readonly string[]
  search: ListSearch
  onSearch: (search: ListSearch) => void
}) {
  const { ui } = useTexts()
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}>
          {ui.view}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" miw={220}>
        <Checkbox.Group
          label={ui.columns}
          value={[...shownColumns]}
          onChange={(chosen) =>
            onSearch({ ...search, columns: columns.map(({ key }) => key).filter((key) => chosen.includes(key)) })
          }
        >
          <Stack gap={8} py={8}>
            {/* The first column names the line, so it always stays. */}
            {columns.slice(1).map((column) => (
              <Checkbox key={column.key} value={column.key} label={column.title} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text size="sm" fw={500} mt="xs" mb={4}>
          {ui.density}
        </Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={ui.density}
          value={search.density ?? 'comfortable'}
          data={[
            { value: 'comfortable', label: ui.comfortable },
            { value: 'compact', label: ui.compact },
          ]}
          onChange={(value) => {
            const { density: _gone, ...rest } = search
            onSearch(value === 'compact' ? { ...rest, density: 'compact' } : rest)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
