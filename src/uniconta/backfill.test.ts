import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'

let t: DialogTest
let groupId: string
let tagId: string
beforeEach(async () => {
  await begin()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

async function begin(options: Parameters<typeof startDialog>[0] = {}) {
  t = await startDialog(options)
  ;({ groupId, tagId } = await t.aCustomerGroup())
}

const path = '/integrations/uniconta'
const debtors = () => t.sandbox.rows(companyId, 'DebtorClient')
const projects = () => t.sandbox.rows(companyId, 'ProjectClient')
const connect = (fields: object = {}) =>
  t.save({ exportCustomers: true, customerGroupTagGroupId: groupId, exportProjects: true, ...fields })
const start = async (kind = 'customers', linkSame = false) => {
  const { status, body } = await t.admin.post(`${path}/backfill`, { kind, linkSame })
  expect(status).toEqual(201)
  return body.id as string
}
const look = async (id: string) =>
  (await t.admin.get(`${path}/backfill`)).body.items.find((run: { id: string }) => run.id === id)
const badge = async (id: string) => (await t.admin.get(`/customers/${id}`)).body.sync
const add = async (fields: object = {}) =>
  (await t.admin.post('/customers', aCustomer({ tagIds: [tagId], ...fields }))).body
const change = (customer: Record<string, unknown>, fields: object) => {
  const { number, name, version, tagIds, countryCode, currency } = customer
  return t.admin.put(`/customers/${customer.id}`, { number, name, version, tagIds, countryCode, currency, ...fields })
}
const listCalls = () => t.sandbox.calls().filter((call) => /List\//.test(call.path))

/** As many as an old system has, made without waiting for each. */
async function addMany(count: number): Promise<void> {
  await t.db.execute(sql`
    with made as (
      insert into customer (id, version, created_at, updated_at, number, number_key, number_sort, name, name_sort, search_text,
                            status, relation, country_code, currency, invoice_channel)
      select gen_random_uuid(), 1, now(), now(), n, n, n, 'Customer ' || n, n, n, 'active', 'customer', 'DK', 'DKK', 'email'
        from (select (20000 + i)::text as n from generate_series(1, ${count}::int) i) s
      returning id)
    insert into record_tag (record_kind, record_id, tag_id) select 'customer', id, ${tagId}::uuid from made`)
}

test('UC-10: 2,000 existing customers go by list calls, not one by one, and all are linked', async () => {
  await addMany(2_000)
  await connect()
  t.sandbox.clearCalls()
  const id = await start()
  await t.run()
  expect(debtors()).toHaveLength(2_000)
  expect(await look(id)).toMatchObject({
    state: 'done',
    total: 2_000,
    done: 2_000,
    created: 2_000,
    updated: 0,
    failed: 0,
  })
  expect(listCalls()).toHaveLength(10)
  expect(t.sandbox.calls().length).toBeLessThanOrEqual(25)
  expect((await look(id)).calls).toEqual(t.sandbox.calls().length)
  const { rows } = await t.db.execute(sql`
    select count(*)::int as count from sync_task t join sync_link l on l.subject = t.subject and l.confirmed_at is not null
     where t.kind = 'customer.push' and t.shown = 'transferred' and t.state = 'done'`)
  expect(rows).toEqual([{ count: 2_000 }])
}, 60_000)

test('UC-10: a second run over records that are right writes nothing', async () => {
  await addMany(300)
  await connect()
  await start()
  await t.run()
  t.sandbox.clearCalls()
  const id = await start()
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'done', created: 0, updated: 0, unchanged: 300 })
  expect(t.sandbox.calls().filter((call) => call.applied)).toEqual([])
})

test('UC-11: a run corrects in lists what differs there', async () => {
  await addMany(5)
  await connect()
  await start()
  await t.run()
  for (const row of debtors().slice(0, 3))
    t.sandbox.put(companyId, 'DebtorClient', { Account: row.Account, City: 'Elsewhere' })
  await t.db.execute(sql`update customer set city = 'Aarhus'`)
  t.sandbox.clearCalls()
  const id = await start()
  await t.run()
  expect(new Set(debtors().map((row) => row.City))).toEqual(new Set(['Aarhus']))
  expect(await look(id)).toMatchObject({ updated: 5, failed: 0 })
  expect(listCalls()).toHaveLength(1)
})

test('a run tells its progress, pauses between two batches and goes on where it was', async () => {
  await addMany(600)
  await connect()
  const id = await start()
  expect(await look(id)).toMatchObject({ state: 'running', done: 0, total: 600, text: 'Existing customers: 0 of 600.' })
  await t.run(2)
  expect(await look(id)).toMatchObject({ done: 400, text: 'Existing customers: 400 of 600.' })
  expect((await t.admin.post(`${path}/backfill/${id}/pause`)).body.state).toEqual('paused')
  await t.run()
  expect(await look(id)).toMatchObject({
    state: 'paused',
    done: 400,
    text: 'Existing customers: paused after 400 of 600.',
  })
  expect(debtors()).toHaveLength(400)
  expect((await t.admin.post(`${path}/backfill/${id}/resume`)).body.state).toEqual('running')
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'done', done: 600, created: 600, failed: 0 })
  expect(debtors()).toHaveLength(600)
  expect(listCalls().map((call) => call.status)).toEqual([200, 200, 200])
})

test('a run survives a restart in the middle', async () => {
  await addMany(600)
  await connect()
  const id = await start()
  await t.run(2)
  await t.restart()
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'done', created: 600, failed: 0 })
  expect(debtors()).toHaveLength(600)
})

test('a list whose answer is lost is not sent a second time, nor record by record', async () => {
  await addMany(300)
  await connect()
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/InsertList' } })
  const id = await start()
  await t.run(1)
  await t.restart()
  t.pass(60_000)
  t.sandbox.clearCalls()
  await t.run()
  expect(debtors()).toHaveLength(300)
  expect(await look(id)).toMatchObject({ state: 'done', failed: 0 })
  expect(listCalls()).toHaveLength(1)
  expect(t.sandbox.calls().filter((call) => /Crud\/Insert\//.test(call.path))).toEqual([])
})

test('an outage in the middle makes the run wait, and it goes on by itself', async () => {
  await addMany(600)
  await connect()
  const id = await start()
  await t.run(2)
  t.sandbox.setDown(true)
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'running', done: 400 })
  t.sandbox.setDown(false)
  t.pass(60_000)
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'done', done: 600 })
  expect(debtors()).toHaveLength(600)
})

test('UC-18: what stands there under the same number, unlinked, is offered and not overwritten', async () => {
  await connect()
  const customer = await add()
  t.sandbox.put(companyId, 'DebtorClient', { Account: customer.number, Name: 'Somebody else', Group: 'EU' })
  const id = await start()
  await t.run()
  expect(debtors()).toMatchObject([{ Name: 'Somebody else', Group: 'EU' }])
  expect(await badge(customer.id)).toMatchObject({ state: 'failed', actions: expect.arrayContaining(['link']) })
  expect(await look(id)).toMatchObject({ state: 'done', failed: 1 })
})

test('UC-18: what is the same is linked when the person said so, also when its own push had asked before', async () => {
  await connect()
  const customer = await add({ city: 'Aarhus' })
  t.sandbox.put(companyId, 'DebtorClient', { Account: customer.number, Name: 'Hansen A/S', Group: 'Indland' })
  await t.run()
  expect((await badge(customer.id)).state).toEqual('failed')
  await start('customers', true)
  await t.run()
  expect(debtors()).toMatchObject([{ Name: 'Hansen A/S', City: 'Aarhus' }])
  expect(await badge(customer.id)).toMatchObject({ state: 'transferred', externalKey: customer.number })
})

test('UC-18: a stranger who takes the number during the run is not taken for ours', async () => {
  t.onceBefore('/InsertList/', async () => {
    t.sandbox.put(companyId, 'DebtorClient', { Account: '20002', Name: 'A stranger', Group: 'EU' })
  })
  await addMany(3)
  await connect()
  const id = await start()
  await t.run()
  expect(debtors().find((row) => row.Account === '20002')).toMatchObject({ Name: 'A stranger', Group: 'EU' })
  expect(debtors()).toHaveLength(3)
  expect(await look(id)).toMatchObject({ state: 'done' })
  const { rows } = await t.db.execute(sql`
    select shown, count(*)::int as count from sync_task where kind = 'customer.push' group by shown order by shown`)
  expect(rows).toEqual([
    { shown: 'failed', count: 1 },
    { shown: 'transferred', count: 2 },
  ])
})

for (const ends of ['goes on', 'is restarted before it has looked'] as const)
  test(`UC-18: what a list made without one of its fields is ours, and says what was not kept, when the run ${ends}`, async () => {
    const customer = await add({ currency: 'ISK' })
    await addMany(2)
    await connect()
    const id = await start()
    await t.run(1)
    if (ends !== 'goes on') await t.restart()
    await t.run()
    expect(debtors()).toHaveLength(3)
    expect(await badge(customer.id)).toMatchObject({
      state: 'changed-there',
      externalKey: customer.number,
      text: expect.stringContaining('took the record but shows Currency as'),
      differences: [{ field: 'Currency', here: 'ISK' }],
    })
    expect(await look(id)).toMatchObject({ state: 'done', created: 3, failed: 1 })
  })

test('UC-16: what cannot be sent says why on its record; the others go', async () => {
  await addMany(3)
  await t.db.execute(sql`delete from record_tag where record_id = (select id from customer where number = '20002')`)
  await connect()
  const id = await start()
  await t.run()
  expect(debtors()).toHaveLength(2)
  expect(await look(id)).toMatchObject({ state: 'done', created: 2, failed: 1 })
  const { rows } = await t.db.execute<{ id: string }>(sql`select id from customer where number = '20002'`)
  expect((await badge(rows[0]?.id ?? '')).text).toContain('has no tag of the group Customer group')
})

test('a participant is not sent and says so', async () => {
  const customer = await add({ relation: 'participant' })
  await connect()
  await start()
  await t.run()
  expect(debtors()).toEqual([])
  expect(await badge(customer.id)).toMatchObject({
    state: 'off',
    text: expect.stringContaining('takes part in projects only'),
  })
})

test('a save during a run is not lost, and its record does not say that it is done', async () => {
  await connect()
  const customer = await add()
  await t.run()
  await addMany(1)
  t.onceBefore('/InsertList/', () => change(customer, { name: 'Hansen ApS' }))
  await start()
  await t.run(1)
  expect((await badge(customer.id)).state).toEqual('waiting')
  await t.run()
  expect(debtors().find((row) => row.Account === customer.number)).toMatchObject({ Name: 'Hansen ApS' })
})

test('a customer made during a run is sent too', async () => {
  await addMany(300)
  await connect()
  const id = await start()
  await t.run(1)
  const customer = await add()
  await t.run()
  expect((await badge(customer.id)).state).toEqual('transferred')
  expect(await look(id)).toMatchObject({ state: 'done' })
  expect(debtors()).toHaveLength(301)
})

test('UC-25: a run over projects waits for the one over customers, and sends their projects by lists', async () => {
  const customers = []
  for (const name of ['One', 'Two', 'Three']) customers.push(await add({ name }))
  for (const { id } of customers) await t.admin.post('/projects', aProject({ customerId: id }))
  await connect()
  t.sandbox.clearCalls()
  const first = await start('projects')
  await start('customers')
  await t.run()
  expect(
    projects()
      .map((row) => row.Account)
      .sort(),
  ).toEqual(customers.map((row) => row.number).sort())
  expect(await look(first)).toMatchObject({ state: 'done', failed: 0 })
})

test('one run over a kind at a time', async () => {
  await connect()
  await start()
  expect(await t.admin.post(`${path}/backfill`, { kind: 'customers' })).toMatchObject({
    status: 409,
    body: { detail: 'A run over these records is going on already.' },
  })
})

test('a run over what is not exported, or without an integration, is refused', async () => {
  expect((await t.admin.post(`${path}/backfill`, { kind: 'customers' })).status).toEqual(404)
  await connect({ exportProjects: false })
  expect((await t.admin.post(`${path}/backfill`, { kind: 'projects' })).body.detail).toEqual(
    'Not sent: export of projects is off.',
  )
})

test('switching off pauses a run, and it goes on when it is resumed', async () => {
  await addMany(300)
  const { body } = await connect()
  const id = await start()
  await t.run(1)
  const dialog = { ...credentials, companyId, exportCustomers: true, customerGroupTagGroupId: groupId }
  await t.admin.put(path, { ...dialog, enabled: false, version: body.version })
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'paused', done: 200 })
  expect((await t.admin.post(`${path}/backfill/${id}/resume`)).status).toEqual(409)
  await t.admin.put(path, { ...dialog, version: body.version + 1 })
  await t.admin.post(`${path}/backfill/${id}/resume`)
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'done', done: 300 })
})

test('another company ends a run for ever and begins a new one', async () => {
  await addMany(300)
  const { body } = await connect({ exportProjects: false })
  const id = await start()
  await t.run(1)
  await t.admin.put(path, {
    ...credentials,
    companyId: 12_346,
    exportCustomers: true,
    customerGroupTagGroupId: groupId,
    confirmCompanyChange: true,
    version: body.version,
  })
  await t.run()
  expect(await look(id)).toMatchObject({
    state: 'failed',
    done: 200,
    text: expect.stringContaining('ended after 200 of 300'),
  })
  expect(t.sandbox.rows(12_346, 'DebtorClient')).toHaveLength(300)
  expect(debtors()).toHaveLength(200)
})

test('a run that Uniconta refuses says why, and can be resumed', async () => {
  await begin({ sandbox: { switches: { readWithoutRights: 'refused' } } })
  await addMany(3)
  await connect({ exportCustomers: false })
  await t.db.execute(sql`update integration set settings = settings || '{"userName": "no-projects"}'`)
  const id = await start('projects')
  await t.run()
  expect(await look(id)).toMatchObject({ state: 'failed', text: expect.stringContaining('No rights') })
  await t.db.execute(sql`update integration set settings = settings || '{"userName": "akkord-server"}'`)
  await t.admin.post(`${path}/backfill/${id}/resume`)
  await t.run()
  expect((await look(id)).state).toEqual('done')
})

test('UC-97: a run ends with a line in the log', async () => {
  await addMany(2)
  await connect()
  await start()
  await t.run()
  const { items } = (await t.admin.get('/log?kind=uniconta')).body
  expect(items.map((line: { text: string }) => line.text)).toEqual(['Sent existing customers: 2 made.'])
})

test('a run finds a linked customer that was deleted there, and says so on its record', async () => {
  await connect()
  const customer = await add()
  await add({ name: 'Control' })
  await t.run()
  t.sandbox.remove(companyId, 'DebtorClient', customer.number)
  await start()
  await t.run()
  expect((await badge(customer.id)).state).toEqual('link-broken')
})

test('a run whose list of corrections is refused lets each record be looked at, not believed', async () => {
  await connect()
  const customer = await add()
  await t.run()
  t.sandbox.put(companyId, 'DebtorClient', { Account: customer.number, Name: 'Altered there' })
  t.sandbox.order({ kind: 'status-before', status: 400, match: { path: '/UpdateFieldsModifiedList/' } })
  await start()
  await t.run()
  expect(debtors()).toMatchObject([{ Name: customer.name }])
  expect((await badge(customer.id)).state).toEqual('transferred')
})

test('UC-20: a number that is given while a list is out is not lost', async () => {
  await addMany(2)
  await connect()
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/InsertList' } })
  await start()
  await t.run(1)
  t.sandbox.remove(companyId, 'DebtorClient', '20002')
  const { id } = (await t.admin.get('/customers?search=20001')).body.items[0]
  t.onceBefore('/InsertList/', () =>
    t.admin.post('/sync/renumber', { kind: 'customer', id, number: '30001', version: 1 }),
  )
  t.pass(60_000)
  await t.run()
  expect(await badge(id)).toMatchObject({ state: 'transferred', externalKey: '30001' })
})

test('what a list corrected while it was being linked is not believed to be as it was read', async () => {
  await connect()
  const customer = await add({ city: 'Aarhus' })
  const theirs = { Account: customer.number, Name: customer.name, Group: 'Indland', Country: 57, Currency: 'DKK' }
  t.sandbox.put(companyId, 'DebtorClient', theirs)
  await t.run()
  const id = await start('customers', true)
  await t.run(1)
  expect(debtors()).toMatchObject([{ City: 'Aarhus' }])
  await t.admin.post(`${path}/backfill/${id}/pause`)
  await change(customer, { city: null })
  await t.run()
  expect(debtors()[0]?.City ?? '').toEqual('')
})
