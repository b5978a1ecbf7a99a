import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject, aTag, aTagGroup } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'
import { done } from '../../test/invoicing-office.ts'
import { findConnection } from './connection.ts'

let t: DialogTest
beforeEach(async () => {
  t = await startDialog()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const change = (version: number, fields: object = {}) =>
  t.admin.put('/integrations/uniconta', { ...credentials, companyId, ...fields, version })

async function aGroup(objectKind: string, name: string): Promise<string> {
  return (await done(t.admin.post('/tag-groups', aTagGroup({ name, objectKind, rule: 'exactly-one' } as object)))).id
}

/** What turns Export invoices on, with a category that the sandbox has. */
async function exporting(fields: object = {}) {
  const groupId = await aGroup('project', 'Category')
  await done(t.admin.post('/tags', aTag({ groupId, name: 'On account', code: '90' })))
  return { exportInvoices: true, projectCategoryTagGroupId: groupId, ...fields }
}

async function anOffice() {
  await done(t.admin.post('/accounting/standard-set', { country: 'DK' }))
  const customer = await done(t.admin.post('/customers', aCustomer({ registrationNumber: '12345674' })))
  const project = await done(t.admin.post('/projects', aProject({ customerId: customer.id })))
  return async () => {
    const draft = await done(t.admin.post('/drafts', { projectId: project.id }))
    const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: draft.version }
    const { version } = await done(t.admin.post(`/drafts/${draft.id}/lines`, line))
    return done(t.admin.post(`/invoices/${draft.id}/finalize`, { version }))
  }
}
const sync = async (invoice: { id: string }) => (await t.admin.get(`/invoices/${invoice.id}`)).body.sync
const facts = async () => (await findConnection(t.db, t.uniconta.box))?.facts

test('UC-37: the project tag group is required only when Export invoices is on, also without a department', async () => {
  expect((await t.save({ exportInvoices: true })).body.fields).toMatchObject([
    { path: 'projectCategoryTagGroupId', message: 'Choose the tag group.' },
  ])
  const customers = await aGroup('customer', 'Customer group')
  const wrong = await t.save({ exportInvoices: true, projectCategoryTagGroupId: customers })
  expect(wrong.body.fields).toMatchObject([{ path: 'projectCategoryTagGroupId' }])
  expect(await t.save(await exporting())).toMatchObject({ status: 201, body: { exportInvoices: true } })
})

test('UC-54: a new integration does not include the department, and waits half an hour for an unclear answer', async () => {
  expect((await t.save()).body).toMatchObject({
    exportInvoices: false,
    invoiceDepartment: 'none',
    postingWaitMinutes: 30,
    numberLeavesWhenSettled: true,
  })
})

test('UC-54 UC-66: each tag choice asks for a tag group of its own kind, and only with a dimension', async () => {
  const wish = await exporting()
  for (const [invoiceDepartment, path, kind] of [
    ['invoice-tag-group', 'invoiceDepartmentInvoiceTagGroupId', 'invoice'],
    ['project-tag-group', 'invoiceDepartmentProjectTagGroupId', 'project'],
  ] as const) {
    const missing = await t.save({ ...wish, invoiceDepartment, departmentDimension: 1 })
    expect(missing.body.fields).toMatchObject([{ path, message: 'Choose the tag group.' }])
    const other = await aGroup(kind === 'invoice' ? 'project' : 'invoice', `Not for ${kind}`)
    const wrong = await t.save({ ...wish, invoiceDepartment, departmentDimension: 1, [path]: other })
    expect(wrong.body.fields).toMatchObject([{ path, message: expect.stringContaining('not for this kind') }])
  }
  const invoiceDepartmentInvoiceTagGroupId = await aGroup('invoice', 'Departments')
  const kept = { invoiceDepartment: 'project-tag-group', invoiceDepartmentInvoiceTagGroupId }
  expect((await t.save({ ...wish, ...kept })).body).toMatchObject({ ...kept, departmentDimension: null })
})

test('a tag group that the export of invoices names cannot be deleted', async () => {
  const wish = await exporting()
  await t.save(wish)
  const { body: group } = await t.admin.get(`/tag-groups/${wish.projectCategoryTagGroupId}`)
  for (const { id, version } of group.tags) await t.admin.delete(`/tags/${id}?version=${version}`)
  const { status, body } = await t.admin.delete(`/tag-groups/${group.id}?version=${group.version}`)
  expect([status, body.detail]).toEqual([409, expect.stringContaining('integration uses this tag group')])
})

test('the wait after an unclear answer is between five minutes and a day', async () => {
  for (const postingWaitMinutes of [4, 1441, 7.5])
    expect((await t.save({ postingWaitMinutes })).body.fields).toMatchObject([{ path: 'postingWaitMinutes' }])
  expect((await t.save({ postingWaitMinutes: 1440 })).body.postingWaitMinutes).toEqual(1440)
})

test('UC-40: invoices wait to be posted while Export invoices is on, and are noted as not sent while it is off', async () => {
  const bill = await anOffice()
  const wish = await exporting()
  const { body } = await t.save()
  expect(await sync(await bill())).toMatchObject({ state: 'off', text: 'Not sent: export of invoices is off.' })
  await done(change(body.version, wish))
  const waiting = await bill()
  expect(await sync(waiting)).toMatchObject({ state: 'waiting' })
  await done(change(body.version + 1))
  expect(await sync(waiting)).toMatchObject({ state: 'off', text: 'Not sent: export of invoices is off.' })
  await done(change(body.version + 2, { ...wish, enabled: false }))
  expect(await sync(await bill())).toMatchObject({ state: 'off', text: expect.stringContaining('switched off') })
})

test('the first number covered is our next when the switch is first on: older documents stay, those since go when it is on again', async () => {
  const bill = await anOffice()
  const wish = await exporting()
  const { body } = await t.save({ ...wish, enabled: false })
  expect((await facts())?.coversFrom).toEqual(null)
  const older = await bill()
  await done(change(body.version, wish))
  expect((await facts())?.coversFrom).toEqual({ serial: 1002, number: '1002' })
  const covered = await bill()
  await done(change(body.version + 1))
  const meanwhile = await bill()
  await done(change(body.version + 2, wish))
  expect((await facts())?.coversFrom).toEqual({ serial: 1002, number: '1002' })
  expect(await Promise.all([older, covered, meanwhile].map(sync))).toMatchObject([
    { state: 'off', text: 'Not sent: Akkord posts invoices from number 1002 on, and 1001 is older.', actions: [] },
    { state: 'waiting' },
    { state: 'waiting' },
  ])
})

test('UC-64: a document that waits is not posted in another company, whose series goes on from our next number', async () => {
  const bill = await anOffice()
  const wish = await exporting()
  const { body } = await t.save(wish)
  const waiting = await bill()
  await done(change(body.version, { ...wish, companyId: 12_346 }))
  expect(await sync(waiting)).toMatchObject({ state: 'off', text: expect.stringContaining('another company') })
  expect((await facts())?.coversFrom).toEqual({ serial: 1002, number: '1002' })
  await done(change(body.version + 1, { ...wish, companyId: 12_346, notes: 'Saved again' }))
  expect(await sync(waiting)).toMatchObject({ state: 'off' })
})

test('UC-36: the project categories that an invoice may carry become tags, their type in the name', async () => {
  const fetchCategories = (tagGroupId: string | null = null) =>
    t.admin.post('/integrations/uniconta/fetch-categories', { ...credentials, companyId, tagGroupId })
  const first = (await fetchCategories()).body
  expect(first).toMatchObject({ created: 2, existing: 0 })
  const { body: group } = await t.admin.get(`/tag-groups/${first.tagGroupId}`)
  expect(group).toMatchObject({ name: 'Project category', objectKind: 'project', rule: 'exactly-one' })
  expect(group.tags.map((tag: { name: string; code: string }) => `${tag.code} ${tag.name}`).sort()).toEqual([
    '10 Omsætning · Revenue',
    '90 Aconto fra Akkord · On account invoicing',
  ])
  t.sandbox.put(companyId, 'PrCategoryClient', { Number: '95', Name: 'Rater', CatType: 'On account invoicing' })
  expect((await fetchCategories()).body).toEqual({ tagGroupId: first.tagGroupId, created: 1, existing: 2 })
  const { body: customers } = await t.admin.post('/tag-groups', aTagGroup())
  expect((await fetchCategories(customers.id)).status).toEqual(400)
})

test('UC-36: a company without a category for invoices is told so, and no tag group is made', async () => {
  for (const { Number: number } of t.sandbox.rows(companyId, 'PrCategoryClient'))
    if (number === '10' || number === '90') t.sandbox.remove(companyId, 'PrCategoryClient', String(number))
  const wish = { ...credentials, companyId, tagGroupId: null }
  const { body } = await t.admin.post('/integrations/uniconta/fetch-categories', wish)
  expect(body.detail).toContain('No project category that an invoice may carry')
  expect((await t.admin.get('/tag-groups')).body.items).toEqual([])
})

test('UC-94: a user who may not read what posting needs cannot be saved with Export invoices on', async () => {
  const wish = await exporting()
  for (const { Number: number } of t.sandbox.rows(companyId, 'PrCategoryClient'))
    t.sandbox.remove(companyId, 'PrCategoryClient', String(number))
  const { status, body } = await t.save(wish)
  expect([status, body.detail]).toEqual([400, expect.stringContaining('No project category, order or invoice')])
  expect(t.sandbox.calls().filter((call) => call.applied)).toEqual([])
})
