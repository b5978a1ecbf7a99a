import { pgTable } from 'drizzle-orm/pg-core'
import { day, instant } from '../lib/columns.ts'

/** Days on which nothing can be booked in the accounting system, as it was last read. What is not known to be closed is not here. */
export const closedPeriod = pgTable('closed_period', {
  fromOn: day('from_on').primaryKey(),
  untilOn: day('until_on').notNull(),
  seenAt: instant('seen_at').notNull(),
})
