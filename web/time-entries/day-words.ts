// Days as headings of a timesheet.
import type { Day } from '../../src/lib/dates.ts'
import { useLanguage } from '../texts/texts.tsx'
import { locales } from '../ui/format.ts'

export function useDayWords() {
  const locale = locales[useLanguage()]
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: Day) => format.format(new Date(`${day}T00:00:00Z`))
  }
  return {
    /** Mon 23 Nov */
    weekdayAndDate: write({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** Monday 23 November 2026 */
    wholeDay: write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: write({ weekday: 'short' }),
    /** 23 Nov */
    date: write({ day: 'numeric', month: 'short' }),
    month: write({ month: 'long', year: 'numeric' }),
  }
}
