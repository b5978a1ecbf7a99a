// What people chose to get by mail, gathered into one mail to each. What was read under the bell meanwhile is not mailed.
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Company } from '../company/company.ts'
import type { Tx } from '../lib/database/database.ts'
import { clockIn } from '../lib/dates.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Handler } from '../sync/handler.ts'
import { mailLines, mailSubject, mailText } from './mail-text.ts'
import { notification } from './notification-table.ts'
import { notificationTexts } from './notification-texts.ts'
import { noticeMailKind, queueMail } from './queue-mail.ts'

const say = sayFrom(notificationTexts)

type Reader = { email: string; language: Language }

export type NoticeMailOptions = {
  /** Undefined: he is gone or no longer active, and gets nothing. */
  findReader(tx: Tx, userId: string): Promise<Reader | undefined>
  getCompany(tx: Tx): Promise<Company>
  phrase: Phrasebook
  /** Address of the application, for links in mails; undefined when nobody told it. */
  publicUrl: string | undefined
  /** Whether a mail server is set. Without one everything stands under the bell. */
  mailsGo: boolean
}

type Row = typeof notification.$inferSelect

/** Its subject is the user. The mail, its task and the note that it was stored are one transaction. */
export function noticeMailHandler(options: NoticeMailOptions): Handler {
  return {
    kind: noticeMailKind,
    direction: 'none',
    logsSuccess: false,
    async run({ subject: userId, now, inLane }) {
      const at = now()
      const { mails, nextAt } = await inLane((tx) => mailDueNotices(tx, options, userId, at))
      return nextAt
        ? { outcome: 'again', at: nextAt }
        : { outcome: 'unchanged', sentence: say('notice.told', { mails }) }
    },
  }
}

async function mailDueNotices(
  tx: Tx,
  options: NoticeMailOptions,
  userId: string,
  now: Date,
): Promise<{ mails: number; nextAt?: Date }> {
  const rows = await tx
    .select()
    .from(notification)
    .where(and(eq(notification.userId, userId), isNotNull(notification.mailDueAt)))
    .orderBy(notification.at, notification.id)
    .for('update')
  const due = rows.filter(({ mailDueAt }) => (mailDueAt as Date) <= now)
  const unread = due.filter(({ readAt }) => readAt === null)
  const reader = options.mailsGo ? await options.findReader(tx, userId) : undefined
  if (reader && unread.length > 0) await queueMail(tx, await mailOf(tx, options, { rows: unread, reader, now }), now)
  await note(tx, due, { mailDueAt: null, ...(reader ? {} : { bell: true }) })
  if (reader) await note(tx, unread, { mailedAt: now })
  // Under no bell, so the mail is all that is read of it.
  if (reader)
    await note(
      tx,
      unread.filter(({ bell }) => !bell),
      { readAt: now },
    )
  const waiting = rows.filter((row) => !due.includes(row)).map(({ mailDueAt }) => (mailDueAt as Date).getTime())
  const mails = reader && unread.length > 0 ? 1 : 0
  return { mails, ...(waiting.length > 0 ? { nextAt: new Date(Math.min(...waiting)) } : {}) }
}

async function note(tx: Tx, rows: readonly Row[], set: Partial<Row>): Promise<void> {
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await tx.update(notification).set(set).where(inArray(notification.id, ids))
}

type Letter = { rows: readonly Row[]; reader: Reader; now: Date }

async function mailOf(tx: Tx, { getCompany, phrase, publicUrl }: NoticeMailOptions, { rows, reader, now }: Letter) {
  const company = await getCompany(tx)
  const write = (sentence: Sentence) => phrase(sentence, reader.language)
  const lines = rows.slice(0, mailLines).map(({ at, sentence, link }) => ({
    text: `${clockIn(company.timeZone, at, now)} ${write(sentence)}`,
    where: publicUrl ? `${publicUrl}${link ?? '/notifications'}` : write(say('notice.where')),
  }))
  const left = rows.length - mailLines
  const [first] = rows
  const text = rows.length === 1 && first ? write(first.sentence) : write(say('notice.several', { count: rows.length }))
  return {
    to: reader.email,
    subject: mailSubject(`${company.name}: ${text}`),
    text: mailText(lines, {
      more: left > 0 ? write(say('notice.more', { count: left })) : undefined,
      footer: write(say('notice.mailFooter', { company: company.name })),
    }),
  }
}
