// A list as every screen shows it: filters that read as words, columns, ticked lines, lines loaded ahead. What is chosen stands
// in the address, so that a link to a list is a saved view.
import { Box, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { z } from 'zod'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from './fault.tsx'
import { FilterBar, type ListFilter } from './filter-bar.tsx'
import { useFormat } from './format.ts'
import { type Column, ListLines } from './list-lines.tsx'
import type { ListSearch } from './list-search.ts'
import { PageHeader } from './page-header.tsx'
import { type ListOf, useListPages } from './use-list-pages.ts'

export type { Column }

export type DataListProps<Row extends { id: string }, Answer extends ListOf<Row> = ListOf<Row>> = {
  title: string
  /** What is searched, where that is not the title. */
  searched?: string
  /** The group of the navigation, before the title. */
  group: string
  /** Path of the API; its name also names the cached pages. */
  path: string
  shape: z.ZodType<Answer>
  columns: readonly Column<Row>[]
  filters?: readonly ListFilter[]
  search: ListSearch
  /** What this list is limited to, whatever the reader chooses. */
  only?: Readonly<Record<string, string>>
  usualSort?: string
  onSearch: (search: ListSearch) => void
  hrefOf: (row: Row) => string
  nameOf: (row: Row) => string
  newButton?: ReactNode
  /** What else can be done with the whole list, beside `newButton`. */
  actions?: ReactNode
  /** One sentence why it is empty; `newButton` stands below it, or what helps instead. */
  empty: string
  emptyButton?: ReactNode
  /** What can be done with the ticked lines. */
  bulk?: (rows: Row[], done: () => void) => ReactNode
  /** Whether lines may change by themselves soon. */
  isMoving?: (row: Row) => boolean
  /** Ready-made filters, above the line of the filters. */
  views?: ReactNode
  /** Further choices in the line of the filters. */
  tools?: ReactNode
  /** Sums of the filtered set, below the lines. */
  summary?: (answer: Answer) => ReactNode
}

const rowHeights = { comfortable: 42, compact: 32 }

export function DataList<Row extends { id: string }, Answer extends ListOf<Row> = ListOf<Row>>(
  props: DataListProps<Row, Answer>,
) {
  const { ui } = useTexts()
  const format = useFormat()
  const { search, columns, filters = [] } = props
  const { columns: chosenColumns, density, sort = props.usualSort, ...wanted } = search
  const [range, setRange] = useState({ first: 0, last: 0 })
  const [ticked, setTicked] = useState<ReadonlyMap<string, Row>>(new Map())
  const filter = { ...wanted, ...props.only, ...(sort === undefined ? {} : { sort }) }
  const pages = useListPages({ path: props.path, shape: props.shape, filter, range, isMoving: props.isMoving })
  const shown = columns.filter((column) => (chosenColumns ? chosenColumns.includes(column.key) : !column.optional))
  const fresh = new Map(pages.loaded.map((row) => [row.id, row]))
  const chosen = [...ticked.values()].map((row) => fresh.get(row.id) ?? row)
  const isFiltered = Object.keys(wanted).length > 0
  const { total } = pages

  return (
    <Stack gap="sm" h="calc(100vh - 52px - 2 * var(--app-shell-padding))" mih={320}>
      <PageHeader
        title={props.title}
        crumbs={[{ title: props.group }, { title: props.title }]}
        count={total === undefined ? undefined : format.count(total)}
        actions={
          <>
            {props.actions}
            {props.newButton}
          </>
        }
      />
      {props.views}
      <FilterBar
        title={props.searched ?? props.title}
        filters={filters}
        columns={columns}
        shownColumns={shown.map((column) => column.key)}
        search={search}
        onSearch={props.onSearch}
        tools={props.tools}
      />
      {chosen.length > 0 && props.bulk ? (
        <Paper withBorder p="xs" role="region" aria-label={ui.chosen(chosen.length)}>
          <Group gap="sm">
            <Text size="sm" fw={600}>
              {ui.chosen(chosen.length)}
            </Text>
            {props.bulk(chosen, () => setTicked(new Map()))}
            <Button variant="subtle" size="xs" onClick={() => setTicked(new Map())}>
              {ui.clearChoice}
            </Button>
          </Group>
        </Paper>
      ) : null}
      {pages.error ? <FaultText error={pages.error} onRetry={pages.refetch} /> : null}
      {total === undefined && !pages.error ? <LoadingLines /> : null}
      {total === 0 ? (
        <Stack align="center" py="xl">
          <Text>{isFiltered ? ui.nothingMatches : props.empty}</Text>
          {isFiltered ? (
            <Button variant="default" onClick={() => props.onSearch(withoutFilters(search))}>
              {ui.clearFilters}
            </Button>
          ) : (
            (props.emptyButton ?? props.newButton)
          )}
        </Stack>
      ) : null}
      {total ? (
        <ListLines
          key={JSON.stringify(filter)}
          title={props.title}
          pages={pages}
          total={total}
          columns={shown}
          sort={sort}
          onSort={(next) => props.onSearch({ ...search, sort: next })}
          rowHeight={rowHeights[density ?? 'comfortable']}
          hrefOf={props.hrefOf}
          nameOf={props.nameOf}
          ticked={props.bulk ? ticked : undefined}
          onTick={setTicked}
          onRange={setRange}
        />
      ) : null}
      {total && pages.answer && props.summary ? <Box flex="none">{props.summary(pages.answer)}</Box> : null}
    </Stack>
  )
}

function withoutFilters({ sort, columns, density }: ListSearch): ListSearch {
  return { ...(sort ? { sort } : {}), ...(columns ? { columns } : {}), ...(density ? { density } : {}) }
}

/** After a sixth of a second, so that a quick answer does not flicker. */
function LoadingLines() {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 150)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  return (
    <Box aria-hidden>
      {Array.from({ length: 12 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same.
        <Skeleton key={line} height={30} mb={12} />
      ))}
    </Box>
  )
}
