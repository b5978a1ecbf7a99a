// What a cell says about itself: why it cannot be changed, how its hours stand, what went wrong.
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { useHours } from '../ui/use-hours.ts'
import type { ShownCell, ShownDay, ShownRow } from './timesheet-view.ts'
import type { WrongText } from './use-timesheet.ts'

export function useCellWords() {
  const { hours, timesheet } = useTexts()
  const { write } = useHours()
  const { lockText } = useLockText()
  const faultText = useFaultText()
  return (props: {
    row: ShownRow
    cell: ShownCell
    day: ShownDay
    wrong: WrongText | undefined
    mayChange: boolean
  }) => {
    const { row, cell, day, wrong, mayChange } = props
    const isClosed = row.hoursRefusal !== null && cell.entries.length === 0
    const readOnly = !mayChange || day.lock !== null || isClosed
    const hints = [
      wrong ? hours.faults[wrong.fault](wrong.text) : undefined,
      cell.unsaved?.state === 'failed' ? faultText(cell.unsaved.error) : undefined,
      cell.unsaved?.state === 'waiting' ? timesheet.waits : undefined,
      day.lock ? lockText(day.lock) : undefined,
      isClosed && !day.lock ? row.hoursRefusal : undefined,
      cell.rejectedBecause ? timesheet.rejected(cell.rejectedBecause) : undefined,
      cell.keptMinutes > 0 && !day.lock ? timesheet.kept[keptOf(cell)](write(cell.keptMinutes)) : undefined,
    ].filter((hint) => hint !== undefined && hint !== null)
    return {
      readOnly,
      hint: hints.length > 0 ? hints.join(' ') : undefined,
      isWrong: !!wrong || cell.unsaved?.state === 'failed',
    }
  }
}

function keptOf({ entries }: ShownCell): 'approved' | 'billed' {
  return entries.some(({ billing }) => billing === 'billed' || billing === 'drafted') ? 'billed' : 'approved'
}

/** Why a day is locked: until when, for whom, by whom. */
export function useLockText() {
  const { timesheet } = useTexts()
  const format = useFormat()
  return {
    lockText: ({ until, by, setBy }: NonNullable<ShownDay['lock']>) => timesheet.locked[by](format.day(until), setBy),
  }
}
