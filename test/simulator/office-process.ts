// One process of the instance, which the simulator may stop before any query, before any call and after any answer: for good, or
// until it goes on with what it had in hand. Inside a transaction it is never stopped: killed there, it would have done nothing.
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Db } from '../../src/lib/database/database.ts'
import { inTransaction, registerHandle } from '../../src/lib/database/transaction.ts'
import { createSecretBox } from '../../src/lib/secrets.ts'
import { LaneLost } from '../../src/sync/failure.ts'
import { leaveLane, takeLane } from '../../src/sync/lane.ts'
import { type Engine, runNextTask, takeOver } from '../../src/sync/run-task.ts'
import { createUniconta } from '../../src/uniconta/uniconta.ts'

export type Point = 'query' | 'send' | 'answer'
/** After so many points, and what happens there; `once`: counted from the answer to a call whose path begins so. */
export type Stop = { after: number; how: 'kill' | 'pause'; once?: string }
export type Ended = 'idle' | 'held' | 'lost' | 'killed' | 'paused' | 'busy'

export type OfficeProcess = {
  /** Works the lane, or goes on where it was paused, until nothing may run now or it is stopped. */
  run(stop?: Stop): Promise<Ended>
  isPaused(): boolean
  end(): void
}

export type Surroundings = {
  pool: pg.Pool
  now: () => Date
  random: () => number
  send: (request: Request) => Promise<Response>
  onError: (facts: object) => void
  onStop: (how: Stop['how'], point: Point) => void
}

/** What all processes of an instance share. */
export const outside = {
  baseUrl: 'http://uniconta.test',
  box: createSecretBox('a key for tests that is long enough'),
  onLogged: async () => {},
}

const mostTasks = 150
const never = new Promise<never>(() => {})

export function startProcess(around: Surroundings): OfficeProcess {
  let isDead = false
  let stop: Stop | undefined
  let stopped: ((how: 'killed' | 'paused') => void) | undefined
  let goOn: (() => void) | undefined
  let running: Promise<Ended> | undefined

  async function pass(point: Point): Promise<void> {
    if (isDead) await never
    if (!stop || stop.once || stop.after-- > 0) return
    const { how } = stop
    stop = undefined
    around.onStop(how, point)
    isDead = how === 'kill'
    const going = new Promise<void>((resolve) => {
      goOn = resolve
    })
    stopped?.(how === 'kill' ? 'killed' : 'paused')
    await (isDead ? never : going)
    if (isDead) await never
  }

  const db = gatedDb(around.pool, () => pass('query'))
  const uniconta = createUniconta({
    db,
    ...outside,
    async fetch(request) {
      await pass('send')
      try {
        return await around.send(request)
      } finally {
        if (stop?.once && new URL(request.url).pathname.startsWith(stop.once)) delete stop.once
        await pass('answer')
      }
    },
    now: around.now,
  })
  const log = { info() {}, warn() {}, error: around.onError }
  const engine: Engine = { db, now: around.now, random: around.random, log, onLogged: async () => {} }

  async function work(): Promise<Ended> {
    const hold = await takeLane(db, uniconta.lane.name, around.now())
    if (!hold) return 'held'
    try {
      await takeOver(engine, uniconta.lane, hold)
      for (let tasks = 0; await runNextTask(engine, uniconta.lane, hold); tasks += 1)
        if (tasks === mostTasks) return 'busy'
      await leaveLane(db, hold, around.now())
      return 'idle'
    } catch (error) {
      if (error instanceof LaneLost) return 'lost'
      throw error
    }
  }

  return {
    async run(given) {
      stop = given && { ...given }
      const interrupted = new Promise<Ended>((resolve) => {
        stopped = resolve
      })
      if (running) goOn?.()
      else running = work()
      goOn = undefined
      const ended = await Promise.race([running, interrupted])
      if (ended !== 'paused') running = undefined
      stop = undefined
      return ended
    },
    isPaused: () => running !== undefined && !isDead,
    end() {
      isDead = true
    },
  }
}

/** The database as a process sees it, that may be stopped at each query. */
export function gatedDb(pool: pg.Pool, pass: () => Promise<void>): Db {
  const gated = {
    connect: async () => {
      await pass()
      return pool.connect()
    },
    query: async (...args: unknown[]) => {
      await pass()
      return (pool.query as (...args: unknown[]) => Promise<unknown>).apply(pool, args)
    },
  } as unknown as pg.Pool
  const db: Db = drizzle(gated)
  db.transaction = (work, config) => inTransaction(db, work, { isolation: config?.isolationLevel })
  registerHandle(db, {
    pool: gated,
    wakeUps: {
      notify: async () => {},
      listen: async () => async () => {},
      sendInside: () => undefined,
      close: async () => {},
    },
  })
  return db
}
