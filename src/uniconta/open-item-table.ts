import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { invoice } from '../invoices/invoice-table.ts'
import { day, instant, minorUnits } from '../lib/columns.ts'

/** What was open of a document of ours there when it was last read, in the document's currency. */
export const openItem = pgTable('uniconta_open_item', {
  invoiceId: uuid('invoice_id')
    .primaryKey()
    .references(() => invoice.id),
  /** The customer whose posting it is there. */
  account: text().notNull(),
  remaining: minorUnits('remaining').notNull(),
  /** Open on payments that name it: paid too much, or twice. */
  over: minorUnits('over').notNull(),
  /** The start date it was read with; another one reads it anew. */
  fromOn: day('from_on').notNull(),
  seenAt: instant('seen_at').notNull(),
})
