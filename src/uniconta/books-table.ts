import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../lib/columns.ts'
import type { Actor } from '../lib/http.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import { syncRestore } from '../sync/sync-table.ts'
import type { BooksStep, Decision, FoundBooks, GivenOut } from './books.ts'

/** How far the comparison after a restore has come. Each step is stored when it is done, and may be done again. */
export const booksComparison = pgTable('uniconta_books_comparison', {
  restoreId: uuid('restore_id')
    .primaryKey()
    .references(() => syncRestore.id),
  step: text().$type<BooksStep>().notNull(),
  /** Who did not want to wait for the end of the wait. */
  hurriedBy: text('hurried_by'),
  /** A person said that the series there is new and empty. */
  seriesIsEmpty: boolean('series_is_empty').notNull().default(false),
  lookedAt: instant('looked_at'),
  found: jsonb().$type<FoundBooks>(),
  /** By the key of the row there. */
  decisions: jsonb().$type<Record<string, Decision>>().notNull().default({}),
  /** Asked for by an administrator: what he said, until it is done. */
  finishing: jsonb().$type<{ actor: Actor } & GivenOut>(),
  result: jsonb().$type<Sentence[]>(),
})

/** Documents there of which a person said that they are none of ours here. They are not asked for again. */
export const booksApart = pgTable('uniconta_books_apart', {
  /** Of the row there. */
  key: text().primaryKey(),
  number: integer().notNull(),
  reference: text().notNull(),
  saidBy: text('said_by').notNull(),
  saidAt: instant('said_at').notNull(),
  reason: text(),
})
