import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { listSequences, listTables, type Table } from './catalog.ts'
import { type End, exactText, type Header, type Line, startChecksum } from './dump-file.ts'
import { fsyncPath } from './durable-files.ts'
import { appliedMigrations } from './migrations.ts'

export type DumpSummary = { tables: number; rows: number }

const rowsAtOnce = 500

/**
 * Writes all rows as they stand at one moment to a new file; nobody has to stop working. The embedded database answers nobody
 * else meanwhile. The file appears under its name when it is whole and on disk.
 * @throws when the file exists already.
 */
export async function dumpDatabase(pool: pg.Pool, file: string, now: Date): Promise<DumpSummary> {
  if (existsSync(file)) throw new Error(`${file} exists already. Give another name for the dump, or remove it first.`)
  const client = await pool.connect()
  const unfinished = `${file}.unfinished`
  let broken: Error | undefined
  try {
    const end: End = { rows: {}, sha256: '' }
    await client.query('begin isolation level repeatable read read only')
    await pipeline(
      Readable.from(textOf(client, now, end)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await client.query('commit')
    fsyncPath(unfinished)
    renameSync(unfinished, file)
    fsyncPath(dirname(file) || '.')
    const counts = Object.values(end.rows)
    return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) }
  } catch (error) {
    broken = error as Error
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    client.release(broken)
  }
}

async function* textOf(client: pg.PoolClient, now: Date, end: End): AsyncGenerator<string> {
  const checksum = startChecksum()
  for await (const lines of linesOf(client, now, end.rows)) {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    checksum.update(text)
    yield text
  }
  end.sha256 = checksum.digest('hex')
  yield `${JSON.stringify(end)}\n`
}

async function* linesOf(client: pg.PoolClient, now: Date, counts: End['rows']): AsyncGenerator<Line[]> {
  for (const statement of exactText) await client.query(statement)
  const migration = (await appliedMigrations(client)).at(-1)
  if (migration === undefined) throw new Error('There is nothing to dump: the database has no tables yet.')
  const header: Header = { akkord: 'dump', format: 1, madeAt: now.toISOString(), migration }
  yield [header]

  for (const table of await listTables(client)) {
    counts[table.name] = 0
    yield [{ table: table.name, columns: table.columns.map(({ name }) => name) }]
    for await (const rows of rowsOf(client, table)) {
      counts[table.name] = (counts[table.name] ?? 0) + rows.length
      yield rows
    }
  }
  // After the rows: a sequence is not part of the moment, it must not be behind them.
  for (const sequence of await listSequences(client)) {
    const { rows } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${sequence}`,
    )
    for (const state of rows) yield [{ sequence, ...state }]
  }
}

async function* rowsOf(client: pg.PoolClient, table: Table): AsyncGenerator<(string | null)[][]> {
  const columns = table.columns.map(({ name }) => `${pg.escapeIdentifier(name)}::text`)
  await client.query(`declare dumped no scroll cursor for select ${columns.join(', ')} from ${table.name}`)
  for (;;) {
    const text = `fetch ${rowsAtOnce} from dumped`
    const { rows } = await client.query<(string | null)[]>({ text, rowMode: 'array' })
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close dumped')
}
