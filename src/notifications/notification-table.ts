import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { storedFile } from '../files/stored-file-table.ts'
import { instant } from '../lib/columns.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { LogLevel } from '../sync/log-entry.ts'
import type { MailedKind, NoticeKind } from './notification.ts'

export const notification = pgTable(
  'notification',
  {
    id: uuid().primaryKey(),
    userId: text('user_id').notNull(),
    at: instant('at').notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    /** False: it is mailed only, and shown nowhere. */
    bell: boolean().notNull().default(true),
    level: text().$type<LogLevel>().notNull(),
    /** The record it is about, where the sentence does not name it. */
    label: text(),
    sentence: jsonb().$type<Sentence>().notNull(),
    link: text(),
    /** Further ones of the same topic, unread, are counted here instead of filling the list. */
    topic: text().notNull(),
    repeats: integer().notNull().default(0),
    readAt: instant('read_at'),
    /** When it goes into a mail to the user; null: it does not, or has gone. */
    mailDueAt: instant('mail_due_at'),
    /** When a mail with it was last stored. */
    mailedAt: instant('mailed_at'),
  },
  (t) => [
    index('notification_user').on(t.userId, t.at),
    index('notification_unread').on(t.userId, t.topic).where(sql`read_at is null`),
    index('notification_to_mail').on(t.userId).where(sql`mail_due_at is not null`),
  ],
)

/** Where somebody chose other than what is usual. */
export const noticeChoice = pgTable(
  'notice_choice',
  {
    userId: text('user_id').notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    bell: boolean().notNull(),
    mail: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
)

/** A mail to be sent, stored in the transaction that asks for it. The text is already in the reader's language. */
export const mail = pgTable(
  'mail',
  {
    id: uuid().primaryKey(),
    /** One address, or several with a comma between. */
    to: text().notNull(),
    cc: text(),
    /** Where answers go; null: to the sender that the instance has. */
    replyTo: text('reply_to'),
    subject: text().notNull(),
    text: text().notNull(),
    /** The record that it brings, whose folder may add files and is told when it was sent. */
    aboutKind: text('about_kind').$type<MailedKind>(),
    aboutId: uuid('about_id'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** The server refused it for good. */
    refusedAt: instant('refused_at'),
    /** What the server said last. */
    answer: text(),
  },
  (t) => [index('mail_about').on(t.aboutKind, t.aboutId).where(sql`about_id is not null`)],
)

/** Files that go with a mail, in their order. */
export const mailAttachment = pgTable(
  'mail_attachment',
  {
    mailId: uuid('mail_id')
      .notNull()
      .references(() => mail.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => storedFile.id),
  },
  (t) => [primaryKey({ columns: [t.mailId, t.position] })],
)
