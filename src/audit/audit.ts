import { z } from 'zod'

export const auditedKinds = [
  'customer',
  'contact',
  'project',
  'tag',
  'tag-group',
  'department',
  'user',
  'api-key',
  'company',
  'number-series',
  'integration',
  'activity',
  'project-role',
  'project-members',
  'price-model',
  'co-worker-rates',
  'time-entry',
  'hours-setting',
  'expense',
  'account',
  'vat-code',
  'vat-phrases',
  'payment-term',
  'invoicing',
  'invoice-settings',
  'invoice',
  'payment',
] as const
export type AuditedKind = (typeof auditedKinds)[number]

/** One change: who, when, which fields from what to what. Kept for five years, never altered. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.string(),
    actorKind: z.enum(['user', 'api-key', 'system']),
    kind: z.enum(auditedKinds),
    subject: z.string(),
    action: z.enum(['created', 'changed', 'deleted']),
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
