import { beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { activityChange, anotherPerson, aPlaceToWork, type Person, personAs } from '../../test/hours.ts'

let app: TestApp
let emil: Person
let activityId: string
let place: Awaited<ReturnType<typeof aPlaceToWork>>
beforeEach(async () => {
  app = await startTestApp()
  emil = await personAs(app, 'employee')
  place = await aPlaceToWork(app)
  activityId = place.activityId
})

const monday = '2026-11-23'
const cell = (minutes: number, fields: object = {}, who: Person = emil) =>
  who.put('/timesheet/cell', { activityId, day: monday, minutes, ...fields })
const week = async (who: Person = emil, query = '') =>
  (await who.get(`/timesheet?from=2026-11-23&to=2026-11-29${query}`)).body
const entries = async () =>
  (await app.database.pool.query('select * from time_entry order by worked_on, created_at, id')).rows

test('what is typed into a cell stands there, on its day and in the sums of day, row and week', async () => {
  const answer = await cell(450, { note: 'Sketches' })
  expect(answer).toMatchObject({
    status: 200,
    body: {
      cell: {
        day: monday,
        minutes: 450,
        billableMinutes: 450,
        keptMinutes: 0,
        entries: [{ minutes: 450, note: 'Sketches', approval: 'registered', billing: 'open', keptBecause: null }],
      },
      day: { day: monday, normMinutes: 444, minutes: 450, lock: null },
    },
  })
  expect(await week()).toMatchObject({
    userId: emil.id,
    userName: 'Emil Employee',
    today: monday,
    mayChange: true,
    days: [{ day: monday, minutes: 450, billableMinutes: 450 }, {}, {}, {}, {}, { normMinutes: 0 }, { minutes: 0 }],
    rows: [
      {
        activityId,
        activityNumber: '1',
        projectName: 'Harbour office',
        customerName: 'Hansen A/S',
        hoursRefusal: null,
        minutes: 450,
        cells: [{ day: monday, minutes: 450 }],
      },
    ],
    totals: { minutes: 450, billableMinutes: 450, normMinutes: 5 * 444 },
  })
})

test('the same cell twice, also at the same moment, is one entry', async () => {
  const answers = await Promise.all([cell(450), cell(450), cell(450)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await entries()).toMatchObject([{ minutes: 450, version: 1 }])
  expect((await cell(450)).body.cell.entries[0].version).toEqual(1)
})

test('a cell is changed and emptied, and each change stands in the history', async () => {
  const { id } = (await cell(450, { note: 'Sketches' })).body.cell.entries[0]
  app.setNow('2026-11-23T10:00:00Z')
  await cell(480)
  app.setNow('2026-11-23T11:00:00Z')
  expect((await cell(0)).body).toMatchObject({ cell: { minutes: 0, entries: [] }, day: { minutes: 0 } })
  expect(await entries()).toEqual([])
  const manager = await app.as('project-manager')
  const { items } = (await manager.get(`/history?kind=time-entry&subject=${id}`)).body
  expect(items).toMatchObject([
    { action: 'deleted', actor: 'Emil Employee' },
    { action: 'changed', changes: [{ field: 'minutes', from: 450, to: 480 }, { field: 'billableMinutes' }] },
    { action: 'created' },
  ])
  expect(items[2].changes).toContainEqual({ field: 'activity', from: null, to: '1 Design' })
})

test.each([[-1], [1441], [7.5], [1e9], ['450'], [null]])(
  '%j minutes are refused by name and nothing is stored',
  async (minutes) => {
    expect(await cell(minutes as number)).toMatchObject({ status: 400, body: { fields: [{ path: 'minutes' }] } })
    expect(await entries()).toEqual([])
  },
)

test('a day has 24 hours, whatever the activities', async () => {
  const other = await aPlaceToWork(app)
  await cell(1200)
  const more = await emil.put('/timesheet/cell', { activityId: other.activityId, day: monday, minutes: 241 })
  expect(more).toMatchObject({
    status: 400,
    body: {
      fields: [
        {
          path: 'minutes',
          message:
            'Emil Employee has 20:00 on other entries of 2026-11-23; with 4:01 it would be more than 24 hours. Nothing was stored.',
        },
      ],
    },
  })
  const fits = await emil.put('/timesheet/cell', { activityId: other.activityId, day: monday, minutes: 240 })
  expect(fits.body.day).toMatchObject({ minutes: 1440 })
  expect((await cell(1200)).status).toEqual(200)
})

test('two activities at the same moment do not make a day of more than 24 hours', async () => {
  const other = await aPlaceToWork(app)
  const both = await Promise.all([
    cell(800),
    emil.put('/timesheet/cell', { activityId: other.activityId, day: monday, minutes: 800 }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400])
})

test('a day whose year is mistyped is refused', async () => {
  for (const day of ['2062-11-23', '2019-11-23', '0206-11-23'])
    expect(await cell(60, { day })).toMatchObject({ status: 400, body: { fields: [{ path: 'day' }] } })
  for (const day of ['2026-02-29', '2026-11-31', '2026-11-23T00:00:00Z'])
    expect(await cell(60, { day })).toMatchObject({ status: 400, body: { fields: [{ path: 'day' }] } })
  expect((await cell(60, { day: '2027-11-23' })).status).toEqual(200)
})

test('only an activity in progress takes hours; what it has can be made less', async () => {
  await cell(480)
  const economy = await app.as('economy')
  const change = activityChange(place.activity, { state: 'finished' })
  expect((await economy.put(`/activities/${activityId}`, change)).status).toEqual(200)
  const refused = await cell(490)
  expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'activityId' }] } })
  expect(refused.body.fields[0].message).toContain('1 Design')
  expect((await cell(470)).status).toEqual(200)
  expect((await week()).rows).toMatchObject([{ hoursRefusal: refused.body.fields[0].message, minutes: 470 }])
  expect((await cell(0)).status).toEqual(200)
  expect((await week()).rows).toEqual([])
  expect((await cell(1)).status).toEqual(400)
})

test('an activity for expenses, of a resting project or unknown takes no hours', async () => {
  const forExpenses = await aPlaceToWork(app, { activity: { takesHours: false } })
  const onHold = await aPlaceToWork(app, { project: { state: 'on-hold' } })
  for (const id of [forExpenses.activityId, onHold.activityId, '01930000-0000-7000-8000-00000000000f'])
    expect(await cell(60, { activityId: id })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'activityId' }] },
    })
})

test('minutes are billable when the activity and the price model of its project are, unless somebody writes otherwise', async () => {
  const internal = await aPlaceToWork(app, { activity: { billable: false } })
  expect((await cell(60, { activityId: internal.activityId })).body.cell.billableMinutes).toEqual(0)
  await app.database.pool.query(
    `insert into price_model (id, version, created_at, updated_at, project_id, position, name, kind, expenses_included, expense_markup, active)
     values (gen_random_uuid(), 1, now(), now(), $1, 1, 'Internal', 'non-billable', false, 0, true)`,
    [place.projectId],
  )
  expect((await cell(60)).body.cell.billableMinutes).toEqual(0)
  expect((await cell(60, { billableMinutes: 45 })).body.cell.billableMinutes).toEqual(45)
  expect((await cell(90)).body.cell.billableMinutes).toEqual(45)
})

test('an empty week shows the activities of the weeks before, as long as they take hours', async () => {
  await cell(60, { day: '2026-11-02' })
  expect((await week()).rows).toMatchObject([{ activityId, minutes: 0, cells: [] }])
  const later = (await emil.get('/timesheet?from=2026-12-14&to=2026-12-20')).body
  expect(later.rows).toEqual([])
})

test('activities for a new row are found by words of project, customer and number, last used first', async () => {
  const other = await aPlaceToWork(app, { project: { name: 'Opera' }, activity: { name: 'Ærlig rådgivning' } })
  await aPlaceToWork(app, { project: { name: 'Closed', state: 'finished' } })
  const found = async (search: string) =>
    (await emil.get(`/timesheet/activities?search=${encodeURIComponent(search)}`)).body.items.map(
      (item: { activityId: string }) => item.activityId,
    )
  expect(await found('')).toEqual([activityId, other.activityId])
  await cell(60, { activityId: other.activityId })
  expect(await found('')).toEqual([other.activityId, activityId])
  expect(await found('ærlig OPERA')).toEqual([other.activityId])
  expect(await found('hansen design')).toEqual([activityId])
  expect(await found('100%')).toEqual([])
})

test('everybody changes the own hours only, economy those of others', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  const economy = await personAs(app, 'economy')
  const manager = await personAs(app, 'project-manager')
  expect((await cell(60, { userId: anne.id })).status).toEqual(403)
  expect((await cell(60, { userId: anne.id }, manager)).status).toEqual(403)
  expect((await cell(60, { userId: anne.id }, economy)).status).toEqual(200)
  expect(await entries()).toMatchObject([{ user_id: anne.id, minutes: 60 }])
  expect((await emil.get(`/timesheet?from=2026-11-23&to=2026-11-29&user=${anne.id}`)).status).toEqual(403)
  expect(await week(manager, `&user=${anne.id}`)).toMatchObject({ mayChange: false, totals: { minutes: 60 } })
  expect(await week(anne)).toMatchObject({ mayChange: true, totals: { minutes: 60 } })
  expect((await economy.get('/timesheet?from=2026-11-23&to=2026-11-29&user=nobody')).status).toEqual(404)
  expect((await cell(60, { userId: 'nobody' }, economy)).body.fields).toMatchObject([{ path: 'userId' }])
})

test('an API key names the person whose hours it writes', async () => {
  const admin = await app.as('administrator')
  const { key } = (await admin.post('/api-keys', { name: 'Clock', role: 'economy', expiresOn: '2027-01-01' })).body
  const robot = app.withKey(key)
  const body = { activityId, day: monday, minutes: 60 }
  expect((await robot.put('/timesheet/cell', body)).body.fields).toMatchObject([{ path: 'userId' }])
  expect((await robot.put('/timesheet/cell', { ...body, userId: emil.id })).status).toEqual(200)
})

test('today is the day of the company, wherever the server is', async () => {
  const admin = await app.as('administrator')
  app.setNow('2026-11-23T23:30:00Z')
  expect((await week()).today).toEqual('2026-11-24')
  const { body: company } = await admin.get('/company')
  await admin.put('/company', { ...company, timeZone: 'Pacific/Auckland' })
  expect((await week()).today).toEqual('2026-11-24')
  app.setNow('2026-11-24T11:30:00Z')
  expect((await week()).today).toEqual('2026-11-25')
  await admin.put('/company', { ...company, version: 2, timeZone: 'America/Los_Angeles' })
  app.setNow('2026-11-24T05:30:00Z')
  expect((await week()).today).toEqual('2026-11-23')
})

test('the days on which the clock changes are days like others', async () => {
  for (const [from, day] of [
    ['2026-03-23', '2026-03-29'],
    ['2026-10-19', '2026-10-25'],
  ]) {
    expect((await cell(1440, { day })).body.cell).toMatchObject({ day, minutes: 1440 })
    const sheet = (await emil.get(`/timesheet?from=${from}&to=${day}`)).body
    expect(sheet.days).toHaveLength(7)
    expect(sheet.days[6]).toMatchObject({ day, minutes: 1440 })
  }
})

test('a month is shown as a week is, a range without end is not', async () => {
  await cell(60, { day: '2026-11-01' })
  const month = (await emil.get('/timesheet?from=2026-11-01&to=2026-11-30')).body
  expect(month.days).toHaveLength(30)
  expect(month.rows[0].cells).toMatchObject([{ day: '2026-11-01', minutes: 60 }])
  for (const range of ['from=2026-11-30&to=2026-11-01', 'from=2026-01-01&to=2026-12-31', 'from=x&to=2026-11-01'])
    expect((await emil.get(`/timesheet?${range}`)).status, range).toEqual(400)
})

test('where the company asks for notes, hours without one are refused', async () => {
  const admin = await app.as('administrator')
  await cell(60)
  const { body: settings } = await admin.get('/hours-settings')
  await admin.put('/hours-settings', { ...settings, notesRequired: true })
  expect((await week()).notesRequired).toEqual(true)
  for (const fields of [{}, { note: '' }, { note: '   ' }])
    expect(await cell(90, fields)).toMatchObject({ status: 400, body: { fields: [{ path: 'note' }] } })
  expect((await cell(90, { note: 'Sketches' })).status).toEqual(200)
  expect((await cell(95)).body.cell.entries).toMatchObject([{ note: 'Sketches' }])
  expect((await cell(0)).status).toEqual(200)
})

test('notes hold any language and 1,000 characters', async () => {
  const note = `<b>“Ærø” שלום 🏗\u202e${'x'.repeat(980)}`
  expect((await cell(60, { note, internalNote: '  ' })).body.cell.entries).toMatchObject([{ note, internalNote: null }])
  expect((await cell(60, { note: 'x'.repeat(1_001) })).body.fields).toMatchObject([{ path: 'note' }])
})

const copy = (fields: object = {}) =>
  emil.post('/timesheet/copy-week', { fromWeek: '2026-11-16', toWeek: monday, ...fields })

test('a week is copied: its rows, and its minutes when wished', async () => {
  await cell(450, { day: '2026-11-16', note: 'Sketches', billableMinutes: 300 })
  await cell(120, { day: '2026-11-22' })
  expect((await copy()).body).toMatchObject({ rows: [{ activityId }], entries: 0, minutes: 0, notCopied: [] })
  expect((await copy({ fromWeek: '2026-11-19', toWeek: '2026-11-26', withMinutes: true })).body).toMatchObject({
    entries: 2,
    minutes: 570,
    notCopied: [],
  })
  expect((await week()).rows[0].cells).toMatchObject([
    { day: monday, minutes: 450, billableMinutes: 300, entries: [{ note: null }] },
    { day: '2026-11-29', minutes: 120, billableMinutes: 120 },
  ])
})

test('copied twice, nothing comes twice, and what was not copied is told with its reason', async () => {
  await cell(450, { day: '2026-11-16' })
  await copy({ withMinutes: true })
  expect((await copy({ withMinutes: true })).body).toMatchObject({
    entries: 0,
    notCopied: [{ activityId, day: monday, reason: 'The day has hours on this activity already.' }],
  })
  expect((await week()).totals.minutes).toEqual(450)
})

test('hours of a finished activity, on a locked day or beyond 24 hours are not copied', async () => {
  const finished = await aPlaceToWork(app, { activity: { name: 'Survey' } })
  const other = await aPlaceToWork(app, { activity: { name: 'Review' } })
  for (const day of ['2026-11-16', '2026-11-17', '2026-11-18']) await cell(900, { day })
  await cell(60, { day: '2026-11-16', activityId: finished.activityId })
  await cell(600, { day: '2026-11-24', activityId: other.activityId })
  const economy = await app.as('economy')
  const change = activityChange(finished.activity, { state: 'finished' })
  await economy.put(`/activities/${finished.activityId}`, change)
  await economy.put(`/users/${emil.id}/timesheet-settings`, { lockedUntil: monday, approverId: null })
  const { body } = await copy({ withMinutes: true })
  expect(body).toMatchObject({ rows: [{ activityId }], entries: 1, minutes: 900 })
  expect(body.notCopied).toMatchObject([
    { activity: '1 Survey', day: null },
    { activity: '1 Design', day: monday },
    { activity: '1 Design', day: '2026-11-24' },
  ])
  expect(body.notCopied[1].reason).toContain('locked until 2026-11-23')
  expect(body.notCopied[2].reason).toContain('more than 24 hours')
})

test('a week is not copied onto itself', async () => {
  expect((await copy({ toWeek: '2026-11-20' })).body.fields).toMatchObject([{ path: 'toWeek' }])
})
