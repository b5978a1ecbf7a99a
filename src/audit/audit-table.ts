import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../lib/columns.ts'
import type { AuditEntry } from './audit.ts'

/** Append-only: a trigger refuses UPDATE and DELETE. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: uuid().primaryKey(),
    at: instant('at').notNull(),
    actor: text().notNull(),
    actorKind: text('actor_kind').$type<AuditEntry['actorKind']>().notNull(),
    actorId: text('actor_id').notNull(),
    kind: text().$type<AuditEntry['kind']>().notNull(),
    subject: text().notNull(),
    action: text().$type<AuditEntry['action']>().notNull(),
    changes: jsonb().$type<AuditEntry['changes']>().notNull(),
  },
  (t) => [index('audit_entry_subject').on(t.kind, t.subject, t.at), index('audit_entry_at').on(t.at)],
)
