// One task: taken, run, and its result stored, each in one transaction that an old lane holder cannot make.
import { sql } from 'drizzle-orm'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { type Clock, newId } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { enqueue } from './enqueue.ts'
import { LaneLost } from './failure.ts'
import type { Handler, LanePlan, TaskContext } from './handler.ts'
import { type Hold, lockLane, mustHoldLane } from './lane.ts'
import type { OnLogged } from './log-store.ts'
import { findRestore } from './restored.ts'
import { closeAttempt, lineOf, storeFailure, storeOutcome, tell } from './store-result.ts'
import { syncTexts } from './sync-texts.ts'
import { mustRemember, noteSending, type Witness } from './witness.ts'

const say = sayFrom(syncTexts)

export type Engine = {
  readonly db: Db
  readonly now: Clock
  readonly random: () => number
  readonly log: Log
  readonly onLogged: OnLogged
  /** What this process knows of its last sending outside the database. */
  readonly witness?: Witness | undefined
}

export type Taken = {
  kind: string
  subject: string
  label: string
  failures: number
  uncertain: boolean
  attemptId: string
  startedAt: Date
}

/** A task under way: everything that its result is stored with. */
export type Run = { engine: Engine; plan: LanePlan; handler: Handler; task: Taken; context: TaskContext }

/** The most urgent task that may run now, marked as running, with its attempt on disk before any call. */
export async function takeTask(engine: Engine, plan: LanePlan, hold: Hold): Promise<Taken | undefined> {
  const startedAt = engine.now()
  const now = startedAt.toISOString()
  const attemptId = newId(startedAt)
  // The lane is locked too: a task that an old holder marked after the next one took over would be in nobody's hands.
  const { rows } = await engine.db.execute<Omit<Taken, 'attemptId' | 'startedAt'>>(sql`
    with next as (
      select t.kind, t.subject
        from unnest(array[${kindsOf(plan)}]::text[]) with ordinality as k(kind, place)
        join (select ${comparisonOf(plan)}::text as kind) c
          on c.kind is null or c.kind = k.kind or not exists (select from sync_restore where ended_at is null)
       cross join lateral (
         select t.kind, t.subject from sync_task t
          where t.kind = k.kind and t.state = 'waiting' and t.run_at <= ${now}
            and (t.after_kind is null or not exists (
                  select 1 from sync_task p
                   where p.kind = t.after_kind and p.subject = t.after_subject and p.state <> 'done'))
          order by t.run_at limit 1) t
       order by k.place limit 1
    ), lane as (
      select l.name from sync_lane l
       where l.name = ${hold.lane} and l.token = ${hold.token} and l.lease_until > ${now}
         and l.paused_for is null and (l.retry_at is null or l.retry_at <= ${now}) and exists (select 1 from next)
         for share
    ), taken as (
      update sync_task t set state = 'running', taken = requested, attempt_id = ${attemptId}, causes = '{}'
        from lane, next where t.kind = next.kind and t.subject = next.subject and t.state = 'waiting'
      returning t.kind, t.subject, t.label, t.failures, t.uncertain
    ), attempt as (
      insert into sync_attempt (id, kind, subject, number, lane_token, started_at, exchange)
      select ${attemptId}::uuid, kind, subject, failures + 1, ${hold.token}, ${now}::timestamptz, '[]' from taken
    )
    select * from taken`)
  return rows[0] && { ...rows[0], attemptId, startedAt }
}

/** Runs one task if there is one. Returns whether there was. */
export async function runNextTask(engine: Engine, plan: LanePlan, hold: Hold): Promise<boolean> {
  const task = await takeTask(engine, plan, hold)
  if (!task) return false
  const handler = handlerOf(plan, task.kind)
  const context: TaskContext = {
    ...engine,
    ...task,
    hold,
    exchange: [],
    inLane: (work) => inLane(engine.db, hold, work),
    async mustHoldLane() {
      await noteSending(engine, plan, task.attemptId)
      await mustHoldLane(engine.db, hold, engine.now())
    },
  }
  const run: Run = { engine, plan, handler, task, context }
  try {
    const outcome = await handler.run(context)
    await inLane(engine.db, hold, (tx) => storeOutcome(tx, run, outcome))
  } catch (error) {
    if (error instanceof LaneLost) {
      await closeAttempt(engine.db, run, 'lost', null, null)
      throw error
    }
    await inLane(engine.db, hold, (tx) => storeFailure(tx, run, error))
  }
  return true
}

/** What the last holder had in hand may have reached the other side: it is looked at before anything else. */
export async function takeOver(engine: Engine, plan: LanePlan, hold: Hold): Promise<void> {
  await mustRemember(engine, plan)
  const now = engine.now()
  const at = now.toISOString()
  const sentence = say('sync.takenOver')
  const text = JSON.stringify(sentence)
  await inLane(engine.db, hold, async (tx) => {
    const { rows } = await tx.execute<{ kind: string; subject: string; label: string; attemptId: string }>(sql`
      with left_over as (
        update sync_task set state = 'waiting', run_at = ${at}, uncertain = true, shown = 'uncertain', since = ${at}, sentence = ${text}::jsonb
         where kind in (${kindsOf(plan)}) and state = 'running'
        returning kind, subject, label, attempt_id
      ), attempt as (
        update sync_attempt set finished_at = ${at}, outcome = 'lost', sentence = ${text}::jsonb
         where finished_at is null and id in (select attempt_id from left_over)
      )
      select kind, subject, label, attempt_id as "attemptId" from left_over`)
    for (const task of rows) {
      const run = { plan, handler: handlerOf(plan, task.kind), task: { ...task, startedAt: now } }
      await tell(tx, engine, lineOf(run, now, 'warning', sentence))
    }
    await askToCompare(tx, plan, now)
  })
}

/** Whoever takes the lane after a restore compares; a person decides what comes of it. */
async function askToCompare(tx: Tx, { comparison }: LanePlan, now: Date): Promise<void> {
  const restore = comparison && (await findRestore(tx))
  if (!restore || !(await comparison.isNeeded(tx))) return
  const { kind, label } = comparison
  const { rows } = await tx.execute(sql`select from sync_task where kind = ${kind} and subject = ${restore.id}`)
  if (rows.length === 0) await enqueue(tx, { kind, subject: restore.id, label }, now)
}

async function inLane<T>(db: Db, hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await lockLane(tx, hold)
    return work(tx)
  })
}

function handlerOf(plan: LanePlan, kind: string): Handler {
  const handler = plan.handlers.find((candidate) => candidate.kind === kind)
  if (!handler) throw new Error(`The lane ${plan.name} has no handler for ${kind}.`)
  return handler
}

const comparisonOf = ({ comparison }: LanePlan) => comparison?.kind ?? null

const kindsOf = (plan: LanePlan) =>
  sql.join(
    plan.handlers.map((handler) => sql`${handler.kind}`),
    sql`, `,
  )
