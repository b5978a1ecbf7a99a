// What becomes of a task after a try. The kind of a failure alone decides what happens next.
import { sql } from 'drizzle-orm'
import { type Db, notifyOnCommit, type Tx } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { storable } from '../lib/storable.ts'
import { wakeChannel } from './enqueue.ts'
import { laneFailures, SyncFailure } from './failure.ts'
import type { Outcome } from './handler.ts'
import { clearTrouble, noteTrouble, pauseLane, toldFrom } from './lane-trouble.ts'
import type { FailureKind, LogLevel } from './log-entry.ts'
import { insertLog, type LogLine } from './log-store.ts'
import { nextTryAt } from './retry.ts'
import type { Engine, Run, Taken } from './run-task.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

/** A bug is tried this often before it waits for a person. */
const triesOfABug = 3

export async function storeOutcome(tx: Tx, run: Run, outcome: Outcome): Promise<void> {
  const { engine, task } = run
  const now = engine.now()
  if (outcome.outcome === 'after') {
    const sentence = say('sync.heldBy', { holder: outcome.label })
    await putBack(tx, task, await whenHeld(tx, run, outcome, now), { after: outcome, shown: 'held', sentence })
  } else if (outcome.outcome === 'again') {
    await putBack(tx, task, outcome.at, { shown: 'waiting', sentence: say('sync.waiting') })
  } else await settle(tx, task, outcome, now)
  const sentence = 'sentence' in outcome ? storable(outcome.sentence) : null
  await closeAttempt(tx, run, outcome.outcome, null, sentence)
  await tellThatItWorks(tx, run, now)
  if (sentence && run.handler.logsSuccess) await tell(tx, engine, lineOf(run, now, 'info', sentence))
  await notifyOnCommit(tx, wakeChannel)
}

export async function storeFailure(tx: Tx, run: Run, error: unknown): Promise<void> {
  const { engine, plan, task } = run
  const now = engine.now()
  const failure = error instanceof SyncFailure ? error : undefined
  writeToProcessLog(run, error)
  const kind = failure?.kind ?? null
  const sentence = storable(failure?.sentence ?? say('sync.fault', { id: task.attemptId }))
  await closeAttempt(tx, run, 'failed', kind, sentence)

  if (failure && laneFailures[failure.kind]) {
    await putBack(tx, task, now, { shown: 'waiting', sentence, keepFailures: true })
    const { isNews, tells } = await noteTrouble(tx, engine, plan.name, { kind: failure.kind, sentence }, now)
    const line = lineOf(run, now, 'error', sentence)
    if (isNews) await insertLog(tx, line)
    if (tells) await engine.onLogged(tx, line)
  } else {
    // A refusal means that the other side answered: whatever kept the lane waiting is over.
    if (kind === 'rejected') await tellThatItWorks(tx, run, now)
    await noteFailure(tx, run, failure, sentence, now)
    // A look that still finds nothing is no news; the first doubt and every refusal are. Most doubts end with the first look.
    const line = lineOf(run, now, kind === 'unclear' ? 'warning' : 'error', sentence)
    if (kind !== 'unclear' || task.failures === 0) await insertLog(tx, line)
    if (kind !== 'unclear' || task.failures + 1 === toldFrom) await engine.onLogged(tx, line)
  }
  if (failure?.details.pausesLane) await pauseLane(tx, plan.name, sentence, now)
}

/** Closed once; an attempt that another holder has closed meanwhile stays as it is. */
export async function closeAttempt(
  db: Db | Tx,
  { engine, task, context }: Run,
  outcome: string,
  kind: FailureKind | null,
  sentence: Sentence | null,
): Promise<void> {
  await db.execute(sql`
    update sync_attempt set finished_at = ${engine.now().toISOString()}, outcome = ${outcome}, failure_kind = ${kind},
      sentence = ${sentence && JSON.stringify(sentence)}::jsonb, exchange = ${JSON.stringify(storable(context.exchange))}::jsonb
    where id = ${task.attemptId} and finished_at is null`)
}

export async function tell(tx: Tx, engine: Engine, line: LogLine): Promise<void> {
  await insertLog(tx, line)
  await engine.onLogged(tx, line)
}

export function lineOf(
  run: Pick<Run, 'plan' | 'handler'> & { task: Pick<Taken, 'kind' | 'subject' | 'label' | 'attemptId' | 'startedAt'> },
  now: Date,
  level: LogLevel,
  sentence: Sentence,
): LogLine {
  const { plan, handler, task } = run
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

/**
 * Nobody lets a task go whose holder is done already; it would be taken and put back as fast as the machine can. A holder that
 * waits for this very task asked before this one knew better: it goes first and asks again, or neither would ever go.
 */
async function whenHeld(
  tx: Tx,
  { engine, task }: Run,
  holder: { kind: string; subject: string },
  now: Date,
): Promise<Date> {
  const later = nextTryAt('busy', 1, now, engine.random()) ?? now
  const isHolder = sql`kind = ${holder.kind} and subject = ${holder.subject}`
  const { rowCount } = await tx.execute(sql`
    update sync_task set after_kind = null, after_subject = null, run_at = ${now.toISOString()}
     where ${isHolder} and state = 'waiting' and after_kind = ${task.kind} and after_subject = ${task.subject}`)
  if (rowCount) return later
  const { rows } = await tx.execute(sql`select 1 from sync_task where ${isHolder} and state <> 'done'`)
  return rows.length > 0 ? now : later
}

type Settled = Extract<Outcome, { outcome: 'done' | 'unchanged' | 'off' }>

async function settle(tx: Tx, task: Taken, outcome: Settled, now: Date): Promise<void> {
  const isDone = outcome.outcome === 'done'
  const shown = (isDone && outcome.shown) || (outcome.outcome === 'off' ? 'off' : 'transferred')
  const actions = JSON.stringify((isDone && outcome.actions) || [])
  await tx.execute(sql`
    update sync_task set
      state = case when requested > taken then 'waiting' else 'done' end,
      run_at = case when requested > taken then ${now.toISOString()}::timestamptz else run_at end,
      failures = 0, after_kind = null, after_subject = null, uncertain = false, shown = ${shown},
      sentence = ${JSON.stringify(storable(outcome.sentence))}::jsonb, actions = ${actions}::jsonb, differences = '[]',
      since = ${now.toISOString()}
    where kind = ${task.kind} and subject = ${task.subject}`)
}

type Back = {
  after?: { kind: string; subject: string }
  shown: string
  sentence: Sentence
  keepFailures?: boolean
}

/**
 * The task waits on, for its holder, its next step or the whole lane; asked for meanwhile, it sees for itself at once whether it
 * still has to. A doubt that was not looked at stays a doubt.
 */
async function putBack(tx: Tx, task: Taken, runAt: Date, back: Back): Promise<void> {
  const shown = back.shown === 'waiting' && task.uncertain ? 'uncertain' : back.shown
  await tx.execute(sql`
    update sync_task set state = 'waiting',
      run_at = case when requested > taken then least(run_at, ${runAt.toISOString()}::timestamptz) else ${runAt.toISOString()}::timestamptz end,
      failures = case when ${back.keepFailures ?? false} then failures else 0 end,
      after_kind = case when requested > taken then null else ${back.after?.kind ?? null}::text end,
      after_subject = case when requested > taken then null else ${back.after?.subject ?? null}::text end,
      since = case when shown = ${shown} then since else ${runAt.toISOString()}::timestamptz end,
      shown = ${shown}, sentence = ${JSON.stringify(back.sentence)}::jsonb
    where kind = ${task.kind} and subject = ${task.subject}`)
}

/** A failure of this record alone. After a bug nobody knows how far it came, so it is a doubt like a lost answer. */
async function noteFailure(
  tx: Tx,
  { engine, task }: Run,
  failure: SyncFailure | undefined,
  sentence: Sentence,
  now: Date,
): Promise<void> {
  const failures = task.failures + 1
  const again = failure
    ? nextTryAt(failure.kind, failures, now, engine.random())
    : failures < triesOfABug
      ? nextTryAt('unclear', failures, now, engine.random())
      : undefined
  const shown = failure?.details.shown ?? (failure?.kind === 'unclear' ? 'uncertain' : 'failed')
  const causes = sql`${sql.param([...(failure?.details.causes ?? [])])}::text[]`
  // A save of the record, or of something that it was refused for.
  const isChanged = sql`(requested > taken or causes && ${causes})`
  await tx.execute(sql`
    update sync_task set
      state = case when ${again !== undefined} or ${isChanged} then 'waiting' else 'parked' end,
      run_at = case when ${isChanged} then ${now.toISOString()}::timestamptz else ${(again ?? now).toISOString()}::timestamptz end,
      failures = case when ${isChanged} then 0 else ${failures} end, after_kind = null, after_subject = null,
      causes = case when ${again !== undefined} or ${isChanged} then '{}' else ${causes} end,
      uncertain = ${failure?.kind !== 'rejected'},
      since = case when shown = ${shown} then since else ${now.toISOString()}::timestamptz end,
      shown = ${shown}, sentence = ${JSON.stringify(sentence)}::jsonb,
      actions = ${JSON.stringify(failure?.details.actions ?? [])}::jsonb,
      differences = ${JSON.stringify(storable(failure?.details.differences ?? []))}::jsonb
    where kind = ${task.kind} and subject = ${task.subject}`)
}

function writeToProcessLog({ engine, task }: Run, error: unknown): void {
  const facts = { attempt: task.attemptId, kind: task.kind, subject: task.subject }
  if (!(error instanceof SyncFailure)) engine.log.error({ ...facts, err: error }, 'a task failed on our side')
  else if (error.details.cause) engine.log.warn({ ...facts, err: error.details.cause }, error.message)
}

/** A success that made no call says nothing about the other side. */
async function tellThatItWorks(tx: Tx, { engine, plan, task, context }: Run, now: Date): Promise<void> {
  if (context.exchange.length === 0) return
  const over = await clearTrouble(tx, plan.name)
  if (!over) return
  const { system } = plan
  const sentence = say('sync.worksAgain', { system, waiting: over.waiting })
  const line = { at: now, level: 'info', system, direction: 'none', kind: 'lane', label: system, sentence } as const
  await insertLog(tx, { ...line, attemptId: task.attemptId })
  if (over.wasTold) await engine.onLogged(tx, { ...line, attemptId: task.attemptId })
}
