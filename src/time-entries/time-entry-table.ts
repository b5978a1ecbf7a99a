import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { activity } from '../activities/activity-table.ts'
import { day, instant, recordColumns } from '../lib/columns.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { Approval, BillingState, HoursApprover } from './time-entry.ts'

/**
 * Hours of one person on one activity and day. Approved, billed and locked ones are neither altered nor deleted (db guards): what
 * changes is only how they stand.
 */
export const timeEntry = pgTable(
  'time_entry',
  {
    ...recordColumns,
    userId: text('user_id')
      .notNull()
      .references(() => appUser.id),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activity.id),
    workedOn: day('worked_on').notNull(),
    minutes: integer().notNull(),
    billableMinutes: integer('billable_minutes').notNull(),
    /** For the customer. */
    note: text(),
    internalNote: text('internal_note'),
    approval: text().$type<Approval>().notNull(),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    rejectedBecause: text('rejected_because'),
    billing: text().$type<BillingState>().notNull(),
    /** The draft or invoice that bills it (db guards): invoices need hours, not the other way round. */
    invoiceId: uuid('invoice_id'),
  },
  (t) => [
    check('time_entry_minutes', sql`${t.minutes} between 1 and 1440 and ${t.billableMinutes} between 0 and 1440`),
    index('time_entry_user').on(t.userId, t.workedOn),
    index('time_entry_project').on(t.projectId, t.workedOn),
    index('time_entry_activity').on(t.activityId, t.workedOn),
    index('time_entry_day').on(t.workedOn, t.id),
    index('time_entry_open').on(t.projectId, t.workedOn).where(sql`billing = 'open' and billable_minutes > 0`),
    index('time_entry_to_approve').on(t.projectId, t.workedOn).where(sql`approval = 'registered'`),
    index('time_entry_invoice').on(t.invoiceId).where(sql`invoice_id is not null`),
  ],
)

/** One row for the company; it comes with the migrations. */
export const hoursSetting = pgTable(
  'hours_setting',
  {
    id: integer().primaryKey().default(1),
    version: integer().notNull().default(1),
    approver: text().$type<HoursApprover>().notNull(),
    /** Nobody's hours on or before this day are altered. */
    lockedUntil: day('locked_until'),
    notesRequired: boolean('notes_required').notNull(),
  },
  (t) => [check('hours_setting_is_one', sql`${t.id} = 1`)],
)

/** Of one person: his own lock, and who approves his hours where the company has timesheet approvers. */
export const timesheetSetting = pgTable('timesheet_setting', {
  userId: text('user_id')
    .primaryKey()
    .references(() => appUser.id),
  lockedUntil: day('locked_until'),
  approverId: text('approver_id').references(() => appUser.id),
})

/** Minutes that are expected of a person per weekday, from a day on; of everybody without rows of his own under 'company'. */
export const workSchedule = pgTable(
  'work_schedule',
  {
    /** An app_user, or 'company'. */
    userId: text('user_id').notNull(),
    validFrom: day('valid_from').notNull(),
    /** Monday first, seven of them. */
    minutes: integer().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.validFrom] })],
)
