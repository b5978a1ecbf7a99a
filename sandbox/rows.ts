// Inserting, changing and deleting rows as the API does: with the rights of a user, the rules of the table and the manners
// of the switches.
import { keyOf, type Row, type StoredRow, type Value } from './books.ts'
import { entities, getEntity } from './entities/entities.ts'
import { Refusal } from './error-codes.ts'
import { checkedOnWrite } from './order-rules.ts'
import {
  completeNewRow,
  customerMustBeOpen,
  findWithin,
  mustBeComplete,
  mustBeNew,
  mustBeUnused,
  mustReferWell,
  referencesTo,
} from './row-rules.ts'
import type { Session } from './sessions.ts'
import { mayDo, type Right } from './users.ts'
import { readBody, toRow } from './values.ts'
import { mannersOf, type Sight, type World } from './world.ts'

/** One user's request on one entity. */
export type Desk = { readonly world: World; readonly session: Session; readonly sight: Sight }

export function insertRow(desk: Desk, body: unknown): StoredRow {
  mustBeAllowed(desk, 'insert', 'NoRightsToInsert')
  const { world, sight, session } = desk
  const draft = readWritable(desk, body)
  completeNewRow(world, session.company, sight.entity, draft)
  const row = toRow(draft)
  mustBeComplete(sight.entity, row)
  mustBeNew(world, session.company, sight.entity, row)
  mustReferWell(world, session.company, sight.fields, row, checkedOnWrite(world, sight.entity, Object.keys(row)))
  customerMustBeOpen(world, session.company, sight.entity, row)
  return world.books.insert(session.company, sight.entity.name, row)
}

export function updateRow(desk: Desk, body: unknown): StoredRow {
  mustBeAllowed(desk, 'update', 'NoRightsToUpdate')
  const stored = findSent(desk, body)
  const sent = readWritable(desk, body)
  const changes: Changes = new Map(sent)
  if (desk.world.switches.partialUpdate === 'blanks-missing-fields') {
    for (const name of writableFields(desk)) if (!sent.has(name)) changes.set(name, undefined)
    // What the sender cannot know must not be blanked by everybody: the day of creation stays.
    if (!sent.has('Created')) changes.delete('Created')
  }
  return applyChanges(desk, stored, changes)
}

/** Changes the fields in which `modified` differs from `original`; a field that neither holds stays as it is. */
export function updateModifiedFields(desk: Desk, original: unknown, modified: unknown): StoredRow {
  mustBeAllowed(desk, 'update', 'NoRightsToUpdate')
  const stored = findSent(desk, original)
  const before = readWritable(desk, original)
  const after = readWritable(desk, modified)
  const changes: Changes = new Map()
  for (const name of writableFields(desk)) {
    if (before.get(name) === after.get(name)) continue
    if (desk.world.switches.staleOriginal === 'is-refused' && stored.values[name] !== before.get(name)) {
      throw new Refusal('CannotUpdateRecord', name, String(before.get(name) ?? ''))
    }
    changes.set(name, after.get(name))
  }
  return applyChanges(desk, stored, changes)
}

export function deleteRow(desk: Desk, body: unknown): StoredRow {
  mustBeAllowed(desk, 'delete', 'NoRightsToDelete')
  const { world, session, sight } = desk
  const stored = findSent(desk, body)
  const { details } = sight.entity
  if (details !== undefined) removeDetails(desk, details, stored)
  mustBeUnused(world, session.company, sight.entity, stored.values, entities)
  world.books.remove(session.company, sight.entity.name, stored.id)
  return stored
}

function removeDetails({ world, session, sight }: Desk, details: string, { values }: StoredRow): void {
  const [reference] = referencesTo(sight.entity.name, [getEntity(details)])
  const key = keyOf(values[sight.entity.key ?? ''])
  for (const row of world.books.all(session.company, details)) {
    if (keyOf(row.values[reference?.field ?? '']) === key) world.books.remove(session.company, details, row.id)
  }
}

type Changes = Map<string, Value | undefined>

function applyChanges(desk: Desk, stored: StoredRow, changes: Changes): StoredRow {
  const { world, session, sight } = desk
  const { entity } = sight
  const newKey = entity.key === undefined ? undefined : changes.get(entity.key)
  if (entity.key !== undefined && changes.has(entity.key) && keyOf(newKey) !== keyOf(stored.values[entity.key])) {
    throw new Refusal('PrimaryKeyCannotBeChanged', entity.key, String(newKey ?? ''))
  }
  if (entity.key !== undefined) changes.delete(entity.key) // written in another case it is still the same key
  const changed = [...changes].filter(([name, value]) => stored.values[name] !== value).map(([name]) => name)
  if (entity.fields.UpdatedAt !== undefined) changes.set('UpdatedAt', world.now().toISOString())
  const row: Row = toRow(new Map([...Object.entries(stored.values), ...changes]))
  mustBeComplete(entity, row)
  mustReferWell(world, session.company, sight.fields, row, checkedOnWrite(world, entity, changed))
  if (changed.includes('Account')) customerMustBeOpen(world, session.company, entity, row)
  return world.books.replace(session.company, entity.name, stored.id, row)
}

/** The row a body speaks of: by its number where the entity shows one, else by key. */
export function findSent(desk: Desk, body: unknown): StoredRow {
  const { world, session, sight } = desk
  const { entity } = sight
  const property = (name: string) => propertyOf(body, name)
  const idField = entity.rowIdField ?? (world.switches.rowIds === 'PrimaryKeyId' ? 'PrimaryKeyId' : undefined)
  const id = idField === undefined ? 0 : Number(property(idField) ?? 0)
  const key = entity.key === undefined ? '' : String(property(entity.key) ?? '').slice(0, sight.fields[entity.key]?.max)
  const within = entity.keyWithinMaster
  const found =
    within !== undefined && id <= 0
      ? findWithin(world, session.company, entity, property(within.master), property(within.key))
      : id > 0
        ? world.books.findById(session.company, entity.name, id)
        : world.books.find(session.company, entity.name, key)
  if (found === undefined) throw new Refusal('CouldNotFind', entity.key, key)
  return found
}

export function propertyOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.entries(body).find(([property]) => property.toLowerCase() === name.toLowerCase())?.[1]
}

function readWritable({ world, session, sight }: Desk, body: unknown): Changes {
  const values = readBody(body, sight.fields, mannersOf(world, session))
  for (const [name, field] of Object.entries(sight.fields)) if (field.readOnly) values.delete(name)
  return values
}

function writableFields({ sight }: Desk): string[] {
  return Object.keys(sight.fields).filter((name) => sight.fields[name]?.readOnly === undefined)
}

function mustBeAllowed(
  { session, sight }: Desk,
  right: Right,
  refusal: 'NoRightsToInsert' | 'NoRightsToUpdate' | 'NoRightsToDelete',
): void {
  if (!mayDo(session.user, right, sight.entity.name)) throw new Refusal(refusal, undefined, sight.entity.name)
  if (sight.entity.readOnly) throw new Refusal('CannotUpdateRecord', undefined, sight.entity.name)
}
