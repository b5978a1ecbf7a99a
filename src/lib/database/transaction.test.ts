import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { bigint, date, numeric, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putEmptyCluster } from '../../../test/database.ts'
import { testOnlyIf } from '../../../test/only-if.ts'
import { newDatabaseOn, serverForTests } from '../../../test/server.ts'
import { throwAwayFolder, throwAwayMigrations } from '../../../test/throw-away.ts'
import { type Database, inTransaction, notifyOnCommit, openDatabase, type Tx } from './database.ts'
import { databaseFault, isUniqueFault } from './database-fault.ts'
import { tidy } from './tidy.ts'

const note = pgTable('note', {
  name: text().primaryKey(),
  ore: bigint({ mode: 'bigint' }),
  rate: numeric({ precision: 12, scale: 4 }),
  day: date({ mode: 'string' }),
  at: timestamp({ withTimezone: true }),
})
const migrationsFolder = throwAwayMigrations(
  'create table note (name text primary key, ore bigint, rate numeric(12,4), day date, at timestamptz)',
)
const server = await serverForTests()

describe.each(server ? ['embedded', 'server'] : ['embedded'])('on the %s database', (kind) => {
  let database: Database
  let drop = async () => {}

  beforeAll(async () => {
    const dataDir = throwAwayFolder()
    if (kind === 'server' && server) {
      const made = await newDatabaseOn(server)
      drop = made.drop
      database = await openDatabase({ dataDir, url: made.url, migrationsFolder })
    } else {
      await putEmptyCluster(dataDir)
      database = await openDatabase({ dataDir, migrationsFolder, fsync: false })
    }
  }, 30_000)
  afterAll(async () => {
    await database.close()
    await drop()
  })
  beforeEach(() => database.db.delete(note))

  const names = async () => (await database.db.select().from(note).orderBy(note.name)).map(({ name }) => name)
  const aNote = (tx: Tx, name: string) => tx.insert(note).values({ name })

  test('all of a transaction is stored, or nothing', async () => {
    await inTransaction(database.db, async (tx) => {
      await aNote(tx, 'a')
      await aNote(tx, 'b')
    })
    const failing = inTransaction(database.db, async (tx) => {
      await aNote(tx, 'c')
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await names()).toEqual(['a', 'b'])
  })

  test('the outer db throws at once inside a transaction, and works again after it', async () => {
    const mistake = inTransaction(database.db, () => database.db.select().from(note))
    await expect(mistake).rejects.toMatchObject({ cause: { message: expect.stringContaining('Use the tx') } })
    const nested = inTransaction(database.db, () => inTransaction(database.db, async () => 1))
    await expect(nested).rejects.toThrow('Use the tx')
    const byDrizzle = database.db.transaction(() => database.db.select().from(note))
    await expect(byDrizzle).rejects.toMatchObject({ cause: { message: expect.stringContaining('Use the tx') } })
    expect(await names()).toEqual([])
  })

  test('work that is left behind by a transaction may use the outer db afterwards', async () => {
    const left = await inTransaction(database.db, async () => ({ later: wait(50).then(() => names()) }))
    expect(await left.later).toEqual([])
  })

  test('a tx that is used after its end is refused', async () => {
    const tx = await inTransaction(database.db, async (tx) => ({ tx }))
    await expect(aNote(tx.tx, 'late')).rejects.toMatchObject({ cause: { message: expect.stringContaining('ended') } })
    expect(await names()).toEqual([])
  })

  test('a statement whose error was swallowed does not look like a success', async () => {
    const swallowing = inTransaction(database.db, async (tx) => {
      await aNote(tx, 'a')
      await aNote(tx, 'a').catch(() => {})
    })
    await expect(swallowing).rejects.toThrow('Nothing was stored')
    expect(await names()).toEqual([])
  })

  test('a savepoint inside a transaction can be given up alone', async () => {
    await inTransaction(database.db, async (tx) => {
      await aNote(tx, 'a')
      await inTransaction(tx, async (inner) => {
        await aNote(inner, 'b')
        throw new Error('not b')
      }).catch(() => {})
      await inTransaction(tx, (inner) => aNote(inner, 'c'))
    })
    expect(await names()).toEqual(['a', 'c'])
  })

  test('a transaction is run again after a serialization failure, and given up after five times', async () => {
    const failOnce = sql`do $$ begin raise exception 'please again' using errcode = '40001'; end $$`
    let runs = 0
    await inTransaction(database.db, async (tx) => {
      runs += 1
      await aNote(tx, 'a')
      if (runs < 3) await tx.execute(failOnce)
    })
    expect([runs, await names()]).toEqual([3, ['a']])

    runs = 0
    const hopeless = inTransaction(database.db, async (tx) => {
      runs += 1
      await tx.execute(failOnce)
    })
    expect(databaseFault(await hopeless.catch((error) => error))?.code).toBe('40001')
    expect(runs).toBe(5)
  })

  test('two hundred callers at once each get their own answers', async () => {
    const callers = Array.from({ length: 200 }, async (_, caller) => {
      if (caller % 3 === 0)
        return inTransaction(database.db, async (tx) => (await echo(tx, caller)) && echo(tx, caller))
      return echo(database.db, caller)
    })
    expect(await Promise.all(callers)).toEqual(callers.map((_, caller) => caller))
  })
  const echo = async (db: Database['db'], number: number) =>
    Number((await db.execute(sql`select ${number}::int as number`)).rows[0]?.number)

  test('a broken rule is known by its code and constraint, and harms no later query', async () => {
    await database.db.insert(note).values({ name: 'a' })
    const error = await database.db
      .insert(note)
      .values({ name: 'a' })
      .catch((error) => error)
    expect(databaseFault(error)).toMatchObject({ code: '23505', constraint: 'note_pkey' })
    expect([isUniqueFault(error, 'note_pkey'), isUniqueFault(error, 'other'), isUniqueFault(new Error())]).toEqual([
      true,
      false,
      false,
    ])
    expect(await names()).toEqual(['a'])
  })

  test('amounts, days and instants come back exactly', async () => {
    const row = {
      name: 'æøå 🙂',
      ore: 9_007_199_254_740_993n,
      rate: '123.4500',
      day: '2026-02-28',
      at: new Date('2026-07-01T10:00:00.123Z'),
    }
    await database.db.insert(note).values(row)
    expect(await database.db.select().from(note)).toEqual([row])
    const { rows } = await database.pool.query('select ore, rate, day, at from note')
    expect(rows).toEqual([{ ore: '9007199254740993', rate: '123.4500', day: '2026-02-28', at: row.at }])
  })

  test('listeners are woken after the commit, and not by what was rolled back', async () => {
    const heard: string[] = []
    const stop = await database.listen('task', (payload) => heard.push(payload))
    await inTransaction(database.db, async (tx) => {
      await notifyOnCommit(tx, 'task', 'gone')
      throw new Error('no')
    }).catch(() => {})
    await inTransaction(database.db, async (tx) => {
      await notifyOnCommit(tx, 'task', 'committed')
      await inTransaction(tx, async (inner) => {
        await notifyOnCommit(inner, 'task', 'gone too')
        throw new Error('no')
      }).catch(() => {})
      await inTransaction(tx, (inner) => notifyOnCommit(inner, 'task', 'inner'))
      // Long enough for a wake-up that came too early to be seen.
      await tx.execute(sql`select pg_sleep(0.05)`)
      expect(heard).toEqual([])
    })
    await database.notify('task', 'plain')
    await expect.poll(() => heard).toEqual(['committed', 'inner', 'plain'])
    await stop()
    await database.notify('task', 'nobody hears')
    await database.notify('other', '')
    expect(heard).toHaveLength(3)
  })

  test('a wake-up too large to be sent is refused on every database', async () => {
    await expect(database.notify('task', 'x'.repeat(8000))).rejects.toThrow('at most 7999 bytes')
    await expect(database.notify('Bad channel')).rejects.toThrow('cannot be a channel')
  })

  test('the database can be tidied', () => tidy(database.db))

  testOnlyIf(kind === 'server')(
    'listening goes on after its connection broke, with one wake-up for what was missed',
    async () => {
      const heard: string[] = []
      const stop = await database.listen('broken_line', (payload) => heard.push(payload))
      const kill = sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'akkord wake-ups' and datname = current_database()`
      await database.db.execute(kill)
      await expect.poll(() => heard, { timeout: 5000 }).toEqual([''])
      await database.notify('broken_line', 'again')
      await expect.poll(() => heard).toEqual(['', 'again'])
      await stop()
    },
  )

  testOnlyIf(kind === 'server')('two transactions that block each other both succeed in the end', async () => {
    await database.db.insert(note).values([
      { name: 'a', ore: 0n },
      { name: 'b', ore: 0n },
    ])
    const add = (tx: Tx, name: string) => tx.update(note).set({ ore: sql`ore + 1` }).where(eq(note.name, name))
    const both = (first: string, second: string) =>
      inTransaction(database.db, async (tx) => {
        await add(tx, first)
        await tx.execute(sql`select pg_sleep(0.2)`)
        await add(tx, second)
      })
    await Promise.all([both('a', 'b'), both('b', 'a')])
    expect((await database.db.select().from(note)).map(({ ore }) => ore)).toEqual([2n, 2n])
  })

  testOnlyIf(kind === 'server')(
    'a connection that breaks inside a transaction stores nothing and does not end the process',
    async () => {
      const breaking = inTransaction(database.db, async (tx) => {
        await aNote(tx, 'a')
        const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        const other = await openDatabase({ dataDir: '', url: database.pool.options.connectionString, migrationsFolder })
        await other.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
        await other.close()
        await aNote(tx, randomUUID())
      })
      await expect(breaking).rejects.toThrow()
      expect(await names()).toEqual([])
    },
  )
})
