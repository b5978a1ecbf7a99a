// Through a socket: in process a body always has its length, and nobody can go on sending after the answer.
import { once } from 'node:events'
import { type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bodyLimitBytes } from '../src/lib/http.ts'
import { startTestApp, type TestApp } from './app.ts'
import { aCustomer } from './builders.ts'
import { emailOf } from './sign-in.ts'

let app: TestApp
let cookie: string
let server: Server
beforeAll(async () => {
  const fetch: TestApp['fetch'] = (...asked) => app.fetch(...asked)
  server = serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server
  await once(server, 'listening')
})
beforeEach(async () => {
  app = await startTestApp()
  cookie = (await app.as('administrator')).cookie
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends the parts chunked unless a length is named, and the rest of them also after the answer has begun. */
async function send(path: string, parts: Iterable<string>, headers: Record<string, string | number> = {}) {
  const outgoing = request({
    port: (server.address() as AddressInfo).port,
    method: 'POST',
    path,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
  })
  // Who sends too much may find the line cut once the answer is there.
  outgoing.on('error', () => {})
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>
  let isAnswered = false
  answered.then(
    () => {
      isAnswered = true
    },
    () => {},
  )
  for (const part of parts) {
    if (isAnswered) break
    if (!outgoing.write(part)) await Promise.race([once(outgoing, 'drain'), answered])
  }
  if (!isAnswered) outgoing.end()
  const [incoming] = await answered
  const body = await text(incoming)
  outgoing.destroy()
  return { status: incoming.statusCode, type: incoming.headers['content-type'], body: body && JSON.parse(body) }
}

/** A customer whose notes fill so many bytes, in parts of 64 KB. */
function* aCustomerOf(bytes: number): Iterable<string> {
  const [start, end] = JSON.stringify(aCustomer({ name: '?' })).split('?') as [string, string]
  yield start
  for (let left = bytes - start.length - end.length; left > 0; left -= 65_536) yield 'x'.repeat(Math.min(left, 65_536))
  yield end
}

const tooLarge = {
  status: 413,
  type: 'application/problem+json',
  body: { title: 'Too large', status: 413, detail: expect.stringContaining('1 MB') },
}

test('a body that comes in parts and does not say its length is too large beyond 1 MB', async () => {
  for (const bytes of [bodyLimitBytes + 1, 10 * bodyLimitBytes])
    expect(await send('/api/v1/customers', aCustomerOf(bytes))).toMatchObject(tooLarge)
  // One byte less is read to its end, and refused for what it says.
  expect(await send('/api/v1/customers', aCustomerOf(bodyLimitBytes))).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'name' }] },
  })
  expect(app.logged).toEqual([])
})

test('a body that never ends is refused while it is still coming', async () => {
  function* endless() {
    for (;;) yield 'x'.repeat(65_536)
  }
  expect(await send('/api/v1/customers', endless())).toMatchObject(tooLarge)
  expect(await send('/api/auth/sign-in/email', endless(), { cookie: '' })).toMatchObject(tooLarge)
})

test('a body that says it is too large is not waited for', async () => {
  expect(await send('/api/v1/customers', ['{'], { 'content-length': 10 * bodyLimitBytes })).toMatchObject(tooLarge)
})

test('after a refusal the server goes on: a body in parts within the limit is taken', async () => {
  await send('/api/v1/customers', aCustomerOf(2 * bodyLimitBytes))
  expect(await send('/api/v1/customers', [...JSON.stringify(aCustomer({ name: 'Æble 🍎' }))])).toMatchObject({
    status: 201,
    body: { name: 'Æble 🍎' },
  })
})

test('who may not write is told so without being read', async () => {
  const refused = await send('/api/v1/customers', aCustomerOf(10 * bodyLimitBytes), { cookie: '' })
  expect(refused).toMatchObject({ status: 401, body: { title: 'Signed out' } })
  const unknown = { email: emailOf('administrator'), password: 'x'.repeat(201) }
  expect(await send('/api/auth/sign-in/email', [JSON.stringify(unknown)], { cookie: '' })).toMatchObject({
    status: 400,
  })
})
