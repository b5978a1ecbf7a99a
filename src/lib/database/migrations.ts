import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { packageRoot } from './package-root.ts'

/** Drizzle's own table of what was applied. */
export const migrationTable = { schema: 'drizzle', name: '__drizzle_migrations' } as const

export const defaultMigrationsFolder = join(packageRoot, 'db')

// Any number, the same in every release: processes that start at once must queue up at the same lock.
const migrationLock = 4_126_508_611

/** @throws when the folder holds no migrations, or a file that its journal names is missing. */
export function readMigrations(folder: string): MigrationMeta[] {
  if (!existsSync(join(folder, 'meta', '_journal.json'))) {
    throw new Error(`There are no migrations in ${folder}. Run "npm run migration" to make them from the tables.`)
  }
  return readMigrationFiles({ migrationsFolder: folder })
}

/**
 * Applies what is missing, forward only; all of it or nothing. Processes that start at the same moment take turns.
 * @throws when the database has been migrated by a newer release.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<void> {
  const known = readMigrations(folder)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await migrateInside(client, known)
    await client.query('commit')
  } catch (error) {
    // The connection takes its unfinished transaction with it.
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/** The same as a part of the transaction that the client is in, up to the migration of a time in the journal if one is given. */
export async function migrateInside(
  client: pg.PoolClient,
  known: MigrationMeta[],
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  refuseNewer(await appliedMigrations(client), known)
  const dialect = new PgDialect()
  const session = new NodePgSession<Record<string, never>, Record<string, never>>(client, dialect, undefined)
  // Drizzle would begin and commit by itself.
  session.transaction = (work) => work(new NodePgTransaction(dialect, session, undefined))
  const wanted = known.filter(({ folderMillis }) => folderMillis <= upTo)
  await dialect.migrate(wanted, session, { migrationsFolder: '' })
}

/** When the applied migrations were made (ms since 1970, as in the journal), oldest first. Empty for a new database. */
export async function appliedMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<number[]> {
  const { schema, name } = migrationTable
  const { rows: tables } = await client.query(`select to_regclass('${schema}.${name}') is not null as exists`)
  if (!tables[0]?.exists) return []
  const { rows } = await client.query<{ madeAt: string }>(
    `select created_at::text as "madeAt" from ${schema}.${name} order by created_at`,
  )
  return rows.map(({ madeAt }) => Number(madeAt))
}

// The journal's time names a migration. Its hash does not: line ends may differ between two checkouts.
function refuseNewer(applied: number[], known: MigrationMeta[]): void {
  const times = new Set(known.map(({ folderMillis }) => folderMillis))
  const unknown = applied.find((madeAt) => !times.has(madeAt))
  if (unknown === undefined) return
  const day = new Date(unknown).toISOString().slice(0, 10)
  throw new Error(
    `The database was migrated by a newer release of Akkord (a change of ${day} is unknown to this one). Nothing was changed. ` +
      'Start the newer release, or restore a backup that this release made.',
  )
}
