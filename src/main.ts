// Reads the settings, opens the database, starts app and worker, and stops them in the opposite order.
import type { Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { type Config, readConfig } from './config.ts'
import { fillWithDemo } from './demo/fill-with-demo.ts'
import { createInstance } from './instance.ts'
import { type Database, openDatabase } from './lib/database/database.ts'
import { packageRoot } from './lib/database/package-root.ts'
import { createLog, type Log } from './lib/log.ts'
import { keepSecretKey } from './lib/secret-key.ts'
import { openWitness } from './sync/witness.ts'
import type { Worker } from './sync/worker.ts'
import { ensureAdministrator } from './users/set-up.ts'

/** Whoever stops us gives ten seconds (docker stop); requests and tasks in hand get eight of them. */
const stopLimitMs = 9_500
const workLimitMs = 8_000
/** A connection that its client keeps open after its last answer is closed this soon. */
const idleLookMs = 50

type Running = { server: Server; worker: Worker; database: Database; log: Log }

async function start(config: Config): Promise<Running> {
  const log = createLog(config.logLevel)
  const secretKey = config.secretKey ?? keepSecretKey(config.dataDir)
  const database = await openDatabase({
    dataDir: config.dataDir,
    url: config.databaseUrl,
    warn: (text, error) => log.warn({ err: error }, text),
  })
  try {
    return await startOn(database, config, secretKey, log)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function startOn(database: Database, config: Config, secretKey: string, log: Log): Promise<Running> {
  const now = () => new Date()
  if (config.administrator) await ensureFirst(database, config.administrator, now(), log)
  const instance = await createInstance({
    database,
    now,
    random: Math.random,
    log,
    secretKey,
    unicontaUrl: config.unicontaUrl,
    fetch,
    mail: config.mail,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    metricsToken: config.metricsToken,
    webFolder: join(packageRoot, 'dist', 'web'),
    fillWithDemo,
    witness: openWitness(config.dataDir),
  })
  // No task is begun by a process that then ends because its port is taken.
  const server = await listen(instance.app.fetch, config)
  const worker = instance.startWorker()
  log.info({ url: config.publicUrl ?? `http://${config.host}:${config.port}` }, 'Akkord is ready')
  return { server, worker, database, log }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server)) as Server
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new Error(whyNot(cause, host, port), { cause })))
  })
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another one.`
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set PORT to one from 1024 on.`
  return `Akkord cannot listen on ${host}, port ${port} (${message}). See that HOST is an address of this machine.`
}

async function ensureFirst(
  database: Database,
  { email, password }: { email: string; password: string },
  now: Date,
  log: Log,
): Promise<void> {
  const company = { name: 'My company', countryCode: 'DK', currency: 'DKK', timeZone: 'Europe/Copenhagen' }
  const administrator = { name: email.split('@')[0] as string, email, password }
  if (await ensureAdministrator(database.db, { company, administrator }, now))
    log.info({ email }, 'the first administrator was made from AKKORD_ADMIN_EMAIL')
}

/** No new requests, then what is in hand, then the database: what was acknowledged is stored. */
async function stop({ server, worker, database, log }: Running, reason: string): Promise<void> {
  log.info({ reason }, 'Akkord stops')
  const closed = new Promise((done) => server.close(done))
  const idle = setInterval(() => server.closeIdleConnections(), idleLookMs)
  await Promise.race([Promise.all([closed, worker.stop(workLimitMs)]), wait(workLimitMs)])
  clearInterval(idle)
  server.closeAllConnections()
  await closed
  await database.close()
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

let stopping: Promise<void> | undefined
// A start that is interrupted is finished first: seconds, and then there is one way to stop.
const stopOnce = (reason: string) => {
  stopping ??= starting.then((running) => stop(running, reason))
  return stopping
}
const end = (reason: string) => {
  setTimeout(() => {
    console.error('Akkord was ended with work in hand. The next start takes it over.')
    process.exit(0)
  }, stopLimitMs).unref()
  stopOnce(reason).then(() => process.exit(0), fail)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal))
// Only where a program started us and holds a line to us, as the demo does: we do not outlive it.
process.on('disconnect', () => end('the program that started Akkord is gone'))

const starting = Promise.resolve().then(() => start(readConfig(process.env)))
starting.then((running) => {
  running.database.broken.then(async (error) => {
    running.log.error({ err: error }, error.message)
    await Promise.race([stopOnce('the database stopped'), wait(2_000)])
    process.exit(1)
  })
}, fail)
