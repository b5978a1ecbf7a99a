// A list as every screen shows it: filters that read as words, columns, ticked lines, pages loaded ahead. What is chosen stands
// in the address, so that a link to a list is a saved view.
import { Box, Button, Checkbox, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from './fault.tsx'
import { FilterBar, type ListFilter } from './filter-bar.tsx'
import { useFormat } from './format.ts'
import type { ListSearch } from './list-search.ts'
import { PageHeader } from './page-header.tsx'
import { SortButton } from './sort-button.tsx'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The name of the order in the API. */
  sort?: string
  right?: boolean
  /** Not shown until it is chosen. */
  optional?: boolean
}

export type ListOf<Row> = { items: Row[]; total: number; page: number; size: number }

export type DataListProps<Row extends { id: string }> = {
  title: string
  /** The group of the navigation, before the title. */
  group: string
  /** Path of the API; its name also names the cached pages. */
  path: string
  shape: z.ZodType<ListOf<Row>>
  columns: readonly Column<Row>[]
  filters?: readonly ListFilter[]
  search: ListSearch
  usualSort?: string
  onSearch: (search: ListSearch) => void
  hrefOf: (row: Row) => string
  nameOf: (row: Row) => string
  newButton?: ReactNode
  /** One sentence why it is empty; `newButton` stands below it. */
  empty: string
  /** What can be done with the ticked lines. */
  bulk?: (rows: Row[], done: () => void) => ReactNode
  /** Whether lines may change by themselves soon. */
  isMoving?: (row: Row) => boolean
}

const pageSize = 100
const rowHeights = { comfortable: 42, compact: 32 }

export function DataList<Row extends { id: string }>(props: DataListProps<Row>) {
  const { ui } = useTexts()
  const format = useFormat()
  const { search, columns, filters = [] } = props
  const { columns: chosenColumns, density, sort = props.usualSort, ...wanted } = search
  const filter = { ...wanted, sort }
  const query = useInfiniteQuery({
    queryKey: [props.path, 'list', filter],
    queryFn: ({ pageParam }) =>
      get(`${props.path}${queryOf({ ...filter, page: pageParam, size: pageSize })}`, props.shape),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((row) => props.isMoving?.(row))) ? 2_000 : false,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  const shown = columns.filter((column) => (chosenColumns ? chosenColumns.includes(column.key) : !column.optional))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter((row) => ticked.has(row.id))
  const isFiltered = filters.some(({ key }) => search[key] !== undefined) || search.search !== undefined

  return (
    <Stack gap="sm" h="calc(100vh - 52px - 2 * var(--app-shell-padding))" mih={320}>
      <PageHeader
        title={props.title}
        crumbs={[{ title: props.group }, { title: props.title }]}
        count={total === undefined ? undefined : format.count(total)}
        actions={props.newButton}
      />
      <FilterBar
        title={props.title}
        filters={filters}
        columns={columns}
        shownColumns={shown.map((column) => column.key)}
        search={search}
        onSearch={props.onSearch}
      />
      {chosen.length > 0 && props.bulk ? (
        <Paper withBorder p="xs" role="region" aria-label={ui.chosen(chosen.length)}>
          <Group gap="sm">
            <Text size="sm" fw={600}>
              {ui.chosen(chosen.length)}
            </Text>
            {props.bulk(chosen, () => setTicked(new Set()))}
            <Button variant="subtle" size="xs" onClick={() => setTicked(new Set())}>
              {ui.clearChoice}
            </Button>
          </Group>
        </Paper>
      ) : null}
      {query.isError && rows.length === 0 ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <LoadingLines /> : null}
      {query.data && rows.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{isFiltered ? ui.nothingMatches : props.empty}</Text>
          {isFiltered ? (
            <Button variant="default" onClick={() => props.onSearch(withoutFilters(search, filters))}>
              {ui.clearFilters}
            </Button>
          ) : (
            props.newButton
          )}
        </Stack>
      ) : null}
      {rows.length > 0 ? (
        <Lines
          {...props}
          rows={rows}
          total={total ?? rows.length}
          shown={shown}
          sort={sort}
          rowHeight={rowHeights[density ?? 'comfortable']}
          ticked={ticked}
          onTick={setTicked}
          isLoading={query.isFetchingNextPage}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
          }}
        />
      ) : null}
    </Stack>
  )
}

function withoutFilters(search: ListSearch, filters: readonly ListFilter[]): ListSearch {
  const gone = new Set(['search', ...filters.map(({ key }) => key)])
  return Object.fromEntries(Object.entries(search).filter(([key]) => !gone.has(key)))
}

type LinesProps<Row extends { id: string }> = DataListProps<Row> & {
  rows: Row[]
  total: number
  shown: readonly Column<Row>[]
  sort: string | undefined
  rowHeight: number
  ticked: ReadonlySet<string>
  onTick: (ticked: ReadonlySet<string>) => void
  isLoading: boolean
  onNearEnd: () => void
}

function Lines<Row extends { id: string }>(props: LinesProps<Row>) {
  const { ui } = useTexts()
  const format = useFormat()
  const navigate = useNavigate()
  const { rows, shown, ticked, onTick, rowHeight, onNearEnd } = props
  const scroll = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density changes the height of every line.
  useEffect(() => lines.measure(), [rowHeight])
  const visible = lines.getVirtualItems()
  const lastVisible = visible.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastVisible > rows.length - 40) onNearEnd()
  }, [lastVisible, rows.length, onNearEnd])

  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    onTick(next)
  }
  const open = (event: MouseEvent, row: Row) => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return
    if (event.button === 1 || event.metaKey || event.ctrlKey) window.open(props.hrefOf(row), '_blank', 'noopener')
    else if (event.button === 0) void navigate({ to: props.hrefOf(row) })
  }
  const allTicked = rows.every((row) => ticked.has(row.id))
  const above = visible[0]?.start ?? 0
  const below = lines.getTotalSize() - (visible.at(-1)?.end ?? 0)
  const width = shown.length + (props.bulk ? 1 : 0)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard. */}
      <section className="list-scroll" ref={scroll} tabIndex={0} aria-label={props.title}>
        <table className="list-table" aria-rowcount={props.total}>
          <thead>
            <tr>
              {props.bulk ? (
                <th scope="col" className="stays tick">
                  <Checkbox
                    size="xs"
                    aria-label={ui.chooseAll}
                    checked={allTicked}
                    indeterminate={!allTicked && ticked.size > 0}
                    onChange={() => onTick(allTicked ? new Set() : new Set(rows.map((row) => row.id)))}
                  />
                </th>
              ) : null}
              {shown.map((column, index) => (
                <th
                  key={column.key}
                  scope="col"
                  className={classOf(column, index)}
                  aria-sort={ariaSort(column.sort, props.sort)}
                >
                  {column.sort ? (
                    <SortButton
                      name={column.title}
                      sort={column.sort}
                      current={props.sort}
                      onSort={(sort) => props.onSearch({ ...props.search, sort })}
                    />
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
            {visible.map(({ index }) => {
              const row = rows[index] as Row
              return (
                <tr
                  key={row.id}
                  style={{ height: rowHeight }}
                  aria-rowindex={index + 1}
                  {...(ticked.has(row.id) ? { 'data-chosen': true } : {})}
                  onClick={(event) => open(event, row)}
                  onAuxClick={(event) => open(event, row)}
                >
                  {props.bulk ? (
                    <td className="stays tick">
                      <Checkbox
                        size="xs"
                        aria-label={ui.choose(props.nameOf(row))}
                        checked={ticked.has(row.id)}
                        onChange={(event) => tick(row.id, event.currentTarget.checked)}
                      />
                    </td>
                  ) : null}
                  {shown.map((column, columnIndex) => (
                    <td key={column.key} className={classOf(column, columnIndex)}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              )
            })}
            {below > 0 ? (
              <tr aria-hidden style={{ height: below }}>
                <td colSpan={width} />
              </tr>
            ) : null}
          </tbody>
        </table>
      </section>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" className="figures">
          {ui.total(format.count(props.total), props.total)}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {props.isLoading ? ui.loadingMore : ''}
        </Text>
      </Group>
    </>
  )
}

function classOf(column: { right?: boolean }, index: number): string {
  return [index === 0 ? 'stays' : '', column.right ? 'right figures' : ''].filter(Boolean).join(' ')
}

function ariaSort(sort: string | undefined, current: string | undefined) {
  if (!sort || !current) return undefined
  if (current === sort) return 'ascending'
  return current === `-${sort}` ? 'descending' : undefined
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
