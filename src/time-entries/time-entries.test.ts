import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aDepartment, aTimeEntry } from '../../test/builders.ts'
import { activityChange, anotherPerson, aPlaceToWork, type Person, personAs } from '../../test/hours.ts'

let app: TestApp
let emil: Person
let economy: Person
let manager: Client
let place: Awaited<ReturnType<typeof aPlaceToWork>>
let activityId: string
beforeEach(async () => {
  app = await startTestApp()
  emil = await personAs(app, 'employee')
  economy = await personAs(app, 'economy')
  manager = await app.as('project-manager')
  place = await aPlaceToWork(app)
  activityId = place.activityId
})

async function add(fields: object = {}, who: Client = emil) {
  const answer = await who.post('/time-entries', aTimeEntry({ activityId, ...fields }))
  expect(answer.status, JSON.stringify(answer.body)).toEqual(201)
  return answer.body
}

/** The body that a form sends back of an entry. */
function asSaved(entry: Record<string, unknown>, change: object = {}) {
  const { workedOn, minutes, billableMinutes, note, internalNote, version } = entry
  return { activityId: entry.activityId, workedOn, minutes, billableMinutes, note, internalNote, version, ...change }
}

test('an entry is kept as it was written, with the names of what it is of', async () => {
  const entry = await add({ minutes: 90, billableMinutes: 60, note: 'Site visit', internalNote: 'rain' })
  expect(entry).toMatchObject({
    userName: 'Emil Employee',
    projectNumber: '1001',
    projectName: 'Harbour office',
    customerName: 'Hansen A/S',
    activityNumber: '1',
    activityName: 'Design',
    workedOn: '2026-11-23',
    minutes: 90,
    billableMinutes: 60,
    note: 'Site visit',
    internalNote: 'rain',
    approval: 'registered',
    billing: 'open',
    keptBecause: null,
    version: 1,
  })
  expect((await emil.get(`/time-entries/${entry.id}`)).body).toEqual(entry)
})

test('two entries of one day and activity stand beside each other, and the cell shows both', async () => {
  await add({ note: 'Morning' })
  app.setNow('2026-11-23T17:00:00Z')
  await add({ note: 'Evening', minutes: 30 })
  const sheet = (await emil.get('/timesheet?from=2026-11-23&to=2026-11-23')).body
  expect(sheet.rows[0].cells).toMatchObject([{ minutes: 90, entries: [{ note: 'Morning' }, { note: 'Evening' }] }])
})

test('an entry is changed and moved to another day and activity; a change that was overtaken is refused', async () => {
  const other = await aPlaceToWork(app, { project: { name: 'Opera' } })
  const entry = await add()
  const moved = await emil.put(
    `/time-entries/${entry.id}`,
    asSaved(entry, { activityId: other.activityId, workedOn: '2026-11-24', minutes: 75 }),
  )
  expect(moved.body).toMatchObject({ projectName: 'Opera', workedOn: '2026-11-24', minutes: 75, version: 2 })
  expect(await emil.put(`/time-entries/${entry.id}`, asSaved(entry, { minutes: 5 }))).toMatchObject({
    status: 409,
    body: { yours: { minutes: 5, version: 1 }, current: { minutes: 75, version: 2 } },
  })
  expect((await emil.delete(`/time-entries/${entry.id}?version=1`)).status).toEqual(409)
  expect((await emil.delete(`/time-entries/${entry.id}?version=2`)).status).toEqual(204)
  expect((await emil.delete(`/time-entries/${entry.id}?version=2`)).status).toEqual(404)
})

test('of two who change an entry at the same moment one is told of the other', async () => {
  const entry = await add()
  const both = await Promise.all([
    emil.put(`/time-entries/${entry.id}`, asSaved(entry, { minutes: 30, workedOn: '2026-11-24' })),
    economy.put(`/time-entries/${entry.id}`, asSaved(entry, { minutes: 45 })),
    emil.delete(`/time-entries/${entry.id}?version=1`),
  ])
  const statuses = both.map(({ status }) => status)
  expect(statuses.filter((status) => status < 300)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409 || status === 404)).toHaveLength(2)
})

test('saving an entry without a change leaves its version and its history as they are', async () => {
  const entry = await add()
  expect((await emil.put(`/time-entries/${entry.id}`, asSaved(entry))).body.version).toEqual(1)
  expect((await manager.get(`/history?kind=time-entry&subject=${entry.id}`)).body.total).toEqual(1)
})

test.each([[0], [-5], [1.5], [1441], [Number.MAX_SAFE_INTEGER]])(
  'an entry of %j minutes is refused',
  async (minutes) => {
    expect(await emil.post('/time-entries', aTimeEntry({ activityId, minutes }))).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'minutes' }] },
    })
  },
)

test('a day has 24 hours, also when an entry moves into it', async () => {
  await add({ minutes: 1000 })
  const other = await add({ minutes: 600, workedOn: '2026-11-24' })
  const moved = await emil.put(`/time-entries/${other.id}`, asSaved(other, { workedOn: '2026-11-23' }))
  expect(moved).toMatchObject({ status: 400, body: { fields: [{ path: 'minutes' }] } })
})

test('on an activity that takes no more hours an entry can be made smaller, nothing else', async () => {
  const entry = await add()
  await economy.put(`/activities/${activityId}`, activityChange(place.activity, { state: 'closed' }))
  const put = (change: object) => emil.put(`/time-entries/${entry.id}`, asSaved(entry, change))
  expect((await put({ minutes: 61 })).body.fields).toMatchObject([{ path: 'activityId' }])
  expect((await put({ workedOn: '2026-11-24' })).body.fields).toMatchObject([{ path: 'activityId' }])
  expect((await put({ minutes: 30, billableMinutes: 30 })).body.minutes).toEqual(30)
  expect((await emil.post('/time-entries', aTimeEntry({ activityId }))).status).toEqual(400)
})

test('employees see and change their own hours, the office sees all, economy changes all', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  const entry = await add({}, anne)
  const own = await add({ minutes: 30 })
  for (const path of ['/time-entries', `/time-entries?user=${anne.id}`, '/time-entries/groups?by=user']) {
    const seen = (await emil.get(path)).body.items.map(
      (item: { userId?: string; key?: string }) => item.userId ?? item.key,
    )
    expect(seen).not.toContain(anne.id)
  }
  expect((await emil.get('/time-entries.csv')).body).not.toContain('Anne')
  expect((await emil.get(`/time-entries/${entry.id}`)).status).toEqual(403)
  expect((await emil.put(`/time-entries/${entry.id}`, asSaved(entry, { minutes: 1 }))).status).toEqual(403)
  expect((await emil.delete(`/time-entries/${entry.id}?version=1`)).status).toEqual(403)
  expect((await emil.post('/time-entries', aTimeEntry({ activityId, userId: anne.id }))).status).toEqual(403)
  expect((await manager.get('/time-entries')).body).toMatchObject({ total: 2, totals: { entries: 2, minutes: 90 } })
  expect((await manager.put(`/time-entries/${own.id}`, asSaved(own, { minutes: 1 }))).status).toEqual(403)
  expect((await economy.put(`/time-entries/${own.id}`, asSaved(own, { minutes: 45 }))).status).toEqual(200)
  expect((await economy.delete(`/time-entries/${entry.id}?version=1`)).status).toEqual(204)
})

test('a project or an activity with hours is not deleted', async () => {
  await add()
  const activity = await economy.delete(`/activities/${activityId}?version=1`)
  expect(activity.status).toEqual(409)
  const project = await economy.delete(`/projects/${place.projectId}?version=1`)
  expect(project).toMatchObject({ status: 409 })
  expect(project.body.detail).toEqual(
    '1001 Harbour office has 1 registration of hours and was not deleted. Give it the state finished or cancelled instead.',
  )
  expect((await emil.get('/time-entries')).body.total).toEqual(1)
})

async function manyHours() {
  const anne = await anotherPerson(app, 'Anne Architect')
  const department = (await economy.post('/departments', aDepartment())).body
  const opera = await aPlaceToWork(app, {
    project: { name: 'Opera', departmentId: department.id },
    activity: { name: 'Rådgivning', billable: false },
  })
  await add({ note: 'Sketches of the façade', workedOn: '2026-10-30', minutes: 60 })
  await add({ note: 'ÆNDRINGER', workedOn: '2026-11-02', minutes: 120 })
  await add({ internalNote: '100% done', workedOn: '2026-11-03', minutes: 240 }, anne)
  await add({ activityId: opera.activityId, workedOn: '2026-11-29', minutes: 480 }, anne)
  return { anne, department, opera }
}

test('the hours of the company are filtered, and the sums are those of all that is found', async () => {
  const { anne, department, opera } = await manyHours()
  const found = async (query: string) => {
    const { body } = await manager.get(`/time-entries?sort=day&${query}`)
    expect(body.total, query).toEqual(body.items.length)
    expect(body.totals.minutes, query).toEqual(
      body.items.reduce((sum: number, item: { minutes: number }) => sum + item.minutes, 0),
    )
    return body.items.map((item: { minutes: number }) => item.minutes)
  }
  expect(await found('')).toEqual([60, 120, 240, 480])
  expect(await found('from=2026-11-01&to=2026-11-03')).toEqual([120, 240])
  expect(await found(`user=${anne.id}`)).toEqual([240, 480])
  expect(await found(`user=${anne.id}&user=${emil.id}`)).toEqual([60, 120, 240, 480])
  expect(await found(`project=${opera.projectId}`)).toEqual([480])
  expect(await found(`customer=${place.customerId}`)).toEqual([60, 120, 240])
  expect(await found(`activity=${opera.activityId}`)).toEqual([480])
  expect(await found(`department=${department.id}`)).toEqual([480])
  expect(await found('department=none')).toEqual([60, 120, 240])
  expect(await found(`department=none&department=${department.id}`)).toEqual([60, 120, 240, 480])
  expect(await found('billable=false')).toEqual([480])
  expect(await found('billable=true&approval=registered&billing=open')).toEqual([60, 120, 240])
  expect(await found('approval=approved')).toEqual([])
  expect(await found('search=façade')).toEqual([60])
  expect(await found('search=ændringer')).toEqual([120])
  expect(await found('search=100%25')).toEqual([240])
  expect(await found('search=anne opera')).toEqual([480])
  expect(await found('search=RÅDGIVNING')).toEqual([480])
  for (const query of ['sort=colour', 'from=2026-02-30', 'approval=maybe', 'by=user', 'billing=x'])
    expect((await manager.get(`/time-entries?${query}`)).status, query).toEqual(400)
})

test('pages hold each entry once, in either order', async () => {
  await manyHours()
  const seen: number[] = []
  for (const page of [1, 2, 3]) {
    const { body } = await manager.get(`/time-entries?sort=-minutes&size=2&page=${page}`)
    expect(body).toMatchObject({ total: 4, page, size: 2, totals: { minutes: 900, billableMinutes: 420 } })
    seen.push(...body.items.map((item: { minutes: number }) => item.minutes))
  }
  expect(seen).toEqual([480, 240, 120, 60])
  for (const sort of ['day', '-day', 'person', 'project', 'activity', 'customer', 'minutes', 'updatedAt'])
    expect((await manager.get(`/time-entries?sort=${sort}`)).body.items).toHaveLength(4)
})

test('hours are added up per person, project, customer, activity, department, week and month', async () => {
  const { anne, department, opera } = await manyHours()
  const grouped = async (by: string, query = '') =>
    (await manager.get(`/time-entries/groups?by=${by}${query}`)).body.items.map(
      ({ key, name, minutes }: { key: string; name: string; minutes: number }) => [key, name, minutes],
    )
  expect(await grouped('user')).toEqual([
    [anne.id, 'Anne Architect', 720],
    [emil.id, 'Emil Employee', 180],
  ])
  expect(await grouped('project')).toEqual([
    [place.projectId, 'Harbour office', 420],
    [opera.projectId, 'Opera', 480],
  ])
  expect(await grouped('customer', '&sort=-minutes')).toEqual([
    [opera.customerId, 'Hansen A/S', 480],
    [place.customerId, 'Hansen A/S', 420],
  ])
  expect(await grouped('activity')).toEqual([
    [activityId, '1001 Harbour office · Design', 420],
    [opera.activityId, '1002 Opera · Rådgivning', 480],
  ])
  expect(await grouped('department')).toEqual([
    ['', '', 420],
    [department.id, 'Copenhagen', 480],
  ])
  // Friday 30 October is of the week of 26 October, Sunday 29 November of that of the 23rd.
  expect(await grouped('week')).toEqual([
    ['2026-10-26', '', 60],
    ['2026-11-02', '', 360],
    ['2026-11-23', '', 480],
  ])
  expect(await grouped('month')).toEqual([
    ['2026-10-01', '', 60],
    ['2026-11-01', '', 840],
  ])
  expect(await grouped('month', '&billable=true&sort=-minutes')).toEqual([
    ['2026-11-01', '', 360],
    ['2026-10-01', '', 60],
  ])
  const { body } = await manager.get('/time-entries/groups?by=user&size=1&page=2')
  expect(body).toMatchObject({
    total: 2,
    items: [
      { key: emil.id, number: null, entries: 2, billableMinutes: 180, toApproveMinutes: 180, unbilledMinutes: 180 },
    ],
    totals: { minutes: 900 },
  })
  expect((await manager.get('/time-entries/groups?by=colour')).status).toEqual(400)
})

test('all that is found goes into a file, in the reader’s way of writing figures, without formulas', async () => {
  await add({ minutes: 90, note: '=HYPERLINK("http://evil.test")', internalNote: 'a;b' })
  const answer = await manager.get('/time-entries.csv?from=2026-11-01&to=2026-11-30')
  expect(answer.headers.get('content-type')).toEqual('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toEqual('attachment; filename="hours-2026-11-01-2026-11-30.csv"')
  const [heading, line, end] = answer.body.split('\r\n')
  expect(heading).toContain('Day,Co-worker,Customer,Project number')
  expect(line).toEqual(
    `2026-11-23,Emil Employee,Hansen A/S,1001,Harbour office,1,Design,1.5,1.5,90,90,"'=HYPERLINK(""http://evil.test"")",a;b,registered,,open`,
  )
  expect(end).toEqual('')
  const { body: me } = await manager.get('/me')
  await app.database.pool.query(`update app_user set language = 'da' where id = $1`, [me.id])
  const danish = (await manager.get('/time-entries.csv')).body
  expect(danish).toContain(`;1,5;1,5;90;90;"'=HYPERLINK(""http://evil.test"")";"a;b";`)
})

test('a file holds every entry once, also when there are more than a page of them', async () => {
  await app.database.pool.query(
    `insert into time_entry (id, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes, billable_minutes, approval, billing)
     select gen_random_uuid(), now(), now(), $1, $2, $3, date '2025-01-01' + (n % 300), 1, 0, 'registered', 'open' from generate_series(1, 4500) n`,
    [emil.id, place.projectId, activityId],
  )
  const lines = (await economy.get('/time-entries.csv')).body.split('\r\n')
  expect(lines).toHaveLength(1 + 4500 + 1)
  const days = lines.slice(1, -1).map((line: string) => line.slice(0, 10))
  expect(days).toEqual(days.toSorted())
})

test('hours go to another activity in bulk; what is approved or billed stays and is named', async () => {
  const target = await aPlaceToWork(app, { project: { name: 'Opera' }, activity: { billable: false } })
  const first = await add({ minutes: 60 })
  const approved = await add({ minutes: 30 })
  const billed = await add({ minutes: 15 })
  await economy.post('/time-entries/approve', { ids: [approved.id] })
  await app.database.pool.query(`update time_entry set billing = 'billed' where id = $1`, [billed.id])
  expect(
    (await emil.post('/time-entries/move', { fromActivityId: activityId, toActivityId: target.activityId })).status,
  ).toEqual(403)
  const answer = await economy.post('/time-entries/move', {
    fromActivityId: activityId,
    toActivityId: target.activityId,
  })
  expect(answer.body).toMatchObject({ done: 1, minutes: 60 })
  expect(answer.body.notDone).toEqual(
    expect.arrayContaining([
      { reason: 'They are approved. Open them again first.', count: 1, ids: [approved.id] },
      { reason: 'They are billed. Credit the invoice first.', count: 1, ids: [billed.id] },
    ]),
  )
  expect((await emil.get(`/time-entries/${first.id}`)).body).toMatchObject({
    projectName: 'Opera',
    activityId: target.activityId,
    billableMinutes: 0,
    version: 2,
  })
  const { items } = (await manager.get(`/history?kind=time-entry&subject=${first.id}`)).body
  expect(items.find((item: { action: string }) => item.action === 'changed').changes).toEqual([
    { field: 'project', from: '1001 Harbour office', to: '1002 Opera' },
    { field: 'billableMinutes', from: 60, to: 0 },
  ])
  const again = await economy.post('/time-entries/move', { ids: [first.id], toActivityId: target.activityId })
  expect(again.body).toMatchObject({ done: 0, notDone: [{ reason: 'They are on this activity already.', count: 1 }] })
  const nothing = await economy.post('/time-entries/move', { toActivityId: target.activityId })
  expect(nothing.body.fields).toMatchObject([{ path: 'ids' }])
})

test('the hours of an activity that pass its alert are told to the owner of the project once', async () => {
  const petra = await personAs(app, 'project-manager')
  const alerted = await aPlaceToWork(app, { project: { ownerId: petra.id }, activity: { alertMinutes: 120 } })
  const alerts = async () =>
    (await petra.get('/notifications')).body.items.filter((item: { text: string }) =>
      item.text.includes('asked to be told'),
    )
  await add({ activityId: alerted.activityId, minutes: 119 })
  expect(await alerts()).toEqual([])
  await Promise.all([1, 2].map(() => add({ activityId: alerted.activityId, minutes: 30 })))
  await add({ activityId: alerted.activityId, minutes: 30 })
  expect(await alerts()).toMatchObject([{ level: 'warning', repeats: 0, link: `/projects/${alerted.projectId}` }])
  const { body: activity } = await economy.get(`/activities/${alerted.activityId}`)
  await economy.put(`/activities/${alerted.activityId}`, activityChange(activity, { alertMinutes: 240 }))
  await petra.post('/notifications/read', { all: true })
  app.setNow('2026-11-23T10:00:00Z')
  await add({ activityId: alerted.activityId, minutes: 31 })
  expect(await alerts()).toMatchObject([{ readAt: null }, {}])
  expect((await alerts())[0].text).toEqual(
    '1 Design of 1002 Harbour office has 4:00 hours now; you asked to be told at 4:00.',
  )
})

test('a project has its hours per week, and per activity beside the estimate', async () => {
  const survey = (
    await economy.post('/activities', { projectId: place.projectId, name: 'Survey', estimatedMinutes: 600 })
  ).body
  await add({ workedOn: '2026-11-01', minutes: 60, billableMinutes: 0 })
  await add({ workedOn: '2026-11-17', minutes: 120, activityId: survey.id })
  const { body } = await manager.get(`/projects/${place.projectId}/figures`)
  expect(body).toEqual({
    weeks: [
      { week: '2026-10-26', minutes: 60, billableMinutes: 0 },
      { week: '2026-11-02', minutes: 0, billableMinutes: 0 },
      { week: '2026-11-09', minutes: 0, billableMinutes: 0 },
      { week: '2026-11-16', minutes: 120, billableMinutes: 120 },
    ],
    activities: [
      expect.objectContaining({ activityId, minutes: 60, estimatedMinutes: null }),
      expect.objectContaining({ activityId: survey.id, minutes: 120, estimatedMinutes: 600 }),
    ],
    totals: { minutes: 180, billableMinutes: 120, estimatedMinutes: 600 },
  })
  expect((await manager.get('/projects/01930000-0000-7000-8000-00000000000f/figures')).status).toEqual(404)
  const empty = await aPlaceToWork(app)
  expect((await manager.get(`/projects/${empty.projectId}/figures`)).body.weeks).toEqual([])
})
