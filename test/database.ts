// One database per test process, shared by its files. Starting one takes seconds, emptying its tables milliseconds.
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { listSequences, listTables, type Table } from '../src/lib/database/catalog.ts'
import { type Database, type Db, openDatabase } from '../src/lib/database/database.ts'
import { startEmbedded } from '../src/lib/database/embedded.ts'
import { defaultMigrationsFolder, readMigrations } from '../src/lib/database/migrations.ts'
import { packageRoot } from '../src/lib/database/package-root.ts'
import { atEndOfProcess } from './end-of-process.ts'
import { newDatabaseOn } from './server.ts'

let opened: Promise<Database> | undefined
let emptying: Promise<string> | undefined

/**
 * The database of this test process, migrated: embedded in a temporary folder, or on the server that TEST_DATABASE_URL or
 * DATABASE_URL names, in a database of its own. It goes away with the process. Empty its tables before each test.
 * TEST_MIGRATIONS names another migrations folder than db/.
 */
export function testDatabase(): Promise<Database> {
  opened ??= openTestDatabase()
  return opened
}

/** Removes every row but those that the migrations put in. No other query may run meanwhile. */
export async function emptyTables(db: Db): Promise<void> {
  const database = await testDatabase()
  if (db !== database.db) throw new Error('emptyTables empties the database of testDatabase only.')
  await database.pool.query((await emptying) ?? '')
}

/** The answer puts everything back as it stands now, as cheap as emptying. */
export async function keepRows(): Promise<() => Promise<void>> {
  const database = await testDatabase()
  const script = await emptyingScript(database)
  return async () => void (await database.pool.query(script))
}

/**
 * One script in one round trip. A delete of a few rows is much cheaper than a truncate, which makes new files for every table.
 * As `replica` neither foreign keys nor the triggers of append-only tables are in the way; only a superuser may be that.
 */
async function emptyingScript({ pool }: Database): Promise<string> {
  const client = await pool.connect()
  try {
    const tables = await listTables(client)
    const names = tables.map(({ name }) => name)
    const sequences = await listSequences(client)
    const restarts: string[] = []
    for (const name of sequences) {
      const { rows } = await client.query<{ at: string }>(
        `select concat(last_value, ', ', is_called) as at from ${name}`,
      )
      restarts.push(`select setval(${pg.escapeLiteral(name)}, ${rows[0]?.at})`)
    }
    const seeds: string[] = []
    for (const table of tables) seeds.push(...(await seedsOf(client, table)))
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper as may from pg_roles where rolname = current_user',
    )
    const emptied = rows[0]?.may
      ? ['set local session_replication_role = replica', ...names.map((name) => `delete from ${name}`)]
      : names.length > 0
        ? [
            ...names.map((name) => `alter table ${name} disable trigger user`),
            `truncate ${names.join(', ')} cascade`,
            ...names.map((name) => `alter table ${name} enable trigger user`),
          ]
        : []
    return ['begin', ...emptied, ...restarts, ...seeds, 'commit'].join(';\n')
  } finally {
    client.release()
  }
}

/** Its rows as they stand now, as a statement. */
async function seedsOf(client: pg.PoolClient, { name, columns }: Table): Promise<string[]> {
  const { rows } = await client.query<{ json: string | null }>(`select json_agg(t)::text as json from ${name} t`)
  const json = rows[0]?.json
  if (!json) return []
  const list = columns.map((column) => pg.escapeIdentifier(column.name)).join(', ')
  const values = `json_populate_recordset(null::${name}, ${pg.escapeLiteral(json)})`
  return [`insert into ${name} (${list}) overriding system value select ${list} from ${values}`]
}

async function openTestDatabase(): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  const migrationsFolder = process.env.TEST_MIGRATIONS
  const options = migrationsFolder ? { migrationsFolder } : {}
  const database = await (url ? onServer(url, options) : embedded(options))
  emptying = emptyingScript(database)
  await emptying
  return database
}

async function embedded(options: { migrationsFolder?: string }): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'akkord-test-'))
  await (options.migrationsFolder ? putEmptyCluster : putMigratedCluster)(dataDir)
  const database = await openDatabase({ dataDir, fsync: false, ...options })
  // Not closed: there is half a second, and nothing to be kept.
  atEndOfProcess(async () => {
    for (const folder of [database.pool.options.host ?? '', dataDir]) rmSync(folder, { recursive: true, force: true })
  })
  return database
}

/** Puts a cluster without tables into a data folder, so that opening it takes 1 s and not 5 s. */
export async function putEmptyCluster(dataDir: string): Promise<void> {
  await putCluster(dataDir, pgliteVersion(), async (making) => {
    const cluster = await startEmbedded({ directory: making, fsync: false })
    await cluster.stop()
  })
}

/** Puts a cluster with the tables of `db/` and no rows into a data folder: what a first start has after its migrations. */
export async function putMigratedCluster(dataDir: string): Promise<void> {
  const migrations = readMigrations(defaultMigrationsFolder).map(({ hash }) => hash)
  const name = `${pgliteVersion()}-${createHash('sha256').update(migrations.join()).digest('hex').slice(0, 16)}`
  await putFilledCluster(dataDir, name, putEmptyCluster, async () => {})
}

/** Puts what `fill` makes of the cluster that `begin` puts; `name` says what it depends on. */
export async function putFilledCluster(
  dataDir: string,
  name: string,
  begin: (folder: string) => Promise<void>,
  fill: (db: Db) => Promise<void>,
): Promise<void> {
  await putCluster(dataDir, name, async (making) => {
    const folder = mkdtempSync(join(tmpdir(), 'akkord-making-'))
    try {
      await begin(folder)
      const database = await openDatabase({ dataDir: folder, fsync: false })
      await fill(database.db).finally(() => database.close())
      cpSync(join(folder, 'postgres'), making, { recursive: true })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

export const keptClusters = join(packageRoot, 'node_modules', '.cache', 'akkord')

/** Making a cluster takes seconds, copying one 0.1 s. Kept until PGlite or the migrations change. */
async function putCluster(dataDir: string, name: string, make: (folder: string) => Promise<void>): Promise<void> {
  const kept = join(keptClusters, `postgres-${name}`)
  if (!existsSync(kept)) {
    const making = `${kept}-${randomBytes(4).toString('hex')}`
    mkdirSync(dirname(making), { recursive: true })
    await make(making)
    try {
      renameSync(making, kept)
    } catch {
      // Another test process was faster.
      rmSync(making, { recursive: true, force: true })
    }
  }
  cpSync(kept, join(dataDir, 'postgres'), { recursive: true })
}

function pgliteVersion(): string {
  const file = join(packageRoot, 'node_modules', '@electric-sql/pglite/package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

async function onServer(server: string, options: { migrationsFolder?: string }): Promise<Database> {
  const { url, drop } = await newDatabaseOn(server)
  atEndOfProcess(drop)
  return openDatabase({ dataDir: '', url, ...options })
}
