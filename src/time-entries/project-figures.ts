import { asc, eq, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import type { Db } from '../lib/database/database.ts'
import { addDays, type Day, daysFrom } from '../lib/dates.ts'
import { notFound } from '../lib/stale.ts'
import { project } from '../projects/project-table.ts'
import { timeEntry } from './time-entry-table.ts'
import type { ProjectFigures } from './timesheet.ts'

const minutes = sql`coalesce(sum(${timeEntry.minutes}), 0)`.mapWith(Number)
const billableMinutes = sql`coalesce(sum(${timeEntry.billableMinutes}), 0)`.mapWith(Number)

/** Hours of a project per week, and per activity beside its estimate. @throws not-found */
export async function showProjectFigures(db: Db, projectId: string): Promise<ProjectFigures> {
  const [found] = await db.select({ id: project.id }).from(project).where(eq(project.id, projectId))
  if (!found) throw notFound('project', projectId)
  const week = sql<Day>`${timeEntry.workedOn} - (extract(isodow from ${timeEntry.workedOn})::int - 1)`
  const weeks = await db
    .select({ week, minutes, billableMinutes })
    .from(timeEntry)
    .where(eq(timeEntry.projectId, projectId))
    .groupBy(week)
    .orderBy(week)
  const activities = await db
    .select({
      activityId: activity.id,
      number: activity.number,
      name: activity.name,
      state: activity.state,
      estimatedMinutes: activity.estimatedMinutes,
      alertMinutes: activity.alertMinutes,
      minutes,
      billableMinutes,
    })
    .from(activity)
    .leftJoin(timeEntry, eq(timeEntry.activityId, activity.id))
    .where(eq(activity.projectId, projectId))
    .groupBy(activity.id)
    .orderBy(asc(activity.numberSort), asc(activity.id))
  const estimates = activities.flatMap(({ estimatedMinutes }) => estimatedMinutes ?? [])
  return {
    weeks: withoutGaps(weeks),
    activities,
    totals: {
      minutes: activities.reduce((sum, row) => sum + row.minutes, 0),
      billableMinutes: activities.reduce((sum, row) => sum + row.billableMinutes, 0),
      estimatedMinutes: estimates.length > 0 ? estimates.reduce((sum, estimate) => sum + estimate, 0) : null,
    },
  }
}

/** `found` in order. A chart shows weeks without hours too. */
function withoutGaps(found: ProjectFigures['weeks']): ProjectFigures['weeks'] {
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return []
  const byWeek = new Map(found.map((row) => [row.week, row]))
  return Array.from({ length: daysFrom(first.week, last.week) / 7 + 1 }, (_, index) => {
    const week = addDays(first.week, 7 * index)
    return byWeek.get(week) ?? { week, minutes: 0, billableMinutes: 0 }
  })
}
