// What a timesheet shows: the server's cells, and over them what was typed and is not saved yet.
import type { Day } from '../../src/lib/dates.ts'
import type { Approval, BillingState } from '../../src/time-entries/time-entry.ts'
import type {
  ActivityChoice,
  CellAnswer,
  Timesheet,
  TimesheetCell,
  TimesheetRow,
} from '../../src/time-entries/timesheet.ts'
import type { CellState, Cells } from './cell-saver.ts'

/** What a person changes of a cell. `activity` is there so that a row that nobody has yet can be shown. */
export type CellChange = {
  minutes: number
  /** Left out: as the activity says, or as it was. */
  billableMinutes?: number
  note?: string | null
  internalNote?: string | null
}

/** How the hours of a cell stand, the one that matters most first. 'partly': some are approved or billed, others not. */
export type Standing = Approval | Exclude<BillingState, 'open'> | 'partly' | 'none'

export type ShownCell = {
  key: string
  day: Day
  minutes: number
  billableMinutes: number
  note: string | null
  internalNote: string | null
  /** Approved or billed minutes, below which the cell cannot go. */
  keptMinutes: number
  entries: TimesheetCell['entries']
  standing: Standing
  rejectedBecause: string | null
  unsaved: CellState | undefined
}

export type ShownRow = ActivityChoice & {
  hoursRefusal: string | null
  cells: ShownCell[]
  minutes: number
  billableMinutes: number
  /** It was taken into the week by hand and has nothing yet: it can be taken out again. */
  isRemovable: boolean
}

export type ShownDay = Timesheet['days'][number]
export type ShownTimesheet = { days: ShownDay[]; rows: ShownRow[]; totals: Timesheet['totals'] }

export const keyOf = (userId: string, activityId: string, day: Day) => `${userId} ${activityId} ${day}`

export function partsOf(key: string): { userId: string; activityId: string; day: Day } {
  const [userId = '', activityId = '', day = ''] = key.split(' ')
  return { userId, activityId, day }
}

/** `added` are the activities that were taken into the week and may have no hours yet. */
export function showTimesheet(
  timesheet: Timesheet,
  added: readonly ActivityChoice[],
  unsaved: Cells<CellChange>,
): ShownTimesheet {
  const { userId } = timesheet
  const known = new Set(timesheet.rows.map(({ activityId }) => activityId))
  const empty = added
    .filter(({ activityId }) => !known.has(activityId))
    .map((choice): TimesheetRow => ({ ...choice, hoursRefusal: null, minutes: 0, billableMinutes: 0, cells: [] }))
  const rows = [...timesheet.rows, ...empty].map((row): ShownRow => {
    const cells = timesheet.days.map(({ day }) => showCell(keyOf(userId, row.activityId, day), day, row, unsaved))
    const isRemovable = !known.has(row.activityId) && cells.every((cell) => !cell.unsaved)
    return { ...row, ...sumOf(cells), cells, isRemovable }
  })
  const days = timesheet.days.map((day, column) => ({
    ...day,
    ...sumOf(rows.flatMap(({ cells }) => cells[column] ?? [])),
  }))
  return { days, rows, totals: { ...sumOf(rows), normMinutes: timesheet.totals.normMinutes } }
}

function showCell(key: string, day: Day, row: TimesheetRow, unsaved: Cells<CellChange>): ShownCell {
  const stored = row.cells.find((cell) => cell.day === day)
  const entries = stored?.entries ?? []
  const shown: ShownCell = {
    key,
    day,
    minutes: stored?.minutes ?? 0,
    billableMinutes: stored?.billableMinutes ?? 0,
    note: joined(entries.map(({ note }) => note)),
    internalNote: joined(entries.map(({ internalNote }) => internalNote)),
    keptMinutes: stored?.keptMinutes ?? 0,
    entries,
    standing: standingOf(entries),
    rejectedBecause: entries.find(({ approval }) => approval === 'rejected')?.rejectedBecause ?? null,
    unsaved: undefined,
  }
  const typed = unsaved.get(key)
  if (!typed) return shown
  const { minutes, billableMinutes = foreseenBillable(row, shown, minutes), ...notes } = typed.change
  return { ...shown, minutes, billableMinutes, ...notes, unsaved: typed.status }
}

export const usuallyBillable = ({ billable }: { billable: boolean }, minutes: number) => (billable ? minutes : 0)

/** As the server does it: who has set another figure than all or nothing keeps it, as long as so many minutes are worked. */
export function foreseenBillable(
  row: { billable: boolean },
  before: { minutes: number; billableMinutes: number },
  minutes: number,
): number {
  if (before.minutes === 0) return usuallyBillable(row, minutes)
  return before.billableMinutes === before.minutes ? minutes : Math.min(before.billableMinutes, minutes)
}

function standingOf(entries: TimesheetCell['entries']): Standing {
  const standings = new Set(entries.map(({ approval, billing }) => (billing === 'open' ? approval : billing)))
  if (standings.has('rejected')) return 'rejected'
  const [one, ...others] = standings
  return others.length > 0 ? 'partly' : (one ?? 'none')
}

function joined(texts: readonly (string | null)[]): string | null {
  return [...new Set(texts.filter((text) => text !== null))].join('\n') || null
}

function sumOf(parts: readonly { minutes: number; billableMinutes: number }[]) {
  return {
    minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    billableMinutes: parts.reduce((sum, part) => sum + part.billableMinutes, 0),
  }
}

/** The timesheet with one cell as the server has it now. */
export function withCell(timesheet: Timesheet, row: ActivityChoice, { cell, day }: CellAnswer): Timesheet {
  if (day.day < timesheet.from || day.day > timesheet.to) return timesheet
  const fresh: TimesheetRow = { ...row, hoursRefusal: null, minutes: 0, billableMinutes: 0, cells: [] }
  const rows = timesheet.rows.some(({ activityId }) => activityId === row.activityId)
    ? timesheet.rows
    : [...timesheet.rows, fresh]
  return {
    ...timesheet,
    days: timesheet.days.map((one) => (one.day === day.day ? day : one)),
    rows: rows.map((one) => {
      if (one.activityId !== row.activityId) return one
      const others = one.cells.filter((other) => other.day !== cell.day)
      const cells = cell.entries.length > 0 ? [...others, cell] : others
      return { ...one, cells, ...sumOf(cells) }
    }),
  }
}
