import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { expect, test } from 'vitest'
import { putEmptyCluster } from '../../../test/database.ts'
import { throwAwayFolder, throwAwayMigrations } from '../../../test/throw-away.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
import { DurableFiles, durableStartParams, proveFsync } from './durable-files.ts'
import { enginePostgresMajor } from './postgres-files.ts'

const migrationsFolder = throwAwayMigrations(
  'create extension pg_trgm; create table note (id int primary key, text text)',
)
const startsIn = 30_000

async function aDataDir(): Promise<string> {
  const dataDir = throwAwayFolder()
  await putEmptyCluster(dataDir)
  return dataDir
}

const open = (dataDir: string, options: Partial<DatabaseOptions> = {}) =>
  openDatabase({ dataDir, migrationsFolder, fsync: false, ...options })

test(
  'every commit waits until the disk has it',
  async () => {
    const directory = join(await aDataDir(), 'postgres')
    const files = new DurableFiles(directory, (error) => expect.unreachable(String(error)))
    const postgres = await PGlite.create({ fs: files, startParams: durableStartParams })
    await postgres.exec('create table note (id int)')
    const before = files.fsyncCount
    for (let id = 0; id < 50; id += 1) await postgres.query('insert into note values ($1)', [id])
    expect(files.fsyncCount - before).toBeGreaterThanOrEqual(50)
    await proveFsync(postgres, files)
    await postgres.close()
  },
  startsIn,
)

test(
  'a file layer whose commits do not reach the disk is refused',
  async () => {
    const directory = join(await aDataDir(), 'postgres')
    const postgres = await PGlite.create({ fs: new NodeFS(directory), startParams: durableStartParams })
    await expect(proveFsync(postgres, { fsyncCount: 0 })).rejects.toThrow('of 5 commits only 0 reached the disk')
    await postgres.close()
  },
  startsIn,
)

test(
  'Postgres that was started without fsync is refused',
  async () => {
    const directory = join(await aDataDir(), 'postgres')
    const files = new DurableFiles(directory, (error) => expect.unreachable(String(error)))
    const postgres = await PGlite.create({ fs: files })
    await expect(proveFsync(postgres, files)).rejects.toThrow('reached the disk')
    await postgres.close()
  },
  startsIn,
)

test(
  'the application goes on working while a long query runs',
  async () => {
    const { pool, close } = await open(await aDataDir())
    let ticks = 0
    const ticking = setInterval(() => {
      ticks += 1
    }, 1)
    await pool.query('select count(*) from generate_series(1, 1000000) a, lateral (select a) b')
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(5)
    await close()
  },
  startsIn,
)

test(
  'the engine is the PostgreSQL that the guard knows, at UTC, with trigrams',
  async () => {
    const { pool, close } = await open(await aDataDir())
    const { rows } = await pool.query(
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('TimeZone') as zone, show_trgm('bo') as trigrams`,
    )
    expect(rows).toEqual([{ major: enginePostgresMajor, zone: 'UTC', trigrams: ['  b', ' bo', 'bo '] }])
    await close()
  },
  startsIn,
)

test('the files of another PostgreSQL are refused with the way to go', async () => {
  const dataDir = await aDataDir()
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(open(dataDir)).rejects.toThrow(/written by PostgreSQL 17.*npm run dump.*npm run load/s)
})

test(
  'a database whose creation was cut short is made anew, and the pieces are kept',
  async () => {
    const dataDir = throwAwayFolder()
    mkdirSync(join(dataDir, 'postgres'))
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n')
    const { pool, close } = await open(dataDir, { fsync: true })
    await pool.query(`insert into note values (1, 'æøå')`)
    await close()
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres-unfinished'))).toHaveLength(1)

    const again = await open(dataDir, { fsync: true })
    expect((await again.pool.query('select * from note')).rows).toEqual([{ id: 1, text: 'æøå' }])
    await again.close()
  },
  startsIn,
)

test(
  'a folder in use is refused, and free again after closing',
  async () => {
    const dataDir = await aDataDir()
    const first = await open(dataDir)
    await expect(open(dataDir)).rejects.toThrow(`in use by process ${process.pid}`)
    await first.close()
    await (await open(dataDir)).close()
  },
  startsIn,
)

test(
  'a second connection inside a transaction fails with the reason instead of waiting for ever',
  async () => {
    const { pool, close } = await open(await aDataDir(), { connectionWaitMs: 100 })
    const held = await pool.connect()
    await held.query('begin')
    await expect(pool.query('select 1')).rejects.toThrow(
      /No database connection became free within 0.1 s.*one connection/,
    )
    await held.query('rollback')
    held.release()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await close()
  },
  startsIn,
)

test(
  'nothing is left in the temporary folder after closing',
  async () => {
    const { pool, close } = await open(await aDataDir())
    const folder = (pool.options as { host?: string }).host ?? ''
    expect(existsSync(folder)).toBe(true)
    await close()
    expect(existsSync(folder)).toBe(false)
  },
  startsIn,
)

test(
  'the application hears of it when the embedded database stops by itself',
  async () => {
    const dataDir = await aDataDir()
    const { pool, broken, close } = await open(dataDir, { fsync: true })
    // Without a place for its log Postgres panics, as with a full disk.
    rmSync(join(dataDir, 'postgres', 'pg_wal'), { recursive: true, force: true })
    await expect(
      pool.query('select pg_switch_wal()').then(() => pool.query(`insert into note values (1, '')`)),
    ).rejects.toThrow()
    expect((await broken).message).toContain('The embedded database has stopped')
    await close()
  },
  startsIn,
)
