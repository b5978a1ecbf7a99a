// The engine alone: kinds of task that know no system and no noun, on the test database, under a clock that the test moves.
import { type Db, inTransaction, type Tx } from '../src/lib/database/database.ts'
import { createPhrasebook, sayFrom } from '../src/lib/i18n/sentence.ts'
import { listAttempts } from '../src/sync/attempt-store.ts'
import { findBadge } from '../src/sync/badge-store.ts'
import { enqueue, registerKind, type TaskWish } from '../src/sync/enqueue.ts'
import { type FailureDetails, LaneLost, SyncFailure } from '../src/sync/failure.ts'
import type { Handler, LanePlan, Outcome, TaskContext } from '../src/sync/handler.ts'
import { type Hold, leaseMs, leaveLane, takeLane } from '../src/sync/lane.ts'
import { listLaneStatus } from '../src/sync/lane-status.ts'
import type { Exchange, FailureKind } from '../src/sync/log-entry.ts'
import { listLog, type OnLogged } from '../src/sync/log-store.ts'
import { type Engine, runNextTask, takeOver } from '../src/sync/run-task.ts'
import { syncTexts } from '../src/sync/sync-texts.ts'
import { emptyTables, testDatabase } from './database.ts'

const testTexts = { 'test.said': (values: { text: string }) => values.text }
export const phrase = createPhrasebook({ en: [syncTexts, testTexts] })
export const says = (text: string) => sayFrom(testTexts)('test.said', { text })

export const done = (text = 'Stands there.'): Outcome => ({ outcome: 'done', sentence: says(text) })
export const fails = (kind: FailureKind, text: string, details?: FailureDetails) =>
  new SyncFailure(kind, says(text), details)

/** What a handler notes when it has made a call. */
export const aCall = (fields: Partial<Exchange> = {}): Exchange => ({
  at: '2026-11-23T09:30:00.000Z',
  method: 'POST',
  path: '/things',
  request: '{"name":"Anna"}',
  status: 200,
  answer: 'ok',
  fault: null,
  ms: 12,
  ...fields,
})

export type Work = (context: TaskContext) => Outcome | Promise<Outcome>
export type EngineTest = Awaited<ReturnType<typeof startEngine>>

export const testLane = 'there'

export function planOf(works: Readonly<Record<string, Work>>): LanePlan {
  const handlers = Object.entries(works).map(
    ([kind, work]): Handler => ({
      kind,
      direction: 'out',
      logsSuccess: true,
      run: async (context) => work(context),
    }),
  )
  return { name: testLane, system: 'There', handlers }
}

export async function registerPlan(db: Db, plan: LanePlan): Promise<void> {
  for (const { kind } of plan.handlers)
    await registerKind(db, { kind, lane: plan.name, system: plan.system, wanted: true })
}

/** The first kind is the most urgent one. Runs are noted in their order. */
export async function startEngine(works: Readonly<Record<string, Work>>, onLogged: OnLogged = async () => {}) {
  const database = await testDatabase()
  const { db } = database
  await emptyTables(db)
  let now = new Date('2026-11-23T09:30:00.000Z')
  let chance = 0.5
  const runs: string[] = []
  const errors: { err?: unknown; attempt?: string }[] = []
  const plan = planOf(
    Object.fromEntries(
      Object.entries(works).map(([kind, work]) => [
        kind,
        (context: TaskContext) => {
          runs.push(context.uncertain ? `${context.subject}, uncertain` : context.subject)
          return work(context)
        },
      ]),
    ),
  )
  await registerPlan(db, plan)
  const engine: Engine = {
    db,
    now: () => now,
    random: () => chance,
    log: { info() {}, warn() {}, error: (facts) => void errors.push(facts) },
    onLogged,
  }

  async function row<T extends object>(table: 'sync_task' | 'sync_lane', key: string): Promise<T> {
    const column = table === 'sync_task' ? 'subject' : 'name'
    const { rows } = await database.pool.query<T>(`select * from ${table} where ${column} = $1`, [key])
    if (!rows[0]) throw new Error(`There is no ${key} in ${table}.`)
    return rows[0]
  }

  return {
    database,
    db,
    engine,
    plan,
    runs,
    errors,
    now: () => now,
    pass(ms: number) {
      now = new Date(now.getTime() + ms)
    },
    setNow(instant: string) {
      now = new Date(instant)
    },
    setChance(value: number) {
      chance = value
    },
    ask: (subject: string, kind = 'thing.push', more: Partial<TaskWish> = {}) =>
      inTransaction(db, (tx) => enqueue(tx, { kind, subject, label: `Thing ${subject}`, ...more }, now)),
    inTransaction: <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work),
    async take(): Promise<Hold> {
      const hold = await takeLane(db, testLane, now)
      if (!hold) throw new Error('The lane is held.')
      return hold
    },
    runOne: (hold: Hold) => runNextTask(engine, plan, hold),
    /** As a worker does: takes the lane, takes over, and works until nothing may run now. */
    async run(): Promise<void> {
      const hold = await this.take()
      await takeOver(engine, plan, hold)
      while (await runNextTask(engine, plan, hold));
      await leaveLane(db, hold, now)
      now = new Date(now.getTime() + 1)
    },
    /** A process that is killed in the middle of its task: what it would still do is not done. */
    async killDuring(subject: string): Promise<Hold> {
      const hold = await this.take()
      await database.pool.query(
        `insert into sync_attempt (id, kind, subject, number, lane_token, started_at)
         select gen_random_uuid(), kind, subject, 1, $2, $3 from sync_task where subject = $1`,
        [subject, hold.token, now],
      )
      await database.pool.query(
        `update sync_task t set state = 'running', taken = requested, attempt_id = a.id from sync_attempt a
          where t.subject = $1 and a.subject = $1 and a.finished_at is null`,
        [subject],
      )
      now = new Date(now.getTime() + leaseMs + 1)
      return hold
    },
    task: (subject: string) =>
      row<{ state: string; shown: string; requested: number; taken: number; failures: number; run_at: Date }>(
        'sync_task',
        subject,
      ),
    lane: () => row<{ retry_at: Date | null; failures: number; trouble_kind: string | null }>('sync_lane', testLane),
    badge: (subject: string) => findBadge(db, 'thing', subject, phrase, 'en'),
    status: async () => (await listLaneStatus(db, { phrase, language: 'en', timeZone: 'Europe/Copenhagen', now }))[0],
    attempts: async (subject: string, kind = 'thing') =>
      (await listAttempts(db, { kind, subject, page: 1, size: 100 }, phrase, 'en')).items.toReversed(),
    log: async () => (await listLog(db, { page: 1, size: 100 }, phrase, 'en')).items.toReversed(),
  }
}

export { LaneLost }
