import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../lib/columns.ts'
import type { ImportedState, LedgerFacts, SkipReason, WrittenExpense } from './ledger-facts.ts'

export type JournalSize = readonly [journalId: number, rows: number]

/** How far the import of a company has come. */
export const expenseImport = pgTable('uniconta_import', {
  companyId: integer('company_id').primaryKey(),
  /** Series and floor date that the place below belongs to; another one begins at its floor. */
  scope: text().notNull(),
  /** The account filter that the rows were judged by. */
  accountFilter: text('account_filter').notNull(),
  /** The first journal posted after the floor; null until there is one. */
  firstJournal: integer('first_journal'),
  /** The last journal whose rows are stored. Moves in the transaction that stores them. */
  cursor: integer().notNull().default(0),
  /** The last journals before the cursor with how many rows each has, oldest first: so far a run can look back in one page. */
  tail: jsonb().$type<JournalSize[]>().notNull().default([]),
  /** The start of the last run that went through: what the dialog shows as the start date. */
  movedAt: instant('moved_at'),
})

/** Each run, from its first page on; `finishedAt` null while it goes on. */
export const expenseImportRun = pgTable(
  'uniconta_import_run',
  {
    id: uuid().primaryKey(),
    companyId: integer('company_id').notNull(),
    kind: text({ enum: ['import', 'review'] }).notNull(),
    scope: text().notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** The journal that the next page begins with. */
    next: integer().notNull(),
    rows: integer().notNull().default(0),
    imported: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    removed: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    flagged: integer().notNull().default(0),
    calls: integer().notNull().default(0),
  },
  (t) => [index('uniconta_import_run_started').on(t.startedAt)],
)

/** One row per ledger row with a project that was seen in the chosen series, whatever became of it. */
export const ledgerRow = pgTable(
  'uniconta_ledger_row',
  {
    companyId: integer('company_id').notNull(),
    journalId: integer('journal_id').notNull(),
    voucher: integer().notNull(),
    line: integer().notNull(),
    account: text().notNull(),
    series: text().notNull(),
    /** `numberKey` of the project that it names. */
    projectKey: text('project_key').notNull(),
    state: text().$type<ImportedState>().notNull(),
    reason: text().$type<SkipReason>(),
    /** As last read there. */
    facts: jsonb().$type<LedgerFacts>().notNull(),
    /** What the import wrote into the expense: where it differs from the expense, a person has edited. */
    written: jsonb().$type<WrittenExpense>(),
    /** Null where there is none yet, or a person deleted it; then nothing comes in again. */
    expenseId: uuid('expense_id'),
    /** When it was found to be gone there. */
    goneAt: instant('gone_at'),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.journalId, t.voucher, t.line, t.account] }),
    index('uniconta_ledger_row_project').on(t.projectKey).where(sql`state = 'skipped'`),
    index('uniconta_ledger_row_state').on(t.state).where(sql`state in ('skipped', 'flagged')`),
    index('uniconta_ledger_row_expense').on(t.expenseId),
  ],
)
