// The day up to which work is invoiced: the end of the last month, unless the address says another one.
import { dayIn, isDay } from '../../src/lib/dates.ts'
import { useMe } from '../session.tsx'

export type UntilChoice = 'endOfLastMonth' | 'today' | 'endOfThisMonth'

/** The days that are asked for most. */
export function untilChoices(today: string): Record<UntilChoice, string> {
  return { endOfLastMonth: endOfMonth(today, -1), today, endOfThisMonth: endOfMonth(today, 0) }
}

/** The last day of the month that lies so many months after the day's own. */
function endOfMonth(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10)
}

export function useUntil(given: string | string[] | undefined): {
  until: string
  choices: Record<UntilChoice, string>
} {
  const { timeZone } = useMe().company
  const choices = untilChoices(dayIn(timeZone, new Date()))
  const day = [given ?? []].flat()[0]
  return { until: day !== undefined && isDay(day) ? day : choices.endOfLastMonth, choices }
}
