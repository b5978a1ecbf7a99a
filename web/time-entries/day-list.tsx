// One day as a list with large targets: for the phone, and for whoever registers day by day.
import './day-list.css'
import { ActionIcon, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconMinus, IconNote, IconPlus } from '@tabler/icons-react'
import { useTexts } from '../texts/texts.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useCellWords, useLockText } from './cell-words.ts'
import { useDayWords } from './day-words.ts'
import { LockIcon, mayType, type OpenNote, TimesheetCell, wantsNote } from './timesheet-cell.tsx'
import type { ShownDay, ShownRow, ShownTimesheet } from './timesheet-view.ts'
import type { OpenTimesheet } from './use-timesheet.ts'

const stepMinutes = 30

export function DayList(props: {
  sheet: OpenTimesheet
  shown: ShownTimesheet
  day: string
  onDay: (day: string) => void
  openNote: OpenNote | null
  onNote: (note: OpenNote | null) => void
}) {
  const { timesheet } = useTexts()
  const { shown } = props
  const { weekday } = useDayWords()
  const { write } = useHours()
  const { lockText } = useLockText()
  const column = shown.days.findIndex(({ day }) => day === props.day)
  const day = shown.days[column]
  if (!day) return null
  return (
    <Stack gap="sm" maw={720}>
      <div className="day-strip">
        {shown.days.map((one) => (
          <button
            key={one.day}
            type="button"
            data-today={one.day === props.sheet.timesheet?.today || undefined}
            {...(one.day === props.day ? { 'aria-current': 'date' as const } : {})}
            onClick={() => props.onDay(one.day)}
          >
            <span>{weekday(one.day)}</span>
            <span className="day-number">{Number(one.day.slice(8))}</span>
            <span className="figures">{one.minutes > 0 ? write(one.minutes) : '–'}</span>
            {one.lock ? <LockIcon words={lockText(one.lock)} /> : null}
          </button>
        ))}
      </div>
      <DaySum day={day} />
      {shown.rows.length === 0 ? <Text>{timesheet.emptyDay}</Text> : null}
      {shown.rows.map((row) => (
        <DayRow key={row.activityId} {...props} row={row} column={column} dayOf={day} />
      ))}
    </Stack>
  )
}

function DaySum({ day }: { day: ShownDay }) {
  const { timesheet } = useTexts()
  const { write } = useHours()
  const { minutes, normMinutes } = day
  const missing = normMinutes - minutes
  const words =
    normMinutes === 0
      ? timesheet.nothingExpected
      : missing > 0
        ? timesheet.fewer(write(missing))
        : missing < 0
          ? timesheet.more(write(-missing))
          : timesheet.asExpected
  return (
    <div>
      <Group justify="space-between" align="baseline">
        <Text fw={600} size="lg" className="figures">
          {write(minutes)}{' '}
          <Text span size="sm" c="var(--muted)" fw={400}>
            {normMinutes > 0 ? timesheet.ofNorm(write(normMinutes)) : ''}
          </Text>
        </Text>
        <Text size="sm" c="var(--muted)" className="figures">
          {words}
        </Text>
      </Group>
      <Progress value={normMinutes > 0 ? Math.min(100, (100 * minutes) / normMinutes) : 0} size="sm" aria-hidden />
    </div>
  )
}

function DayRow(props: Parameters<typeof DayList>[0] & { row: ShownRow; column: number; dayOf: ShownDay }) {
  const { hours, timesheet } = useTexts()
  const { write } = useHours()
  const { wholeDay } = useDayWords()
  const wordsOf = useCellWords()
  const { sheet, row, column, dayOf } = props
  const cell = row.cells[column]
  if (!cell) return null
  const activity = `${row.projectName}, ${row.activityName}`
  const label = timesheet.cell(activity, wholeDay(cell.day))
  const wrong = sheet.wrong.get(cell.key)
  const { readOnly, hint } = wordsOf({ row, cell, day: dayOf, wrong, mayChange: mayType(sheet) })
  const step = (by: number) => {
    const minutes = Math.min(1440, Math.max(cell.keptMinutes, cell.minutes + by))
    if (minutes === cell.minutes) return
    if (wantsNote(sheet, cell, minutes)) props.onNote({ key: cell.key, worked: write(minutes) })
    else sheet.save(row, cell, label, { minutes })
  }
  return (
    <Paper withBorder p="sm" component="section" aria-label={activity} className="day-row">
      <Text size="sm" fw={600}>
        {row.projectName} · {row.activityName}
      </Text>
      <Text size="xs" c="var(--muted)">
        {row.customerName}
      </Text>
      <Group gap={6} mt={6} wrap="nowrap">
        {readOnly ? null : (
          <ActionIcon
            variant="default"
            size={44}
            aria-label={`${label}: ${timesheet.less(write(stepMinutes))}`}
            disabled={cell.minutes <= cell.keptMinutes}
            onClick={() => step(-stepMinutes)}
          >
            <IconMinus size={18} aria-hidden />
          </ActionIcon>
        )}
        <div className="day-cell">
          <TimesheetCell
            sheet={sheet}
            row={row}
            cell={cell}
            day={dayOf}
            label={label}
            openNote={props.openNote}
            onNote={props.onNote}
          />
        </div>
        {readOnly ? null : (
          <ActionIcon
            variant="default"
            size={44}
            aria-label={`${label}: ${timesheet.plus(write(stepMinutes))}`}
            onClick={() => step(stepMinutes)}
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        )}
        <Button
          variant="subtle"
          h={44}
          ml="auto"
          px="xs"
          disabled={readOnly && cell.minutes === 0}
          aria-label={timesheet.noteOf(label)}
          leftSection={<IconNote size={16} aria-hidden />}
          onClick={() => props.onNote({ key: cell.key })}
        >
          {hours.note}
        </Button>
      </Group>
      {hint ? (
        <Text
          size="xs"
          c={wrong || cell.unsaved?.state === 'failed' ? 'var(--mantine-color-error)' : 'var(--muted)'}
          mt={4}
        >
          {hint}
        </Text>
      ) : null}
      {cell.note || cell.internalNote ? (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line' }}>
          {[cell.note, cell.internalNote].filter(Boolean).join('\n')}
        </Text>
      ) : null}
    </Paper>
  )
}
