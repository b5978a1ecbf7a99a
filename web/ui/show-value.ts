/** A stored value as text, for comparisons side by side. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(showValue).toSorted().join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${showValue(inner)}`)
      .join(', ')
  return String(value)
}
