import { eq, inArray } from 'drizzle-orm'
import { type Change, recordChange, recordChanges } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { roleMay } from '../users/permissions.ts'
import { findUser } from '../users/user-store.ts'
import { appUser } from '../users/user-table.ts'
import { companySubject, findPersonSetting, type HoursSetting, lockHoursSetting } from './hours-locks.ts'
import { lockPeople, lockPerson } from './time-entry-store.ts'
import { hoursSetting, timesheetSetting, workSchedule } from './time-entry-table.ts'
import { timeEntryTexts } from './time-entry-texts.ts'
import type { HoursSettings, TimesheetLocks, TimesheetSettings, WorkSchedule } from './timesheet.ts'
import { findSchedules } from './work-schedule-store.ts'

const say = sayFrom(timeEntryTexts)

/** Moves the company's lock, forwards or back; the rest is the administrators'. */
export async function saveHoursSettings(
  db: Db,
  { actor, change, now }: { actor: Actor; change: HoursSettings; now: Date },
): Promise<HoursSettings> {
  return inTransaction(db, async (tx) => {
    const row = await lockHoursSetting(tx)
    const before = toHoursSettings(row)
    mustBeCurrent('hours settings', change, before)
    const isAdministrators = change.approver !== before.approver || change.notesRequired !== before.notesRequired
    if (isAdministrators && !roleMay(actor.role, 'change settings'))
      throw new AppError('forbidden', say('hours.mayNotChangeSettings'))
    const after = { ...change, version: before.version + 1 }
    await tx.update(hoursSetting).set(after).where(eq(hoursSetting.id, row.id))
    const views = { before: viewOf(before), after: viewOf(after) }
    await recordChange(tx, actor, { kind: 'hours-setting', subject: companySubject, ...views }, now)
    return after
  })
}

export function toHoursSettings({ version, approver, lockedUntil, notesRequired }: HoursSetting): HoursSettings {
  return { version, approver, lockedUntil, notesRequired }
}

const viewOf = ({ version: _, ...fields }: HoursSettings) => fields

/** One person's own lock, forwards or back, and who approves his hours. @throws not-found, invalid */
export async function saveTimesheetSettings(
  db: Db,
  { actor, userId, change, now }: { actor: Actor; userId: string; change: TimesheetSettings; now: Date },
): Promise<TimesheetSettings> {
  return inTransaction(db, async (tx) => {
    if (!(await lockPerson(tx, userId))) throw notFound('user', userId)
    const { lockedUntil, approverId } = await findPersonSetting(tx, userId)
    const before = { lockedUntil, approverId }
    if (change.approverId !== null && change.approverId !== before.approverId) await mustApprove(tx, change.approverId)
    await tx
      .insert(timesheetSetting)
      .values({ userId, ...change })
      .onConflictDoUpdate({ target: timesheetSetting.userId, set: change })
    const views = { before: await personView(tx, before), after: await personView(tx, change) }
    await recordChange(tx, actor, { kind: 'hours-setting', subject: userId, ...views }, now)
    return change
  })
}

/** The own lock of several people on one day, forwards or back; who approves their hours stays as it is. @throws invalid */
export async function lockTimesheets(
  db: Db,
  { actor, change, now }: { actor: Actor; change: TimesheetLocks; now: Date },
): Promise<void> {
  const { userIds, lockedUntil } = change
  await inTransaction(db, async (tx) => {
    const people = await lockPeople(tx, inArray(appUser.id, userIds))
    const known = new Set(people.map(({ id }) => id))
    const faults = userIds.flatMap((id, index): FieldFault[] =>
      known.has(id) ? [] : [{ path: `userIds.${index}`, sentence: say('hours.userUnknown') }],
    )
    if (faults.length > 0) throw invalid(faults)
    const stored = await tx.select().from(timesheetSetting).where(inArray(timesheetSetting.userId, userIds))
    const before = new Map(stored.map((row) => [row.userId, row.lockedUntil]))
    await tx
      .insert(timesheetSetting)
      .values(people.map(({ id }) => ({ userId: id, lockedUntil })))
      .onConflictDoUpdate({ target: timesheetSetting.userId, set: { lockedUntil } })
    const changes = people.map(
      ({ id }): Change => ({
        kind: 'hours-setting',
        subject: id,
        before: { lockedUntil: before.get(id) ?? null },
        after: { lockedUntil },
      }),
    )
    await recordChanges(tx, actor, changes, now)
  })
}

async function mustApprove(tx: Tx, approverId: string): Promise<void> {
  const path = 'approverId'
  const approver = await findUser(tx, approverId)
  if (!approver) throw invalid([{ path, sentence: say('hours.userUnknown') }])
  if (approver.active && roleMay(approver.role, 'approve hours')) return
  throw invalid([{ path, sentence: say('hours.approverMayNot', { name: approver.name }) }])
}

async function personView(tx: Tx, { lockedUntil, approverId }: TimesheetSettings) {
  const approver = approverId === null ? undefined : await findUser(tx, approverId)
  return { lockedUntil, approver: approver?.name ?? null }
}

/** Replaces the schedules of the company ('company') or of one person; a person without any follows the company. */
export async function saveSchedules(
  db: Db,
  { actor, subject, schedules, now }: { actor: Actor; subject: string; schedules: readonly WorkSchedule[]; now: Date },
): Promise<void> {
  const faults = scheduleFaults(subject, schedules)
  if (faults.length > 0) throw invalid(faults)
  await inTransaction(db, async (tx) => {
    // Whoever saves schedules waits here: the list is replaced as a whole.
    await lockHoursSetting(tx)
    if (subject !== companySubject && !(await findUser(tx, subject))) throw notFound('user', subject)
    const before = (await findSchedules(tx, [subject])).get(subject) ?? []
    const after = schedules.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    await tx.delete(workSchedule).where(eq(workSchedule.userId, subject))
    if (after.length > 0)
      await tx
        .insert(workSchedule)
        .values(after.map(({ validFrom, minutes }) => ({ userId: subject, validFrom, minutes: [...minutes] })))
    const views = { before: { schedules: before }, after: { schedules: after } }
    await recordChange(tx, actor, { kind: 'hours-setting', subject, ...views }, now)
  })
}

function scheduleFaults(subject: string, schedules: readonly WorkSchedule[]): FieldFault[] {
  if (subject === companySubject && schedules.length === 0)
    return [{ path: 'schedules', sentence: say('hours.companyNeedsSchedule') }]
  return schedules.flatMap(({ validFrom }, index) =>
    schedules.findIndex((other) => other.validFrom === validFrom) < index
      ? [{ path: `schedules.${index}.validFrom`, sentence: say('hours.scheduleTwice', { day: validFrom }) }]
      : [],
  )
}
