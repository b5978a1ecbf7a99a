import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import { pageWithTotal, sortKeys } from '../lib/listing.ts'
import { contains, wordsOf } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { project } from '../projects/project-table.ts'
import { type Activity, type ActivityState, projectStatesWithHours } from './activity.ts'
import { type Reader, shownActivity, toActivity } from './activity-store.ts'
import { activity } from './activity-table.ts'

/** 'number' is by project first. */
const sortColumns = {
  number: [project.numberSort, activity.numberSort],
  name: [activity.nameSort],
  endOn: [activity.endOn],
  updatedAt: [activity.updatedAt],
} as const
export const activitySorts = sortKeys('number', 'name', 'endOn', 'updatedAt')

export type ActivityFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: (typeof activitySorts)[number]
  project?: string[] | undefined
  customer?: string[] | undefined
  owner?: string[] | undefined
  state?: ActivityState[] | undefined
  /** True: only those on which hours may be registered now. */
  takesHours?: boolean | undefined
}

/** A page of activities of all projects that are there. */
export async function listActivities(
  db: Db,
  filter: ActivityFilter,
  reader: Reader,
): Promise<{ items: Activity[]; total: number }> {
  const where = whereOf(filter)
  const rows = await db
    .select(shownActivity)
    .from(activity)
    .innerJoin(project, eq(project.id, activity.projectId))
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(where)
    .orderBy(...orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const items = rows.map((row) => toActivity(row, reader))
  const { total } = await pageWithTotal(filter, items, () => countActivities(db, where))
  return { items, total }
}

async function countActivities(db: Db, where: SQL | undefined): Promise<number> {
  const [total] = await db
    .select({ count: count() })
    .from(activity)
    .innerJoin(project, eq(project.id, activity.projectId))
    .where(where)
  return total?.count ?? 0
}

function whereOf(filter: ActivityFilter): SQL | undefined {
  const takes = and(
    eq(activity.state, 'in-progress'),
    eq(activity.takesHours, true),
    inArray(project.state, projectStatesWithHours),
  )
  return and(
    isNull(project.deletedAt),
    filter.project && inArray(activity.projectId, filter.project),
    filter.customer && inArray(project.customerId, filter.customer),
    filter.owner && inArray(project.ownerId, filter.owner),
    filter.state && inArray(activity.state, filter.state),
    filter.takesHours === undefined ? undefined : filter.takesHours ? takes : sql`not (${takes})`,
    ...wordsOf(filter.search).map(isIn),
  )
}

/** Found in the number, the name, or what its project is found by. */
function isIn(word: string): SQL | undefined {
  return or(
    contains(activity.numberKey, word),
    contains(activity.nameSort, sortKey(word)),
    contains(project.searchText, word),
  )
}

function orderOf(sort: ActivityFilter['sort']): SQL[] {
  const down = sort.startsWith('-')
  const columns = [...sortColumns[(down ? sort.slice(1) : sort) as keyof typeof sortColumns], activity.id]
  return columns.map((column) => (down ? desc(column) : asc(column)))
}
