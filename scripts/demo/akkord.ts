// Akkord as it runs in production, in a process of its own, and a client that does over HTTP what a person would do.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const startLimitMs = 180_000
/** The process itself ends within ten seconds; after that nobody waits for it. */
const stopLimitMs = 11_000

export type Akkord = {
  readonly url: string
  readonly logFile: string
  /** Rejects when the process ends by itself. */
  readonly ended: Promise<never>
  stop(): Promise<void>
}

/** @throws a sentence when it does not start. */
export async function startAkkord(options: {
  port: number
  dataDir: string
  systemUrl: string
  /** Where its mails go; without it nothing is mailed. */
  smtpUrl?: string
}): Promise<Akkord> {
  const { port, dataDir, systemUrl, smtpUrl } = options
  const url = `http://127.0.0.1:${port}`
  mkdirSync(dataDir, { recursive: true })
  const logFile = join(dataDir, 'akkord.log')
  const log = openSync(logFile, 'a')
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const main = fileURLToPath(new URL(`../../src/main.${extension}`, import.meta.url))
  const env = {
    ...envOfDemo(),
    PORT: String(port),
    DATA_DIR: dataDir,
    UNICONTA_URL: systemUrl,
    ...(smtpUrl && { SMTP_URL: smtpUrl, MAIL_FROM: 'Akkord <akkord@office.example>' }),
    PUBLIC_URL: url,
  }
  // The line to it ends with this process, however that ends, and then it stops as well.
  const child = spawn(process.execPath, [...process.execArgv, main], { env, stdio: ['ignore', log, log, 'ipc'] })
  let isStopping = false
  const end = new Promise<void>((done) => child.once('exit', () => done()))
  const ended = end.then(() => {
    if (isStopping) return new Promise<never>(() => {})
    throw new Error(`Akkord ended by itself. ${logFile} says why, in its last lines.`)
  })
  ended.catch(() => {})
  await Promise.race([untilReady(url), ended]).catch((error) => {
    child.kill()
    throw error
  })
  return {
    url,
    logFile,
    ended,
    async stop() {
      isStopping = true
      await endProcess(child, end)
    },
  }
}

/** Settings of a production instance are not the demo's: it has a database, a key and an administrator of its own. */
function envOfDemo(): NodeJS.ProcessEnv {
  const notOurs = /^(AKKORD_.*|DATABASE_URL|SMTP_URL|MAIL_FROM|PUBLIC_URL|HOST)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !notOurs.test(name)))
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + startLimitMs
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error('Akkord did not get ready within three minutes.')
}

async function endProcess(child: ChildProcess, end: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await Promise.race([end, wait(stopLimitMs, undefined, { ref: false }).then(() => void child.kill('SIGKILL'))])
}

// biome-ignore lint/suspicious/noExplicitAny: the shapes are those of /api/openapi.json.
type Json = any

export type Client = {
  get(path: string): Promise<Json>
  post(path: string, body: object): Promise<Json>
  put(path: string, body: object): Promise<Json>
  /** Every row of a list, page by page. */
  all(path: string): Promise<Json[]>
}

/** @throws the sentence that Akkord answers when it refuses. */
export function clientOf(url: string, cookie = ''): Client {
  async function send(method: string, path: string, body?: object): Promise<Json> {
    const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(body && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const said: Json = answer.status === 204 ? undefined : await answer.json()
    if (answer.ok) return said
    throw Object.assign(new Error(said?.detail ?? `${method} ${path} was answered ${answer.status}`), {
      status: answer.status,
    })
  }
  const client: Client = {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    async all(path) {
      const rows: Json[] = []
      for (let page = 1; ; page += 1) {
        const { items, total } = await client.get(`${path}${path.includes('?') ? '&' : '?'}size=200&page=${page}`)
        rows.push(...items)
        if (!(rows.length < total) || items.length === 0) return rows
      }
    },
  }
  return client
}

/** A client with a session, or undefined when there is no such user. */
export async function signIn(url: string, email: string, password: string): Promise<Client | undefined> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) return undefined
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return clientOf(url, cookies.join('; '))
}
