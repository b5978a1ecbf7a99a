import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/app.ts'
import { type DialogTest, startDialog } from '../../test/dialog.ts'
import { startMailServer, type TestMailServer } from '../../test/mail-server.ts'
import { emailOf } from '../../test/sign-in.ts'
import { inTransaction } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { NoticeKind } from './notification.ts'
import { notifyUsers } from './notification-store.ts'
import { notificationTexts } from './notification-texts.ts'

const say = sayFrom(notificationTexts)
const minute = 60_000
let server: TestMailServer
let t: DialogTest
let economy: Client
let economyId: string
beforeEach(async () => {
  server = await startMailServer()
  await begin({ mail: server.settings, publicUrl: 'http://akkord.test' })
})
afterEach(async () => {
  await t.close()
  await server.close()
  expect(t.faults).toEqual([])
})

async function begin(options: Parameters<typeof startDialog>[0]) {
  t = await startDialog(options)
  economy = await t.as('economy')
  economyId = (await economy.get('/me')).body.id
}

const choose = async (kind: NoticeKind, choice: { bell: boolean; mail: boolean }) => {
  const { status } = await economy.put('/notification-settings', { items: [{ kind, ...choice }] })
  expect(status).toEqual(200)
}
const tell = (to: string, kind: NoticeKind = 'hours-alert', more: { once?: boolean } = {}) =>
  inTransaction(t.db, (tx) =>
    notifyUsers(
      tx,
      {
        ...{ userIds: [economyId], kind, level: 'warning', link: '/projects/7', topic: 'seven' },
        sentence: say('mail.sent', { to }),
        ...more,
      },
      t.now(),
    ),
  )
const bell = async (query = '') => (await economy.get(`/notifications?${query}`)).body
const textOf = (to: string) => `The mail to ${to} was handed to the mail server.`

test('UC-90: until somebody chooses, all stands under the bell and what an integration reports is mailed as well', async () => {
  const { body } = await economy.get('/notification-settings')
  expect(body).toMatchObject({ email: emailOf('economy'), mailsGo: true })
  expect(body.items).toHaveLength(7)
  for (const item of body.items) expect(item).toMatchObject({ bell: true, mail: item.kind === 'integration' })
})

test('each person chooses for himself, kind by kind, and a kind that is not named stays', async () => {
  await choose('hours-alert', { bell: false, mail: true })
  await choose('sent-back', { bell: false, mail: false })
  const items = (await economy.get('/notification-settings')).body.items
  expect(items).toContainEqual({ kind: 'hours-alert', bell: false, mail: true })
  expect(items).toContainEqual({ kind: 'sent-back', bell: false, mail: false })
  expect(items).toContainEqual({ kind: 'drafts-to-approve', bell: true, mail: false })
  const others = (await t.admin.get('/notification-settings')).body.items
  expect(others).toContainEqual({ kind: 'hours-alert', bell: true, mail: false })
  const wrong = [{ kind: 'weather', bell: true, mail: true }, { kind: 'hours-alert' }]
  for (const item of wrong) expect((await economy.put('/notification-settings', { items: [item] })).status).toEqual(400)
  expect((await t.nobody.get('/notification-settings')).status).toEqual(401)
})

test('UC-90: what an integration reports never leaves the bell of whom it names', async () => {
  await choose('integration', { bell: false, mail: false })
  expect((await economy.get('/notification-settings')).body.items).toContainEqual({
    ...{ kind: 'integration', bell: true, mail: false },
  })
  await tell('a', 'integration')
  await t.run()
  expect((await bell()).items).toHaveLength(1)
  expect(server.received).toEqual([])
})

test('an API key is nobody, and is told so', async () => {
  const expiresOn = '2027-01-01'
  const { body } = await t.admin.post('/api-keys', { name: 'Report', role: 'economy', expiresOn })
  const answer = await t.withKey(body.key).get('/notification-settings')
  expect(answer.status).toEqual(403)
  expect(answer.body.detail).toContain('An API key is nobody')
})

test('what is chosen by mail comes with the sentence and the link, once at once, its repeats in one mail after a quarter', async () => {
  await choose('hours-alert', { bell: true, mail: true })
  await tell('one')
  await t.run()
  expect(server.received).toMatchObject([{ to: emailOf('economy'), subject: `Akkord A/S: ${textOf('one')}` }])
  expect(server.received[0]?.text).toContain(`10:30 ${textOf('one')}\nhttp://akkord.test/projects/7\n`)
  expect(server.received[0]?.text).toContain('My pages > Notifications > Settings')
  expect(server.received[0]?.html).toContain('<a href="http://akkord.test/projects/7">')
  for (const to of ['two', 'three']) {
    t.pass(5 * minute)
    await tell(to)
    await t.run()
  }
  expect(server.received).toHaveLength(1)
  t.pass(5 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
  expect(server.received[1]?.text).toContain(textOf('three'))
  t.pass(60 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
  expect(await bell()).toMatchObject({ unread: 1, items: [{ text: textOf('three'), repeats: 2 }] })
})

test('what was read under the bell is not mailed any more', async () => {
  await choose('hours-alert', { bell: true, mail: true })
  await tell('one')
  await t.run()
  t.pass(minute)
  await tell('two')
  await economy.post('/notifications/read', { all: true })
  t.pass(15 * minute)
  await t.run()
  expect(server.received).toHaveLength(1)
})

test('what is chosen by mail alone stands under no bell, and comes again after it was mailed', async () => {
  await choose('hours-alert', { bell: false, mail: true })
  await tell('one')
  await t.run()
  t.pass(20 * minute)
  await tell('two')
  await t.run()
  expect(server.received.map(({ text }) => /to (\w+) was/.exec(text)?.[1])).toEqual(['one', 'two'])
  expect(await bell()).toMatchObject({ items: [], total: 0, unread: 0 })
})

test('work that waits is mailed once a day, also while nobody reads the bell', async () => {
  await choose('hours-to-approve', { bell: true, mail: true })
  for (let hour = 0; hour < 30; hour++) {
    await tell('wait', 'hours-to-approve', { once: true })
    await t.run()
    t.pass(60 * minute)
  }
  expect(server.received).toHaveLength(2)
  expect(await bell()).toMatchObject({ total: 1, items: [{ repeats: 0 }] })
})

test('who chose neither bell nor mail is not told', async () => {
  await choose('hours-alert', { bell: false, mail: false })
  await tell('one')
  await t.run()
  expect(await bell()).toMatchObject({ total: 0 })
  expect(server.received).toEqual([])
})

test('where no mail server is set, what was chosen by mail alone stands under the bell', async () => {
  await t.close()
  await begin({ mail: undefined })
  expect((await economy.get('/notification-settings')).body.mailsGo).toEqual(false)
  await choose('hours-alert', { bell: false, mail: true })
  await tell('one')
  await t.run()
  expect(await bell()).toMatchObject({ unread: 1, items: [{ text: textOf('one') }] })
})

test('the list is narrowed by kind and to what is not read', async () => {
  await tell('one')
  await economy.post('/notifications/read', { all: true })
  await tell('two', 'sent-back')
  expect((await bell('unread=true')).items).toMatchObject([{ text: textOf('two'), kind: 'sent-back' }])
  expect((await bell('kind=hours-alert')).items).toMatchObject([{ text: textOf('one') }])
  expect((await bell('kind=hours-alert&kind=sent-back')).total).toEqual(2)
  expect(await bell('kind=hours-alert&unread=true')).toMatchObject({ total: 0, unread: 1 })
  expect((await economy.get('/notifications?kind=weather')).status).toEqual(400)
})
