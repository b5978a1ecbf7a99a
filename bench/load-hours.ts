// Many hours at once, as they stand after years: written by SQL, since registering them one by one would take an hour.
import type pg from 'pg'

export type HoursWish = {
  activityId: string
  projectId: string
  userIds: readonly string[]
  count: number
  /** The last day; earlier ones go back from it. */
  until: string
  billing: 'open' | 'written-off'
}

/** Approved entries of an hour and a half to seven hours, spread over people and the days before `until`. */
export async function writeHours(pool: pg.Pool, wish: HoursWish): Promise<void> {
  const perStatement = 20_000
  for (let from = 0; from < wish.count; from += perStatement)
    await pool.query(
      `insert into time_entry (id, version, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes,
              billable_minutes, note, approval, approved_by, approved_at, billing)
       select gen_random_uuid(), 1, now(), now(), ($1::text[])[1 + n % cardinality($1::text[])], $2, $3,
              $4::date - (n / cardinality($1::text[])) % 1500, 90 + 15 * (n % 23), 90 + 15 * (n % 23),
              'Work on drawing ' || n, 'approved', 'Bench', now(), $5
         from generate_series($6::int, $7::int) n`,
      [
        wish.userIds,
        wish.projectId,
        wish.activityId,
        wish.until,
        wish.billing,
        from,
        Math.min(from + perStatement, wish.count) - 1,
      ],
    )
}
