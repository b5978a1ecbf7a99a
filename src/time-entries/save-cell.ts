import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { changeOfCell } from './cell.ts'
import {
  holdActivity,
  holdPersonHours,
  insertHours,
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
import { findEntriesOf, findFrame, timesheetDay, toCell } from './show-timesheet.ts'
import { type ActivityFacts, type EntryRow, keptBecause, lockEntriesOf } from './time-entry-store.ts'
import type { CellAnswer, CellInput } from './timesheet.ts'

export type CellSave = { actor: Actor; userId: string; input: CellInput; now: Date }

/**
 * Makes a cell of the timesheet hold what was typed; the same again changes nothing.
 * @throws invalid and conflict, and then nothing was stored.
 */
export async function saveCell(db: Db, save: CellSave): Promise<CellAnswer> {
  const { actor, userId, input, now } = save
  return inTransaction(db, async (tx) => {
    const hours = await holdPersonHours(tx, userId, now)
    mustBeNear(hours, input.day, 'day')
    const facts = await holdActivity(tx, input.activityId)
    const ofDay = await lockEntriesOf(tx, userId, [input.day])
    await changeCell(tx, { actor, hours, facts, ofDay, input, now })
    const entries = await findEntriesOf(tx, userId, input.day, input.day)
    const frame = await findFrame(tx, userId)
    const inCell = entries.filter((entry) => entry.activityId === facts.id)
    return { cell: toCell(input.day, inCell, frame.locks), day: timesheetDay(input.day, entries, frame) }
  })
}

type Changing = {
  actor: Actor
  hours: PersonHours
  facts: ActivityFacts
  ofDay: readonly EntryRow[]
  input: CellInput
  now: Date
}

async function changeCell(tx: Tx, { actor, hours, facts, ofDay, input, now }: Changing): Promise<void> {
  const { day } = input
  const inCell = ofDay.filter((entry) => entry.activityId === facts.id)
  const parts = inCell.map((entry) => ({ ...entry, kept: keptBecause(entry, null) !== null }))
  const change = changeOfCell(parts, input, facts.billable)
  if (change.change === 'none') return
  mustBeUnlocked(hours, day)
  if (change.change === 'refused') throw refusal(change)
  if (change.change === 'remove') {
    const rows = inCell.filter((entry) => change.ids.includes(entry.id))
    return removeHours(tx, actor, hours, { rows, facts }, now)
  }
  const before = inCell.reduce((sum, entry) => sum + entry.minutes, 0)
  const others = ofDay.reduce((sum, entry) => sum + entry.minutes, 0) - before
  // What is too much can be taken off an activity that takes no more.
  if (input.minutes > before) mustTakeHours(facts)
  mustFitInDay(hours, day, others, input.minutes)
  mustHaveNote(hours, change.entry.note)
  const placed = { ...change.entry, day, facts }
  if (change.change === 'add') await insertHours(tx, actor, hours, [placed], now)
  else {
    const row = inCell.find((entry) => entry.id === change.id) as EntryRow
    await updateHours(tx, actor, hours, { row, was: facts, becomes: placed }, now)
  }
  await tellOfHours(tx, hours, [facts], now)
}

function refusal({ path, because }: Extract<ReturnType<typeof changeOfCell>, { change: 'refused' }>): AppError {
  return path === 'note' ? new AppError('conflict', because) : invalid([{ path, sentence: because }])
}
