// What working time law asks for: how long each person worked each day, for five years, also of those who left. It is added up
// from the entries, which the database keeps (db guards), so it can never differ from them.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { CsvCell } from '../lib/csv.ts'
import type { Db } from '../lib/database/database.ts'
import { type Day, daysOf } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notFound } from '../lib/stale.ts'
import { findUser } from '../users/user-store.ts'
import { appUser } from '../users/user-table.ts'
import type { Reader } from './show-timesheet.ts'
import { timeEntry } from './time-entry-table.ts'
import { timeEntryTexts } from './time-entry-texts.ts'
import type { DailyHours } from './timesheet.ts'
import { normMinutes } from './work-norm.ts'
import { findSchedules, schedulesOf } from './work-schedule-store.ts'

const say = sayFrom(timeEntryTexts)

/** Longest range: the five years that hours are kept, and the present one. */
export const dailyHoursDays = 6 * 366

/** @throws not-found */
export async function showDailyHours(db: Db, userId: string, from: Day, to: Day): Promise<DailyHours> {
  const user = await findUser(db, userId)
  if (!user) throw notFound('user', userId)
  const schedules = schedulesOf(await findSchedules(db, [userId]), userId)
  const worked = new Map((await sumByDay(db, userId, from, to)).map((row) => [row.day, row]))
  const days = daysOf(from, to).flatMap((day) => {
    const { minutes = 0, billableMinutes = 0 } = worked.get(day) ?? {}
    const norm = normMinutes(schedules, day)
    return minutes > 0 || norm > 0 ? [{ day, minutes, billableMinutes, normMinutes: norm }] : []
  })
  const totals = {
    minutes: days.reduce((sum, day) => sum + day.minutes, 0),
    billableMinutes: days.reduce((sum, day) => sum + day.billableMinutes, 0),
    normMinutes: days.reduce((sum, day) => sum + day.normMinutes, 0),
  }
  return { userId, userName: user.name, from, to, days, totals }
}

/** A line per person and day with hours or a norm; one person after the other. All who have hours in the range when nobody is named. */
export async function* dailyLines(
  db: Db,
  wanted: { userIds: readonly string[] | undefined; from: Day; to: Day },
  { phrase, language }: Reader,
): AsyncGenerator<CsvCell[][], void, void> {
  const { userIds, from, to } = wanted
  yield [heading.map((key) => phrase(say(key), language))]
  const people = await db
    .select({ id: appUser.id, name: appUser.name })
    .from(appUser)
    .where(
      userIds
        ? inArray(appUser.id, [...userIds])
        : sql`exists (select from ${timeEntry} where ${timeEntry.userId} = ${appUser.id} and ${timeEntry.workedOn} between ${from} and ${to})`,
    )
    .orderBy(asc(appUser.nameSort), asc(appUser.id))
  for (const { id, name } of people) {
    const { days } = await showDailyHours(db, id, from, to)
    yield days.map((day) => [
      day.day,
      name,
      day.minutes / 60,
      day.minutes,
      day.billableMinutes / 60,
      day.normMinutes / 60,
    ])
  }
}

const heading = [
  'hours.csv.day',
  'hours.csv.person',
  'hours.csv.hours',
  'hours.csv.minutes',
  'hours.csv.billableHours',
  'hours.csv.normHours',
] as const

async function sumByDay(db: Db, userId: string, from: Day, to: Day) {
  return db
    .select({
      day: timeEntry.workedOn,
      minutes: sql`sum(${timeEntry.minutes})`.mapWith(Number),
      billableMinutes: sql`sum(${timeEntry.billableMinutes})`.mapWith(Number),
    })
    .from(timeEntry)
    .where(and(eq(timeEntry.userId, userId), sql`${timeEntry.workedOn} between ${from} and ${to}`))
    .groupBy(timeEntry.workedOn)
}
