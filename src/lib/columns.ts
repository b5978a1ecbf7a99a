// Columns that every record has, and how text is stored that is compared byte by byte.
import { bigint, customType, date, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Text with its own order: keys are compared byte by byte whatever the locale of the database is. */
export const bytewise = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

export const instant = (name: string) => timestamp(name, { withTimezone: true })

export const recordColumns = {
  id: uuid().primaryKey(),
  version: integer().notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
}

/** What `stored` of lib/fields.ts shows of a row. */
export function storedFields(row: { id: string; version: number; createdAt: Date; updatedAt: Date }) {
  return {
    id: row.id,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** A calendar day as text, 'YYYY-MM-DD'. */
export const day = (name: string) => date(name, { mode: 'string' })

/** An amount in whole minor units of its currency (øre). */
export const minorUnits = (name: string) => bigint(name, { mode: 'bigint' })
