import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { Notification } from './notification.ts'
import { countUnread, listNotifications, markRead } from './notification-store.ts'

const tag = 'Notifications'

export function mountNotificationRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/notifications',
      permission: 'signed-in',
      tag,
      summary: 'The notifications of whoever asks, newest first',
      query: z.strictObject({ page: listQuery.page, size: listQuery.size }),
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
}
