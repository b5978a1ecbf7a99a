import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Language, Phrasebook, Sentence } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import type { LogLevel } from '../sync/log-entry.ts'
import type { Notification } from './notification.ts'
import { notification } from './notification-table.ts'

export type Notice = {
  userIds: readonly string[]
  level: LogLevel
  sentence: Sentence
  /** Path in the web application. */
  link?: string | null
  /** What it is about; the name of the sentence and the link if not given. Unread notices of one topic become one. */
  topic?: string
}

/**
 * Puts a notice under the bell of each user, in the caller's transaction. While an earlier one of the same topic is unread,
 * that one is counted up and shows the newest sentence: an outage does not fill the list.
 */
export async function notifyUsers(tx: Tx, notice: Notice, now: Date): Promise<void> {
  const userIds = [...new Set(notice.userIds)]
  if (userIds.length === 0) return
  const { level, sentence, link = null } = notice
  const topic = notice.topic ?? `${sentence.key} ${link ?? ''}`
  const unread = and(inArray(notification.userId, userIds), eq(notification.topic, topic), isNull(notification.readAt))
  const earlier = await tx.select().from(notification).where(unread).for('update')
  for (const row of earlier) {
    const newest = { at: now, level, sentence, link, repeats: row.repeats + 1 }
    await tx.update(notification).set(newest).where(eq(notification.id, row.id))
  }
  const known = new Set(earlier.map((row) => row.userId))
  const rows = userIds
    .filter((userId) => !known.has(userId))
    .map((userId) => ({ id: newId(now), userId, at: now, level, sentence, link, topic }))
  if (rows.length > 0) await tx.insert(notification).values(rows)
}

export async function listNotifications(
  db: Db,
  userId: string,
  page: { page: number; size: number },
  reader: { phrase: Phrasebook; language: Language },
): Promise<{ items: Notification[]; total: number; unread: number }> {
  const mine = eq(notification.userId, userId)
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
      level: row.level,
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
    .where(and(eq(notification.userId, userId), isNull(notification.readAt)))
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
        isNull(notification.readAt),
        ids ? inArray(notification.id, [...ids]) : undefined,
      ),
    )
}
