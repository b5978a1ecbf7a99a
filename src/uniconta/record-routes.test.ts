// What a person does about one record, through the door.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { companyId, type DialogTest, startDialog } from '../../test/dialog.ts'

let t: DialogTest
let tagId: string
beforeEach(async () => {
  t = await startDialog()
  const group = await t.aCustomerGroup()
  tagId = group.tagId
  await t.save({ exportCustomers: true, customerGroupTagGroupId: group.groupId, exportProjects: true })
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

type Saved = { id: string; number: string; version: number; sync: { state: string; actions: string[]; text: string } }
const add = async (fields: object = {}): Promise<Saved> =>
  (await t.admin.post('/customers', aCustomer({ tagIds: [tagId], ...fields }))).body
const show = async (id: string): Promise<Saved> => (await t.admin.get(`/customers/${id}`)).body
const badge = async (id: string) => (await show(id)).sync
const debtors = () => t.sandbox.rows(companyId, 'DebtorClient')
const put = (row: object) => t.sandbox.put(companyId, 'DebtorClient', { Group: 'Indland', ...row })

async function save(id: string, change: object): Promise<void> {
  const {
    sync: _,
    warnings: __,
    createdAt: ___,
    updatedAt: ____,
    id: _____,
    ...fields
  } = (await t.admin.get(`/customers/${id}`)).body
  expect((await t.admin.put(`/customers/${id}`, { ...fields, ...change })).status).toEqual(200)
}

test('a debtor that stands there under our number is shown with both sides, linked, and gets our values', async () => {
  put({ Account: '10001', Name: 'Hansen (old books)', City: 'Odense' })
  const { id } = await add({ name: 'Hansen A/S', city: 'Aarhus' })
  await t.run()
  expect((await badge(id)).actions).toContain('link')
  const { body } = await t.admin.get(`/sync/link-candidates?kind=customer&id=${id}`)
  expect(body.items).toMatchObject([{ externalKey: '10001', name: 'Hansen (old books)' }])
  expect(body.items[0].fields).toContainEqual({ field: 'City', here: 'Aarhus', there: 'Odense' })
  await t.admin.post('/sync/link', { kind: 'customer', id, externalKey: '10001' })
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
  expect(debtors()).toMatchObject([{ Account: '10001', Name: 'Hansen A/S', City: 'Aarhus' }])
})

test('a debtor that is linked with another customer here is not offered', async () => {
  await add({ name: 'Hansen A/S' })
  await t.run()
  put({ Account: '10002', Name: 'Hansen (old books)' })
  const second = await add({ name: 'Hansen A/S' })
  await t.run()
  const { body } = await t.admin.get(`/sync/link-candidates?kind=customer&id=${second.id}`)
  expect(body.items.map((item: { externalKey: string }) => item.externalKey)).toEqual(['10002'])
})

test('a debtor under another number is linked, keeps that number, and projects go to it', async () => {
  put({ Account: 'H-77', Name: 'Hansen A/S' })
  const { id } = await add({ name: 'Hansen A/S' })
  await t.admin.post('/sync/link', { kind: 'customer', id, externalKey: 'H-77' })
  await t.admin.post('/projects', aProject({ customerId: id }))
  await t.run()
  expect(await badge(id)).toMatchObject({ state: 'transferred', externalKey: 'H-77' })
  expect(debtors()).toHaveLength(1)
  expect(t.sandbox.rows(companyId, 'ProjectClient')).toMatchObject([{ Account: 'H-77' }])
})

test('one debtor is linked with one customer only', async () => {
  const first = await add()
  const second = await add({ name: 'Jensen A/S' })
  await t.run()
  const answer = await t.admin.post('/sync/link', { kind: 'customer', id: second.id, externalKey: first.number })
  expect(answer.status).toEqual(409)
  expect(answer.body.detail).toEqual(`Debtor ${first.number} in Uniconta is already linked with another record here.`)
})

test('a debtor that is not there cannot be linked', async () => {
  const { id } = await add()
  const answer = await t.admin.post('/sync/link', { kind: 'customer', id, externalKey: 'NOBODY' })
  expect(answer.status).toEqual(400)
  expect(answer.body.detail).toContain('Debtor NOBODY is no longer in Uniconta')
})

test('what was deleted there is created again by a person, not by itself', async () => {
  const { id, number } = await add()
  await add({ name: 'Control' })
  await t.run()
  t.sandbox.remove(companyId, 'DebtorClient', number)
  await save(id, { name: 'Hansen Holding' })
  await t.run()
  expect((await badge(id)).state).toEqual('link-broken')
  await t.admin.post('/sync/create-again', { kind: 'customer', id })
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
  expect(debtors().find((row) => row.Account === number)).toMatchObject({ Name: 'Hansen Holding' })
})

test('what stands there is not created again', async () => {
  const { id, number } = await add()
  await t.run()
  const answer = await t.admin.post('/sync/create-again', { kind: 'customer', id })
  expect(answer.status).toEqual(409)
  expect(answer.body.detail).toEqual(
    `It is not made again, since nothing says that it is gone. In Uniconta as debtor ${number}.`,
  )
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-20: a number that was sent cannot be changed by a save', async () => {
  const { id, number } = await add()
  await t.run()
  const {
    sync: _,
    warnings: __,
    createdAt: ___,
    updatedAt: ____,
    id: _____,
    ...fields
  } = (await t.admin.get(`/customers/${id}`)).body
  const answer = await t.admin.put(`/customers/${id}`, { ...fields, number: '20001' })
  expect(answer.status).toEqual(409)
  expect(answer.body.detail).toContain(number)
})

test('UC-20: an administrator gives another number, and a new debtor appears there; the old one stays', async () => {
  const { id, number, version } = await add()
  await t.admin.post('/projects', aProject({ customerId: id }))
  await t.run()
  const answer = await t.admin.post('/sync/renumber', { kind: 'customer', id, number: '20001', version })
  expect(answer.status).toEqual(200)
  await t.run()
  expect(await show(id)).toMatchObject({ number: '20001', sync: { state: 'transferred', externalKey: '20001' } })
  expect(debtors().map((row) => row.Account)).toEqual([number, '20001'])
  expect(t.sandbox.rows(companyId, 'ProjectClient')).toMatchObject([{ Account: '20001' }])
})

test('UC-20: a project gets another number in the same way', async () => {
  const { id: customerId } = await add()
  const { body: project } = await t.admin.post('/projects', aProject({ customerId }))
  await t.run()
  await t.admin.post('/sync/renumber', { kind: 'project', id: project.id, number: 'P-2', version: project.version })
  await t.run()
  expect(t.sandbox.rows(companyId, 'ProjectClient').map((row) => row.Number)).toEqual([project.number, 'P-2'])
  expect((await t.admin.get(`/projects/${project.id}`)).body).toMatchObject({
    number: 'P-2',
    sync: { state: 'transferred', externalKey: 'P-2' },
  })
})

test('UC-20: a new number that another record is linked with is refused, and nothing is changed', async () => {
  put({ Account: 'H-77', Name: 'Jensen A/S' })
  const { id, number, version } = await add()
  const other = await add({ name: 'Jensen A/S' })
  await t.admin.post('/sync/link', { kind: 'customer', id: other.id, externalKey: 'H-77' })
  await t.run()
  const answer = await t.admin.post('/sync/renumber', { kind: 'customer', id, number: 'H-77', version })
  expect(answer.status).toEqual(409)
  expect(await show(id)).toMatchObject({ number, sync: { state: 'transferred', externalKey: number } })
})

test('UC-20: only an administrator may, and only from the version that he has seen', async () => {
  const { id, version } = await add()
  const wish = { kind: 'customer', id, number: '20001', version }
  expect((await (await t.as('economy')).post('/sync/renumber', wish)).status).toEqual(403)
  expect((await t.admin.post('/sync/renumber', { ...wish, version: version + 1 })).status).toEqual(409)
})

test('UC-20: a number given while the push is out is not lost', async () => {
  const { id, version } = await add()
  await t.run()
  await save(id, { name: 'Hansen Holding' })
  const slow = t.sandbox.order({ kind: 'delay', ms: 300, match: { path: '/Crud/UpdateFieldsModified' } })
  const running = t.run()
  while (slow.struck === 0) await new Promise((done) => setTimeout(done, 5))
  const answer = await t.admin.post('/sync/renumber', { kind: 'customer', id, number: '20001', version: version + 1 })
  expect(answer.status).toEqual(200)
  await running
  await t.run()
  expect(await badge(id)).toMatchObject({ state: 'transferred', externalKey: '20001' })
})

test('UC-20: a number given while a push looks whether it is there is the one that appears', async () => {
  const group = t.sandbox.rows(companyId, 'DebtorGroupClient').find((row) => row.Group === 'Indland')
  t.sandbox.remove(companyId, 'DebtorGroupClient', 'Indland')
  const { id, version } = await add()
  await t.run()
  expect((await badge(id)).state).toEqual('failed')
  t.sandbox.put(companyId, 'DebtorGroupClient', { ...group })
  await t.admin.post('/sync/send-again', { kind: 'customer', ids: [id] })
  t.onceBefore('/Query/Get/DebtorClient', () =>
    t.admin.post('/sync/renumber', { kind: 'customer', id, number: '20001', version }),
  )
  await t.run()
  expect(debtors().map((row) => row.Account)).toEqual(['20001'])
  expect(await badge(id)).toMatchObject({ state: 'transferred', externalKey: '20001' })
})

test('UC-19: a customer that was sent is not deleted here, and never there', async () => {
  const { id, version } = await add()
  await t.run()
  const answer = await t.admin.delete(`/customers/${id}?version=${version}`)
  expect(answer.status).toEqual(409)
  await t.run()
  expect(debtors()).toHaveLength(1)
})

test('UC-17: customers of every status are sent, and Blocked is never set there', async () => {
  for (const status of ['potential', 'active', 'blocked', 'inactive']) await add({ name: status, status })
  await t.run()
  expect(
    debtors()
      .map((row) => row.Name)
      .sort(),
  ).toEqual(['active', 'blocked', 'inactive', 'potential'])
  expect(debtors().some((row) => row.Blocked)).toBe(false)
})
