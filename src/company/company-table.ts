import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { SeriesKind } from './company.ts'

/** One row: one instance serves one company. */
export const company = pgTable(
  'company',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    registrationNumber: text('registration_number'),
    countryCode: text('country_code').notNull(),
    currency: text().notNull(),
    timeZone: text('time_zone').notNull(),
    street: text(),
    postalCode: text('postal_code'),
    city: text(),
    phone: text(),
    email: text(),
    version: integer().notNull().default(1),
  },
  (t) => [check('company_is_one', sql`${t.id} = 1`)],
)

/** Locked while a number is taken, so no two records get the same one. The rows come with the migrations. */
export const numberSeries = pgTable('number_series', {
  kind: text().$type<SeriesKind>().primaryKey(),
  prefix: text().notNull(),
  next: integer().notNull(),
  digits: integer().notNull(),
  overridable: boolean().notNull(),
  version: integer().notNull().default(1),
})
