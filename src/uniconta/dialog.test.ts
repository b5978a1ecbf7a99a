import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'

let t: DialogTest
beforeEach(async () => {
  t = await startDialog()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const companies = (change: object = {}) =>
  t.admin.post('/integrations/uniconta/companies', { ...credentials, ...change })

test('UC-60: Uniconta is offered by search, and is led to the one that exists', async () => {
  expect((await t.admin.get('/integration-types')).body.items).toMatchObject([
    { type: 'uniconta', name: 'Uniconta', existingId: null },
  ])
  const { body } = await t.save()
  expect((await t.admin.get('/integration-types')).body.items[0].existingId).toEqual(body.id)
  const second = await t.save()
  expect(second).toMatchObject({
    status: 409,
    body: { detail: 'There is one Uniconta integration already. Change that one.' },
  })
})

test('UC-64: Fetch companies lists what the typed user may open, before anything is saved', async () => {
  expect(await companies()).toMatchObject({
    status: 200,
    body: {
      items: [
        { id: 12_345, name: 'Nordlys Rådgivning ApS (prøve)', currency: 'DKK', deactivated: false },
        { id: 12_346, name: 'Sydvind Byg ApS (prøve)', currency: 'DKK', deactivated: false },
      ],
    },
  })
  expect((await t.admin.get('/integrations')).body.items).toEqual([])
})

test('UC-64: a user who sees one company gets one', async () => {
  t.sandbox.setSwitches({ companyList: 'current' })
  expect((await companies()).body.items).toMatchObject([{ id: 12_345 }])
})

test('UC-64: a company that is deactivated there is marked', async () => {
  t.sandbox.put(12_346, 'CompanyClient', { RowId: 12_346, Deactive: true })
  expect((await companies()).body.items).toMatchObject([{ deactivated: false }, { id: 12_346, deactivated: true }])
})

test('UC-64: a wrong password is a sentence and no list', async () => {
  for (const badPassword of ['200-string', '401', '400'] as const) {
    t.sandbox.setSwitches({ badPassword })
    const answer = await companies({ password: 'wrong' })
    expect(answer.status).toEqual(400)
    expect(answer.body.detail).toContain('Uniconta refused the name or password of user akkord-server.')
  }
})

test('UC-64: no password typed and none stored asks for one, without a call', async () => {
  expect((await companies({ password: '' })).body.detail).toEqual('Write the password.')
  expect(t.sandbox.calls()).toEqual([])
})

test('UC-64: an empty list is asked for once more, and an empty answer twice is an empty list', async () => {
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'CompanyClient' } })
  expect((await companies()).body.items).toHaveLength(2)
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'CompanyClient' }, times: 2 })
  expect(await companies()).toMatchObject({ status: 200, body: { items: [] } })
})

test('UC-64: an answer that is no list is a sentence', async () => {
  t.sandbox.order({ kind: 'wrong-shape', match: { entity: 'CompanyClient' } })
  expect(await companies()).toMatchObject({ status: 400 })
})

test('UC-64: a user who is let in only with a company is told to write its number', async () => {
  t.sandbox.setSwitches({ apiKey: 'needed-for-plain-names' })
  expect((await companies()).body.detail).toContain('only together with a company')
  expect((await companies({ companyId })).body.items).toHaveLength(2)
})

test('UC-64: a changed form may fetch with the stored password', async () => {
  await t.save()
  expect((await companies({ password: '' })).body.items).toHaveLength(2)
})

test('UC-64: the stored company that is gone stays in the form, and a save says that it is gone', async () => {
  const { body } = await t.save()
  t.sandbox.remove(12_345, 'CompanyClient', 12_345)
  t.sandbox.put(12_345, 'CompanyClient', { RowId: 12_345, Deactive: true })
  t.pass(3_600_000)
  const stored = (await t.admin.get('/integrations/uniconta')).body
  expect(stored).toMatchObject({ companyId, companyName: 'Nordlys Rådgivning ApS (prøve)' })
  const { status, body: problem } = await t.admin.put('/integrations/uniconta', {
    ...credentials,
    companyId,
    version: body.version,
  })
  expect(status).toEqual(400)
  expect(problem.detail).toContain('User and password are right, but company 12345 cannot be opened.')
})

test('UC-65 UC-66: the dimensions of a company come with name and number', async () => {
  const { body } = await t.admin.post('/integrations/uniconta/dimensions', { ...credentials, companyId })
  expect(body.dimensions).toEqual([
    { number: 1, name: 'Afdeling' },
    { number: 2, name: 'Bærer' },
  ])
})

test('UC-65: only the dimensions in use are offered', async () => {
  t.sandbox.put(companyId, 'CompanyClient', { RowId: companyId, NDimensions: 1 })
  const { body } = await t.admin.post('/integrations/uniconta/dimensions', { ...credentials, companyId })
  expect(body.dimensions).toEqual([{ number: 1, name: 'Afdeling' }])
})

test('UC-65: the department is not activated unless one is chosen', async () => {
  expect((await t.save()).body.departmentDimension).toEqual(null)
})

test('only an administrator may fetch and save, economy may look', async () => {
  await t.save()
  const economy = await t.as('economy')
  expect((await economy.get('/integrations/uniconta')).status).toEqual(200)
  expect((await economy.post('/integrations/uniconta/companies', credentials)).status).toEqual(403)
  const employee = await t.as('employee')
  expect((await employee.get('/integrations/uniconta')).status).toEqual(403)
})

test('the calls of the dialog are counted against the free ones', async () => {
  await companies()
  await t.save()
  const [row] = (await t.admin.get('/integrations')).body.items
  expect(row).toMatchObject({ callsFree: 5_000, callsToday: t.sandbox.calls().length })
})

test('UC-15: fetching the groups from a dialog that was left makes no second tag group', async () => {
  const wish = { ...credentials, companyId, tagGroupId: null }
  const first = await t.admin.post('/integrations/uniconta/fetch-groups', wish)
  expect(first.body).toMatchObject({ created: 5, existing: 0 })
  expect((await t.admin.post('/integrations/uniconta/fetch-groups', wish)).body).toEqual({
    tagGroupId: first.body.tagGroupId,
    created: 0,
    existing: 5,
  })
})

test('UC-97: the log is narrowed by several levels and kinds at once', async () => {
  await t.save()
  const total = async (query: string) => (await t.admin.get(`/log?${query}`)).body.total
  expect(await total('kind=integration')).toEqual(1)
  expect(await total('kind=integration&kind=customer&level=info&level=error')).toEqual(1)
  expect(await total('kind=customer&kind=project')).toEqual(0)
  expect(await total('level=warning&level=error')).toEqual(0)
})

test('UC-06: Check set-up sees what was mended there since the session began', async () => {
  const { groupId } = await t.aCustomerGroup('Groenland')
  await t.save({ exportCustomers: true, customerGroupTagGroupId: groupId })
  const groups = async () => {
    const { body } = await t.admin.post('/integrations/uniconta/check', {})
    return body.checks.find((check: { key: string }) => check.key === 'groups').state
  }
  expect(await groups()).toEqual('error')
  t.sandbox.put(companyId, 'DebtorGroupClient', { Group: 'Groenland', Name: 'Grønland' })
  expect(await groups()).toEqual('ok')
})
