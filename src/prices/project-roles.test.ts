import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aPriceModel, aProject, aProjectRole } from '../../test/builders.ts'

let app: TestApp
let manager: Client
let projectId: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  const customerId = (await manager.post('/customers', aCustomer())).body.id
  projectId = (await manager.post('/projects', aProject({ customerId }))).body.id
})

async function addRole(fields: object = {}) {
  const made = await manager.post('/project-roles', aProjectRole(fields))
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

const userIdOf = async (role: 'employee' | 'economy') => (await (await app.as(role)).get('/me')).body.id
const history = async (kind: string, subject: string) =>
  (await manager.get(`/history?kind=${kind}&subject=${subject}`)).body.items

test('a project role has a sales price and a cost, to the last decimal', async () => {
  expect(await addRole({ name: 'Ændringsleder', salesPrice: '1195.50', costPrice: null })).toMatchObject({
    name: 'Ændringsleder',
    salesPrice: '1195.5',
    costPrice: null,
    members: 0,
    version: 1,
  })
  await addRole({ name: 'Assistant', salesPrice: '0.333333' })
  const { items } = (await manager.get('/project-roles')).body
  expect(items.map(({ name, salesPrice }: { name: string; salesPrice: string }) => [name, salesPrice])).toEqual([
    ['Assistant', '0.333333'],
    ['Ændringsleder', '1195.5'],
  ])
})

test('a price is not negative, and is written with a point', async () => {
  for (const salesPrice of ['-1', '1.195,50', '1e3', '0.1234567'])
    expect((await manager.post('/project-roles', aProjectRole({ salesPrice }))).body.fields).toEqual([
      { path: 'salesPrice', message: 'Write a number that is not negative, with a point, for example 1195.50.' },
    ])
})

test('two project roles have two names, also when they are made at the same moment', async () => {
  await addRole({ name: 'Architect' })
  expect((await manager.post('/project-roles', aProjectRole({ name: 'ARCHITECT' }))).body.fields).toEqual([
    { path: 'name', message: 'There is a project role Architect already.' },
  ])
  const both = await Promise.all(
    ['Clerk', 'clerk'].map((name) => manager.post('/project-roles', aProjectRole({ name }))),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
})

test('a project role that somebody has is made inactive instead of deleted, and nobody gets it any more', async () => {
  const role = await addRole()
  const [eva, bo] = [await userIdOf('employee'), await userIdOf('economy')]
  await manager.post(`/projects/${projectId}/members`, { userId: eva, roleId: role.id })
  await manager.post('/price-models', {
    ...aPriceModel({ projectId }),
    rates: [{ roleId: role.id, validFrom: '2026-01-01', rate: '1' }],
  })
  expect(await manager.delete(`/project-roles/${role.id}?version=1`)).toMatchObject({
    status: 409,
    body: {
      detail:
        'The project role Project leader is used by one member of a project and one price of price models and was not deleted. Make it inactive instead.',
    },
  })
  await manager.put(`/project-roles/${role.id}`, { ...aProjectRole(), active: false, version: 1 })
  const refused = await manager.post(`/projects/${projectId}/members`, { userId: bo, roleId: role.id })
  expect(refused.body.fields).toEqual([
    { path: 'roleId', message: 'The project role Project leader is not active any more. Choose another.' },
  ])
  expect((await manager.post(`/projects/${projectId}/members`, { userId: eva, roleId: role.id })).status).toEqual(200)
})

test('a member has one role in a project, gets another, and leaves; the history says so by names', async () => {
  const leader = await addRole()
  const assistant = await addRole({ name: 'Assistant' })
  const userId = await userIdOf('employee')
  const set = (roleId: string) => manager.post(`/projects/${projectId}/members`, { userId, roleId })
  await set(leader.id)
  app.setNow('2026-11-24T08:00:00Z')
  const { name } = (await set(assistant.id)).body.items[0]
  await set(assistant.id)
  expect((await manager.get(`/projects/${projectId}/members`)).body.items).toEqual([
    { userId, name, active: true, roleId: assistant.id, roleName: 'Assistant' },
  ])
  app.setNow('2026-11-25T08:00:00Z')
  const leave = () => manager.delete(`/projects/${projectId}/members?user=${userId}`)
  expect([(await leave()).status, (await leave()).status]).toEqual([204, 204])
  expect((await history('project-members', projectId)).map((entry: { changes: unknown }) => entry.changes)).toEqual([
    [{ field: name, from: 'Assistant', to: null }],
    [{ field: name, from: 'Project leader', to: 'Assistant' }],
    [{ field: name, from: null, to: 'Project leader' }],
  ])
})

test('members are people and roles that exist', async () => {
  const answer = await manager.post(`/projects/${projectId}/members`, {
    userId: 'nobody',
    roleId: '01930000-0000-7000-8000-000000000001',
  })
  expect(answer.body.fields.map(({ path }: { path: string }) => path)).toEqual(['userId', 'roleId'])
})

test('a co-worker’s prices stand newest first; the same day is replaced, and one is taken away', async () => {
  const userId = await userIdOf('employee')
  const set = (validFrom: string, salesPrice: string | null, costPrice: string | null = null) =>
    manager.post(`/users/${userId}/rates`, { validFrom, salesPrice, costPrice })
  await set('2026-01-01', '1100')
  await set('2026-07-01', '1200.50', '640')
  expect((await set('2026-01-01', '1150')).body.items).toEqual([
    { validFrom: '2026-07-01', salesPrice: '1200.5', costPrice: '640' },
    { validFrom: '2026-01-01', salesPrice: '1150', costPrice: null },
  ])
  app.setNow('2026-11-25T08:00:00Z')
  await manager.delete(`/users/${userId}/rates?validFrom=2026-07-01`)
  expect((await manager.get(`/users/${userId}/rates`)).body.items).toMatchObject([{ validFrom: '2026-01-01' }])
  expect((await history('co-worker-rates', userId))[0].changes).toEqual([
    { field: '2026-07-01', from: '1200.5 (640)', to: null },
  ])
  expect((await manager.post('/users/nobody/rates', { validFrom: '2026-01-01' })).status).toEqual(404)
})

test('what people cost is not for everybody', async () => {
  const employee = await app.as('employee')
  for (const path of [
    '/project-roles',
    `/users/${await userIdOf('employee')}/rates`,
    `/price-models?project=${projectId}`,
  ])
    expect((await employee.get(path)).status, path).toEqual(403)
  expect((await employee.get(`/projects/${projectId}/members`)).status).toEqual(200)
})
