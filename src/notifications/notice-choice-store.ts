import { and, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { alwaysRings, type NoticeChoice, type NoticeKind, noticeKinds, usualChoice } from './notification.ts'
import { noticeChoice } from './notification-table.ts'

/** What each of these users chose for a kind, or what is usual. */
export async function findChoices(
  tx: Tx,
  userIds: readonly string[],
  kind: NoticeKind,
): Promise<Map<string, NoticeChoice>> {
  const rows = await tx
    .select()
    .from(noticeChoice)
    .where(and(inArray(noticeChoice.userId, [...userIds]), eq(noticeChoice.kind, kind)))
  const chosen = new Map(rows.map((row) => [row.userId, choiceOf(row)]))
  return new Map(userIds.map((userId) => [userId, chosen.get(userId) ?? usualChoice(kind)]))
}

/** Every kind with what the user chose, in the order of the kinds. */
export async function listChoices(db: Db | Tx, userId: string): Promise<NoticeChoice[]> {
  const rows = await db.select().from(noticeChoice).where(eq(noticeChoice.userId, userId))
  return noticeKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind)
    return row ? choiceOf(row) : usualChoice(kind)
  })
}

/** Kinds that are not named keep what was chosen. */
export async function saveChoices(tx: Tx, userId: string, choices: readonly NoticeChoice[]): Promise<void> {
  for (const { kind, bell, mail } of choices)
    await tx
      .insert(noticeChoice)
      .values({ userId, kind, bell, mail })
      .onConflictDoUpdate({ target: [noticeChoice.userId, noticeChoice.kind], set: { bell, mail } })
}

const choiceOf = ({ kind, bell, mail }: typeof noticeChoice.$inferSelect): NoticeChoice => ({
  kind,
  bell: bell || alwaysRings(kind),
  mail,
})
