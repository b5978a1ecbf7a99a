import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytewise, day, instant, recordColumns } from '../lib/columns.ts'
import { priceModel } from '../prices/price-table.ts'
import { project } from '../projects/project-table.ts'
import type { ActivityState } from './activity.ts'

/** A part of a project that takes hours or expenses. Only one in progress takes hours. */
export const activity = pgTable(
  'activity',
  {
    ...recordColumns,
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    number: text().notNull(),
    numberKey: bytewise('number_key').notNull(),
    numberSort: bytewise('number_sort').notNull(),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    state: text().$type<ActivityState>().notNull(),
    startOn: day('start_on'),
    endOn: day('end_on'),
    /** False: for expenses only. */
    takesHours: boolean('takes_hours').notNull(),
    /** Whether hours are billable unless the entry says otherwise. */
    billable: boolean().notNull(),
    estimatedMinutes: integer('estimated_minutes'),
    /** The owner of the project is told once when so many minutes are registered. */
    alertMinutes: integer('alert_minutes'),
    alertedAt: instant('alerted_at'),
    /** Null: the project's first price model. */
    priceModelId: uuid('price_model_id').references(() => priceModel.id),
    description: text(),
  },
  (t) => [
    uniqueIndex('activity_number').on(t.projectId, t.numberKey),
    index('activity_by_number').on(t.projectId, t.numberSort),
    index('activity_price_model').on(t.priceModelId),
  ],
)
