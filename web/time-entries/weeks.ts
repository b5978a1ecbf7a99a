// The calendar of the timesheet. Weeks begin on Monday.
import type { Day } from '../../src/lib/dates.ts'

const dayMs = 24 * 60 * 60_000
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => toDay(utc(day) + days * dayMs)

/** 0 for Monday, 6 for Sunday. */
export const weekdayOf = (day: Day): number => (new Date(utc(day)).getUTCDay() + 6) % 7

export const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day))

export const daysFrom = (day: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, step) => addDays(day, step))

export const weekOf = (day: Day): Day[] => daysFrom(mondayOf(day), 7)

/** The number of the week as ISO 8601 counts: the week of a year's first Thursday is its first. */
export function weekNumberOf(day: Day): number {
  const thursday = addDays(mondayOf(day), 3)
  return Math.floor((utc(thursday) - utc(`${thursday.slice(0, 4)}-01-01`)) / (7 * dayMs)) + 1
}

/** Whole weeks around the month of a day. */
export function weeksOfMonth(day: Day): Day[][] {
  const first = `${day.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  const weeks: Day[][] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) weeks.push(daysFrom(monday, 7))
  return weeks
}

/** The same day of another month, or the last one that it has. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
}
