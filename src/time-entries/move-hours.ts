import { and, sql } from 'drizzle-orm'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { changeInBulk, isOneOf, outcomeOf } from './bulk-hours.ts'
import { holdActivity, mustTakeHours } from './hours-change.ts'
import { holdHoursSetting } from './hours-locks.ts'
import { tellOfAlert } from './hours-notices.ts'
import type { Reader } from './show-timesheet.ts'
import type { BulkOutcome, MoveInput } from './time-entry.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

type Move = { actor: Actor; input: MoveInput; now: Date; reader: Reader }

/**
 * Hours go to another activity, of the same or another project, as before an activity is closed or deleted. On one that is not
 * billable they are not billable either; what is moved to a billable one keeps its billable minutes.
 */
export async function moveHours(db: Db, { actor, input, now, reader }: Move): Promise<BulkOutcome> {
  const { ids, fromActivityId, toActivityId } = input
  if (!ids && !fromActivityId) throw invalid([{ path: 'ids', sentence: say('hours.moveNeedsWhich') }])
  return inTransaction(db, async (tx) => {
    await holdHoursSetting(tx)
    const target = await holdActivity(tx, toActivityId, 'toActivityId')
    mustTakeHours(target, 'toActivityId')
    const project = `${target.projectNumber} ${target.projectName}`
    const activity = `${target.number} ${target.name}`
    const judged = await changeInBulk(
      tx,
      actor,
      {
        which: sql`${and(ids && isOneOf(ids), fromActivityId ? sql`te.activity_id = ${fromActivityId}` : undefined)}`,
        verdict: sql`case when te.activity_id = ${toActivityId} then 'there' when te.billing <> 'open' then te.billing
          when te.approval = 'approved' then 'approved'
          when te.worked_on <= greatest(h.locked_until, s.locked_until) then 'locked' else 'ok' end`,
        set: sql`activity_id = ${toActivityId}, project_id = ${target.projectId}, approval = 'registered', rejected_because = null
          ${target.billable ? sql`` : sql`, billable_minutes = 0`}`,
        changes: sql`(select jsonb_agg(jsonb_build_object('field', c.field, 'from', c.was, 'to', c.becomes)) from (values
          ('project', to_jsonb((select o.number || ' ' || o.name from project o where o.id = old.project_id)), to_jsonb(${project}::text)),
          ('activity', to_jsonb((select o.number || ' ' || o.name from activity o where o.id = old.activity_id)), to_jsonb(${activity}::text)),
          ('billableMinutes', to_jsonb(old.billable_minutes), to_jsonb(time_entry.billable_minutes)),
          ('approval', to_jsonb(old.approval), to_jsonb(time_entry.approval))) c (field, was, becomes)
          where c.was <> c.becomes)`,
      },
      now,
    )
    await tellOfAlert(tx, target, now)
    return outcomeOf(judged, ids, reader)
  })
}
