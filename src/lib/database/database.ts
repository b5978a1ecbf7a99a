import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { lockDirectory } from './directory-lock.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { defaultMigrationsFolder, migrate } from './migrations.ts'
import { guardPool, inTransaction, registerHandle } from './transaction.ts'
import { type Listener, type WakeUps, wakeUpsInProcess, wakeUpsOnServer } from './wake-ups.ts'

// The door of this folder: what every store and action needs is imported from here.
export { inTransaction, notifyOnCommit } from './transaction.ts'

/**
 * What a store takes: the database, or a `tx` of it. Typed columns are mapped by Drizzle; in `db.execute(sql…)` every number
 * larger than int4, every date and every time is text.
 */
export type Db = NodePgDatabase<Record<string, never>>

/** What must run inside a transaction takes this. */
export type Tx = NodePgTransaction<Record<string, never>, Record<string, never>>

export type Database = {
  db: Db
  pool: pg.Pool
  kind: 'embedded' | 'server'
  /** Wakes the listeners of a channel, in every process of this database. Not inside a transaction: see `notifyOnCommit`. */
  notify(channel: string, payload?: string): Promise<void>
  /** A wake-up may come twice or be lost. The answer stops listening. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>
  /** Resolves when the embedded database has stopped by itself; the process should end then. Never on a server. */
  broken: Promise<Error>
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** Folder of the embedded database; not used with `url`. */
  dataDir: string
  /** A PostgreSQL server, 15 or newer. */
  url?: string | undefined
  migrationsFolder?: string
  /** Of this process, on a server; 10 if not given. The embedded database has one. */
  maxConnections?: number
  /** How long a query waits for a free connection. 30 s if not given. */
  connectionWaitMs?: number
  /** Only for throw-away databases: without fsync a power cut destroys the embedded database. */
  fsync?: boolean
  /** Later faults that nobody waits for; console.warn if not given. */
  warn?: (sentence: string, error?: unknown) => void
}

const oldestServer = 15
const closeLimitMs = 10_000
const never = new Promise<never>(() => {})

/**
 * Opens the database and brings its tables up to date.
 * @throws a sentence that says why it will not start and what to do.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = await openUnmigrated(options)
  try {
    await migrate(database.pool, options.migrationsFolder ?? defaultMigrationsFolder)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/** As it is: for dump and load, which must not change the tables. */
export function openUnmigrated(options: DatabaseOptions): Promise<Database> {
  return options.url ? openServer(options, options.url) : openEmbedded(options)
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const warn = options.warn ?? console.warn
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const lock = await lockDirectory(dataDir)
  let embedded: Embedded
  try {
    embedded = await startEmbedded({ directory: join(dataDir, 'postgres'), fsync: options.fsync ?? true })
  } catch (error) {
    await lock.release()
    throw error
  }
  const pool = createPool(
    // One connection, since PGlite has one session: statements of two would end up in each other's transactions.
    { host: embedded.host, port: embedded.port, user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 },
    options,
    'The embedded database has one connection: some code keeps a transaction open, or asks for a second connection inside one.',
  )
  const stop = async () => {
    await embedded.stop()
    await lock.release()
  }
  return assemble({ kind: 'embedded', pool, makeWakeUps: () => wakeUpsInProcess(warn), broken: embedded.broken, stop })
}

async function openServer(options: DatabaseOptions, url: string): Promise<Database> {
  const warn = options.warn ?? console.warn
  // The driver would take anything else for a socket path and print it, password and all.
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database.')
  const max = options.maxConnections ?? 10
  const pool = createPool(
    { connectionString: url, max, keepAlive: true },
    options,
    `All ${max} connections are in use: some code keeps transactions open, or the server is too slow for the load.`,
  )
  try {
    await refuseOldServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const makeWakeUps = (db: Db) => wakeUpsOnServer(db, { connectionString: url }, warn)
  return assemble({ kind: 'server', pool, makeWakeUps, broken: never, stop: async () => {} })
}

function createPool(config: pg.PoolConfig, options: DatabaseOptions, busyBecause: string): pg.Pool {
  const warn = options.warn ?? console.warn
  const waitMs = options.connectionWaitMs ?? 30_000
  const pool = new pg.Pool({
    ...config,
    types: columnTypes,
    connectionTimeoutMillis: waitMs,
    application_name: 'akkord',
    onConnect: async (client) => {
      // Without a listener, a connection that breaks between two statements of a transaction ends the process.
      client.on('error', () => {})
      await client.query(`set time zone 'UTC'`)
    },
  })
  pool.on('error', (error) => {
    // A server that ends what we are ending anyway is nothing to be told.
    if (!pool.ending) warn('An idle database connection broke; the next query makes a new one.', error)
  })
  guardPool(pool, `No database connection became free within ${waitMs / 1000} s. ${busyBecause}`)
  return pool
}

function assemble(parts: {
  kind: Database['kind']
  pool: pg.Pool
  makeWakeUps: (db: Db) => WakeUps
  broken: Promise<Error>
  stop: () => Promise<void>
}): Database {
  const { kind, pool, broken } = parts
  const db: Db = drizzle(pool)
  // Drizzle's own has no guard, and keeps the connection for ever when it breaks at `begin`.
  db.transaction = (work, config) =>
    inTransaction(db, work, { isolation: config?.isolationLevel, readOnly: config?.accessMode === 'read only' })
  const wakeUps = parts.makeWakeUps(db)
  registerHandle(db, { pool, wakeUps })
  let closing: Promise<void> | undefined
  const close = async () => {
    await wakeUps.close()
    // A connection that some code never gives back must not keep the process from ending.
    await Promise.race([pool.end(), wait(closeLimitMs, undefined, { ref: false })])
    await parts.stop()
  }
  return {
    db,
    pool,
    kind,
    broken,
    notify: (channel, payload = '') => wakeUps.notify(channel, payload),
    listen: (channel, listener) => wakeUps.listen(channel, listener),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num').catch((error: Error) => {
    throw new Error(
      `The database server that DATABASE_URL names does not answer (${error.message}). See that it runs, and that host, port, ` +
        'database, user and password in DATABASE_URL are right.',
      { cause: error },
    )
  })
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (version >= oldestServer) return
  throw new Error(
    `The database server is PostgreSQL ${version}. Akkord needs PostgreSQL ${oldestServer} or newer; upgrade the server.`,
  )
}
