// The whole application through its door, on the test database, with a clock that stands still.
import { createInstance, type Instance, type InstanceParts } from '../src/instance.ts'
import type { Db } from '../src/lib/database/database.ts'
import type { Log } from '../src/lib/log.ts'
import type { Role } from '../src/users/permissions.ts'
import { makeFirst } from '../src/users/set-up.ts'
import { emptyTables, keepRows, testDatabase } from './database.ts'
import { aPasswordHash, emailOf, signInAs } from './sign-in.ts'
import { testNow } from './usual.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of an answer.
export type Answer = { status: number; headers: Headers; body: any }

/** A client with a session: paths below /api/v1. */
export type Client = {
  cookie: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
}

export { testNow }

export type TestAppOptions = Partial<Omit<InstanceParts, 'database' | 'now'>>

type Line = { level: string; facts: object; text: string }
/** What the parts of an instance reach through, so that the next test may have the same instance with a clock and lines of its own. */
type Surroundings = { now: Date; logged: Line[] }
type Usual = { parts: InstanceParts; instance: Instance; around: Surroundings; restore(): Promise<void> }

let usual: Usual | undefined

/** An empty instance that has been set up: the company Akkord A/S and its administrator. */
export async function startTestApp(options: TestAppOptions = {}) {
  const database = await testDatabase()
  const { parts, instance, around } = await (Object.keys(options).length === 0 ? startUsual() : start(options))
  const { app, phrase } = instance
  const clients = new Map<Role, Client>()

  async function request(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await app.request(path, { ...init, method })
    const text = await answer.text()
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '')
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text }
  }

  function clientWith(headers: Record<string, string>): Client {
    const send = (method: string) => (path: string, body?: unknown) =>
      request(method, `/api/v1${path}`, {
        headers: {
          ...headers,
          'sec-fetch-site': 'same-origin',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    return {
      cookie: headers.cookie ?? '',
      get: send('GET'),
      post: send('POST'),
      put: send('PUT'),
      delete: send('DELETE'),
    }
  }

  return {
    ...app,
    ...instance,
    database,
    db: database.db,
    phrase,
    logged: around.logged,
    now: () => around.now,
    setNow(instant: Date | string) {
      around.now = new Date(instant)
    },
    startWorker() {
      usual = undefined
      return instance.startWorker()
    },
    /** A second process on the same database. */
    another: () => createInstance(parts),
    /** A client signed in with a role; the same one at each call. */
    async as(role: Role): Promise<Client> {
      const known = clients.get(role)
      if (known) return known
      const client = clientWith({ cookie: await signInAs(app, database.db, role, around.now) })
      clients.set(role, client)
      return client
    },
    withKey: (key: string) => clientWith({ authorization: `Bearer ${key}` }),
    withCookie: (cookie: string) => clientWith({ cookie }),
    nobody: clientWith({}),
    /** Any request, path from the root. */
    raw: request,
    async close() {
      clients.clear()
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>

/**
 * Making an instance costs more than most tests. It keeps nothing in memory, but for the worker and what it knows of an accounting
 * system, so tests that start neither get the same one; what it wrote at its start is put back with the rest.
 */
async function startUsual(): Promise<Usual> {
  if (!usual) {
    const started = await start({})
    usual = { ...started, restore: await keepRows() }
    return usual
  }
  await usual.restore()
  usual.around.now = testNow
  usual.around.logged = []
  return usual
}

async function start(options: TestAppOptions): Promise<Omit<Usual, 'restore'>> {
  const database = await testDatabase()
  await emptyTables(database.db)
  const around: Surroundings = { now: testNow, logged: [] }
  const parts: InstanceParts = {
    database,
    now: () => around.now,
    random: () => 0.5,
    log: collectingLog(around),
    secretKey: 'a secret key of the tests, 32 signs or more',
    unicontaUrl: 'http://uniconta.test',
    fetch: () => Promise.reject(new Error('No accounting system takes part in this test.')),
    mail: undefined,
    checkAnswers: true,
    ...options,
  }
  const instance = await createInstance(parts)
  await setUp(database.db, around.now)
  return { parts, instance, around }
}

async function setUp(db: Db, now: Date): Promise<void> {
  const company = { name: 'Akkord A/S', countryCode: 'DK', currency: 'DKK', timeZone: 'Europe/Copenhagen' }
  const administrator = { name: 'Anna Administrator', email: emailOf('administrator') }
  await makeFirst(db, { company, administrator }, await aPasswordHash(), now)
}

function collectingLog(around: Surroundings): Log {
  const collect = (level: string) => (facts: object, text: string) => void around.logged.push({ level, facts, text })
  return { info: collect('info'), warn: collect('warn'), error: collect('error') }
}
