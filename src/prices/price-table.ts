import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { customer } from '../customers/customer-table.ts'
import { bytewise, day, minorUnits, recordColumns } from '../lib/columns.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { HourlyBase, PriceModelKind } from './price.ts'

/** What people are in projects, e.g. Project Leader. Prices per hour are in the company's currency. */
export const projectRole = pgTable(
  'project_role',
  {
    ...recordColumns,
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    salesPrice: numeric('sales_price'),
    costPrice: numeric('cost_price'),
    active: boolean().notNull(),
  },
  (t) => [uniqueIndex('project_role_name').on(t.nameSort)],
)

export const projectMember = pgTable(
  'project_member',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    userId: text('user_id')
      .notNull()
      .references(() => appUser.id),
    roleId: uuid('role_id')
      .notNull()
      .references(() => projectRole.id),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.userId] }), index('project_member_user').on(t.userId)],
)

/** A co-worker's standard price and cost per hour, in the company's currency, from a day on. */
export const coWorkerRate = pgTable(
  'co_worker_rate',
  {
    userId: text('user_id')
      .notNull()
      .references(() => appUser.id),
    validFrom: day('valid_from').notNull(),
    salesPrice: numeric('sales_price'),
    costPrice: numeric('cost_price'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.validFrom] })],
)

/** How a part of a project is billed. A project has several; the first is the default, an activity may pick another. */
export const priceModel = pgTable(
  'price_model',
  {
    ...recordColumns,
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    position: integer().notNull(),
    name: text().notNull(),
    kind: text().$type<PriceModelKind>().notNull(),
    /** Null: the project's customer. */
    customerId: uuid('customer_id').references(() => customer.id),
    /** Only of hourly prices, and of on-account models without an agreed price. */
    hourlyBase: text('hourly_base').$type<HourlyBase>(),
    /** Per hour, in the currency of the invoice. */
    commonRate: numeric('common_rate'),
    /** The agreed price without VAT, of fixed price and on-account models. */
    fixedPrice: minorUnits('fixed_price'),
    /** What hours are not billed beyond. */
    cap: minorUnits('cap'),
    expensesIncluded: boolean('expenses_included').notNull(),
    /** Added to the cost of expenses, in percent. */
    expenseMarkup: numeric('expense_markup').notNull(),
    active: boolean().notNull(),
  },
  (t) => [index('price_model_project').on(t.projectId, t.position)],
)

/** A price per hour that wins over the model's base: of a person, a role or an activity, from a day on. */
export const priceRate = pgTable(
  'price_rate',
  {
    id: uuid().primaryKey(),
    priceModelId: uuid('price_model_id')
      .notNull()
      .references(() => priceModel.id, { onDelete: 'cascade' }),
    userId: text('user_id').references(() => appUser.id),
    roleId: uuid('role_id').references(() => projectRole.id),
    /** References activity (db guards): activities need prices, not the other way round. */
    activityId: uuid('activity_id'),
    validFrom: day('valid_from').notNull(),
    rate: numeric().notNull(),
  },
  (t) => [
    check('price_rate_is_of_one', sql`num_nonnulls(${t.userId}, ${t.roleId}, ${t.activityId}) = 1`),
    uniqueIndex('price_rate_once').on(
      t.priceModelId,
      sql`coalesce(user_id, role_id::text, activity_id::text)`,
      t.validFrom,
    ),
  ],
)

/** A row of a payment plan: what is billed on which day without looking at hours. */
export const pricePlanItem = pgTable(
  'price_plan_item',
  {
    id: uuid().primaryKey(),
    priceModelId: uuid('price_model_id')
      .notNull()
      .references(() => priceModel.id),
    dueOn: day('due_on').notNull(),
    amount: minorUnits('amount').notNull(),
    text: text().notNull(),
    /** Billed outside Akkord: counts as billed and never appears. */
    billedElsewhere: boolean('billed_elsewhere').notNull(),
    /** The draft or invoice that bills it (db guards). */
    invoiceId: uuid('invoice_id'),
  },
  (t) => [index('price_plan_item_model').on(t.priceModelId, t.dueOn), index('price_plan_item_invoice').on(t.invoiceId)],
)
