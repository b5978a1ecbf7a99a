import { afterEach, expect, test } from 'vitest'
import { answers, json, type Play, type PlayingServer, startPlayingServer } from '../../test/playing-server.ts'
import { createPhrasebook } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Exchange } from '../sync/log-entry.ts'
import { englishTexts } from '../texts.ts'
import { readAll } from './read-all.ts'
import { type Account, type Calls, createSessionKeeper, NeverSent } from './session.ts'

const phrase = createPhrasebook({ en: englishTexts })
const account: Account = { userName: 'server', password: 'secret', apiKey: null, companyId: 12_345 }
const hourMs = 60 * 60_000

/** The only process of its instance. */
const alone = { note: async () => {}, isAnotherOfOurs: async () => false }

let server: PlayingServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** A keeper in front of a server that answers by path; `changes` replace single answers. */
async function start(changes: Record<string, Play> = {}) {
  let shiftMs = 0
  let tokens = 0
  const usual: Record<string, Play> = {
    '/login': (outgoing) => json({ token: `token-${++tokens}`, refreshToken: 'refresh' })(outgoing, unused),
    '/Company/ChangeCompany/': json({ PrimaryKeyId: 12_345, CompanyName: 'Prøve' }),
    '/Query/Get/': json([]),
    '/Crud/': answers(204),
    '/Logout': answers(200),
  }
  const plays = { ...usual, ...changes }
  server = await startPlayingServer((outgoing, heard) => {
    const [, play] = Object.entries(plays).find(([path]) => heard.path.startsWith(path)) ?? []
    return (play ?? answers(404))(outgoing, heard)
  })
  const { heard, url } = server
  const now = () => new Date(Date.now() + shiftMs)
  const keeper = createSessionKeeper({ baseUrl: url, fetch, now, timeoutMs: 20_000 }, alone)
  return {
    keeper,
    heard,
    plays,
    paths: () => heard.map(({ path }) => path),
    signIns: () => heard.filter(({ path }) => path === '/login').length,
    calls: (beforeWrite: () => Promise<void> = async () => {}, as: Account = account): Calls =>
      keeper.callsFor(as, [], beforeWrite),
    pass(ms: number) {
      shiftMs += ms
    },
  }
}
const unused = { method: '', path: '', headers: {}, body: '' }

async function sentenceOf(work: Promise<unknown>): Promise<{ kind: string; text: string; pausesLane: boolean }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SyncFailure)) throw new Error(`A failure was expected, not ${error}`, { cause: error })
  return {
    kind: error.kind,
    text: phrase(error.sentence, 'en'),
    pausesLane: error.details.pausesLane ?? false,
  }
}

test('signs in as 00<company>/<user>, reads the company back, and keeps the token its full hour', async () => {
  const t = await start()
  await t.calls().query('DebtorClient', [])
  expect(t.paths()).toEqual(['/login', '/Company/ChangeCompany/12345', '/Query/Get/DebtorClient'])
  expect(JSON.parse(t.heard[0]?.body ?? '')).toEqual({ Username: '0012345/server', Password: 'secret' })
  t.pass(hourMs - 60_000)
  await t.calls().query('DebtorClient', [])
  expect(t.signIns()).toEqual(1)
  t.pass(60_000)
  await t.calls().query('DebtorClient', [])
  expect(t.signIns()).toEqual(2)
  expect(t.heard.at(-1)?.headers.authorization).toEqual('Bearer token-2')
})

test('an API key travels only when there is one', async () => {
  const t = await start()
  await t.calls(undefined, { ...account, apiKey: 'a-key' }).query('DebtorClient', [])
  expect(JSON.parse(t.heard[0]?.body ?? '')).toMatchObject({ apiKey: 'a-key' })
})

test('another company than the chosen one is never written to', async () => {
  const t = await start({ '/Company/ChangeCompany/': json({ PrimaryKeyId: 999 }) })
  expect(await sentenceOf(t.calls().insert('DebtorClient', {}))).toMatchObject({
    kind: 'signed-out',
    text: 'Uniconta opened company 999 when 12345 was asked for. Nothing was sent.',
  })
  expect(t.paths()).not.toContain('/Crud/Insert/DebtorClient')
})

test('a company that is empty once is asked for again; twice, it is gone', async () => {
  let times = 0
  const emptyOnce: Play = (outgoing, heard) =>
    (++times === 1 ? json(null) : json({ PrimaryKeyId: 12_345 }))(outgoing, heard)
  const t = await start({ '/Company/ChangeCompany/': emptyOnce })
  await t.calls().query('DebtorClient', [])
  t.plays['/Company/ChangeCompany/'] = json(null)
  const calls = t.calls()
  calls.renew()
  expect(await sentenceOf(calls.query('DebtorClient', []))).toMatchObject({
    kind: 'signed-out',
    text: expect.stringContaining('company 12345 cannot be opened'),
  })
})

test.each<[string, Play, string, string]>([
  [
    'the code of a wrong password',
    json('UserOrPasswordIsWrong'),
    'signed-out',
    'refused the name or password of user server',
  ],
  ['401', answers(401), 'signed-out', 'refused the name or password of user server'],
  ['the code for a missing company', json('NoCompanyId'), 'signed-out', 'company 12345 cannot be opened'],
  ['a user that is no server user', json('NoRightsToRunApp'), 'signed-out', 'must be a server user: create one under'],
  ['a blocked user', json('UserIsBlocked'), 'signed-out', 'refused to sign in user server and says UserIsBlocked'],
  ['a label', json('Adgang nægtet'), 'signed-out', 'refused to sign in user server and says Adgang nægtet'],
  ['an unknown number', json(203), 'signed-out', 'refused to sign in user server and says 203'],
  ['a web page', answers(200, '<html>'), 'unreachable', 'Uniconta answered with a web page instead of data.'],
  ['nothing', answers(204), 'unreachable', 'Uniconta answered with something else instead of data.'],
  ['another shape', json([1, 2, 3]), 'unreachable', 'Uniconta answered with something else instead of data.'],
  ['500', answers(500), 'unreachable', 'Uniconta answered with an error of its own (500).'],
  ['429', answers(429), 'busy', 'Uniconta asks for fewer calls for a while.'],
])('a sign-in that is answered by %s', async (_name, play, kind, text) => {
  const t = await start({ '/login': play })
  expect(await sentenceOf(t.calls().query('DebtorClient', []))).toEqual({
    kind,
    text: expect.stringContaining(text),
    pausesLane: false,
  })
})

test.each<[string, Play]>([
  ['nothing', answers(204)],
  ['null', json(null)],
  ['an object', json({ value: [] })],
  ['numbers', json([1, 2, 3])],
  ['a label', json('Ingen rettigheder')],
])('a query answered by %s has learned nothing', async (_name, play) => {
  const t = await start({ '/Query/Get/': play })
  expect(await sentenceOf(t.calls().query('DebtorClient', []))).toMatchObject({ kind: 'unreachable' })
})

test('a session ended by somebody else is made anew, the write goes once, and it is told', async () => {
  let times = 0
  const t = await start({ '/Crud/': (outgoing, heard) => answers(++times === 1 ? 401 : 204)(outgoing, heard) })
  await t.calls().insert('DebtorClient', { Account: '1' })
  expect(t.signIns()).toEqual(2)
  expect(t.paths().filter((path) => path.startsWith('/Crud/'))).toHaveLength(2)
  expect(t.keeper.takeEvictionCount()).toEqual(1)
  expect(t.keeper.takeEvictionCount()).toEqual(0)
})

test('three ends within an hour pause the lane instead of fighting', async () => {
  const t = await start({ '/Query/Get/': answers(401) })
  expect(await sentenceOf(t.calls().query('DebtorClient', []))).toMatchObject({ kind: 'signed-out', pausesLane: false })
  expect(await sentenceOf(t.calls().query('DebtorClient', []))).toEqual({
    kind: 'signed-out',
    text: expect.stringContaining('three times within an hour'),
    pausesLane: true,
  })
})

test('ends that lie more than an hour apart are no fight', async () => {
  const t = await start({ '/Query/Get/': answers(401) })
  await sentenceOf(t.calls().query('DebtorClient', []))
  t.pass(hourMs + 1_000)
  expect(await sentenceOf(t.calls().query('DebtorClient', []))).toMatchObject({ pausesLane: false })
})

test('a session that timed out, or whose line was cut, is not used again; one that was busy is', async () => {
  const t = await start({ '/Query/Get/': (outgoing) => void outgoing.socket?.resetAndDestroy() })
  await sentenceOf(t.calls().query('DebtorClient', []))
  t.plays['/Query/Get/'] = answers(429)
  await sentenceOf(t.calls().query('DebtorClient', []))
  t.plays['/Query/Get/'] = json([])
  await t.calls().query('DebtorClient', [])
  expect(t.signIns()).toEqual(2)
})

test('many callers at once share one sign-in', async () => {
  const t = await start()
  await Promise.all([1, 2, 3].map(() => t.calls().query('DebtorClient', [])))
  expect(t.signIns()).toEqual(1)
})

test('one call is out at a time', async () => {
  let out = 0
  let most = 0
  const slow: Play = async (outgoing, heard) => {
    most = Math.max(most, ++out)
    await new Promise((done) => setTimeout(done, 20))
    out--
    answers(204)(outgoing, heard)
  }
  const t = await start({ '/Crud/': slow })
  await Promise.all([1, 2, 3].map((n) => t.calls().insert('DebtorClient', { Account: String(n) })))
  expect(most).toEqual(1)
})

test('the lease is checked before each write, after the sign-in, and a lost one sends nothing', async () => {
  const t = await start()
  const seen: number[] = []
  const calls = t.calls(async () => {
    seen.push(t.heard.length)
    if (seen.length === 2) throw new Error('lost')
  })
  await calls.insert('DebtorClient', { Account: '1' })
  await expect(calls.update('DebtorClient', { Account: '1' }, { Account: '1', Name: 'x' })).rejects.toThrow('lost')
  expect(seen).toEqual([2, 3])
  expect(t.heard).toHaveLength(3)
})

test('a token that ends while the lease is checked is renewed, and the lease is checked again', async () => {
  const t = await start()
  await t.calls().query('DebtorClient', [])
  let checks = 0
  await t
    .calls(async () => {
      if (++checks === 1) t.pass(hourMs)
    })
    .insert('DebtorClient', { Account: '1' })
  expect(checks).toEqual(2)
  expect(t.heard.at(-1)?.headers.authorization).toEqual('Bearer token-2')
})

test('an answer about the lease that took seconds is not trusted: the lease is checked again', async () => {
  const t = await start()
  let checks = 0
  await t
    .calls(async () => {
      if (++checks === 1) t.pass(5_000)
    })
    .insert('DebtorClient', { Account: '1' })
  expect(checks).toEqual(2)
})

test('a sign-in to another company does not come between a check and its write', async () => {
  const t = await start({
    '/Company/ChangeCompany/': (outgoing, { path }) =>
      json({ PrimaryKeyId: Number(path.split('/').at(-1)) })(outgoing, unused),
  })
  let other: Promise<unknown> | undefined
  await t
    .calls(async () => {
      other ??= t.calls(undefined, { ...account, companyId: 777 }).query('CompanyClient', [])
    })
    .insert('DebtorClient', { Account: '1' })
  await other
  expect(t.paths()).toEqual([
    '/login',
    '/Company/ChangeCompany/12345',
    '/Crud/Insert/DebtorClient',
    '/login',
    '/Company/ChangeCompany/777',
    '/Query/Get/CompanyClient',
  ])
})

test('signing out ends the session there', async () => {
  const t = await start()
  await t.calls().query('DebtorClient', [])
  await t.keeper.signOut()
  expect(t.paths().at(-1)).toEqual('/Logout?refreshToken=refresh')
  await t.calls().query('DebtorClient', [])
  expect(t.signIns()).toEqual(2)
})

test('every call counts, those of the sign-in too', async () => {
  const t = await start()
  await t.calls().query('DebtorClient', [])
  expect(t.keeper.takeCallCount()).toEqual(3)
  expect(t.keeper.takeCallCount()).toEqual(0)
})

test('a table whose pages never end is not read for ever', async () => {
  const { calls, paths } = await start({ '/Query/Get/': json([{ Account: '1' }, { Account: '2' }]) })
  const failure = await sentenceOf(readAll(calls(), 'DebtorClient', 'Account'))
  expect(failure.text).toEqual('Uniconta answered with the same rows again instead of data.')
  expect(paths().filter((path) => path.startsWith('/Query/'))).toHaveLength(2)
})

test('a token that fits in no header is no sign-in, and is told nowhere', async () => {
  const exchange: Exchange[] = []
  const { keeper } = await start({ '/login': json({ token: 'token-1\nsecret', refreshToken: 'refresh' }) })
  const failure = await sentenceOf(keeper.callsFor(account, exchange, async () => {}).query('DebtorClient', []))
  expect(failure.text).toEqual('Uniconta answered with something else instead of data.')
  expect(JSON.stringify(exchange)).not.toContain('secret')
})

test('UC-50: a write whose session is over does not leave in another one, whose end nobody noted', async () => {
  const { calls, paths, signIns } = await start({ '/Invoice/': json({ Err: 0 }) })
  const one = calls()
  for (const write of [
    (endsAt: Date) => one.insertOrder({ OrderNumber: 1 }, [], endsAt),
    (endsAt: Date) => one.remove('DebtorOrderClient', { OrderNumber: 1 }, endsAt),
    (endsAt: Date) => one.postInvoice({ OrderNumber: 1 }, endsAt),
  ]) {
    const endsAt = await one.sessionEndsAt()
    one.renew()
    // Long enough that the two do not end in the same millisecond.
    await new Promise((done) => setTimeout(done, 5))
    await expect(write(endsAt)).rejects.toBeInstanceOf(NeverSent)
  }
  expect(signIns()).toBeGreaterThan(1)
  expect(paths().filter((path) => path.startsWith('/Crud/') || path.startsWith('/Invoice/'))).toEqual([])
})
