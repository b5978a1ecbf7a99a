import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { is } from 'drizzle-orm'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { PgDialect, PgTransaction } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import type { Db, Tx } from './database.ts'
import { mayRunAgain } from './database-fault.ts'
import type { WakeUps } from './wake-ups.ts'

export type TransactionOptions = {
  isolation?: 'read uncommitted' | 'read committed' | 'repeatable read' | 'serializable' | undefined
  readOnly?: boolean
}

/** What belongs to one opened database. */
export type Handle = { pool: pg.Pool; wakeUps: WakeUps }
type Running = { handle: Handle; notices: { channel: string; payload: string }[] }
type Scope = { pool: pg.Pool; isOpen: boolean; outer: Scope | undefined }

const handles = new WeakMap<object, Handle>()
const running = new WeakMap<object, Running>()
const scopes = new AsyncLocalStorage<Scope>()
const dialect = new PgDialect()
const attempts = 5

/** Makes a database known to `inTransaction`. */
export function registerHandle(db: Db, handle: Handle): void {
  handles.set(db, handle)
}

/**
 * Runs `work` in a transaction: all of it is stored, or nothing. Inside, only `tx` may be used; the outer `db` throws at once.
 * After a serialization failure or deadlock `work` is run again, up to five times in all, so it must not keep anything outside
 * the database before the end. Given a `tx`, it becomes a savepoint of that transaction.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (is(db, PgTransaction)) return inSavepoint(db as unknown as Tx, work)
  const handle = handles.get(db)
  if (!handle) throw new Error('inTransaction needs the db of openDatabase, or a tx.')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(handle, work, options)
    } catch (error) {
      if (attempt >= attempts || !mayRunAgain(error)) throw error
      await wait(attempt * 20 * (0.5 + Math.random()))
    }
  }
}

/**
 * Wakes the listeners of a channel when, and only when, the transaction is committed. `payload` has at most 7,999 bytes.
 */
export async function notifyOnCommit(tx: Tx, channel: string, payload = ''): Promise<void> {
  const current = running.get(tx)
  if (!current) throw new Error('notifyOnCommit needs the tx of inTransaction.')
  const sending = current.handle.wakeUps.sendInside(tx, channel, payload)
  if (sending) await sending
  else current.notices.push({ channel, payload })
}

/**
 * Makes a pool refuse, at once and on every database, what would wait for ever where there is only one connection; and say what
 * is the matter when no connection becomes free.
 */
export function guardPool(pool: pg.Pool, busySentence: string): void {
  type Answer = (error: Error | undefined, ...rest: unknown[]) => void
  const connect = pool.connect.bind(pool) as (answer: Answer) => void
  const guarded = (answer?: Answer) => {
    if (!answer) {
      return new Promise((resolve, reject) => guarded((error, client) => (error ? reject(error) : resolve(client))))
    }
    const fault = faultInside(pool)
    if (fault) return answer(fault)
    // The words of pg-pool 3.14; it has no code for it.
    const isBusy = (error: Error) => error.message === 'timeout exceeded when trying to connect'
    connect((error, ...rest) =>
      answer(error && isBusy(error) ? new Error(busySentence, { cause: error }) : error, ...rest),
    )
  }
  pool.connect = guarded as typeof pool.connect
}

function faultInside(pool: pg.Pool): Error | undefined {
  for (let scope = scopes.getStore(); scope; scope = scope.outer) {
    if (scope.pool === pool && scope.isOpen) {
      return new Error(
        'The outer db was used inside a transaction, which would wait for ever on the embedded database. Use the tx that inTransaction gave.',
      )
    }
  }
  return undefined
}

async function runOnce<T>(handle: Handle, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const client = await handle.pool.connect()
  const scope: Scope = { pool: handle.pool, isOpen: true, outer: scopes.getStore() }
  const tx: Tx = new NodePgTransaction(
    dialect,
    new NodePgSession(whileOpen(client, scope), dialect, undefined),
    undefined,
  )
  const current: Running = { handle, notices: [] }
  running.set(tx, current)
  let broken: Error | undefined
  let result: T
  try {
    await client.query(beginning(options))
    // Drizzle's queries start when they are awaited, so that has to happen inside too.
    result = await scopes.run(scope, async () => await work(tx))
    const { command } = await client.query('commit')
    // Postgres answers a commit of a failed transaction with a rollback and no error.
    if (command !== 'COMMIT') {
      throw new Error('Nothing was stored: a statement failed inside the transaction and its error was not passed on.')
    }
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    scope.isOpen = false
    client.release(broken)
  }
  for (const { channel, payload } of current.notices) await handle.wakeUps.notify(channel, payload)
  return result
}

async function inSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = running.get(tx)
  const inner: Running | undefined = outer && { handle: outer.handle, notices: [] }
  const result = await tx.transaction((savepoint) => {
    if (inner) running.set(savepoint, inner)
    return work(savepoint)
  })
  outer?.notices.push(...(inner?.notices ?? []))
  return result
}

function beginning({ isolation, readOnly }: TransactionOptions): string {
  return ['begin', isolation && `isolation level ${isolation}`, readOnly && 'read only'].filter(Boolean).join(' ')
}

/** The client, refusing statements after its transaction: they would run in whatever transaction has it next. */
function whileOpen(client: pg.PoolClient, scope: Scope): pg.PoolClient {
  const guarded = Object.create(client) as pg.PoolClient
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  guarded.query = ((...args: unknown[]) => {
    if (scope.isOpen) return query(...args)
    return Promise.reject(new Error('A tx was used after its transaction had ended. Is an await missing?'))
  }) as typeof client.query
  return guarded
}
