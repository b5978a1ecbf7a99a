import { sql } from 'drizzle-orm'
import type { Database } from '../lib/database/database.ts'
import { wakeChannel } from './enqueue.ts'
import { LaneLost } from './failure.ts'
import type { LanePlan } from './handler.ts'
import { type Hold, leaveLane, renewLane, renewMs, takeLane } from './lane.ts'
import { type Engine, runNextTask, takeOver } from './run-task.ts'
import { runDueSchedules } from './schedule.ts'

/** Without a signal a worker looks for itself this often. */
const pollMs = 1_000

export type Worker = {
  /** Ends after the tasks in hand, or after `limitMs`; what is cut off then is taken over and looked at by the next one. */
  stop(limitMs?: number): Promise<void>
  /** Whether the loops still turn: an answer for /health/ready. */
  isAlive(): boolean
}

/** Works all lanes it can get. Any number of processes may do so; a lane is always worked by one. */
export function startWorker(database: Database, engine: Omit<Engine, 'db'>, plans: readonly LanePlan[]): Worker {
  const whole: Engine = { ...engine, db: database.db }
  const bells = plans.map(() => createBell())
  const listening = database.listen(wakeChannel, () => {
    for (const bell of bells) bell.ring()
  })
  let stopping = false
  let beats = Date.now()
  const loops = plans.map((plan, index) => workLane(whole, plan, bells[index] as Bell, () => stopping))
  const clock = workClock(
    whole,
    () => stopping,
    () => {
      beats = Date.now()
    },
  )
  const all = Promise.all([...loops, clock])
  return {
    async stop(limitMs = 8_000) {
      stopping = true
      for (const bell of bells) bell.ring()
      const ended = listening.then((stopListening) => stopListening()).then(() => all)
      await Promise.race([ended, new Promise((done) => setTimeout(done, limitMs).unref())])
    },
    isAlive: () => Date.now() - beats < 30_000,
  }
}

async function workLane(engine: Engine, plan: LanePlan, bell: Bell, stopping: () => boolean): Promise<void> {
  while (!stopping()) {
    const hold = await quietly(engine, () => takeLane(engine.db, plan.name, engine.now()))
    if (!hold) {
      await bell.wait(pollMs)
      continue
    }
    const heart = beat(engine, hold)
    try {
      await takeOver(engine, plan, hold)
      while (!stopping() && heart.holds()) {
        if (!(await runNextTask(engine, plan, hold))) await bell.wait(await msToNextTask(engine, plan))
      }
      await leaveLane(engine.db, hold, engine.now())
    } catch (error) {
      if (!(error instanceof LaneLost)) engine.log.error({ err: error, lane: plan.name }, 'a lane stumbled and goes on')
      await bell.wait(pollMs)
    } finally {
      heart.stop()
    }
  }
}

/** Renews the lease beside the work, so that a slow answer does not cost the lane. */
function beat(engine: Engine, hold: Hold) {
  let held = true
  const timer = setInterval(async () => {
    const renewed = await quietly(engine, () => renewLane(engine.db, hold, engine.now()))
    if (renewed === false) held = false
  }, renewMs)
  return { holds: () => held, stop: () => clearInterval(timer) }
}

/** How long a worker may rest: until a task for the future is due, or the lane may try again. Anything newer rings the bell. */
export async function msToNextTask(engine: Engine, plan: LanePlan): Promise<number> {
  const kinds = sql.join(
    plan.handlers.map((handler) => sql`${handler.kind}`),
    sql`, `,
  )
  const now = engine.now()
  // In a lane that waits, a task that is due is as good as one for the time when it may try again.
  const { rows } = await engine.db.execute<{ next: string | null }>(sql`
    select min(greatest(t.run_at, l.retry_at)) as next from sync_task t left join sync_lane l on l.name = ${plan.name}
     where t.kind in (${kinds}) and t.state = 'waiting' and greatest(t.run_at, l.retry_at) > ${now.toISOString()}`)
  const next = rows[0]?.next
  return next ? Math.min(Math.max(new Date(next).getTime() - now.getTime(), 5), pollMs) : pollMs
}

async function workClock(engine: Engine, stopping: () => boolean, turned: () => void): Promise<void> {
  while (!stopping()) {
    await quietly(engine, () => runDueSchedules(engine.db, engine.now()))
    turned()
    for (let slept = 0; slept < 20 && !stopping(); slept++) await new Promise((done) => setTimeout(done, 250))
  }
}

/** A database that is away for a moment must not end a loop. */
async function quietly<T>(engine: Engine, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    engine.log.warn({ err: error }, 'the database did not answer a worker')
    return undefined
  }
}

type Bell = { ring(): void; wait(ms: number): Promise<void> }

/** A ring that comes while nobody waits is not lost. */
function createBell(): Bell {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(ms) {
      if (!rung)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
      wake = undefined
      rung = false
    },
  }
}
