import { isDeepStrictEqual } from 'node:util'
import { and, count, desc, eq, inArray, isNull, max, notInArray } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Language, Phrasebook, Sentence } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { enqueueMany } from '../sync/enqueue.ts'
import type { LogLevel } from '../sync/log-entry.ts'
import { findChoices } from './notice-choice-store.ts'
import type { NoticeKind, Notification } from './notification.ts'
import { notification } from './notification-table.ts'
import { noticeMailKind } from './queue-mail.ts'

export type Notice = {
  userIds: readonly string[]
  kind: NoticeKind
  level: LogLevel
  /** The record it is about, where the sentence does not name it. */
  label?: string | null
  sentence: Sentence
  /** Path in the web application. */
  link?: string | null
  /** What it is about; the name of the sentence and the link if not given. Unread notices of one topic become one. */
  topic?: string
  /** Work that waits: its unread notice takes the newest words and is not counted up; it is mailed once a day at most. */
  once?: boolean
}

const gatherMs = 15 * 60_000
const dayMs = 24 * 60 * 60_000

/**
 * Tells each user by bell and mail as he chose, in the caller's transaction. While an earlier notice of the same topic is unread,
 * that one is counted up and shows the newest sentence: an outage does not fill the list. The first mail about a topic goes at
 * once, what comes within a quarter of an hour after it in one mail. What an integration reports is mailed by its digest.
 */
export async function notifyUsers(tx: Tx, notice: Notice, now: Date): Promise<void> {
  const userIds = [...new Set(notice.userIds)]
  if (userIds.length === 0) return
  const { kind, level, sentence, label = null, link = null, once = false } = notice
  const topic = notice.topic ?? `${sentence.key} ${link ?? ''}`
  const choices = await findChoices(tx, userIds, kind)
  const told = userIds.filter((userId) => choices.get(userId)?.bell || choices.get(userId)?.mail)
  const ofTopic = and(inArray(notification.userId, told), eq(notification.topic, topic))
  const unread = tx
    .select()
    .from(notification)
    .where(and(ofTopic, isNull(notification.readAt)))
  const earlier = told.length === 0 ? [] : await unread.orderBy(notification.id).for('update')
  const mailed = kind === 'integration' ? [] : told.filter((userId) => choices.get(userId)?.mail)
  const dueAt = await nextMails(tx, mailed, topic, { gapMs: once ? dayMs : gatherMs, now })
  for (const row of earlier) {
    const newest = once
      ? { level, label, sentence, link }
      : { at: now, level, label, sentence, link, repeats: row.repeats + 1 }
    const bell = row.bell || (choices.get(row.userId)?.bell ?? false)
    const mailDueAt = row.mailDueAt ?? dueAt.get(row.userId) ?? null
    const isSame = once && isDeepStrictEqual({ ...row, ...newest, bell, mailDueAt }, row)
    if (!isSame)
      await tx
        .update(notification)
        .set({ ...newest, bell, mailDueAt })
        .where(eq(notification.id, row.id))
  }
  const known = new Set(earlier.map((row) => row.userId))
  const rows = told
    .filter((userId) => !known.has(userId))
    .map((userId) => ({
      ...{ id: newId(now), userId, at: now, kind, level, label, sentence, link, topic },
      bell: choices.get(userId)?.bell ?? false,
      mailDueAt: dueAt.get(userId) ?? null,
    }))
  if (rows.length > 0) await tx.insert(notification).values(rows)
  const tasks = [...dueAt].map(([userId, runAt]) => ({ kind: noticeMailKind, subject: userId, label: kind, runAt }))
  await enqueueMany(tx, tasks, now)
}

/** When the next mail about a topic goes to each of these. */
async function nextMails(
  tx: Tx,
  userIds: readonly string[],
  topic: string,
  { gapMs, now }: { gapMs: number; now: Date },
): Promise<Map<string, Date>> {
  if (userIds.length === 0) return new Map()
  const rows = await tx
    .select({ userId: notification.userId, mailedAt: max(notification.mailedAt) })
    .from(notification)
    .where(and(inArray(notification.userId, [...userIds]), eq(notification.topic, topic)))
    .groupBy(notification.userId)
  const last = new Map(rows.map((row) => [row.userId, row.mailedAt?.getTime() ?? 0]))
  return new Map(userIds.map((userId) => [userId, new Date(Math.max((last.get(userId) ?? 0) + gapMs, now.getTime()))]))
}

/** What was waiting is done: nobody has to look at it any more, but those for whom some of it still waits. */
export async function settleNotices(
  tx: Tx,
  topic: string,
  now: Date,
  stillWaitsFor: readonly string[] = [],
): Promise<void> {
  await tx
    .update(notification)
    .set({ readAt: now, mailDueAt: null })
    .where(
      and(
        eq(notification.topic, topic),
        isNull(notification.readAt),
        stillWaitsFor.length > 0 ? notInArray(notification.userId, [...stillWaitsFor]) : undefined,
      ),
    )
}

export async function listNotifications(
  db: Db,
  userId: string,
  page: { page: number; size: number; kind?: NoticeKind[] | undefined; unread?: boolean | undefined },
  reader: { phrase: Phrasebook; language: Language },
): Promise<{ items: Notification[]; total: number; unread: number }> {
  const mine = and(
    eq(notification.userId, userId),
    notification.bell,
    page.kind && inArray(notification.kind, page.kind),
    page.unread ? isNull(notification.readAt) : undefined,
  )
  const rows = await db
    .select()
    .from(notification)
    .where(mine)
    .orderBy(desc(notification.at), desc(notification.id))
    .limit(page.size)
    .offset((page.page - 1) * page.size)
  const [total] = await db.select({ count: count() }).from(notification).where(mine)
  return {
    items: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      level: row.level,
      label: row.label,
      text: reader.phrase(row.sentence, reader.language),
      repeats: row.repeats,
      link: row.link,
      readAt: row.readAt?.toISOString() ?? null,
    })),
    total: total?.count ?? 0,
    unread: await countUnread(db, userId),
  }
}

export async function countUnread(db: Db | Tx, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notification)
    .where(and(eq(notification.userId, userId), notification.bell, isNull(notification.readAt)))
  return row?.count ?? 0
}

/** Marks these, or all without `ids`; another user's stay as they are. */
export async function markRead(db: Db, userId: string, ids: readonly string[] | undefined, now: Date): Promise<void> {
  await db
    .update(notification)
    .set({ readAt: now })
    .where(
      and(
        eq(notification.userId, userId),
        notification.bell,
        isNull(notification.readAt),
        ids ? inArray(notification.id, [...ids]) : undefined,
      ),
    )
}
