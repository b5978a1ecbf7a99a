// Between the wire and the books: what a property becomes when it is written, and how it looks when it is read.
import { type AppEnumName, type Language, labelOf, numberOf } from './app-enums.ts'
import type { Row, StoredRow, Value } from './books.ts'
import type { Entity, Field } from './entities/field.ts'
import { BadBody, Refusal } from './error-codes.ts'
import type { Switches } from './switches.ts'

export type WireRow = Record<string, Value>

const emptyDate = '0001-01-01T00:00:00'
const greatestCountry = 248
const greatestInt = 2 ** 31 - 1

/** How rows are shown to somebody and how their words are understood. */
export type Manners = {
  readonly language: Language
  readonly switches: Switches
}

/** Reads a body as values of the fields. Only properties that were sent are in the answer, with undefined for a blank one. */
export function readBody(
  body: unknown,
  fields: Readonly<Record<string, Field>>,
  manners: Manners,
): Map<string, Value | undefined> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BadBody('A JSON object is expected.')
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]))
  const values = new Map<string, Value | undefined>()
  for (const [property, sent] of Object.entries(body)) {
    const name = names.get(property.toLowerCase())
    if (name === undefined) continue // a property Uniconta does not know is dropped without a word
    const value = readValue(name, fields[name] as Field, sent, manners)
    if (value !== 'not-sent') values.set(name, value === '' || value === 0 || value === false ? undefined : value)
  }
  return values
}

function readValue(name: string, field: Field, sent: unknown, manners: Manners): Value | undefined | 'not-sent' {
  if (sent === null || sent === undefined) return undefined
  if (field.kind === 'text') return readText(name, field, sent)
  if (field.kind === 'appenum') return readLabel(name, field.appEnum as AppEnumName, sent, manners)
  if (field.kind === 'bool') return readBool(name, sent)
  if (field.kind === 'date') return readDate(name, sent, manners.switches)
  if (field.kind === 'instant') return String(sent) // only by hand: every such field is read-only
  const number = readNumber(name, sent)
  if (field.kind === 'amount') return Math.round(number * 10_000) / 10_000
  if (!Number.isInteger(number)) throw new BadBody(`${name} takes a whole number.`)
  if (Math.abs(number) > greatestInt) throw new BadBody(`${name} takes a number of 32 bits.`)
  if (field.kind === 'country' && (number < 0 || number > greatestCountry)) {
    throw new Refusal('FieldHasinvalidValue', name, String(number))
  }
  return number
}

function readText(name: string, field: Field, sent: unknown): string {
  if (typeof sent === 'object') throw new BadBody(`${name} takes a text.`)
  const text = String(sent).trimEnd()
  if (field.noBlanks && /\s/.test(text)) throw new Refusal('FieldHasinvalidValue', name, text)
  return text.slice(0, field.max)
}

function readLabel(name: string, list: AppEnumName, sent: unknown, manners: Manners): number | 'not-sent' {
  const { switches, language } = manners
  const label = String(sent)
  if (label === '') return 0
  const languages = switches.labelsAccepted === 'own-language' ? [language] : (['english', 'danish'] as const)
  const number = numberOf(list, label, languages)
  if (number !== undefined) return number
  if (switches.unknownLabel === 'is-refused') throw new Refusal('FieldHasinvalidValue', name, label)
  return switches.unknownLabel === 'is-ignored' ? 'not-sent' : 0
}

function readBool(name: string, sent: unknown): boolean {
  if (typeof sent === 'boolean') return sent
  if (typeof sent === 'number') return sent !== 0
  if (typeof sent === 'string' && /^(true|false)$/i.test(sent)) return sent.toLowerCase() === 'true'
  throw new BadBody(`${name} takes true or false.`)
}

function readNumber(name: string, sent: unknown): number {
  const number = typeof sent === 'string' && sent.trim() !== '' ? Number(sent) : sent
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new BadBody(`${name} takes a number.`)
  return number
}

function readDate(name: string, sent: unknown, switches: Switches): string | undefined {
  const text = String(sent)
  if (text === '') return undefined
  const match = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  const moment = Date.parse(text)
  if (match === null || Number.isNaN(moment)) throw new BadBody(`${name} takes a date.`)
  const day = match[2] !== undefined && switches.dateOffset === 'shifts-the-day' ? new Date(moment).toISOString() : text
  return day.startsWith('0001-01-01') ? undefined : day.slice(0, 10)
}

/** A row as it travels: blank texts are left out, everything else is always there. */
export function toWire(
  entity: Entity,
  fields: Readonly<Record<string, Field>>,
  row: StoredRow,
  manners: Manners,
): WireRow {
  const wire: WireRow = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = show(field, row.values[name], manners)
    if (value !== '') wire[name] = value
  }
  if (entity.rowIdField !== undefined) wire[entity.rowIdField] = row.id
  else if (manners.switches.rowIds === 'PrimaryKeyId') wire.PrimaryKeyId = row.id
  return wire
}

function show(field: Field, value: Value | undefined, manners: Manners): Value {
  if (field.kind === 'text') return value ?? ''
  if (field.kind === 'appenum') return labelOf(field.appEnum as AppEnumName, Number(value ?? 0), manners.language)
  if (field.kind === 'date') return value === undefined ? emptyDate : `${value}T00:00:00${manners.switches.dateSuffix}`
  if (field.kind === 'instant') return value ?? emptyDate
  if (field.kind === 'bool') return value ?? false
  return value ?? 0
}

export function toRow(values: ReadonlyMap<string, Value | undefined>): Row {
  return Object.fromEntries([...values].filter((entry): entry is [string, Value] => entry[1] !== undefined))
}
