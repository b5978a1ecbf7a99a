import { and, type SQL, sql } from 'drizzle-orm'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers } from '../notifications/notification-store.ts'
import { roleMay } from '../users/permissions.ts'
import { changeInBulk, isOneOf, outcomeOf } from './bulk-hours.ts'
import { getHoursSetting, type HoursSetting } from './hours-locks.ts'
import { settleHoursToApprove } from './hours-notices.ts'
import type { Reader } from './show-timesheet.ts'
import type { ApproveInput, BulkOutcome, EntriesWanted, RejectInput, ReopenInput } from './time-entry.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

/**
 * Whether the actor approves an entry, as SQL over `te`, `p` and `s`: administrators and economy all, others as the company has
 * chosen, as owner of the project or as the person's timesheet approver.
 */
export function approvedBy(actor: Actor, { approver }: Pick<HoursSetting, 'approver'>): SQL {
  if (roleMay(actor.role, "change everybody's hours")) return sql`true`
  if (actor.kind !== 'user') return sql`false`
  const id = approver === 'project-owner' ? sql`p.owner_id` : sql`s.approver_id`
  return sql`${id} is not distinct from ${actor.id}`
}

type Bulk<I> = { actor: Actor; input: I; now: Date; reader: Reader }

/** Approves what waits; what is rejected too when it is named by its id. */
export async function approveHours(db: Db, { actor, input, now, reader }: Bulk<ApproveInput>): Promise<BulkOutcome> {
  return inTransaction(db, async (tx) => {
    const may = approvedBy(actor, await getHoursSetting(tx))
    const which =
      'ids' in input ? isOneOf(input.ids) : (and(sql`te.approval = 'registered'`, may, isWanted(input.filter)) ?? may)
    // To the millisecond: a stamp of the database has more digits than the answer that the approver has looked at.
    const changed = input.asOf
      ? sql`date_trunc('milliseconds', te.updated_at) > ${input.asOf}::timestamptz`
      : sql`false`
    const judged = await changeInBulk(
      tx,
      actor,
      {
        which,
        verdict: sql`case when not ${may} then 'not-yours' when te.approval = 'approved' then 'is-approved'
          when ${changed} then 'changed' else 'ok' end`,
        set: { approval: 'approved', approvedBy: actor.name, approvedAt: now, rejectedBecause: null },
        views: ({ approval }) => ({ before: { approval }, after: { approval: 'approved' } }),
      },
      now,
    )
    await settleHoursToApprove(tx, now)
    return outcomeOf(judged, 'ids' in input ? input.ids : undefined, reader)
  })
}

/** Hands hours back to whoever worked them, with a comment; he is told once. What is on a draft or billed is not rejected. */
export async function rejectHours(db: Db, { actor, input, now, reader }: Bulk<RejectInput>): Promise<BulkOutcome> {
  return inTransaction(db, async (tx) => {
    const may = approvedBy(actor, await getHoursSetting(tx))
    const { ids, comment } = input
    const judged = await changeInBulk(
      tx,
      actor,
      {
        which: isOneOf(ids),
        verdict: sql`case when not ${may} then 'not-yours' when te.billing <> 'open' then te.billing
          when te.approval = 'rejected' and te.rejected_because = ${comment} then 'is-rejected' else 'ok' end`,
        set: { approval: 'rejected', approvedBy: null, approvedAt: null, rejectedBecause: comment },
        views: ({ approval, rejectedBecause }) => ({
          before: { approval, rejectedBecause },
          after: { approval: 'rejected', rejectedBecause: comment },
        }),
      },
      now,
    )
    const rejected = judged.filter(({ verdict }) => verdict === 'ok')
    for (const userId of new Set(rejected.map((entry) => entry.userId))) {
      const days = rejected.filter((entry) => entry.userId === userId).map(({ workedOn }) => workedOn)
      const firstDay = days.toSorted()[0] as Day
      await tellOfRejection(tx, { actor, userId, firstDay, count: days.length, comment }, now)
    }
    await settleHoursToApprove(tx, now)
    return outcomeOf(judged, ids, reader)
  })
}

/** Approved hours wait for approval again, so that they can be put right; not those on a draft or billed. */
export async function reopenHours(db: Db, { actor, input, now, reader }: Bulk<ReopenInput>): Promise<BulkOutcome> {
  return inTransaction(db, async (tx) => {
    const may = approvedBy(actor, await getHoursSetting(tx))
    const judged = await changeInBulk(
      tx,
      actor,
      {
        which: isOneOf(input.ids),
        verdict: sql`case when not ${may} then 'not-yours' when te.billing <> 'open' then te.billing
          when te.approval <> 'approved' then 'not-approved' else 'ok' end`,
        set: { approval: 'registered', approvedBy: null, approvedAt: null },
        views: ({ approval }) => ({ before: { approval }, after: { approval: 'registered' } }),
      },
      now,
    )
    return outcomeOf(judged, input.ids, reader)
  })
}

function isWanted({ from, to, userIds, projectIds, activityIds }: EntriesWanted): SQL | undefined {
  return and(
    from === undefined ? undefined : sql`te.worked_on >= ${from}`,
    to === undefined ? undefined : sql`te.worked_on <= ${to}`,
    userIds && sql`te.user_id = any(${sql.param(userIds)}::text[])`,
    projectIds && sql`te.project_id = any(${sql.param(projectIds)}::uuid[])`,
    activityIds && sql`te.activity_id = any(${sql.param(activityIds)}::uuid[])`,
  )
}

type Rejection = { actor: Actor; userId: string; firstDay: Day; count: number; comment: string }

async function tellOfRejection(tx: Tx, { actor, userId, firstDay, count, comment }: Rejection, now: Date) {
  const sentence = say('hours.rejected', { name: actor.name, count, from: firstDay, comment })
  const link = `/timesheet?day=${firstDay}`
  await notifyUsers(tx, { userIds: [userId], kind: 'sent-back', level: 'warning', sentence, link }, now)
}
