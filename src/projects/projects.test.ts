import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aDepartment, aProject } from '../../test/builders.ts'

let app: TestApp
let manager: Client
let customerId: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  customerId = (await manager.post('/customers', aCustomer())).body.id
})

const post = (fields: object = {}) => manager.post('/projects', aProject({ customerId, ...fields }))

async function add(fields: object = {}) {
  const made = await post(fields)
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

/** What the form sends back of what it was given. */
function asSaved(project: Record<string, unknown>, change: object = {}) {
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...rest } = project
  const { customerNumber: _n, customerName: _m, ...fields } = rest
  return { ...fields, ...change }
}

const pushes = async () =>
  (await app.database.pool.query(`select label, requested from sync_task where kind = 'project.push' order by label`))
    .rows

test('UC-26: every field of a project is kept as it was written', async () => {
  const economy = await app.as('economy')
  const department = (await economy.post('/departments', aDepartment())).body
  const fields = {
    number: 'P-9',
    name: 'Ny havnefront 🏗',
    state: 'on-hold',
    ownerId: (await manager.get('/me')).body.id,
    departmentId: department.id,
    startOn: '2026-02-28',
    endOn: '2028-02-29',
    currency: 'NOK',
    customerReference: 'Bo Berg',
    orderReference: 'PO 4711',
    contractReference: 'K-12',
    street: 'Kajen 1',
    postalCode: '0150',
    city: 'Oslo',
    countryCode: 'NO',
    email: 'kajen@example.test',
    description: 'Første etape',
    tagIds: [],
  }
  const project = await add(fields)
  expect(project).toMatchObject({ ...fields, customerNumber: '10001', customerName: 'Hansen A/S', version: 1 })
  expect((await manager.get(`/projects/${project.id}`)).body).toEqual(project)
})

test('UC-25: making and each change of a project ask for its transfer, and many are one task', async () => {
  const project = await add()
  expect(await pushes()).toEqual([{ label: '1001 Harbour office', requested: 1 }])
  await manager.put(`/projects/${project.id}`, asSaved(project, { description: 'x' }))
  await manager.put(`/projects/${project.id}`, asSaved(project, { name: 'Harbour', version: 2 }))
  expect(await pushes()).toEqual([{ label: '1001 Harbour', requested: 3 }])
})

test('UC-28: a customer with another number sends its projects again', async () => {
  await add()
  const { body: customer } = await manager.get(`/customers/${customerId}`)
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = customer
  await manager.put(`/customers/${customerId}`, { ...fields, number: '20001' })
  expect(await pushes()).toEqual([{ label: '1001 Harbour office', requested: 2 }])
})

test('UC-29: a project has a customer, one that exists', async () => {
  const { customerId: _, ...without } = aProject({ customerId })
  expect((await manager.post('/projects', without)).body.fields).toMatchObject([{ path: 'customerId' }])
  const unknown = await post({ customerId: '01930000-0000-7000-8000-000000000001' })
  expect(unknown.body.fields).toEqual([
    { path: 'customerId', message: 'This customer does not exist any more. Choose another.' },
  ])
})

test('only potential and active customers get new projects, and no participant does; old projects go on (UC-18)', async () => {
  const made = async (fields: object) => (await manager.post('/customers', aCustomer(fields))).body
  const refused: [object, string][] = [
    [{ name: 'B', status: 'blocked' }, '10002 B is blocked and gets no new projects.'],
    [{ name: 'I', status: 'inactive' }, '10003 I is inactive and gets no new projects.'],
    [{ name: 'P', relation: 'participant' }, '10004 P only takes part in projects and has none of its own.'],
  ]
  for (const [fields, sentence] of refused) {
    const answer = await post({ customerId: (await made(fields)).id })
    expect(answer.status).toEqual(400)
    expect(answer.body.fields[0].message).toContain(sentence)
  }
  const customer = await made({ name: 'Later blocked' })
  const project = await add({ customerId: customer.id })
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = customer
  await manager.put(`/customers/${customer.id}`, { ...fields, status: 'blocked' })
  expect((await manager.put(`/projects/${project.id}`, asSaved(project, { name: 'Goes on' }))).status).toEqual(200)
})

test('a project does not end before it starts, and its days are days', async () => {
  expect((await post({ startOn: '2026-03-02', endOn: '2026-03-01' })).body.fields).toEqual([
    {
      path: 'endOn',
      message: 'The project starts on 2026-03-02 and cannot end on 2026-03-01, which is before that.',
    },
  ])
  expect((await add({ startOn: '2026-03-02', endOn: '2026-03-02' })).endOn).toEqual('2026-03-02')
  for (const startOn of ['2026-02-29', '2026-2-1', '0000-01-01', '2026-01-01T00:00:00Z', '99999-01-01']) {
    const answer = await post({ startOn })
    expect({ startOn, status: answer.status }).toEqual({ startOn, status: 400 })
    expect(answer.body.fields).toMatchObject([{ path: 'startOn' }])
  }
})

test('owner and department have to exist and be active when they are chosen', async () => {
  const unknown = await post({ ownerId: 'nobody', departmentId: '01930000-0000-7000-8000-000000000001' })
  expect(unknown.body.fields.map((field: { path: string }) => field.path)).toEqual(['ownerId', 'departmentId'])
  const economy = await app.as('economy')
  const closed = (await economy.post('/departments', aDepartment({ active: false }))).body
  expect((await post({ departmentId: closed.id })).body.fields[0].message).toEqual(
    'The department Copenhagen is not active any more. Choose another.',
  )
})

test('projects made at the same moment get different numbers', async () => {
  const made = await Promise.all([post(), post(), post(), post()])
  expect(made.map((answer) => answer.body.number).toSorted()).toEqual(['1001', '1002', '1003', '1004'])
})

test('UC-20: the number of a project that was transferred stays, and so does the project', async () => {
  const project = await add()
  await app.database.pool.query(
    `insert into sync_link (system, kind, subject, external_key, snapshot, sent_at) values ('uniconta', 'project', $1, '1001', '{}', now())`,
    [project.id],
  )
  const renumbered = await manager.put(`/projects/${project.id}`, asSaved(project, { number: '7' }))
  expect(renumbered).toMatchObject({ status: 409, body: { fields: [{ path: 'number' }] } })
  const deleted = await manager.delete(`/projects/${project.id}?version=1`)
  expect(deleted).toMatchObject({
    status: 409,
    body: {
      detail:
        '1001 Harbour office has been sent to accounting and was not deleted. Give it the state finished or cancelled instead.',
    },
  })
})

test('a project that was never sent is deleted, and its number may be given again', async () => {
  const project = await add()
  expect((await manager.delete(`/projects/${project.id}?version=1`)).status).toEqual(204)
  expect((await manager.get(`/projects/${project.id}`)).status).toEqual(404)
  expect((await add({ number: '1001' })).number).toEqual('1001')
})

test('a list of projects is filtered, sorted and counted', async () => {
  const me = (await manager.get('/me')).body.id
  await add({ name: 'Åkande', startOn: '2026-03-01', state: 'finished' })
  await add({ name: 'Østkaj', startOn: '2026-01-01', ownerId: me })
  await add({ name: 'Ærø', orderReference: 'PO 4711' })
  const list = async (query: string) => (await manager.get(`/projects?${query}`)).body
  const names = async (query: string) => (await list(query)).items.map((row: { name: string }) => row.name)
  expect(await names('sort=name')).toEqual(['Ærø', 'Østkaj', 'Åkande'])
  expect((await names('sort=startOn')).slice(0, 2)).toEqual(['Østkaj', 'Åkande'])
  expect(await names('state=finished&state=on-hold')).toEqual(['Åkande'])
  expect(await names(`owner=${me}`)).toEqual(['Østkaj'])
  expect(await names('search=4711')).toEqual(['Ærø'])
  expect(await list(`customer=${customerId}&size=1`)).toMatchObject({ total: 3, size: 1 })
  expect(await list('customer=01930000-0000-7000-8000-000000000001')).toMatchObject({ total: 0, items: [] })
})
