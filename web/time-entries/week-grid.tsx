// The week as a grid: a row per activity, a column per day, and what is expected beneath.
import './week-grid.css'
import { ActionIcon, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import type { Day } from '../../src/lib/dates.ts'
import { useTexts } from '../texts/texts.tsx'
import { TextLink } from '../ui/links.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useCellWords, useLockText } from './cell-words.ts'
import { useDayWords } from './day-words.ts'
import type { Move } from './hours-cell.tsx'
import { LockIcon, mayType, type OpenNote, TimesheetCell } from './timesheet-cell.tsx'
import type { ShownDay, ShownRow, ShownTimesheet } from './timesheet-view.ts'
import type { OpenTimesheet } from './use-timesheet.ts'

type GridProps = {
  sheet: OpenTimesheet
  shown: ShownTimesheet
  openNote: OpenNote | null
  onNote: (note: OpenNote | null) => void
  onOpenDay: (day: string) => void
  /** Page up and down, and Ctrl-Home. */
  onGo: (where: 'previous' | 'next' | 'today') => void
}

const placeOf = (row: number, column: number) => `${row},${column}`

export function WeekGrid(props: GridProps) {
  const { timesheet, hours } = useTexts()
  const { write } = useHours()
  const { weekday, weekdayAndDate } = useDayWords()
  const { lockText } = useLockText()
  const wordsOf = useCellWords()
  const table = useRef<HTMLTableElement>(null)
  const { sheet, shown } = props
  const today = sheet.timesheet?.today

  const focus = (row: number, column: number) =>
    table.current?.querySelector<HTMLInputElement>(`[data-place="${placeOf(row, column)}"]`)?.focus()
  const move = (row: number, column: number) => (where: Move) => {
    const lastRow = shown.rows.length - 1
    const lastColumn = shown.days.length - 1
    if (where === 'up') focus(Math.max(0, row - 1), column)
    if (where === 'down') focus(Math.min(lastRow, row + 1), column)
    if (where === 'left') focus(row, Math.max(0, column - 1))
    if (where === 'right') focus(row, Math.min(lastColumn, column + 1))
    if (where === 'first') focus(row, 0)
    if (where === 'last') focus(row, lastColumn)
  }
  const labelOf = (row: ShownRow, day: Day) =>
    timesheet.cell(`${row.projectName}, ${row.activityName}`, weekdayAndDate(day))
  /** As if each were typed; an empty one leaves what is there. */
  const paste = (top: number, left: number) => (block: string[][]) => {
    let refused = 0
    for (const [down, texts] of block.entries())
      for (const [across, text] of texts.entries()) {
        if (text.trim() === '') continue
        const row = shown.rows[top + down]
        const cell = row?.cells[left + across]
        const day = shown.days[left + across]
        const mayChange = mayType(sheet)
        if (row && cell && day && !wordsOf({ row, cell, day, wrong: undefined, mayChange }).readOnly)
          sheet.type(row, cell, labelOf(row, cell.day), text)
        else refused += 1
      }
    if (refused > 0) notifications.show({ color: 'yellow', autoClose: 10_000, message: timesheet.notPasted(refused) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'PageUp') props.onGo('previous')
    else if (event.key === 'PageDown') props.onGo('next')
    else if (event.key === 'Home' && (event.ctrlKey || event.metaKey)) props.onGo('today')
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cells in it.
    <div className="week-scroll panel" onKeyDown={onKeyDown}>
      <table className="week-grid" ref={table} aria-label={timesheet.title}>
        <thead>
          <tr>
            <th scope="col" className="week-activity">
              {timesheet.activityColumn}
            </th>
            {shown.days.map((day) => (
              <th
                key={day.day}
                scope="col"
                data-today={day.day === today || undefined}
                data-rest={day.normMinutes === 0 || undefined}
              >
                <button type="button" className="day-button" onClick={() => props.onOpenDay(day.day)}>
                  {weekday(day.day)} {Number(day.day.slice(8))}
                </button>
                {day.lock ? <LockIcon words={lockText(day.lock)} /> : null}
                {day.day === today ? <span className="today-mark">{timesheet.today}</span> : null}
              </th>
            ))}
            <th scope="col" className="right">
              {hours.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((row, rowIndex) => (
            <tr key={row.activityId}>
              <th scope="row" className="week-activity">
                <RowName row={row} onRemove={() => sheet.remove(row.activityId)} />
              </th>
              {row.cells.map((cell, column) => {
                const day = shown.days[column] as ShownDay
                return (
                  <td
                    key={cell.day}
                    data-today={cell.day === today || undefined}
                    data-rest={day.normMinutes === 0 || undefined}
                  >
                    <TimesheetCell
                      sheet={sheet}
                      row={row}
                      cell={cell}
                      day={day}
                      label={labelOf(row, cell.day)}
                      openNote={props.openNote}
                      onNote={props.onNote}
                      place={placeOf(rowIndex, column)}
                      onMove={move(rowIndex, column)}
                      onPaste={paste(rowIndex, column)}
                    />
                  </td>
                )
              })}
              <td className="right figures week-total">
                {write(row.minutes)}
                <BillableBelow {...row} />
              </td>
            </tr>
          ))}
        </tbody>
        <Sums shown={shown} today={today} />
      </table>
    </div>
  )
}

function RowName({ row, onRemove }: { row: ShownRow; onRemove: () => void }) {
  const { timesheet } = useTexts()
  return (
    <div className="week-name">
      <div>
        <Text size="sm" fw={600} truncate title={`${row.projectNumber} ${row.projectName}`}>
          <TextLink to="/projects/$id" params={{ id: row.projectId }} className="plain-link" inherit c="inherit">
            {row.projectName}
          </TextLink>
        </Text>
        <Text size="xs" c="var(--muted)" truncate title={`${row.activityName} · ${row.customerName}`}>
          <Text span inherit c="var(--mantine-color-text)">
            {row.activityName}
          </Text>{' '}
          · {row.customerName}
        </Text>
        {row.hoursRefusal ? (
          <Text size="xs" c="var(--mantine-color-error)">
            {row.hoursRefusal}
          </Text>
        ) : null}
      </div>
      {row.isRemovable ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={timesheet.removeRow(`${row.projectName}, ${row.activityName}`)}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  )
}

export function BillableBelow({ minutes, billableMinutes }: { minutes: number; billableMinutes: number }) {
  const { hours } = useTexts()
  const { write } = useHours()
  if (minutes === billableMinutes) return null
  return <div className="hours-small">{hours.billableShort(write(billableMinutes))}</div>
}

function Sums({ shown, today }: { shown: ShownTimesheet; today: string | undefined }) {
  const { timesheet, hours } = useTexts()
  const { write } = useHours()
  const { days, totals } = shown
  const isPast = ({ day }: ShownDay) => today !== undefined && day <= today
  const sofar = days.filter(isPast)
  const differenceOf = (part: readonly ShownDay[]) =>
    part.reduce((sum, { minutes, normMinutes }) => sum + minutes - normMinutes, 0)
  return (
    <tfoot>
      <tr className="week-sum">
        <th scope="row">{hours.total}</th>
        {days.map((day) => (
          <td key={day.day} className="right figures" data-today={day.day === today || undefined}>
            {write(day.minutes)}
            <BillableBelow {...day} />
          </td>
        ))}
        <td className="right figures week-total">
          {write(totals.minutes)}
          <BillableBelow {...totals} />
        </td>
      </tr>
      <tr>
        <th scope="row">{timesheet.norm}</th>
        {days.map((day) => (
          <td key={day.day} className="right figures" data-today={day.day === today || undefined}>
            {write(day.normMinutes)}
          </td>
        ))}
        <td className="right figures">{write(totals.normMinutes)}</td>
      </tr>
      <tr className="week-last">
        <th scope="row">{timesheet.difference}</th>
        {days.map((day) => (
          <td key={day.day} className="right figures" data-today={day.day === today || undefined}>
            {isPast(day) ? <Difference minutes={day.minutes - day.normMinutes} /> : ''}
          </td>
        ))}
        <td className="right figures">{sofar.length > 0 ? <Difference minutes={differenceOf(sofar)} /> : ''}</td>
      </tr>
    </tfoot>
  )
}

/** More or fewer than expected, with its sign. */
export function Difference({ minutes }: { minutes: number }) {
  const { write } = useHours()
  const sign = minutes > 0 ? '+' : ''
  return (
    <span data-difference={minutes === 0 ? 'none' : minutes > 0 ? 'more' : 'fewer'}>
      {sign}
      {write(minutes)}
    </span>
  )
}
