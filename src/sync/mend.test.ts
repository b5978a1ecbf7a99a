import { expect, test } from 'vitest'
import { done, fails, startEngine } from '../../test/engine.ts'
import { mendTasks } from './mend.ts'

const refused = () => fails('rejected', 'No account.', { causes: ['account', 'project:p1'], actions: ['send-again'] })

test('what was refused goes again in the transaction of the change that may have mended it, and for no other change', async () => {
  let isMended = false
  const t = await startEngine({
    'thing.push': () => {
      if (!isMended) throw refused()
      return done()
    },
  })
  await t.ask('A')
  await t.run()
  expect(await t.task('A')).toMatchObject({ state: 'parked', shown: 'failed' })
  await t.inTransaction((tx) => mendTasks(tx, ['tag', 'project', 'project:p2'], t.now()))
  await t.run()
  expect(t.runs).toEqual(['A'])
  isMended = true
  await expect(
    t.inTransaction(async (tx) => {
      await mendTasks(tx, ['account'], t.now())
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  expect(await t.task('A')).toMatchObject({ state: 'parked' })
  await t.inTransaction((tx) => mendTasks(tx, ['project', 'project:p1'], t.now()))
  expect(await t.badge('A')).toMatchObject({ state: 'waiting', actions: ['send-now'] })
  await t.run()
  expect(t.runs).toEqual(['A', 'A'])
  expect(await t.badge('A')).toMatchObject({ state: 'transferred' })
})

test('a change while the task runs, which may have read what was there before, lets it run once more', async () => {
  const changes = ['project:p2', 'project:p1']
  const t = await startEngine({
    'thing.push': async () => {
      const change = changes.shift()
      if (change) await t.inTransaction((tx) => mendTasks(tx, [change], t.now()))
      throw refused()
    },
  })
  await t.ask('A')
  await t.run()
  expect(t.runs, 'another project mends nothing').toEqual(['A'])
  await t.ask('A')
  await t.run()
  expect(t.runs, 'its own project does').toEqual(['A', 'A', 'A'])
  expect(await t.task('A')).toMatchObject({ state: 'parked' })
})
