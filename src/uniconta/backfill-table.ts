import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** One run over all existing records of a kind. `phase` 'sending' goes through them once, 'checking' reads back. */
export const unicontaBackfill = pgTable(
  'uniconta_backfill',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: ['customers', 'projects'] }).notNull(),
    state: text({ enum: ['running', 'paused', 'done', 'failed'] }).notNull(),
    phase: text({ enum: ['sending', 'checking'] }).notNull(),
    /** Records with the same number and the same name or registration number on both sides are taken for the same. */
    linksSame: boolean('links_same').notNull(),
    cursor: text(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    calls: integer().notNull().default(0),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (t) => [index('uniconta_backfill_started').on(t.startedAt)],
)
