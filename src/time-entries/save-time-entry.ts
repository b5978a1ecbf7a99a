import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import {
  holdActivity,
  holdPersonHours,
  insertHours,
  mustBeFree,
  mustBeNear,
  mustBeUnlocked,
  mustFitInDay,
  mustHaveNote,
  mustTakeHours,
  type PersonHours,
  removeHours,
  updateHours,
} from './hours-change.ts'
import { tellOfHours } from './hours-notices.ts'
import type { TimeEntryChange, TimeEntryInput } from './time-entry.ts'
import { type ActivityFacts, type EntryRow, findEntry, lockActivities, lockEntriesOf } from './time-entry-store.ts'

/** Adds an entry; another one of the same day and activity stays beside it. @throws invalid, conflict */
export async function createTimeEntry(
  db: Db,
  { actor, userId, input, now }: { actor: Actor; userId: string; input: TimeEntryInput; now: Date },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const hours = await holdPersonHours(tx, userId, now)
    const day = input.workedOn
    mustBeNear(hours, day, 'workedOn')
    mustBeUnlocked(hours, day)
    const facts = await holdActivity(tx, input.activityId)
    mustTakeHours(facts)
    mustHaveNote(hours, input.note)
    const ofDay = await lockEntriesOf(tx, userId, [day])
    mustFitInDay(hours, day, sumOf(ofDay), input.minutes)
    const { minutes, note, internalNote } = input
    const billableMinutes = input.billableMinutes ?? (facts.billable ? minutes : 0)
    const placed = { minutes, billableMinutes, note, internalNote, day, facts }
    const [id] = await insertHours(tx, actor, hours, [placed], now)
    await tellOfHours(tx, hours, [facts], now)
    return id as string
  })
}

type Own = { actor: Actor; id: string; now: Date; mayChange: (userId: string) => void }

/** @throws not-found, forbidden, invalid, conflict */
export async function changeTimeEntry(db: Db, own: Own, change: TimeEntryChange): Promise<void> {
  const { actor, id, now } = own
  await inTransaction(db, async (tx) => {
    const { hours, held, row, ofDays } = await holdEntry(tx, own, change)
    mustBeCurrent('time entry', change, { ...changeOf(row), version: row.version })
    mustBeFree(hours, row)
    mustBeNear(hours, change.workedOn, 'workedOn')
    mustBeUnlocked(hours, change.workedOn)
    const facts = held.get(change.activityId) ?? (await holdActivity(tx, change.activityId))
    // An entry may be made smaller where no more hours are taken.
    if (change.activityId !== row.activityId || change.minutes > row.minutes || change.workedOn !== row.workedOn)
      mustTakeHours(facts)
    mustHaveNote(hours, change.note)
    const others = ofDays.filter((entry) => entry.workedOn === change.workedOn && entry.id !== id)
    mustFitInDay(hours, change.workedOn, sumOf(others), change.minutes)
    if (JSON.stringify(changeOf(row)) === JSON.stringify(changeOf({ ...row, ...change }))) return
    const { minutes, billableMinutes, note, internalNote } = change
    const becomes = { minutes, billableMinutes, note, internalNote, day: change.workedOn, facts }
    const was = held.get(row.activityId) as ActivityFacts
    await updateHours(tx, actor, hours, { row, was, becomes }, now)
    await tellOfHours(tx, hours, [facts], now)
  })
}

/** @throws not-found, forbidden, conflict */
export async function deleteTimeEntry(db: Db, own: Own, version: number): Promise<void> {
  const { actor, now } = own
  await inTransaction(db, async (tx) => {
    const { hours, held, row } = await holdEntry(tx, own)
    mustBeCurrent('time entry', { version }, { ...changeOf(row), version: row.version })
    mustBeFree(hours, row)
    const facts = held.get(row.activityId) as ActivityFacts
    await removeHours(tx, actor, hours, { rows: [row], facts }, now)
  })
}

type Held = {
  hours: PersonHours
  /** The entry's activity and the one that it goes to. */
  held: ReadonlyMap<string, ActivityFacts>
  row: EntryRow
  ofDays: readonly EntryRow[]
}

/**
 * The entry with all of its day, and of the day that it goes to. Whoever has moved it before this one got its turn has changed its
 * version, so the caller refuses it.
 */
async function holdEntry(tx: Tx, { id, now, mayChange }: Own, to?: TimeEntryChange): Promise<Held> {
  const found = await findEntry(tx, id)
  if (!found) throw notFound('time entry', id)
  mayChange(found.userId)
  const { activityId, workedOn } = found
  const hours = await holdPersonHours(tx, found.userId, now)
  const held = await lockActivities(tx, [...new Set([activityId, to?.activityId ?? activityId])])
  const ofDays = await lockEntriesOf(tx, found.userId, [...new Set([workedOn, to?.workedOn ?? workedOn])])
  const row = ofDays.find((entry) => entry.id === id) ?? (await findEntry(tx, id))
  if (!row) throw notFound('time entry', id)
  return { hours, held, row, ofDays }
}

function changeOf(row: Omit<TimeEntryChange, 'version'>) {
  const { activityId, workedOn, minutes, billableMinutes, note, internalNote } = row
  return { activityId, workedOn, minutes, billableMinutes, note, internalNote }
}

const sumOf = (entries: readonly EntryRow[]) => entries.reduce((sum, entry) => sum + entry.minutes, 0)
