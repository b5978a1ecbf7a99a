import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** One row per integration; `settings` and `facts` have the shape of its connector. */
export const integration = pgTable('integration', {
  id: uuid().primaryKey(),
  type: text().notNull().unique(),
  settings: jsonb().$type<Record<string, unknown>>().notNull(),
  /** Sealed with the secret key of the instance; never leaves the server. */
  secrets: text().notNull(),
  /** What was learned about the other side: labels, numbers, last report. */
  facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  version: integer().notNull().default(1),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
