import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { activity } from '../activities/activity-table.ts'
import { Day } from '../lib/dates.ts'
import { oneOrMore } from '../lib/fields.ts'
import { contains, containsUnfolded, wordsOf } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import { approvals, billingStates, UserId } from './time-entry.ts'
import { timeEntry } from './time-entry-table.ts'

/** What the list, its groups, its sums and its file are filtered by. */
export const hoursQuery = {
  from: Day.optional(),
  to: Day.optional(),
  user: oneOrMore(UserId),
  project: oneOrMore(z.uuid()),
  customer: oneOrMore(z.uuid()),
  activity: oneOrMore(z.uuid()),
  /** 'none': of projects without a department. */
  department: oneOrMore(z.union([z.uuid(), z.literal('none')])),
  approval: oneOrMore(z.enum(approvals)),
  billing: oneOrMore(z.enum(billingStates)),
  /** true: with billable minutes, false: without. */
  billable: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  /** Draft or invoice that has them. */
  invoice: oneOrMore(z.uuid()),
  /** Words in the notes, or in the names of person, project and activity. */
  search: z.string().trim().max(200).optional(),
} as const

const HoursQuery = z.object(hoursQuery)
export type HoursFilter = z.output<typeof HoursQuery>

/** Only columns of time_entry: what belongs to a project is asked by its id, so that sums need no joins. */
export function hoursWhere(filter: HoursFilter, onlyUser: string | undefined): SQL | undefined {
  return and(
    onlyUser === undefined ? undefined : eq(timeEntry.userId, onlyUser),
    filter.from === undefined ? undefined : gte(timeEntry.workedOn, filter.from),
    filter.to === undefined ? undefined : lte(timeEntry.workedOn, filter.to),
    filter.user && inArray(timeEntry.userId, filter.user),
    filter.project && inArray(timeEntry.projectId, filter.project),
    filter.customer && ofProjects(inArray(project.customerId, filter.customer)),
    filter.activity && inArray(timeEntry.activityId, filter.activity),
    filter.department && ofProjects(inDepartments(filter.department)),
    filter.approval && inArray(timeEntry.approval, filter.approval),
    filter.billing && inArray(timeEntry.billing, filter.billing),
    filter.billable === undefined
      ? undefined
      : filter.billable
        ? sql`${timeEntry.billableMinutes} > 0`
        : eq(timeEntry.billableMinutes, 0),
    filter.invoice && inArray(timeEntry.invoiceId, filter.invoice),
    ...wordsOf(filter.search).map(hasWord),
  )
}

function ofProjects(where: SQL | undefined): SQL {
  return sql`${timeEntry.projectId} in (select ${project.id} from ${project} where ${where})`
}

function inDepartments(departments: readonly string[]): SQL | undefined {
  const ids = departments.filter((id) => id !== 'none')
  return or(
    ids.length > 0 ? inArray(project.departmentId, ids) : undefined,
    ids.length < departments.length ? isNull(project.departmentId) : undefined,
  )
}

function hasWord(word: string): SQL | undefined {
  const named = or(contains(activity.numberKey, word), contains(activity.nameSort, sortKey(word)))
  return or(
    containsUnfolded(timeEntry.note, word),
    containsUnfolded(timeEntry.internalNote, word),
    ofProjects(contains(project.searchText, word)),
    sql`${timeEntry.activityId} in (select ${activity.id} from ${activity} where ${named})`,
    sql`${timeEntry.userId} in (select ${appUser.id} from ${appUser} where ${contains(appUser.searchText, word)})`,
  )
}
