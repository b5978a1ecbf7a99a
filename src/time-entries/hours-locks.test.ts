import { beforeEach, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { aTimeEntry } from '../../test/builders.ts'
import { anotherPerson, aPlaceToWork, type Person, personAs } from '../../test/hours.ts'
import { testOnlyIf } from '../../test/only-if.ts'

let app: TestApp
let emil: Person
let economy: Person
let admin: Person
let place: Awaited<ReturnType<typeof aPlaceToWork>>
beforeEach(async () => {
  app = await startTestApp()
  emil = await personAs(app, 'employee')
  economy = await personAs(app, 'economy')
  admin = await personAs(app, 'administrator')
  place = await aPlaceToWork(app)
})

const cell = (day: string, minutes = 60, who: Person = emil) =>
  who.put('/timesheet/cell', { activityId: place.activityId, day, minutes })
async function lockCompany(lockedUntil: string | null, who: Person = economy) {
  const { body } = await who.get('/hours-settings')
  return who.put('/hours-settings', { ...body, lockedUntil })
}
const lockPerson = (lockedUntil: string | null, id = emil.id) =>
  economy.put(`/users/${id}/timesheet-settings`, { lockedUntil, approverId: null })

test('hours on and before the company’s lock are changed by nobody; the day shows until when and by whom', async () => {
  await cell('2026-11-20')
  await lockCompany('2026-11-20')
  for (const who of [emil, economy, admin]) {
    const answer = await who.put('/timesheet/cell', {
      ...{ userId: emil.id, activityId: place.activityId, day: '2026-11-20', minutes: 90 },
    })
    expect(answer).toMatchObject({
      status: 409,
      body: {
        detail:
          'Hours until 2026-11-20 are locked for everybody, so 2026-11-20 stays as it is. Economy can move the lock.',
      },
    })
  }
  expect((await cell('2026-11-19')).status).toEqual(409)
  expect((await cell('2026-11-21')).status).toEqual(200)
  const { days, rows } = (await emil.get('/timesheet?from=2026-11-16&to=2026-11-22')).body
  const lock = { until: '2026-11-20', by: 'company', setBy: 'Erik Economy' }
  expect(days.map((day: { lock: unknown }) => day.lock)).toEqual([lock, lock, lock, lock, lock, null, null])
  expect(rows[0].cells[0]).toMatchObject({ day: '2026-11-20', keptMinutes: 0, entries: [{ keptBecause: 'locked' }] })
})

test('what stands in a locked cell can be sent again: it changes nothing', async () => {
  await cell('2026-11-20')
  await lockCompany('2026-11-20')
  expect((await cell('2026-11-20')).status).toEqual(200)
  expect((await cell('2026-11-18', 0)).status).toEqual(200)
})

test('a person’s own lock is his only; the later of both holds', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  await lockPerson('2026-11-20')
  const refused = await cell('2026-11-20')
  expect(refused).toMatchObject({ status: 409 })
  expect(refused.body.detail).toContain('The hours of Emil Employee are locked until 2026-11-20')
  expect((await cell('2026-11-20', 60, anne)).status).toEqual(200)
  await lockCompany('2026-11-13')
  const dayOf = async (who: Person) => (await who.get('/timesheet?from=2026-11-13&to=2026-11-13')).body.days[0]
  expect(await dayOf(emil)).toMatchObject({ lock: { until: '2026-11-20', by: 'person', setBy: 'Erik Economy' } })
  expect(await dayOf(anne)).toMatchObject({ lock: { until: '2026-11-13', by: 'company' } })
})

test('entries are neither added, changed, deleted, copied nor moved into or out of locked days', async () => {
  const entry = (await emil.post('/time-entries', aTimeEntry({ activityId: place.activityId, workedOn: '2026-11-20' })))
    .body
  const open = (await emil.post('/time-entries', aTimeEntry({ activityId: place.activityId }))).body
  await lockCompany('2026-11-20')
  const { activityId, minutes, billableMinutes, note, internalNote, version } = entry
  const saved = { activityId, minutes, billableMinutes, note, internalNote, version }
  const tries = [
    await emil.post('/time-entries', aTimeEntry({ activityId, workedOn: '2026-11-20' })),
    await emil.put(`/time-entries/${entry.id}`, { ...saved, workedOn: '2026-11-20', minutes: 5 }),
    await emil.put(`/time-entries/${entry.id}`, { ...saved, workedOn: '2026-11-23' }),
    await emil.put(`/time-entries/${open.id}`, { ...saved, workedOn: '2026-11-20' }),
    await emil.delete(`/time-entries/${entry.id}?version=1`),
  ]
  expect(tries.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409])
  const target = await aPlaceToWork(app)
  expect(
    (await economy.post('/time-entries/move', { ids: [entry.id], toActivityId: target.activityId })).body,
  ).toMatchObject({ done: 0, notDone: [{ reason: 'Their days are locked. Economy can move the lock.' }] })
  const copied = await emil.post('/timesheet/copy-week', {
    fromWeek: '2026-11-16',
    toWeek: '2026-11-09',
    withMinutes: true,
  })
  expect(copied.body).toMatchObject({ entries: 0, notCopied: [{ day: '2026-11-13' }] })
  expect((await emil.get('/time-entries')).body.totals).toMatchObject({ entries: 2, minutes: 120 })
})

test('locked hours are still approved', async () => {
  await cell('2026-11-20')
  await lockCompany('2026-11-20')
  expect((await economy.post('/time-entries/approve', { filter: {} })).body).toMatchObject({ done: 1 })
})

test('a lock is moved forward and back by whoever may lock, and every move stands in the history', async () => {
  expect((await lockCompany('2026-11-20', emil)).status).toEqual(403)
  expect((await lockCompany('2026-11-20', await personAs(app, 'project-manager'))).status).toEqual(403)
  await lockCompany('2026-11-20')
  app.setNow('2026-11-23T10:00:00Z')
  expect((await lockCompany('2026-10-31')).body).toMatchObject({ lockedUntil: '2026-10-31', version: 3 })
  expect((await cell('2026-11-20')).status).toEqual(200)
  expect((await admin.get('/history?kind=hours-setting&subject=company')).body.items).toMatchObject([
    { actor: 'Erik Economy', changes: [{ field: 'lockedUntil', from: '2026-11-20', to: '2026-10-31' }] },
    { changes: [{ field: 'lockedUntil', from: null, to: '2026-11-20' }] },
  ])
  const { body } = await economy.get('/hours-settings')
  await lockCompany(null)
  expect(await economy.put('/hours-settings', { ...body, lockedUntil: '2026-11-01' })).toMatchObject({
    status: 409,
    body: { yours: { lockedUntil: '2026-11-01' }, current: { lockedUntil: null } },
  })
  await lockPerson('2026-11-20')
  expect((await admin.get(`/history?kind=hours-setting&subject=${emil.id}`)).body.items).toMatchObject([
    { changes: [{ field: 'lockedUntil', from: null, to: '2026-11-20' }] },
  ])
  expect((await lockPerson('2026-11-20', 'nobody')).status).toEqual(404)
})

test('who approves and whether notes are required is the administrators’', async () => {
  const { body } = await economy.get('/hours-settings')
  for (const change of [{ approver: 'timesheet-approver' }, { notesRequired: true }]) {
    expect((await economy.put('/hours-settings', { ...body, ...change })).status).toEqual(403)
  }
  expect((await admin.put('/hours-settings', { ...body, notesRequired: true })).body).toMatchObject({
    notesRequired: true,
  })
})

test('hours that arrive while their day is being locked are stored before or refused, never after', async () => {
  const answers = await Promise.all([
    cell('2026-11-20'),
    lockCompany('2026-11-20'),
    cell('2026-11-19'),
    cell('2026-11-18'),
  ])
  expect(answers[1]?.status).toEqual(200)
  const days = (await emil.get('/time-entries?sort=day')).body.items.map((item: { workedOn: string }) => item.workedOn)
  const stored = ['2026-11-18', '2026-11-19', '2026-11-20'].filter(
    (_, index) => answers[[3, 2, 0][index] as number]?.status === 200,
  )
  expect(days).toEqual(stored)
})

test('several people are locked at once; who approves their hours stays, and each has it in his history', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  await economy.put(`/users/${anne.id}/timesheet-settings`, { lockedUntil: '2026-11-06', approverId: economy.id })
  const lock = (userIds: string[], lockedUntil: string | null, who: Person = economy) =>
    who.put('/timesheet-locks', { userIds, lockedUntil })
  app.setNow('2026-11-23T10:00:00Z')
  expect((await lock([emil.id], '2026-11-20', emil)).status).toEqual(403)
  expect((await lock([emil.id, anne.id], '2026-11-20')).status).toEqual(204)
  for (const who of [emil, anne]) expect((await cell('2026-11-20', 60, who)).status).toEqual(409)
  expect((await cell('2026-11-20', 60, admin)).status).toEqual(200)
  expect((await economy.get(`/users/${anne.id}/timesheet-settings`)).body).toEqual({
    lockedUntil: '2026-11-20',
    approverId: economy.id,
  })
  expect((await admin.get(`/history?kind=hours-setting&subject=${anne.id}`)).body.items[0]).toMatchObject({
    changes: [{ field: 'lockedUntil', from: '2026-11-06', to: '2026-11-20' }],
  })
  expect(await lock([emil.id, 'nobody'], null)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'userIds.1' }] },
  })
  await lock([emil.id, emil.id], null)
  expect((await cell('2026-11-20')).status).toEqual(200)
  expect((await cell('2026-11-20', 60, anne)).status).toEqual(409)
})

const server = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
testOnlyIf(server)(
  'hours that are moved while their person is being locked are left where they are, and named',
  async () => {
    const entry = (
      await emil.post('/time-entries', aTimeEntry({ activityId: place.activityId, workedOn: '2026-11-20' }))
    ).body
    const target = await aPlaceToWork(app)
    const { pool } = app.database
    const locking = await pool.connect()
    try {
      await locking.query('begin')
      await locking.query('select from app_user where id = $1 for no key update', [emil.id])
      await locking.query(`insert into timesheet_setting (user_id, locked_until) values ($1, '2026-11-20')`, [emil.id])
      const moving = economy.post('/time-entries/move', { ids: [entry.id], toActivityId: target.activityId })
      await vi.waitFor(async () => {
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        expect((await pool.query(waiting)).rowCount).toEqual(1)
      })
      await locking.query('commit')
      expect(await moving).toMatchObject({
        status: 200,
        body: { done: 0, notDone: [{ reason: 'Their days are locked. Economy can move the lock.' }] },
      })
    } finally {
      locking.release()
    }
  },
)

test('how far everybody is: complete until, hours against norm, locked until, to approve', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  for (const day of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']) await cell(day, 444)
  await economy.put(`/users/${anne.id}/timesheet-settings`, { lockedUntil: '2026-11-17', approverId: economy.id })
  const { body } = await economy.get('/timesheet-status?weeks=2')
  expect(body).toMatchObject({ today: '2026-11-23', from: '2026-11-16', companyLockedUntil: null })
  const of = (id: string) => body.people.find((row: { userId: string }) => row.userId === id)
  expect(of(emil.id)).toMatchObject({
    userName: 'Emil Employee',
    completeUntil: '2026-11-22',
    lockedUntil: null,
    lock: null,
    toApproveEntries: 5,
    toApproveMinutes: 2220,
    weeks: [
      { week: '2026-11-16', minutes: 2220, normMinutes: 2220 },
      { week: '2026-11-23', minutes: 0, normMinutes: 2220 },
    ],
  })
  expect(of(anne.id)).toMatchObject({
    completeUntil: '2026-11-17',
    lockedUntil: '2026-11-17',
    lock: { until: '2026-11-17', by: 'person', setBy: 'Erik Economy' },
    approverId: economy.id,
    approverName: 'Erik Economy',
  })
  expect(of(admin.id)).toMatchObject({ completeUntil: null, toApproveEntries: 0 })
  expect((await emil.get('/timesheet-status')).status).toEqual(403)
})

test('a schedule holds from its day on, the person’s before the company’s', async () => {
  const partTime = { validFrom: '2026-11-25', minutes: [444, 444, 300, 0, 0, 0, 0] }
  const put = (id: string, schedules: object[], who: Person = economy) =>
    who.put(`/work-schedules/${id}`, { schedules })
  expect((await put(emil.id, [partTime], emil)).status).toEqual(403)
  expect((await put(emil.id, [partTime])).body.people).toEqual([
    { userId: emil.id, userName: 'Emil Employee', schedules: [partTime] },
  ])
  const norms = async () =>
    (await emil.get('/timesheet?from=2026-11-23&to=2026-11-29')).body.days.map(
      (day: { normMinutes: number }) => day.normMinutes,
    )
  expect(await norms()).toEqual([444, 444, 300, 0, 0, 0, 0])
  const company = [{ validFrom: '2026-01-01', minutes: [480, 480, 480, 480, 480, 0, 0] }]
  await put('company', company)
  expect(await norms()).toEqual([480, 480, 300, 0, 0, 0, 0])
  await put(emil.id, [])
  expect(await norms()).toEqual([480, 480, 480, 480, 480, 0, 0])
  expect((await put('company', [])).body.fields).toMatchObject([{ path: 'schedules' }])
  expect((await put(emil.id, [partTime, partTime])).body.fields).toMatchObject([{ path: 'schedules.1.validFrom' }])
  expect((await put(emil.id, [{ ...partTime, minutes: [1, 2] }])).status).toEqual(400)
  expect((await put(emil.id, [{ ...partTime, minutes: [1441, 0, 0, 0, 0, 0, 0] }])).status).toEqual(400)
  expect((await put('nobody', [partTime])).status).toEqual(404)
  expect((await admin.get('/history?kind=hours-setting&subject=company')).body.items).toMatchObject([
    { changes: [{ field: 'schedules', to: company }] },
  ])
})

test('everybody sees the own hours of each day for five years; those of people who left stay too', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  await cell('2022-01-03', 300, anne)
  await cell('2026-11-20', 450, anne)
  const path = `/daily-hours?from=2022-01-01&to=2026-11-23&user=${anne.id}`
  const own = (await anne.get('/daily-hours?from=2022-01-01&to=2026-11-23')).body
  expect(own.totals).toMatchObject({ minutes: 750, billableMinutes: 750 })
  expect(own.days[0]).toEqual({ day: '2022-01-03', minutes: 300, billableMinutes: 300, normMinutes: 444 })
  expect((await emil.get(path)).status).toEqual(403)
  const user = (await admin.get(`/users/${anne.id}`)).body
  const { id: _i, createdAt: _c, lastSignInAt: _l, ...fields } = user
  await admin.put(`/users/${anne.id}`, { ...fields, active: false })
  expect((await economy.get(path)).body).toMatchObject({ userName: 'Anne Architect', totals: { minutes: 750 } })
  const file = (await economy.get('/daily-hours.csv?from=2026-11-20&to=2026-11-20')).body
  expect(file).toEqual(
    'Day,Co-worker,Hours,Minutes,Billable hours,Expected hours\r\n2026-11-20,Anne Architect,7.5,450,7.5,7.4\r\n',
  )
  expect((await emil.get('/daily-hours.csv?from=2026-11-20&to=2026-11-20')).body).not.toContain('Anne')
  expect((await emil.get(`/daily-hours.csv?from=2026-11-20&to=2026-11-20&user=${anne.id}`)).status).toEqual(403)
  expect((await emil.get('/daily-hours?from=2010-01-01&to=2026-11-20')).status).toEqual(400)
})
