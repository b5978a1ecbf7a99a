import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { customer } from '../customers/customer-table.ts'
import { bytewise, instant, recordColumns } from '../lib/columns.ts'

export const contact = pgTable(
  'contact',
  {
    ...recordColumns,
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customer.id),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    searchText: bytewise('search_text').notNull(),
    title: text(),
    email: text(),
    phone: text(),
    mobile: text(),
    receivesInvoices: boolean('receives_invoices').notNull(),
    active: boolean().notNull(),
    notes: text(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('contact_customer').on(t.customerId), index('contact_by_name').on(t.nameSort, t.id)],
)
