import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { FaultOrder } from './faults.ts'
import { createSandbox } from './sandbox.ts'
import { post, signIn } from './test-client.ts'
import { aSandbox, later, minuteMs } from './test-sandbox.ts'

const company = 12345

/** Orders the fault, inserts a customer, and tells what came back and whether the customer is there. */
async function insertUnder(fault: FaultOrder, options: Parameters<typeof aSandbox>[0] = {}) {
  const { sandbox, url, signInAs } = await aSandbox(options)
  const { token } = await signInAs()
  sandbox.order(fault)
  const request = post(`${url}/Crud/Insert/DebtorClient`, { Account: 'A1' }, { authorization: `Bearer ${token}` })
  const signal = AbortSignal.timeout(400)
  const answer = await fetch(request, { signal, redirect: 'manual' }).then(
    async (response) => ({ status: response.status, body: await response.text().catch(() => 'cut') }),
    (error: Error) => (error.name === 'TimeoutError' ? 'gave up' : 'line cut'),
  )
  const isThere = () => sandbox.rows(company, 'DebtorClient').some((row) => row.Account === 'A1')
  return { answer, isThere: isThere(), sandbox, checkAgain: isThere }
}

test.for([
  [{ kind: 'refuse' }, 'line cut', false],
  [{ kind: 'drop-before' }, 'line cut', false],
  [{ kind: 'drop-after' }, 'line cut', true],
  [{ kind: 'hang-before' }, 'gave up', false],
  [{ kind: 'hang-after' }, 'gave up', true],
  [{ kind: 'status-before', status: 429 }, { status: 429, body: 'Service trouble' }, false],
  [{ kind: 'status-before' }, { status: 503, body: 'Service trouble' }, false],
  [{ kind: 'status-after', status: 500 }, { status: 500, body: 'Service trouble' }, true],
  [{ kind: 'html' }, { status: 200, body: expect.stringContaining('<html>') }, false],
  [{ kind: 'text' }, { status: 200, body: 'ArgumentMissing' }, false],
  [{ kind: 'error-string' }, { status: 200, body: '"ServerIsBusy"' }, false],
  [{ kind: 'redirect' }, { status: 302, body: '' }, false],
  [{ kind: 'wrong-shape' }, { status: 200, body: '[1,2,3]' }, true],
  [{ kind: 'no-content' }, { status: 204, body: '' }, true],
  [{ kind: 'pdf' }, { status: 200, body: expect.stringMatching(/^%PDF-/) }, true],
  [{ kind: 'cut-json' }, { status: 200, body: '{"Account":"100' }, true],
  [{ kind: 'cut-line' }, { status: 200, body: 'cut' }, true],
  [{ kind: 'half-close' }, { status: 200, body: 'cut' }, true],
  [{ kind: 'revoke-token' }, { status: 401, body: '' }, false],
] as const)('%o', async ([fault, expected, applied]) => {
  const { answer, isThere } = await insertUnder(fault)
  expect({ answer, isThere }).toEqual({ answer: expected, isThere: applied })
})

test('a late write is applied long after its line was cut', async () => {
  const wake: (() => void)[] = []
  const sleep = () => new Promise<void>((resolve) => void wake.push(resolve))
  const { answer, isThere, checkAgain, sandbox } = await insertUnder({ kind: 'apply-late', ms: minuteMs }, { sleep })
  expect({ answer, isThere }).toEqual({ answer: 'line cut', isThere: false })

  for (const resume of wake) resume()
  await Promise.resolve()

  expect(checkAgain()).toEqual(true)
  expect(sandbox.calls().slice(-2)).toMatchObject([
    { status: null, applied: false, fault: 'apply-late' },
    { status: null, applied: true, fault: 'applied late' },
  ])
})

test('a delay is slept through, then everything is as usual', async () => {
  const slept: number[] = []
  const { answer, isThere } = await insertUnder(
    { kind: 'delay', ms: 3000 },
    { sleep: async (ms) => void slept.push(ms) },
  )
  expect({ answer, isThere, slept }).toEqual({ answer: { status: 204, body: '' }, isThere: true, slept: [3000] })
})

test('a caller who gives up during a delay finds the write applied afterwards', async () => {
  const { answer, isThere, checkAgain } = await insertUnder({ kind: 'delay', ms: 900 })
  expect({ answer, isThere }).toEqual({ answer: 'gave up', isThere: false })
  await expect.poll(checkAgain, { timeout: 5000 }).toEqual(true)
})

test('reads can be empty, or show the rows as they were when the fault was ordered', async () => {
  const { sandbox, clock, signInAs } = await aSandbox()
  const { send } = await signInAs()
  const read = async () =>
    (await send('POST', '/Query/Get/DebtorClient', [{ PropertyName: 'Account', FilterValue: 'A1;1001' }])).body
  sandbox.order({ kind: 'stale-read', match: { entity: 'DebtorClient' }, times: null, forMs: 5 * minuteMs })
  sandbox.put(company, 'DebtorClient', { Account: 'A1', Name: 'Ny' })
  expect(await read()).toHaveLength(1)
  later(clock, 5 * minuteMs)
  expect(await read()).toHaveLength(2)
  sandbox.order({ kind: 'empty-read' })
  expect(await read()).toEqual([])
})

test('ChangeCompany answers null when it has a bad day', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const { send } = await signInAs()
  sandbox.order({ kind: 'null-company' })
  await send('POST', '/Query/Get/DebtorClient', [{}])
  expect((await send('GET', `/Company/ChangeCompany/${company}`)).body).toBeNull()
  expect((await send('GET', `/Company/ChangeCompany/${company}`)).body).toMatchObject({ PrimaryKeyId: company })
})

test('a fault strikes the calls it matches, after as many as were to pass, as often as it was ordered', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const { send } = await signInAs()
  sandbox.order({ kind: 'status-before', match: { method: 'post', entity: 'debtorclient' }, after: 1, times: 2 })
  const read = async (entity: string) => (await send('POST', `/Query/Get/${entity}`, [{ Take: 1 }])).status
  expect(await read('ProjectClient')).toEqual(200)
  expect([await read('DebtorClient'), await read('DebtorClient'), await read('DebtorClient')]).toEqual([200, 503, 503])
  expect(await read('DebtorClient')).toEqual(200)
  expect(sandbox.faults()).toEqual([])
})

test('down, every line is cut until it is up again; with nobody listening they are refused', async () => {
  const { sandbox, server, signInAs } = await aSandbox()
  const { send } = await signInAs()
  const code = () =>
    send('GET', '/tables').then(
      ({ status }) => status,
      (error: Error) => (error.cause as { code?: string }).code,
    )
  sandbox.setDown(true)
  expect(await code()).toMatch(/UND_ERR_SOCKET|ECONNRESET/)
  sandbox.setDown(false)
  expect(await code()).toEqual(200)
  await server.stopListening()
  expect(await code()).toEqual('ECONNREFUSED')
  await server.listenAgain()
  expect(await code()).toEqual(200)
})

test('in process a cut line looks like the one fetch throws', async () => {
  const sandbox = createSandbox()
  const { send } = await signIn('http://sandbox.test', { fetchIt: (request) => sandbox.handle(request) })
  sandbox.order({ kind: 'refuse' })
  await expect(send('GET', '/tables')).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { code: 'ECONNREFUSED' },
  })
  sandbox.order({ kind: 'cut-line' })
  await expect(send('GET', '/tables')).rejects.toThrow(TypeError)
})

test('in process a caller who gives up gets the reason of the signal', async () => {
  const sandbox = createSandbox()
  const { token } = await signIn('http://sandbox.test', { fetchIt: (request) => sandbox.handle(request) })
  sandbox.order({ kind: 'hang-before' })
  const headers = { authorization: `Bearer ${token}` }
  const request = new Request('http://sandbox.test/tables', { headers, signal: AbortSignal.timeout(20) })
  await expect(sandbox.handle(request)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('passwords and tokens are in no log', async () => {
  const { sandbox, url, signInAs } = await aSandbox()
  const { token, refreshToken } = await signInAs()
  await fetch(`${url}/refresh`, { method: 'POST', body: JSON.stringify(refreshToken) })
  const log = JSON.stringify(sandbox.calls())
  expect(log).toContain('0012345/akkord-server')
  expect([log.includes('sandbox-password'), log.includes(token), log.includes(refreshToken)]).toEqual([
    false,
    false,
    false,
  ])
  expect(sandbox.calls()[0]).toMatchObject({
    number: 1,
    path: '/login',
    user: 'akkord-server',
    status: 200,
    applied: false,
  })
})

test('bytes that are no HTTP do not bring the server down', async () => {
  const { server, signInAs } = await aSandbox()
  const { port } = new URL(server.url)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end('nonsense\r\n\r\n').resume())
    socket.on('close', () => resolve())
  })
  await expect(signInAs()).resolves.toBeDefined()
})
