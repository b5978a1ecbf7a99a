// What the database says about its own tables. Works alike on PGlite and on PostgreSQL 15 and newer, for any owner.
import pg from 'pg'
import { migrationTable } from './migrations.ts'

type Client = Pick<pg.ClientBase, 'query'>

/** `name` is qualified and quoted. Generated columns are left out: they cannot be written. */
export type Table = { name: string; columns: Column[] }
export type Column = { name: string; type: string }
type Constraint = { table: string; name: string; definition: string }
type Trigger = { table: string; name: string; mode: 'O' | 'A' | 'R' }

const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '${migrationTable.schema}')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(`
    select format('%I.%I', n.nspname, c.relname) as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours}
    order by 1, a.attnum`)
  const tables = new Map<string, Table>()
  for (const row of rows) {
    const table = tables.get(row.table) ?? { name: row.table, columns: [] }
    table.columns.push({ name: row.column, type: row.type })
    tables.set(row.table, table)
  }
  return [...tables.values()]
}

export async function listSequences(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${ours} order by 1`)
  return rows.map(({ name }) => name)
}

/** Foreign keys, as `alter table` can add them again. */
export async function listForeignKeys(client: Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(`
    select format('%I.%I', n.nspname, c.relname) as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours} order by 1, 2`)
  return rows
}

/** Triggers that are switched on, with how. */
export async function listTriggers(client: Client): Promise<Trigger[]> {
  const { rows } = await client.query<Trigger>(`
    select format('%I.%I', n.nspname, c.relname) as "table", t.tgname as name, t.tgenabled as mode
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgenabled <> 'D' and ${ours} order by 1, 2`)
  return rows
}

/**
 * Runs `work` without foreign keys and triggers, so that rows may come in any order and are taken as they are; then checks all
 * rows against the foreign keys. Needs no superuser, only the owner of the tables. Within the caller's transaction.
 */
export async function withoutChecks(client: Client, work: () => Promise<void>): Promise<void> {
  const id = pg.escapeIdentifier
  const keys = await listForeignKeys(client)
  const triggers = await listTriggers(client)
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${id(name)}`)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${id(name)}`)
  await work()
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${id(name)} ${definition}`)
  }
  const modes = { O: 'enable', A: 'enable always', R: 'enable replica' }
  for (const { table, name, mode } of triggers)
    await client.query(`alter table ${table} ${modes[mode]} trigger ${id(name)}`)
}
