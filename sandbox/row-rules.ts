// What Uniconta demands of a row before it is written.
import { keyOf, type Row, type StoredRow, type Value } from './books.ts'
import { getEntity } from './entities/entities.ts'
import type { Entity, Field } from './entities/field.ts'
import { type ErrorCodeName, Refusal } from './error-codes.ts'
import { completeOrder, completeOrderLine } from './order-rules.ts'
import { today, type World } from './world.ts'

export type Draft = Map<string, Value | undefined>

const headings = new Set<Value | undefined>([undefined, 0, 1, 2]) // Header, Sum, Calculation expression

/** Fills in what Uniconta fills in: the default group, the next number of the group's series, the day of creation. */
export function completeNewRow(world: World, company: number, entity: Entity, draft: Draft): void {
  for (const field of entity.defaultsTo ?? []) {
    if (draft.get(field) === undefined) draft.set(field, defaultOf(world, company, entity, field))
  }
  if (entity.name === 'DebtorOrderClient') completeOrder(world, company, draft)
  if (entity.name === 'DebtorOrderLineClient') completeOrderLine(world, company, draft)
  if (entity.key !== undefined && draft.get(entity.key) === undefined) {
    draft.set(entity.key, nextNumber(world, company, entity, draft))
  }
  if (entity.fields.Created !== undefined) draft.set('Created', today(world))
  if (entity.fields.UpdatedAt !== undefined) draft.set('UpdatedAt', world.now().toISOString())
}

function defaultOf(world: World, company: number, entity: Entity, field: string): Value | undefined {
  const referred = getEntity(entity.fields[field]?.refers ?? '')
  const row = world.books.all(company, referred.name).find(({ values }) => values.IsDefault === true)
  return row?.values[referred.key ?? '']
}

function nextNumber(world: World, company: number, entity: Entity, draft: Draft): string | undefined {
  const { autoNumberFrom: rule } = entity
  const group = rule && draft.get(rule.field)
  if (rule === undefined || group === undefined) return undefined
  const groupRow = world.books.find(company, entity.fields[rule.field]?.refers ?? '', group)
  const name = groupRow?.values[rule.series]
  if (name === undefined) return undefined
  const serie = world.books.find(company, 'NumberSerieClient', name)
  if (serie === undefined) throw new Refusal('NumberSerieDoesNotExist', rule.series, String(name))
  if (serie.values.Blocked === true) throw new Refusal('NumberSerieIsBlocked', rule.series, String(name))
  const { Next = 1, Prefix = '', Length = 0 } = serie.values
  world.books.replace(company, 'NumberSerieClient', serie.id, { ...serie.values, Next: Number(Next) + 1 })
  return `${Prefix}${String(Next).padStart(Number(Length), '0')}`
}

export function mustBeComplete(entity: Entity, draft: Row): void {
  if (entity.key !== undefined && draft[entity.key] === undefined) throw new Refusal('KeyIsEmpty', entity.key)
  for (const [name, field] of Object.entries(entity.fields)) {
    // The first value of a list is a value, so a list is never blank.
    if (field.required === undefined || field.kind === 'appenum' || draft[name] !== undefined) continue
    throw new Refusal(field.refers === 'DebtorClient' ? 'AccountIsMissing' : 'FieldCannotBeBlank', name)
  }
}

export function mustBeNew(world: World, company: number, entity: Entity, draft: Row): void {
  const key = entity.key && draft[entity.key]
  if (key !== undefined && world.books.find(company, entity.name, key) !== undefined) {
    throw new Refusal('KeyExists', entity.key, String(key))
  }
  const within = entity.keyWithinMaster
  if (within !== undefined && findWithin(world, company, entity, draft[within.master], draft[within.key])) {
    throw new Refusal('KeyExists', within.key, String(draft[within.key]))
  }
}

/** The row that is known by its master's key and a number of its own. */
export function findWithin(
  { books }: World,
  company: number,
  { name, keyWithinMaster: within }: Entity,
  master: unknown,
  key: unknown,
): StoredRow | undefined {
  if (within === undefined) return undefined
  const same = (value: Value | undefined, wanted: unknown) => keyOf(value) === keyOf(String(wanted ?? ''))
  return books
    .all(company, name)
    .find(({ values }) => same(values[within.master], master) && Number(values[within.key] ?? 0) === Number(key))
}

/** Checks the references in the named fields only: what was wrong already stays wrong without a word. */
export function mustReferWell(
  world: World,
  company: number,
  fields: Readonly<Record<string, Field>>,
  draft: Row,
  names: Iterable<string>,
): void {
  for (const name of names) {
    const { refers } = fields[name] ?? {}
    const value = draft[name]
    if (refers === undefined || value === undefined) continue
    const row = world.books.find(company, refers, value)
    if (row === undefined) throw new Refusal(missingReference(refers), name, String(value))
    if (refers !== 'GLAccountClient') continue
    if (headings.has(row.values.AccountType)) throw new Refusal('AccountIsNotPostingAccount', name, String(value))
    if (row.values.Blocked === true) throw new Refusal('AccountIsBlocked', name, String(value))
  }
}

function missingReference(entity: string): ErrorCodeName {
  if (/^(GLAccount|Debtor|Creditor)Client$/.test(entity)) return 'AccountDoesNotExist'
  if (entity.startsWith('GLDimType')) return 'DimensionDoesNotExist'
  if (entity === 'NumberSerieClient') return 'NumberSerieDoesNotExist'
  return entity === 'GLVatClient' ? 'VatTypeDoesNotExist' : 'IdDoesNotExist'
}

export function customerMustBeOpen(world: World, company: number, entity: Entity, draft: Row): void {
  if (entity.name !== 'ProjectClient' || world.switches.blockedCustomer === 'takes-projects') return
  const customer = world.books.find(company, 'DebtorClient', draft.Account ?? '')
  if (customer?.values.Blocked === true) throw new Refusal('AccountIsBlocked', 'Account', String(draft.Account))
}

/** Every (entity, field) whose value is the key of a row of `name`. */
export function referencesTo(name: string, all: readonly Entity[]): readonly { entity: Entity; field: string }[] {
  return all.flatMap((entity) =>
    Object.entries(entity.fields)
      .filter(([, field]) => field.refers === name)
      .map(([field]) => ({ entity, field })),
  )
}

export function mustBeUnused(world: World, company: number, entity: Entity, row: Row, all: readonly Entity[]): void {
  const key = entity.key && row[entity.key]
  if (key === undefined) return
  for (const { entity: other, field } of referencesTo(entity.name, all)) {
    const user = world.books.all(company, other.name).find(({ values }) => keyOf(values[field]) === keyOf(key))
    if (user !== undefined && user.values !== row) {
      throw new Refusal('CouldNotDeleteRecordThatIsReferred', entity.key, String(key))
    }
  }
}
