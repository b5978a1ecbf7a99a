/**
 * The same plain value with every text as the database takes it: PostgreSQL refuses NUL and halves of surrogate pairs, and an
 * answer from outside may bring both, as may a text that was cut in the middle of a sign.
 */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' ? part.replaceAll('\0', '\ufffd').toWellFormed() : part,
  )
}
