// The month: the hours of each day and week beside what is expected. A day opens.
import './month-calendar.css'
import { Box, Text, VisuallyHidden } from '@mantine/core'
import { useTexts } from '../texts/texts.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useLockText } from './cell-words.ts'
import { useDayWords } from './day-words.ts'
import { LockIcon } from './timesheet-cell.tsx'
import type { ShownDay, ShownTimesheet } from './timesheet-view.ts'
import { Difference } from './week-grid.tsx'
import { weekNumberOf } from './weeks.ts'

export function MonthCalendar(props: {
  shown: ShownTimesheet
  /** Any day of the month. */
  day: string
  today: string
  onDay: (day: string) => void
  onWeek: (day: string) => void
}) {
  const { hours, timesheet } = useTexts()
  const { write } = useHours()
  const { weekday, wholeDay, month } = useDayWords()
  const { lockText } = useLockText()
  const { days } = props.shown
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, index) => days.slice(index * 7, index * 7 + 7))
  const inMonth = ({ day }: ShownDay) => day.slice(0, 7) === props.day.slice(0, 7)
  const ofMonth = days.filter(inMonth)
  const sum = (part: readonly ShownDay[], name: 'minutes' | 'normMinutes' | 'billableMinutes') =>
    part.reduce((total, day) => total + day[name], 0)
  return (
    <>
      <table className="month-calendar panel" aria-label={month(props.day)}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map(({ day }) => (
              <th key={day} scope="col">
                {weekday(day)}
              </th>
            ))}
            <th scope="col" className="right">
              {hours.week}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const monday = week[0]?.day ?? props.day
            return (
              <tr key={monday}>
                {week.map((day) => (
                  <td
                    key={day.day}
                    data-other={!inMonth(day) || undefined}
                    data-rest={day.normMinutes === 0 || undefined}
                    data-today={day.day === props.today || undefined}
                  >
                    <button type="button" onClick={() => props.onDay(day.day)}>
                      <VisuallyHidden>{wholeDay(day.day)}</VisuallyHidden>
                      <span className="month-date">
                        <span aria-hidden>{Number(day.day.slice(8))}</span>
                        {day.lock ? <LockIcon words={lockText(day.lock)} /> : null}
                      </span>
                      <span className="figures month-hours">{day.minutes > 0 ? write(day.minutes) : ''}</span>
                      <span className="figures month-difference">
                        {day.day <= props.today && day.minutes !== day.normMinutes ? (
                          <Difference minutes={day.minutes - day.normMinutes} />
                        ) : null}
                      </span>
                    </button>
                  </td>
                ))}
                <td className="right figures">
                  <button
                    type="button"
                    className="month-week"
                    aria-label={hours.weekNumber(weekNumberOf(monday))}
                    onClick={() => props.onWeek(monday)}
                  >
                    <Box component="span" visibleFrom="sm">
                      {hours.weekNumber(weekNumberOf(monday))}
                    </Box>
                    <Box component="span" hiddenFrom="sm">
                      {weekNumberOf(monday)}
                    </Box>
                  </button>
                  <div className="month-hours">{write(sum(week, 'minutes'))}</div>
                  <Text size="xs" c="var(--muted)" visibleFrom="sm">
                    {timesheet.ofNorm(write(sum(week, 'normMinutes')))}
                  </Text>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Text size="sm" className="figures">
        {timesheet.monthSum(
          month(props.day),
          write(sum(ofMonth, 'minutes')),
          write(sum(ofMonth, 'billableMinutes')),
          write(sum(ofMonth, 'normMinutes')),
        )}
      </Text>
    </>
  )
}
