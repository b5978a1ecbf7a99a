import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Activity } from '../../src/activities/activity.ts'
import { PriceModel } from '../../src/prices/price.ts'
import { ActivityHours } from '../../src/time-entries/activity-hours.ts'
import { get, queryOf } from '../api.ts'
import { listPage } from '../ui/list-page.ts'

const Activities = listPage(Activity)

async function activitiesOf(project: string): Promise<Activity[]> {
  const found: Activity[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await get(`/activities${queryOf({ project, page, size: 200 })}`, Activities)
    found.push(...items)
    if (items.length === 0 || found.length >= total) return found
  }
}

/** All activities of a project, by number. */
export const useActivities = (projectId: string) =>
  useQuery({ queryKey: ['/activities', 'of-project', projectId], queryFn: () => activitiesOf(projectId) })

const Hours = z.object({ items: z.array(ActivityHours) })

/** What is registered on the activities of a project, by their ids. */
export const useHoursByActivity = (projectId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['/projects', projectId, 'hours-by-activity'],
    queryFn: async () => {
      const { items } = await get(`/projects/${projectId}/hours-by-activity`, Hours)
      return new Map(items.map((item) => [item.activityId, item]))
    },
    enabled,
  })

const Models = z.object({ items: z.array(PriceModel) })

export const usePriceModels = (projectId: string, enabled = true) =>
  useQuery({
    queryKey: ['/price-models', projectId],
    queryFn: async () => (await get(`/price-models${queryOf({ project: projectId })}`, Models)).items,
    enabled,
  })
