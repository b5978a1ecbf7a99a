import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, aProject } from '../../test/builders.ts'

let app: TestApp
let manager: Client
let customerId: string
let projectId: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  customerId = (await manager.post('/customers', aCustomer())).body.id
  projectId = (await manager.post('/projects', aProject({ customerId }))).body.id
})

const post = (fields: object = {}) => manager.post('/activities', anActivity({ projectId, ...fields }))

async function add(fields: object = {}) {
  const made = await post(fields)
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

/** What the form sends back of what it was given. */
function asSaved(activity: Record<string, unknown>, change: object = {}) {
  const { id: _i, createdAt: _c, updatedAt: _u, projectId: _p, hoursRefusal: _h, ...rest } = activity
  const { projectNumber: _n, projectName: _m, projectState: _s, customerName: _k, ...fields } = rest
  return { ...fields, ...change }
}

const names = async (query: string) =>
  (await manager.get(`/activities?${query}`)).body.items.map((row: { name: string }) => row.name)

async function register(activity: { id: string; projectId: string }) {
  const { id } = (await manager.get('/me')).body
  await app.database.pool.query(
    `insert into time_entry (id, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes, billable_minutes, approval, billing)
     values (gen_random_uuid(), now(), now(), $1, $2, $3, '2026-11-02', 60, 60, 'registered', 'open')`,
    [id, activity.projectId, activity.id],
  )
}

test('every field of an activity is kept as it was written', async () => {
  const fields = {
    number: 'A-7',
    name: 'Ændring af facade 🏗',
    state: 'not-started',
    startOn: '2026-02-28',
    endOn: '2028-02-29',
    takesHours: false,
    billable: false,
    estimatedMinutes: 6000,
    alertMinutes: 5400,
    priceModelId: null,
    description: 'Etape 2',
  }
  const activity = await add(fields)
  expect(activity).toMatchObject({
    ...fields,
    projectId,
    projectNumber: '1001',
    customerName: 'Hansen A/S',
    version: 1,
  })
  expect((await manager.get(`/activities/${activity.id}`)).body).toEqual(activity)
})

test('activities are numbered within their project, from 1; a typed number is taken once, whatever its case', async () => {
  const other = (await manager.post('/projects', aProject({ customerId }))).body.id
  expect([(await add()).number, (await add()).number, (await add({ projectId: other })).number]).toEqual([
    '1',
    '2',
    '1',
  ])
  await add({ number: 'X1' })
  expect((await add({ number: '20' })).number).toEqual('20')
  expect((await add()).number).toEqual('21')
  expect((await post({ number: 'x1' })).body.fields).toEqual([
    { path: 'number', message: 'The number x1 is already used by the activity Design of this project.' },
  ])
})

test('activities made at the same moment get different numbers', async () => {
  const made = await Promise.all([post(), post(), post(), post()])
  expect(made.map((answer) => answer.body.number).toSorted()).toEqual(['1', '2', '3', '4'])
})

test('only an activity in progress of a project that is worked on takes hours, and the others say why not', async () => {
  const refusal = async (id: string) => (await manager.get(`/activities/${id}`)).body.hoursRefusal
  const open = await add({ name: 'Open' })
  const closed = await add({ name: 'Closed', state: 'closed' })
  const expenses = await add({ name: 'Travel', takesHours: false })
  expect(open.hoursRefusal).toBeNull()
  expect(closed.hoursRefusal).toEqual(
    'The activity 2 Closed is closed and takes no hours. Choose another, or give it the state in progress.',
  )
  expect(expenses.hoursRefusal).toEqual(
    'The activity 3 Travel takes expenses only. Choose another, or let it take hours.',
  )
  expect(await names('takesHours=true')).toEqual(['Open'])
  expect(await names('takesHours=false')).toEqual(['Closed', 'Travel'])
  const { body: project } = await manager.get(`/projects/${projectId}`)
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...rest } = project
  const { customerNumber: _n, customerName: _m, ...fields } = rest
  await manager.put(`/projects/${projectId}`, { ...fields, state: 'on-hold' })
  expect(await refusal(open.id)).toEqual(
    'The project 1001 Harbour office is on hold and takes no hours. Its owner can open it again.',
  )
  expect(await names('takesHours=true')).toEqual([])
})

test('an activity does not end before it starts, and its project exists', async () => {
  expect((await post({ startOn: '2026-03-02', endOn: '2026-03-01' })).body.fields).toMatchObject([{ path: 'endOn' }])
  expect((await post({ projectId: '01930000-0000-7000-8000-000000000001' })).body.fields).toEqual([
    { path: 'projectId', message: 'This project does not exist any more. Choose another.' },
  ])
})

test('an activity is changed in the version that was seen, and the history tells it', async () => {
  const activity = await add()
  app.setNow('2026-11-24T08:00:00Z')
  expect((await manager.put(`/activities/${activity.id}`, asSaved(activity, { name: 'Sketches' }))).body).toMatchObject(
    {
      name: 'Sketches',
      number: '1',
      version: 2,
    },
  )
  expect((await manager.put(`/activities/${activity.id}`, asSaved(activity))).status).toEqual(409)
  const { items } = (await manager.get(`/history?kind=activity&subject=${activity.id}`)).body
  expect(items[0]).toMatchObject({ action: 'changed', changes: [{ field: 'name', from: 'Design', to: 'Sketches' }] })
  expect(items[1].changes).toContainEqual({ field: 'project', from: null, to: '1001 Harbour office' })
})

test('an activity with hours is closed instead of deleted; an unused one can be deleted', async () => {
  const used = await add()
  await register(used)
  expect(await manager.delete(`/activities/${used.id}?version=1`)).toMatchObject({
    status: 409,
    body: { detail: 'The activity 1 Design has one time entry and was not deleted. Close it instead.' },
  })
  const unused = await add()
  expect((await manager.delete(`/activities/${unused.id}?version=1`)).status).toEqual(204)
  expect((await manager.get(`/activities/${unused.id}`)).status).toEqual(404)
})

test('the activities of another project are copied to be worked on, without their dates and hours', async () => {
  const template = (await manager.post('/projects', aProject({ customerId, name: 'Template' }))).body.id
  await add({ projectId: template, name: 'Analysis', estimatedMinutes: 600, startOn: '2026-01-01', state: 'closed' })
  await add({ projectId: template, name: 'Hand-over', number: 'Z', state: 'not-started' })
  await add({ name: 'Own' })
  const copy = (from: string) => manager.post(`/projects/${projectId}/copy-activities`, { fromProjectId: from })
  expect(await copy(template)).toMatchObject({ status: 201, body: { copied: 2 } })
  const { items } = (await manager.get(`/activities?project=${projectId}`)).body
  expect(items).toMatchObject([
    { number: '1', name: 'Own' },
    { number: '2', name: 'Analysis', estimatedMinutes: 600, startOn: null, state: 'in-progress' },
    { number: 'Z', name: 'Hand-over', state: 'not-started' },
  ])
  expect((await copy(projectId)).body.fields).toMatchObject([{ path: 'fromProjectId' }])
  const empty = (await manager.post('/projects', aProject({ customerId, name: 'Empty' }))).body.id
  expect((await copy(empty)).body.fields).toEqual([
    {
      path: 'fromProjectId',
      message: 'The project 1003 Empty has no activities. Choose another project to copy from.',
    },
  ])
})

test('activities of all projects are found by their own words and those of the project, and sorted', async () => {
  const other = (await manager.post('/projects', aProject({ customerId, name: 'Ærø færge' }))).body.id
  await add({ name: 'Åbning', number: '10' })
  await add({ name: 'Østfløj', number: '9' })
  await add({ name: 'Design', projectId: other, state: 'closed' })
  expect(await names('')).toEqual(['Østfløj', 'Åbning', 'Design'])
  expect(await names('sort=-name')).toEqual(['Åbning', 'Østfløj', 'Design'])
  expect(await names('search=ÅBN')).toEqual(['Åbning'])
  expect(await names('search=ærø design')).toEqual(['Design'])
  expect(await names('search=100%25')).toEqual([])
  expect(await names('state=closed')).toEqual(['Design'])
  expect((await manager.get(`/activities?project=${projectId}&size=1`)).body).toMatchObject({ total: 2 })
})

test('a new project comes with a first activity when one is asked for, or not at all', async () => {
  const made = await manager.post('/projects', { ...aProject({ customerId }), firstActivity: ' Project work ' })
  const { items } = (await manager.get(`/activities?project=${made.body.id}`)).body
  expect(items).toMatchObject([{ number: '1', name: 'Project work', state: 'in-progress', hoursRefusal: null }])
  const without = await manager.post('/projects', { ...aProject({ customerId }), firstActivity: '' })
  expect((await manager.get(`/activities?project=${without.body.id}`)).body.items).toEqual([])
})

test('registered hours stand beside the estimate of each activity', async () => {
  const [design, tender] = [await add({ estimatedMinutes: 600 }), await add({ name: 'Tender' })]
  await register(design)
  await register(design)
  const { items } = (await manager.get(`/projects/${projectId}/hours-by-activity`)).body
  expect(items).toEqual([
    { activityId: design.id, minutes: 120, billableMinutes: 120, entries: 2, lastWorkedOn: '2026-11-02' },
  ])
  expect(items.map((item: { activityId: string }) => item.activityId)).not.toContain(tender.id)
  const employee = await app.as('employee')
  expect((await employee.get(`/projects/${projectId}/hours-by-activity`)).status).toEqual(403)
})
