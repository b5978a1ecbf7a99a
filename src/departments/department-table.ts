import { boolean, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytewise, recordColumns } from '../lib/columns.ts'

export const department = pgTable(
  'department',
  {
    ...recordColumns,
    number: text().notNull(),
    numberKey: bytewise('number_key').notNull(),
    numberSort: bytewise('number_sort').notNull(),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    externalNumber: text('external_number'),
    active: boolean().notNull(),
  },
  (t) => [uniqueIndex('department_number').on(t.numberKey)],
)
