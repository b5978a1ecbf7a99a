import { and, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { addDays, type Day, daysOf } from '../lib/dates.ts'
import type { Actor } from '../lib/http.ts'
import { approvedBy } from './approve-hours.ts'
import { getHoursSetting } from './hours-locks.ts'
import type { HoursToApprove, ToApproveGroup } from './time-entry.ts'
import { normMinutes } from './work-norm.ts'
import { findSchedules, schedulesOf } from './work-schedule-store.ts'

/** How many groups are shown; the oldest first, so that nothing waits behind them for ever. */
const most = 500

export type ToApproveFilter = {
  by: 'person-week' | 'project'
  from?: Day | undefined
  to?: Day | undefined
  user?: string[] | undefined
  project?: string[] | undefined
}

/** Registered hours that the actor may approve, added up by person and week or by project. */
export async function listHoursToApprove(
  db: Db,
  actor: Actor,
  filter: ToApproveFilter,
  now: Date,
): Promise<HoursToApprove> {
  const setting = await getHoursSetting(db)
  const where = and(
    sql`te.approval = 'registered'`,
    approvedBy(actor, setting),
    filter.from === undefined ? undefined : sql`te.worked_on >= ${filter.from}`,
    filter.to === undefined ? undefined : sql`te.worked_on <= ${filter.to}`,
    filter.user && sql`te.user_id = any(${sql.param(filter.user)}::text[])`,
    filter.project && sql`te.project_id = any(${sql.param(filter.project)}::uuid[])`,
  ) as SQL
  const parts = await findParts(db, where, filter.by)
  const groups = filter.by === 'project' ? parts.map(byProject) : await byPersonAndWeek(db, parts)
  const shown = groups.slice(0, most)
  return {
    approver: setting.approver,
    asOf: now.toISOString(),
    groups: shown,
    groupCount: groups.length,
    totals: sumsOf(groups),
  }
}

type Part = {
  userId: string | null
  userName: string | null
  week: Day | null
  projectId: string
  number: string
  name: string
  customerName: string
  firstDay: Day
  lastDay: Day
  entries: number
  minutes: number
  billableMinutes: number
}

async function findParts(db: Db, where: SQL, by: ToApproveFilter['by']): Promise<Part[]> {
  const week = sql`te.worked_on - (extract(isodow from te.worked_on)::int - 1)`
  const person = by === 'project' ? sql`null::text, null::date` : sql`te.user_id, ${week}`
  const { rows } = await db.execute<Part>(sql`
    with g (project_id, user_id, week, entries, first_day, last_day, minutes, billable) as (
      select te.project_id, ${person}, count(*)::int, min(te.worked_on), max(te.worked_on), sum(te.minutes)::int,
             sum(te.billable_minutes)::int
        from time_entry te join project p on p.id = te.project_id
        left join timesheet_setting s on s.user_id = te.user_id
       where ${where}
       group by 1, 2, 3)
    select g.user_id as "userId", u.name as "userName", g.week, g.project_id as "projectId", p.number, p.name,
           c.name as "customerName", g.first_day as "firstDay", g.last_day as "lastDay", g.entries, g.minutes,
           g.billable as "billableMinutes"
      from g
      join project p on p.id = g.project_id
      join customer c on c.id = p.customer_id
      left join app_user u on u.id = g.user_id
     order by g.week, u.name_sort, g.user_id, p.number_sort, g.project_id`)
  return rows
}

function byProject(part: Part): ToApproveGroup {
  return { ...groupOf(part.projectId, [part]), userId: null, userName: null, week: null, normMinutes: null }
}

async function byPersonAndWeek(db: Db, parts: readonly Part[]): Promise<ToApproveGroup[]> {
  const grouped = new Map<string, Part[]>()
  for (const part of parts) {
    const key = `${part.userId}/${part.week}`
    grouped.set(key, [...(grouped.get(key) ?? []), part])
  }
  const people = [...new Set(parts.map((part) => part.userId as string))]
  const schedules = await findSchedules(db, people)
  return [...grouped].map(([key, of]) => {
    const { userId, userName, week } = of[0] as Part & { userId: string; week: Day }
    const days = daysOf(week, addDays(week, 6))
    const norm = days.reduce((sum, day) => sum + normMinutes(schedulesOf(schedules, userId), day), 0)
    return { ...groupOf(key, of), userId, userName, week, normMinutes: norm }
  })
}

function groupOf(key: string, parts: readonly Part[]) {
  return {
    key,
    projects: parts.map(({ projectId, number, name, customerName, entries, minutes, billableMinutes }) => ({
      ...{ projectId, number, name, customerName, entries, minutes, billableMinutes },
    })),
    firstDay: parts.map(({ firstDay }) => firstDay).toSorted()[0] ?? '',
    lastDay:
      parts
        .map(({ lastDay }) => lastDay)
        .toSorted()
        .at(-1) ?? '',
    ...sumsOf(parts),
  }
}

type Sums = { entries: number; minutes: number; billableMinutes: number }

function sumsOf(parts: readonly Sums[]): Sums {
  return {
    entries: parts.reduce((sum, part) => sum + part.entries, 0),
    minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    billableMinutes: parts.reduce((sum, part) => sum + part.billableMinutes, 0),
  }
}
