import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { done, type EngineTest, startEngine, type Work } from '../../test/engine.ts'
import { startWorker, type Worker } from './worker.ts'

let workers: Worker[] = []
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  workers = []
})

async function startWith(work: Work): Promise<EngineTest> {
  return startEngine({ 'thing.push': work })
}

function startOne(t: EngineTest): Worker {
  const worker = startWorker(t.database, { ...t.engine, now: () => new Date() }, [t.plan])
  workers.push(worker)
  return worker
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(5)
}

test('a save wakes the worker: thirty in a row do not each wait for the next look', { timeout: 15_000 }, async () => {
  const t = await startWith(() => done())
  t.setNow(new Date().toISOString())
  startOne(t)
  // By looking once a second alone this would take thirty seconds.
  for (let save = 1; save <= 30; save++) {
    await t.ask(String(save))
    await until(() => t.runs.length === save)
  }
})

test('a task that nobody rang for is found by looking', async () => {
  const t = await startWith(() => done())
  startOne(t)
  await wait(50)
  await t.database.pool.query(
    `insert into sync_task (kind, subject, state, run_at, shown, sentence, since)
     values ('thing.push', '1', 'waiting', now(), 'waiting', '{"key":"sync.waiting","values":{}}', now())`,
  )
  await until(() => t.runs.length === 1)
})

test('stopping lets the task in hand end, stores its result, and begins no other', async () => {
  let letGo = () => {}
  const t = await startWith(() => new Promise((resolve) => (letGo = () => resolve(done()))))
  for (const subject of ['1', '2']) await t.ask(subject)
  const worker = startOne(t)
  await until(() => t.runs.length === 1)
  let isStopped = false
  const stopped = worker.stop().then(() => (isStopped = true))
  await wait(50)
  expect(isStopped).toEqual(false)
  letGo()
  await stopped
  expect(t.runs).toEqual(['1'])
  expect((await t.task('1')).state).toEqual('done')
  expect((await t.task('2')).state).toEqual('waiting')
})

test('a task that never ends does not keep the process from stopping; it stays for the next holder to look at', async () => {
  const t = await startWith(() => new Promise(() => {}))
  await t.ask('1')
  const worker = startOne(t)
  await until(() => t.runs.length === 1)
  await worker.stop(100)
  workers = []
  expect((await t.task('1')).state).toEqual('running')
  // The heart of the abandoned lane still beats in this process; give the lane up for the next test.
  await t.database.pool.query(`update sync_lane set token = 'given up'`)
})

test('two workers never run two tasks of a lane at once, and the second goes on when the first stops', async () => {
  let running = 0
  let most = 0
  const t = await startWith(async () => {
    most = Math.max(most, ++running)
    await wait(2)
    running--
    return done()
  })
  const first = startOne(t)
  startOne(t)
  for (let subject = 1; subject <= 40; subject++) await t.ask(String(subject))
  await until(() => t.runs.length >= 20)
  await first.stop()
  await until(() => t.runs.length === 40)
  expect(most).toEqual(1)
  expect(t.runs.filter((run) => run.includes('uncertain'))).toEqual([])
})

test('a handler that loses the lane in the middle does not end the worker', async () => {
  let isFirst = true
  const t = await startWith(async ({ mustHoldLane }) => {
    if (isFirst) {
      isFirst = false
      await t.database.pool.query(`update sync_lane set token = 'another', lease_until = now() - interval '1 s'`)
    }
    await mustHoldLane()
    return done()
  })
  await t.ask('1')
  const worker = startOne(t)
  await until(async () => (await t.task('1')).state === 'done')
  expect(t.runs).toEqual(['1', '1, uncertain'])
  expect(worker.isAlive()).toEqual(true)
  expect(t.errors).toEqual([])
})
