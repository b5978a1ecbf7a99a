// A change of many entries: they are locked and judged in one statement, what passes is changed in one, and the answer counts the
// rest by reason.
import { type SQL, sql } from 'drizzle-orm'
import { type AuditView, type Change, recordChanges } from '../audit/record-change.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import type { Actor } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Reader } from './show-timesheet.ts'
import type { Approval, BulkOutcome } from './time-entry.ts'
import { timeEntry } from './time-entry-table.ts'
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
  set: Partial<typeof timeEntry.$inferInsert>
  /** What the history shows of an entry before and after. */
  views: (entry: Judged) => { before: AuditView; after: AuditView }
}

/** An entry as it was before the change, and what became of it. */
export type Judged = {
  id: string
  verdict: Reason | 'ok'
  userId: string
  workedOn: Day
  minutes: number
  billableMinutes: number
  approval: Approval
  rejectedBecause: string | null
  project: string
  activity: string
}

export async function changeInBulk(tx: Tx, actor: Actor, change: BulkChange, now: Date): Promise<Judged[]> {
  const { rows } = await tx.execute<Judged>(sql`
    select te.id, ${change.verdict} as verdict, te.user_id as "userId", te.worked_on as "workedOn", te.minutes,
           te.billable_minutes as "billableMinutes", te.approval, te.rejected_because as "rejectedBecause",
           p.number || ' ' || p.name as project, a.number || ' ' || a.name as activity
      from time_entry te
      join project p on p.id = te.project_id
      join activity a on a.id = te.activity_id
     cross join hours_setting h
      left join timesheet_setting s on s.user_id = te.user_id
     where ${change.which}
     order by te.id
       for update of te`)
  const passed = rows.filter(({ verdict }) => verdict === 'ok')
  if (passed.length === 0) return rows
  // By a list and not by a join, which a planner with old statistics does row by row.
  await tx
    .update(timeEntry)
    .set({ ...change.set, version: sql`${timeEntry.version} + 1`, updatedAt: now })
    .where(sql`${timeEntry.id} = any(${sql.param(passed.map(({ id }) => id))}::uuid[])`)
  const changes = passed.map((entry): Change => ({ kind: 'time-entry', subject: entry.id, ...change.views(entry) }))
  await recordChanges(tx, actor, changes, now)
  return rows
}

/** Ids that were asked for and looked at by nobody are missing. */
export function outcomeOf(
  judged: readonly Judged[],
  asked: readonly string[] | undefined,
  reader: Reader,
): BulkOutcome {
  const done = judged.filter(({ verdict }) => verdict === 'ok')
  const left = new Map<Reason, string[]>()
  const leave = (reason: Reason, id: string) => {
    const known = left.get(reason)
    if (known) known.push(id)
    else left.set(reason, [id])
  }
  for (const { id, verdict } of judged) if (verdict !== 'ok') leave(verdict, id)
  const seen = new Set(judged.map(({ id }) => id))
  for (const id of new Set(asked)) if (!seen.has(id)) leave('missing', id)
  return {
    done: done.length,
    minutes: done.reduce((sum, { minutes }) => sum + minutes, 0),
    notDone: [...left].map(([reason, ids]) => ({
      reason: reader.phrase(reasons[reason], reader.language),
      count: ids.length,
      ids: ids.slice(0, 100),
    })),
  }
}

export const isOneOf = (ids: readonly string[]): SQL => sql`te.id = any(${sql.param([...new Set(ids)])}::uuid[])`
