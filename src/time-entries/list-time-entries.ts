import { inArray, type SQL, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import { orderOf, sortKeys } from '../lib/listing.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { HoursTotals, TimeEntry } from './time-entry.ts'
import { selectEntries, toTimeEntry } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'

const sortColumns = {
  day: timeEntry.workedOn,
  person: appUser.nameSort,
  project: project.numberSort,
  activity: activity.nameSort,
  customer: customer.nameSort,
  minutes: timeEntry.minutes,
  updatedAt: timeEntry.updatedAt,
} as const
export const hoursSorts = sortKeys('day', 'person', 'project', 'activity', 'customer', 'minutes', 'updatedAt')

type Page = { page: number; size: number; sort: (typeof hoursSorts)[number] }

/** What an order needs beside time_entry. */
const joined: Record<string, SQL> = {
  person: sql`join ${appUser} on ${appUser.id} = ${timeEntry.userId}`,
  project: sql`join ${project} on ${project.id} = ${timeEntry.projectId}`,
  activity: sql`join ${activity} on ${activity.id} = ${timeEntry.activityId}`,
  customer: sql`join ${project} on ${project.id} = ${timeEntry.projectId} join ${customer} on ${customer.id} = ${project.customerId}`,
}

/** A page of the entries that `where` finds, and the sums of all of them. */
export async function listTimeEntries(
  db: Db,
  where: SQL | undefined,
  { page, size, sort }: Page,
): Promise<{ items: TimeEntry[]; totals: HoursTotals }> {
  const order = orderOf(sort, sortColumns, timeEntry.id)
  // The names are looked up for the page only, not for all that stands before it.
  const ids = sql`(
    select ${timeEntry.id} from ${timeEntry} ${joined[sort.replace('-', '')] ?? sql``} where ${where ?? sql`true`}
     order by ${sql.join(order, sql`, `)} limit ${size} offset ${(page - 1) * size})`
  const rows = await selectEntries(db)
    .where(inArray(timeEntry.id, ids))
    .orderBy(...order)
  return { items: rows.map(toTimeEntry), totals: await sumHours(db, where) }
}

// Sums of int4 are int8, which comes as text; no company works 4,000 years, so they fit a number.
const sums = {
  entries: sql`count(*)`.mapWith(Number),
  minutes: sql`coalesce(sum(${timeEntry.minutes}), 0)`.mapWith(Number),
  billableMinutes: sql`coalesce(sum(${timeEntry.billableMinutes}), 0)`.mapWith(Number),
  toApproveMinutes:
    sql`coalesce(sum(${timeEntry.minutes}) filter (where ${timeEntry.approval} = 'registered'), 0)`.mapWith(Number),
  billedMinutes:
    sql`coalesce(sum(${timeEntry.billableMinutes}) filter (where ${timeEntry.billing} in ('drafted', 'billed')), 0)`.mapWith(
      Number,
    ),
  unbilledMinutes:
    sql`coalesce(sum(${timeEntry.billableMinutes}) filter (where ${timeEntry.billing} = 'open'), 0)`.mapWith(Number),
}

export async function sumHours(db: Db, where: SQL | undefined): Promise<HoursTotals> {
  const [row] = await db.select(sums).from(timeEntry).where(where)
  if (!row) throw new Error('An aggregate always has a row.')
  return row
}
