import { z } from 'zod'
import { logLevels } from '../sync/log-entry.ts'

export const Notification = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    level: z.enum(logLevels),
    text: z.string(),
    /** How many further times the same happened, gathered into this one. */
    repeats: z.number().int(),
    /** Path in the web application, e.g. /customers/0193… */
    link: z.string().nullable(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.infer<typeof Notification>

/** What a mail may bring. */
export type MailedKind = 'invoice'
