import { expect, test } from 'vitest'
import { startTestApp } from '../test/app.ts'
import { takeLane } from './sync/lane.ts'
import { runNextTask } from './sync/run-task.ts'
import { runDueSchedules } from './sync/schedule.ts'

test('the embedded database is tidied in the night, so that lists stay quick; a server tidies itself', async () => {
  const app = await startTestApp()
  const plan = app.plans.find(({ name }) => name === 'database')
  if (app.database.kind === 'server') return expect(plan).toBeUndefined()
  if (!plan) throw new Error('Nobody tidies the embedded database.')
  await app.database.pool.query('create table if not exists untidy (n int)')
  const rowsCounted = async () =>
    (await app.database.pool.query(`select reltuples from pg_class where relname = 'untidy'`)).rows[0].reltuples
  try {
    expect(await rowsCounted(), 'never counted').toEqual(-1)
    app.setNow('2026-11-24T05:00:00Z')
    expect(await runDueSchedules(app.db, app.now())).toEqual(1)
    const hold = await takeLane(app.db, plan.name, app.now())
    if (!hold) throw new Error('The lane is held.')
    const log = { info() {}, warn() {}, error() {} }
    const engine = { db: app.db, now: app.now, random: () => 0.5, log, onLogged: app.onLogged }
    expect(await runNextTask(engine, plan, hold)).toEqual(true)
    expect(await rowsCounted()).toEqual(0)
  } finally {
    await app.database.pool.query('drop table untidy')
  }
})
