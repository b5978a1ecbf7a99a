// Stored values as a reader sees them: in the history, and side by side after a lost update.
import type { ReactNode } from 'react'
import { useTexts } from '../texts/texts.tsx'

/** Undefined: the value is its own word. */
export type ShowField = (field: string, value: unknown) => ReactNode | undefined

/** A stored value as text. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(showValue).toSorted().join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${showValue(inner)}`)
      .join(', ')
  return String(value)
}

/** Fields that have their own words by `own`, yes and no in words, and everything else as it is. */
export function useShowField(own: ShowField | undefined): ShowField {
  const { ui } = useTexts()
  return (field, value) => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'boolean') return value ? ui.yes : ui.no
    return own?.(field, value) ?? showValue(value)
  }
}
