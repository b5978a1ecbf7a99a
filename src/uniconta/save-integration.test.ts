import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'
import { integration } from '../integrations/integration-table.ts'
import { createSecretBox } from '../lib/secrets.ts'
import { syncAttempt, syncLink } from '../sync/sync-table.ts'
import { secretPlace } from './connection.ts'

let t: DialogTest
beforeEach(async () => {
  t = await startDialog()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const path = '/integrations/uniconta'
const stored = async () => (await t.db.select().from(integration))[0]
const change = (version: number, fields: object = {}) =>
  t.admin.put(path, { ...credentials, password: '', companyId, ...fields, version })
const debtors = () => t.sandbox.rows(companyId, 'DebtorClient')

async function aSentCustomer(fields: object = {}) {
  const { groupId, tagId } = await t.aCustomerGroup()
  const { body: saved } = await t.save({ exportCustomers: true, customerGroupTagGroupId: groupId, ...fields })
  const { body: customer } = await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  await t.run()
  const exporting = { exportCustomers: true, customerGroupTagGroupId: groupId, ...fields }
  return { groupId, tagId, saved, customer, exporting }
}
const badge = async (id: string) => (await t.admin.get(`/customers/${id}`)).body.sync

test('UC-61: user name and company are required, and each missing field is named', async () => {
  const answer = await t.admin.post(path, { userName: ' ', password: 'x' })
  expect(answer.status).toEqual(400)
  expect(answer.body.fields.map((fault: { path: string }) => fault.path).sort()).toEqual(['companyId', 'userName'])
  expect((await t.save({ password: '' })).body.fields).toMatchObject([
    { path: 'password', message: 'Write the password.' },
  ])
})

test('UC-95: a refusal stands at the field that it is about', async () => {
  const fieldOf = async (change: object) => (await t.save(change)).body.fields
  expect(await fieldOf({ password: 'wrong' })).toMatchObject([
    { path: 'password', message: expect.stringContaining('refused the name or password') },
  ])
  expect(await fieldOf({ companyId: 99_999 })).toMatchObject([
    { path: 'companyId', message: expect.stringContaining('company 99999 cannot be opened') },
  ])
})

test('UC-02: a new integration sends nothing until a switch is turned on', async () => {
  expect((await t.save()).body).toMatchObject({ enabled: true, exportCustomers: false, exportProjects: false })
})

test('UC-14: the tag group is required only when Export customers is on', async () => {
  expect((await t.save({ exportCustomers: true })).body.fields).toMatchObject([
    { path: 'customerGroupTagGroupId', message: 'Choose the tag group.' },
  ])
  expect((await t.save()).status).toEqual(201)
})

test('UC-14: the tag group has to be one of customers', async () => {
  const { body: group } = await t.admin.post('/tag-groups', { name: 'Kind', objectKind: 'project', rule: 'none' })
  const answer = await t.save({ exportCustomers: true, customerGroupTagGroupId: group.id })
  expect(answer.body.fields[0].path).toEqual('customerGroupTagGroupId')
})

test('UC-30: the project tag group is required only for the third option, and only with a dimension', async () => {
  const wish = { exportProjects: true, projectDepartment: 'project-tag-group' }
  expect((await t.save({ ...wish, departmentDimension: 1 })).body.fields).toMatchObject([
    { path: 'projectDepartmentTagGroupId' },
  ])
  expect((await t.save(wish)).status).toEqual(201)
})

test('UC-30: a new integration does not include the department', async () => {
  expect((await t.save({ exportProjects: true })).body.projectDepartment).toEqual('none')
})

test('UC-31: hidden values are kept, and not used', async () => {
  const { groupId, tagId } = await t.aCustomerGroup()
  const { body } = await t.save({
    exportCustomers: true,
    customerGroupTagGroupId: groupId,
    exportProjects: true,
    projectDepartment: 'project-department',
    departmentDimension: null,
  })
  expect(body).toMatchObject({ departmentDimension: null, projectDepartment: 'project-department' })
  const { body: customer } = await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  const { body: project } = await t.admin.post('/projects', aProject({ customerId: customer.id }))
  await t.run()
  expect((await t.admin.get(`/projects/${project.id}`)).body.sync.state).toEqual('transferred')
})

test('UC-63: the password comes back from no route, lies sealed in the database, and empty keeps it', async () => {
  const { body } = await t.save()
  const seen = [body, (await t.admin.get(path)).body, (await t.admin.get('/integrations')).body]
  seen.push((await t.admin.get('/history?kind=integration')).body, (await t.admin.get('/log')).body)
  const row = await stored()
  expect(JSON.stringify([seen, row])).not.toContain(credentials.password)
  expect(row?.secrets).not.toEqual('')
  const changed = await change(1, { notes: 'Ask Karla' })
  expect(changed).toMatchObject({ status: 200, body: { notes: 'Ask Karla', version: 2 } })
  expect((await stored())?.secrets).not.toContain(credentials.password)
})

test('UC-63: a new password replaces the old one, and the history tells that it was changed, not to what', async () => {
  await t.save()
  const answer = await change(1, { password: 'another' })
  expect(answer.body.detail).toContain('refused the name or password')
  t.pass(1_000)
  await change(1, { password: credentials.password })
  const [entry] = (await t.admin.get('/history?kind=integration')).body.items
  expect(entry.changes).toContainEqual({ field: 'password', from: null, to: 'changed' })
})

test('UC-63: what waited for a password goes as soon as the right one is saved', async () => {
  const { saved, tagId, exporting } = await aSentCustomer()
  const secrets = createSecretBox('the key of before the restore').seal('{}', secretPlace(saved.id))
  await t.db.update(integration).set({ secrets })
  const { body: customer } = await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  await t.run()
  expect(await badge(customer.id)).toMatchObject({ state: 'waiting' })

  // Sooner than its next try.
  t.pass(1_000)
  await change(saved.version, { ...exporting, password: credentials.password })
  await t.run()
  expect(await badge(customer.id)).toMatchObject({ state: 'transferred' })
})

test('UC-93: notes are stored with the integration', async () => {
  expect((await t.save({ notes: 'The bookkeeper is Karla.' })).body.notes).toEqual('The bookkeeper is Karla.')
})

test('UC-91: an address that is none is refused', async () => {
  expect((await t.save({ notifyEmails: ['karla@example.com', 'karla'] })).body.fields).toMatchObject([
    { path: 'notifyEmails.1' },
  ])
})

test('UC-90: a user who does not exist is refused', async () => {
  expect((await t.save({ notifyUserIds: ['nobody'] })).body.fields).toMatchObject([{ path: 'notifyUserIds.0' }])
})

test('UC-94: every save signs in anew and opens the company, also while a session is still open', async () => {
  await t.save()
  t.sandbox.clearCalls()
  expect((await change(1)).status).toEqual(200)
  const paths = t.sandbox.calls().map((call) => call.path)
  expect(paths.slice(0, 2)).toEqual(['/login', `/Company/ChangeCompany/${companyId}`])
})

const failures = [
  [
    'a wrong password',
    { password: 'wrong' },
    'refused the name or password of user akkord-server. Check both and try again.',
  ],
  ['a wrong name', { userName: 'nobody' }, 'refused the name or password of user nobody'],
  ['a company that is not there', { companyId: 99_999 }, 'company 99999 cannot be opened'],
  ['another reason', { userName: 'blocked' }, 'says UserIsBlocked. The user must be a server user that is not blocked'],
] as const
for (const [reason, typed, sentence] of failures)
  test(`UC-95: ${reason} fails the save with its own sentence, and nothing is stored`, () =>
    expectRefusal(typed, sentence))

test('UC-62 UC-95: a user that is no server user fails the save, and the sentence says which user it takes', () =>
  expectRefusal({ userName: 'person' }, 'The user must be a server user'))

async function expectRefusal(typed: Parameters<typeof t.save>[0], sentence: string): Promise<void> {
  const answer = await t.save(typed)
  expect(answer.status).toEqual(400)
  expect(answer.body.detail).toContain(sentence)
  expect(await stored()).toEqual(undefined)
  expect((await t.admin.get('/log')).body.items).toMatchObject([
    { level: 'warning', kind: 'integration', text: answer.body.detail },
  ])
}

test('UC-95: Uniconta that cannot be reached fails the save, and does not say wrong password', async () => {
  await t.server.stopListening()
  const answer = await t.save()
  await t.server.listenAgain()
  expect(answer.body.detail).toMatch(/^Uniconta could not be reached at 127\.0\.0\.1:\d+\.$/)
  expect(await stored()).toEqual(undefined)
})

test('UC-95: Uniconta that does not answer in time fails the save', async () => {
  await t.close()
  const impatient = (request: Request) => fetch(request, { signal: AbortSignal.timeout(200) })
  t = await startDialog({ fetch: impatient })
  t.sandbox.order({ kind: 'hang-before', match: { path: '/login' } })
  expect((await t.save()).body.detail).toEqual('Uniconta did not answer within 20 seconds.')
})

test('UC-95: an answer that is lost while the right to save is tried asks to try again', async () => {
  const { groupId } = await t.aCustomerGroup()
  t.sandbox.put(companyId, 'DebtorClient', { Account: '1', Name: 'Somebody', Group: 'Indland' })
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/' } })
  const answer = await t.save({ exportCustomers: true, customerGroupTagGroupId: groupId })
  expect(answer.body.detail).toEqual(
    'Uniconta gave no answer that could be understood. Nothing was stored here; try again.',
  )
})

test('UC-95: after a failed save the old configuration goes on', async () => {
  const { tagId } = await aSentCustomer()
  expect((await change(1, { password: 'wrong', enabled: false })).status).toEqual(400)
  expect((await t.admin.get(path)).body).toMatchObject({ version: 1, enabled: true, exportCustomers: true })
  await t.admin.post('/customers', aCustomer({ name: 'Jensen A/S', tagIds: [tagId] }))
  await t.run()
  expect(debtors()).toHaveLength(2)
})

for (const lastErrorText of ['with-field-and-value', 'label'] as const)
  for (const refusalText of ['label', 'name'] as const)
    test(`UC-94: the missing right to make customers is found out without making one (${refusalText}, ${lastErrorText})`, async () => {
      t.sandbox.setSwitches({ lastErrorText, refusalText })
      const { groupId } = await t.aCustomerGroup()
      t.sandbox.put(companyId, 'DebtorClient', { Account: '1', Name: 'Somebody', Group: 'Indland' })
      const wish = { exportCustomers: true, customerGroupTagGroupId: groupId }
      const answer = await t.save({ ...wish, userName: 'limited' })
      expect(answer.body.detail).toContain('User limited may not make a customer in Uniconta.')
      expect(debtors()).toHaveLength(1)
      expect((await t.save(wish)).status).toEqual(201)
      expect(debtors()).toHaveLength(1)
    })

for (const readWithoutRights of ['empty-list', 'refused'] as const)
  test(`UC-94: the missing right to read projects is named (${readWithoutRights})`, async () => {
    t.sandbox.setSwitches({ readWithoutRights })
    const answer = await t.save({ userName: 'no-projects', exportProjects: true })
    expect(answer.body.detail).toContain(
      'No project group could be read in Uniconta: user no-projects may lack the right',
    )
    expect((await t.save({ userName: 'no-projects' })).status).toEqual(201)
  })

test('UC-96: a wrong code of a tag does not fail the save; Check set-up names it', async () => {
  const { groupId } = await t.aCustomerGroup('Nowhere')
  expect((await t.save({ exportCustomers: true, customerGroupTagGroupId: groupId })).status).toEqual(201)
  const { checks } = (await t.admin.post(`${path}/check`)).body
  expect(checks).toContainEqual(
    expect.objectContaining({ key: 'groups', state: 'error', text: expect.stringContaining('Nowhere') }),
  )
})

test('UC-94: Save tells its steps as they happen, and ends with the integration', async () => {
  const { groupId } = await t.aCustomerGroup()
  const lines = await steps({ exportCustomers: true, customerGroupTagGroupId: groupId })
  expect(lines.map((line) => line.integration?.companyId ?? `${line.step} ${line.state}`)).toEqual([
    'signIn running',
    'signIn ok',
    'read running',
    'read ok',
    'write running',
    'write ok',
    'save running',
    'save ok',
    companyId,
  ])
  expect(lines[5]?.text).toContain('there is no record yet')
})

test('UC-95: a failing step says so, and the last line is the problem', async () => {
  const lines = await steps({ password: 'wrong' })
  expect(lines).toMatchObject([
    { step: 'signIn', state: 'running', text: 'Signing in' },
    { step: 'signIn', state: 'failed' },
    { problem: { status: 400 } },
  ])
  expect(await stored()).toEqual(undefined)
})

async function steps(fields: object) {
  const { body } = await t.raw('POST', `/api/v1${path}`, {
    headers: {
      cookie: t.admin.cookie,
      'content-type': 'application/json',
      accept: 'application/x-ndjson',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ ...credentials, companyId, ...fields }),
  })
  return (body as string)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('a stale version is a conflict that shows both, and calls nobody', async () => {
  await t.save()
  await change(1, { notes: 'First' })
  t.sandbox.clearCalls()
  const answer = await change(1, { notes: 'Second' })
  expect(answer).toMatchObject({
    status: 409,
    body: { yours: { notes: 'Second' }, current: { notes: 'First', version: 2 } },
  })
  expect(JSON.stringify(answer.body)).not.toContain('password')
  expect(t.sandbox.calls()).toEqual([])
})

test('UC-64: another company after data was sent has to be confirmed, since all links belong to the old one', async () => {
  const { saved, exporting } = await aSentCustomer()
  t.sandbox.clearCalls()
  const answer = await change(saved.version, { ...exporting, companyId: 12_346 })
  expect(answer.body.fields).toMatchObject([
    { path: 'companyId', message: expect.stringContaining('One record is linked') },
  ])
  expect(t.sandbox.calls()).toEqual([])
  expect((await t.admin.get(path)).body).toMatchObject({ companyId, sentRecords: 1 })
})

test('UC-64: the confirmed new company gets every record as new', async () => {
  const { saved, exporting, customer } = await aSentCustomer()
  await change(saved.version, { ...exporting, companyId: 12_346, confirmCompanyChange: true })
  expect(await badge(customer.id)).toMatchObject({
    state: 'off',
    text: expect.stringContaining('moved to another company'),
  })
  await t.run()
  expect(t.sandbox.rows(12_346, 'DebtorClient')).toMatchObject([{ Account: customer.number, Name: 'Hansen A/S' }])
  expect(debtors()).toHaveLength(1)
  expect(await badge(customer.id)).toMatchObject({ state: 'transferred', externalKey: customer.number })
})

test('UC-64: a push that is under way when another process changes the company leaves no link of the old one', async () => {
  const { saved, exporting, tagId } = await aSentCustomer()
  const { body: customer } = await t.admin.post('/customers', aCustomer({ name: 'Jensen A/S', tagIds: [tagId] }))
  const other = await t.another()
  const moved = { companyId: 12_346, confirmCompanyChange: true }
  t.onceBefore('/Crud/Insert/', async () =>
    other.app.request(`/api/v1${path}`, {
      method: 'PUT',
      headers: { cookie: t.admin.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ ...credentials, ...exporting, ...moved, version: saved.version }),
    }),
  )
  await t.run()
  await t.run()
  expect(t.sandbox.rows(12_346, 'DebtorClient').map((row) => row.Name)).toContain('Jensen A/S')
  expect((await badge(customer.id)).state).toEqual('transferred')
})

test('UC-64: what is sent for the first time while the new company is tried has to be confirmed too', async () => {
  const { groupId, tagId } = await t.aCustomerGroup()
  const exporting = { exportCustomers: true, customerGroupTagGroupId: groupId }
  const saved = (await t.save(exporting)).body
  const { body: customer } = await t.admin.post('/customers', aCustomer({ name: 'Jensen A/S', tagIds: [tagId] }))
  t.onceBefore('/Company/ChangeCompany/12346', () =>
    t.db.execute(sql`
      insert into sync_link (system, kind, subject, external_key, confirmed_at)
      values ('uniconta', 'customer', ${customer.id}, ${customer.number}, now())`),
  )
  const answer = await change(saved.version, { ...exporting, companyId: 12_346 })
  expect(answer.body.fields).toMatchObject([{ path: 'companyId' }])
  expect((await t.admin.get(path)).body).toMatchObject({ companyId, version: saved.version })
})

test('UC-64: a removed integration leaves links and log, and a new one with another company has to be confirmed', async () => {
  const { customer, exporting } = await aSentCustomer()
  expect((await t.admin.delete(path)).status).toEqual(204)
  expect(await t.db.select().from(syncLink)).toHaveLength(1)
  expect((await t.admin.get('/log?kind=customer')).body.total).toEqual(1)
  expect((await t.save({ ...exporting, companyId: 12_346 })).body.fields).toMatchObject([{ path: 'companyId' }])
  expect((await t.save(exporting)).status).toEqual(201)
  await t.run()
  expect(await badge(customer.id)).toMatchObject({ state: 'transferred', externalKey: customer.number })
  expect(debtors()).toHaveLength(1)
})

test('switching off stops sending and says so on the record; switching on sends what was saved meanwhile', async () => {
  const { saved, exporting, customer, tagId } = await aSentCustomer()
  await change(saved.version, { ...exporting, enabled: false })
  const { body: late } = await t.admin.post('/customers', aCustomer({ name: 'Jensen A/S', tagIds: [tagId] }))
  await t.admin.put(`/customers/${customer.id}`, changed(customer, { name: 'Hansen ApS' }))
  await t.run()
  expect(debtors()).toMatchObject([{ Name: 'Hansen A/S' }])
  expect(await badge(late.id)).toMatchObject({ state: 'off', text: 'Not sent: the integration is switched off.' })
  await change(saved.version + 1, exporting)
  await t.run()
  expect(
    debtors()
      .map((row) => row.Name)
      .sort(),
  ).toEqual(['Hansen ApS', 'Jensen A/S'])
  expect((await badge(late.id)).state).toEqual('transferred')
})

test('what waited when the integration was switched off says that it is off', async () => {
  const { saved, exporting, tagId } = await aSentCustomer()
  const { body: waiting } = await t.admin.post('/customers', aCustomer({ name: 'Jensen A/S', tagIds: [tagId] }))
  await change(saved.version, { ...exporting, exportCustomers: false })
  expect(await badge(waiting.id)).toMatchObject({ state: 'off', text: 'Not sent: export of customers is off.' })
})

test('a record from before the export was switched on says so and can be sent by itself', async () => {
  const { groupId, tagId } = await t.aCustomerGroup()
  const { body: customer } = await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  expect(await badge(customer.id)).toMatchObject({
    state: 'off',
    text: 'Not sent: no integration takes this record.',
    actions: [],
  })
  await t.save({ exportCustomers: true, customerGroupTagGroupId: groupId })
  await t.run()
  expect(debtors()).toEqual([])
  expect(await badge(customer.id)).toMatchObject({
    state: 'off',
    text: 'Not sent yet: it was made before sending was switched on. Send it now, or all such records at once under Setup > Settings > Integrations.',
    actions: ['send-now'],
  })
  await t.admin.post('/sync/send-again', { kind: 'customer', ids: [customer.id] })
  await t.run()
  expect((await badge(customer.id)).state).toEqual('transferred')
})

test('a changed setting sends what it changes; what does not differ costs no call', async () => {
  const { saved, exporting, customer } = await aSentCustomer({ exportProjects: true })
  const { body: department } = await t.admin.post('/departments', {
    number: '10',
    name: 'Advice',
    externalNumber: 'RAAD',
  })
  await t.admin.post('/projects', aProject({ customerId: customer.id, departmentId: department.id }))
  await t.run()
  await change(saved.version, { ...exporting, departmentDimension: 1, projectDepartment: 'project-department' })
  t.sandbox.clearCalls()
  await t.run()
  expect(t.sandbox.rows(companyId, 'ProjectClient')).toMatchObject([{ Dimension1: 'RAAD' }])
  expect(t.sandbox.calls().filter((call) => call.entity === 'DebtorClient')).toEqual([])
  await change(saved.version + 1, {
    ...exporting,
    departmentDimension: 1,
    projectDepartment: 'project-department',
    notes: 'No record differs',
  })
  const before = (await t.db.select().from(syncAttempt)).length
  await t.run()
  expect(await t.db.select().from(syncAttempt)).toHaveLength(before)
})

test('UC-15: a changed code of a tag goes to the customers that carry it', async () => {
  const { groupId, tagId, customer } = await aSentCustomer()
  const { body: group } = await t.admin.get(`/tag-groups/${groupId}`)
  const [tag] = group.tags
  await t.admin.put(`/tags/${tagId}`, { ...pick(tag, ['name', 'colour', 'active', 'version']), groupId, code: 'EU' })
  await t.run()
  expect(debtors()).toMatchObject([{ Group: 'EU' }])
  expect((await badge(customer.id)).state).toEqual('transferred')
})

test('UC-97: saving and removing the integration stand in the log', async () => {
  const { body } = await t.save()
  t.pass(1_000)
  await t.admin.delete(path)
  const { items } = (await t.admin.get('/log?kind=integration')).body
  expect(items).toMatchObject([
    { level: 'info', subject: body.id, text: expect.stringContaining('was removed') },
    { level: 'info', subject: body.id, text: expect.stringContaining('was saved') },
  ])
})

test('two at once make one integration', async () => {
  t.sandbox.setSwitches({ secondLogin: 'both-live' })
  const answers = await Promise.all([t.save(), t.save()])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
  expect(await t.db.select().from(integration).where(eq(integration.type, 'uniconta'))).toHaveLength(1)
})

function changed(customer: Record<string, unknown>, fields: object) {
  const { number, version, tagIds, countryCode, currency } = customer
  return { number, version, tagIds, countryCode, currency, name: customer.name, ...fields }
}

function pick(row: Record<string, unknown>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}
