import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { findTimeZone } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { addDays, type Day, dayIn, daysOf, mondayOf } from '../lib/dates.ts'
import { appUser } from '../users/user-table.ts'
import { companySubject, findLockSetters, getHoursSetting, strongerLock } from './hours-locks.ts'
import { timeEntry, timesheetSetting } from './time-entry-table.ts'
import type { TimesheetStatus, TimesheetStatusRow } from './timesheet.ts'
import { normMinutes, type Schedules } from './work-norm.ts'
import { findSchedules, schedulesOf } from './work-schedule-store.ts'

/** How far everybody is: five queries however many people there are. Who left is shown as long as the weeks have hours of his. */
export async function showTimesheetStatus(db: Db, weeks: number, now: Date): Promise<TimesheetStatus> {
  const today = dayIn(await findTimeZone(db), now)
  const from = addDays(mondayOf(today), -7 * (weeks - 1))
  const to = addDays(mondayOf(today), 6)
  const setting = await getHoursSetting(db)
  const worked = await sumByPersonAndDay(db, from, to)
  const waiting = await sumToApprove(db)
  const schedules = await findSchedules(db)
  const people = await findPeople(db, [...new Set([...worked.keys(), ...waiting.keys()])])
  const setters = await findLockSetters(db, [companySubject, ...people.map(({ id }) => id)])
  const rows = people.map((person): TimesheetStatusRow => {
    const minutesOn = worked.get(person.id) ?? new Map<Day, number>()
    const own = schedulesOf(schedules, person.id)
    const lock = strongerLock({ company: setting.lockedUntil, person: person.lockedUntil })
    const setBy = lock && (setters.get(lock.by === 'company' ? companySubject : person.id) ?? null)
    return {
      userId: person.id,
      userName: person.name,
      active: person.active,
      completeUntil: completeUntil({ from, today, lockedUntil: lock?.until ?? null, schedules: own, minutesOn }),
      lockedUntil: person.lockedUntil,
      lock: lock && { ...lock, setBy },
      approverId: person.approverId,
      approverName: person.approverName,
      toApproveEntries: waiting.get(person.id)?.entries ?? 0,
      toApproveMinutes: waiting.get(person.id)?.minutes ?? 0,
      weeks: Array.from({ length: weeks }, (_, index) => weekOf(addDays(from, 7 * index), own, minutesOn)),
    }
  })
  return { today, from, companyLockedUntil: setting.lockedUntil, people: rows }
}

type Looked = {
  from: Day
  today: Day
  lockedUntil: Day | null
  schedules: Schedules
  minutesOn: ReadonlyMap<Day, number>
}

/**
 * The last day, today at most, up to which every day has the minutes that are expected of it. Locked days count as complete; null
 * when the first day that is looked at is not.
 */
export function completeUntil({ from, today, lockedUntil, schedules, minutesOn }: Looked): Day | null {
  const start = lockedUntil !== null && lockedUntil >= from ? addDays(lockedUntil, 1) : from
  const isComplete = (day: Day) => (minutesOn.get(day) ?? 0) >= normMinutes(schedules, day)
  const lacking = daysOf(start, today).find((day) => !isComplete(day))
  if (lacking === undefined) return today > start ? today : addDays(start, -1)
  return lacking === from ? null : addDays(lacking, -1)
}

function weekOf(week: Day, schedules: Schedules, minutesOn: ReadonlyMap<Day, number>) {
  const days = daysOf(week, addDays(week, 6))
  return {
    week,
    minutes: days.reduce((sum, day) => sum + (minutesOn.get(day) ?? 0), 0),
    normMinutes: days.reduce((sum, day) => sum + normMinutes(schedules, day), 0),
  }
}

async function sumByPersonAndDay(db: Db, from: Day, to: Day): Promise<Map<string, Map<Day, number>>> {
  const rows = await db
    .select({
      userId: timeEntry.userId,
      day: timeEntry.workedOn,
      minutes: sql`sum(${timeEntry.minutes})`.mapWith(Number),
    })
    .from(timeEntry)
    .where(and(gte(timeEntry.workedOn, from), lte(timeEntry.workedOn, to)))
    .groupBy(timeEntry.userId, timeEntry.workedOn)
  const found = new Map<string, Map<Day, number>>()
  for (const { userId, day, minutes } of rows) {
    const days = found.get(userId) ?? new Map<Day, number>()
    found.set(userId, days.set(day, minutes))
  }
  return found
}

async function sumToApprove(db: Db): Promise<Map<string, { entries: number; minutes: number }>> {
  const rows = await db
    .select({
      userId: timeEntry.userId,
      entries: sql`count(*)`.mapWith(Number),
      minutes: sql`sum(${timeEntry.minutes})`.mapWith(Number),
    })
    .from(timeEntry)
    .where(eq(timeEntry.approval, 'registered'))
    .groupBy(timeEntry.userId)
  return new Map(rows.map(({ userId, ...sums }) => [userId, sums]))
}

async function findPeople(db: Db, withHours: readonly string[]) {
  const approver = alias(appUser, 'approver')
  return db
    .select({
      id: appUser.id,
      name: appUser.name,
      active: appUser.active,
      lockedUntil: timesheetSetting.lockedUntil,
      approverId: timesheetSetting.approverId,
      approverName: approver.name,
    })
    .from(appUser)
    .leftJoin(timesheetSetting, eq(timesheetSetting.userId, appUser.id))
    .leftJoin(approver, eq(approver.id, timesheetSetting.approverId))
    .where(or(eq(appUser.active, true), withHours.length > 0 ? inArray(appUser.id, [...withHours]) : undefined))
    .orderBy(asc(appUser.nameSort), asc(appUser.id))
}
