// The hours of a project: per week as bars with the table beneath, and per activity beside what was estimated.
import './timesheet.css'
import { Group, Progress, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { addDays } from '../../src/lib/dates.ts'
import { ProjectFigures } from '../../src/time-entries/timesheet.ts'
import { get } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { TextLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useDayWords } from './day-words.ts'
import { weekNumberOf } from './weeks.ts'

const HoursChart = lazy(() => import('./hours-chart.tsx'))
/** As many bars as can be told apart; the table has all weeks. */
const mostBars = 60

export function ProjectHours({ projectId }: { projectId: string }) {
  const { hours, report } = useTexts()
  const query = useQuery({
    queryKey: ['/time-entries', 'figures', projectId],
    queryFn: () => get(`/projects/${projectId}/figures`, ProjectFigures),
  })
  if (query.error) return <FaultText error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton height={260} aria-hidden />
  const { weeks } = query.data
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{report.perActivity}</Title>
        <TextLink to="/hours" search={{ project: [projectId] }} size="sm">
          {report.everyEntry}
        </TextLink>
      </Group>
      <Activities figures={query.data} projectId={projectId} />
      <Title order={2}>{report.perWeek}</Title>
      {weeks.length === 0 ? (
        <Text>{report.noneOnProject}</Text>
      ) : (
        <>
          <div className="panel chart">
            <Suspense fallback={<Skeleton height={240} aria-hidden />}>
              <HoursChart
                what={hours.week}
                bars={weeks
                  .slice(-mostBars)
                  .map(({ week, ...sums }) => ({ ...sums, label: String(weekNumberOf(week)) }))}
              />
            </Suspense>
          </div>
          <Weeks figures={query.data} projectId={projectId} />
        </>
      )}
    </Stack>
  )
}

type Part = { figures: ProjectFigures; projectId: string }

function Activities({ figures, projectId }: Part) {
  const { hours, report, ui } = useTexts()
  const { write } = useHours()
  const { activities, totals } = figures
  if (activities.length === 0) return <Text>{report.noActivities}</Text>
  return (
    <TableScroll label={report.perActivity} minWidth={620} framed>
      <Table verticalSpacing={6} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{hours.activity}</Table.Th>
            <Table.Th ta="right">{report.estimated}</Table.Th>
            <Table.Th ta="right">{hours.hours}</Table.Th>
            <Table.Th ta="right">{hours.billable}</Table.Th>
            <Table.Th w={200}>{report.used}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figures">
          {activities.map((activity) => (
            <Table.Tr key={activity.activityId}>
              <Table.Th scope="row" fw={400}>
                <TextLink
                  to="/hours"
                  search={{ project: [projectId], activity: [activity.activityId] }}
                  size="sm"
                  className="line-link"
                >
                  {activity.number} {activity.name}
                </TextLink>
              </Table.Th>
              <Table.Td ta="right">
                {activity.estimatedMinutes === null ? ui.none : write(activity.estimatedMinutes)}
              </Table.Td>
              <Table.Td ta="right">{write(activity.minutes)}</Table.Td>
              <Table.Td ta="right">{write(activity.billableMinutes)}</Table.Td>
              <Table.Td>
                <Used minutes={activity.minutes} estimated={activity.estimatedMinutes} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot className="figures">
          <Table.Tr>
            <Table.Th scope="row">{hours.total}</Table.Th>
            <Table.Th ta="right">
              {totals.estimatedMinutes === null ? ui.none : write(totals.estimatedMinutes)}
            </Table.Th>
            <Table.Th ta="right">{write(totals.minutes)}</Table.Th>
            <Table.Th ta="right">{write(totals.billableMinutes)}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </TableScroll>
  )
}

/** How much of the estimate is used, as a bar and in words. */
function Used({ minutes, estimated }: { minutes: number; estimated: number | null }) {
  const { report } = useTexts()
  const { write } = useHours()
  if (!estimated) return null
  const percent = Math.round((100 * minutes) / estimated)
  const isOver = minutes > estimated
  return (
    <div>
      <Progress value={Math.min(100, percent)} color={isOver ? 'red' : 'fjord'} size="sm" aria-hidden />
      <Text size="xs" c={isOver ? 'var(--mantine-color-error)' : 'var(--muted)'}>
        {isOver ? report.over(percent, write(minutes - estimated)) : report.ofEstimate(percent)}
      </Text>
    </div>
  )
}

function Weeks({ figures, projectId }: Part) {
  const { hours, report } = useTexts()
  const { write } = useHours()
  const { date } = useDayWords()
  return (
    <TableScroll label={report.perWeek} minWidth={420} framed>
      <Table verticalSpacing={5} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{hours.week}</Table.Th>
            <Table.Th ta="right">{hours.hours}</Table.Th>
            <Table.Th ta="right">{hours.billable}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figures">
          {figures.weeks.toReversed().map(({ week, minutes, billableMinutes }) => (
            <Table.Tr key={week}>
              <Table.Th scope="row" fw={400}>
                <TextLink
                  to="/hours"
                  search={{ project: [projectId], from: [week], to: [addDays(week, 6)] }}
                  size="sm"
                  className="line-link"
                >
                  {hours.weekOfYear(weekNumberOf(week), addDays(week, 3).slice(0, 4))} · {date(week)} –{' '}
                  {date(addDays(week, 6))}
                </TextLink>
              </Table.Th>
              <Table.Td ta="right">{write(minutes)}</Table.Td>
              <Table.Td ta="right">{write(billableMinutes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}
