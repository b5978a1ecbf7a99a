// What a typed figure of the timesheet does to the entries behind it. Pure; locks, rights and the day's total are asked elsewhere.
import type { Sentence } from '../lib/i18n/sentence.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

export type Written = { minutes: number; billableMinutes: number; note: string | null; internalNote: string | null }

/** One entry of the cell, `kept` when it is approved or billed. */
export type CellPart = Written & { id: string; kept: boolean }

/** Minutes and billable minutes of the whole cell; what is undefined stays. */
export type Typed = {
  minutes: number
  billableMinutes?: number | undefined
  note?: string | null | undefined
  internalNote?: string | null | undefined
}

export type CellChange =
  | { change: 'none' }
  | { change: 'add'; entry: Written }
  | { change: 'update'; id: string; entry: Written }
  | { change: 'remove'; ids: string[] }
  | { change: 'refused'; path: 'minutes' | 'billableMinutes' | 'note'; because: Sentence }

/** `parts` oldest first. `isBillable`: whether new minutes are billable when nobody says how many. */
export function changeOfCell(parts: readonly CellPart[], typed: Typed, isBillable: boolean): CellChange {
  const kept = sumOf(parts.filter((part) => part.kept))
  const open = parts.filter((part) => !part.kept)
  if (typed.minutes < kept.minutes)
    return refused('minutes', say('hours.belowKept', { typed: clock(typed.minutes), kept: clock(kept.minutes) }))
  const wanted = typed.minutes - kept.minutes
  if (wanted === 0) return emptied(open, kept.minutes, typed)

  // Further entries of the cell keep their notes and minutes: the newest takes the difference.
  const newest = open.at(-1)
  const others = sumOf(open.slice(0, -1))
  const minutes = wanted - others.minutes
  if (minutes < 1) return refused('minutes', say('hours.severalEntries', { count: open.length }))
  const billableMinutes =
    typed.billableMinutes === undefined
      ? foreseenBillable(newest, minutes, isBillable)
      : typed.billableMinutes - kept.billableMinutes - others.billableMinutes
  if (billableMinutes < 0) {
    const least = kept.billableMinutes + others.billableMinutes
    return refused('billableMinutes', say('hours.billableBelowKept', { kept: clock(least) }))
  }
  const entry = {
    minutes,
    billableMinutes,
    note: typed.note === undefined ? (newest?.note ?? null) : typed.note,
    internalNote: typed.internalNote === undefined ? (newest?.internalNote ?? null) : typed.internalNote,
  }
  if (!newest) return { change: 'add', entry }
  return isSame(newest, entry) ? { change: 'none' } : { change: 'update', id: newest.id, entry }
}

/** Minutes as people write them: 7:30. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function emptied(open: readonly CellPart[], keptMinutes: number, typed: Typed): CellChange {
  if (keptMinutes === 0 && typed.billableMinutes) return refused('billableMinutes', say('hours.billableWithoutHours'))
  if (open.length > 0) return { change: 'remove', ids: open.map(({ id }) => id) }
  if (keptMinutes > 0 && (typed.note || typed.internalNote)) return refused('note', say('hours.keptNote'))
  return { change: 'none' }
}

/** Who has set another figure than all or nothing keeps it, as long as so many minutes are worked. */
function foreseenBillable(before: Written | undefined, minutes: number, isBillable: boolean): number {
  if (!before) return isBillable ? minutes : 0
  if (before.billableMinutes === before.minutes) return minutes
  return Math.min(before.billableMinutes, minutes)
}

function sumOf(parts: readonly Written[]): { minutes: number; billableMinutes: number } {
  return {
    minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    billableMinutes: parts.reduce((sum, part) => sum + part.billableMinutes, 0),
  }
}

function isSame(a: Written, b: Written): boolean {
  return (
    a.minutes === b.minutes &&
    a.billableMinutes === b.billableMinutes &&
    a.note === b.note &&
    a.internalNote === b.internalNote
  )
}

const refused = (path: 'minutes' | 'billableMinutes' | 'note', because: Sentence): CellChange => ({
  change: 'refused',
  path,
  because,
})
