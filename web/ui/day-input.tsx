// A day, typed as the reader writes it or picked in a calendar. What cannot be read stays in the field and is refused, never
// changed back in silence.
import 'dayjs/locale/da.js'
import 'dayjs/locale/nb.js'
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { dayIn, isDay } from '../../src/lib/dates.ts'
import { useMe } from '../session.tsx'
import { useLanguage, useTexts } from '../texts/texts.tsx'
import { readDay, writeDay } from './day.ts'

export function DayInput(props: {
  label: string
  /** For a column of days, whose head says what they are. */
  isLabelHidden?: boolean
  value: string | null
  onChange: (value: string | null) => void
  error?: unknown
  'data-path'?: string
  description?: string
  required?: boolean
  disabled?: boolean
  /** When the field is left, and when a day is picked: what is in it then. */
  onDone?: (value: string | null) => void
}) {
  const { ui } = useTexts()
  const language = useLanguage()
  const { timeZone } = useMe().company
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { value } = props
  const today = dayIn(timeZone, new Date())
  const day = value !== null && isDay(value) ? value : null
  const isUnread = typed === null && value !== null && day === null
  return (
    <TextInput
      {...(props.isLabelHidden ? { 'aria-label': props.label } : { label: props.label })}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      data-path={props['data-path']}
      description={props.description}
      placeholder={ui.dayPattern}
      autoComplete="off"
      error={isUnread ? ui.dayUnread(writeDay(today, language)) : (props.error as string | undefined)}
      value={typed ?? writeDay(value ?? '', language)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        props.onChange(text.trim() === '' ? null : (readDay(text, today) ?? text.trim()))
      }}
      onBlur={() => {
        setTyped(null)
        props.onDone?.(value)
      }}
      rightSection={
        <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={props.disabled ?? false}
              aria-label={ui.pickDay(props.label)}
              onClick={() => setOpen((open) => !open)}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              locale={language}
              value={day}
              defaultDate={day ?? today}
              allowDeselect
              hideOutsideDates
              onChange={(picked) => {
                props.onChange(picked)
                props.onDone?.(picked)
                setOpen(false)
              }}
              ariaLabels={{ previousMonth: ui.previousMonth, nextMonth: ui.nextMonth }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
