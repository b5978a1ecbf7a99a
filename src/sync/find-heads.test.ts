import { expect, test } from 'vitest'
import { done, fails, phrase, startEngine } from '../../test/engine.ts'
import { findBadges } from './badge-store.ts'

test('of fifty that wait for each other, each names the first one and what keeps it, and all go when it is mended', async () => {
  let isMended = false
  const t = await startEngine({
    'thing.push': ({ subject }) => {
      const before = String(Number(subject) - 1)
      if (isMended) return done()
      if (subject === '1') throw fails('rejected', 'It waits for a VAT code on account 1010.')
      return { outcome: 'after', kind: 'thing.push', subject: before, label: `Thing ${before}` }
    },
  })
  const subjects = Array.from({ length: 50 }, (_, at) => String(at + 1))
  for (const subject of subjects) await t.ask(subject)
  await t.run()
  const held = subjects.slice(1)
  const badges = await findBadges(t.db, 'thing', held, phrase, 'en')
  expect(badges.size).toEqual(49)
  for (const subject of held)
    expect(badges.get(subject), subject).toMatchObject({
      state: 'held',
      text: 'Held: Thing 1 has to go first. It waits for a VAT code on account 1010.',
      holder: { kind: 'thing', subject: '1' },
      actions: ['go-to'],
    })
  isMended = true
  await t.ask('1')
  await t.run()
  expect((await t.badge('50')).state).toEqual('transferred')
})

test('two that wait for each other are told as they are, and nobody walks in a circle', async () => {
  const t = await startEngine({})
  for (const subject of ['1', '2', '3']) await t.ask(subject)
  await t.database.pool.query(
    `update sync_task set shown = 'held', after_kind = kind, after_subject = case subject when '1' then '2' when '2' then '1' else '1' end`,
  )
  for (const subject of ['1', '2', '3']) expect((await t.badge(subject)).state).toEqual('held')
})
