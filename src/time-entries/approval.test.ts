import { beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { aTimeEntry } from '../../test/builders.ts'
import { anotherPerson, aPlaceToWork, type Person, personAs } from '../../test/hours.ts'

let app: TestApp
let emil: Person
let petra: Person
let economy: Person
let place: Awaited<ReturnType<typeof aPlaceToWork>>
beforeEach(async () => {
  app = await startTestApp()
  emil = await personAs(app, 'employee')
  petra = await personAs(app, 'project-manager')
  economy = await personAs(app, 'economy')
  place = await aPlaceToWork(app, { project: { ownerId: petra.id } })
})

async function add(fields: object = {}, who: Person = emil): Promise<string> {
  const answer = await who.post('/time-entries', aTimeEntry({ activityId: place.activityId, ...fields }))
  expect(answer.status, JSON.stringify(answer.body)).toEqual(201)
  return answer.body.id
}
const entryOf = async (id: string) => (await economy.get(`/time-entries/${id}`)).body
const bill = (id: string, billing: string) =>
  app.database.pool.query('update time_entry set billing = $2 where id = $1', [id, billing])
async function letTimesheetApprovers() {
  const admin = await app.as('administrator')
  const { body } = await admin.get('/hours-settings')
  await admin.put('/hours-settings', { ...body, approver: 'timesheet-approver' })
}

test('the owner of the project approves its hours; who and when stands on the entry and in the history', async () => {
  const id = await add()
  expect((await petra.post('/time-entries/approve', { ids: [id] })).body).toEqual({ done: 1, minutes: 60, notDone: [] })
  expect(await entryOf(id)).toMatchObject({
    approval: 'approved',
    approvedBy: 'Petra Projects',
    approvedAt: '2026-11-23T09:30:00.000Z',
    keptBecause: 'approved',
    version: 2,
  })
  const { items } = (await petra.get(`/history?kind=time-entry&subject=${id}`)).body
  expect(items.find((item: { action: string }) => item.action === 'changed')).toMatchObject({
    actor: 'Petra Projects',
    actorKind: 'user',
    changes: [{ field: 'approval', from: 'registered', to: 'approved' }],
  })
})

test('approved twice is approved once, and the second time says so', async () => {
  const ids = [await add(), await add({ minutes: 30 })]
  const both = await Promise.all([1, 2].map(() => petra.post('/time-entries/approve', { ids })))
  expect(both.map(({ body }) => body.done).toSorted()).toEqual([0, 2])
  expect(both.find(({ body }) => body.done === 0)?.body.notDone).toMatchObject([
    { reason: 'They are approved already.', count: 2 },
  ])
  expect((await entryOf(ids[0] as string)).version).toEqual(2)
})

test('of a bulk, what cannot be approved is left and named with its reason', async () => {
  const foreign = await aPlaceToWork(app, { project: { name: 'Opera', ownerId: economy.id } })
  const [mine, theirs] = [await add(), await add({ activityId: foreign.activityId })]
  const gone = '01930000-0000-7000-8000-00000000000f'
  const { body } = await petra.post('/time-entries/approve', { ids: [mine, theirs, gone, mine] })
  expect(body).toMatchObject({ done: 1, minutes: 60 })
  expect(body.notDone).toEqual([
    { reason: 'Somebody else approves them.', count: 1, ids: [theirs] },
    { reason: 'They do not exist any more.', count: 1, ids: [gone] },
  ])
  expect((await entryOf(theirs)).approval).toEqual('registered')
  expect((await economy.post('/time-entries/approve', { ids: [theirs] })).body.done).toEqual(1)
  expect((await emil.post('/time-entries/approve', { ids: [theirs] })).status).toEqual(403)
})

test('where the company has timesheet approvers, they approve instead of the owners of projects', async () => {
  await letTimesheetApprovers()
  const other = await anotherPerson(app, 'Olga Other', 'project-manager')
  const id = await add()
  await economy.put(`/users/${emil.id}/timesheet-settings`, { lockedUntil: null, approverId: other.id })
  expect((await petra.post('/time-entries/approve', { ids: [id] })).body).toMatchObject({ done: 0 })
  expect((await petra.get('/hours-to-approve')).body.groups).toEqual([])
  expect((await other.get('/hours-to-approve')).body.groups).toMatchObject([{ userId: emil.id, entries: 1 }])
  expect((await other.post('/time-entries/approve', { ids: [id] })).body).toMatchObject({ done: 1 })
})

test('an approver is somebody who may approve', async () => {
  const put = (approverId: string) =>
    economy.put(`/users/${emil.id}/timesheet-settings`, { lockedUntil: null, approverId })
  expect((await put(emil.id)).body.fields).toMatchObject([{ path: 'approverId' }])
  expect((await put('nobody')).body.fields).toMatchObject([{ path: 'approverId' }])
  expect((await put(petra.id)).body).toEqual({ lockedUntil: null, approverId: petra.id })
})

test('hours that wait are added up by person and week, or by project', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  const opera = await aPlaceToWork(app, { project: { name: 'Opera', ownerId: petra.id } })
  await add({ workedOn: '2026-11-16', minutes: 120 })
  await add({ workedOn: '2026-11-22', minutes: 60, activityId: opera.activityId })
  await add({ workedOn: '2026-11-23', minutes: 30 })
  await add({ workedOn: '2026-11-16', minutes: 15 }, anne)
  const { body } = await petra.get('/hours-to-approve')
  expect(body).toMatchObject({
    approver: 'project-owner',
    asOf: '2026-11-23T09:30:00.000Z',
    groupCount: 3,
    totals: { entries: 4, minutes: 225, billableMinutes: 225 },
    groups: [
      { userName: 'Anne Architect', week: '2026-11-16', minutes: 15, normMinutes: 2220 },
      {
        key: `${emil.id}/2026-11-16`,
        week: '2026-11-16',
        entries: 2,
        minutes: 180,
        firstDay: '2026-11-16',
        lastDay: '2026-11-22',
        projects: [
          { name: 'Harbour office', customerName: 'Hansen A/S', minutes: 120 },
          { name: 'Opera', minutes: 60 },
        ],
      },
      { userName: 'Emil Employee', week: '2026-11-23', minutes: 30 },
    ],
  })
  expect((await petra.get('/hours-to-approve?by=project')).body.groups).toMatchObject([
    { key: place.projectId, userId: null, week: null, entries: 3, minutes: 165, firstDay: '2026-11-16' },
    { key: opera.projectId, minutes: 60 },
  ])
  expect((await petra.get(`/hours-to-approve?user=${anne.id}&to=2026-11-16`)).body.totals.minutes).toEqual(15)
  expect((await petra.get('/hours-to-approve?from=2026-11-23')).body.totals.minutes).toEqual(30)
  expect((await petra.get(`/hours-to-approve?project=${opera.projectId}`)).body.totals.minutes).toEqual(60)
})

test('a whole week is approved by its filter, without what came after the approver looked', async () => {
  const seen = await add()
  const { asOf } = (await petra.get('/hours-to-approve')).body
  app.setNow('2026-11-23T09:31:00Z')
  const late = await add({ minutes: 30 })
  const filter = { userIds: [emil.id], from: '2026-11-23', to: '2026-11-29' }
  expect((await petra.post('/time-entries/approve', { filter, asOf })).body).toEqual({
    done: 1,
    minutes: 60,
    notDone: [{ reason: 'They were changed after you looked. Look again.', count: 1, ids: [late] }],
  })
  expect((await entryOf(seen)).approval).toEqual('approved')
  expect((await petra.post('/time-entries/approve', { filter: { projectIds: [place.projectId] } })).body).toMatchObject(
    {
      done: 1,
      minutes: 30,
    },
  )
})

test('rejected hours go back with a comment, the person hears of it once, and put right they wait again', async () => {
  const ids = [await add({ workedOn: '2026-11-20' }), await add()]
  expect((await petra.post('/time-entries/reject', { ids, comment: ' ' })).body.fields).toMatchObject([
    { path: 'comment' },
  ])
  expect((await petra.post('/time-entries/reject', { ids, comment: 'Which part?' })).body).toMatchObject({ done: 2 })
  expect((await petra.post('/time-entries/reject', { ids, comment: 'Which part?' })).body).toMatchObject({ done: 0 })
  expect((await emil.get('/notifications')).body.items).toMatchObject([
    {
      text: 'Petra Projects rejected 2 entries of your hours from 2026-11-20: Which part?',
      level: 'warning',
      link: '/timesheet?day=2026-11-20',
      repeats: 0,
    },
  ])
  const rejected = await entryOf(ids[1] as string)
  expect(rejected).toMatchObject({ approval: 'rejected', rejectedBecause: 'Which part?', keptBecause: null })
  expect((await petra.get('/hours-to-approve')).body.groups).toEqual([])
  const cell = { activityId: place.activityId, day: '2026-11-23', minutes: 60, note: 'Facade' }
  expect((await emil.put('/timesheet/cell', cell)).body.cell.entries).toMatchObject([
    { approval: 'registered', rejectedBecause: null, note: 'Facade' },
  ])
  expect((await petra.get('/hours-to-approve')).body.totals.entries).toEqual(1)
})

test('approved hours are changed by nobody until they are opened again', async () => {
  const id = await add({ minutes: 300 })
  await petra.post('/time-entries/approve', { ids: [id] })
  const entry = await entryOf(id)
  const { activityId, workedOn, minutes, billableMinutes, note, internalNote, version } = entry
  const saved = { activityId, workedOn, minutes, billableMinutes, note, internalNote, version }
  const put = await economy.put(`/time-entries/${id}`, { ...saved, minutes: 240 })
  expect(put).toMatchObject({
    status: 409,
    body: {
      detail: 'The hours of Emil Employee on 2026-11-23 are approved. Let the approver open them again first.',
    },
  })
  expect((await emil.delete(`/time-entries/${id}?version=2`)).status).toEqual(409)
  const cell = (total: number, fields: object = {}) =>
    emil.put('/timesheet/cell', { activityId, day: '2026-11-23', minutes: total, ...fields })
  expect((await cell(240)).body.fields[0].message).toContain('5:00 of this day are approved or billed')
  expect((await cell(0)).status).toEqual(400)
  expect((await cell(300)).status).toEqual(200)
  expect((await cell(300, { note: 'Late' })).status).toEqual(409)
  app.setNow('2026-11-23T10:00:00Z')
  expect((await cell(420)).body.cell).toMatchObject({
    minutes: 420,
    keptMinutes: 300,
    entries: [
      { id, minutes: 300, keptBecause: 'approved' },
      { minutes: 120, keptBecause: null },
    ],
  })
  expect((await petra.post('/time-entries/reopen', { ids: [id] })).body).toMatchObject({ done: 1, minutes: 300 })
  expect(await entryOf(id)).toMatchObject({ approval: 'registered', approvedBy: null, approvedAt: null })
  expect((await cell(0)).body.cell).toMatchObject({ minutes: 0, entries: [] })
})

test.each([
  ['drafted', 'stand on a draft of an invoice'],
  ['billed', 'are billed'],
  ['written-off', 'are written off'],
])('%s hours stay as they are, with the way out', async (billing, words) => {
  const id = await add()
  await petra.post('/time-entries/approve', { ids: [id] })
  await bill(id, billing)
  const refused = await emil.delete(`/time-entries/${id}?version=2`)
  expect(refused.status).toEqual(409)
  expect(refused.body.detail).toContain(words)
  for (const action of ['reopen', 'reject']) {
    const { body } = await petra.post(`/time-entries/${action}`, {
      ids: [id],
      ...(action === 'reject' ? { comment: 'No' } : {}),
    })
    expect(body).toMatchObject({ done: 0, notDone: [{ count: 1, ids: [id] }] })
    expect(body.notDone[0].reason).toContain(words)
  }
})

test('only approved hours are opened again', async () => {
  const id = await add()
  expect((await petra.post('/time-entries/reopen', { ids: [id] })).body).toMatchObject({
    done: 0,
    notDone: [{ reason: 'They are not approved.' }],
  })
})

test('the bell of the approver rings once, however many hours come, and again when he has looked', async () => {
  const bell = async () => (await petra.get('/notifications')).body
  await add()
  await add({ minutes: 30 })
  expect(await bell()).toMatchObject({
    unread: 1,
    items: [{ text: 'Hours wait for your approval.', link: '/hours-approval', repeats: 0 }],
  })
  await petra.post('/notifications/read', { all: true })
  await emil.put('/timesheet/cell', { activityId: place.activityId, day: '2026-11-24', minutes: 60 })
  expect(await bell()).toMatchObject({ unread: 1, total: 2 })
  await petra.post('/notifications/read', { all: true })
  await add({}, petra)
  expect(await bell()).toMatchObject({ unread: 0, total: 2 })
})

test('the notice of hours goes by itself when the approver has none left, however they went', async () => {
  const unread = async (who: Person) => (await who.get('/notifications')).body.unread
  const opera = await aPlaceToWork(app, { project: { name: 'Opera', ownerId: economy.id } })
  const [first, second] = [await add(), await add({ minutes: 30 })]
  await add({ activityId: opera.activityId })
  expect([await unread(petra), await unread(economy)]).toEqual([1, 1])
  await petra.post('/time-entries/approve', { ids: [first] })
  expect(await unread(petra), 'one still waits').toEqual(1)
  await petra.post('/time-entries/reject', { ids: [second], comment: 'Which drawing?' })
  expect([await unread(petra), await unread(economy)]).toEqual([0, 1])

  const { activityId, workedOn, billableMinutes, version } = await entryOf(second)
  const change = { activityId, workedOn, minutes: 45, billableMinutes, note: null, internalNote: null, version }
  const { body: changed } = await emil.put(`/time-entries/${second}`, change)
  expect(await unread(petra), 'put right, it waits again').toEqual(1)
  await emil.delete(`/time-entries/${second}?version=${changed.version}`)
  expect(await unread(petra), 'removed by whoever worked them').toEqual(0)
})

test('five thousand hours are approved in one go', async () => {
  await app.database.pool.query(
    `insert into time_entry (id, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes, billable_minutes, approval, billing)
     select gen_random_uuid(), $4, $4, $1, $2, $3, date '2020-01-01' + n, 60, 60, 'registered', 'open' from generate_series(1, 5000) n`,
    [emil.id, place.projectId, place.activityId, app.now()],
  )
  const answer = await petra.post('/time-entries/approve', { filter: {}, asOf: app.now().toISOString() })
  expect(answer.body).toEqual({ done: 5000, minutes: 300_000, notDone: [] })
  const { rows } = await app.database.pool.query(
    `select count(*)::int as count from audit_entry where kind = 'time-entry'`,
  )
  expect(rows).toEqual([{ count: 5000 }])
})
