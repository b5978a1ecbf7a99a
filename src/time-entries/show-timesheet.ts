import { and, asc, between, eq, inArray } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import { findTimeZone } from '../company/company-store.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { addDays, type Day, dayIn, daysOf } from '../lib/dates.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { notFound } from '../lib/stale.ts'
import { project } from '../projects/project-table.ts'
import { findUser } from '../users/user-store.ts'
import { hoursRefusal } from './hours-change.ts'
import {
  companySubject,
  findLockSetters,
  findPersonSetting,
  getHoursSetting,
  type Locks,
  lockOn,
  strongerLock,
} from './hours-locks.ts'
import { type ActivityFacts, type EntryRow, keptBecause, selectActivities } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'
import type { ActivityChoice, DayLock, Timesheet, TimesheetCell, TimesheetDay, TimesheetRow } from './timesheet.ts'
import { normMinutes, type Schedules } from './work-norm.ts'
import { findSchedules, schedulesOf } from './work-schedule-store.ts'

export type Reader = { phrase: Phrasebook; language: Language }

/** Activities of so many days before appear as empty rows, so that nobody looks for them each week. */
const recentDays = 28

type Asked = { userId: string; from: Day; to: Day; mayChange: boolean; now: Date; reader: Reader }

/** @throws not-found when there is no such person. */
export async function showTimesheet(db: Db, asked: Asked): Promise<Timesheet> {
  const { userId, from, to } = asked
  const user = await findUser(db, userId)
  if (!user) throw notFound('user', userId)
  const frame = await findFrame(db, userId)
  const entries = await findEntriesOf(db, userId, from, to)
  const worked = new Set(entries.map((entry) => entry.activityId))
  const recent = await findRecent(db, userId, from)
  const activities = await selectActivities(db)
    .where(inArray(activity.id, [...new Set([...worked, ...recent])]))
    .orderBy(asc(project.numberSort), asc(project.id), asc(activity.numberSort), asc(activity.id))
  const days = daysOf(from, to).map((day) => timesheetDay(day, entries, frame))
  const rows = activities
    .map((facts) => toRow(facts, entries, frame.locks, asked.reader))
    .filter((row) => row.cells.length > 0 || row.hoursRefusal === null)
  return {
    userId,
    userName: user.name,
    from,
    to,
    today: dayIn(await findTimeZone(db), asked.now),
    notesRequired: frame.notesRequired,
    mayChange: asked.mayChange,
    days,
    rows,
    totals: { ...sumsOf(days), normMinutes: days.reduce((sum, day) => sum + day.normMinutes, 0) },
  }
}

/** What a day of a person's timesheet is measured by. */
export type Frame = { locks: Locks; lock: DayLock | null; schedules: Schedules; notesRequired: boolean }

export async function findFrame(db: Db | Tx, userId: string): Promise<Frame> {
  const setting = await getHoursSetting(db)
  const person = await findPersonSetting(db, userId)
  const locks = { company: setting.lockedUntil, person: person.lockedUntil }
  const lock = strongerLock(locks)
  const setters = lock ? await findLockSetters(db, [companySubject, userId]) : new Map<string, string>()
  return {
    locks,
    lock: lock && { ...lock, setBy: setters.get(lock.by === 'company' ? companySubject : userId) ?? null },
    schedules: schedulesOf(await findSchedules(db, [userId]), userId),
    notesRequired: setting.notesRequired,
  }
}

export function timesheetDay(day: Day, entries: readonly EntryRow[], frame: Frame): TimesheetDay {
  return {
    day,
    normMinutes: normMinutes(frame.schedules, day),
    ...sumsOf(entries.filter((entry) => entry.workedOn === day)),
    lock: frame.lock && day <= frame.lock.until ? frame.lock : null,
  }
}

/** `entries`: those of one activity and day, oldest first. */
export function toCell(day: Day, entries: readonly EntryRow[], locks: Locks): TimesheetCell {
  const until = lockOn(locks, day)?.until ?? null
  const shown = entries.map((entry) => {
    const { id, version, minutes, billableMinutes, note, internalNote, approval, rejectedBecause, billing } = entry
    const because = keptBecause(entry, until)
    return {
      ...{ id, version, minutes, billableMinutes, note, internalNote, approval, rejectedBecause, billing },
      keptBecause: because,
    }
  })
  const kept = shown.filter((entry) => entry.keptBecause !== null && entry.keptBecause !== 'locked')
  return { day, ...sumsOf(entries), keptMinutes: sumsOf(kept).minutes, entries: shown }
}

export async function findEntriesOf(db: Db | Tx, userId: string, from: Day, to: Day): Promise<EntryRow[]> {
  return db
    .select()
    .from(timeEntry)
    .where(and(eq(timeEntry.userId, userId), between(timeEntry.workedOn, from, to)))
    .orderBy(asc(timeEntry.workedOn), asc(timeEntry.createdAt), asc(timeEntry.id))
}

export function toChoice(facts: ActivityFacts): ActivityChoice {
  return {
    activityId: facts.id,
    activityNumber: facts.number,
    activityName: facts.name,
    activityState: facts.state,
    projectId: facts.projectId,
    projectNumber: facts.projectNumber,
    projectName: facts.projectName,
    customerName: facts.customerName,
    billable: facts.billable,
  }
}

async function findRecent(db: Db, userId: string, from: Day): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: timeEntry.activityId })
    .from(timeEntry)
    .where(
      and(eq(timeEntry.userId, userId), between(timeEntry.workedOn, addDays(from, -recentDays), addDays(from, -1))),
    )
  return rows.map((row) => row.id)
}

function toRow(facts: ActivityFacts, all: readonly EntryRow[], locks: Locks, reader: Reader): TimesheetRow {
  const entries = all.filter((entry) => entry.activityId === facts.id)
  const days = [...new Set(entries.map((entry) => entry.workedOn))]
  const refusal = hoursRefusal(facts)
  return {
    ...toChoice(facts),
    hoursRefusal: refusal ? reader.phrase(refusal, reader.language) : null,
    ...sumsOf(entries),
    cells: days.map((day) =>
      toCell(
        day,
        entries.filter((entry) => entry.workedOn === day),
        locks,
      ),
    ),
  }
}

type Sums = { minutes: number; billableMinutes: number }

function sumsOf(parts: readonly Sums[]): Sums {
  return {
    minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    billableMinutes: parts.reduce((sum, part) => sum + part.billableMinutes, 0),
  }
}
