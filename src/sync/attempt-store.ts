import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import type { Attempt } from './log-entry.ts'
import { syncAttempt } from './sync-table.ts'

export async function listAttempts(
  db: Db,
  filter: { kind: string; subject: string; page: number; size: number },
  phrase: Phrasebook,
  language: Language,
): Promise<{ items: Attempt[]; total: number }> {
  // 'customer' stands for every kind of task about customers, as in the log.
  const kinds = sql`${syncAttempt.kind} in (select kind from sync_kind where split_part(kind, '.', 1) = ${filter.kind})`
  const where = and(kinds, eq(syncAttempt.subject, filter.subject))
  const rows = await db
    .select()
    .from(syncAttempt)
    .where(where)
    .orderBy(desc(syncAttempt.startedAt), desc(syncAttempt.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const [total] = await db.select({ count: count() }).from(syncAttempt).where(where)
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      number: row.number,
      startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      outcome: (row.outcome ?? 'running') as Attempt['outcome'],
      failureKind: row.failureKind,
      text: row.sentence ? phrase(row.sentence, language) : '',
      exchange: row.exchange,
    })),
    total: total?.count ?? 0,
  }
}
