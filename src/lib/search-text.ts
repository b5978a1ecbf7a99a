// What a search box looks in: one lower-cased text per record, found by any part of it.
import { type AnyColumn, and, type SQL, sql } from 'drizzle-orm'

const fold = (text: string) => text.normalize('NFC').toLowerCase()

/** The searchable text of a record, to be stored beside it. */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  return fold(parts.filter(Boolean).join(' '))
}

/** Every word of the search has to be somewhere in the text. Undefined (no condition) for an empty search. */
export function containsWords(column: AnyColumn | SQL, search: string | undefined): SQL | undefined {
  return and(...wordsOf(search).map((word) => contains(column, word)))
}

/** The words of a search that count, folded. */
export function wordsOf(search: string | undefined): string[] {
  return fold(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
}

export function contains(column: AnyColumn | SQL, part: string): SQL {
  return sql`${column} like ${`%${escaped(part)}%`}`
}

const capitals = Array.from({ length: 0x250 - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index)).filter(
  (letter) => letter.toLowerCase() !== letter && letter.toLowerCase().length === 1,
)
const small = capitals.map((letter) => letter.toLowerCase())

/**
 * Whether a word of `wordsOf` stands in a column that has no folded text beside it. In the locale C lower() knows ASCII only, so
 * other letters are folded by translate(), which is slow: a pattern with any letter in their place sorts out most rows before.
 */
export function containsUnfolded(column: AnyColumn, word: string): SQL {
  const lowered = sql`lower(${column})`
  const rough = escaped(word).replace(/\P{ASCII}/gu, '_')
  const fits = sql`${lowered} like ${`%${rough}%`}`
  if (rough === escaped(word)) return fits
  return sql`(case when ${fits} then ${contains(sql`translate(${lowered}, ${capitals.join('')}, ${small.join('')})`, word)} else false end)`
}

const escaped = (part: string) => part.replace(/[\\%_]/g, '\\$&')
