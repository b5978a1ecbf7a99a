import { sql } from 'drizzle-orm'
import type { Db } from './database.ts'

/**
 * Clears away dead rows and counts anew for the planner. The embedded database has nobody else who does it; once a day is enough.
 * It takes the only connection for as long as it lasts.
 */
export async function tidy(db: Db): Promise<void> {
  await db.execute(sql`vacuum analyze`)
}
