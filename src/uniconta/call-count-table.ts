import { sql } from 'drizzle-orm'
import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'

/** Calls a day above which the other side slows each one down by a second (docs/uniconta.md#calls). */
export const freeCallsPerDay = 5_000

export const unicontaCallDay = pgTable(
  'uniconta_call_day',
  {
    userName: text('user_name').notNull(),
    day: date({ mode: 'string' }).notNull(),
    calls: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userName, t.day] })],
)

/** Returns the day's calls so far, and whether these were the ones that used up what is free. */
export async function countCalls(
  db: Db,
  userName: string,
  day: Day,
  calls: number,
): Promise<{ calls: number; usedUp: boolean }> {
  const { rows } = await db.execute<{ calls: number }>(sql`
    insert into uniconta_call_day as d (user_name, day, calls) values (${userName}, ${day}, ${calls})
    on conflict (user_name, day) do update set calls = d.calls + excluded.calls returning calls`)
  const sum = rows[0]?.calls ?? calls
  return { calls: sum, usedUp: sum > freeCallsPerDay && sum - calls <= freeCallsPerDay }
}

export async function findCallsOf(db: Db, userName: string, day: Day): Promise<number> {
  const { rows } = await db.execute<{ calls: number }>(
    sql`select calls from uniconta_call_day where user_name = ${userName} and day = ${day}`,
  )
  return rows[0]?.calls ?? 0
}
