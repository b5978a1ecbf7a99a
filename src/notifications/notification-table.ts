import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../lib/columns.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { LogLevel } from '../sync/log-entry.ts'

export const notification = pgTable(
  'notification',
  {
    id: uuid().primaryKey(),
    userId: text('user_id').notNull(),
    at: instant('at').notNull(),
    level: text().$type<LogLevel>().notNull(),
    sentence: jsonb().$type<Sentence>().notNull(),
    link: text(),
    /** Further ones of the same topic, unread, are counted here instead of filling the list. */
    topic: text().notNull(),
    repeats: integer().notNull().default(0),
    readAt: instant('read_at'),
  },
  (t) => [
    index('notification_user').on(t.userId, t.at),
    index('notification_unread').on(t.userId, t.topic).where(sql`read_at is null`),
  ],
)

/** A mail to be sent, stored in the transaction that asks for it. The text is already in the reader's language. */
export const mail = pgTable('mail', {
  id: uuid().primaryKey(),
  to: text().notNull(),
  subject: text().notNull(),
  text: text().notNull(),
  createdAt: instant('created_at').notNull(),
  sentAt: instant('sent_at'),
  /** The server refused it for good. */
  refusedAt: instant('refused_at'),
  /** What the server said last. */
  answer: text(),
})
