import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { done, planOf } from '../../test/engine.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueue, setWanted } from './enqueue.ts'
import { leaveLane, takeLane } from './lane.ts'
import { type Engine, runNextTask } from './run-task.ts'

test('Send again takes a held record out of its wait, so that it goes or says anew what holds it', async () => {
  const app = await startTestApp()
  const runs: string[] = []
  const plan = planOf({
    'customer.push': ({ subject }) => {
      runs.push(subject)
      return runs.length === 1 ? { outcome: 'after', kind: 'group.push', subject: 'g', label: 'Group g' } : done()
    },
  })
  const log = { info() {}, warn() {}, error() {} }
  const engine: Engine = { db: app.db, now: app.now, random: () => 0.5, log, onLogged: app.onLogged }
  async function work() {
    const hold = await takeLane(app.db, plan.name, app.now())
    if (!hold) throw new Error('The lane is held.')
    while (await runNextTask(engine, plan, hold));
    await leaveLane(app.db, hold, app.now())
    app.setNow(new Date(app.now().getTime() + 1))
  }
  await inTransaction(app.db, async (tx) => {
    await setWanted(tx, 'customer.push', true, app.now())
    for (const [kind, subject] of [
      ['group.push', 'g'],
      ['customer.push', '1'],
    ] as const)
      await enqueue(tx, { kind, subject, label: subject }, app.now())
  })
  await work()
  await work()
  expect(runs).toEqual(['1'])

  const administrator = await app.as('administrator')
  const answer = await administrator.post('/sync/send-again', { kind: 'customer', ids: ['1', 'unknown'] })
  expect(answer.body).toMatchObject({ queued: 1, refused: [{ id: 'unknown' }] })
  await work()
  expect(runs).toEqual(['1', '1'])
})
