// From which day to which, by name or by the days themselves.
import { Button, Group, Popover, Stack } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { addDays, type Day, dayIn, isDay, mondayOf } from '../../src/lib/dates.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { useFormat } from '../ui/format.ts'
import { addMonths } from './weeks.ts'

export type Period = { from?: Day; to?: Day }

export function PeriodTool({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const { report } = useTexts()
  const format = useFormat()
  const today = dayIn(useMe().company.timeZone, new Date())
  const { from, to } = period
  const words =
    from && to
      ? report.fromTo(format.day(from), format.day(to))
      : from
        ? report.fromOn(format.day(from))
        : to
          ? report.upTo(format.day(to))
          : report.allDays
  const set = (name: 'from' | 'to') => (value: string | null) => {
    if (value !== null && !isDay(value)) return
    const { [name]: _gone, ...rest } = period
    onPeriod(value ? { ...rest, [name]: value } : rest)
  }
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconCalendar size={16} aria-hidden />}>
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={report.period}>
        <Group align="flex-start" gap="md">
          <Stack gap={2}>
            {Object.entries(presetsOf(today)).map(([name, preset]) => (
              <Button
                key={name}
                variant="subtle"
                color="gray"
                size="xs"
                justify="flex-start"
                onClick={() => onPeriod(preset)}
              >
                {report.presets[name as keyof typeof report.presets]}
              </Button>
            ))}
            <Button variant="subtle" color="gray" size="xs" justify="flex-start" onClick={() => onPeriod({})}>
              {report.allDays}
            </Button>
          </Stack>
          <Stack gap="xs" w={170}>
            <DayInput label={report.from} value={from ?? null} onChange={set('from')} />
            <DayInput label={report.to} value={to ?? null} onChange={set('to')} />
          </Stack>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}

function presetsOf(
  today: Day,
): Record<'thisWeek' | 'lastWeek' | 'thisMonth' | 'lastMonth' | 'thisYear' | 'lastYear', Period> {
  const monday = mondayOf(today)
  const year = Number(today.slice(0, 4))
  const month = (of: Day) => ({ from: `${of.slice(0, 7)}-01`, to: addDays(`${addMonths(of, 1).slice(0, 7)}-01`, -1) })
  return {
    thisWeek: { from: monday, to: addDays(monday, 6) },
    lastWeek: { from: addDays(monday, -7), to: addDays(monday, -1) },
    thisMonth: month(today),
    lastMonth: month(addMonths(today, -1)),
    thisYear: { from: `${year}-01-01`, to: `${year}-12-31` },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  }
}
