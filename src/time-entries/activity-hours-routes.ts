import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { ActivityHours } from './activity-hours.ts'
import { timeEntry } from './time-entry-table.ts'

export function mountActivityHoursRoutes(api: Api, db: Db): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/{id}/hours-by-activity',
      permission: "view everybody's hours",
      tag: 'Time entries',
      summary: 'Registered hours of each activity of a project; activities without any are left out',
      params: IdParams,
      answer: z.object({ items: z.array(ActivityHours) }),
    },
    async ({ params }) => ({ items: await hoursByActivity(db, params.id) }),
  )
}

async function hoursByActivity(db: Db, projectId: string): Promise<ActivityHours[]> {
  return db
    .select({
      activityId: timeEntry.activityId,
      minutes: sql<number>`sum(${timeEntry.minutes})`.mapWith(Number),
      billableMinutes: sql<number>`sum(${timeEntry.billableMinutes})`.mapWith(Number),
      entries: sql<number>`count(*)`.mapWith(Number),
      lastWorkedOn: sql<string>`max(${timeEntry.workedOn})`,
    })
    .from(timeEntry)
    .where(eq(timeEntry.projectId, projectId))
    .groupBy(timeEntry.activityId)
}
