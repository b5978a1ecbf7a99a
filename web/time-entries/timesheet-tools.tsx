// Which days a timesheet shows, as what, how hours are written, and the keys of the grid.
import { ActionIcon, Button, Group, Kbd, Popover, SegmentedControl, Table, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconKeyboard } from '@tabler/icons-react'
import { addDays, type Day, mondayOf } from '../../src/lib/dates.ts'
import { useTexts } from '../texts/texts.tsx'
import { hoursStyles } from '../ui/hours.ts'
import { useHours } from '../ui/use-hours.ts'
import { useDayWords } from './day-words.ts'
import { type View, views } from './timesheet-search.ts'
import { weekNumberOf } from './weeks.ts'

export function TimesheetTools(props: {
  view: View
  day: Day
  onGo: (where: 'previous' | 'next' | 'today') => void
  onView: (view: View) => void
}) {
  const { timesheet } = useTexts()
  const { view, day, onGo, onView } = props
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="xs">
        <ActionIcon variant="default" size={36} aria-label={timesheet.previous[view]} onClick={() => onGo('previous')}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => onGo('today')}>
          {timesheet.today}
        </Button>
        <ActionIcon variant="default" size={36} aria-label={timesheet.next[view]} onClick={() => onGo('next')}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Period view={view} day={day} />
      </Group>
      <Group gap="xs">
        <SegmentedControl
          size="sm"
          aria-label={timesheet.view}
          value={view}
          data={views.map((value) => ({ value, label: timesheet.views[value] }))}
          onChange={(value) => onView(value as View)}
        />
        <HoursStyleChoice />
        {view === 'week' ? <Keys /> : null}
      </Group>
    </Group>
  )
}

function Period({ view, day }: { view: View; day: Day }) {
  const { hours } = useTexts()
  const { date, wholeDay, month } = useDayWords()
  const monday = mondayOf(day)
  const sunday = addDays(monday, 6)
  return (
    <Text fw={600} aria-live="polite">
      {view === 'day' ? wholeDay(day) : null}
      {view === 'month' ? month(day) : null}
      {view === 'week' ? (
        <>
          {hours.weekOfYear(weekNumberOf(day), addDays(monday, 3).slice(0, 4))}
          <Text span c="var(--muted)" fw={400}>
            {' '}
            {date(monday)} – {date(sunday)}
          </Text>
        </>
      ) : null}
    </Text>
  )
}

function HoursStyleChoice() {
  const { hours } = useTexts()
  const { style, setStyle } = useHours()
  const samples = { decimal: hours.decimalSample, clock: '7:30' }
  return (
    <SegmentedControl
      size="sm"
      aria-label={hours.style}
      value={style}
      data={hoursStyles.map((value) => ({ value, label: samples[value] }))}
      onChange={setStyle}
    />
  )
}

function Keys() {
  const { timesheet } = useTexts()
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconKeyboard size={16} aria-hidden />}>
          {timesheet.keys}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={timesheet.keys} tabIndex={-1} data-autofocus>
        <Table withRowBorders={false} verticalSpacing={3}>
          <Table.Tbody>
            {timesheet.keyList.map(([key, does]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>
                  <Kbd>{key}</Kbd>
                </Table.Th>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  )
}
