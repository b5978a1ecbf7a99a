import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { inTransaction } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers } from './notification-store.ts'
import { notificationTexts } from './notification-texts.ts'

const say = sayFrom(notificationTexts)
let app: TestApp
let economy: Client
let employee: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
  employee = await app.as('employee')
})

const idOf = async (client: Client): Promise<string> => (await client.get('/me')).body.id
const textOf = (to: string) => `The mail to ${to} was handed to the mail server.`

/** A notice for each of these, a second apart; the text names it. */
async function notify(readers: readonly Client[], ...names: string[]): Promise<void> {
  const userIds = await Promise.all(readers.map(idOf))
  for (const name of names) {
    app.setNow(new Date(app.now().getTime() + 1_000))
    const notice = {
      userIds,
      kind: 'integration',
      level: 'warning',
      sentence: say('mail.sent', { to: name }),
      topic: name,
    } as const
    await inTransaction(app.db, (tx) => notifyUsers(tx, notice, app.now()))
  }
}

test('everybody sees the own notifications only, newest first, and how many are unread', async () => {
  await notify([economy, employee], 'both')
  await notify([economy], 'economy')
  expect((await economy.get('/notifications')).body).toMatchObject({
    items: [
      { text: textOf('economy'), level: 'warning', repeats: 0, readAt: null },
      { text: textOf('both'), at: '2026-11-23T09:30:01.000Z' },
    ],
    total: 2,
    unread: 2,
  })
  expect((await employee.get('/notifications')).body).toMatchObject({ items: [{ text: textOf('both') }], total: 1 })
  expect((await (await app.as('administrator')).get('/notifications')).body).toMatchObject({ items: [], unread: 0 })
  expect((await economy.get('/me')).body.unread).toEqual(2)
})

test('marking as read is for the own ones, by id or all, and keeps the time of the first reading', async () => {
  await notify([economy, employee], 'one', 'two', 'three')
  const own = (await economy.get('/notifications')).body.items
  const foreign = (await employee.get('/notifications')).body.items
  app.setNow('2026-11-23T10:00:00Z')
  const ids = [own[0].id, foreign[0].id, '01930000-0000-7000-8000-00000000000f']
  expect((await economy.post('/notifications/read', { ids })).body).toEqual({ unread: 2 })
  expect((await employee.get('/notifications')).body.unread).toEqual(3)
  app.setNow('2026-11-23T11:00:00Z')
  expect((await economy.post('/notifications/read', { all: true })).body).toEqual({ unread: 0 })
  expect((await economy.get('/notifications')).body.items.map((item: { readAt: string }) => item.readAt)).toEqual([
    '2026-11-23T10:00:00.000Z',
    '2026-11-23T11:00:00.000Z',
    '2026-11-23T11:00:00.000Z',
  ])
  expect((await employee.get('/notifications')).body.unread).toEqual(3)
})

test('the same again while it is unread is counted and comes to the top; once it is read, it is a new one', async () => {
  await notify([economy], 'outage', 'other', 'outage')
  const { items } = (await economy.get('/notifications')).body
  expect(items).toMatchObject([
    { text: textOf('outage'), repeats: 1, at: '2026-11-23T09:30:03.000Z' },
    { text: textOf('other'), repeats: 0 },
  ])
  await economy.post('/notifications/read', { ids: [items[0].id] })
  await notify([economy], 'outage')
  expect((await economy.get('/notifications')).body).toMatchObject({ items: [{ repeats: 0 }, {}, {}], unread: 2 })
})

test('pages hold each notification once, and say how many there are of all', async () => {
  await notify([employee], 'a', 'b', 'c', 'd', 'e')
  await notify([economy], 'not theirs')
  const pages = [1, 2, 3, 4].map(async (page) => (await employee.get(`/notifications?page=${page}&size=2`)).body)
  const [first, second, third, fourth] = await Promise.all(pages)
  const texts = [first, second, third].flatMap(({ items }) => items.map(({ text }: { text: string }) => text))
  expect(texts).toEqual(['e', 'd', 'c', 'b', 'a'].map(textOf))
  expect(fourth).toEqual({ items: [], total: 5, page: 4, size: 2, unread: 5 })
  for (const query of ['page=0', 'size=0', 'size=201', 'page=x', 'user=1'])
    expect((await employee.get(`/notifications?${query}`)).status, query).toEqual(400)
})

test('nobody without a session has notifications', async () => {
  expect((await app.nobody.get('/notifications')).status).toEqual(401)
  expect((await app.nobody.post('/notifications/read', { all: true })).status).toEqual(401)
})
