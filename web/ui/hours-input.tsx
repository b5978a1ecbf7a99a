// Hours in a form, typed as in the timesheet and kept as whole minutes. What cannot be read stays in the field and is refused.
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { parseHours } from './hours.ts'
import { useHours } from './use-hours.ts'

export function HoursInput(props: {
  label?: ReactNode
  'aria-label'?: string
  'data-path'?: string
  /** Minutes. A text is what could not be read; null is empty. */
  value: number | string | null
  onChange: (value: number | string | null) => void
  error?: unknown
  description?: ReactNode
  placeholder?: string
  required?: boolean
  readOnly?: boolean
  /** Most minutes, a day if not given. */
  most?: number
}) {
  const { hours } = useTexts()
  const { write } = useHours()
  const [typed, setTyped] = useState<string | null>(null)
  const { value, onChange, error, most, ...rest } = props
  const read = typeof value === 'string' ? parseHours(value, most) : undefined
  const fault = typed === null && read && 'fault' in read ? hours.faults[read.fault](String(value)) : undefined
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      error={fault ?? (error as ReactNode)}
      value={typed ?? (typeof value === 'number' ? write(value) : (value ?? ''))}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const next = parseHours(text, most)
        onChange(text.trim() === '' ? null : 'minutes' in next ? next.minutes : text.trim())
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
