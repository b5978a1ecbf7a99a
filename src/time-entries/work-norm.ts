import { type Day, weekday } from '../lib/dates.ts'
import type { WorkSchedule } from './timesheet.ts'

/** The schedules of one person and of the company, in any order. */
export type Schedules = { own: readonly WorkSchedule[]; company: readonly WorkSchedule[] }

/** Minutes expected on a day: by the person's schedule that is valid then, else by the company's, else none. */
export function normMinutes({ own, company }: Schedules, day: Day): number {
  const schedule = validOn(own, day) ?? validOn(company, day)
  return schedule?.minutes[weekday(day)] ?? 0
}

function validOn(schedules: readonly WorkSchedule[], day: Day): WorkSchedule | undefined {
  return schedules
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<WorkSchedule | undefined>(
      (last, next) => (last && last.validFrom > next.validFrom ? last : next),
      undefined,
    )
}
