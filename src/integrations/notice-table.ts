import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { LogLevel } from '../sync/log-entry.ts'

/** When the last mail about a topic went: the first failure of a kind is told at once, repeats are gathered. */
export const noticeTopic = pgTable(
  'notice_topic',
  {
    system: text().notNull(),
    topic: text().notNull(),
    mailedAt: timestamp('mailed_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.system, t.topic] })],
)

/** What waits to be told in one mail. */
export const gatheredNotice = pgTable(
  'gathered_notice',
  {
    id: uuid().primaryKey(),
    system: text().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    topic: text().notNull(),
    level: text().$type<LogLevel>().notNull(),
    label: text().notNull(),
    sentence: jsonb().$type<Sentence>().notNull(),
    link: text(),
  },
  (t) => [index('gathered_notice_system').on(t.system, t.at)],
)
