// The filter language of queries: `a..b`, `a..`, `..b`, lists with `;`, `*` as wildcard, `!` for not, `<` `<=` `>` `>=`.
// Texts are compared without case, dates are dd-MM-yyyy. There is no way to escape a sign that means something.
import { type AppEnumName, type Language, labelOf } from './app-enums.ts'
import type { Value } from './books.ts'
import type { Field } from './entities/field.ts'
import { BadBody } from './error-codes.ts'
import type { Switches } from './switches.ts'

/** The .NET API refuses longer lists; that the WebAPI does so too is likely. */
const mostValues = 40

export type Matches = (value: Value | undefined) => boolean

/** What a value of this field is compared as: a number, or a text in lower case. Blank counts as 0 or ''. */
type Comparable = number | string

/** True when the filter is one plain value or a list of them, so that rows can be found by key. */
export function plainValues(filter: string): readonly string[] | undefined {
  const values = filter.split(';').map((value) => value.trim())
  return values.every((value) => value !== '' && !/[*!<>=]|\.\./.test(value)) ? values : undefined
}

export function parseFilter(filter: string, field: Field, language: Language, switches: Switches): Matches {
  if (filter.trim() === '') return () => true
  const terms = filter.split(';').map((term) => term.trim())
  if (terms.length > mostValues) throw new BadBody(`A filter can have at most ${mostValues} values.`)
  const wanted = terms.filter((term) => !term.startsWith('!')).map((term) => parseTerm(term, field, switches))
  const unwanted = terms.filter((term) => term.startsWith('!')).map((term) => parseTerm(term.slice(1), field, switches))
  return (value) => {
    const comparable = comparableOf(value, field, language)
    return (
      (wanted.length === 0 || wanted.some((test) => test(comparable))) && !unwanted.some((test) => test(comparable))
    )
  }
}

function parseTerm(term: string, field: Field, switches: Switches): (value: Comparable) => boolean {
  const read = (bound: string) => boundOf(bound.trim(), field, switches)
  const range = term.indexOf('..')
  if (range >= 0) return inRange(term.slice(0, range), term.slice(range + 2), read)
  const comparison = /^(<=|>=|<|>|=)(.*)$/.exec(term)
  if (comparison !== null) return compare(comparison[1] ?? '', read(comparison[2] ?? ''))
  if (term.includes('*') && isText(field)) {
    const pattern = new RegExp(`^${term.toLowerCase().split('*').map(escapeForPattern).join('.*')}$`, 's')
    return (value) => pattern.test(String(value))
  }
  return compare('=', read(term))
}

function inRange(from: string, to: string, read: (bound: string) => Comparable | undefined) {
  const least = from.trim() === '' ? () => true : compare('>=', read(from))
  const most = to.trim() === '' ? () => true : compare('<=', read(to))
  return (value: Comparable) => least(value) && most(value)
}

function compare(sign: string, bound: Comparable | undefined): (value: Comparable) => boolean {
  if (bound === undefined) return () => false
  if (sign === '<') return (value) => value < bound
  if (sign === '>') return (value) => value > bound
  if (sign === '<=') return (value) => value <= bound
  if (sign === '>=') return (value) => value >= bound
  return (value) => value === bound
}

/** Undefined when the text is no value of the field's kind; such a bound matches nothing. */
function boundOf(bound: string, field: Field, switches: Switches): Comparable | undefined {
  if (isText(field)) return bound.toLowerCase()
  if (field.kind === 'date' || field.kind === 'instant') return dateBound(bound, switches)
  if (field.kind === 'bool') return { true: 1, false: 0, '1': 1, '0': 0 }[bound.toLowerCase()]
  const number = Number(bound.replace(',', '.'))
  return bound === '' || Number.isNaN(number) ? undefined : number
}

function dateBound(bound: string, switches: Switches): string | undefined {
  const danish = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(bound)
  if (danish !== null) return `${danish[3]}-${danish[2]?.padStart(2, '0')}-${danish[1]?.padStart(2, '0')}`
  return switches.filterDates === 'also-iso' && /^\d{4}-\d{2}-\d{2}/.test(bound) ? bound.slice(0, 10) : undefined
}

function comparableOf(value: Value | undefined, field: Field, language: Language): Comparable {
  if (field.kind === 'appenum') {
    return labelOf(field.appEnum as AppEnumName, Number(value ?? 0), language).toLowerCase()
  }
  if (field.kind === 'instant') return String(value ?? '').slice(0, 10) // a filter knows days only
  if (isText(field) || field.kind === 'date') return String(value ?? '').toLowerCase()
  return Number(value ?? 0)
}

function isText(field: Field): boolean {
  return field.kind === 'text' || field.kind === 'appenum'
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** For OrderBy: blanks first, texts without case. */
export function sortKey(value: Value | undefined, field: Field, language: Language): number | string {
  return comparableOf(value, field, language)
}
