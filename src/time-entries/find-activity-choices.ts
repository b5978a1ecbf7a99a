import { and, asc, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm'
import { projectStatesWithHours } from '../activities/activity.ts'
import { activity } from '../activities/activity-table.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { contains, wordsOf } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { project } from '../projects/project-table.ts'
import { toChoice } from './show-timesheet.ts'
import { selectActivities } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'
import type { ActivityChoice } from './timesheet.ts'

const most = 50
/** What somebody has not touched for half a year stands among all others. */
const rememberedDays = 183

/** Activities that take hours, found by words in project, customer and activity; last used ones first. */
export async function findActivityChoices(
  db: Db,
  userId: string,
  search: string | undefined,
  today: Day,
): Promise<ActivityChoice[]> {
  const used = db
    .select({ activityId: timeEntry.activityId, lastOn: sql<Day>`max(${timeEntry.workedOn})`.as('last_on') })
    .from(timeEntry)
    .where(and(eq(timeEntry.userId, userId), gte(timeEntry.workedOn, addDays(today, -rememberedDays))))
    .groupBy(timeEntry.activityId)
    .as('used')
  const rows = await selectActivities(db)
    .leftJoin(used, eq(used.activityId, activity.id))
    .where(
      and(
        eq(activity.state, 'in-progress'),
        eq(activity.takesHours, true),
        inArray(project.state, [...projectStatesWithHours]),
        ...wordsOf(search).map(isIn),
      ),
    )
    .orderBy(sql`${used.lastOn} desc nulls last`, asc(project.numberSort), asc(activity.numberSort), asc(activity.id))
    .limit(most)
  return rows.map(toChoice)
}

function isIn(word: string): SQL | undefined {
  return or(
    contains(activity.numberKey, word),
    contains(activity.nameSort, sortKey(word)),
    contains(project.searchText, word),
    contains(customer.searchText, word),
  )
}
