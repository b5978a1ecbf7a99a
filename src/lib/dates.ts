import { z } from 'zod'

/** A calendar day, 'YYYY-MM-DD'. It has no time zone and is never turned into an instant. */
export type Day = string

// The calendar has no year 0, and PostgreSQL refuses it.
const dayPattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/

export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

export const Day = z.string().refine(isDay, { message: 'Write the day as YYYY-MM-DD, for example 2026-11-23.' })

/** The calendar day that it is in a time zone at an instant. */
export function dayIn(timeZone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(instant)
}

/** The instant at which a day begins in a time zone. */
export function startOfDay(day: Day, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`)
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const offsetAt = (instant: number) => Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) - instant
  // Looked up twice: the first guess may lie on the other side of a change of the clock.
  return new Date(wall - offsetAt(wall - offsetAt(wall)))
}

/** The time on the clock of a time zone, '10:42'; with its day before it unless that is the day of `now`. */
export function clockIn(timeZone: string, instant: Date, now?: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant)
  const day = dayIn(timeZone, instant)
  return now && day === dayIn(timeZone, now) ? time : `${day} ${time}`
}

const dayMs = 86_400_000
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)

/** The day so many days later, earlier when negative. Days are counted, not hours, so changes of the clock do not matter. */
export function addDays(day: Day, days: number): Day {
  return new Date(noon(day) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days `to` is after `from`. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((noon(to) - noon(from)) / dayMs)
}

/** 0 is Monday, 6 Sunday. */
export function weekday(day: Day): number {
  return (new Date(noon(day)).getUTCDay() + 6) % 7
}

export function mondayOf(day: Day): Day {
  return addDays(day, -weekday(day))
}

/** Every day from the first to the last, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysFrom(from, to) + 1) }, (_, index) => addDays(from, index))
}
