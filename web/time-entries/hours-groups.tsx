// The hours that the filters find, added up by person, project …; weeks and months also as bars.
import { Skeleton, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { addDays, type Day } from '../../src/lib/dates.ts'
import { type Grouping, HoursGroup, HoursTotals } from '../../src/time-entries/time-entry.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { TextLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import type { ListSearch } from '../ui/list-search.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useDayWords } from './day-words.ts'
import { TotalsLine } from './hours-totals.tsx'
import { addMonths, weekNumberOf } from './weeks.ts'

const HoursChart = lazy(() => import('./hours-chart.tsx'))
const Page = listPage(HoursGroup).extend({ totals: HoursTotals })
/** As many bars as can be told apart. */
const mostBars = 60

export function HoursGroups(props: {
  by: Grouping
  filter: ListSearch
  to: '/hours' | '/hours-report'
  search: ListSearch
}) {
  const { hours, report, ui } = useTexts()
  const { write } = useHours()
  const { date, month } = useDayWords()
  const { by, filter, search } = props
  const isTime = by === 'week' || by === 'month'
  const query = useQuery({
    queryKey: ['/time-entries', 'groups', by, filter],
    queryFn: () =>
      get(`/time-entries/groups${queryOf({ ...filter, by, sort: isTime ? '-name' : 'name', size: 1000 })}`, Page),
    placeholderData: keepPreviousData,
  })
  if (query.error) return <FaultText error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton height={260} aria-hidden />
  const { items, totals } = query.data
  if (items.length === 0) return <Text py="xl">{ui.nothingMatches}</Text>
  const nameOf = ({ key, number, name }: HoursGroup) => {
    if (by === 'week')
      return `${hours.weekOfYear(weekNumberOf(key), addDays(key, 3).slice(0, 4))} · ${date(key)} – ${date(addDays(key, 6))}`
    if (by === 'month') return month(key)
    return [number, name].filter(Boolean).join(' ') || (by === 'department' ? report.noDepartment : report.noName)
  }
  /** The same list, narrowed to the group. */
  const within = ({ key }: HoursGroup): ListSearch => {
    const { by: _by, ...rest } = search
    if (by === 'week') return { ...rest, from: [key], to: [addDays(key, 6)] }
    if (by === 'month') return { ...rest, from: [key], to: [addDays(addMonths(key, 1), -1)] }
    return { ...rest, [by]: [key || 'none'] }
  }
  return (
    <Stack gap="sm">
      {isTime ? (
        <div className="panel chart">
          <Suspense fallback={<Skeleton height={240} aria-hidden />}>
            <HoursChart
              what={report.groupings[by]}
              bars={barsOf(by, items).map(({ key, ...sums }) => ({
                ...sums,
                label: by === 'week' ? String(weekNumberOf(key)) : month(key),
              }))}
            />
          </Suspense>
        </div>
      ) : null}
      <TableScroll label={report.groupings[by]} minWidth={640} framed>
        <Table verticalSpacing={6} horizontalSpacing="md" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{report.groupings[by]}</Table.Th>
              {[report.entries, hours.hours, hours.billable, report.waiting, report.billed, report.unbilled].map(
                (title) => (
                  <Table.Th key={title} ta="right">
                    {title}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {items.map((group) => (
              <Table.Tr key={group.key}>
                <Table.Th scope="row" fw={400}>
                  <TextLink to={props.to} search={within(group)} size="sm" className="line-link">
                    {nameOf(group)}
                  </TextLink>
                </Table.Th>
                <Table.Td ta="right">{group.entries}</Table.Td>
                {[
                  group.minutes,
                  group.billableMinutes,
                  group.toApproveMinutes,
                  group.billedMinutes,
                  group.unbilledMinutes,
                ].map((minutes, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand in a fixed order.
                  <Table.Td key={index} ta="right">
                    {minutes === 0 ? ui.none : write(minutes)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
      <TotalsLine totals={totals} />
    </Stack>
  )
}

type Sums = { key: Day; minutes: number; billableMinutes: number }

/** Oldest first, also the weeks and months without hours between the others. */
export function barsOf(by: 'week' | 'month', groups: readonly Sums[]): Sums[] {
  const known = new Map(groups.map((group) => [group.key, group]))
  const keys = [...known.keys()].toSorted()
  const [first] = keys
  const last = keys.at(-1)
  if (!first || !last) return []
  const bars: Sums[] = []
  for (let key = first; key <= last; key = by === 'week' ? addDays(key, 7) : addMonths(key, 1))
    bars.push(known.get(key) ?? { key, minutes: 0, billableMinutes: 0 })
  return bars.slice(-mostBars)
}
