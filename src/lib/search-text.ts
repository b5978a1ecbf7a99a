// What a search box looks in: one lower-cased text per record, found by any part of it.
import { type AnyColumn, and, type SQL, sql } from 'drizzle-orm'

const fold = (text: string) => text.normalize('NFC').toLowerCase()

/** The searchable text of a record, to be stored beside it. */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  return fold(parts.filter(Boolean).join(' '))
}

/** Every word of the search has to be somewhere in the text. Undefined (no condition) for an empty search. */
export function containsWords(column: AnyColumn, search: string | undefined): SQL | undefined {
  const words = fold(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
  return and(...words.map((word) => sql`${column} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`))
}
