// What keeps a whole lane waiting: the other side does not answer, or a person has to let it go on.
import { sql } from 'drizzle-orm'
import { notifyOnCommit, type Tx } from '../lib/database/database.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import { wakeChannel } from './enqueue.ts'
import type { FailureKind } from './log-entry.ts'
import { nextTryAt } from './retry.ts'
import type { Engine } from './run-task.ts'

/** People are told from the third failure in a row on, some two seconds after the first: what is over by then is a line in the log. */
export const toldFrom = 3

/** Who is not let in needs a person, so that is told at once. */
const isTold = (kind: string | null, failures: number) => kind === 'signed-out' || failures >= toldFrom

/** Notes that the other side as a whole is in trouble. Returns whether that was not known yet, and whether people are told of it now. */
export async function noteTrouble(
  tx: Tx,
  engine: Engine,
  lane: string,
  { kind, sentence }: { kind: FailureKind; sentence: Sentence },
  now: Date,
): Promise<{ isNews: boolean; tells: boolean }> {
  const { rows } = await tx.execute<{ failures: number; trouble_kind: string | null }>(
    sql`select failures, trouble_kind from sync_lane where name = ${lane}`,
  )
  const before = rows[0]
  const failures = (before?.failures ?? 0) + 1
  const retryAt = nextTryAt(kind, failures, now, engine.random()) ?? now
  await tx.execute(sql`
    update sync_lane set trouble_kind = ${kind}, trouble = ${JSON.stringify(sentence)}::jsonb,
      trouble_since = coalesce(trouble_since, ${now.toISOString()}::timestamptz), failures = ${failures}, retry_at = ${retryAt.toISOString()}
    where name = ${lane}`)
  const isNews = before?.trouble_kind !== kind
  const wasTold = before !== undefined && before.trouble_kind !== null && isTold(before.trouble_kind, before.failures)
  return { isNews, tells: isTold(kind, failures) && (isNews || !wasTold) }
}

/** The other side answers again. Returns how many tasks wait then, and whether people knew; undefined when there was no trouble. */
export async function clearTrouble(tx: Tx, lane: string): Promise<{ waiting: number; wasTold: boolean } | undefined> {
  const troubled = await tx.execute<{ trouble_kind: string; failures: number }>(sql`
    select trouble_kind, failures from sync_lane where name = ${lane} and trouble_kind is not null for update`)
  const before = troubled.rows[0]
  if (!before) return undefined
  await tx.execute(sql`
    update sync_lane set trouble_kind = null, trouble = null, trouble_since = null, failures = 0, retry_at = null
     where name = ${lane}`)
  const { rows } = await tx.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from sync_task t join sync_kind k on k.kind = t.kind
     where k.lane = ${lane} and t.state = 'waiting'`)
  return { waiting: rows[0]?.waiting ?? 0, wasTold: isTold(before.trouble_kind, before.failures) }
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
