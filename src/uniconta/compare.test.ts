// The nightly look: what it finds, what it says, and that it overwrites nothing by itself.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { companyId, type DialogTest, startDialog } from '../../test/dialog.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueue } from '../sync/enqueue.ts'
import { compareKind, compareSchedule } from './compare.ts'

let t: DialogTest
let exporting: object
let tagId: string
beforeEach(async () => {
  t = await startDialog()
  const group = await t.aCustomerGroup()
  tagId = group.tagId
  exporting = { exportCustomers: true, customerGroupTagGroupId: group.groupId, exportProjects: true }
  await t.save(exporting)
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const add = async (fields: object = {}) =>
  (await t.admin.post('/customers', aCustomer({ name: 'Hansen A/S', tagIds: [tagId], ...fields }))).body
const badge = async (id: string) => (await t.admin.get(`/customers/${id}`)).body.sync
const debtors = () => t.sandbox.rows(companyId, 'DebtorClient')
const changeThere = (row: object) => t.sandbox.put(companyId, 'DebtorClient', row as Record<string, unknown>)
const writes = () => t.sandbox.calls().filter((call) => /^\/crud\//i.test(call.path))

async function compare(): Promise<string> {
  const wish = { kind: compareKind, subject: compareSchedule.subject, label: compareSchedule.label }
  await inTransaction(t.db, (tx) => enqueue(tx, wish, t.now()))
  t.sandbox.clearCalls()
  await t.run()
  const { body } = await t.admin.get('/log?size=50')
  return body.items.find((line: { text: string }) => /^Compared|^Uniconta showed no/.test(line.text))?.text
}

const warnings = async () =>
  (await t.admin.get('/log?level=warning&size=50')).body.items.map((line: { text: string }) => line.text)

async function save(id: string, change: object): Promise<void> {
  const { body } = await t.admin.get(`/customers/${id}`)
  const { sync: _, warnings: __, createdAt: ___, updatedAt: ____, id: _____, ...fields } = body
  expect((await t.admin.put(`/customers/${id}`, { ...fields, ...change })).status).toEqual(200)
}

test('a field altered there is shown on the record with both sides, once in the log, and left as it is', async () => {
  const { id, number } = await add({ city: 'Aarhus' })
  await t.run()
  changeThere({ Account: number, Name: 'Hansen ApS', City: 'Odense' })
  expect(await compare()).toEqual('Compared 1 customers and 0 projects with Uniconta; 1 differ.')
  expect(await badge(id)).toMatchObject({
    state: 'changed-there',
    text: 'Uniconta shows another Name: "Hansen ApS"; here "Hansen A/S". One more field differs.',
    actions: ['put-ours-back'],
    differences: [
      { field: 'Name', here: 'Hansen A/S', there: 'Hansen ApS' },
      { field: 'City', here: 'Aarhus', there: 'Odense' },
    ],
  })
  await compare()
  expect(writes()).toEqual([])
  expect((await badge(id)).state).toEqual('changed-there')
  expect((await warnings()).filter((text: string) => text.startsWith('Uniconta shows another'))).toHaveLength(1)
})

test('putting ours back overwrites it there', async () => {
  const { id, number } = await add()
  await t.run()
  changeThere({ Account: number, Name: 'Hansen ApS' })
  await compare()
  await t.admin.post('/sync/put-ours-back', { kind: 'customer', id })
  await t.run()
  expect(debtors()).toMatchObject([{ Name: 'Hansen A/S' }])
  expect((await badge(id)).state).toEqual('transferred')
})

test('a save of another field does not make it look right: it puts ours back too', async () => {
  const { id, number } = await add()
  await t.run()
  changeThere({ Account: number, Name: 'Hansen ApS' })
  await compare()
  await save(id, { notes: 'Only here' })
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
  expect(debtors()).toMatchObject([{ Name: 'Hansen A/S' }])
})

test('what was set right there by hand is right again after the next night', async () => {
  const { id, number } = await add()
  await t.run()
  changeThere({ Account: number, Name: 'Hansen ApS' })
  await compare()
  changeThere({ Account: number, Name: 'Hansen A/S' })
  await compare()
  expect((await badge(id)).state).toEqual('transferred')
  expect(writes()).toEqual([])
})

test('a customer deleted there is found by night', async () => {
  const { id, number } = await add()
  await add({ name: 'Control' })
  await t.run()
  t.sandbox.remove(companyId, 'DebtorClient', number)
  await compare()
  expect((await badge(id)).state).toEqual('link-broken')
  await compare()
  expect((await warnings()).length + writes().length).toEqual(0)
})

test('UC-04: a number changed there is found by night', async () => {
  const { id, number } = await add()
  await add({ name: 'Control' })
  await t.run()
  t.sandbox.rekey(companyId, 'DebtorClient', number, '999')
  await compare()
  expect((await badge(id)).text).toContain(`The number was changed in Uniconta from ${number} to 999`)
})

test('a project altered there is shown as well', async () => {
  const { id: customerId } = await add()
  const { body: project } = await t.admin.post('/projects', aProject({ customerId, name: 'Havnen' }))
  await t.run()
  t.sandbox.put(companyId, 'ProjectClient', { Number: project.number, EndDate: '2030-01-01' })
  expect(await compare()).toEqual('Compared 1 customers and 1 projects with Uniconta; 1 differ.')
  expect((await t.admin.get(`/projects/${project.id}`)).body.sync).toMatchObject({
    state: 'changed-there',
    differences: [{ field: 'EndDate', here: '', there: '2030-01-01' }],
  })
})

test('an answer without any row proves nothing: no record is touched, and the log says so', async () => {
  const { id } = await add()
  await t.run()
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'DebtorClient' } })
  expect(await compare()).toContain('Uniconta showed no debtors at all, although 1 of ours stand there.')
  expect((await badge(id)).state).toEqual('transferred')
  expect(await compare()).toEqual('Compared 1 customers and 0 projects with Uniconta; none differ.')
})

test('records that are not sent any more are not compared', async () => {
  const { id, number } = await add()
  await t.run()
  await save(id, { relation: 'participant' })
  await t.run()
  changeThere({ Account: number, Name: 'Hansen ApS' })
  await compare()
  expect((await badge(id)).state).toEqual('off')
})

test('a country whose number a debtor there shows is learned, and our customers with it go again', async () => {
  const { id, number } = await add({ countryCode: 'FR' })
  await t.run()
  expect((await badge(id)).text).toContain('The country FR stays here')
  changeThere({ Account: '777', Name: 'Un client', Group: 'Indland', Country: 74, CountryName: 'France' })
  await compare()
  expect(debtors().find((row) => row.Account === number)).toMatchObject({ Country: 74 })
  expect((await badge(id)).text).toEqual(`In Uniconta as debtor ${number}.`)
})

test('many pages are read to their end', async () => {
  t.sandbox.setSwitches({ rowCap: 3 })
  for (let n = 0; n < 8; n++) await add({ name: `Customer ${n}` })
  await t.run()
  expect(await compare()).toEqual('Compared 8 customers and 0 projects with Uniconta; none differ.')
})

test('what was found before the night ended badly is told all the same', async () => {
  const { number } = await add()
  await t.run()
  changeThere({ Account: number, Name: 'Hansen ApS' })
  t.sandbox.order({ kind: 'status-before', match: { path: '/Query/Get/ProjectClient' } })
  await compare()
  t.pass(60_000)
  await t.run()
  expect((await warnings()).filter((text: string) => text.startsWith('Uniconta shows another'))).toHaveLength(1)
})

test('what was learned of one company is not noted for the one that was chosen meanwhile', async () => {
  changeThere({ Account: '777', Name: 'Norsk AS', Group: 'Indland' })
  const other = async () =>
    t.db.execute(sql`update integration set version = version + 1, facts = '{"faxField":"Fax2","countries":{}}'::jsonb`)
  t.onceBefore('/Query/Get/ProjectClient', other)
  await compare()
  const { rows } = await t.db.execute(sql`select facts from integration`)
  expect(rows).toEqual([{ facts: { faxField: 'Fax2', countries: {} } }])
})
