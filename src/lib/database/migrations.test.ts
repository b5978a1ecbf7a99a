import { afterEach, describe, expect, test } from 'vitest'
import { putEmptyCluster } from '../../../test/database.ts'
import { testOnlyIf } from '../../../test/only-if.ts'
import { newDatabaseOn, serverForTests } from '../../../test/server.ts'
import { throwAwayFolder, throwAwayMigrations } from '../../../test/throw-away.ts'
import { type Database, openDatabase } from './database.ts'

const first = 'create table a (id int primary key);\n--> statement-breakpoint\ncreate extension if not exists pg_trgm'
const second = 'create table b (id int primary key)'
const server = await serverForTests()
const endings: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

describe.each(server ? ['embedded', 'server'] : ['embedded'])('on the %s database', (kind) => {
  /** A database to be opened again and again. */
  async function aDatabase(): Promise<(migrationsFolder: string) => Promise<Database>> {
    const dataDir = throwAwayFolder()
    let url: string | undefined
    if (kind === 'server' && server) {
      const made = await newDatabaseOn(server)
      endings.push(made.drop)
      url = made.url
    } else {
      await putEmptyCluster(dataDir)
    }
    return async (migrationsFolder) => {
      const database = await openDatabase({ dataDir, url, migrationsFolder, fsync: false })
      endings.push(database.close)
      return database
    }
  }

  const tables = async ({ pool }: Database) =>
    (
      await pool.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      )
    ).rows.map(({ name }) => name)

  test('a database is brought forward, and opened again without a change', async () => {
    const open = await aDatabase()
    const old = await open(throwAwayMigrations(first))
    expect(await tables(old)).toEqual(['a'])
    await old.close()
    for (let round = 0; round < 2; round += 1) {
      const updated = await open(throwAwayMigrations(first, second))
      expect(await tables(updated)).toEqual(['a', 'b'])
      await updated.close()
    }
  }, 30_000)

  test('a database of a newer release is refused and left alone', async () => {
    const open = await aDatabase()
    await (await open(throwAwayMigrations(first, second))).close()
    await expect(open(throwAwayMigrations(first))).rejects.toThrow(
      /migrated by a newer release of Akkord \(a change of 2026-01-02.*Nothing was changed/,
    )
    await (await open(throwAwayMigrations(first, second))).close()
  }, 30_000)

  test('of migrations with a fault nothing is stored', async () => {
    const open = await aDatabase()
    await expect(open(throwAwayMigrations(first, second, 'create table b (id int)'))).rejects.toThrow()
    expect(await tables(await open(throwAwayMigrations(first)))).toEqual(['a'])
  }, 30_000)

  test('a folder without migrations is refused with the way to make them', async () => {
    const open = await aDatabase()
    await expect(open(throwAwayFolder())).rejects.toThrow('npm run migration')
  }, 30_000)
})

testOnlyIf(server)('processes that start at once on one server migrate once', async () => {
  const { url, drop } = await newDatabaseOn(server ?? '')
  endings.push(drop)
  // Not repeatable: a second run would fail.
  const migrationsFolder = throwAwayMigrations(first, 'create table b (id int); select pg_sleep(0.2)')
  const all = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ dataDir: '', url, migrationsFolder })))
  const { rows } = await (all[0] as Database).pool.query(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  )
  expect(rows).toEqual([{ count: 2 }])
  await Promise.all(all.map(({ close }) => close()))
})

test('a server that does not answer is named in a sentence', async () => {
  const opening = openDatabase({ dataDir: '', url: 'postgres://somebody:secret@127.0.0.1:1/nothing' })
  await expect(opening).rejects.toThrow(/DATABASE_URL names does not answer \(.*ECONNREFUSED/)
  await expect(opening).rejects.not.toThrow('secret')
})

test('an address that is no database is refused without printing it', async () => {
  const opening = openDatabase({ dataDir: '', url: '//somebody:secret@127.0.0.1/nothing' })
  await expect(opening).rejects.toThrow('DATABASE_URL must look like')
  await expect(opening).rejects.not.toThrow('secret')
})
