import { sql } from 'drizzle-orm'
import { pgTable, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

/** One row. It tells this database from every other, and whether it came out of a dump. */
export const databaseIdentity = pgTable(
  'database_identity',
  {
    id: uuid().primaryKey(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** The last time a dump was loaded into it. Whoever keeps facts outside the database compares it with what they knew. */
    restoredAt: timestamp('restored_at', { withTimezone: true }),
  },
  () => [uniqueIndex('database_identity_one_row').on(sql`(true)`)],
)
