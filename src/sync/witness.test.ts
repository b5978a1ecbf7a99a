// What a process knows outside the database of what it sent, on the test database and in real folders.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { done, type EngineTest, LaneLost, startEngine, testLane } from '../../test/engine.ts'
import { takeSnapshot } from '../../test/simulator/snapshot.ts'
import type { LanePlan } from './handler.ts'
import { leaseMs, takeLane } from './lane.ts'
import { endRestore, findRestore } from './restored.ts'
import { runNextTask, takeOver } from './run-task.ts'
import { openWitness } from './witness.ts'

const folders: string[] = []
let t: EngineTest
let plan: LanePlan
let sent: string[]
beforeEach(async () => {
  sent = []
  t = await startEngine({
    'thing.push': async (context) => {
      await context.mustHoldLane()
      sent.push(context.subject)
      return done()
    },
  })
  plan = {
    ...t.plan,
    comparison: { kind: 'thing.compare', label: 'Comparison', page: '/compare', isNeeded: async () => true },
  }
})
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A process with a folder of its own, or one that begins anew in the folder of another. */
function aProcess(folder = mkdtempSync(join(tmpdir(), 'akkord-witness-'))) {
  folders.push(folder)
  const engine = { ...t.engine, witness: openWitness(folder) }
  return {
    folder,
    file: join(folder, `sent-${testLane}.json`),
    /** Takes the lane and works until nothing may run now. False when it lost the lane. */
    async run(): Promise<boolean> {
      t.pass(leaseMs + 1)
      const hold = await takeLane(t.db, testLane, t.now())
      if (!hold) throw new Error('The lane is held.')
      try {
        await takeOver(engine, plan, hold)
        while (await runNextTask(engine, plan, hold));
        return true
      } catch (error) {
        if (!(error instanceof LaneLost)) throw error
        return false
      }
    },
  }
}

test('a database that was put back is noticed by the process that sent something since, before it sends anything more', async () => {
  const one = aProcess()
  await t.ask('a')
  await one.run()
  const restore = await takeSnapshot(t.database.pool)
  await t.ask('b')
  await one.run()
  await restore()
  await t.ask('c')
  expect(await one.run()).toEqual(false)
  expect(await findRestore(t.db)).toMatchObject({ sentence: { key: 'sync.olderDatabase' } })
  await one.run()
  expect(sent).toEqual(['a', 'b'])
  const log = (await t.log()).filter((line) => line.level === 'error')
  expect(log).toHaveLength(2)
})

test('also by a process that begins anew in the same folder', async () => {
  const restore = await takeSnapshot(t.database.pool)
  const one = aProcess()
  await t.ask('a')
  await one.run()
  await restore()
  expect(await aProcess(one.folder).run()).toEqual(false)
  expect(await findRestore(t.db)).toBeDefined()
})

test('processes with files of their own take turns without a false alarm, also when one has slept long', async () => {
  const [one, two] = [aProcess(), aProcess()]
  for (const [index, process] of [one, two, two, two, one, two].entries()) {
    await t.ask(`thing ${index}`)
    expect(await process.run()).toEqual(true)
  }
  expect(sent).toHaveLength(6)
  expect(await findRestore(t.db)).toBeUndefined()
})

test('what stands in the file was committed before: a process that is killed after writing it begins again in peace', async () => {
  const one = aProcess()
  await t.ask('a')
  await one.run()
  const { attempt } = JSON.parse(readFileSync(one.file, 'utf8'))
  const { rows } = await t.database.pool.query('select subject from sync_attempt where id = $1', [attempt])
  expect(rows).toEqual([{ subject: 'a' }])
})

test('another database in its place is noticed', async () => {
  const one = aProcess()
  await t.ask('a')
  await one.run()
  await t.database.pool.query('update database_identity set id = gen_random_uuid()')
  expect(await one.run()).toEqual(false)
  expect(await findRestore(t.db)).toMatchObject({ sentence: { key: 'sync.otherDatabase' } })
})

test('a restore that was dealt with is not noticed again, and sending goes on', async () => {
  const one = aProcess()
  const restore = await takeSnapshot(t.database.pool)
  await t.ask('a')
  await one.run()
  await restore()
  await one.run()
  const open = await findRestore(t.db)
  const tools = { now: t.now, onLogged: async () => {} }
  const sentence = { key: 'sync.restoreRead', values: { by: 'Anna' } }
  await t.inTransaction((tx) => endRestore(tx, tools, open?.id ?? '', { by: 'Anna', system: 'There', sentence }))
  await t.ask('b')
  expect(await one.run()).toEqual(true)
  expect(sent).toEqual(['a', 'b'])
})

test('a file that cannot be read stops the process with what to do, and nothing is sent', async () => {
  const one = aProcess()
  await t.ask('a')
  await one.run()
  writeFileSync(one.file, '{"database":')
  await t.ask('b')
  await expect(aProcess(one.folder).run()).rejects.toThrow(
    'Put back the file from the backup of the folder, or remove it',
  )
  expect(sent).toEqual(['a'])
})
