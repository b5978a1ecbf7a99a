// Company > Logs, Send again and the state of the connections, through the door.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '../../test/builders.ts'
import { credentials, type DialogTest, startDialog } from '../../test/dialog.ts'

const minute = 60_000
const path = '/integrations/uniconta'

let t: DialogTest
let groupId: string
let tagId: string
beforeEach(async () => {
  t = await startDialog()
  ;({ groupId, tagId } = await t.aCustomerGroup('Indland', 'none'))
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

type Line = { id: string; at: string; level: string; kind: string; subject: string; label: string; text: string }
const connect = async () => (await t.save({ exportCustomers: true, customerGroupTagGroupId: groupId })).body
const log = async (query = ''): Promise<{ items: (Line & { attemptId: string })[]; total: number }> => {
  const { status, body } = await t.admin.get(`/log?${query}`)
  expect(status).toEqual(200)
  return body
}
const labels = async (query: string) => (await log(query)).items.map((line) => line.label)
const add = async (name: string, fields: object = { tagIds: [tagId] }) =>
  (await t.admin.post('/customers', aCustomer({ name, ...fields }))).body

/** Four minutes: the save of the integration, a customer that went, one that could not, and a check in vain. */
async function someHistory() {
  await connect()
  t.pass(minute)
  const good = await add('Hansen A/S')
  await t.run()
  t.pass(minute)
  const bad = await add('Ærø 50%_Byg', {})
  await t.run()
  t.pass(minute)
  await t.server.stopListening()
  await t.admin.post(`${path}/check`)
  await t.server.listenAgain()
  return { good, bad }
}

test('UC-97: transfers that went and that did not stand in the log, newest first, with their level', async () => {
  const { good, bad } = await someHistory()
  expect((await log()).items).toMatchObject(
    [
      { level: 'warning', kind: 'integration', text: expect.stringContaining('could not be reached') },
      { level: 'error', kind: 'customer', label: `${bad.number} Ærø 50%_Byg`, text: expect.stringContaining('no tag') },
      { level: 'info', kind: 'customer', label: `${good.number} Hansen A/S`, text: /In Uniconta as debtor/ },
      { level: 'info', kind: 'integration', text: expect.stringContaining('was saved') },
    ].map((line) => (line.text instanceof RegExp ? { ...line, text: expect.stringMatching(line.text) } : line)),
  )
})

test('UC-97: the log is narrowed by level, kind, system, record and time', async () => {
  const { good, bad } = await someHistory()
  const [check, failure, success, save] = (await log()).items
  const ids = async (query: string) => (await log(query)).items.map((line) => line.id)
  expect(await ids('level=error')).toEqual([failure?.id])
  expect(await ids('level=error&level=warning')).toEqual([check?.id, failure?.id])
  expect(await ids('kind=customer')).toEqual([failure?.id, success?.id])
  expect(await ids('kind=customer&level=info')).toEqual([success?.id])
  expect(await ids('system=Uniconta')).toHaveLength(4)
  expect(await ids('system=Nothing')).toEqual([])
  expect(await ids(`kind=customer&subject=${good.id}`)).toEqual([success?.id])
  expect(await ids(`subject=${bad.id}`)).toEqual([failure?.id])
  expect(await ids(`from=${failure?.at}`)).toEqual([check?.id, failure?.id])
  expect(await ids(`to=${failure?.at}`)).toEqual([success?.id, save?.id])
  expect((await t.admin.get('/log?level=loud')).body.fields).toMatchObject([{ path: 'level' }])
})

test('UC-97: the log is searched by number, name and what the sentence names, whatever the case', async () => {
  const { good, bad } = await someHistory()
  expect(await labels('search=hansen')).toEqual([`${good.number} Hansen A/S`])
  expect(await labels(`search=${bad.number}`)).toEqual([`${bad.number} Ærø 50%_Byg`])
  expect(await labels(`search=${encodeURIComponent('æRØ')}`)).toHaveLength(1)
  expect(await labels(`search=${encodeURIComponent('CUSTOMER group')}`)).toEqual([`${bad.number} Ærø 50%_Byg`])
  expect(await labels(`search=${encodeURIComponent('50%_b')}`)).toHaveLength(1)
  expect(await labels(`search=${encodeURIComponent('%')}`)).toHaveLength(1)
})

test('UC-97: the pages of the log hold every line once', async () => {
  await connect()
  for (let count = 0; count < 6; count++) await add(`Customer ${count}`)
  await t.run()
  const pages = [await log('size=3&page=1'), await log('size=3&page=2'), await log('size=3&page=3')]
  expect(pages.map((page) => [page.items.length, page.total])).toEqual([
    [3, 7],
    [3, 7],
    [1, 7],
  ])
  expect(pages.flatMap((page) => page.items)).toEqual((await log('size=100')).items)
})

test('UC-97: a line leads to its record and to the calls behind it', async () => {
  const { good } = await someHistory()
  const [line] = (await log(`subject=${good.id}`)).items
  expect((await t.admin.get(`/customers/${line?.subject}`)).body.name).toEqual('Hansen A/S')
  const attempts = (await t.admin.get(`/attempts?kind=${line?.kind}&subject=${line?.subject}`)).body.items
  expect(attempts).toMatchObject([{ id: line?.attemptId, outcome: 'done', text: line?.text }])
  expect(attempts[0].exchange.map((call: { path: string }) => call.path)).toContainEqual(
    expect.stringContaining('/Crud/Insert/DebtorClient'),
  )
})

test('UC-97: a Check set-up that fails outright stands in the log with its reason, at the integration', async () => {
  const { id } = await connect()
  await t.server.stopListening()
  const answer = await t.admin.post(`${path}/check`)
  await t.server.listenAgain()
  expect(answer.status).toEqual(400)
  expect((await log('level=warning')).items).toMatchObject([
    { kind: 'integration', subject: id, text: answer.body.detail },
  ])
})

test('Send again names what does not go by number and name, and the true reason', async () => {
  const { version } = await connect()
  const { id, number } = await add('Hansen A/S')
  await t.run()
  const off = { ...credentials, companyId: 12_345, exportCustomers: false, customerGroupTagGroupId: groupId, version }
  expect((await t.admin.put(path, off)).status).toEqual(200)
  const unknown = '01930000-0000-7000-8000-00000000dead'
  const { body } = await t.admin.post('/sync/send-again', { kind: 'customer', ids: [id, id, unknown] })
  expect(body).toEqual({
    queued: 0,
    refused: [
      { id, text: `${number} Hansen A/S: Not sent: export of customers is off.` },
      { id: unknown, text: 'This record is not known here, so there is nothing to send.' },
    ],
  })
})

test('Send again with many records sends each once', async () => {
  await connect()
  const one = await add('One', {})
  const two = await add('Two', {})
  await t.run()
  const { body } = await t.admin.post('/sync/send-again', { kind: 'customer', ids: [one.id, two.id, one.id] })
  expect(body).toEqual({ queued: 2, refused: [] })
  await t.run()
  expect((await log('level=error')).total).toEqual(4)
})

const status = async () =>
  (await t.admin.get('/sync/status')).body.lanes.find((lane: { lane: string }) => lane.lane === 'uniconta')

test('an outage says since when, how many wait, and that nothing is lost, by the clock of the company', async () => {
  await connect()
  await t.run()
  t.pass(12 * minute)
  await t.server.stopListening()
  for (let count = 0; count < 17; count++) await add(`Customer ${count}`)
  await t.run()
  expect((await status()).text).toMatch(
    /^Uniconta could not be reached at 127\.0\.0\.1:\d+\. No answer since 10:42, 17 wait, nothing is lost, it goes by itself\.$/,
  )
  expect((await t.admin.get('/integrations')).body.items[0].text).toEqual((await status()).text)
  const { body: company } = await t.admin.get('/company')
  await t.admin.put('/company', { ...company, timeZone: 'America/New_York' })
  expect((await status()).text).toContain('No answer since 04:42, 17 wait')
  t.pass(24 * 60 * minute)
  expect((await status()).text).toContain('No answer since 2026-11-23 04:42, 17 wait')
  await t.server.listenAgain()
  await t.run()
  expect(await status()).toMatchObject({ state: 'idle', text: 'Everything is sent.' })
})

test('an outage with one waiting record, and one with none, read well', async () => {
  await connect()
  await t.server.stopListening()
  const customer = await add('Hansen A/S')
  await t.run()
  expect((await status()).text).toContain('No answer since 10:30, one waits, nothing is lost, it goes by itself.')
  await t.admin.delete(`/customers/${customer.id}`)
  await t.db.execute(sql`update sync_task set state = 'done' where kind = 'customer.push'`)
  expect((await status()).text).toContain('No answer since 10:30, nothing waits, it is tried again by itself.')
  await t.server.listenAgain()
})

test('a refused password says since when and how many wait, and nothing twice', async () => {
  await connect()
  await t.run()
  t.sandbox.setSwitches({ badPassword: '401' })
  await t.db.execute(sql`update integration set settings = settings || '{"userName": "nobody"}'`)
  await add('Hansen A/S')
  await t.run()
  expect((await status()).text).toMatch(
    /^Uniconta refused the name or password of user nobody\. Nothing was lost: .*Integrations\. Since 10:30, one waits\.$/,
  )
})
