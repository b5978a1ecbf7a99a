import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { aCall, done, fails, says, startEngine } from '../../test/engine.ts'
import { enqueue, enqueueMany, setWanted } from './enqueue.ts'
import type { FailureKind } from './log-entry.ts'
import { readAsked, showFindings } from './show-state.ts'
import { msToNextTask } from './worker.ts'

const minute = 60_000
const day = 24 * 60 * minute

test('a task is in the transaction of its change: rolled back, there is none', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  const work = t.inTransaction(async (tx) => {
    await enqueue(tx, { kind: 'thing.push', subject: '1', label: 'Thing 1' }, t.now())
    throw new Error('The change was refused.')
  })
  await expect(work).rejects.toThrow('The change was refused.')
  await t.run()
  expect(t.runs).toEqual([])
  await t.ask('1')
  await t.run()
  expect(t.runs).toEqual(['1'])
  expect(await t.badge('1')).toMatchObject({ state: 'transferred', text: 'Stands there.' })
})

test('a task that puts itself off and is asked for meanwhile goes when it was asked for', async () => {
  const t = await startEngine({
    'thing.push': async () => {
      if (t.runs.length > 1) return done()
      await t.ask('1', 'thing.push', { runAt: new Date(t.now().getTime() + 5 * minute) })
      return { outcome: 'again', at: new Date(t.now().getTime() + 60 * minute) }
    },
  })
  await t.ask('1')
  await t.run()
  t.pass(4 * minute)
  await t.run()
  expect(t.runs).toHaveLength(1)
  t.pass(minute)
  await t.run()
  expect(t.runs).toHaveLength(2)
})

test('ten saves before a run are one run', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  for (let save = 1; save <= 10; save++) await t.ask('1')
  await t.run()
  expect(t.runs).toEqual(['1'])
  expect(await t.task('1')).toMatchObject({ state: 'done', requested: 10, taken: 10 })
})

test('a save during a run makes it run again, whether the run succeeds, is refused or has a bug', async () => {
  for (const end of [() => done(), () => fails('rejected', 'No such group.'), () => new TypeError('bug')]) {
    let saves = 1
    const t = await startEngine({
      'thing.push': async () => {
        if (saves-- > 0) {
          await t.ask('1')
          const ended = end()
          if (ended instanceof Error) throw ended
          return ended
        }
        return done('The newest state stands there.')
      },
    })
    await t.ask('1')
    await t.run()
    expect(t.runs).toHaveLength(2)
    expect(await t.badge('1')).toMatchObject({ state: 'transferred', text: 'The newest state stands there.' })
  }
})

test('one record named twice in one wish is one task', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  const wish = { kind: 'thing.push', subject: '1', label: 'Thing 1' }
  await t.inTransaction((tx) => enqueueMany(tx, [wish, wish], t.now()))
  await t.run()
  expect(t.runs).toEqual(['1'])
})

test('the most urgent kind goes first, and within a kind who asked first', async () => {
  const t = await startEngine({ 'thing.push': () => done(), 'part.push': () => done() })
  await t.ask('part 1', 'part.push')
  t.pass(1)
  await t.ask('b')
  t.pass(1)
  await t.ask('a')
  await t.run()
  expect(t.runs).toEqual(['b', 'a', 'part 1'])
})

test('a task for later waits for its time', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  await t.ask('1', 'thing.push', { runAt: new Date(t.now().getTime() + minute) })
  await t.run()
  expect(t.runs).toEqual([])
  t.pass(minute)
  await t.run()
  expect(t.runs).toEqual(['1'])
})

test('a held task names its holder and goes by itself when the holder is done', async () => {
  let isMended = false
  const t = await startEngine({
    'part.push': () => (isMended ? done() : Promise.reject(fails('rejected', 'No such group.'))),
    'thing.push': () => (isMended ? done() : { outcome: 'after', kind: 'part.push', subject: 'p', label: 'Part p' }),
  })
  await t.ask('p', 'part.push')
  await t.ask('1')
  await t.run()
  expect(await t.badge('1')).toMatchObject({
    state: 'held',
    text: 'Held: Part p has to go first. No such group.',
    holder: { kind: 'part', subject: 'p' },
    nextTryAt: null,
  })
  t.runs.length = 0
  await t.run()
  expect(t.runs).toEqual([])
  isMended = true
  await t.ask('p', 'part.push')
  await t.run()
  expect(t.runs).toEqual(['p', '1'])
  expect((await t.badge('1')).state).toEqual('transferred')
})

test('of two that wait for each other, the one that asked first goes first, and neither stands for ever', async () => {
  let knowsBetter = false
  const t = await startEngine({
    'part.push': () =>
      knowsBetter ? done() : { outcome: 'after', kind: 'thing.push', subject: '1', label: 'Thing 1' },
    'thing.push': () => {
      const isFirst = t.runs.filter((subject) => subject === '1').length === 1
      knowsBetter = !isFirst
      return isFirst ? { outcome: 'after', kind: 'part.push', subject: 'p', label: 'Part p' } : done()
    },
  })
  await t.ask('p', 'part.push')
  await t.ask('1')
  await t.run()
  t.pass(minute)
  await t.run()
  expect(t.runs).toEqual(['p', '1', 'p', '1', 'p'])
  expect([(await t.task('p')).state, (await t.task('1')).state]).toEqual(['done', 'done'])
})

test('a hold by what is done already is asked again in a while, not as fast as the machine can', async () => {
  const t = await startEngine({
    'thing.push': () =>
      t.runs.length < 3 ? { outcome: 'after', kind: 'part.push', subject: 'p', label: 'Part p' } : done(),
  })
  await t.ask('1')
  for (const tries of [1, 2, 3]) {
    await t.run()
    expect(t.runs).toHaveLength(tries)
    t.pass(minute)
  }
  expect((await t.badge('1')).state).toEqual('transferred')
})

test('a step of a long run lets what is more urgent go in between', async () => {
  let steps = 0
  const t = await startEngine({
    'thing.push': () => done(),
    'bulk.run': async () => {
      steps++
      if (steps === 1) await t.ask('1')
      return steps < 3 ? { outcome: 'again', at: t.now() } : done()
    },
  })
  await t.ask('all', 'bulk.run')
  await t.run()
  expect(t.runs).toEqual(['all', '1', 'all', 'all'])
})

test.each(['unreachable', 'busy', 'signed-out'] as const)(
  '%s stops the whole lane and is tried by itself for a month, at most 15 minutes apart',
  async (kind) => {
    let isUp = false
    const t = await startEngine({
      'thing.push': ({ exchange }) => {
        exchange.push(aCall())
        if (!isUp) throw fails(kind, 'There did not answer.')
        return done()
      },
    })
    for (const subject of ['1', '2', '3']) await t.ask(subject)
    await t.run()
    expect(t.runs, 'one try speaks for all').toHaveLength(1)
    for (const subject of ['1', '2', '3'])
      expect(await t.badge(subject)).toMatchObject({ state: 'waiting', text: 'There did not answer.' })
    expect(await t.status()).toMatchObject({ state: 'trouble', waiting: 3, since: '2026-11-23T09:30:00.000Z' })

    const end = t.now().getTime() + 30 * day
    let longest = 0
    while (t.now().getTime() < end) {
      const { retry_at: retryAt } = await t.lane()
      const wait = (retryAt as Date).getTime() - t.now().getTime()
      longest = Math.max(longest, wait)
      t.setChance((t.runs.length % 10) / 10)
      // The long middle of the month is the same quarter of an hour again and again.
      if (t.runs.length === 20) t.pass(29 * day)
      else t.pass(wait)
      const tries = t.runs.length
      await t.run()
      expect(t.runs.length).toEqual(tries + 1)
      if (tries > 40) break
    }
    expect(longest).toBeLessThanOrEqual(15 * minute)
    expect(longest).toBeGreaterThan(10 * minute)

    isUp = true
    t.pass(15 * minute)
    await t.run()
    for (const subject of ['1', '2', '3']) expect((await t.badge(subject)).state).toEqual('transferred')
    expect(await t.status()).toMatchObject({ state: 'idle', text: 'Everything is sent.', since: null })
    const told = (await t.log()).filter((line) => line.level !== 'info' || line.kind === 'lane')
    expect(told.map((line) => line.text)).toEqual([
      'There did not answer.',
      'There answers again. 2 waiting changes go now.',
    ])
  },
)

test('what did not arrive is tried again at once, and what nobody knows the end of is looked at at once; who asks for a pause gets one', async () => {
  const firstWaits: Record<string, number> = {}
  for (const kind of ['unreachable', 'unclear', 'busy', 'signed-out'] as const) {
    const t = await startEngine({ 'thing.push': () => Promise.reject(fails(kind, 'It did not work.')) })
    await t.ask('1')
    await t.run()
    firstWaits[kind] = Math.round((await msToNextTask(t.engine, t.plan)) / 10) * 10
  }
  // Half a second of bad luck must not cost a lane seconds; a server that has too much to do is not asked again so soon.
  expect(firstWaits).toEqual({ unreachable: 250, unclear: 250, busy: 1_000, 'signed-out': 1_000 })
})

test('the waits of two processes are not the same', async () => {
  const waits: number[] = []
  for (const chance of [0, 0.999]) {
    const t = await startEngine({ 'thing.push': () => Promise.reject(fails('busy', 'Too many calls.')) })
    t.setChance(chance)
    await t.ask('1')
    await t.run()
    waits.push(((await t.lane()).retry_at as Date).getTime())
  }
  expect(waits[0]).toBeLessThan(waits[1] as number)
})

test('rejected waits for a change or a person, however long, and keeps no other record waiting', async () => {
  const t = await startEngine({
    'thing.push': ({ subject }) =>
      subject === '1'
        ? Promise.reject(fails('rejected', 'The group 7 does not exist.', { actions: ['link'] }))
        : done(),
  })
  await t.ask('1')
  await t.ask('2')
  await t.run()
  expect(await t.badge('1')).toMatchObject({
    state: 'failed',
    text: 'The group 7 does not exist.',
    actions: ['link', 'send-again'],
    nextTryAt: null,
  })
  expect((await t.badge('2')).state).toEqual('transferred')
  t.pass(30 * day)
  await t.run()
  expect(t.runs).toEqual(['1', '2'])
  await t.ask('1')
  expect(await t.badge('1')).toMatchObject({ state: 'waiting', text: 'Waiting to be sent.' })
  await t.run()
  expect(t.runs).toEqual(['1', '2', '1'])
})

test('unclear looks again by itself, tells the first doubt only, and keeps no other record waiting', async () => {
  let looks = 0
  const t = await startEngine({
    'thing.push': ({ subject }) => {
      if (subject === '2' || looks++ >= 4) return done()
      throw fails('unclear', 'Sent, but no answer came.')
    },
  })
  await t.ask('1')
  await t.ask('2')
  await t.run()
  expect(await t.badge('1')).toMatchObject({ state: 'uncertain', actions: ['look-now'] })
  expect((await t.badge('2')).state).toEqual('transferred')
  for (let look = 0; look < 4; look++) {
    t.pass(15 * minute)
    await t.run()
  }
  expect(t.runs).toEqual(['1', '2', '1, uncertain', '1, uncertain', '1, uncertain', '1, uncertain'])
  expect((await t.badge('1')).state).toEqual('transferred')
  expect((await t.log()).filter((line) => line.level === 'warning')).toHaveLength(1)
})

test('a doubt stays a doubt through a save, an outage, a hold and a bug until it was looked at', async () => {
  const ends: (() => ReturnType<typeof done>)[] = [
    () => {
      throw fails('unclear', 'Sent, but no answer came.')
    },
    () => {
      throw fails('unreachable', 'There did not answer.')
    },
    () => ({ outcome: 'after', kind: 'part.push', subject: 'p', label: 'Part p' }),
    () => {
      throw new TypeError('bug')
    },
    () => done(),
  ]
  const t = await startEngine({
    'part.push': () => done(),
    'thing.push': () => (ends.shift() ?? done)(),
  })
  await t.ask('1')
  for (let run = 0; run < 6; run++) {
    await t.run()
    t.pass(15 * minute)
    await t.ask('1')
  }
  const looks = ['1, uncertain', '1, uncertain', '1, uncertain', '1, uncertain']
  expect(t.runs, 'after the look there is no doubt').toEqual(['1', ...looks, '1'])
})

test('after a bug nobody knows how far it came: the next try looks first', async () => {
  let bugs = 1
  const t = await startEngine({
    'thing.push': () => {
      if (bugs-- > 0) throw new TypeError('bug')
      return done()
    },
  })
  await t.ask('1')
  await t.run()
  t.pass(minute)
  await t.run()
  expect(t.runs).toEqual(['1', '1, uncertain'])
})

test('a bug is logged with its stack, tried three times, and then waits for a person with a number to quote', async () => {
  const t = await startEngine({
    'thing.push': () => {
      throw new TypeError('undefined is not a function')
    },
  })
  await t.ask('1')
  for (let run = 0; run < 6; run++) {
    await t.run()
    t.pass(15 * minute)
  }
  expect(t.runs).toHaveLength(3)
  expect(t.errors).toHaveLength(3)
  expect(String((t.errors[0]?.err as Error | undefined)?.stack)).toContain('run-task.test.ts')
  const last = (await t.attempts('1')).at(-1)
  expect(t.errors.at(-1)?.attempt).toEqual(last?.id)
  const badge = await t.badge('1')
  expect(badge).toMatchObject({ state: 'failed', nextTryAt: null, actions: ['send-again'] })
  expect(badge.text).toContain(last?.id)
  expect(badge.text, 'the words of the machine are for the log').not.toContain('undefined')
  await t.ask('1')
  await t.run()
  t.pass(15 * minute)
  await t.run()
  expect(t.runs, 'a save gives it its tries again').toHaveLength(5)
})

test('a failure that pauses the lane lets nothing go until a person says so', async () => {
  const t = await startEngine({
    'thing.push': () => Promise.reject(fails('signed-out', 'Somebody else uses this user.', { pausesLane: true })),
  })
  await t.ask('1')
  await t.ask('2')
  await t.run()
  t.pass(day)
  await t.run()
  expect(t.runs).toEqual(['1'])
  expect(await t.status()).toMatchObject({ state: 'paused', text: 'Somebody else uses this user.', nextTryAt: null })
  expect(await t.badge('2')).toMatchObject({ text: 'Somebody else uses this user.', nextTryAt: null })
})

test('an attempt stands on disk before the first call, and is closed once with its calls', async () => {
  let before: unknown
  const t = await startEngine({
    'thing.push': async ({ subject, exchange }) => {
      before = await t.attempts(subject)
      exchange.push(aCall({ answer: 'created' }))
      return done()
    },
  })
  await t.ask('1')
  await t.run()
  expect(before).toMatchObject([{ outcome: 'running', finishedAt: null }])
  expect(await t.attempts('1')).toMatchObject([
    { number: 1, outcome: 'done', text: 'Stands there.', exchange: [{ path: '/things', answer: 'created' }] },
  ])
  for (const statement of [
    `update sync_attempt set outcome = 'failed'`,
    'delete from sync_attempt',
    `update sync_log set label = 'x'`,
    'delete from sync_log',
  ])
    await expect(t.database.pool.query(statement), statement).rejects.toThrow('is append-only')
})

test('an answer with signs that no database takes is kept readable and stops nothing', async () => {
  const torn = 'before \u0000 and \ud83d after'
  const t = await startEngine({
    'thing.push': ({ subject, exchange }) => {
      exchange.push(aCall({ answer: torn }))
      if (subject === '1') throw fails('rejected', torn, { differences: [{ field: 'Name', here: 'x', there: torn }] })
      return done(torn)
    },
  })
  await t.ask('1')
  await t.ask('2')
  await t.run()
  expect(t.runs).toEqual(['1', '2'])
  const readable = 'before \ufffd and \ufffd after'
  expect(await t.badge('1')).toMatchObject({ state: 'failed', text: readable, differences: [{ there: readable }] })
  expect(await t.badge('2')).toMatchObject({ state: 'transferred', text: readable })
  expect((await t.attempts('1'))[0]?.exchange[0]?.answer).toEqual(readable)
  expect((await t.log()).map((line) => line.text)).toEqual([readable, readable])
})

test('a failing notification stores neither the result nor its line', async () => {
  let isBroken = true
  const t = await startEngine({ 'thing.push': () => done() }, async () => {
    if (isBroken) throw new Error('The bell is broken.')
  })
  await t.ask('1')
  await t.run().catch(() => {})
  expect((await t.task('1')).state).not.toEqual('done')
  expect(await t.log()).toEqual([])
  isBroken = false
  t.pass(15 * minute)
  await t.run()
  expect((await t.badge('1')).state).toEqual('transferred')
})

test('a kind that is switched off is noted as not sent, and what waits is noted too', async () => {
  const t = await startEngine({ 'thing.push': () => done() })
  await t.ask('1')
  await t.inTransaction((tx) => setWanted(tx, 'thing.push', false, t.now(), says('Customers are not exported.')))
  await t.ask('2')
  await t.run()
  expect(t.runs).toEqual([])
  for (const subject of ['1', '2'])
    expect(await t.badge(subject)).toMatchObject({ state: 'off', text: 'Customers are not exported.', actions: [] })
  expect(await t.badge('3'), 'never asked for').toMatchObject({ state: 'off', since: null })
  await t.inTransaction((tx) => setWanted(tx, 'thing.push', true, t.now()))
  await t.ask('1')
  await t.run()
  expect(t.runs).toEqual(['1'])
})

test('a system that answers says so without passing over what failed', async () => {
  const t = await startEngine({
    'thing.push': ({ subject }) => (subject === '1' ? done() : Promise.reject(fails('rejected', 'No.'))),
  })
  await t.ask('1')
  await t.ask('2')
  await t.run()
  const one = 'Everything is sent except one record, which says why.'
  expect(await t.status()).toMatchObject({ state: 'idle', failed: 1, text: one })
  await t.ask('3')
  await t.run()
  expect((await t.status())?.text).toContain('except 2 records')
})

test('what was found in bulk stands on records that rest, and never covers a failure or a wait', async () => {
  const t = await startEngine({
    'thing.push': ({ subject }) => (subject === 'failed' ? Promise.reject(fails('rejected', 'No.')) : done()),
  })
  for (const subject of ['rests', 'failed']) await t.ask(subject)
  await t.run()
  await t.ask('waits')
  const found = (subject: string) => ({
    subject,
    label: subject,
    shown: 'changed-there' as const,
    sentence: says('The name was changed there.'),
    differences: [{ field: 'Name', here: 'A', there: 'B' }],
  })
  const findings = ['rests', 'failed', 'waits', 'unknown'].map(found)
  await t.inTransaction((tx) => showFindings(tx, 'thing.push', findings, t.now()))
  const states = async () =>
    Promise.all(findings.map(async ({ subject }) => `${subject}: ${(await t.badge(subject)).state}`))
  expect(await states()).toEqual(['rests: changed-there', 'failed: failed', 'waits: waiting', 'unknown: changed-there'])
  expect((await t.badge('rests')).actions).toEqual(['put-ours-back'])
  // A bulk run that sent the newest state has done what was waited for.
  const asked = await readAsked(
    t.db,
    'thing.push',
    findings.map(({ subject }) => subject),
  )
  await t.inTransaction((tx) => showFindings(tx, 'thing.push', findings, t.now(), asked))
  expect(await states()).toContain('waits: changed-there')
  t.runs.length = 0
  await t.run()
  expect(t.runs).toEqual([])
})

test('the badge tells what keeps the lane waiting, then what the record itself says', async () => {
  let kind: FailureKind = 'unreachable'
  const t = await startEngine({ 'thing.push': () => Promise.reject(fails(kind, `It is ${kind}.`)) })
  await t.ask('1')
  await t.ask('2')
  await t.run()
  const { retry_at: retryAt } = await t.lane()
  expect(await t.badge('2')).toMatchObject({
    state: 'waiting',
    text: 'It is unreachable.',
    nextTryAt: retryAt?.toISOString(),
    actions: ['send-now'],
  })
  kind = 'rejected'
  t.pass(minute)
  await t.run()
  expect(await t.badge('2')).toMatchObject({ state: 'failed', text: 'It is rejected.' })
})

test('attempts and lines of the log bear the time they began, ended and took', async () => {
  const t = await startEngine({
    'thing.push': () => {
      t.pass(1_500)
      return done()
    },
  })
  await t.ask('1')
  await t.run()
  expect((await t.attempts('1'))[0]).toMatchObject({
    startedAt: '2026-11-23T09:30:00.000Z',
    finishedAt: '2026-11-23T09:30:01.500Z',
  })
  expect(await t.log()).toMatchObject([
    { level: 'info', system: 'There', direction: 'out', kind: 'thing', label: 'Thing 1', durationMs: 1_500 },
  ])
  const { rows } = await t.db.execute(sql`select count(*)::int as count from sync_attempt where finished_at is null`)
  expect(rows).toEqual([{ count: 0 }])
})
