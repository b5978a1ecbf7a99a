import { expect, test } from 'vitest'
import { aCall, done, LaneLost, planOf, registerPlan, startEngine, testLane } from '../../test/engine.ts'
import { testOnlyIf } from '../../test/only-if.ts'
import { newDatabaseOn, serverForTests } from '../../test/server.ts'
import { inTransaction, openDatabase } from '../lib/database/database.ts'
import { enqueue } from './enqueue.ts'
import { leaseMs, leaveLane, mustHoldLane, renewLane, renewMs, takeLane } from './lane.ts'
import { takeOver, takeTask } from './run-task.ts'

test('a lane has one holder, with a token that nobody can guess', async () => {
  const t = await startEngine({})
  const hold = await t.take()
  expect(hold.token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  expect(await takeLane(t.db, testLane, t.now())).toBeUndefined()
  await leaveLane(t.db, hold, t.now())
  t.pass(1)
  const next = await t.take()
  expect(next.token).not.toEqual(hold.token)
})

test('a holder that lives keeps the lane; one that was killed is replaced within five seconds', async () => {
  const t = await startEngine({})
  const hold = await t.take()
  for (let beat = 0; beat < 60; beat++) {
    t.pass(renewMs)
    expect(await renewLane(t.db, hold, t.now())).toEqual(true)
    expect(await takeLane(t.db, testLane, t.now())).toBeUndefined()
  }
  t.pass(leaseMs)
  expect(await takeLane(t.db, testLane, t.now())).toBeUndefined()
  t.pass(1)
  expect(await takeLane(t.db, testLane, t.now())).toBeDefined()
  // The next one looks once a second.
  expect(leaseMs + 1_000).toBeLessThan(5_000)
})

test('a holder that was held up goes on only when nobody has taken the lane, and then holds it again', async () => {
  const t = await startEngine({})
  const hold = await t.take()
  t.pass(leaseMs + 1)
  await mustHoldLane(t.db, hold, t.now())
  expect(await takeLane(t.db, testLane, t.now()), 'the lease is a new one').toBeUndefined()
  t.pass(leaseMs + 1)
  await t.take()
  await expect(mustHoldLane(t.db, hold, t.now())).rejects.toThrow(LaneLost)
  expect(await renewLane(t.db, hold, t.now())).toEqual(false)
})

test('an old holder writes nothing more, and what it still finds out is not stored', async () => {
  const writes: string[] = []
  const t = await startEngine({
    'thing.push': async ({ uncertain, exchange, inLane, mustHoldLane }) => {
      exchange.push(aCall())
      if (uncertain) return done('Found there.')
      // It is stopped for four seconds before its write; meanwhile another process works the lane.
      t.pass(leaseMs + 1)
      await t.run()
      await expect(inLane(async () => writes.push('a link'))).rejects.toThrow(LaneLost)
      await mustHoldLane()
      writes.push('a record')
      return done('Written by the old one.')
    },
  })
  await t.ask('1')
  const hold = await t.take()
  await expect(t.runOne(hold)).rejects.toThrow(LaneLost)
  expect(writes).toEqual([])
  expect(t.runs).toEqual(['1', '1, uncertain'])
  expect(await t.badge('1')).toMatchObject({ state: 'transferred', text: 'Found there.' })
  expect((await t.attempts('1')).map((attempt) => attempt.outcome)).toEqual(['lost', 'done'])
})

test('an old holder that answers after all cannot undo what the new one stored', async () => {
  const t = await startEngine({
    'thing.push': async ({ uncertain }) => {
      if (uncertain) return done('Found there.')
      t.pass(leaseMs + 1)
      await t.run()
      return done('Written by the old one.')
    },
  })
  await t.ask('1')
  const hold = await t.take()
  await expect(t.runOne(hold)).rejects.toThrow(LaneLost)
  expect((await t.badge('1')).text).toEqual('Found there.')
  expect((await t.log()).map((line) => line.text)).not.toContain('Written by the old one.')
})

test('what a killed holder had in hand is uncertain, says so on the record and in the log, and is looked at', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  await t.ask('1')
  await t.killDuring('1')
  const hold = await t.take()
  await takeOver(t.engine, t.plan, hold)
  const sentence = 'The process that was sending this stopped in the middle. Looking whether it arrived.'
  expect(await t.badge('1')).toMatchObject({ state: 'uncertain', text: sentence })
  expect(await t.attempts('1')).toMatchObject([{ outcome: 'lost', text: sentence }])
  expect(await t.log()).toMatchObject([{ level: 'warning', label: 'Thing 1', text: sentence }])
  await t.runOne(hold)
  expect(t.runs).toEqual(['1, uncertain'])
  expect((await t.badge('1')).state).toEqual('transferred')
})

test('a save while the holder lay dead is sent by the look that follows', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  await t.ask('1')
  await t.killDuring('1')
  await t.ask('1')
  expect((await t.task('1')).state).toEqual('running')
  await t.run()
  expect(t.runs).toEqual(['1, uncertain'])
  expect(await t.task('1')).toMatchObject({ state: 'done', requested: 2, taken: 2 })
})

const server = await serverForTests()

testOnlyIf(server)('a task is never taken by a holder that is being replaced at this very moment', async () => {
  const { url, drop } = await newDatabaseOn(server as string)
  const database = await openDatabase({ dataDir: '', url })
  try {
    const { db, pool } = database
    const now = new Date()
    const plan = planOf({ 'thing.push': () => done() })
    await registerPlan(db, plan)
    await inTransaction(db, (tx) => enqueue(tx, { kind: 'thing.push', subject: '1', label: 'Thing 1' }, now))
    const old = await takeLane(db, testLane, now)
    if (!old) throw new Error('The lane of a new database is free.')
    const engine = {
      db,
      now: () => now,
      random: () => 0.5,
      log: { info() {}, warn() {}, error() {} },
      onLogged: async () => {},
    }
    const other = await pool.connect()
    await other.query('begin')
    await other.query(`update sync_lane set token = 'of the next one'`)
    const taking = takeTask(engine, plan, old)
    await new Promise((waited) => setTimeout(waited, 200))
    await other.query('commit')
    other.release()
    expect(await taking).toBeUndefined()
    const { rows } = await pool.query('select state from sync_task')
    expect(rows).toEqual([{ state: 'waiting' }])
  } finally {
    await database.close()
    await drop()
  }
})
