// A cell with everything around its hours: note, billable hours when they differ, how it stands, whether it is saved.
import { Loader, Popover, UnstyledButton, VisuallyHidden } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconCloudOff,
  IconFileInvoice,
  IconLock,
  IconNote,
  IconPencil,
  IconReceiptOff,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { parseHours } from '../ui/hours.ts'
import { useHours } from '../ui/use-hours.ts'
import { CellNote } from './cell-note.tsx'
import { useCellWords } from './cell-words.ts'
import { HoursCell, type Move } from './hours-cell.tsx'
import { type ShownCell, type ShownDay, type ShownRow, type Standing, usuallyBillable } from './timesheet-view.ts'
import type { OpenTimesheet } from './use-timesheet.ts'

export type CellProps = {
  sheet: OpenTimesheet
  row: ShownRow
  cell: ShownCell
  day: ShownDay
  label: string
  openNote: OpenNote | null
  onNote: (note: OpenNote | null) => void
}

/** The cell whose note is open. `worked`: hours that were typed into it and wait for the note. */
export type OpenNote = { key: string; worked?: string }

type InGrid = { place?: string; onMove?: (move: Move) => void; onPaste?: (cells: string[][]) => void }

export function TimesheetCell(props: CellProps & InGrid) {
  const { timesheet, hours } = useTexts()
  const { write } = useHours()
  const wordsOf = useCellWords()
  const { sheet, row, cell, day, label, place, onMove, onPaste, onNote } = props
  const wrong = sheet.wrong.get(cell.key)
  const { readOnly, hint, isWrong } = wordsOf({ row, cell, day, wrong, mayChange: mayType(sheet) })
  const billableDiffers = cell.minutes > 0 && cell.billableMinutes !== usuallyBillable(row, cell.minutes)
  const hasNote = cell.note !== null || cell.internalNote !== null
  const isOpen = props.openNote?.key === cell.key
  const finish = useRef<() => void>(null)
  return (
    <div
      className="hours-cell"
      data-locked={readOnly || undefined}
      data-wrong={isWrong || undefined}
      data-standing={cell.standing}
      data-cell={`${row.activityId} ${cell.day}`}
    >
      <Popover
        opened={isOpen}
        onChange={() => finish.current?.()}
        closeOnEscape={false}
        position="bottom"
        withArrow
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <UnstyledButton
            className="hours-note"
            tabIndex={-1}
            aria-label={timesheet.noteOf(label)}
            title={hasNote ? timesheet.hasNote : timesheet.noteTitle}
            data-has-note={hasNote || undefined}
            data-idle={cell.minutes === 0 || undefined}
            onClick={() => onNote({ key: cell.key })}
          >
            {hasNote ? <IconNote size={15} aria-hidden /> : <IconPencil size={14} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="sm" w={340} maw="94vw" aria-label={timesheet.noteOf(label)}>
          <CellNote {...props} readOnly={readOnly} finish={finish} onClose={() => onNote(null)} />
        </Popover.Dropdown>
      </Popover>
      <HoursCell
        label={label}
        text={wrong ? wrong.text : cell.minutes === 0 ? '' : write(cell.minutes)}
        isWrong={isWrong}
        readOnly={readOnly}
        hint={isOpen ? undefined : hint}
        onType={(text) => {
          const read = parseHours(text)
          if ('minutes' in read && wantsNote(sheet, cell, read.minutes)) onNote({ key: cell.key, worked: text })
          else sheet.type(row, cell, label, text)
        }}
        onTakeBack={() => sheet.takeBack(cell.key)}
        onNote={() => onNote({ key: cell.key })}
        {...(onMove ? { onMove } : {})}
        {...(onPaste ? { onPaste } : {})}
        {...(place ? { place } : {})}
      />
      <div className="hours-below">
        <StandingIcon standing={cell.standing} />
        <SaveIcon cell={cell} isWrong={!!wrong} />
        {billableDiffers ? <span className="figures">{hours.billableShort(write(cell.billableMinutes))}</span> : null}
      </div>
    </div>
  )
}

/** Where the company wants a note on all hours they are sent with it: without one they would be refused. */
export const wantsNote = ({ timesheet }: OpenTimesheet, cell: ShownCell, minutes: number) =>
  timesheet?.notesRequired === true &&
  minutes > 0 &&
  minutes !== cell.minutes &&
  cell.note === null &&
  cell.entries.length < 2

/** While another week is fetched its cells are not there to be typed into. */
export const mayType = ({ timesheet, isThere }: OpenTimesheet) => isThere && timesheet?.mayChange === true

const standingIcons = {
  approved: IconCircleCheck,
  rejected: IconCircleX,
  drafted: IconFileInvoice,
  billed: IconFileInvoice,
  'written-off': IconReceiptOff,
  partly: IconCircleHalf2,
} as const

/** `isAlone`: its word stands beside it. */
export function StandingIcon({ standing, isAlone }: { standing: Standing; isAlone?: boolean }) {
  const { timesheet } = useTexts()
  if (standing === 'none' || standing === 'registered') return null
  const Icon = standingIcons[standing]
  return (
    <span className="hours-standing" data-standing={standing} title={timesheet.standings[standing]}>
      <Icon size={14} aria-hidden />
      {isAlone ? null : <VisuallyHidden>{timesheet.standings[standing]}</VisuallyHidden>}
    </span>
  )
}

function SaveIcon({ cell, isWrong }: { cell: ShownCell; isWrong: boolean }) {
  const { timesheet } = useTexts()
  const state = isWrong ? 'failed' : cell.unsaved?.state
  if (!state) return null
  const words = { saving: timesheet.saving, saved: timesheet.saved, waiting: timesheet.waits, failed: timesheet.failed }
  return (
    <span className="hours-save" data-state={state} title={words[state]}>
      {state === 'saving' ? <Loader size={11} aria-hidden /> : null}
      {state === 'saved' ? <IconCheck size={14} aria-hidden /> : null}
      {state === 'waiting' ? <IconCloudOff size={14} aria-hidden /> : null}
      {state === 'failed' ? <IconAlertTriangle size={14} aria-hidden /> : null}
      <VisuallyHidden>{words[state]}</VisuallyHidden>
    </span>
  )
}

export function LockIcon({ words }: { words: string }) {
  return (
    <span title={words} className="hours-lock">
      <IconLock size={13} aria-hidden />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
