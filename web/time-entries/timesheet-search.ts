// What the address of the timesheet holds.
import { type Day, isDay } from '../../src/lib/dates.ts'

export const views = ['day', 'week', 'month'] as const
export type View = (typeof views)[number]
export type TimesheetSearch = { view?: View; day?: Day; user?: string }

export function timesheetSearch(given: Record<string, unknown>): TimesheetSearch {
  const view = views.find((one) => one === given.view)
  return {
    ...(view ? { view } : {}),
    ...(typeof given.day === 'string' && isDay(given.day) ? { day: given.day } : {}),
    ...(typeof given.user === 'string' ? { user: given.user } : {}),
  }
}
