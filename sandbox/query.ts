// A query's body: filter objects that are all to be met, with sorting and paging wherever they stand.
import type { StoredRow } from './books.ts'
import { BadBody, Refusal } from './error-codes.ts'
import { type Matches, parseFilter, plainValues, sortKey } from './filter.ts'
import { propertyOf } from './rows.ts'
import type { Manners } from './values.ts'
import type { Sight } from './world.ts'

type Filter = { readonly property: string; readonly value: string }

export type Query = {
  readonly filters: readonly Filter[]
  readonly order: { readonly property: string; readonly descending: boolean } | undefined
  readonly skip: number
  readonly take: number
}

export function readQuery(body: unknown): Query | 'no-filter-object' {
  if (!Array.isArray(body)) throw new BadBody('A JSON array of filters is expected.')
  if (body.length === 0) return 'no-filter-object'
  const filters: Filter[] = []
  let order: Query['order']
  let skip = 0
  let take = 0
  for (const part of body) {
    const property = String(propertyOf(part, 'PropertyName') ?? '')
    const value = String(propertyOf(part, 'FilterValue') ?? '')
    const descending = propertyOf(part, 'OrderByDescending') === true
    if (property !== '' && value !== '') filters.push({ property, value })
    if (property !== '' && (descending || propertyOf(part, 'OrderBy') === true)) order ??= { property, descending }
    skip = countIn(part, 'Skip') || skip
    take = countIn(part, 'Take') || take
  }
  return { filters, order, skip, take }
}

function countIn(part: unknown, name: string): number {
  const count = propertyOf(part, name) ?? 0
  if (typeof count !== 'number' || !Number.isInteger(count)) throw new BadBody(`${name} takes a whole number.`)
  return Math.max(0, count)
}

type Source = {
  readonly sight: Sight
  readonly rows: readonly StoredRow[]
  readonly manners: Manners
  /** Finds by key when the rows are those of the books; a table of 20,000 is then not searched. */
  readonly byKey: ((key: string) => StoredRow | undefined) | undefined
  readonly shuffle: () => number
}

export function runQuery(query: Query, source: Source): readonly StoredRow[] {
  const tests = query.filters.map((filter) => testOf(filter, source))
  const candidates = candidatesFor(query, source)
  const found = candidates.filter((row) => tests.every((test) => test(row)))
  const sorted = sort(found, query, source)
  return sorted.slice(query.skip, query.take > 0 ? query.skip + query.take : undefined)
}

function candidatesFor(query: Query, { sight, rows, byKey }: Source): readonly StoredRow[] {
  const { key } = sight.entity
  const onKey = query.filters.find(({ property }) => property.toLowerCase() === key?.toLowerCase())
  const values = onKey && plainValues(onKey.value)
  if (values === undefined || byKey === undefined) return rows
  return [...new Set(values.flatMap((value) => byKey(value) ?? []))]
}

function testOf({ property, value }: Filter, { sight, manners }: Source): (row: StoredRow) => boolean {
  const { entity } = sight
  if (isRowId(property, sight, manners)) {
    const matches = parseFilter(value, { kind: 'int' }, manners.language, manners.switches)
    return (row) => matches(row.id)
  }
  const name = isFilterable(property, manners) ? nameOf(property, sight) : undefined
  if (name === undefined) return onUnknownProperty(property, entity.name, manners)
  const matches: Matches = parseFilter(
    value,
    sight.fields[name] ?? { kind: 'text' },
    manners.language,
    manners.switches,
  )
  return (row) => matches(row.values[name])
}

function isFilterable(property: string, { switches }: Manners): boolean {
  return property.toLowerCase() !== 'ourref' || switches.ourRef === 'is-filterable'
}

function isRowId(property: string, { entity }: Sight, { switches }: Manners): boolean {
  const shown = entity.rowIdField ?? (switches.rowIds === 'PrimaryKeyId' ? 'PrimaryKeyId' : undefined)
  return shown !== undefined && shown.toLowerCase() === property.toLowerCase()
}

function nameOf(property: string, { fields }: Sight): string | undefined {
  return Object.keys(fields).find((name) => name.toLowerCase() === property.toLowerCase())
}

function onUnknownProperty(property: string, entity: string, { switches }: Manners): () => boolean {
  if (switches.unknownFilterProperty === 'refused') throw new Refusal('InvalidObject', property, entity)
  return () => switches.unknownFilterProperty === 'ignored'
}

function sort(rows: readonly StoredRow[], { order }: Query, { sight, manners, shuffle }: Source): readonly StoredRow[] {
  const name = order && nameOf(order.property, sight)
  if (name === undefined) return manners.switches.unsortedRows === 'by-row-id' ? byId(rows) : turned(rows, shuffle())
  const field = sight.fields[name] ?? { kind: 'text' }
  const keyed = byId(rows).map((row) => ({ row, key: sortKey(row.values[name], field, manners.language) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  if (order?.descending) keyed.reverse()
  return keyed.map(({ row }) => row)
}

function byId(rows: readonly StoredRow[]): StoredRow[] {
  return [...rows].sort((a, b) => a.id - b.id)
}

/** Begins somewhere in the middle: enough to break whoever relies on an order. */
function turned(rows: readonly StoredRow[], chance: number): readonly StoredRow[] {
  const start = Math.floor(chance * rows.length)
  return [...rows.slice(start), ...rows.slice(0, start)]
}
