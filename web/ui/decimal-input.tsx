// A number, typed as the reader writes it (1.195,50 or 1195.50) and kept as a decimal string. What cannot be read stays in the
// field and is refused, never changed back in silence.
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useLanguage, useTexts } from '../texts/texts.tsx'
import { readDecimal, writeDecimal } from './decimal.ts'

export type DecimalInputProps = {
  label?: ReactNode
  'aria-label'?: string
  'data-path'?: string
  /** "1195.5"; null is empty. */
  value: string | null
  onChange: (value: string | null) => void
  /** When the field is left, with what is in it then. */
  onBlur?: () => void
  error?: unknown
  description?: ReactNode
  placeholder?: string
  /** Shown behind the figures: a currency, %, hours. */
  unit?: string | undefined
  /** How many decimals are shown at least; 0 if not given. */
  decimals?: number
  required?: boolean
  disabled?: boolean
  readOnly?: boolean
  autoFocus?: boolean
  size?: 'xs' | 'sm'
  w?: number | string
}

const isDecimal = (value: string) => /^-?\d+(\.\d+)?$/.test(value)

export function DecimalInput(props: DecimalInputProps) {
  const { ui } = useTexts()
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const { value, unit, decimals = 0, onChange, onBlur, error, ...rest } = props
  const isUnread = typed === null && value !== null && !isDecimal(value)
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      className="decimal-input"
      error={isUnread ? ui.decimalUnread(writeDecimal('1195.5', language, 2)) : (error as ReactNode)}
      value={typed ?? writeDecimal(value ?? '', language, decimals)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(text.trim() === '' ? null : (readDecimal(text, language) ?? text.trim()))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
      {...(unit
        ? {
            rightSection: <span className="unit">{unit}</span>,
            rightSectionWidth: 14 + unit.length * 9,
            rightSectionPointerEvents: 'none' as const,
          }
        : {})}
    />
  )
}
