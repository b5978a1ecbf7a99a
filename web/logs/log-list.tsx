// Company > Logs: every transfer as a sentence, newest first, with the exchange behind it. New lines come by themselves.
import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { isDay, startOfDay } from '../../src/lib/dates.ts'
import { LogEntry, logLevels } from '../../src/sync/log-entry.ts'
import { get, queryOf } from '../api.ts'
import { useMe } from '../session.tsx'
import { AttemptsDrawer } from '../sync/attempts-drawer.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FilterBar, type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat, useOtherTimeZone } from '../ui/format.ts'
import { listPage } from '../ui/list-page.ts'
import type { ListSearch } from '../ui/list-search.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { PeriodFilter } from '../ui/period-filter.tsx'

const route = getRouteApi('/logs')
const Page = listPage(LogEntry)
const dayMs = 24 * 60 * 60_000

export function LogList() {
  const { logs, shell, ui } = useTexts()
  const format = useFormat()
  const { timeZone } = useMe().company
  const otherTimeZone = useOtherTimeZone()
  const { exchange, ...search } = route.useSearch()
  const navigate = useNavigate()
  const go = (next: ListSearch, replace = true) => void navigate({ to: '/logs', search: next, replace })
  const filter = {
    search: search.search,
    level: search.level,
    kind: search.kind,
    from: instantOf(search.from, timeZone, 0),
    to: instantOf(search.to, timeZone, 1),
  }
  const query = useInfiniteQuery({
    queryKey: ['/log', filter],
    queryFn: ({ pageParam }) => get(`/log${queryOf({ ...filter, page: pageParam, size: 100 })}`, Page),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
    placeholderData: keepPreviousData,
    // Who reads further down is not disturbed.
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? 3_000 : false),
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const [kind, subject, attempt] = first(exchange)?.split(' ') ?? []
  const filters: ListFilter[] = [
    { key: 'level', title: logs.level, options: optionsOf(logLevels, logs.levels) },
    { key: 'kind', title: logs.kind, options: Object.entries(logs.kinds).map(([value, label]) => ({ value, label })) },
  ]
  return (
    <Stack gap="sm">
      <PageHeader
        title={logs.title}
        crumbs={[{ title: shell.groups.company }, { title: logs.title }]}
        count={total === undefined ? undefined : format.count(total)}
      />
      <FilterBar
        title={logs.title}
        filters={filters}
        search={search}
        onSearch={(next) => go(next)}
        tools={<PeriodFilter search={search} onSearch={(next) => go(next)} />}
      />
      {query.error ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={240} aria-hidden /> : null}
      {total === 0 ? (
        <Stack align="center" py="xl">
          <Text>{isFiltered ? ui.nothingMatches : logs.empty}</Text>
          {isFiltered ? (
            <Button variant="default" onClick={() => go({})}>
              {ui.clearFilters}
            </Button>
          ) : null}
        </Stack>
      ) : null}
      {otherTimeZone ? (
        <Text size="sm" c="var(--muted)">
          {shell.timesOf(otherTimeZone)}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <Lines rows={rows} onExchange={(value) => go({ ...search, exchange: [value] }, false)} />
      ) : null}
      {query.hasNextPage ? (
        <Group justify="center">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {ui.showMore}
          </Button>
        </Group>
      ) : null}
      {kind && subject ? (
        <AttemptsDrawer kind={kind} id={subject} {...(attempt ? { open: attempt } : {})} onClose={() => go(search)} />
      ) : null}
    </Stack>
  )
}

function Lines({ rows, onExchange }: { rows: readonly LogEntry[]; onExchange: (value: string) => void }) {
  const { logs } = useTexts()
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section className="list-scroll" tabIndex={0} aria-label={logs.title}>
      <table className="list-table wraps">
        <thead>
          <tr>
            {[logs.time, logs.level, logs.record, logs.text, logs.exchange, logs.direction].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className="right">
              {logs.duration}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="figures">
                {format.instantDay(row.at)}
                <br />
                {format.timeToSecond(row.at)}
              </td>
              <td>
                <Level row={row} />
              </td>
              <td className="named">
                <Subject row={row} />
              </td>
              <td className="whole">{row.text}</td>
              <td>
                {row.subject && row.attemptId ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={logs.showExchange(row.label)}
                    onClick={() => onExchange(`${row.kind} ${row.subject} ${row.attemptId}`)}
                  >
                    {logs.exchange}
                  </Button>
                ) : null}
              </td>
              <td>
                {logs.directions[row.direction]}
                {row.direction === 'none' ? null : <br />}
                {row.system}
              </td>
              <td className="right figures">{row.durationMs === null ? '' : format.duration(row.durationMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The record as it was called then; a link where it has a page of its own. */
function Subject({ row }: { row: LogEntry }) {
  const { logs } = useTexts()
  const to = pages[row.kind as keyof typeof pages]
  if (!row.subject || !to) return logs.tasks[row.label] ?? row.label
  return (
    <Link to={to} params={{ id: row.subject }} className="plain-link">
      {row.label}
    </Link>
  )
}

const pages = { customer: '/customers/$id', project: '/projects/$id', invoice: '/invoices/$id' } as const

const looks = {
  info: { icon: IconInfoCircle, color: 'gray' },
  warning: { icon: IconAlertTriangle, color: 'yellow' },
  error: { icon: IconX, color: 'red' },
} as const

function Level({ row }: { row: LogEntry }) {
  const { logs } = useTexts()
  const { icon: LevelIcon, color } = looks[row.level]
  return (
    <Badge
      className={`state-badge state-${color}`}
      variant="light"
      color={color}
      tt="none"
      leftSection={<LevelIcon size={13} aria-hidden />}
    >
      {logs.levels[row.level]}
    </Badge>
  )
}

const first = (value: string | string[] | undefined) => [value ?? []].flat()[0]

/** The begin of a day, or of the day after it: the API takes instants, the last one excluded. */
function instantOf(day: string | string[] | undefined, timeZone: string, daysLater: 0 | 1): string | undefined {
  const chosen = first(day)
  if (!chosen || !isDay(chosen)) return undefined
  const wanted = new Date(Date.parse(`${chosen}T00:00:00Z`) + daysLater * dayMs).toISOString().slice(0, 10)
  return startOfDay(wanted, timeZone).toISOString()
}
