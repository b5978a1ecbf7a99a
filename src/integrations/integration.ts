import { z } from 'zod'
import { optionalText, requiredText, Version } from '../lib/fields.ts'

export const notifyLevels = ['errors', 'errors-and-warnings', 'everything'] as const
export type NotifyLevel = (typeof notifyLevels)[number]

/** The generic part of every integration's dialog. */
export const genericSettings = {
  enabled: z.boolean().default(true),
  notifyUserIds: z.array(z.string().max(64)).max(200).default([]),
  notifyEmails: z.array(z.email().max(200)).max(50).default([]),
  notifyLevel: z.enum(notifyLevels).default('errors-and-warnings'),
  notes: optionalText(10_000),
}

export const IntegrationType = z
  .object({
    type: z.string(),
    name: requiredText(100),
    description: z.string(),
    keywords: z.array(z.string()),
    existingId: z.uuid().nullable(),
  })
  .meta({ id: 'IntegrationType' })

/** A row of Setup > Settings > Integrations. */
export const IntegrationRow = z
  .object({
    id: z.uuid(),
    type: z.string(),
    name: z.string(),
    account: z.string(),
    enabled: z.boolean(),
    version: Version,
    state: z.enum(['off', 'working', 'trouble', 'paused']),
    text: z.string(),
    waiting: z.number().int(),
    failed: z.number().int(),
    callsToday: z.number().int(),
    callsFree: z.number().int(),
  })
  .meta({ id: 'IntegrationRow' })
export type IntegrationRow = z.infer<typeof IntegrationRow>
