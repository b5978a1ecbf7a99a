import { beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { aPlaceToWork, type Person, personAs } from '../../test/hours.ts'

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
const _entries = async () =>
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
