import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpDatabase } from '../src/lib/database/dump.ts'
import { startTestApp } from './app.ts'
import { aContact, aCustomer, aDepartment, aProject } from './builders.ts'
import { credentials, type DialogTest, startDialog } from './dialog.ts'
import { importing } from './expense-office.ts'
import { answers, type Heard, type Play, type PlayingServer, startPlayingServer } from './playing-server.ts'
import { openApiOf, type Schema } from './routes.ts'
import { emailOf, signIn } from './sign-in.ts'

const apiKey = '6f1c0f6e-1111-4000-8000-5a4d0b0c0a5e'
const wrongPassword = 'a wrong password 1'
const userPassword = 'the password of a user'
const mailPassword = 'the-password-of-the-mail-server'
const wrongUserPassword = 'a wrong password of a user'

/** Stands between Akkord and the sandbox: passes calls on, or plays an answer that tells what it heard. */
let line: PlayingServer
let played: Play | undefined
let patienceMs: number
let sandboxUrl: string
let t: DialogTest
/** Tokens that the sandbox gave. */
let given: string[]
/** What people and programs were answered. */
let told: unknown[]

beforeEach(async () => {
  played = undefined
  patienceMs = 30_000
  given = []
  told = []
  line = await startPlayingServer((outgoing, heard) => (played ?? passOn)(outgoing, heard))
  t = await startDialog({
    unicontaUrl: line.url,
    // Nobody listens there: mails are kept, and the log says why they wait.
    mail: { smtpUrl: `smtp://akkord:${mailPassword}@127.0.0.1:1`, from: 'akkord@akkord.test' },
    fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]) }),
  })
  sandboxUrl = t.server.url
})
afterEach(async () => {
  await line.close()
  await t.close()
})

const passOn: Play = async (outgoing, { method, path, headers, body }) => {
  const answer = await fetch(`${sandboxUrl}${path}`, {
    method,
    headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body }),
  })
  const text = await answer.text()
  for (const [, token] of text.matchAll(/"(?:refreshT|t)oken":"([^"]+)"/g)) given.push(token as string)
  outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(text)
}

const echoOf = ({ method, path, headers, body }: Heard) =>
  `ECHO ${method} ${path} authorization: ${headers.authorization} ${body}`
const echoes = (status: number, wrap: (echo: string) => string, headers: Record<string, string> = {}): Play => {
  return (outgoing, heard) => answers(status, wrap(echoOf(heard)), headers)(outgoing, heard)
}
const page = (echo: string) => `<html><body><h1>Trouble</h1><pre>${echo}</pre></body></html>`
const html = { 'content-type': 'text/html' }

/** Answers that were seen from proxies and servers in trouble; each tells the whole request back. */
const faults: { name: string; play: Play; patienceMs?: number }[] = [
  { name: 'a web page', play: echoes(200, page, html) },
  { name: 'a web page that refuses', play: echoes(400, page, html) },
  { name: 'a web page that forbids', play: echoes(403, page, html) },
  { name: 'words that refuse', play: echoes(400, JSON.stringify) },
  { name: 'words that are no refusal by their status', play: echoes(200, JSON.stringify) },
  { name: 'a problem in JSON', play: echoes(422, (detail) => JSON.stringify({ detail })) },
  { name: 'plain text', play: echoes(200, (echo) => echo, { 'content-type': 'text/plain' }) },
  { name: 'a server in trouble', play: echoes(500, (echo) => JSON.stringify({ echo })) },
  { name: 'a server that is busy', play: echoes(429, page, html) },
  {
    name: 'a redirection',
    play: (outgoing, heard) =>
      answers(302, page(echoOf(heard)), {
        location: `/elsewhere?token=${encodeURIComponent(heard.headers.authorization ?? heard.body)}`,
      })(outgoing, heard),
  },
  { name: 'a token refused', play: echoes(401, page, html) },
  {
    name: 'a line cut in the middle',
    play: (outgoing, heard) => {
      outgoing.writeHead(200, { 'content-length': '90000' }).write(echoOf(heard), () => outgoing.destroy())
    },
  },
  { name: 'no answer', play: () => {}, patienceMs: 50 },
]

test('no secret stands in the database, the log, an attempt, a notice, a mail, the history or an answer, whatever the other side answers', async () => {
  const { groupId, tagId } = await t.aCustomerGroup()
  const { id: administratorId } = (await t.admin.get('/me')).body
  const settings = {
    exportCustomers: true,
    exportProjects: true,
    customerGroupTagGroupId: groupId,
    ...importing,
    apiKey,
    notifyUserIds: [administratorId],
    notifyEmails: ['outside@akkord.test'],
    notifyLevel: 'everything',
  }
  keep(await t.save({ ...settings, password: wrongPassword }))
  played = echoes(400, JSON.stringify)
  keep(await t.save({ ...settings, password: wrongPassword }))
  played = undefined
  const { body: saved } = keep(await t.save(settings))
  expect(saved).toMatchObject({ exportCustomers: true })
  keep(await t.admin.post('/integrations/uniconta-payments', { paymentsFrom: '2026-11-01' }))

  const user = { email: 'x@akkord.test', name: 'X', role: 'employee', password: userPassword }
  const { id: userId } = keep(await t.admin.post('/users', user)).body
  const userCookie = await signIn(t, user.email, userPassword)
  await expect(signIn(t, user.email, wrongUserPassword)).rejects.toThrow('401')
  // The only answer that shows a key.
  const key = (await t.admin.post('/api-keys', { name: 'K', role: 'economy', expiresOn: '2027-01-31' })).body.key
  const { id: departmentId } = keep(await t.admin.post('/departments', aDepartment())).body
  const { id: customerId } = keep(await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))).body
  const { id: contactId } = keep(await t.admin.post('/contacts', aContact({ customerId }))).body
  const { id: projectId } = keep(await t.admin.post('/projects', aProject({ customerId }))).body
  await t.run()

  const records = {
    users: userId,
    customers: customerId,
    contacts: contactId,
    projects: projectId,
    'tag-groups': groupId,
    departments: departmentId,
  }
  const reads = await readsOf(records)
  expect(reads.length).toBeGreaterThan(30)
  const isThere = ({ path, noun }: Read) => noun in records || !path.includes(`/${customerId}`)
  const unexpected: string[] = []
  for (const read of reads) {
    const { status } = keep(await t.raw('GET', read.path, asAdmin()))
    if (status !== (isThere(read) ? 200 : 404)) unexpected.push(`${status} ${read.path}`)
  }
  expect(unexpected).toEqual([])

  for (const [n, fault] of faults.entries()) {
    played = fault.play
    patienceMs = fault.patienceMs ?? 30_000
    const before = line.heard.length
    const customer = keep(await t.admin.post('/customers', aCustomer({ name: `Customer ${n}`, tagIds: [tagId] }))).body
    await t.run()
    keep(await t.raw('GET', '/api/v1/expense-import/completeness?from=2026-11-23&to=2026-11-23', asAdmin()))
    keep(await t.raw('GET', `/api/v1/sync/link-candidates?kind=customer&id=${customer.id}`, asAdmin()))
    keep(await t.raw('GET', `/api/v1/attempts?kind=customer&subject=${customer.id}`, asAdmin()))
    for (const [path, body] of dialogCalls(saved)) keep(await t.admin.post(path, body))
    keep(await t.admin.put('/integrations/uniconta', { ...settings, ...credentials, ...versionOf(saved) }))
    expect(line.heard.length, fault.name).toBeGreaterThan(before)
    played = undefined
    patienceMs = 30_000
    // With a new token: what the next fault tells back is the session's own call, not a sign-in.
    keep(await t.admin.post('/integrations/uniconta/resume'))
    t.pass(20 * 60_000)
    await t.run()
  }
  for (const { path } of reads) keep(await t.raw('GET', path, asAdmin()))
  keep(await t.raw('GET', '/health/ready'))
  keep(await t.raw('GET', '/metrics'))

  const stored = await wholeDump()
  const all = [stored, shown(t.logged), shown(t.faults), shown(told), shown(await openApiOf(t))].join('\n')
  for (const table of ['sync_attempt', 'sync_log', 'notification', 'mail', 'audit_entry'])
    expect((await t.database.pool.query(`select 1 from ${table}`)).rowCount, table).toBeGreaterThan(0)
  expect(stored).toContain('ECHO POST /Query/Get/DebtorClient')
  expect(all).toContain('akkord-server')
  const tokens = line.heard.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? [])
  expect(tokens.length).toBeGreaterThan(faults.length)
  const secrets = {
    'the password of the integration': [credentials.password],
    'a wrong password': [wrongPassword, wrongUserPassword],
    'the API key of the integration': [apiKey],
    'the token of a session': [...new Set([...tokens, ...given])],
    'the password of a user': [userPassword],
    'the password of the mail server': [mailPassword],
    'the cookie of a session': [t.admin.cookie, userCookie].map((cookie) =>
      decodeURIComponent(cookie.split('=')[1] as string),
    ),
    'an API key of ours': [key],
  }
  for (const [name, words] of Object.entries(secrets))
    for (const secret of words) {
      const at = all.indexOf(secret)
      expect(at < 0 ? '' : all.slice(Math.max(0, at - 300), at + secret.length), name).toEqual('')
    }

  function versionOf({ version }: { version: number }) {
    return { version, companyId: saved.companyId }
  }
}, 180_000)

test('what a stolen dump holds of a session opens nothing without the signature', async () => {
  const app = await startTestApp()
  const { cookie } = await app.as('administrator')
  const { rows } = await app.database.pool.query('select token from user_session')
  const { token } = rows[0]
  expect(decodeURIComponent(cookie)).toContain(`${token}.`)
  expect((await app.withCookie(cookie).get('/me')).body.email).toEqual(emailOf('administrator'))
  for (const forged of [token, `${token}.`, `${token}.${encodeURIComponent(Buffer.alloc(32).toString('base64'))}`])
    expect((await app.withCookie(`akkord.session_token=${forged}`).get('/me')).status).toEqual(401)
  expect((await app.withKey(token).get('/customers')).status).toEqual(401)
})

const asAdmin = () => ({ headers: { cookie: t.admin.cookie } })

function keep<A>(answer: A): A {
  told.push(answer)
  return answer
}

/** With causes, stacks and whatever else hangs on an error. */
const shown = (value: unknown) =>
  inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: Number.POSITIVE_INFINITY })

function dialogCalls({ userName, companyId }: { userName: string; companyId: number }): [string, object?][] {
  const path = '/integrations/uniconta'
  return [
    [`${path}/companies`, { ...credentials, apiKey }],
    [`${path}/check`],
    [`${path}/fetch-groups`, { userName, password: '', companyId, tagGroupId: null }],
  ]
}

type Read = { path: string; noun: string }

/** The address of every route that reads; where no record of its kind is given, with the id of the customer. */
async function readsOf(ids: Record<string, string>): Promise<Read[]> {
  const document = await openApiOf(t)
  return Object.entries<Schema>(document.paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const noun = path.split('/')[3] as string
    const values: Record<string, string> = { id: ids[noun] ?? (ids.customers as string), kind: 'customer', q: 'Hansen' }
    values.subject = ids.customers as string
    values.project = ids.projects as string
    values.customer = ids.customers as string
    values.by = 'project'
    values.number = '1'
    for (const day of ['from', 'to', 'until', 'on', 'day', 'week', 'month']) values[day] = '2026-11-23'
    const required = (get.parameters ?? []).filter((p: Schema) => p.required)
    const query = required.filter((p: Schema) => p.in === 'query').map(({ name }: Schema) => `${name}=${values[name]}`)
    const address = path.replaceAll(/\{(id|lineId)\}/g, values.id as string)
    return [{ path: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`, noun }]
  })
}

async function wholeDump(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'akkord-dump-'))
  try {
    await dumpDatabase(t.database.pool, join(folder, 'dump'), t.now())
    return gunzipSync(readFileSync(join(folder, 'dump'))).toString('utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
