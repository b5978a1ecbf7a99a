import { afterEach, expect, test } from 'vitest'
import { aCustomerInput, type ConnectorTest, companyId, startConnector, tester } from '../../test/connector.ts'
import type { CustomerInput } from '../customers/customer.ts'
import { changeCustomer, createCustomer } from '../customers/save-customer.ts'
import { changeDepartment, createDepartment } from '../departments/save-department.ts'
import { ProjectInput } from '../projects/project.ts'
import { projectPushesByDepartment } from '../projects/project-store.ts'
import { changeProject, createProject } from '../projects/save-project.ts'
import { changeTag, createTag } from '../tags/save-tag.ts'
import { createTagGroup } from '../tags/save-tag-group.ts'
import { defaultPhases, type UnicontaInput } from './settings.ts'

let t: ConnectorTest
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

const start = async (settings: Partial<UnicontaInput> = {}) => {
  t = await startConnector({ settings })
}

const addCustomer = (change: Partial<CustomerInput> = {}) =>
  createCustomer(t.db, tester, aCustomerInput([t.domestic.id], change), t.now())

type Change = Partial<ProjectInput> & { customerId: string }

const add = (change: Change) =>
  createProject(t.db, tester, ProjectInput.parse({ name: 'Ny havnefront', ...change }), t.now())

const edit = (id: string, version: number, change: Change) =>
  changeProject(t.db, {
    actor: tester,
    id,
    change: { ...ProjectInput.parse({ name: 'Ny havnefront', ...change }), number: '1001', version },
    now: t.now(),
  })

/** A day as the books there show it; the first one of all is none. */
const midnight = (day: string) => `${day}T00:00:00`
const projectInserts = () => t.writes().filter(({ path }) => path === '/Crud/Insert/ProjectClient')
const badge = (id: string) => t.badge('project', id)

test('UC-25 UC-26: a new project stands there with every field of the page', async () => {
  await start()
  const id = await add({
    customerId: await addCustomer(),
    state: 'in-progress',
    startOn: '2026-02-01',
    endOn: '2026-12-31',
  })
  await t.run()
  expect(t.projects()).toMatchObject([
    {
      Number: '1001',
      Name: 'Ny havnefront',
      Account: '10001',
      Phase: 'In progress',
      StartDate: midnight('2026-02-01'),
      EndDate: midnight('2026-12-31'),
    },
  ])
  expect(await badge(id)).toMatchObject({ state: 'transferred', text: 'In Uniconta as project 1001.' })
})

test('UC-25: a changed project changes there; a save that changes nothing makes no call', async () => {
  await start()
  const customerId = await addCustomer()
  const id = await add({ customerId })
  await t.run()
  await edit(id, 1, { customerId, name: 'Havnefront, etape 2', endOn: '2027-01-31' })
  await t.run()
  expect(t.projects()).toMatchObject([{ Name: 'Havnefront, etape 2', EndDate: midnight('2027-01-31') }])
  t.sandbox.clearCalls()
  await edit(id, 2, { customerId, name: 'Havnefront, etape 2', endOn: '2027-01-31', description: 'Only here' })
  await t.run()
  expect(t.sandbox.calls()).toEqual([])
})

test.each(['shifts-the-day', 'is-dropped'] as const)(
  'UC-26: days arrive as they are typed, a date with an offset %s there',
  async (dateOffset) => {
    await start()
    t.sandbox.setSwitches({ dateOffset })
    const id = await add({ customerId: await addCustomer(), startOn: '2026-01-01', endOn: '2026-01-01' })
    await t.run()
    expect(t.projects()).toMatchObject([{ StartDate: midnight('2026-01-01'), EndDate: midnight('2026-01-01') }])
    expect((await badge(id)).state).toEqual('transferred')
  },
)

test('UC-26: an empty start date stays empty, and one that is emptied is cleared there', async () => {
  await start()
  const customerId = await addCustomer()
  const id = await add({ customerId })
  await t.run()
  expect(t.projects()[0]?.StartDate).toEqual(midnight('0001-01-01'))
  await edit(id, 1, { customerId, startOn: '2026-03-01', endOn: '2026-04-01' })
  await t.run()
  await edit(id, 2, { customerId })
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
  expect(t.projects()[0]?.StartDate).toEqual(midnight('0001-01-01'))
  expect(t.projects()[0]?.EndDate).toEqual(midnight('0001-01-01'))
})

test.each([
  ['potential', 'Created'],
  ['offer-sent', 'Offer'],
  ['in-progress', 'In progress'],
  ['on-hold', 'Paused'],
  ['finished', 'Completed'],
] as const)('UC-27: the state %s becomes the phase %s', async (state, phase) => {
  await start()
  const id = await add({ customerId: await addCustomer(), state })
  await t.run()
  expect(t.projects()).toMatchObject([{ Phase: phase }])
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-27: a state without a phase leaves the phase there alone', async () => {
  await start()
  const customerId = await addCustomer()
  const id = await add({ customerId, state: 'in-progress' })
  await t.run()
  await edit(id, 1, { customerId, state: 'cancelled' })
  await t.run()
  expect(t.projects()).toMatchObject([{ Phase: 'In progress' }])
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-27: the table of the dialog decides', async () => {
  await start({ phases: { ...defaultPhases, 'in-progress': 'Accepted' } })
  await add({ customerId: await addCustomer(), state: 'in-progress' })
  await t.run()
  expect(t.projects()).toMatchObject([{ Phase: 'Accepted' }])
})

test('UC-27: a Danish user of Uniconta gets the Danish label, without anybody telling us the language', async () => {
  await start({ userName: 'danish' })
  const id = await add({ customerId: await addCustomer(), state: 'in-progress' })
  await t.run()
  expect(t.projects()).toMatchObject([{ Phase: 'In progress' }])
  expect(projectInserts()[0]?.request).toContain('Igangværende')
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-27: a phase whose Danish label nobody published is left alone, and the badge says so', async () => {
  await start({ userName: 'danish' })
  const customerId = await addCustomer()
  const id = await add({ customerId, state: 'in-progress' })
  await t.run()
  await edit(id, 1, { customerId, state: 'on-hold' })
  await t.run()
  expect(t.projects()).toMatchObject([{ Phase: 'In progress' }])
  expect(await badge(id)).toMatchObject({
    state: 'transferred',
    text: expect.stringContaining('Its phase was left alone: how Paused is called'),
  })
})

test('UC-27: a phase there that we do not know is left alone', async () => {
  await start({ userName: 'danish' })
  const customerId = await addCustomer()
  const id = await add({ customerId, state: 'in-progress' })
  await t.run()
  t.sandbox.put(companyId, 'ProjectClient', { Number: '1001', Phase: 'Paused' }) // Danish: Pauset, which we do not know
  await edit(id, 1, { customerId, state: 'in-progress', name: 'Ny havn' })
  await t.run()
  expect(t.projects()).toMatchObject([{ Name: 'Ny havn', Phase: 'Paused' }])
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-28: the customer goes first, whatever was saved first', async () => {
  await start()
  const customerId = await addCustomer()
  await t.run()
  await t.database.pool.query('delete from sync_link')
  t.sandbox.remove(companyId, 'DebtorClient', '10001')
  await t.database.pool.query(`delete from sync_task where kind = 'customer.push'`)
  await add({ customerId })
  t.sandbox.clearCalls()
  await t.run()
  expect(t.writes().map(({ path }) => path)).toEqual(['/Crud/Insert/DebtorClientUser', '/Crud/Insert/ProjectClient'])
})

test('UC-28: while its customer cannot go the project is held, says why, and goes by itself afterwards', async () => {
  await start()
  const codeless = await createTag(
    t.db,
    tester,
    { groupId: t.group.id, name: 'Udland', code: null, colour: 'red', active: true },
    t.now(),
  )
  const customerId = await addCustomer({ tagIds: [codeless.id] })
  const id = await add({ customerId })
  await t.run()
  const held = await badge(id)
  expect(held).toMatchObject({ state: 'held', holder: { kind: 'customer', subject: customerId } })
  expect(held.text).toContain('Held: 10001 Hansen & Søn A/S has to go first.')
  expect(held.text).toContain('The tag Udland of the group Customer group has no code')
  expect(projectInserts()).toEqual([])
  const change = { ...aCustomerInput([t.domestic.id]), number: '10001', version: 1 }
  await changeCustomer(t.db, { actor: tester, id: customerId, change, now: t.now() }, async () => [])
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-28: while the answer about its customer is open the project waits, and goes after it', async () => {
  await start()
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/Insert/DebtorClient' } })
  const id = await add({ customerId: await addCustomer() })
  await t.run()
  expect((await badge(id)).state).toEqual('held')
  t.pass(60_000)
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
  expect(t.debtors()).toHaveLength(1)
})

test('UC-28: a debtor that was deleted there is named, not a number of an error', async () => {
  await start()
  const customerId = await addCustomer()
  await addCustomer({ name: 'Control', registrationNumber: null })
  await t.run()
  t.sandbox.remove(companyId, 'DebtorClient', '10001')
  const id = await add({ customerId })
  await t.run()
  expect(await badge(id)).toMatchObject({
    state: 'failed',
    text: expect.stringContaining('Uniconta has no debtor 10001, to whom this project belongs'),
  })
})

test('UC-28: with export of customers off the debtor is found by its number', async () => {
  await start({ exportCustomers: false, customerGroupTagGroupId: null })
  t.sandbox.put(companyId, 'DebtorClient', { Account: '10001', Name: 'Hansen', Group: 'Indland' })
  const id = await add({ customerId: await addCustomer() })
  await t.run()
  expect(t.projects()).toMatchObject([{ Account: '10001' }])
  expect((await badge(id)).state).toEqual('transferred')
  expect(t.debtors()).toMatchObject([{ Name: 'Hansen' }])
})

test('UC-28: with export of customers off and no such debtor the sentence says what to do', async () => {
  await start({ exportCustomers: false, customerGroupTagGroupId: null })
  t.sandbox.put(companyId, 'DebtorClient', { Account: '777', Name: 'Other', Group: 'Indland' })
  const id = await add({ customerId: await addCustomer() })
  await t.run()
  expect((await badge(id)).text).toEqual(
    'Uniconta has no debtor 10001, and export of customers is off. Create the debtor there with this number, or switch on Export customers.',
  )
})

test('UC-28: an empty answer alone does not prove that there is no such debtor', async () => {
  await start({ exportCustomers: false, customerGroupTagGroupId: null })
  t.sandbox.put(companyId, 'DebtorClient', { Account: '10001', Name: 'Hansen', Group: 'Indland' })
  const customerId = await addCustomer()
  await add({ customerId, name: 'First' })
  await t.run()
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'DebtorClient' } })
  const id = await add({ customerId })
  await t.run()
  expect((await badge(id)).state).toEqual('transferred')
})

test('UC-18 UC-28: a project of a customer that only takes part is not sent, says why, and goes when the customer is one that is billed', async () => {
  await start()
  const customerId = await addCustomer()
  const id = await add({ customerId })
  const relate = (relation: CustomerInput['relation'], version: number) => {
    const change = { ...aCustomerInput([t.domestic.id], { relation }), number: '10001', version }
    return changeCustomer(t.db, { actor: tester, id: customerId, change, now: t.now() }, async () => [])
  }
  await relate('participant', 1)
  await t.run()
  expect(await badge(id)).toMatchObject({
    state: 'failed',
    text: 'Customer 10001 Hansen & Søn A/S is not in Uniconta, so its project cannot be.',
  })
  await relate('both', 2)
  await t.run()
  expect(await badge(id)).toMatchObject({ state: 'transferred' })
})

async function aDepartment(externalNumber: string | null = 'RAAD'): Promise<string> {
  return createDepartment(t.db, tester, { number: 'ADM', name: 'Rådgivning', externalNumber, active: true }, t.now())
}

test('UC-30: "Do not include department" sends none', async () => {
  await start({ departmentDimension: 1, projectDepartment: 'none' })
  await add({ customerId: await addCustomer(), departmentId: await aDepartment() })
  await t.run()
  expect(t.projects()).toHaveLength(1)
  expect(projectInserts()[0]?.request).not.toContain('Dimension')
})

test('UC-31: without a department dimension the option that is still stored is not used', async () => {
  await start({ departmentDimension: null, projectDepartment: 'project-department' })
  await add({ customerId: await addCustomer() })
  await t.run()
  expect(t.projects()).toHaveLength(1)
  expect(projectInserts()[0]?.request).not.toContain('Dimension')
})

test.each([
  ['RAAD', 'RAAD'],
  [null, 'ADM'],
] as const)(
  'UC-30 UC-32: the department of the project, external number %s, goes as %s',
  async (externalNumber, sent) => {
    await start({ departmentDimension: 1, projectDepartment: 'project-department' })
    const id = await add({ customerId: await addCustomer(), departmentId: await aDepartment(externalNumber) })
    await t.run()
    expect(t.projects()).toMatchObject([{ Dimension1: sent }])
    expect((await badge(id)).state).toEqual('transferred')
  },
)

test('UC-32: an option that wants a department refuses a project without one', async () => {
  await start({ departmentDimension: 1, projectDepartment: 'project-department' })
  const id = await add({ customerId: await addCustomer() })
  await t.run()
  expect(await badge(id)).toMatchObject({
    state: 'failed',
    text: 'This project has no department, and the integration sends the department of the project. Choose one.',
  })
})

test('UC-32: a number that the dimension lacks is named with its menu path, and a corrected one goes by itself', async () => {
  await start({ departmentDimension: 1, projectDepartment: 'project-department' })
  const departmentId = await aDepartment('MARS')
  const id = await add({ customerId: await addCustomer(), departmentId })
  await t.run()
  expect((await badge(id)).text).toContain(
    'Uniconta has no value MARS in the dimension Afdeling. Add it under General Ledger > Maintenance > Dimensions',
  )
  const change = { number: 'ADM', name: 'Rådgivning', externalNumber: 'RAAD', active: true, version: 1 }
  await changeDepartment(t.db, tester, departmentId, change, projectPushesByDepartment, t.now())
  await t.run()
  expect(t.projects()).toMatchObject([{ Dimension1: 'RAAD' }])
})

test('UC-30 UC-32: with "Use project tag group" the code of the project\'s one tag is the department', async () => {
  await start()
  const group = await createTagGroup(
    t.db,
    tester,
    { name: 'Department there', objectKind: 'project', rule: 'none' },
    t.now(),
  )
  const tag = (name: string, code: string | null) =>
    createTag(t.db, tester, { groupId: group.id, name, code, colour: 'blue', active: true }, t.now())
  const [advice, planning, codeless] = [
    await tag('Advice', 'RAAD'),
    await tag('Planning', 'PROJ'),
    await tag('New', null),
  ]
  await t.save(
    { departmentDimension: 2, projectDepartment: 'project-tag-group', projectDepartmentTagGroupId: group.id },
    1,
  )
  const customerId = await addCustomer()
  const id = await add({ customerId })
  await t.run()
  expect((await badge(id)).text).toEqual(
    'This project has no tag of the group Department there, which says its department in Uniconta. Choose exactly one.',
  )
  await edit(id, 1, { customerId, tagIds: [advice.id, planning.id] })
  await t.run()
  expect((await badge(id)).text).toEqual(
    'Choose exactly one tag of the group Department there. There are several: Advice, Planning.',
  )
  await edit(id, 2, { customerId, tagIds: [codeless.id] })
  await t.run()
  expect((await badge(id)).text).toContain('The tag New of the group Department there has no code.')
  const change = { groupId: group.id, name: 'New', code: 'BOLIG', colour: 'blue' as const, active: true, version: 1 }
  const { projectPushesByTag } = await import('../projects/project-store.ts')
  await changeTag(t.db, tester, codeless.id, change, { project: projectPushesByTag }, t.now())
  await t.run()
  expect(t.projects()).toMatchObject([{ Dimension2: 'BOLIG' }])
})

test('UC-26: a name that is too long for Uniconta is refused with its length, not cut there in silence', async () => {
  await start()
  const id = await add({ customerId: await addCustomer(), name: 'x'.repeat(61) })
  await t.run()
  expect(await badge(id)).toMatchObject({
    state: 'failed',
    text: 'Name has 61 characters; Uniconta takes 60. Shorten it, then it goes by itself.',
  })
  expect(t.projects()).toEqual([])
})

test('UC-03: a project that exists there unlinked under the same number is not overwritten', async () => {
  await start()
  t.sandbox.put(companyId, 'DebtorClient', { Account: '777', Name: 'Other', Group: 'Indland' })
  t.sandbox.put(companyId, 'ProjectClient', { Number: '1001', Name: 'Another project', Account: '777' })
  const id = await add({ customerId: await addCustomer() })
  await t.run()
  const shown = await badge(id)
  expect(shown.text).toContain('Uniconta already has project 1001, "Another project"')
  expect(shown.actions).toContain('link')
  expect(t.projects()).toMatchObject([{ Name: 'Another project', Account: '777' }])
})
