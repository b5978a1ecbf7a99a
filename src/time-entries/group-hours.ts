import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { sortKeys } from '../lib/listing.ts'
import type { Grouping, HoursGroup } from './time-entry.ts'

export const groupSorts = sortKeys('name', 'minutes', 'billableMinutes', 'unbilledMinutes')
export type GroupSort = (typeof groupSorts)[number]

/** `joined` says what the key needs beside time_entry; names are joined to the sums, as `n`. */
type Way = { key: SQL; joined?: SQL; named?: SQL; number?: SQL; name?: SQL; order: SQL }

const ofProject = sql`join project p on p.id = time_entry.project_id`
const ways: Record<Grouping, Way> = {
  user: {
    key: sql`time_entry.user_id`,
    named: sql`left join app_user n on n.id = g.key`,
    name: sql`n.name`,
    order: sql`n.name_sort`,
  },
  project: {
    key: sql`time_entry.project_id`,
    named: sql`left join project n on n.id = g.key`,
    number: sql`n.number`,
    name: sql`n.name`,
    order: sql`n.number_sort`,
  },
  customer: {
    key: sql`p.customer_id`,
    joined: ofProject,
    named: sql`left join customer n on n.id = g.key`,
    number: sql`n.number`,
    name: sql`n.name`,
    order: sql`n.name_sort`,
  },
  activity: {
    key: sql`time_entry.activity_id`,
    named: sql`left join activity n on n.id = g.key left join project np on np.id = n.project_id`,
    number: sql`n.number`,
    // Many projects have an activity of the same name.
    name: sql`np.number || ' ' || np.name || ' · ' || n.name`,
    order: sql`np.number_sort || n.number_sort`,
  },
  department: {
    key: sql`p.department_id`,
    joined: ofProject,
    named: sql`left join department n on n.id = g.key`,
    number: sql`n.number`,
    name: sql`n.name`,
    order: sql`n.number_sort`,
  },
  week: {
    key: sql`time_entry.worked_on - (extract(isodow from time_entry.worked_on)::int - 1)`,
    order: sql`g.key`,
  },
  month: {
    key: sql`date_trunc('month', time_entry.worked_on)::date`,
    order: sql`g.key`,
  },
}

const orderBy: Record<string, SQL> = {
  minutes: sql`g.minutes`,
  billableMinutes: sql`g.billable`,
  unbilledMinutes: sql`g.unbilled`,
}

type Page = { by: Grouping; page: number; size: number; sort: GroupSort }

/** Sums of what `where` finds per person, project …; names are looked up after adding up. */
export async function groupHours(
  db: Db,
  where: SQL | undefined,
  { by, page, size, sort }: Page,
): Promise<{ items: HoursGroup[]; total: number }> {
  const way = ways[by]
  const order = orderBy[sort.replace('-', '')] ?? way.order
  const { rows } = await db.execute<GroupRow>(sql`
    with g as (
      select ${way.key} as key, count(*) as entries, sum(minutes) as minutes, sum(billable_minutes) as billable,
             coalesce(sum(minutes) filter (where approval = 'registered'), 0) as to_approve,
             coalesce(sum(billable_minutes) filter (where billing in ('drafted', 'billed')), 0) as billed,
             coalesce(sum(billable_minutes) filter (where billing = 'open'), 0) as unbilled
        from time_entry ${way.joined ?? sql``}
       where ${where ?? sql`true`}
       group by 1)
    select coalesce(g.key::text, '') as key, ${way.number ?? sql`null`} as number, coalesce(${way.name ?? sql`null`}, '') as name,
           g.entries, g.minutes, g.billable, g.to_approve, g.billed, g.unbilled, count(*) over () as total
      from g ${way.named ?? sql``}
     order by ${order} ${sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls first`}, 1
     limit ${size} offset ${(page - 1) * size}`)
  return { items: rows.map(toGroup), total: Number(rows[0]?.total ?? 0) }
}

// Sums and counts are int8 and numeric, which come as text.
type GroupRow = {
  key: string
  number: string | null
  name: string
  entries: string
  minutes: string
  billable: string
  to_approve: string
  billed: string
  unbilled: string
  total: string
}

function toGroup(row: GroupRow): HoursGroup {
  return {
    key: row.key,
    number: row.number,
    name: row.name,
    entries: Number(row.entries),
    minutes: Number(row.minutes),
    billableMinutes: Number(row.billable),
    toApproveMinutes: Number(row.to_approve),
    billedMinutes: Number(row.billed),
    unbilledMinutes: Number(row.unbilled),
  }
}
