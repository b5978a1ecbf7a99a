import { and, count, desc, eq, gte, ilike, inArray, lt, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Language, Phrasebook, Sentence } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import type { LogEntry, LogLevel } from './log-entry.ts'
import { syncLog } from './sync-table.ts'

export type LogLine = {
  at: Date
  level: LogLevel
  system: string
  direction: 'out' | 'in' | 'none'
  kind: string
  subject?: string | undefined
  label: string
  sentence: Sentence
  attemptId?: string | undefined
  durationMs?: number | undefined
}

/** Told in the transaction that writes the line, so that a notification is never lost or made up; of trouble once it has lasted. */
export type OnLogged = (tx: Tx, line: LogLine) => Promise<void>

export async function insertLog(tx: Tx, line: LogLine): Promise<void> {
  await tx.insert(syncLog).values({
    id: newId(line.at),
    at: line.at,
    level: line.level,
    system: line.system,
    direction: line.direction,
    kind: line.kind,
    subject: line.subject ?? null,
    label: line.label,
    sentence: line.sentence,
    searchText: `${line.label} ${Object.values(line.sentence.values).join(' ')}`.toLowerCase().slice(0, 2_000),
    attemptId: line.attemptId ?? null,
    durationMs: line.durationMs ?? null,
  })
}

export type LogFilter = {
  level?: LogLevel[] | undefined
  system?: string | undefined
  kind?: string[] | undefined
  subject?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  search?: string | undefined
  page: number
  size: number
}

export async function listLog(
  db: Db,
  filter: LogFilter,
  phrase: Phrasebook,
  language: Language,
): Promise<{ items: LogEntry[]; total: number }> {
  const conditions: (SQL | undefined)[] = [
    filter.level && inArray(syncLog.level, filter.level),
    filter.system ? eq(syncLog.system, filter.system) : undefined,
    filter.kind && inArray(syncLog.kind, filter.kind),
    filter.subject ? eq(syncLog.subject, filter.subject) : undefined,
    filter.from && gte(syncLog.at, filter.from),
    filter.to && lt(syncLog.at, filter.to),
    filter.search
      ? ilike(syncLog.searchText, `%${filter.search.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`)
      : undefined,
  ]
  const where = and(...conditions)
  const rows = await db
    .select()
    .from(syncLog)
    .where(where)
    .orderBy(desc(syncLog.at), desc(syncLog.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const [total] = await db.select({ count: count() }).from(syncLog).where(where)
  return {
    items: rows.map(({ sentence, searchText: _, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      text: phrase(sentence, language),
    })),
    total: total?.count ?? 0,
  }
}
