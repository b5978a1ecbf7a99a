// The rows of all companies, in memory with an index by key, and in the journal. Rows are never changed in place: a reader
// may keep what it was given.
import { getEntity } from './entities/entities.ts'
import type { Journal, JournalEntry } from './journal.ts'

export type Value = string | number | boolean

/** Blank, zero and false are absent. Lists are stored as their number, dates as yyyy-MM-dd. */
export type Row = Readonly<Record<string, Value>>

export type StoredRow = { readonly id: number; readonly values: Row }

type Table = { rows: Map<number, StoredRow>; byKey: Map<string, number>; nextId: number }

export type Books = {
  all(company: number, entity: string): readonly StoredRow[]
  find(company: number, entity: string, key: Value): StoredRow | undefined
  findById(company: number, entity: string, id: number): StoredRow | undefined
  insert(company: number, entity: string, values: Row, id?: number): StoredRow
  replace(company: number, entity: string, id: number, values: Row): StoredRow
  remove(company: number, entity: string, id: number): void
  /** Runs `work`; when it throws and `undoOnError` is set, the books are as before. The journal is written once, at the end. */
  together<T>(undoOnError: boolean, work: () => T): T
  /** True since the last time it was asked. */
  changed(): boolean
  companies(): readonly number[]
  names(): readonly { company: number; entity: string }[]
  clear(): void
}

export function keyOf(value: Value | undefined): string {
  return String(value ?? '')
    .trim()
    .toLowerCase()
}

export function createBooks(journal: Journal): Books {
  const tables = new Map<string, Table>()
  let pending: JournalEntry[] | undefined
  let undo: (() => void)[] | undefined
  let dirty = false

  function tableOf(company: number, entity: string): Table {
    const name = `${company}/${entity}`
    const table = tables.get(name) ?? { rows: new Map(), byKey: new Map(), nextId: 1 }
    tables.set(name, table)
    return table
  }

  function set(company: number, entity: string, id: number, row: StoredRow | undefined): void {
    const table = tableOf(company, entity)
    const keyField = getEntity(entity).key
    const before = table.rows.get(id)
    if (before !== undefined && keyField !== undefined) table.byKey.delete(keyOf(before.values[keyField]))
    if (row === undefined) table.rows.delete(id)
    else {
      table.rows.set(id, row)
      if (keyField !== undefined) table.byKey.set(keyOf(row.values[keyField]), id)
      table.nextId = Math.max(table.nextId, id + 1)
    }
  }

  function write(company: number, entity: string, id: number, row: StoredRow | undefined): void {
    const before = tableOf(company, entity).rows.get(id)
    set(company, entity, id, row)
    dirty = true
    undo?.push(() => set(company, entity, id, before))
    const name = `${company}/${entity}`
    const entries: JournalEntry[] = [[name, String(id), row?.values ?? null]]
    // A deleted row takes its id with it, also across a restart that forgets the deletion itself.
    if (row === undefined) entries.push([name, 'next', tableOf(company, entity).nextId])
    if (pending === undefined) journal.append(entries)
    else pending.push(...entries)
  }

  for (const [name, id, value] of journal.entries) {
    const [company = '', entity = ''] = name.split('/')
    if (id === 'next') tableOf(Number(company), entity).nextId = Number(value)
    else set(Number(company), entity, Number(id), { id: Number(id), values: value as Row })
  }

  return {
    all: (company, entity) => [...tableOf(company, entity).rows.values()],
    find(company, entity, key) {
      const table = tableOf(company, entity)
      const id = table.byKey.get(keyOf(key))
      return id === undefined ? undefined : table.rows.get(id)
    },
    findById: (company, entity, id) => tableOf(company, entity).rows.get(id),
    insert(company, entity, values, id = tableOf(company, entity).nextId) {
      const row = { id, values }
      write(company, entity, id, row)
      return row
    },
    replace(company, entity, id, values) {
      const row = { id, values }
      write(company, entity, id, row)
      return row
    },
    remove: (company, entity, id) => write(company, entity, id, undefined),
    together(undoOnError, work) {
      pending = []
      undo = []
      try {
        return work()
      } catch (error) {
        if (undoOnError) {
          for (const step of undo.reverse()) step()
          pending = []
          dirty = false
        }
        throw error
      } finally {
        if (pending.length > 0) journal.append(pending)
        pending = undefined
        undo = undefined
      }
    },
    changed() {
      const was = dirty
      dirty = false
      return was
    },
    companies: () =>
      [...tables.entries()]
        .filter(([name, table]) => name.endsWith('/CompanyClient') && table.rows.size > 0)
        .map(([name]) => Number(name.split('/')[0])),
    names: () =>
      [...tables.keys()].map((name) => ({ company: Number.parseInt(name, 10), entity: name.split('/')[1] ?? '' })),
    clear() {
      tables.clear()
      journal.replace([])
    },
  }
}
