// What a person does in Uniconta's own program: no API rules, no user, any label.
import { keyOf, type StoredRow, type Value } from './books.ts'
import { entities, getEntity } from './entities/entities.ts'
import { completeNewRow, referencesTo } from './row-rules.ts'
import { worstCase } from './switches.ts'
import { readBody, toRow, toWire, type WireRow } from './values.ts'
import { today, userFields, type World } from './world.ts'

/** As shown by the hand functions: English labels, dates without a suffix, own fields included. */
export const plainManners = {
  language: 'english',
  switches: { ...worstCase, labelsAccepted: 'both-languages', unknownLabel: 'is-refused', dateSuffix: '' },
} as const

/** Entities whose rows get their number also when they are typed. */
const numbersItself = new Set(['DebtorOrderClient', 'DebtorOrderLineClient'])

export type HandRow = WireRow & { readonly RowId: number }

export function rowsByHand(world: World, company: number, name: string): readonly HandRow[] {
  return world.books.all(company, getEntity(name).name).map((row) => show(world, company, name, row))
}

/** Inserts the row, or changes the given fields of the row with the same key; null blanks a field. */
export function putByHand(world: World, company: number, name: string, given: Record<string, unknown>): HandRow {
  const entity = getEntity(name)
  const values = readBody(given, fieldsFor(world, company, name), plainManners)
  if (entity.name === 'TableFieldsClient') values.set('entity', String(given.entity))
  const stored = findByHand(world, company, name, given)
  if (stored === undefined) {
    if (numbersItself.has(entity.name)) completeNewRow(world, company, entity, values)
    if (entity.fields.Created !== undefined && !values.has('Created')) values.set('Created', today(world))
    return show(world, company, name, world.books.insert(company, entity.name, toRow(values), idFrom(given)))
  }
  const changed = toRow(new Map<string, Value | undefined>([...Object.entries(stored.values), ...values]))
  return show(world, company, name, world.books.replace(company, entity.name, stored.id, changed))
}

export function removeByHand(world: World, company: number, name: string, key: Value): boolean {
  const stored = world.books.find(company, getEntity(name).name, key)
  if (stored === undefined) return false
  const { details } = getEntity(name)
  if (details !== undefined) {
    for (const row of world.books.all(company, details)) {
      const isOwn = referencesTo(getEntity(name).name, [getEntity(details)]).some(
        ({ field }) => keyOf(row.values[field]) === keyOf(key),
      )
      if (isOwn) world.books.remove(company, details, row.id)
    }
  }
  world.books.remove(company, getEntity(name).name, stored.id)
  return true
}

/** Gives a record another number; whatever referred to the old one follows. */
export function rekeyByHand(world: World, company: number, name: string, oldKey: Value, newKey: string): HandRow {
  const entity = getEntity(name)
  const stored = world.books.find(company, entity.name, oldKey)
  if (stored === undefined || entity.key === undefined) throw new Error(`There is no ${name} ${oldKey}`)
  for (const { entity: other, field } of referencesTo(entity.name, entities)) {
    for (const row of world.books.all(company, other.name)) {
      if (keyOf(row.values[field]) !== keyOf(oldKey)) continue
      world.books.replace(company, other.name, row.id, { ...row.values, [field]: newKey })
    }
  }
  // Read again: a row may have referred to itself.
  const current = world.books.findById(company, entity.name, stored.id) ?? stored
  const values = { ...current.values, [entity.key]: newKey }
  return show(world, company, name, world.books.replace(company, entity.name, stored.id, values))
}

function findByHand(world: World, company: number, name: string, given: Record<string, unknown>) {
  const { key, name: entity } = getEntity(name)
  const id = idFrom(given)
  if (id !== undefined) return world.books.findById(company, entity, id)
  if (key === undefined && getEntity(name).rowIdField !== undefined) return world.books.all(company, entity)[0]
  return key === undefined ? undefined : world.books.find(company, entity, String(given[key] ?? ''))
}

function idFrom({ RowId }: Record<string, unknown>): number | undefined {
  return typeof RowId === 'number' ? RowId : undefined
}

function fieldsFor(world: World, company: number, name: string) {
  const { fields, name: entity } = getEntity(name)
  return { ...fields, ...userFields(world, company, entity) }
}

export function show(world: World, company: number, name: string, row: StoredRow): HandRow {
  return { ...toWire(getEntity(name), fieldsFor(world, company, name), row, plainManners), RowId: row.id }
}
