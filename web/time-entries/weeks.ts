// The calendar of the timesheet. Weeks begin on Monday.
import { addDays, type Day, daysFrom, daysOf, mondayOf } from '../../src/lib/dates.ts'

/** The number of the week as ISO 8601 counts: the week of a year's first Thursday is its first. */
export function weekNumberOf(day: Day): number {
  const thursday = addDays(mondayOf(day), 3)
  return Math.floor(daysFrom(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

/** Whole weeks around the month of a day. */
export function weeksOfMonth(day: Day): Day[][] {
  const first = `${day.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  const weeks: Day[][] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7))
    weeks.push(daysOf(monday, addDays(monday, 6)))
  return weeks
}

/** The same day of another month, or the last one that it has. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}
