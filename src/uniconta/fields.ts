// Fields as they travel: what is sent, how long it may be, and when two values are the same.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Difference } from '../sync/sync-table.ts'
import { phaseOf } from './phases.ts'
import type { Row } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

export type FieldValue = string | number
/** Only the fields we send: each is ours to set, and '' or 0 clears it there. */
export type Fields = Readonly<Record<string, FieldValue>>

/** Longest text of each field; longer text is cut there in silence, so it is refused here. Source: docs/uniconta.md#fields. */
const lengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  DebtorClient: {
    Name: 100,
    Group: 20,
    Address1: 60,
    Address2: 60,
    Address3: 60,
    ZipCode: 12,
    City: 30,
    CompanyRegNo: 20,
    ContactEmail: 200,
    InvoiceEmail: 200,
    Phone: 30,
    Www: 100,
  },
  ProjectClient: {
    Name: 60,
    Account: 20,
    Dimension1: 20,
    Dimension2: 20,
    Dimension3: 20,
    Dimension4: 20,
    Dimension5: 20,
  },
}

const dateFields = new Set(['StartDate', 'EndDate'])
export const emptyDate = '0001-01-01T00:00:00'

/** A day on the wire: midnight without an offset, so that no time zone can move it. */
export const toDate = (day: string | null): string => (day ? `${day}T00:00:00` : emptyDate)

/** `DebtorClientUser` is `DebtorClient` with the company's own fields, whose lengths are not told. */
export function mustFit(entity: string, fields: Fields): void {
  for (const [field, max] of Object.entries(lengths[entity.replace(/User$/, '')] ?? {})) {
    const value = fields[field]
    if (typeof value === 'string' && value.length > max)
      throw new SyncFailure('rejected', say('uniconta.tooLong', { field, length: value.length, max }))
  }
}

/** A value as two sides can compare it: empty dates, missing and null are nothing; days are their first ten signs. */
export function comparable(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value).replaceAll('\0', '').toWellFormed().trim()
  if (dateFields.has(field)) return text.startsWith('0001-01-01') ? '' : text.slice(0, 10)
  if (field === 'Country') return text === '0' ? '' : text
  if (field === 'Phase') return phaseOf(text) ?? text
  return text
}

/** Our fields that the row there does not carry. A phase label that nobody knows is left alone. */
export function differing(fields: Fields, row: Row): Difference[] {
  return Object.entries(fields)
    .filter(([field, value]) => comparable(field, value) !== comparable(field, row[field]))
    .filter(([field]) => field !== 'Phase' || !row.Phase || phaseOf(row.Phase) !== undefined)
    .map(([field, value]) => ({ field, here: comparable(field, value), there: comparable(field, row[field]) }))
}

/** Whether a row is what a call of ours, whose answer or whose end was lost, meant to make. */
export function isAsMeant(intent: Fields | null, row: Row): boolean {
  return intent !== null && Object.keys(intent).length > 0 && differing(intent, row).length === 0
}

/** What is kept of a row: the sent fields as they stand there. */
export function snapshotOf(fields: Fields, row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, comparable(field, row[field])]))
}

/** True when what we would send is what was last read there: then there is nothing to do, and no call. */
export function matchesSnapshot(fields: Fields, snapshot: Readonly<Record<string, unknown>> | null): boolean {
  if (!snapshot) return false
  return Object.entries(fields).every(([field, value]) => comparable(field, value) === snapshot[field])
}

/** For an insert: fields that hold nothing are not sent. */
export function filled(fields: Fields): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => comparable(field, value) !== ''))
}

/** The row id, where the other side tells one. It stays when a number is changed there. */
export function rowIdOf(row: Row): string | null {
  const id = row.RowId ?? row.PrimaryKeyId
  return typeof id === 'number' || typeof id === 'string' ? String(id) : null
}
