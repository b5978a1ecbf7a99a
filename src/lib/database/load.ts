import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { type Column, listSequences, listTables, type Table, withoutChecks } from './catalog.ts'
import { type DatabaseOptions, openUnmigrated } from './database.ts'
import { markRestored } from './database-identity.ts'
import type { DumpSummary } from './dump.ts'
import { type End, exactText, type Header, type Line, type Row, readDump, type SequenceState } from './dump-file.ts'
import { appliedMigrations, defaultMigrationsFolder, migrate, migrateInside, readMigrations } from './migrations.ts'

const rowsAtOnce = 1000
const charactersAtOnce = 2_000_000

/**
 * Fills a new, empty database with a dump, and brings it up to date if an older release made the dump. All rows are stored or
 * none; they are counted, checked against the foreign keys, and the database is marked as restored.
 * @throws when the database is not empty, or the file is damaged or made by a newer release.
 */
export async function loadDatabase(file: string, options: DatabaseOptions, now: Date): Promise<DumpSummary> {
  const folder = options.migrationsFolder ?? defaultMigrationsFolder
  const { migration } = await headerOf(file)
  const migrations = readMigrations(folder)
  if (!migrations.some(({ folderMillis }) => folderMillis === migration)) {
    throw new Error(
      `The file ${file} was made by a newer release of Akkord. Install that release, then load it. Nothing was stored.`,
    )
  }
  const database = await openUnmigrated(options)
  try {
    const summary = await allOrNothing(database.pool, async (client) => {
      await refuseFilled(client, migration)
      await migrateInside(client, migrations, migration)
      return store(client, file, now)
    })
    await migrate(database.pool, folder)
    await database.pool.query('vacuum analyze')
    return summary
  } finally {
    await database.close()
  }
}

async function headerOf(file: string): Promise<Header> {
  for await (const line of readDump(file)) return line as Header
  throw new Error(`The file ${file} is empty. Nothing was stored.`)
}

/** Any row belongs to somebody. Only the identity is made without anybody's doing. */
async function refuseFilled(client: pg.PoolClient, migration: number): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (name === 'public.database_identity') continue
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount) throw new Error(`The database is not empty: the table ${name} has rows. ${howToGetANewOne}`)
  }
  const last = (await appliedMigrations(client)).at(-1)
  if (last !== undefined && last !== migration) {
    throw new Error(`The database was set up by another release than the one that made the dump. ${howToGetANewOne}`)
  }
}

const howToGetANewOne =
  'A dump is loaded into a new database only: point DATA_DIR to an empty folder, or DATABASE_URL to a new database. Nothing was stored.'

async function allOrNothing<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection that ends takes its unfinished transaction with it.
    client.release(broken)
  }
}

async function store(client: pg.PoolClient, file: string, now: Date): Promise<DumpSummary> {
  for (const statement of exactText) await client.query(statement)
  const tables = await listTables(client)
  let summary: DumpSummary | undefined
  await withoutChecks(client, async () => {
    if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    summary = await storeRows(client, tables, await listSequences(client), readDump(file))
  })
  if (tables.some(({ name }) => name === 'public.database_identity')) await markRestored(drizzle(client), now)
  if (!summary) throw new Error(`The file ${file} has no end. Nothing was stored.`)
  return summary
}

async function storeRows(
  client: pg.PoolClient,
  tables: Table[],
  sequences: string[],
  lines: AsyncIterable<Line | End>,
): Promise<DumpSummary | undefined> {
  let open: Batch | undefined
  for await (const line of lines) {
    if (Array.isArray(line)) {
      if (!open) throw new Error('A row stands before its table.')
      await open.add(line)
    } else if ('table' in line) {
      await open?.store()
      open = new Batch(client, tableFor(tables, line.table), line.columns)
    } else if ('sequence' in line) {
      await setSequence(client, sequences, line)
    } else if ('sha256' in line) {
      await open?.store()
      return await countAll(client, line.rows)
    }
  }
  return undefined
}

function tableFor(tables: Table[], name: string): Table {
  const table = tables.find((known) => known.name === name)
  if (!table) throw new Error(`The dump has a table ${name} that this release does not have. Nothing was stored.`)
  return table
}

/** Rows on their way into one table. One array a column: the number of parameters does not grow with the rows. */
class Batch {
  readonly #client: pg.PoolClient
  readonly #statement: string
  readonly #width: number
  #rows: Row[] = []
  #characters = 0

  constructor(client: pg.PoolClient, table: Table, columns: string[]) {
    this.#client = client
    this.#width = columns.length
    this.#statement = insertion(table, columns)
  }

  async add(row: Row): Promise<void> {
    this.#rows.push(row)
    for (const value of row) this.#characters += value?.length ?? 0
    if (this.#rows.length >= rowsAtOnce || this.#characters >= charactersAtOnce) await this.store()
  }

  async store(): Promise<void> {
    if (this.#rows.length === 0) return
    const columns = Array.from({ length: this.#width }, (_, index) => this.#rows.map((row) => row[index] ?? null))
    await this.#client.query(this.#statement, columns)
    this.#rows = []
    this.#characters = 0
  }
}

function insertion(table: Table, columns: string[]): string {
  const typed = columns.map((name) => {
    const column = table.columns.find((known: Column) => known.name === name)
    if (!column)
      throw new Error(
        `The dump has a column ${table.name}.${name} that this release does not have. Nothing was stored.`,
      )
    return column
  })
  const names = typed.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
  const values = typed.map(({ type }, index) => `x.c${index}::${type}`).join(', ')
  const arrays = typed.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const aliases = typed.map((_, index) => `c${index}`).join(', ')
  return `insert into ${table.name} (${names}) overriding system value select ${values} from unnest(${arrays}) as x(${aliases})`
}

async function setSequence(client: pg.PoolClient, sequences: string[], state: SequenceState): Promise<void> {
  if (!sequences.includes(state.sequence))
    throw new Error(`The dump has a sequence ${state.sequence} that this release does not have.`)
  await client.query('select setval($1::regclass, $2::bigint, $3)', [state.sequence, state.value, state.isCalled])
}

async function countAll(client: pg.PoolClient, expected: End['rows']): Promise<DumpSummary> {
  let total = 0
  for (const [table, count] of Object.entries(expected)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`)
    if (rows[0]?.count !== String(count)) {
      throw new Error(`${table} has ${rows[0]?.count} rows after loading and should have ${count}. Nothing was stored.`)
    }
    total += count
  }
  return { tables: Object.keys(expected).length, rows: total }
}
