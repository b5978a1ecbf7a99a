// Hours, billable hours, note and internal note of one cell. Done, Ctrl-Enter and a click beside it save; Escape leaves it as it was.
import { Button, Group, Kbd, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useImperativeHandle, useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { parseHours } from '../ui/hours.ts'
import { useHours } from '../ui/use-hours.ts'
import type { CellProps } from './timesheet-cell.tsx'
import { type CellChange, foreseenBillable } from './timesheet-view.ts'

export function CellNote(props: CellProps & { readOnly: boolean; onClose: () => void; finish: Ref<() => void> }) {
  const { hours, timesheet } = useTexts()
  const { write } = useHours()
  const format = useFormat()
  const { sheet, row, cell, label, readOnly, onClose } = props
  const [first] = useState({
    worked: cell.minutes ? write(cell.minutes) : '',
    billable: cell.minutes ? write(cell.billableMinutes) : '',
    note: cell.note ?? '',
    internalNote: cell.internalNote ?? '',
  })
  const [values, setValues] = useState({ ...first, worked: props.openNote?.worked ?? first.worked })
  const [isTried, setTried] = useState(false)
  const worked = parseHours(values.worked)
  const minutes = 'minutes' in worked ? worked.minutes : undefined
  const hasBillable =
    values.billable.trim() !== '' && (values.billable !== first.billable || values.worked === first.worked)
  const billable = hasBillable ? parseHours(values.billable) : undefined
  const fault = (text: string, read: ReturnType<typeof parseHours> | undefined) =>
    read && 'fault' in read ? hours.faults[read.fault](text) : undefined
  const notes = sheet.timesheet?.notesRequired && (minutes ?? 0) > 0 && values.note.trim() === ''
  const isSeveral = cell.entries.length > 1

  /** False: it cannot be saved like this. */
  const save = (): boolean => {
    setTried(true)
    if (readOnly || JSON.stringify(values) === JSON.stringify(first)) return true
    if (minutes === undefined || (billable && 'fault' in billable) || notes) return false
    const change: CellChange = { minutes }
    if (billable && billable.minutes !== foreseenBillable(row, cell, minutes)) change.billableMinutes = billable.minutes
    if (values.note !== first.note) change.note = values.note.trim() || null
    if (values.internalNote !== first.internalNote) change.internalNote = values.internalNote.trim() || null
    sheet.save(row, cell, label, change)
    return true
  }
  const finish = () => {
    if (save()) onClose()
  }
  // A click beside it asks here whether it may close.
  useImperativeHandle(props.finish, () => finish)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement))
      finish()
    else return
    event.preventDefault()
  }
  const set = (name: keyof typeof values) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setValues((before) => ({ ...before, [name]: value }))
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it.
    <div onKeyDown={onKeyDown}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {row.projectName} · {row.activityName}
          <Text span size="sm" c="var(--muted)" fw={400}>
            {' '}
            {format.day(cell.day)}
          </Text>
        </Text>
        <Group grow align="flex-start">
          <TextInput
            label={hours.worked}
            value={values.worked}
            onChange={set('worked')}
            readOnly={readOnly}
            inputMode="decimal"
            autoComplete="off"
            error={fault(values.worked, worked)}
          />
          <TextInput
            label={hours.billable}
            value={hasBillable || values.worked === first.worked ? values.billable : ''}
            placeholder={minutes === undefined ? '' : write(foreseenBillable(row, cell, minutes))}
            onChange={set('billable')}
            readOnly={readOnly}
            inputMode="decimal"
            autoComplete="off"
            error={fault(values.billable, billable)}
          />
        </Group>
        <Textarea
          label={hours.note}
          description={hours.noteHint}
          value={values.note}
          onChange={set('note')}
          readOnly={readOnly || isSeveral}
          maxLength={1000}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          required={sheet.timesheet?.notesRequired ?? false}
          error={isTried && notes ? timesheet.noteMissing : undefined}
        />
        <Textarea
          label={hours.internalNote}
          value={values.internalNote}
          onChange={set('internalNote')}
          readOnly={readOnly || isSeveral}
          maxLength={1000}
          autosize
          minRows={1}
          maxRows={4}
        />
        {isSeveral ? (
          <Text size="xs" c="var(--muted)">
            {timesheet.severalEntries(cell.entries.length)}
          </Text>
        ) : null}
        <Group justify="space-between">
          <Text size="xs" c="var(--muted)">
            {readOnly ? '' : timesheet.escapeHint}
          </Text>
          <Button
            size="xs"
            onClick={finish}
            rightSection={
              <Kbd size="xs" visibleFrom="sm">
                {timesheet.doneHint}
              </Kbd>
            }
          >
            {timesheet.done}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
