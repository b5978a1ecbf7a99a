// A change of many entries in one statement: each is locked and judged, what passes is changed and stands in the history, and
// the answer counts the rest by reason.
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Reader } from './show-timesheet.ts'
import type { BulkOutcome } from './time-entry.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

const reasons = {
  missing: say('hours.bulk.missing'),
  'not-yours': say('hours.bulk.notYours'),
  changed: say('hours.bulk.changed'),
  'is-approved': say('hours.bulk.approved'),
  'is-rejected': say('hours.bulk.rejected'),
  'not-approved': say('hours.bulk.notApproved'),
  approved: say('hours.bulk.keptApproved'),
  drafted: say('hours.bulk.drafted'),
  billed: say('hours.bulk.billed'),
  'written-off': say('hours.bulk.writtenOff'),
  locked: say('hours.bulk.locked'),
  there: say('hours.bulk.there'),
} as const satisfies Record<string, Sentence>
type Reason = keyof typeof reasons

/** SQL over `te` (the entry), `p` (its project), `s` (the person's timesheet settings) and `h` (the company's). */
export type BulkChange = {
  /** Which entries are looked at. */
  which: SQL
  /** A name of `reasons`, or 'ok'. */
  verdict: SQL
  set: SQL
  /** For the history: a jsonb list of {field, from, to}; `old` is the entry before. */
  changes: SQL
}

/** What became of each person's entries. */
export type Judged = {
  verdict: Reason | 'ok'
  userId: string
  firstDay: string
  count: number
  minutes: number
  ids: string[]
}

export async function changeInBulk(tx: Tx, actor: Actor, change: BulkChange, now: Date): Promise<Judged[]> {
  const { rows } = await tx.execute<Record<keyof Judged, never>>(sql`
    with wanted as materialized (
      select te.*, ${change.verdict} as verdict
        from time_entry te join project p on p.id = te.project_id
        cross join hours_setting h
        left join timesheet_setting s on s.user_id = te.user_id
       where ${change.which}
       order by te.id
         for update of te
    ), done as (
      update time_entry set ${change.set}, version = old.version + 1, updated_at = ${now}
        from wanted old where time_entry.id = old.id and old.verdict = 'ok'
      returning time_entry.id, ${change.changes} as changes
    ), told as (
      insert into audit_entry (id, at, actor, actor_kind, actor_id, kind, subject, action, changes)
      select gen_random_uuid(), ${now}::timestamptz, ${actor.name}::text, ${actor.kind}::text, ${actor.id}::text, 'time-entry', id::text, 'changed', changes
        from done
    )
    select verdict, user_id as "userId", min(worked_on) as "firstDay", count(*)::int as count, sum(minutes)::int as minutes,
           array_agg(id order by worked_on, id) as ids
      from wanted group by verdict, user_id order by user_id`)
  return rows as unknown as Judged[]
}

/** Ids that were asked for and looked at by nobody are missing. */
export function outcomeOf(
  judged: readonly Judged[],
  asked: readonly string[] | undefined,
  reader: Reader,
): BulkOutcome {
  const done = judged.filter(({ verdict }) => verdict === 'ok')
  const left = new Map<Reason, string[]>()
  for (const { verdict, ids } of judged) if (verdict !== 'ok') left.set(verdict, [...(left.get(verdict) ?? []), ...ids])
  const seen = new Set(judged.flatMap(({ ids }) => ids))
  const missing = [...new Set(asked)].filter((id) => !seen.has(id))
  if (missing.length > 0) left.set('missing', missing)
  return {
    done: done.reduce((sum, { count }) => sum + count, 0),
    minutes: done.reduce((sum, { minutes }) => sum + minutes, 0),
    notDone: [...left].map(([reason, ids]) => ({
      reason: reader.phrase(reasons[reason], reader.language),
      count: ids.length,
      ids: ids.slice(0, 100),
    })),
  }
}

export const isOneOf = (ids: readonly string[]): SQL => sql`te.id = any(${sql.param([...new Set(ids)])}::uuid[])`
