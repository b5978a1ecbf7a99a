import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { putEmptyCluster } from '../../../test/database.ts'
import { newDatabaseOn, serverForTests } from '../../../test/server.ts'
import { throwAwayFolder, throwAwayMigrations } from '../../../test/throw-away.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { databaseIdentityOf } from './database-identity.ts'
import { dumpDatabase } from './dump.ts'
import { loadDatabase } from './load.ts'

const now = new Date('2026-11-23T12:00:00Z')
const later = new Date('2026-11-24T12:00:00Z')

const firstMigration = `
  create table database_identity (id uuid primary key, created_at timestamptz not null, restored_at timestamptz);
  create unique index on database_identity ((true));
  create type colour as enum ('red', 'blå');
  create table thing (
    id bigint generated always as identity primary key,
    "odd ""Name" text, amount bigint, price numeric(20,6), ratio double precision, fact boolean, day date, at timestamptz, plain timestamp(6),
    took interval, facts jsonb, raw json, bytes bytea, words text[], ids uuid[], colour colour, fixed char(5), upper text generated always as (upper("odd ""Name")) stored
  );
  -- A parent that comes after its child in any order, and a tree in itself.
  create table z_parent (id int primary key, above int references z_parent, thing bigint references thing);
  create table a_child (id serial primary key, parent int not null references z_parent);
  -- Append-only, as logs and documents are.
  create table journal (id int primary key, text text);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
  create trigger journal_is_append_only before update or delete on journal for each row execute function refuse();
  create trigger journal_is_never_emptied before truncate on journal execute function refuse();
  create function shout() returns trigger language plpgsql as $$ begin new.text := new.text || '!'; return new; end $$;
  create trigger journal_shouts before insert on journal for each row execute function shout();
  create table setting (name text primary key, value text);
  insert into setting values ('seeded by a migration', 'old');`
const secondMigration = `alter table setting add column note text not null default 'new column'`
const migrationsFolder = throwAwayMigrations(firstMigration)

const rows = `
  insert into thing ("odd ""Name", amount, price, ratio, fact, day, at, plain, took, facts, raw, bytes, words, ids, colour, fixed) values
    ('Æøå 🙂 \u2028 "quoted" \\\\ {a,b}' || chr(10) || chr(9) || 'line', 9223372036854775807, 12345678901234.567891, 0.1::float8 + 0.2, true, '2026-02-28', '2026-07-01 10:00:00.123456+02',
     '2026-07-01 10:00:00.654321', '1 mon 2 days 03:04:05.000006', '{"ø": [1, 2.50, null, "\\\\u00e6"]}', '{"b":1,  "a":2}', '\\x00ff0a5c', '{"a,b",NULL,"q\\"x","{}"}',
     '{01930000-0000-7000-8000-000000000001}', 'blå', 'ab'),
    (null, null, null, 'NaN', null, 'infinity', '-infinity', null, null, 'null', null, '', '{}', null, null, null),
    ('NULL', -1, -0.000001, '-Infinity', false, '0044-03-15 BC', '0001-01-01 00:00:00+00', null, '-1 year', '"NULL"', null, null, null, null, 'red', '');
  insert into z_parent values (2, null, 1), (1, 2, 3);
  insert into a_child (parent) values (1), (2), (2);
  delete from a_child where id = 3;
  insert into journal values (1, 'posted');
  update setting set value = 'changed by a user';`

const server = await serverForTests()
const kinds = server ? ['embedded', 'server'] : ['embedded']
const quickKind = server ? 'server' : 'embedded'
const ways = kinds.flatMap((from) => kinds.map((to) => ({ from, to })))
const endings: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function aDatabase(kind: string, folder = migrationsFolder): Promise<DatabaseOptions> {
  const options = { dataDir: throwAwayFolder(), migrationsFolder: folder, fsync: false }
  if (kind === 'embedded' || !server) {
    await putEmptyCluster(options.dataDir)
    return options
  }
  const { url, drop } = await newDatabaseOn(server)
  endings.push(drop)
  return { ...options, url }
}

async function opened(options: DatabaseOptions): Promise<Database> {
  const database = await openDatabase(options)
  endings.push(database.close)
  return database
}

/** A dump of a filled database, and what was in it. */
async function aDump(kind: string): Promise<{ file: string; content: unknown; id: string }> {
  const database = await opened(await aDatabase(kind))
  await database.pool.query(rows)
  const { id } = await databaseIdentityOf(database.db, now)
  const file = join(throwAwayFolder(), 'akkord.dump')
  expect(await dumpDatabase(database.pool, file, now)).toEqual({ tables: 6, rows: 10 })
  const content = await contentOf(database)
  await database.close()
  return { file, content, id }
}

/** Everything as text, the binary form of floats too. */
async function contentOf({ pool }: Database): Promise<unknown> {
  const content: Record<string, unknown> = {}
  for (const table of ['thing', 'z_parent', 'a_child', 'journal', 'setting']) {
    content[table] = (await pool.query(`select t::text, to_jsonb(t)::text as json from ${table} t order by 1`)).rows
  }
  return content
}

describe.each(ways)('from $from to $to', ({ from, to }) => {
  test('every row comes back as it was', async () => {
    const { file, content, id } = await aDump(from)
    const target = await aDatabase(to)
    expect(await loadDatabase(file, target, later)).toEqual({ tables: 6, rows: 10 })

    const loaded = await opened(target)
    expect(await contentOf(loaded)).toEqual(content)
    expect(await databaseIdentityOf(loaded.db, now)).toEqual({ id, createdAt: now, restoredAt: later })

    const { rows: next } = await loaded.pool.query(
      'with t as (insert into thing default values returning id), c as (insert into a_child (parent) values (1) returning id) select t.id as thing, c.id as child from t, c',
    )
    expect(next).toEqual([{ thing: '4', child: 4 }])
    await expect(loaded.pool.query('delete from journal')).rejects.toThrow('append-only')
    await expect(loaded.pool.query('insert into a_child (parent) values (77)')).rejects.toThrow('a_child_parent_fkey')
  }, 60_000)
})

test('a dump of an older release is brought up to date', async () => {
  const { file } = await aDump(quickKind)
  const target = await aDatabase(quickKind, throwAwayMigrations(firstMigration, secondMigration))
  await loadDatabase(file, target, later)
  const { pool } = await opened(target)
  expect((await pool.query('select value, note from setting')).rows).toEqual([
    { value: 'changed by a user', note: 'new column' },
  ])
}, 60_000)

test('a dump of a newer release is refused', async () => {
  const newer = await opened(await aDatabase(quickKind, throwAwayMigrations(firstMigration, secondMigration)))
  const file = join(throwAwayFolder(), 'newer.dump')
  await dumpDatabase(newer.pool, file, now)
  await expect(loadDatabase(file, await aDatabase(quickKind), later)).rejects.toThrow('made by a newer release')
}, 60_000)

test('a database with rows in it is not overwritten', async () => {
  const { file } = await aDump(quickKind)
  const target = await aDatabase(quickKind)
  const used = await opened(target)
  await used.pool.query(`insert into journal values (1, 'mine')`)
  await used.close()
  await expect(loadDatabase(file, target, later)).rejects.toThrow(
    /The database is not empty: the table public.journal has rows/,
  )
  expect((await (await opened(target)).pool.query('select text from journal')).rows).toEqual([{ text: 'mine!' }])
}, 60_000)

test('an existing file is not overwritten by a dump', async () => {
  const { pool } = await opened(await aDatabase(quickKind))
  const file = join(throwAwayFolder(), 'akkord.dump')
  writeFileSync(file, 'precious')
  await expect(dumpDatabase(pool, file, now)).rejects.toThrow('exists already')
  expect(readFileSync(file, 'utf8')).toBe('precious')
}, 60_000)

test('of a damaged file nothing is stored, and the whole one can be loaded afterwards', async () => {
  const whole = readFileSync((await aDump(quickKind)).file)
  const text = gunzipSync(whole)
  const lastLine = text.lastIndexOf('\n', text.length - 2) + 1
  const changed = (from: string, to: string) => text.toString().replace(from, to)
  const signed = (body: string) => {
    const lines = body.slice(0, body.lastIndexOf('\n', body.length - 2) + 1)
    return body.replace(/"sha256":".*"/, `"sha256":"${createHash('sha256').update(lines).digest('hex')}"`)
  }
  const damages: [string | Buffer, RegExp][] = [
    [whole.subarray(0, whole.length - 20), /cannot be loaded: unexpected end of file/],
    [gzipSync(text.subarray(0, lastLine)), /cannot be loaded: it is cut off/],
    [gzipSync(changed('posted', 'postet')), /its checksum is wrong/],
    [gzipSync('{"hello":1}\n'), /it is no dump of Akkord/],
    ['hello', /cannot be loaded: incorrect header check/],
    [gzipSync(signed(changed('["2",null,"1"]', '["2",null,"9"]'))), /z_parent_thing_fkey/],
    [
      gzipSync(signed(changed('"public.journal":1', '"public.journal":2'))),
      /public.journal has 1 rows after loading and should have 2/,
    ],
    [
      gzipSync(signed(changed('"table":"public.journal"', '"table":"public.unknown"'))),
      /a table public.unknown that this release/,
    ],
  ]
  const file = join(throwAwayFolder(), 'akkord.dump')
  const target = await aDatabase(quickKind)
  for (const [damaged, reason] of damages) {
    writeFileSync(file, damaged)
    await expect(loadDatabase(file, target, later)).rejects.toThrow(reason)
  }
  writeFileSync(file, whole)
  expect(await loadDatabase(file, target, later)).toEqual({ tables: 6, rows: 10 })
}, 60_000)
