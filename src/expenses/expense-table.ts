import { sql } from 'drizzle-orm'
import { boolean, index, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { activity } from '../activities/activity-table.ts'
import { storedFile } from '../files/stored-file-table.ts'
import { bytewise, day, instant, minorUnits, recordColumns } from '../lib/columns.ts'
import { project } from '../projects/project-table.ts'
import type { Approval, BillingState } from '../time-entries/time-entry.ts'
import type { ExpenseSource } from './expense.ts'

/** A cost on a project. Approved and billable ones are billed at cost plus mark-up. */
export const projectExpense = pgTable(
  'project_expense',
  {
    ...recordColumns,
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    activityId: uuid('activity_id').references(() => activity.id),
    title: text().notNull(),
    searchText: bytewise('search_text').notNull(),
    description: text(),
    spentOn: day('spent_on').notNull(),
    quantity: numeric().notNull(),
    /** The cost without VAT in `currency`; negative when it came back. */
    amount: minorUnits('amount').notNull(),
    currency: text().notNull(),
    /** Price of one unit of `currency` in the company's currency; 1 in its own. */
    exchangeRate: numeric('exchange_rate').notNull(),
    /** `amount` in the company's currency. */
    companyAmount: minorUnits('company_amount').notNull(),
    supplierName: text('supplier_name'),
    supplierNumber: text('supplier_number'),
    voucherNumber: text('voucher_number'),
    billable: boolean().notNull(),
    /** Null: the price model's. */
    markup: numeric(),
    source: text().$type<ExpenseSource>().notNull(),
    receiptId: uuid('receipt_id').references(() => storedFile.id),
    registeredBy: text('registered_by').notNull(),
    approval: text().$type<Approval>().notNull(),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    rejectedBecause: text('rejected_because'),
    billing: text().$type<BillingState>().notNull(),
    /** The draft or invoice that bills it (db guards). */
    invoiceId: uuid('invoice_id'),
  },
  (t) => [
    index('project_expense_project').on(t.projectId, t.spentOn),
    index('project_expense_day').on(t.spentOn, t.id),
    index('project_expense_open').on(t.projectId, t.spentOn).where(sql`billing = 'open' and billable`),
    index('project_expense_invoice').on(t.invoiceId).where(sql`invoice_id is not null`),
  ],
)
