// Each day of one person beside what is expected: what the law on working time wants kept.
import { Skeleton, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DailyHours } from '../../src/time-entries/timesheet.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { TextLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useDayWords } from './day-words.ts'
import { Difference } from './week-grid.tsx'

export function DailyTable({ from, to }: { from: string; to: string }) {
  const { hours, report, timesheet, ui } = useTexts()
  const { write } = useHours()
  const { wholeDay } = useDayWords()
  const query = useQuery({
    queryKey: ['/time-entries', 'daily', from, to],
    queryFn: () => get(`/daily-hours${queryOf({ from, to })}`, DailyHours),
    placeholderData: keepPreviousData,
  })
  if (query.error) return <FaultText error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton height={260} aria-hidden />
  const { days, totals } = query.data
  if (days.length === 0) return <Text py="xl">{ui.nothingMatches}</Text>
  return (
    <Stack gap="sm">
      <TableScroll label={report.days} minWidth={480} framed>
        <Table verticalSpacing={5} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{hours.day}</Table.Th>
              {[hours.worked, timesheet.norm, timesheet.difference, hours.billable].map((title) => (
                <Table.Th key={title} ta="right">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {days.toReversed().map(({ day, minutes, billableMinutes, normMinutes }) => (
              <Table.Tr key={day}>
                <Table.Th scope="row" fw={400}>
                  <TextLink to="/timesheet" search={{ view: 'day', day }} size="sm" className="line-link">
                    {wholeDay(day)}
                  </TextLink>
                </Table.Th>
                <Table.Td ta="right">{write(minutes)}</Table.Td>
                <Table.Td ta="right">{write(normMinutes)}</Table.Td>
                <Table.Td ta="right">
                  <Difference minutes={minutes - normMinutes} />
                </Table.Td>
                <Table.Td ta="right">{write(billableMinutes)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot className="figures">
            <Table.Tr>
              <Table.Th scope="row">{hours.total}</Table.Th>
              <Table.Th ta="right">{write(totals.minutes)}</Table.Th>
              <Table.Th ta="right">{write(totals.normMinutes)}</Table.Th>
              <Table.Th ta="right">
                <Difference minutes={totals.minutes - totals.normMinutes} />
              </Table.Th>
              <Table.Th ta="right">{write(totals.billableMinutes)}</Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </TableScroll>
    </Stack>
  )
}
