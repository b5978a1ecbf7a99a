import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '../../test/builders.ts'
import { type DialogTest, startDialog } from '../../test/dialog.ts'
import { startMailServer, type TestMailServer } from '../../test/mail-server.ts'
import { emailOf } from '../../test/sign-in.ts'
import { mail } from '../notifications/notification-table.ts'
import { leaveLane, takeLane } from '../sync/lane.ts'
import { runNextTask } from '../sync/run-task.ts'
import { findUserByEmail } from '../users/user-store.ts'
import { gatheredNotice } from './notice-table.ts'

const minute = 60_000
const karla = 'karla@accounts.test'

let server: TestMailServer
let t: DialogTest
let groupId: string
let tagId: string
beforeEach(async () => {
  server = await startMailServer()
  await begin({ mail: server.settings, publicUrl: 'http://akkord.test/' })
})
afterEach(async () => {
  await t.close()
  await server.close()
  expect(t.faults).toEqual([])
})

async function begin(options: Parameters<typeof startDialog>[0]) {
  t = await startDialog(options)
  ;({ groupId, tagId } = await t.aCustomerGroup('Indland', 'none'))
}

const connect = async (fields: object = {}) => {
  const wish = { exportCustomers: true, customerGroupTagGroupId: groupId, notifyEmails: [karla], ...fields }
  const { status, body } = await t.save(wish)
  expect(status).toEqual(201)
  await t.run()
  return body
}
const idOf = async (role: 'administrator' | 'economy') => {
  await t.as(role)
  return (await findUserByEmail(t.db, emailOf(role)))?.id as string
}
/** Without a tag of the customer group it cannot be sent. */
const addUnsendable = async (name = 'Hansen A/S') => (await t.admin.post('/customers', aCustomer({ name }))).body
const addGood = async (name = 'Jensen A/S') =>
  (await t.admin.post('/customers', aCustomer({ name, tagIds: [tagId] }))).body
const bell = async (role: 'administrator' | 'economy' = 'administrator') =>
  (await (await t.as(role)).get('/notifications')).body.items as { text: string; link: string; repeats: number }[]
const log = async (query = '') => (await t.admin.get(`/log?${query}`)).body.items as { text: string; level: string }[]

/** Trouble is told when it lasts: at the third try. */
async function runIntoLastingTrouble(): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await t.run()
    t.pass(6_000)
  }
}

async function runLane(name: string, most = Number.POSITIVE_INFINITY): Promise<void> {
  const plan = t.plans.find((candidate) => candidate.name === name)
  const hold = plan && (await takeLane(t.db, name, t.now()))
  if (!plan || !hold) throw new Error(`The lane ${name} cannot be taken.`)
  for (let left = most; left > 0 && (await runNextTask(t.engine, plan, hold)); left--);
  await leaveLane(t.db, hold, t.now())
  t.pass(1)
}

test('UC-91: a mail has the sentence, the record and the link, as text and as HTML', async () => {
  await connect()
  const { id, number } = await addUnsendable('<b>Søn & "Co"</b>')
  await t.run()
  expect(server.received.map((one) => one.to)).toEqual([karla])
  const [{ text, html } = { text: '', html: '' }] = server.received
  expect(text).toContain(`10:30 ${number} <b>Søn & "Co"</b>: This customer has no tag of the group Customer group`)
  expect(text).toContain(`\nhttp://akkord.test/customers/${id}\n`)
  expect(text).toContain('at Akkord A/S.')
  expect(html).toContain(`${number} &lt;b&gt;Søn &amp; &quot;Co&quot;&lt;/b&gt;: This customer has no tag`)
  expect(html).toContain(`<a href="http://akkord.test/customers/${id}">http://akkord.test/customers/${id}</a>`)
  expect(html).not.toContain('<b>')
})

test('UC-91: where nobody told the address of the application, a mail says in words where to find it', async () => {
  await t.close()
  await begin({ mail: server.settings })
  await connect()
  const { id, number } = await addUnsendable()
  await t.run()
  expect(server.received[0]?.text).toContain(`\nYou find it in Akkord under Customers: ${number} Hansen A/S.`)
  expect(server.received[0]?.subject).toEqual(`Uniconta: ${number} Hansen A/S`)
  expect(server.received[0]?.text).not.toContain(id)
  expect(server.received[0]?.html).not.toContain('href')
})

test('UC-91: a name with line breaks and an address makes no link of its own', async () => {
  await connect()
  await addUnsendable()
  await t.db.execute(sql`update sync_task set label = ${'1 Hansen\n\nhttps://evil.test'} where kind = 'customer.push'`)
  await t.run()
  expect(server.received[0]?.text).toContain('10:30 1 Hansen https://evil.test: This customer')
  expect(server.received[0]?.html).not.toContain('href="https://evil.test')
})

test('UC-90 UC-91: chosen users get bell and mail, addresses the mail, others nothing', async () => {
  await connect({ notifyUserIds: [await idOf('economy')] })
  const { id, number } = await addUnsendable()
  await t.run()
  expect(server.received.map((one) => one.to).sort()).toEqual([emailOf('economy'), karla].sort())
  expect(await bell('economy')).toMatchObject([
    {
      ...{ label: `${number} Hansen A/S`, text: expect.stringContaining('has no tag of the group') },
      ...{ link: `/customers/${id}`, repeats: 0 },
    },
  ])
  expect(await bell()).toEqual([])
})

test('UC-90: a chosen user who wants no mails of integrations gets the bell, and the addresses their mail', async () => {
  await connect({ notifyUserIds: [await idOf('economy')] })
  const economy = await t.as('economy')
  await economy.put('/notification-settings', { items: [{ kind: 'integration', bell: true, mail: false }] })
  await addUnsendable()
  await t.run()
  expect(server.received.map((one) => one.to)).toEqual([karla])
  expect(await bell('economy')).toHaveLength(1)
})

test('UC-91: an address that is also a chosen user gets one mail', async () => {
  await connect({ notifyUserIds: [await idOf('economy')], notifyEmails: [emailOf('economy').toUpperCase()] })
  await addUnsendable()
  await t.run()
  expect(server.received).toHaveLength(1)
})

const levels = [
  ['errors', ['no tag of the group']],
  ['errors-and-warnings', ['could not be reached', 'no tag of the group']],
  ['everything', ['was saved', 'In Uniconta as debtor', 'could not be reached', 'no tag of the group']],
] as const
for (const [notifyLevel, parts] of levels)
  test(`UC-90: at the level ${notifyLevel} that much is told, by bell and mail`, async () => {
    await connect({ notifyLevel, notifyUserIds: [await idOf('administrator')] })
    await addGood()
    await t.run()
    await t.server.stopListening()
    expect((await t.admin.post('/integrations/uniconta/check')).status).toEqual(400)
    await t.server.listenAgain()
    await addUnsendable()
    await t.run()
    t.pass(15 * minute)
    await t.run()
    const texts = (await bell()).map((one) => one.text)
    expect(texts).toHaveLength(parts.length)
    const mailed = server.received.filter((one) => one.to === karla).map((one) => one.text)
    for (const part of parts) {
      expect(texts.join('\n')).toContain(part)
      expect(mailed.join('\n')).toContain(part)
    }
  })

test('UC-90: errors and warnings are told unless another level is chosen', async () => {
  expect((await connect()).notifyLevel).toEqual('errors-and-warnings')
})

test('UC-92: the first of a kind is mailed at once, its repeats in one mail after a quarter of an hour', async () => {
  await connect({ notifyUserIds: [await idOf('administrator')], notifyEmails: [] })
  await addUnsendable('One')
  await t.run()
  expect(server.received).toHaveLength(1)
  for (const name of ['Two', 'Three']) {
    t.pass(5 * minute)
    await addUnsendable(name)
    await t.run()
  }
  expect(server.received).toHaveLength(1)
  t.pass(5 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
  expect(server.received[1]).toMatchObject({ subject: 'Uniconta: 2 messages' })
  expect(server.received[1]?.text).toMatch(/10:35 \d+ Two: [\s\S]*10:40 \d+ Three: /)
  expect(await bell()).toMatchObject([{ repeats: 2 }])
  t.pass(60 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
})

test('UC-92: another kind within the quarter goes at once and leaves the repeats to their time', async () => {
  await connect()
  await addUnsendable('One')
  await t.run()
  await addUnsendable('Two')
  await addGood('Three')
  await t.server.stopListening()
  await runIntoLastingTrouble()
  await t.server.listenAgain()
  expect(server.received).toHaveLength(2)
  expect(server.received[1]?.text).toContain('could not be reached')
  expect(server.received[1]?.text).not.toContain('Two')
})

test('UC-92: a repeat that is logged while the first mail is made does not go at once', async () => {
  await connect()
  await addUnsendable('One')
  await runLane('uniconta')
  const plan = t.plans.find(({ name }) => name === 'notices')
  const hold = await takeLane(t.db, 'notices', t.now())
  if (!plan || !hold) throw new Error('The lane of notices cannot be taken.')
  let isFirst = true
  const handlers = plan.handlers.map((handler) => ({
    ...handler,
    async run(context: Parameters<typeof handler.run>[0]) {
      const outcome = await handler.run(context)
      if (isFirst) {
        isFirst = false
        await addUnsendable('Two')
        await runLane('uniconta')
      }
      return outcome
    },
  }))
  while (await runNextTask(t.engine, { ...plan, handlers }, hold));
  await leaveLane(t.db, hold, t.now())
  await t.run()
  expect(isFirst).toEqual(false)
  expect(server.received).toHaveLength(1)
  t.pass(15 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
  expect(server.received[1]?.text).toContain('Two')
})

test('UC-92: an outage is one mail, and one says that it is over and how many records went', async () => {
  await connect({ notifyUserIds: [await idOf('administrator')] })
  await t.server.stopListening()
  for (const name of ['One', 'Two', 'Three']) await addGood(name)
  for (let quarter = 0; quarter < 6; quarter++) {
    await t.run()
    t.pass(15 * minute)
  }
  const toKarla = () => server.received.filter((one) => one.to === karla)
  expect(toKarla()).toHaveLength(1)
  await t.server.listenAgain()
  await t.run()
  expect(toKarla()).toHaveLength(2)
  expect(toKarla()[1]?.subject).toEqual('Uniconta has answered again since 12:00. 3 records went since then.')
  expect(toKarla()[1]?.text).toContain(
    'Uniconta has answered again since 12:00. 3 records went since then.\nhttp://akkord.test/logs',
  )
  expect((await bell()).map((one) => one.text)).toEqual([
    'Uniconta has answered again since 12:00. 3 records went since then.',
    expect.stringContaining('could not be reached'),
  ])
  expect((await log('kind=lane')).map((line) => line.text)).toEqual([
    'Uniconta answers again. 2 waiting changes go now.',
  ])
})

test('UC-92: what is over at the next try or the one after it stands in the log, and tells nobody', async () => {
  await connect({ notifyUserIds: [await idOf('administrator')] })
  await t.server.stopListening()
  await addGood('Refused at the door')
  for (const again of [1_000, 6_000]) {
    await t.run()
    t.pass(again)
  }
  await t.server.listenAgain()
  await t.run()
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/Insert/DebtorClient' }, times: 1 })
  await addGood('Answer lost')
  for (const again of [1_000, 15 * minute]) {
    await t.run()
    t.pass(again)
  }
  await t.run()
  expect((await log()).map(({ level, text }) => `${level}: ${text}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^error: Uniconta could not be reached/),
      expect.stringMatching(/^info: Uniconta answers again/),
      expect.stringMatching(/^warning: .*no answer came/),
    ]),
  )
  expect([server.received, await bell()]).toEqual([[], []])
})

test('UC-92: an answer that stays lost is told like an outage that lasts', async () => {
  await connect({ notifyUserIds: [await idOf('administrator')] })
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Crud/Insert/DebtorClient' }, times: null })
  const { id } = await addGood()
  await t.run()
  expect(await bell()).toEqual([])
  await runIntoLastingTrouble()
  expect(await bell()).toMatchObject([{ link: `/customers/${id}`, repeats: 0 }])
})

test('UC-92: the news that it works again waits until what had waited has gone', async () => {
  await connect()
  await t.server.stopListening()
  for (const name of ['One', 'Two', 'Three']) await addGood(name)
  await runIntoLastingTrouble()
  await t.server.listenAgain()
  t.pass(minute)
  await runLane('uniconta', 1)
  await runLane('notices')
  await runLane('mail')
  expect(server.received).toHaveLength(1)
  await runLane('uniconta')
  t.pass(minute)
  await runLane('notices')
  await runLane('mail')
  expect(server.received).toHaveLength(2)
  expect(server.received[1]?.text).toContain('3 records went since then.')
})

test('UC-92: the bell says that it works again also while the mail server is away', async () => {
  await connect({ notifyUserIds: [await idOf('administrator')] })
  await server.goAway()
  await t.server.stopListening()
  await addGood()
  await runIntoLastingTrouble()
  await t.server.listenAgain()
  t.pass(minute)
  await t.run()
  expect((await bell()).map((one) => one.text)).toContainEqual(expect.stringContaining('One record went since then.'))
  await server.comeBack()
})

test('UC-92: a recovery after which nothing waits counts nothing', async () => {
  await connect()
  await t.server.stopListening()
  await addGood()
  await runIntoLastingTrouble()
  await t.server.listenAgain()
  t.pass(minute)
  await t.run()
  expect((await log('kind=lane')).map((line) => line.text)).toEqual(['Uniconta answers again.'])
  expect(server.received[1]?.text).toContain('One record went since then.')
})

test('UC-92: a connection that comes and goes fills no mailbox', async () => {
  await connect()
  for (let time = 0; time < 10; time++) {
    await t.server.stopListening()
    await addGood(`Customer ${time}`)
    await runIntoLastingTrouble()
    await t.server.listenAgain()
    t.pass(minute)
    await t.run()
  }
  expect(server.received.length).toBeLessThanOrEqual(3)
  t.pass(15 * minute)
  await t.run()
  expect(server.received.at(-1)?.text).toMatch(/could not be reached[\s\S]*has answered again/)
  expect(await t.db.select().from(gatheredNotice)).toEqual([])
})

test('without a mail server nothing piles up, the log says so once, and the bell rings', async () => {
  await t.close()
  await begin({ mail: undefined })
  await connect({ notifyUserIds: [await idOf('administrator')] })
  for (const name of ['One', 'Two', 'Three']) await addUnsendable(name)
  await t.run()
  expect(await t.db.select().from(mail)).toEqual([])
  expect(await t.db.select().from(gatheredNotice)).toEqual([])
  const said = (await log()).filter((line) => line.text.includes('no mail server is set'))
  expect(said).toMatchObject([{ level: 'warning' }])
  expect(await bell()).toMatchObject([{ repeats: 2 }])
})

test('without a mail server the bell still says that it works again', async () => {
  await t.close()
  await begin({ mail: undefined })
  await connect({ notifyUserIds: [await idOf('administrator')], notifyEmails: [] })
  await t.server.stopListening()
  await addGood()
  await runIntoLastingTrouble()
  await t.server.listenAgain()
  t.pass(minute)
  await t.run()
  expect((await bell()).map((one) => one.text)).toContainEqual(expect.stringContaining('One record went since then.'))
})

test('a refused recipient is said in the log, tried once, and keeps no other mail waiting', async () => {
  server.refuse('gone@accounts.test')
  await connect({ notifyEmails: ['gone@accounts.test', karla] })
  await addUnsendable()
  await t.run()
  expect(server.received.map((one) => one.to)).toEqual([karla])
  const [line] = await log('kind=mail')
  expect(line).toMatchObject({ level: 'error' })
  expect(line?.text).toContain('refused the mail to gone@accounts.test (550 No such user here)')
  expect(line?.text).toContain('This mail is not sent again.')
  t.pass(48 * 60 * minute)
  await t.run()
  expect(server.named.filter((one) => one === 'gone@accounts.test')).toHaveLength(1)
})

test('a recipient whose mail is put off gets it when the server takes it, and keeps no other mail waiting', async () => {
  server.refuse('full@accounts.test', 452)
  await connect({ notifyEmails: ['full@accounts.test', karla] })
  await addUnsendable()
  await t.run()
  expect(server.received.map((one) => one.to)).toEqual([karla])
  expect(await log('kind=mail')).toEqual([])
  server.takeAgain('full@accounts.test')
  t.pass(10 * minute)
  await t.run()
  expect(server.received.map((one) => one.to)).toEqual([karla, 'full@accounts.test'])
})

test('a recipient whose mail is put off for a day is given up, and the log says so', async () => {
  server.refuse('full@accounts.test', 452)
  await connect({ notifyEmails: ['full@accounts.test'] })
  await addUnsendable()
  for (let hour = 0; hour < 27; hour++) {
    await t.run()
    t.pass(60 * minute)
  }
  expect(await log('kind=mail')).toMatchObject([
    { level: 'error', text: expect.stringContaining('refused the mail to full@accounts.test (452 No such user here)') },
  ])
  const tries = server.named.length
  t.pass(60 * minute)
  await t.run()
  expect(server.named).toHaveLength(tries)
})

test('a mail server that is away for an hour loses no mail and gets each once', async () => {
  await connect({ notifyEmails: [karla, 'kim@accounts.test'] })
  await server.goAway()
  await addUnsendable()
  for (let minutes = 0; minutes < 60; minutes += 5) {
    await t.run()
    t.pass(5 * minute)
  }
  const lane = (await t.admin.get('/sync/status')).body.lanes.find((one: { lane: string }) => one.lane === 'mail')
  expect(lane).toMatchObject({
    state: 'trouble',
    text: expect.stringMatching(
      /^The mail server does not answer \(.*\)\. No answer since 10:30, 2 wait, nothing is lost/,
    ),
  })
  await server.comeBack()
  t.pass(15 * minute)
  await t.run()
  expect(server.received.map((one) => one.to).sort()).toEqual([karla, 'kim@accounts.test'])
  t.pass(60 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
})

test('a process that dies between the answer of the mail server and its note sends that mail twice, marked as one', async () => {
  await connect()
  await addUnsendable()
  server.onceBeforeAnswer(() =>
    t.db.execute(
      sql`update sync_lane set token = 'of nobody', lease_until = ${t.now().toISOString()} where name = 'mail'`,
    ),
  )
  await t.run()
  expect(server.received).toHaveLength(2)
  expect(server.received[1]?.messageId).toEqual(server.received[0]?.messageId)
  t.pass(60 * minute)
  await t.run()
  expect(server.received).toHaveLength(2)
})

test('what the task of the digest says is true', async () => {
  await connect()
  await addUnsendable()
  await t.run()
  const { rows } = await t.db.execute<{ sentence: { key: string; values: object } }>(
    sql`select sentence from sync_task where kind = 'notice.digest'`,
  )
  expect(rows.map((row) => t.phrase(row.sentence as never))).toEqual(['Handed over one mail.'])
})
