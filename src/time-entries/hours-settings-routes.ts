import { asc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { csvFile, csvForm } from '../lib/csv.ts'
import type { Db } from '../lib/database/database.ts'
import { Day } from '../lib/dates.ts'
import { IdParams, oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { appUser } from '../users/user-table.ts'
import { dailyHoursDays, dailyLines, showDailyHours } from './daily-hours.ts'
import { mustSee, personOf } from './hours-access.ts'
import { companySubject, findPersonSetting, getHoursSetting } from './hours-locks.ts'
import { showProjectFigures } from './project-figures.ts'
import {
  lockTimesheets,
  saveHoursSettings,
  saveSchedules,
  saveTimesheetSettings,
  toHoursSettings,
} from './save-hours-settings.ts'
import { UserId } from './time-entry.ts'
import {
  DailyHours,
  HoursSettings,
  HoursSettingsChange,
  ProjectFigures,
  TimesheetLocks,
  TimesheetSettings,
  TimesheetSettingsChange,
  TimesheetStatus,
  WorkSchedules,
  WorkSchedulesChange,
} from './timesheet.ts'
import { mustBeRange } from './timesheet-routes.ts'
import { showTimesheetStatus } from './timesheet-status.ts'
import { findSchedules } from './work-schedule-store.ts'

const tag = 'Hours settings'
const UserParams = z.object({ id: UserId })

export function mountHoursSettingsRoutes(api: Api, db: Db, now: Clock): void {
  const { phrase } = api
  endpoint(
    api,
    {
      method: 'get',
      path: '/hours-settings',
      permission: 'view settings',
      tag,
      summary: 'Who approves hours, until when they are locked, whether notes are required',
      answer: HoursSettings,
    },
    async () => toHoursSettings(await getHoursSetting(db)),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/hours-settings',
      permission: 'lock hours',
      tag,
      summary: 'Moves the lock of the company; the approver and the notes are changed by administrators',
      body: HoursSettingsChange,
      answer: HoursSettings,
    },
    ({ body, actor }) => saveHoursSettings(db, { actor, change: body, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/users/{id}/timesheet-settings',
      permission: "view everybody's hours",
      tag,
      summary: 'The lock and the approver of one person',
      params: UserParams,
      answer: TimesheetSettings,
    },
    async ({ params }) => {
      const { lockedUntil, approverId } = await findPersonSetting(db, params.id)
      return { lockedUntil, approverId }
    },
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/users/{id}/timesheet-settings',
      permission: 'lock hours',
      tag,
      summary: 'Moves the lock of one person and sets who approves his hours',
      params: UserParams,
      body: TimesheetSettingsChange,
      answer: TimesheetSettings,
    },
    ({ params, body, actor }) => saveTimesheetSettings(db, { actor, userId: params.id, change: body, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/timesheet-locks',
      permission: 'lock hours',
      tag,
      summary: 'Moves the locks of several people to one day; who approves their hours stays',
      body: TimesheetLocks,
      answer: null,
      status: 204,
    },
    ({ body, actor }) => lockTimesheets(db, { actor, change: body, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/timesheet-status',
      permission: "view everybody's hours",
      tag,
      summary: 'How far everybody is with the hours',
      query: z.strictObject({ weeks: z.coerce.number().int().min(1).max(53).default(6) }),
      answer: TimesheetStatus,
    },
    ({ query }) => showTimesheetStatus(db, query.weeks, now()),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/work-schedules',
      permission: 'view settings',
      tag,
      summary: 'Minutes expected per weekday, of the company and of people who have their own',
      answer: WorkSchedules,
    },
    async () => listSchedules(db),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/work-schedules/{id}',
      permission: 'lock hours',
      tag,
      summary: "Replaces the schedules of a person, or of the company under the id 'company'",
      params: UserParams,
      body: WorkSchedulesChange,
      answer: WorkSchedules,
    },
    async ({ params, body, actor }) => {
      await saveSchedules(db, { actor, subject: params.id, schedules: body.schedules, now: now() })
      return listSchedules(db)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/daily-hours',
      permission: 'register own hours',
      tag,
      summary: 'Hours per day of one person; everybody sees his own',
      query: z.strictObject({ user: UserId.optional(), from: Day, to: Day }),
      answer: DailyHours,
    },
    async ({ query, actor }) => {
      mustBeRange(query.from, query.to, dailyHoursDays)
      const userId = personOf(actor, query.user, 'user')
      mustSee(api, actor, userId)
      return showDailyHours(db, userId, query.from, query.to)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/daily-hours.csv',
      permission: 'register own hours',
      tag,
      summary: 'Hours per day and person as a file; of everybody when nobody is named, also of those who left',
      query: z.strictObject({ user: oneOrMore(UserId), from: Day, to: Day }),
      answer: null,
    },
    async ({ query, actor, language }) => {
      const { from, to } = query
      mustBeRange(from, to, dailyHoursDays)
      for (const userId of query.user ?? []) mustSee(api, actor, userId)
      const mayAll = api.mayDo(actor, "view everybody's hours")
      const userIds = query.user ?? (mayAll ? undefined : [personOf(actor, undefined, 'user')])
      const lines = dailyLines(db, { userIds, from, to }, { phrase, language })
      return csvFile(`daily-hours-${from}-${to}.csv`, csvForm(language), lines)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/{id}/figures',
      permission: "view everybody's hours",
      tag,
      summary: 'Hours of a project per week, and per activity beside the estimate',
      params: IdParams,
      answer: ProjectFigures,
    },
    ({ params }) => showProjectFigures(db, params.id),
  )
}

async function listSchedules(db: Db): Promise<z.input<typeof WorkSchedules>> {
  const all = await findSchedules(db)
  const ids = [...all.keys()].filter((id) => id !== companySubject)
  const people =
    ids.length === 0
      ? []
      : await db
          .select({ userId: appUser.id, userName: appUser.name })
          .from(appUser)
          .where(inArray(appUser.id, ids))
          .orderBy(asc(appUser.nameSort), asc(appUser.id))
  return {
    company: [...(all.get(companySubject) ?? [])],
    people: people.map((person) => ({ ...person, schedules: [...(all.get(person.userId) ?? [])] })),
  }
}
