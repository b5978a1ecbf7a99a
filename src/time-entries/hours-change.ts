// What every change of hours has in common: who and what is locked first, what is refused, and how it stands in the history.
import { eq, inArray } from 'drizzle-orm'
import { takesHours } from '../activities/activity.ts'
import { type AuditView, type Change, recordChanges } from '../audit/record-change.ts'
import { findTimeZone } from '../company/company-store.ts'
import type { Tx } from '../lib/database/database.ts'
import { addDays, type Day, dayIn } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { clock, type Written } from './cell.ts'
import { findPersonSetting, type HoursSetting, holdHoursSetting, lockOn, type PersonSetting } from './hours-locks.ts'
import { settleHoursToApprove } from './hours-notices.ts'
import { type KeptBecause, minutesOfADay } from './time-entry.ts'
import { type ActivityFacts, type EntryRow, keptBecause, lockActivities, lockPerson } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

/** Imports from other systems may reach back as long as hours are kept; plans look a year ahead. */
const daysBack = 5 * 366
const daysAhead = 366

/** A person whose hours are being changed; held until the transaction ends. */
export type PersonHours = {
  userId: string
  name: string
  setting: HoursSetting
  person: PersonSetting
  today: Day
}

/** Always taken first, and activities after it, so that two changes never wait for each other. */
export async function holdPersonHours(tx: Tx, userId: string, now: Date): Promise<PersonHours> {
  const person = await lockPerson(tx, userId)
  if (!person) throw invalid([{ path: 'userId', sentence: say('hours.userUnknown') }])
  return {
    userId,
    name: person.name,
    setting: await holdHoursSetting(tx),
    person: await findPersonSetting(tx, userId),
    today: dayIn(await findTimeZone(tx), now),
  }
}

/** @throws invalid */
export async function holdActivity(tx: Tx, id: string, path = 'activityId'): Promise<ActivityFacts> {
  const facts = (await lockActivities(tx, [id])).get(id)
  if (!facts) throw invalid([{ path, sentence: say('hours.activityGone') }])
  return facts
}

/** Why no hours can be put on an activity now; undefined when they can. */
export function hoursRefusal(facts: ActivityFacts): Sentence | undefined {
  const { projectNumber, projectName, projectState } = facts
  const answer = takesHours(facts, { number: projectNumber, name: projectName, state: projectState })
  return answer.takes ? undefined : answer.because
}

/** Why nobody changes this day; undefined when it is open. */
export function lockRefusal(hours: PersonHours, day: Day): Sentence | undefined {
  const lock = lockOn({ company: hours.setting.lockedUntil, person: hours.person.lockedUntil }, day)
  if (!lock) return undefined
  return lock.by === 'company'
    ? say('hours.lockedByCompany', { until: lock.until, day })
    : say('hours.lockedByPerson', { until: lock.until, day, name: hours.name })
}

/** @throws invalid for days whose year is most likely mistyped. */
export function mustBeNear(hours: PersonHours, day: Day, path: string): void {
  const from = addDays(hours.today, -daysBack)
  const to = addDays(hours.today, daysAhead)
  if (day < from || day > to) throw invalid([{ path, sentence: say('hours.dayTooFar', { from, to }) }])
}

/** @throws conflict */
export function mustBeUnlocked(hours: PersonHours, day: Day): void {
  const sentence = lockRefusal(hours, day)
  if (sentence) throw new AppError('conflict', sentence)
}

/** @throws conflict when the entry is approved, billed or locked. */
export function mustBeFree(hours: PersonHours, entry: EntryRow): void {
  const values = { day: entry.workedOn, name: hours.name }
  const sentences: Record<KeptBecause, () => Sentence> = {
    approved: () => say('hours.keptApproved', values),
    drafted: () => say('hours.keptDrafted', values),
    billed: () => say('hours.keptBilled', values),
    'written-off': () => say('hours.keptWrittenOff', values),
    locked: () => lockRefusal(hours, entry.workedOn) ?? say('hours.keptApproved', values),
  }
  const because = keptBecause(entry, null)
  if (because) throw new AppError('conflict', sentences[because]())
  mustBeUnlocked(hours, entry.workedOn)
}

/** @throws invalid */
export function mustTakeHours(facts: ActivityFacts, path = 'activityId'): void {
  const sentence = hoursRefusal(facts)
  if (sentence) throw invalid([{ path, sentence }])
}

/** `others`: what the person has on other entries of the day. @throws invalid */
export function mustFitInDay(hours: PersonHours, day: Day, others: number, minutes: number): void {
  if (others + minutes <= minutesOfADay) return
  const values = { name: hours.name, day, others: clock(others), typed: clock(minutes) }
  throw invalid([{ path: 'minutes', sentence: say('hours.tooManyInDay', values) }])
}

/** @throws invalid */
export function mustHaveNote(hours: PersonHours, note: string | null): void {
  if (hours.setting.notesRequired && !note) throw invalid([{ path: 'note', sentence: say('hours.noteRequired') }])
}

export type Placed = Written & { day: Day; facts: ActivityFacts }

export async function insertHours(
  tx: Tx,
  actor: Actor,
  hours: PersonHours,
  placed: readonly Placed[],
  now: Date,
): Promise<string[]> {
  if (placed.length === 0) return []
  const rows = placed.map(({ day, facts, ...written }) => ({
    ...written,
    id: newId(now),
    version: 1,
    createdAt: now,
    updatedAt: now,
    userId: hours.userId,
    projectId: facts.projectId,
    activityId: facts.id,
    workedOn: day,
    approval: 'registered' as const,
    billing: 'open' as const,
  }))
  await tx.insert(timeEntry).values(rows)
  const changes = rows.map((row, index): Change => {
    const { facts } = placed[index] as Placed
    return { kind: 'time-entry', subject: row.id, before: null, after: entryView(hours.name, facts, row) }
  })
  await recordChanges(tx, actor, changes, now)
  return rows.map((row) => row.id)
}

/** What was rejected and is put right waits for approval again. */
export async function updateHours(
  tx: Tx,
  actor: Actor,
  hours: PersonHours,
  change: { row: EntryRow; was: ActivityFacts; becomes: Placed },
  now: Date,
): Promise<void> {
  const { row, was, becomes } = change
  const { day, facts, ...written } = becomes
  const after = {
    ...written,
    workedOn: day,
    projectId: facts.projectId,
    activityId: facts.id,
    approval: 'registered' as const,
    rejectedBecause: null,
  }
  const set = { ...after, version: row.version + 1, updatedAt: now }
  await tx.update(timeEntry).set(set).where(eq(timeEntry.id, row.id))
  const views = { before: entryView(hours.name, was, row), after: entryView(hours.name, facts, after) }
  await recordChanges(tx, actor, [{ kind: 'time-entry', subject: row.id, ...views }], now)
  if (facts.id !== was.id) await settleHoursToApprove(tx, now)
}

export async function removeHours(
  tx: Tx,
  actor: Actor,
  hours: PersonHours,
  removed: { rows: readonly EntryRow[]; facts: ActivityFacts },
  now: Date,
): Promise<void> {
  const { rows, facts } = removed
  const ids = rows.map((row) => row.id)
  await tx.delete(timeEntry).where(inArray(timeEntry.id, ids))
  const changes = rows.map(
    (row): Change => ({
      kind: 'time-entry',
      subject: row.id,
      before: entryView(hours.name, facts, row),
      after: null,
    }),
  )
  await recordChanges(tx, actor, changes, now)
  await settleHoursToApprove(tx, now)
}

type Viewed = Pick<EntryRow, 'workedOn' | 'minutes' | 'billableMinutes' | 'note' | 'internalNote' | 'approval'>

/** How the history shows an entry. */
function entryView(person: string, facts: ActivityFacts, row: Viewed): AuditView {
  const { workedOn, minutes, billableMinutes, note, internalNote, approval } = row
  return {
    person,
    project: `${facts.projectNumber} ${facts.projectName}`,
    activity: `${facts.number} ${facts.name}`,
    workedOn,
    minutes,
    billableMinutes,
    note,
    internalNote,
    approval,
  }
}
