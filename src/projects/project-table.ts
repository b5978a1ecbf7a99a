import { sql } from 'drizzle-orm'
import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { customer } from '../customers/customer-table.ts'
import { department } from '../departments/department-table.ts'
import { bytewise, instant, recordColumns } from '../lib/columns.ts'
import { appUser } from '../users/user-table.ts'
import type { ProjectState } from './project.ts'

export const project = pgTable(
  'project',
  {
    ...recordColumns,
    number: text().notNull(),
    numberKey: bytewise('number_key').notNull(),
    numberSort: bytewise('number_sort').notNull(),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    searchText: bytewise('search_text').notNull(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customer.id),
    state: text().$type<ProjectState>().notNull(),
    ownerId: text('owner_id').references(() => appUser.id),
    departmentId: uuid('department_id').references(() => department.id),
    startOn: date('start_on', { mode: 'string' }),
    endOn: date('end_on', { mode: 'string' }),
    currency: text(),
    customerReference: text('customer_reference'),
    orderReference: text('order_reference'),
    contractReference: text('contract_reference'),
    street: text(),
    postalCode: text('postal_code'),
    city: text(),
    countryCode: text('country_code'),
    email: text(),
    description: text(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    uniqueIndex('project_number').on(t.numberKey).where(sql`deleted_at is null`),
    index('project_by_name').on(t.nameSort, t.id).where(sql`deleted_at is null`),
    index('project_by_number').on(t.numberSort, t.id).where(sql`deleted_at is null`),
    index('project_by_change').on(t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('project_customer').on(t.customerId),
    index('project_department').on(t.departmentId),
    index('project_owner').on(t.ownerId),
  ],
)
