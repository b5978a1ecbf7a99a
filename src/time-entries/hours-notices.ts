import { eq, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers, settleNotices } from '../notifications/notification-store.ts'
import { roleMay } from '../users/permissions.ts'
import { findUser } from '../users/user-store.ts'
import { clock } from './cell.ts'
import type { PersonHours } from './hours-change.ts'
import type { ActivityFacts } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)
const toApproveTopic = 'hours.toApprove'

/** After hours were added: who approves them hears of it, and whoever answers for the project when its alert is passed. */
export async function tellOfHours(
  tx: Tx,
  hours: PersonHours,
  activities: readonly ActivityFacts[],
  now: Date,
): Promise<void> {
  for (const facts of activities) await tellOfAlert(tx, facts, now)
  const approvers =
    hours.setting.approver === 'timesheet-approver'
      ? [hours.person.approverId]
      : activities.map((facts) => facts.ownerId)
  for (const userId of new Set(approvers)) if (userId && userId !== hours.userId) await ringForApproval(tx, userId, now)
}

/**
 * Once, when the hours of an activity reach its alert; the caller has locked the activity. A changed alert is given anew: who
 * saves the activity takes `alertedAt` away.
 */
export async function tellOfAlert(tx: Tx, facts: ActivityFacts, now: Date): Promise<void> {
  if (facts.alertMinutes === null || facts.alertedAt !== null) return
  const [sum] = await tx
    .select({ minutes: sql<string>`coalesce(sum(${timeEntry.minutes}), 0)` })
    .from(timeEntry)
    .where(eq(timeEntry.activityId, facts.id))
  const minutes = Number(sum?.minutes)
  if (minutes < facts.alertMinutes) return
  await tx.update(activity).set({ alertedAt: now }).where(eq(activity.id, facts.id))
  if (!facts.ownerId) return
  const sentence = say('hours.alert', {
    activity: `${facts.number} ${facts.name}`,
    project: `${facts.projectNumber} ${facts.projectName}`,
    hours: clock(minutes),
    limit: clock(facts.alertMinutes),
  })
  const link = `/projects/${facts.projectId}`
  await notifyUsers(
    tx,
    {
      ...{ userIds: [facts.ownerId], kind: 'hours-alert', level: 'warning' },
      ...{ sentence, link, topic: `hours.alert ${facts.id}` },
    },
    now,
  )
}

/** After hours were approved, handed back, moved or removed: who has none left to approve need not look any more. */
export async function settleHoursToApprove(tx: Tx, now: Date): Promise<void> {
  const { rows } = await tx.execute<{ approver: string }>(sql`
    select distinct case when h.approver = 'timesheet-approver' then s.approver_id else p.owner_id end as approver
      from time_entry te
      join project p on p.id = te.project_id
     cross join hours_setting h
      left join timesheet_setting s on s.user_id = te.user_id
     where te.approval = 'registered'`)
  const approvers = rows.flatMap(({ approver }) => approver ?? [])
  await settleNotices(tx, toApproveTopic, now, approvers)
}

/** One notice, however many hours come until it is read. */
async function ringForApproval(tx: Tx, userId: string, now: Date): Promise<void> {
  const approver = await findUser(tx, userId)
  if (!approver?.active || !roleMay(approver.role, 'approve hours')) return
  const notice = { userIds: [userId], kind: 'hours-to-approve', level: 'info', once: true } as const
  const sentence = say('hours.toApprove')
  await notifyUsers(tx, { ...notice, sentence, link: '/hours-approval', topic: toApproveTopic }, now)
}
