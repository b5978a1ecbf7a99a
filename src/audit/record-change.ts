import { and, count, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { newId } from '../lib/ids.ts'
import { mendTasks } from '../sync/mend.ts'
import type { AuditEntry, AuditedKind } from './audit.ts'
import { auditEntry } from './audit-table.ts'

/** A record as the history shows it: what people know it by, no keys and no secrets. */
export type AuditView = Readonly<Record<string, unknown>>

export type Change = {
  kind: AuditEntry['kind']
  subject: string
  before: AuditView | null
  /** Null: the record was deleted. */
  after: AuditView | null
}

/** Kinds of records that something may have been refused for by another system. */
const causingKinds: ReadonlySet<AuditedKind> = new Set<AuditedKind>([
  'customer',
  'project',
  'tag',
  'tag-group',
  'department',
  'account',
  'vat-code',
  'payment-term',
  'integration',
])

/**
 * Writes the change into the history, in the transaction that makes it, and lets go again what was refused for that record.
 * Nothing happens when no field differs.
 */
export async function recordChange(tx: Tx, actor: Actor, change: Change, now: Date): Promise<void> {
  await recordChanges(tx, actor, [change], now)
}

/** PostgreSQL takes 65,535 values in a statement; a row has nine. */
const rowsAtOnce = 5_000

/** Many changes, thousands in a statement. */
export async function recordChanges(tx: Tx, actor: Actor, made: readonly Change[], now: Date): Promise<void> {
  const rows = made.flatMap((change) => {
    const changes = changesBetween(change.before, change.after)
    if (changes.length === 0 && change.before && change.after) return []
    return [
      {
        id: newId(now),
        at: now,
        actor: actor.name,
        actorKind: actor.kind,
        actorId: actor.id,
        kind: change.kind,
        subject: change.subject,
        action: change.before === null ? 'created' : change.after === null ? 'deleted' : 'changed',
        changes,
      } as const,
    ]
  })
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await tx.insert(auditEntry).values(rows.slice(start, start + rowsAtOnce))
  const causes = rows.filter(({ kind }) => causingKinds.has(kind))
  await mendTasks(
    tx,
    causes.flatMap(({ kind, subject }) => [kind, `${kind}:${subject}`]),
    now,
  )
}

/** Field by field; an absent field is null, and a field that is null on both sides is left out. */
export function changesBetween(before: AuditView | null, after: AuditView | null): AuditEntry['changes'] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((field) => {
    const from = before?.[field] ?? null
    const to = after?.[field] ?? null
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}

export async function listHistory(
  db: Db,
  filter: { kind?: AuditEntry['kind'] | undefined; subject?: string | undefined; page: number; size: number },
): Promise<{ items: AuditEntry[]; total: number }> {
  const where = and(
    filter.kind && eq(auditEntry.kind, filter.kind),
    filter.subject ? eq(auditEntry.subject, filter.subject) : undefined,
  )
  const rows = await db
    .select()
    .from(auditEntry)
    .where(where)
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const [total] = await db.select({ count: count() }).from(auditEntry).where(where)
  return {
    items: rows.map(({ actorId: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
    total: total?.count ?? 0,
  }
}
