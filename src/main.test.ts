// What `npm start` promises to whoever runs it: each test starts real processes.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../sandbox/sandbox.ts'
import { startSandboxServer } from '../sandbox/server.ts'
import { clientOf, signIn } from '../scripts/demo/akkord.ts'
import { testOnlyIf } from '../test/only-if.ts'
import { aDataFolder, launchAkkord, startAkkordProcess } from '../test/process.ts'
import { newDatabaseOn, serverForTests } from '../test/server.ts'
import { throwAwayFolder } from '../test/throw-away.ts'

const server = await serverForTests()
const admin = { email: 'anna@office.example', password: 'correct horse battery' }
const asFirst = { AKKORD_ADMIN_EMAIL: admin.email, AKKORD_ADMIN_PASSWORD: admin.password }
const setUp = {
  ...{ companyName: 'Prøve ApS', countryCode: 'DK', currency: 'DKK', timeZone: 'Europe/Copenhagen' },
  ...{ name: 'Anna', ...admin },
}
const credentials = { userName: 'akkord-server', password: 'sandbox-password', companyId: 12_345 }
/** A start takes three seconds, and ten times that on a machine with other work. */
const startsMs = 180_000
const aKey = 'a key for tests that is long enough'

async function aSandbox() {
  const sandbox = createSandbox({ empty: true })
  const books = await startSandboxServer(sandbox)
  onTestFinished(async () => {
    await books.close()
    sandbox.close()
  })
  return { sandbox, books }
}

async function clientAs(url: string) {
  const client = await signIn(url, admin.email, admin.password)
  if (!client) throw new Error('The sign-in was refused.')
  return client
}

/** The answer with its state, also when it is no success. */
async function ask(url: string, path: string, init: RequestInit = {}) {
  const answer = await fetch(`${url}${path}`, init)
  // biome-ignore lint/suspicious/noExplicitAny: the shapes are those of /api/openapi.json.
  return { status: answer.status, body: (await answer.json()) as any }
}

test(
  'wrong settings refuse the start, and every one of them is named',
  async () => {
    const akkord = await launchAkkord({
      DATA_DIR: throwAwayFolder(),
      PORT: 'eighty',
      AKKORD_ADMIN_EMAIL: admin.email,
      AKKORD_SECRETKEY: 'misspelt',
    })
    expect(await akkord.ended).toMatchObject({ code: 1 })
    expect(akkord.said()).toMatch(/^Akkord does not start, since its settings are wrong:\n(- .+\n){3}$/)
    for (const name of ['PORT', 'AKKORD_ADMIN_PASSWORD', 'AKKORD_SECRETKEY']) expect(akkord.said()).toContain(name)
  },
  startsMs,
)

test(
  'the first start makes the administrator of the settings and a key that only its owner reads',
  async () => {
    const dataDir = await aDataFolder('empty')
    const akkord = await startAkkordProcess({ DATA_DIR: dataDir, ...asFirst })
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toEqual(0o600)
    expect(await (await clientAs(akkord.url)).get('/me')).toMatchObject({ email: admin.email, role: 'administrator' })
    expect((await ask(akkord.url, '/api/v1/set-up')).body).toMatchObject({ needed: false })
    expect(await ask(akkord.url, '/health/live')).toMatchObject({ status: 200, body: { state: 'ok' } })
    expect(await ask(akkord.url, '/health/ready')).toMatchObject({ status: 200, body: { state: 'ok' } })

    const second = await launchAkkord({ DATA_DIR: dataDir })
    expect(await second.ended).toMatchObject({ code: 1 })
    expect(second.said()).toMatch(/^The data folder .* is in use by process \d+ on .*\n$/)

    const elsewhere = await launchAkkord({ DATA_DIR: await aDataFolder(), PORT: new URL(akkord.url).port })
    expect(await elsewhere.ended).toMatchObject({ code: 1 })
    expect(elsewhere.said()).toEqual(
      `Port ${new URL(akkord.url).port} on 127.0.0.1 is taken by another program. Stop it, or set PORT to another one.\n`,
    )

    akkord.kill('SIGINT')
    expect(await akkord.ended).toMatchObject({ code: 0 })
  },
  startsMs,
)

test(
  'the set-up makes company and administrator, and only once; SIGTERM lets a request have its answer',
  async () => {
    const { sandbox, books } = await aSandbox()
    const akkord = await startAkkordProcess({ DATA_DIR: await aDataFolder(), UNICONTA_URL: books.url })
    expect((await ask(akkord.url, '/api/v1/set-up')).body).toEqual({ needed: true, demoOffered: true })
    await clientOf(akkord.url).post('/set-up', setUp)

    const client = await clientAs(akkord.url)
    expect(await client.get('/company')).toMatchObject({ name: 'Prøve ApS' })
    expect((await client.get('/set-up')).needed).toEqual(false)
    const again = clientOf(akkord.url).post('/set-up', { ...setUp, email: 'eve@elsewhere.example' })
    await expect(again).rejects.toMatchObject({ status: 409 })
    expect(await signIn(akkord.url, 'eve@elsewhere.example', admin.password)).toBeUndefined()

    // The request in hand waits for the other system's answer to a sign-in.
    sandbox.order({ kind: 'delay', ms: 1_000, match: { path: '/login' } })
    const asked = client.post('/integrations/uniconta/dimensions', credentials)
    await expect.poll(() => sandbox.faults(), { timeout: 20_000 }).toEqual([])
    akkord.kill('SIGTERM')
    expect(await asked).toHaveProperty('dimensions')
    expect(await akkord.ended).toEqual({ code: 0, signal: null })
  },
  startsMs,
)

test(
  'SIGTERM while it starts ends it as cleanly as later',
  async () => {
    const dataDir = await aDataFolder('empty')
    const akkord = await launchAkkord({ DATA_DIR: dataDir })
    // The key is made first: from then on it is starting, with the database still to be opened.
    await expect
      .poll(() => statSync(join(dataDir, 'secret.key'), { throwIfNoEntry: false }), { timeout: 30_000 })
      .toBeDefined()
    akkord.kill('SIGTERM')
    expect(await akkord.ended).toEqual({ code: 0, signal: null })
  },
  startsMs,
)

test(
  'SIGTERM ends it though a task hangs, and nothing acknowledged is lost or sent twice',
  async () => {
    const { sandbox, books } = await aSandbox()
    const settings = { DATA_DIR: await aDataFolder(), UNICONTA_URL: books.url }
    const akkord = await startAkkordProcess(settings)
    await clientOf(akkord.url).post('/set-up', setUp)
    const client = await clientAs(akkord.url)
    const group = await client.post('/tag-groups', { name: 'Group', objectKind: 'customer', rule: 'exactly-one' })
    const tag = await client.post('/tags', { groupId: group.id, name: 'Denmark', code: 'Indland', colour: 'blue' })
    await client.post('/integrations/uniconta', {
      ...credentials,
      exportCustomers: true,
      customerGroupTagGroupId: group.id,
    })

    // The task in hand never gets its answer, though the customer was stored there.
    sandbox.order({ kind: 'hang-after', match: { path: '/crud/insert' } })
    const customer = await client.post('/customers', {
      ...{ name: 'Hængende A/S', countryCode: 'DK', currency: 'DKK' },
      tagIds: [tag.id],
    })
    const debtors = () => sandbox.rows(12_345, 'DebtorClient').filter((row) => row.Account === customer.number)
    await expect.poll(debtors, { timeout: 20_000 }).toHaveLength(1)
    akkord.kill('SIGTERM')
    // As docker stop does.
    const kill = setTimeout(() => akkord.kill('SIGKILL'), 10_000)
    expect(await akkord.ended).toEqual({ code: 0, signal: null })
    clearTimeout(kill)

    const next = await startAkkordProcess(settings)
    const after = await clientAs(next.url)
    const badge = async () => (await after.get(`/customers/${customer.id}`)).sync.state
    await expect.poll(badge, { timeout: 40_000 }).toEqual('transferred')
    expect(debtors()).toHaveLength(1)
  },
  startsMs,
)

testOnlyIf(server)(
  'on a server the key has to be given, and ready tells when the database is away',
  async () => {
    const { url: databaseUrl, drop } = await newDatabaseOn(server as string)
    onTestFinished(drop)
    const withoutKey = await launchAkkord({ DATABASE_URL: databaseUrl })
    expect(await withoutKey.ended).toMatchObject({ code: 1 })
    expect(withoutKey.said()).toContain('AKKORD_SECRET_KEY is needed with DATABASE_URL')

    const akkord = await startAkkordProcess({ DATABASE_URL: databaseUrl, AKKORD_SECRET_KEY: aKey, ...asFirst })
    const health = async (path: string) => {
      const { status, body } = await ask(akkord.url, `/health/${path}`)
      return { status, state: body.state }
    }
    expect(await health('ready')).toEqual({ status: 200, state: 'ok' })

    const name = new URL(databaseUrl).pathname.slice(1)
    await letIn(name, false)
    await expect.poll(() => health('ready'), { timeout: 20_000 }).toEqual({ status: 503, state: 'down' })
    expect(await health('live')).toEqual({ status: 200, state: 'ok' })

    await letIn(name, true)
    await expect.poll(() => health('ready'), { timeout: 30_000 }).toEqual({ status: 200, state: 'ok' })
    expect(await (await clientAs(akkord.url)).get('/me')).toMatchObject({ email: admin.email })
    akkord.kill('SIGTERM')
    expect(await akkord.ended).toEqual({ code: 0, signal: null })
  },
  startsMs,
)

/** Shuts the database for everybody, or opens it again. */
async function letIn(name: string, isOpen: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`alter database ${name} with allow_connections ${isOpen}`)
    if (!isOpen) await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  } finally {
    await client.end()
  }
}
