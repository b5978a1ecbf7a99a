// One database per test process, shared by its files. Starting one takes seconds, emptying its tables milliseconds.
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { type Database, type Db, openDatabase } from '../src/lib/database/database.ts'
import { startEmbedded } from '../src/lib/database/embedded.ts'
import { packageRoot } from '../src/lib/database/package-root.ts'
import { newDatabaseOn } from './server.ts'

let opened: Promise<Database> | undefined
let seeds: Promise<Seeds> | undefined

/**
 * The database of this test process, migrated: embedded in a temporary folder, or on the server that TEST_DATABASE_URL or
 * DATABASE_URL names, in a database of its own. It goes away with the process. Empty its tables before each test.
 * TEST_MIGRATIONS names another migrations folder than db/.
 */
export function testDatabase(): Promise<Database> {
  opened ??= openTestDatabase()
  return opened
}

/** Removes every row but those that the migrations put in. */
export async function emptyTables(db: Db): Promise<void> {
  seeds ??= readSeeds(db)
  const { tables, rows } = await seeds
  if (tables.length === 0) return
  await db.execute(sql.raw(`truncate ${tables.join(', ')} restart identity cascade`))
  for (const { table, json } of rows) {
    await db.execute(
      sql`insert into ${sql.raw(table)} overriding system value select * from json_populate_recordset(null::${sql.raw(table)}, ${json}::json)`,
    )
  }
}

type Seeds = { tables: string[]; rows: { table: string; json: string }[] }

/** Read once, before the first test has stored anything. */
async function readSeeds(db: Db): Promise<Seeds> {
  const { rows: found } = await db.execute<{ table: string }>(
    sql`select format('%I.%I', schemaname, tablename) as table from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema', 'drizzle') order by 1`,
  )
  const tables = found.map(({ table }) => table)
  const rows: Seeds['rows'] = []
  for (const table of tables) {
    const { rows: seeded } = await db.execute<{ json: string | null }>(
      sql.raw(`select json_agg(t)::text as json from ${table} t`),
    )
    if (seeded[0]?.json) rows.push({ table, json: seeded[0].json })
  }
  return { tables, rows }
}

async function openTestDatabase(): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  const migrationsFolder = process.env.TEST_MIGRATIONS
  const options = migrationsFolder ? { migrationsFolder } : {}
  const database = await (url ? onServer(url, options) : embedded(options))
  await emptyTables(database.db)
  return database
}

async function embedded(options: { migrationsFolder?: string }): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'akkord-test-'))
  await putEmptyCluster(dataDir)
  const database = await openDatabase({ dataDir, fsync: false, ...options })
  endWithProcess(async () => {
    await Promise.race([database.close(), wait(300)])
    rmSync(dataDir, { recursive: true, force: true })
  })
  return database
}

/** Puts a cluster without tables into a data folder, so that opening it takes 1 s and not 5 s. */
export async function putEmptyCluster(dataDir: string): Promise<void> {
  cpSync(await emptyCluster(), join(dataDir, 'postgres'), { recursive: true })
}

/** Making a cluster takes 4 s, copying one 0.1 s. Kept until PGlite changes. */
async function emptyCluster(): Promise<string> {
  const modules = join(packageRoot, 'node_modules')
  const pglite = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8')) as {
    version: string
  }
  const kept = join(modules, '.cache', 'akkord', `postgres-${pglite.version}`)
  if (existsSync(kept)) return kept
  const making = `${kept}-${randomBytes(4).toString('hex')}`
  mkdirSync(dirname(making), { recursive: true })
  const cluster = await startEmbedded({ directory: making, fsync: false })
  await cluster.stop()
  try {
    renameSync(making, kept)
  } catch {
    // Another test process was faster.
    rmSync(making, { recursive: true, force: true })
  }
  return kept
}

async function onServer(server: string, options: { migrationsFolder?: string }): Promise<Database> {
  const { url, drop } = await newDatabaseOn(server)
  endWithProcess(drop)
  return openDatabase({ dataDir: '', url, ...options })
}

/** Vitest ends its processes with SIGTERM, and half a second later by force. */
function endWithProcess(end: () => Promise<void>): void {
  process.once('SIGTERM', () => {
    end()
      .catch(() => {})
      .finally(() => process.kill(process.pid, 'SIGKILL'))
  })
}
