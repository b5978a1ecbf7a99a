import { and, asc, count, eq, inArray, ne } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { numberKey, numberSortKey } from '../lib/record-number.ts'
import { sortKey } from '../lib/sort-key.ts'
import { notFound } from '../lib/stale.ts'
import type { ProjectState } from '../projects/project.ts'
import { project } from '../projects/project-table.ts'
import { type Activity, type ActivityFields, takesHours } from './activity.ts'
import { activity } from './activity-table.ts'

export type ActivityRecord = typeof activity.$inferSelect
export type Reader = { phrase: Phrasebook; language: Language }

/** What a row of `shownActivity` is selected from: activity, its project and the project's customer. */
export const shownActivity = {
  activity,
  projectNumber: project.number,
  projectName: project.name,
  projectState: project.state,
  customerName: customer.name,
}
export type ShownActivity = {
  activity: ActivityRecord
  projectNumber: string
  projectName: string
  projectState: ProjectState
  customerName: string
}

export async function findActivity(db: Db | Tx, id: string): Promise<ActivityRecord | undefined> {
  const [row] = await db.select().from(activity).where(eq(activity.id, id))
  return row
}

/** What prices want to know of activities, which stand below these. */
export async function activitiesById(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, { projectId: string; number: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const { id, projectId, number, name } = activity
  const rows = await db
    .select({ id, projectId, number, name })
    .from(activity)
    .where(inArray(activity.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many activities pick each of these price models. */
export async function countActivitiesByModel(db: Db | Tx, modelIds: readonly string[]): Promise<Map<string, number>> {
  if (modelIds.length === 0) return new Map()
  const rows = await db
    .select({ id: activity.priceModelId, count: count() })
    .from(activity)
    .where(inArray(activity.priceModelId, [...modelIds]))
    .groupBy(activity.priceModelId)
  return new Map(rows.map((row) => [row.id as string, row.count]))
}

/** @throws not-found */
export async function lockActivity(tx: Tx, id: string): Promise<ActivityRecord> {
  const [row] = await tx.select().from(activity).where(eq(activity.id, id)).for('update')
  if (!row) throw notFound('activity', id)
  return row
}

/** @throws not-found */
export async function getActivity(db: Db | Tx, id: string, reader: Reader): Promise<Activity> {
  const [row] = await db
    .select(shownActivity)
    .from(activity)
    .innerJoin(project, eq(project.id, activity.projectId))
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(eq(activity.id, id))
  if (!row) throw notFound('activity', id)
  return toActivity(row, reader)
}

export async function activitiesOf(tx: Tx, projectId: string): Promise<ActivityRecord[]> {
  return tx.select().from(activity).where(eq(activity.projectId, projectId)).orderBy(asc(activity.numberSort))
}

export async function findOtherWithNumber(
  tx: Tx,
  { id, projectId, number }: { id: string; projectId: string; number: string },
): Promise<ActivityRecord | undefined> {
  const [row] = await tx
    .select()
    .from(activity)
    .where(and(eq(activity.projectId, projectId), eq(activity.numberKey, numberKey(number)), ne(activity.id, id)))
  return row
}

export async function insertActivities(
  tx: Tx,
  rows: readonly { id: string; projectId: string; fields: ActivityFields }[],
  now: Date,
): Promise<void> {
  await tx.insert(activity).values(
    rows.map(({ id, projectId, fields }) => ({
      ...columnsOf(fields),
      id,
      projectId,
      version: 1,
      createdAt: now,
      updatedAt: now,
    })),
  )
}

export async function updateActivity(tx: Tx, row: ActivityRecord, fields: ActivityFields, now: Date): Promise<void> {
  // Another limit has not been reached yet: the owner is told again.
  const alertedAt = fields.alertMinutes === row.alertMinutes ? row.alertedAt : null
  await tx
    .update(activity)
    .set({ ...columnsOf(fields), alertedAt, version: row.version + 1, updatedAt: now })
    .where(eq(activity.id, row.id))
}

/** What a person has entered. */
export function fieldsOf(row: ActivityRecord): ActivityFields {
  const { number, name, state, startOn, endOn, takesHours, billable } = row
  const { estimatedMinutes, alertMinutes, priceModelId, description } = row
  return {
    ...{ number, name, state, startOn, endOn, takesHours, billable },
    ...{ estimatedMinutes, alertMinutes, priceModelId, description },
  }
}

export function toActivity({ activity: row, ...shown }: ShownActivity, { phrase, language }: Reader): Activity {
  const { projectNumber: number, projectName: name, projectState: state } = shown
  const answer = takesHours(row, { number, name, state })
  return {
    ...fieldsOf(row),
    number: row.number,
    ...storedFields(row),
    projectId: row.projectId,
    ...shown,
    hoursRefusal: answer.takes ? null : phrase(answer.because, language),
  }
}

function columnsOf(fields: ActivityFields) {
  return {
    ...fields,
    numberKey: numberKey(fields.number),
    numberSort: numberSortKey(fields.number),
    nameSort: sortKey(fields.name),
  }
}
