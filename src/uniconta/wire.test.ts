import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { answers, json, type Play, type PlayingServer, startPlayingServer } from '../../test/playing-server.ts'
import { createPhrasebook } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Exchange } from '../sync/log-entry.ts'
import { englishTexts } from '../texts.ts'
import { type Answer, type Call, call, Refused, TokenRefused } from './wire.ts'

const phrase = createPhrasebook({ en: englishTexts })

let server: PlayingServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const read: Call = { method: 'POST', path: '/Query/Get/DebtorClient', body: [{}], writes: false }
const write: Call = { ...read, path: '/Crud/Insert/DebtorClient', body: { Account: '1' }, writes: true }

type Judged = { answer?: Answer; kind?: string; text?: string; reason?: string; code?: string | undefined }

/** The outcome in words, and what was kept of the exchange. */
async function ask(play: Play | string, request: Call): Promise<Judged & { exchange: Exchange }> {
  if (typeof play !== 'string') server = await startPlayingServer(play)
  const baseUrl = typeof play === 'string' ? play : (server?.url ?? '')
  const kept: Exchange[] = []
  const judged = await call({ baseUrl, fetch, now: () => new Date(), timeoutMs: 2_000 }, request, kept).then(
    (answer): Judged => ({ answer }),
    (error: unknown): Judged => {
      if (error instanceof SyncFailure) return { kind: error.kind, text: phrase(error.sentence, 'en') }
      if (error instanceof Refused) return { kind: 'refused', reason: error.reason, code: error.code }
      if (error instanceof TokenRefused) return { kind: 'token' }
      throw error
    },
  )
  expect(kept).toHaveLength(1)
  return { ...judged, exchange: kept[0] as Exchange }
}

const page = answers(200, '<html><body><h1>Maintenance</h1></body></html>', { 'content-type': 'text/html' })
const resetInTheMiddle: Play = (outgoing) => {
  outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
  outgoing.write('[{"Account":', () => outgoing.socket?.resetAndDestroy())
}

describe('an answer and what it means for a read and for a write', () => {
  test.each<[string, Play, string, string, string]>([
    ['a web page', page, 'unreachable', 'unclear', 'Uniconta answered with a web page instead of data.'],
    [
      'a PDF',
      answers(200, '%PDF-1.4', { 'content-type': 'application/pdf' }),
      'unreachable',
      'unclear',
      'Uniconta answered with a PDF instead of data.',
    ],
    [
      'JSON cut in the middle',
      answers(200, '[{"Account":"10'),
      'unreachable',
      'unclear',
      'Uniconta answered with text instead of data.',
    ],
    [
      'words',
      answers(200, 'please wait', { 'content-type': 'text/plain' }),
      'unreachable',
      'unclear',
      'Uniconta answered with text instead of data.',
    ],
    [
      'a redirection',
      answers(302, '', { location: '/maintenance' }),
      'unreachable',
      'unclear',
      'Uniconta answered with a redirection instead of data.',
    ],
    ['408', answers(408), 'unreachable', 'unclear', 'Uniconta answered with an error of its own (408).'],
    ['500', answers(500, 'oops'), 'unreachable', 'unclear', 'Uniconta answered with an error of its own (500).'],
    ['502', answers(502), 'unreachable', 'unclear', 'Uniconta answered with an error of its own (502).'],
    ['504', answers(504), 'unreachable', 'unclear', 'Uniconta answered with an error of its own (504).'],
    [
      'the code of a failure on their side',
      json('SQLException', 400),
      'unreachable',
      'unclear',
      'Uniconta answered with an error of its own (SQLException).',
    ],
    [
      'a line that is reset in the middle of the body',
      resetInTheMiddle,
      'unreachable',
      'unclear',
      'The answer of Uniconta broke off in the middle.',
    ],
    [
      'a body that is not compressed as it says',
      answers(200, '[]', { 'content-encoding': 'gzip' }),
      'unreachable',
      'unclear',
      'The answer of Uniconta broke off in the middle.',
    ],
    [
      'a compressed body that ends early',
      answers(200, gzipSync(JSON.stringify([{ Account: '1', Name: 'x'.repeat(500) }])).subarray(0, 40), {
        'content-encoding': 'gzip',
      }),
      'unreachable',
      'unclear',
      'Uniconta answered with text instead of data.',
    ],
    // Refused before it was applied: a write may simply be made again.
    ['503', answers(503), 'unreachable', 'unreachable', 'Uniconta answered with an error of its own (503).'],
    ['429', answers(429), 'busy', 'busy', 'Uniconta asks for fewer calls for a while.'],
    ['200 with the code for "later"', json('SlowDown'), 'busy', 'busy', 'Uniconta asks for fewer calls for a while.'],
    ['200 with its number', json(92), 'busy', 'busy', 'Uniconta asks for fewer calls for a while.'],
    ['401', answers(401), 'token', 'token', ''],
    ['200 with the code for "not signed in"', json('UserNotLoggedIn'), 'token', 'token', ''],
  ])('%s', async (_name, play, readKind, writeKind, text) => {
    const asRead = await ask(play, read)
    expect(asRead).toMatchObject({ kind: readKind, ...(text && { text }) })
    await server?.close()
    const asWrite = await ask(play, write)
    expect(asWrite.kind).toEqual(writeKind)
    if (writeKind === 'unclear') expect(asWrite.text).toEqual('Sent, but no answer came. Looking whether it arrived.')
  })
})

describe('a refusal that was understood', () => {
  test.each<[string, Play, Pick<Judged, 'reason' | 'code'>]>([
    [
      '400 with a label',
      json('A key with the name already exists', 400),
      { reason: 'A key with the name already exists', code: undefined },
    ],
    ['400 with a code', json('KeyExists', 400), { reason: 'KeyExists', code: 'KeyExists' }],
    ['200 with a code as JSON', json('KeyExists'), { reason: 'KeyExists', code: 'KeyExists' }],
    [
      '200 with a code as text',
      answers(200, 'ArgumentMissing'),
      { reason: 'ArgumentMissing', code: 'ArgumentMissing' },
    ],
    ['200 with the number of a code', json(40), { reason: 'KeyExists', code: 'KeyExists' }],
    ['200 with a label', json('Nøglen findes allerede'), { reason: 'Nøglen findes allerede', code: undefined }],
    ['200 with a number that nobody published', json(231), { reason: '231', code: undefined }],
    ['403 without a word', answers(403), { reason: 'status 403', code: 'NoRights' }],
    ['404 without a word', answers(404), { reason: 'status 404', code: undefined }],
    [
      '403 with a page',
      answers(403, '<html><body>Forbidden by <b>proxy</b></body></html>'),
      { reason: 'Forbidden by proxy', code: 'NoRights' },
    ],
  ])('%s', async (_name, play, expected) => {
    expect(await ask(play, write)).toMatchObject({ kind: 'refused', ...expected })
  })
})

describe('a success', () => {
  test.each<[string, Play, Answer]>([
    ['204', answers(204), { status: 204, value: undefined }],
    ['the name of success', json('Succes'), { status: 200, value: undefined }],
    ['its number', json(0), { status: 200, value: undefined }],
    ['the row', json({ Account: '1' }), { status: 200, value: { Account: '1' } }],
    [
      'the row, compressed',
      answers(200, gzipSync('{"Account":"1"}'), { 'content-encoding': 'gzip' }),
      { status: 200, value: { Account: '1' } },
    ],
  ])('%s', async (_name, play, answer) => {
    expect(await ask(play, write)).toMatchObject({ answer })
  })
})

describe('the line', () => {
  /** A port where nobody listens. */
  async function closedPort(): Promise<string> {
    const taken = createServer()
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
    const address = taken.address()
    await new Promise((done) => taken.close(done))
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  test('a refused connection means that nothing was sent, also for a write', async () => {
    const baseUrl = await closedPort()
    const judged = await ask(baseUrl, write)
    expect(judged.kind).toEqual('unreachable')
    expect(judged.text).toEqual(`Uniconta could not be reached at ${new URL(baseUrl).host}.`)
    expect(judged.exchange.fault).toContain('ECONNREFUSED')
  })

  test('a line that is cut after the call is out leaves a write unclear', async () => {
    const judged = await ask((outgoing) => void outgoing.socket?.resetAndDestroy(), write)
    expect(judged.kind).toEqual('unclear')
  })

  test.each([
    ['read', 'unclear'],
    ['connect', 'unreachable'],
  ])('ETIMEDOUT of a %s leaves a write %s', async (syscall, kind) => {
    const cause = Object.assign(new Error(`${syscall} ETIMEDOUT`), { code: 'ETIMEDOUT', syscall })
    const failing = () => Promise.reject(new TypeError('fetch failed', { cause }))
    const failed = call(
      { baseUrl: 'http://uniconta.test', fetch: failing, now: () => new Date(), timeoutMs: 2_000 },
      write,
      [],
    )
    await expect(failed).rejects.toMatchObject({ kind })
  })

  test.each([
    [read, 'unreachable', 'Uniconta did not answer within 0 seconds.'],
    [write, 'unclear', 'Sent, but no answer came. Looking whether it arrived.'],
  ])('a call that hangs ends by itself', async (request, kind, text) => {
    expect(await ask(() => {}, { ...request, timeoutMs: 100 })).toMatchObject({ kind, text })
  })

  test('an answer that stops in the middle ends by itself too', async () => {
    const stops: Play = (outgoing) => void outgoing.writeHead(200, { 'content-length': '100' }).write('[{')
    expect(await ask(stops, { ...write, timeoutMs: 100 })).toMatchObject({ kind: 'unclear' })
  })

  test('a call that hangs ends even when nobody but the network holds it any more', async () => {
    const forgetful = () => new Promise<Response>(() => {})
    const hanging = call(
      { baseUrl: 'http://uniconta.test', fetch: forgetful, now: () => new Date(), timeoutMs: 2_000 },
      { ...write, timeoutMs: 100 },
      [],
    )
    await expect(hanging).rejects.toMatchObject({ kind: 'unclear' })
  })
})

describe('what is kept of a call', () => {
  test('neither a password nor a token', async () => {
    const { exchange } = await ask(json({ token: 'tell-nobody' }), {
      ...read,
      path: '/login',
      body: { Password: 'tell-nobody' },
      token: 'tell-nobody',
      secrets: ['tell-nobody'],
    })
    expect(JSON.stringify(exchange)).not.toContain('tell-nobody')
    expect(server?.heard[0]?.body).toContain('tell-nobody')
  })

  test('an answer that tells the request back, without the token', async () => {
    const { exchange, reason } = await ask(json('No right for tell-nobody', 400), { ...write, token: 'tell-nobody' })
    expect(exchange.answer).toEqual('"No right for ***"')
    expect(reason).toEqual('No right for ***')
  })

  test('a sign-in that is refused with a page, without what the page shows', async () => {
    const call = { ...read, path: '/login', body: { Password: 'a<b' }, secrets: ['a<b'] }
    expect((await ask(answers(400, '<p>a&lt;b</p>'), call)).reason).toEqual('status 400')
    expect((await ask(json('a<b is wrong', 400), call)).reason).toEqual('*** is wrong')
  })

  test('only what the database can store: no NUL and no half signs', async () => {
    const { exchange } = await ask(answers(200, `%PDF\0${'€'.repeat(2_042)}😀`), {
      ...write,
      body: `${'x'.repeat(2_046)}😀`,
    })
    for (const kept of [exchange.request, exchange.answer]) {
      expect(kept?.isWellFormed()).toBe(true)
      expect(kept).not.toContain('\0')
    }
  })

  test('the reason of a refusal too', async () => {
    const { reason } = await ask(json(`No\0${'x'.repeat(296)}😀`, 400), write)
    expect(reason?.isWellFormed()).toBe(true)
    expect(reason).not.toContain('\0')
  })
})
