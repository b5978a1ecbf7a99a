// One task: taken, run, and its result stored, each in one transaction that an old lane holder cannot make.
import { sql } from 'drizzle-orm'
import { type Db, inTransaction, notifyOnCommit, type Tx } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type Clock, newId } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { wakeChannel } from './enqueue.ts'
import { LaneLost, laneFailures, SyncFailure } from './failure.ts'
import type { Handler, LanePlan, Outcome, TaskContext } from './handler.ts'
import { type Hold, lockLane, mustHoldLane } from './lane.ts'
import type { FailureKind, LogLevel } from './log-entry.ts'
import { insertLog, type OnLogged } from './log-store.ts'
import { nextTryAt } from './retry.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

/** A bug is tried this often before it waits for a person. */
const triesOfABug = 3

export type Engine = {
  readonly db: Db
  readonly now: Clock
  readonly random: () => number
  readonly log: Log
  readonly onLogged: OnLogged
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

/** The most urgent task that may run now, marked as running, with its attempt on disk before any call. */
export async function takeTask(engine: Engine, plan: LanePlan, hold: Hold): Promise<Taken | undefined> {
  const startedAt = engine.now()
  const now = startedAt.toISOString()
  const attemptId = newId(startedAt)
  const kinds = plan.handlers.map((handler) => handler.kind)
  const { rows } = await engine.db.execute<{
    kind: string
    subject: string
    label: string
    failures: number
    shown: string
  }>(sql`
    with next as (
      select t.kind, t.subject
        from unnest(array[${sql.join(
          kinds.map((kind) => sql`${kind}`),
          sql`, `,
        )}]::text[]) with ordinality as k(kind, place)
       cross join lateral (
         select t.kind, t.subject from sync_task t
          where t.kind = k.kind and t.state = 'waiting' and t.run_at <= ${now}
            and (t.after_kind is null or not exists (
                  select 1 from sync_task p
                   where p.kind = t.after_kind and p.subject = t.after_subject and p.state <> 'done'))
          order by t.run_at limit 1) t
       where exists (
         select 1 from sync_lane l
          where l.name = ${hold.lane} and l.token = ${hold.token} and l.lease_until > ${now}
            and l.paused_for is null and (l.retry_at is null or l.retry_at <= ${now}))
       order by k.place limit 1
    ), taken as (
      update sync_task t set state = 'running', taken = requested, attempt_id = ${attemptId}
        from next where t.kind = next.kind and t.subject = next.subject and t.state = 'waiting'
      returning t.kind, t.subject, t.label, t.failures, t.shown
    ), attempt as (
      insert into sync_attempt (id, kind, subject, number, lane_token, started_at, exchange)
      select ${attemptId}::uuid, kind, subject, failures + 1, ${hold.token}, ${now}::timestamptz, '[]' from taken
    )
    select * from taken`)
  const row = rows[0]
  return (
    row && {
      kind: row.kind,
      subject: row.subject,
      label: row.label,
      failures: row.failures,
      uncertain: row.shown === 'uncertain',
      attemptId,
      startedAt,
    }
  )
}

/** Runs one task if there is one. Returns whether there was. */
export async function runNextTask(engine: Engine, plan: LanePlan, hold: Hold): Promise<boolean> {
  const task = await takeTask(engine, plan, hold)
  if (!task) return false
  const handler = plan.handlers.find((candidate) => candidate.kind === task.kind) as Handler
  const context: TaskContext = {
    ...engine,
    ...task,
    hold,
    exchange: [],
    inLane: (work) => inLane(engine.db, hold, work),
    mustHoldLane: () => mustHoldLane(engine.db, hold, engine.now()),
  }
  try {
    const outcome = await handler.run(context)
    await inLane(engine.db, hold, (tx) => storeOutcome(engine, plan, handler, task, context, outcome, tx))
  } catch (error) {
    if (error instanceof LaneLost) {
      await closeAttempt(engine.db, task.attemptId, engine.now(), 'lost', null, null, context)
      throw error
    }
    await inLane(engine.db, hold, (tx) => storeFailure(engine, plan, handler, task, context, error, tx))
  }
  return true
}

async function inLane<T>(db: Db, hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await lockLane(tx, hold)
    return work(tx)
  })
}

async function storeOutcome(
  engine: Engine,
  plan: LanePlan,
  handler: Handler,
  task: Taken,
  context: TaskContext,
  outcome: Outcome,
  tx: Tx,
) {
  const now = engine.now()
  if (outcome.outcome === 'after') {
    await putBack(tx, task, now, {
      after: outcome,
      shown: 'held',
      sentence: say('sync.heldBy', { holder: outcome.label }),
    })
  } else if (outcome.outcome === 'again') {
    await putBack(tx, task, outcome.at, { shown: 'waiting', sentence: say('sync.waiting') })
  } else {
    const shown =
      outcome.outcome === 'done' ? (outcome.shown ?? 'transferred') : outcome.outcome === 'off' ? 'off' : 'transferred'
    const actions = JSON.stringify(outcome.outcome === 'done' ? (outcome.actions ?? []) : [])
    await tx.execute(sql`
      update sync_task set
        state = case when requested > taken then 'waiting' else 'done' end,
        run_at = case when requested > taken then ${now.toISOString()}::timestamptz else run_at end,
        failures = 0, after_kind = null, after_subject = null, shown = ${shown},
        sentence = ${JSON.stringify(outcome.sentence)}::jsonb, actions = ${actions}::jsonb, differences = '[]',
        since = ${now.toISOString()}
      where kind = ${task.kind} and subject = ${task.subject}`)
  }
  const sentence = 'sentence' in outcome ? outcome.sentence : null
  await closeAttempt(tx, task.attemptId, now, outcome.outcome, null, sentence, context)
  await clearTrouble(engine, plan, task, now, context, tx)
  if (sentence && handler.logsSuccess) {
    const line = lineOf(plan, handler, task, now, 'info', sentence)
    await insertLog(tx, line)
    await engine.onLogged(tx, line)
  }
  await notifyOnCommit(tx, wakeChannel)
}

async function storeFailure(
  engine: Engine,
  plan: LanePlan,
  handler: Handler,
  task: Taken,
  context: TaskContext,
  error: unknown,
  tx: Tx,
) {
  const now = engine.now()
  const failure = error instanceof SyncFailure ? error : undefined
  const failures = task.failures + 1
  if (!failure) {
    engine.log.error(
      { err: error, attempt: task.attemptId, kind: task.kind, subject: task.subject },
      'a task failed on our side',
    )
  } else if (failure.details.cause) {
    engine.log.warn({ err: failure.details.cause, attempt: task.attemptId, kind: task.kind }, failure.message)
  }
  const kind: FailureKind | null = failure?.kind ?? null
  const sentence = failure?.sentence ?? say('sync.fault', { id: task.attemptId })
  await closeAttempt(tx, task.attemptId, now, 'failed', kind, sentence, context)

  if (failure && laneFailures[failure.kind]) {
    await putBack(tx, task, now, { shown: task.uncertain ? 'uncertain' : 'waiting', sentence, keepFailures: true })
    const isNews = await noteTrouble(engine, plan, failure, now, tx)
    if (isNews) await tell(engine, lineOf(plan, handler, task, now, 'error', sentence), tx)
    return
  }
  // A refusal means that the other side answered: whatever kept the lane waiting is over.
  if (failure?.kind === 'rejected') await clearTrouble(engine, plan, task, now, context, tx)
  const again = failure
    ? nextTryAt(failure.kind, failures, now, engine.random())
    : failures < triesOfABug
      ? nextTryAt('unclear', failures, now, engine.random())
      : undefined
  const shown = failure?.details.shown ?? (kind === 'unclear' ? 'uncertain' : 'failed')
  await tx.execute(sql`
    update sync_task set
      state = case when ${again !== undefined} or requested > taken then 'waiting' else 'parked' end,
      run_at = case when requested > taken then ${now.toISOString()}::timestamptz else ${(again ?? now).toISOString()}::timestamptz end,
      failures = ${failures}, after_kind = null, after_subject = null,
      since = case when shown = ${shown} then since else ${now.toISOString()}::timestamptz end,
      shown = ${shown}, sentence = ${JSON.stringify(sentence)}::jsonb,
      actions = ${JSON.stringify(failure?.details.actions ?? [])}::jsonb,
      differences = ${JSON.stringify(failure?.details.differences ?? [])}::jsonb
    where kind = ${task.kind} and subject = ${task.subject}`)
  // A look that still finds nothing is no news; the first doubt and every refusal are.
  if (kind !== 'unclear' || failures === 1)
    await tell(engine, lineOf(plan, handler, task, now, kind === 'unclear' ? 'warning' : 'error', sentence), tx)
  if (failure?.details.pausesLane) await pauseLane(tx, plan.name, sentence, now)
}

async function tell(engine: Engine, line: Parameters<OnLogged>[1], tx: Tx) {
  await insertLog(tx, line)
  await engine.onLogged(tx, line)
}

type Back = {
  after?: { kind: string; subject: string }
  shown: string
  sentence: Sentence
  keepFailures?: boolean
}

async function putBack(tx: Tx, task: Taken, runAt: Date, back: Back) {
  await tx.execute(sql`
    update sync_task set state = 'waiting', run_at = ${runAt.toISOString()},
      failures = case when ${back.keepFailures ?? false} then failures else 0 end,
      after_kind = ${back.after?.kind ?? null}, after_subject = ${back.after?.subject ?? null},
      since = case when shown = ${back.shown} then since else ${runAt.toISOString()}::timestamptz end,
      shown = ${back.shown}, sentence = ${JSON.stringify(back.sentence)}::jsonb
    where kind = ${task.kind} and subject = ${task.subject}`)
}

async function closeAttempt(
  db: Db | Tx,
  id: string,
  now: Date,
  outcome: string,
  kind: FailureKind | null,
  sentence: Sentence | null,
  context: TaskContext,
) {
  await db.execute(sql`
    update sync_attempt set finished_at = ${now.toISOString()}, outcome = ${outcome}, failure_kind = ${kind},
      sentence = ${sentence && JSON.stringify(sentence)}::jsonb, exchange = ${JSON.stringify(context.exchange)}::jsonb
    where id = ${id} and finished_at is null`)
}

/** Notes that the other side as a whole is in trouble. Returns whether that was not known yet. */
async function noteTrouble(engine: Engine, plan: LanePlan, failure: SyncFailure, now: Date, tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ failures: number; trouble_kind: string | null }>(
    sql`select failures, trouble_kind from sync_lane where name = ${plan.name}`,
  )
  const before = rows[0]
  const failures = (before?.failures ?? 0) + 1
  const retryAt = nextTryAt(failure.kind, failures, now, engine.random()) ?? now
  await tx.execute(sql`
    update sync_lane set trouble_kind = ${failure.kind}, trouble = ${JSON.stringify(failure.sentence)}::jsonb,
      trouble_since = coalesce(trouble_since, ${now.toISOString()}::timestamptz), failures = ${failures}, retry_at = ${retryAt.toISOString()}
    where name = ${plan.name}`)
  if (failure.details.pausesLane) await pauseLane(tx, plan.name, failure.sentence, now)
  return before?.trouble_kind !== failure.kind
}

async function clearTrouble(engine: Engine, plan: LanePlan, task: Taken, now: Date, context: TaskContext, tx: Tx) {
  // A success that made no call says nothing about the other side.
  if (context.exchange.length === 0) return
  const { rowCount } = await tx.execute(sql`
    update sync_lane set trouble_kind = null, trouble = null, trouble_since = null, failures = 0, retry_at = null
     where name = ${plan.name} and trouble_kind is not null`)
  if (!rowCount) return
  const { rows } = await tx.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from sync_task t join sync_kind k on k.kind = t.kind
     where k.lane = ${plan.name} and t.state = 'waiting'`)
  const sentence = say('sync.worksAgain', { system: plan.system, waiting: rows[0]?.waiting ?? 0 })
  await tell(
    engine,
    {
      at: now,
      level: 'info',
      system: plan.system,
      direction: 'none',
      kind: 'lane',
      label: plan.system,
      sentence,
      attemptId: task.attemptId,
    },
    tx,
  )
}

/** Stops the lane until a person lets it go on. */
export async function pauseLane(tx: Tx, lane: string, sentence: Sentence, now: Date): Promise<void> {
  await tx.execute(sql`
    update sync_lane set paused_for = ${JSON.stringify(sentence)}::jsonb, paused_at = coalesce(paused_at, ${now.toISOString()}::timestamptz)
     where name = ${lane}`)
}

/** Lets a paused or waiting lane try at once. */
export async function resumeLane(tx: Tx, lane: string): Promise<void> {
  await tx.execute(sql`update sync_lane set paused_for = null, paused_at = null, retry_at = null where name = ${lane}`)
  await notifyOnCommit(tx, wakeChannel)
}

/** What the last holder had in hand may have reached the other side: it is looked at before anything else. */
export async function takeOver(engine: Engine, plan: LanePlan, hold: Hold): Promise<void> {
  const now = engine.now().toISOString()
  const kinds = sql.join(
    plan.handlers.map((handler) => sql`${handler.kind}`),
    sql`, `,
  )
  await inLane(engine.db, hold, async (tx) => {
    await tx.execute(sql`
      update sync_attempt set finished_at = ${now}, outcome = 'lost'
       where finished_at is null and id in (select attempt_id from sync_task where kind in (${kinds}) and state = 'running')`)
    await tx.execute(sql`
      update sync_task set state = 'waiting', run_at = ${now}, shown = 'uncertain', since = ${now},
             sentence = ${JSON.stringify(say('sync.takenOver'))}::jsonb
       where kind in (${kinds}) and state = 'running'`)
  })
}

function lineOf(plan: LanePlan, handler: Handler, task: Taken, now: Date, level: LogLevel, sentence: Sentence) {
  return {
    at: now,
    level,
    system: plan.system,
    direction: handler.direction,
    kind: task.kind.split('.')[0] as string,
    subject: task.subject,
    label: task.label,
    sentence,
    attemptId: task.attemptId,
    durationMs: Math.round(now.getTime() - task.startedAt.getTime()),
  }
}
