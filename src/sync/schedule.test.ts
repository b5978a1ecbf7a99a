import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { done, startEngine } from '../../test/engine.ts'
import { inTransaction } from '../lib/database/database.ts'
import { nextTime, removeSchedule, runDueSchedules, setSchedule } from './schedule.ts'

const copenhagen = 'Europe/Copenhagen'
const nightly = {
  name: 'look.nightly',
  cron: '30 2 * * *',
  timeZone: copenhagen,
  kind: 'thing.push',
  subject: 'night',
  label: 'Look',
}
const at = (instant: string) => new Date(instant)

/** The instants at which a schedule comes, when nobody ever oversleeps. */
function times(cron: string, timeZone: string, from: string, count: number): string[] {
  const found: string[] = []
  let last = at(from)
  for (let n = 0; n < count; n++) {
    last = nextTime(cron, timeZone, last)
    found.push(last.toISOString())
  }
  return found
}

test('a time is a time on the wall of the company, in summer and in winter', () => {
  expect(times('0 6 * * *', copenhagen, '2026-07-01T00:00:00Z', 1)).toEqual(['2026-07-01T04:00:00.000Z'])
  expect(times('0 6 * * *', copenhagen, '2026-12-01T00:00:00Z', 1)).toEqual(['2026-12-01T05:00:00.000Z'])
  expect(times('0 6 * * *', 'America/New_York', '2026-12-01T00:00:00Z', 1)).toEqual(['2026-12-01T11:00:00.000Z'])
})

test('in the night that skips an hour, a time inside that hour still comes once', () => {
  // On 29 March 2026 the clock goes from 2:00 to 3:00, at 01:00 UTC.
  expect(times('30 2 * * *', copenhagen, '2026-03-27T12:00:00Z', 3).map((time) => time.slice(0, 10))).toEqual([
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
  ])
})

test('in the night that has an hour twice, a time inside that hour comes once', () => {
  // On 25 October 2026 the clock goes from 3:00 back to 2:00, at 01:00 UTC.
  expect(times('30 2 * * *', copenhagen, '2026-10-23T12:00:00Z', 3).map((time) => time.slice(0, 10))).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  ])
})

test('a schedule makes its task once when its time has come, also through both nights of the clock', async () => {
  for (const [from, night] of [
    ['2026-03-28T12:00:00Z', '2026-03-29'],
    ['2026-10-24T12:00:00Z', '2026-10-25'],
  ] as const) {
    const t = await startEngine({ 'thing.push': () => done() })
    t.setNow(from)
    await t.inTransaction((tx) => setSchedule(tx, nightly, t.now()))
    const made: string[] = []
    for (let quarter = 0; quarter < 24 * 4; quarter++) {
      t.pass(15 * 60_000)
      if ((await runDueSchedules(t.db, t.now())) === 0) continue
      made.push(t.now().toISOString().slice(0, 10))
      await t.run()
    }
    expect(made, `from ${from}`).toEqual([night])
    expect(t.runs).toEqual(['night'])
  }
})

test('times that passed while nobody ran are made up for once', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  await t.inTransaction((tx) => setSchedule(tx, nightly, t.now()))
  t.pass(7 * 24 * 60 * 60_000)
  expect(await runDueSchedules(t.db, t.now())).toEqual(1)
  expect(await runDueSchedules(t.db, t.now())).toEqual(0)
  await t.run()
  expect(t.runs).toEqual(['night'])
  expect((await t.task('night')).requested).toEqual(1)
})

test('a schedule moves on only together with its task', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  await t.inTransaction((tx) => setSchedule(tx, nightly, t.now()))
  t.pass(24 * 60 * 60_000)
  await t.database.pool.query('alter table sync_task rename to sync_task_away')
  try {
    await expect(runDueSchedules(t.db, t.now())).rejects.toThrow()
  } finally {
    await t.database.pool.query('alter table sync_task_away rename to sync_task')
  }
  expect(await runDueSchedules(t.db, t.now())).toEqual(1)
})

test('a schedule that is set again keeps its next time, unless its pattern or its zone is another one', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  const next = async () => {
    const { rows } = await t.database.pool.query<{ next_at: Date }>('select next_at from sync_schedule')
    return rows[0]?.next_at.toISOString()
  }
  await t.inTransaction((tx) => setSchedule(tx, nightly, t.now()))
  expect(await next()).toEqual('2026-11-24T01:30:00.000Z')
  t.pass(24 * 60 * 60_000)
  await t.inTransaction((tx) => setSchedule(tx, nightly, t.now()))
  expect(await next(), 'what is due stays due').toEqual('2026-11-24T01:30:00.000Z')
  await t.inTransaction((tx) => setSchedule(tx, { ...nightly, cron: '0 5 * * *' }, t.now()))
  expect(await next()).toEqual('2026-11-25T04:00:00.000Z')
  await t.inTransaction((tx) => removeSchedule(tx, nightly.name))
  expect(await next()).toBeUndefined()
})

test('when the company moves to another time zone, its schedules go with it, and what is due stays due', async () => {
  const app = await startTestApp()
  const scheduled = async () =>
    (await app.database.pool.query(`select time_zone, next_at from sync_schedule where name = '${nightly.name}'`)).rows
  await inTransaction(app.db, (tx) => setSchedule(tx, nightly, app.now()))
  const administrator = await app.as('administrator')
  const moveTo = async (timeZone: string) => {
    const { body } = await administrator.get('/company')
    expect((await administrator.put('/company', { ...body, timeZone })).status).toEqual(200)
  }
  await moveTo('America/New_York')
  expect(await scheduled()).toEqual([{ time_zone: 'America/New_York', next_at: at('2026-11-24T07:30:00.000Z') }])
  app.setNow('2026-11-24T08:00:00Z')
  await moveTo(copenhagen)
  expect(await scheduled()).toEqual([{ time_zone: copenhagen, next_at: at('2026-11-24T07:30:00.000Z') }])
})
