import { z } from 'zod'
import { logLevels } from '../sync/log-entry.ts'

/** What people are told of; each decides for himself which of it comes by bell and which by mail. */
export const noticeKinds = [
  'integration',
  'hours-to-approve',
  'expenses-to-approve',
  'drafts-to-approve',
  'invoices-to-export',
  'hours-alert',
  'sent-back',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const NoticeChoice = z.strictObject({ kind: z.enum(noticeKinds), bell: z.boolean(), mail: z.boolean() })
export type NoticeChoice = z.infer<typeof NoticeChoice>

/** Until somebody chooses: everything stands under the bell, and what an integration reports is mailed as well (UC-90). */
export const usualChoice = (kind: NoticeKind): NoticeChoice => ({ kind, bell: true, mail: kind === 'integration' })

/** An administrator named who has to be told of it: it never leaves the bell. */
export const alwaysRings = (kind: NoticeKind): boolean => kind === 'integration'

export const NoticeSettings = z
  .object({
    items: z.array(NoticeChoice),
    /** Where the mails go. */
    email: z.string(),
    /** Without a mail server nothing is mailed, whatever is chosen. */
    mailsGo: z.boolean(),
  })
  .meta({ id: 'NoticeSettings' })
export type NoticeSettings = z.infer<typeof NoticeSettings>

export const Notification = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: z.enum(noticeKinds),
    level: z.enum(logLevels),
    /** The record it is about, where the text does not name it. */
    label: z.string().nullable(),
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
