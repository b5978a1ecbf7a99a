import { and, sql } from 'drizzle-orm'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { appUser } from '../users/user-table.ts'
import { changeInBulk, isOneOf, outcomeOf } from './bulk-hours.ts'
import { holdActivity, mustTakeHours } from './hours-change.ts'
import { holdHoursSetting } from './hours-locks.ts'
import { settleHoursToApprove, tellOfAlert } from './hours-notices.ts'
import type { Reader } from './show-timesheet.ts'
import type { BulkOutcome, MoveInput } from './time-entry.ts'
import { lockPeople } from './time-entry-store.ts'
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
    const wanted = and(ids && isOneOf(ids), fromActivityId ? sql`te.activity_id = ${fromActivityId}` : undefined)
    const people = await lockPeople(tx, sql`${appUser.id} in (select te.user_id from time_entry te where ${wanted})`)
    await holdHoursSetting(tx)
    const target = await holdActivity(tx, toActivityId, 'toActivityId')
    mustTakeHours(target, 'toActivityId')
    const project = `${target.projectNumber} ${target.projectName}`
    const activity = `${target.number} ${target.name}`
    const judged = await changeInBulk(
      tx,
      actor,
      {
        // Hours of somebody else that came meanwhile stay: his own lock may be moved while they would go.
        which: sql`${wanted} and te.user_id = any(${sql.param(people.map(({ id }) => id))}::text[])`,
        verdict: sql`case when te.activity_id = ${toActivityId} then 'there' when te.billing <> 'open' then te.billing
          when te.approval = 'approved' then 'approved'
          when te.worked_on <= greatest(h.locked_until, s.locked_until) then 'locked' else 'ok' end`,
        set: {
          activityId: toActivityId,
          projectId: target.projectId,
          approval: 'registered',
          rejectedBecause: null,
          ...(target.billable ? {} : { billableMinutes: 0 }),
        },
        views: ({ billableMinutes, approval, ...was }) => ({
          before: { project: was.project, activity: was.activity, billableMinutes, approval },
          after: { project, activity, billableMinutes: target.billable ? billableMinutes : 0, approval: 'registered' },
        }),
      },
      now,
    )
    await tellOfAlert(tx, target, now)
    await settleHoursToApprove(tx, now)
    return outcomeOf(judged, ids, reader)
  })
}
