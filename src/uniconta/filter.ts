// The filter language of the other side: a..b is a range, ; a list, * a wildcard, and ! < > compare.

export type QueryFilter =
  | { PropertyName: string; FilterValue: string }
  | { PropertyName: string; OrderBy: true }
  | { PropertyName: string; OrderByDescending: true }
  | { Skip?: number; Take?: number }

/** The server takes at most this many values in one list (seen in the vendor's .NET library). */
export const longestList = 40

/** Text that means itself in a filter. Anything else would be read as an operator, so it cannot be looked up. */
export function isPlain(value: string): boolean {
  return value !== '' && !/[;*!<>=]|\.\./.test(value)
}

/** Rows whose property equals the value, exactly: the answer is always checked again with `sameText`. */
export function equals(property: string, value: string): QueryFilter {
  if (!isPlain(value))
    throw new Error(`${property} ${JSON.stringify(value)} cannot be looked up: it contains filter signs.`)
  return { PropertyName: property, FilterValue: value }
}

export function oneOf(property: string, values: readonly string[]): QueryFilter {
  if (values.length > longestList) throw new Error(`A filter takes ${longestList} values, not ${values.length}.`)
  return {
    PropertyName: property,
    FilterValue: values
      .map((value) => equals(property, value))
      .map((f) => ('FilterValue' in f ? f.FilterValue : ''))
      .join(';'),
  }
}

/** Keys differ there by nothing but case? Then they may be one key there, so a person has to look. */
export const sameText = (a: unknown, b: string) => typeof a === 'string' && a === b
export const sameButCase = (a: unknown, b: string) =>
  typeof a === 'string' && a !== b && a.toLowerCase() === b.toLowerCase()
