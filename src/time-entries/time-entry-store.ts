import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import { customer } from '../customers/customer-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { notFound } from '../lib/stale.ts'
import { priceModel } from '../prices/price-table.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { KeptBecause, TimeEntry } from './time-entry.ts'
import { hoursSetting, timeEntry, timesheetSetting } from './time-entry-table.ts'

export type EntryRow = typeof timeEntry.$inferSelect

/** The day up to which the hours of the joined person are locked, by the company or himself. */
export const lockDay = sql<Day | null>`greatest((select ${hoursSetting.lockedUntil} from ${hoursSetting}), ${timesheetSetting.lockedUntil})`

const shown = {
  entry: timeEntry,
  userName: appUser.name,
  projectNumber: project.number,
  projectName: project.name,
  departmentId: project.departmentId,
  customerId: project.customerId,
  customerName: customer.name,
  activityNumber: activity.number,
  activityName: activity.name,
  lockDay,
}

/** Entries with the names of what they are of. */
export function selectEntries(db: Db | Tx) {
  return db
    .select(shown)
    .from(timeEntry)
    .innerJoin(appUser, eq(appUser.id, timeEntry.userId))
    .innerJoin(project, eq(project.id, timeEntry.projectId))
    .innerJoin(customer, eq(customer.id, project.customerId))
    .innerJoin(activity, eq(activity.id, timeEntry.activityId))
    .leftJoin(timesheetSetting, eq(timesheetSetting.userId, timeEntry.userId))
}

export type ShownEntry = Awaited<ReturnType<typeof selectEntries>>[number]

export function toTimeEntry({ entry, lockDay: lock, ...names }: ShownEntry): TimeEntry {
  const { userId, projectId, activityId, workedOn, minutes, billableMinutes, note, internalNote } = entry
  const { approval, approvedBy, rejectedBecause, billing, invoiceId } = entry
  return {
    ...storedFields(entry),
    ...names,
    userId,
    projectId,
    activityId,
    workedOn,
    minutes,
    billableMinutes,
    note,
    internalNote,
    approval,
    approvedBy,
    approvedAt: entry.approvedAt?.toISOString() ?? null,
    rejectedBecause,
    billing,
    invoiceId,
    keptBecause: keptBecause(entry, lock),
  }
}

/** Why an entry may not be altered, the strongest reason first; null when it may. The database trigger asks the same. */
export function keptBecause(
  entry: Pick<EntryRow, 'approval' | 'billing' | 'workedOn'>,
  lock: Day | null,
): KeptBecause | null {
  if (entry.billing !== 'open') return entry.billing
  if (entry.approval === 'approved') return 'approved'
  return lock !== null && entry.workedOn <= lock ? 'locked' : null
}

/** @throws not-found */
export async function getTimeEntry(db: Db | Tx, id: string): Promise<TimeEntry> {
  const [row] = await selectEntries(db).where(eq(timeEntry.id, id))
  if (!row) throw notFound('time entry', id)
  return toTimeEntry(row)
}

export async function findEntry(tx: Tx, id: string): Promise<EntryRow | undefined> {
  const [row] = await tx.select().from(timeEntry).where(eq(timeEntry.id, id))
  return row
}

/** All hours of a person on some days, locked until the transaction ends; oldest first. */
export async function lockEntriesOf(tx: Tx, userId: string, days: readonly Day[]): Promise<EntryRow[]> {
  return tx
    .select()
    .from(timeEntry)
    .where(and(eq(timeEntry.userId, userId), inArray(timeEntry.workedOn, [...days])))
    .orderBy(asc(timeEntry.createdAt), asc(timeEntry.id))
    .for('update')
}

/** Locked, so that what one person's day holds is changed by one request at a time. */
export async function lockPerson(tx: Tx, userId: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await lockPeople(tx, eq(appUser.id, userId))
  return row
}

/** One after the other in one order, so that two changes of many people never wait for each other. */
export async function lockPeople(tx: Tx, which: SQL): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: appUser.id, name: appUser.name })
    .from(appUser)
    .where(which)
    .orderBy(asc(appUser.id))
    .for('no key update')
}

/** The kind of the price model that an activity is billed by: its own, else the first active one of the project. */
const modelKind = sql<string | null>`(
  select m.kind from ${priceModel} m
   where m.id = coalesce(${activity.priceModelId}, (
     select f.id from ${priceModel} f where f.project_id = ${activity.projectId} and f.active order by f.position, f.id limit 1)))`

export const activityFacts = {
  id: activity.id,
  number: activity.number,
  name: activity.name,
  state: activity.state,
  takesHours: activity.takesHours,
  alertMinutes: activity.alertMinutes,
  alertedAt: activity.alertedAt,
  projectId: project.id,
  projectNumber: project.number,
  projectName: project.name,
  projectState: project.state,
  ownerId: project.ownerId,
  customerName: customer.name,
  /** Whether minutes are billable when nobody says how many. */
  billable: sql<boolean>`(${activity.billable} and coalesce(${modelKind}, 'hourly') <> 'non-billable')`,
}

export type ActivityFacts = {
  id: string
  number: string
  name: string
  state: typeof activity.$inferSelect.state
  takesHours: boolean
  alertMinutes: number | null
  alertedAt: Date | null
  projectId: string
  projectNumber: string
  projectName: string
  projectState: typeof project.$inferSelect.state
  ownerId: string | null
  customerName: string
  billable: boolean
}

/** Activities of projects that are not deleted. */
export function selectActivities(db: Db | Tx) {
  return db
    .select(activityFacts)
    .from(activity)
    .innerJoin(project, and(eq(project.id, activity.projectId), sql`${project.deletedAt} is null`))
    .innerJoin(customer, eq(customer.id, project.customerId))
}

/**
 * Locked, so that an activity is not closed while hours are put on it and its alert is given once; its project is held, so that
 * it is not deleted meanwhile.
 */
export async function lockActivities(tx: Tx, ids: readonly string[]): Promise<Map<string, ActivityFacts>> {
  const wanted = inArray(activity.id, [...ids])
  await tx.select({ id: activity.id }).from(activity).where(wanted).orderBy(asc(activity.id)).for('no key update')
  const rows = await selectActivities(tx).where(wanted).orderBy(asc(activity.id)).for('key share', { of: project })
  return new Map(rows.map((row) => [row.id, row]))
}
