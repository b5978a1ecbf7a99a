import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { oneOrMore } from '../lib/fields.ts'
import { type Actor, type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { listChoices, saveChoices } from './notice-choice-store.ts'
import { NoticeChoice, NoticeSettings, Notification, noticeKinds } from './notification.ts'
import { countUnread, listNotifications, markRead } from './notification-store.ts'
import { notificationTexts } from './notification-texts.ts'

const say = sayFrom(notificationTexts)
const tag = 'Notifications'

type NotificationParts = {
  /** Whether a mail server is set. */
  mailsGo: boolean
  findEmail(db: Db, userId: string): Promise<string | undefined>
}

export function mountNotificationRoutes(api: Api, db: Db, now: Clock, parts: NotificationParts): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/notifications',
      permission: 'signed-in',
      tag,
      summary: 'The notifications of whoever asks, newest first',
      query: z.strictObject({
        page: listQuery.page,
        size: listQuery.size,
        kind: oneOrMore(z.enum(noticeKinds)),
        unread: z
          .enum(['true', 'false'])
          .transform((text) => text === 'true')
          .optional(),
      }),
      answer: pageOf(Notification).extend({ unread: z.number().int() }),
    },
    async ({ query, actor, language }) => {
      const found = await listNotifications(db, actor.id, query, { phrase: api.phrase, language })
      return { ...found, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/notifications/read',
      permission: 'signed-in',
      tag,
      summary: 'Marks notifications as read: these, or all',
      body: z.union([
        z.strictObject({ ids: z.array(z.uuid()).min(1).max(1_000) }),
        z.strictObject({ all: z.literal(true) }),
      ]),
      answer: z.object({ unread: z.number().int() }),
    },
    async ({ body, actor }) => {
      await markRead(db, actor.id, 'ids' in body ? body.ids : undefined, now())
      return { unread: await countUnread(db, actor.id) }
    },
  )
  const showSettings = async (actor: Actor): Promise<NoticeSettings> => {
    const email = actor.kind === 'user' ? await parts.findEmail(db, actor.id) : undefined
    if (email === undefined) throw new AppError('forbidden', say('notice.keyHasNone'))
    return { items: await listChoices(db, actor.id), email, mailsGo: parts.mailsGo }
  }
  endpoint(
    api,
    {
      method: 'get',
      path: '/notification-settings',
      permission: 'signed-in',
      tag,
      summary: 'What whoever asks is told of by bell and by mail',
      answer: NoticeSettings,
    },
    ({ actor }) => showSettings(actor),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/notification-settings',
      permission: 'signed-in',
      tag,
      summary: 'Chooses by kind what comes by bell and by mail; a kind that is not named stays as it is',
      body: z.strictObject({ items: z.array(NoticeChoice).min(1).max(50) }),
      answer: NoticeSettings,
    },
    async ({ body, actor }) => {
      await showSettings(actor)
      await inTransaction(db, (tx) => saveChoices(tx, actor.id, body.items))
      return showSettings(actor)
    },
  )
}
