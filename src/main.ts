// Reads the settings, opens the database, starts app and worker, and stops them in the opposite order.
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Config, readConfig } from './config.ts'
import { fillWithDemo } from './demo/fill-with-demo.ts'
import { createInstance } from './instance.ts'
import { type Database, openDatabase } from './lib/database/database.ts'
import { packageRoot } from './lib/database/package-root.ts'
import { createLog, type Log } from './lib/log.ts'
import { keepSecretKey } from './lib/secret-key.ts'
import type { Worker } from './sync/worker.ts'
import { ensureAdministrator } from './users/set-up.ts'

/** Whoever stops us gives ten seconds (docker stop); the tasks in hand get eight of them. */
const stopLimitMs = 10_000
const tasksLimitMs = 8_000

type Running = { server: Server; worker: Worker; database: Database; log: Log }

async function start(config: Config): Promise<Running> {
  const log = createLog(config.logLevel)
  const now = () => new Date()
  const secretKey = config.secretKey ?? keepSecretKey(config.dataDir)
  const database = await openDatabase({
    dataDir: config.dataDir,
    url: config.databaseUrl,
    warn: (text, error) => log.warn({ err: error }, text),
  })
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
  })
  const worker = instance.startWorker()
  const server = await listen(instance.app.fetch, config)
  log.info({ url: config.publicUrl ?? `http://${config.host}:${config.port}` }, 'Akkord is ready')
  return { server, worker, database, log }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server)) as Server
    server.once('error', reject)
  })
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

/** No new requests, then the tasks in hand, then the database: what was acknowledged is stored. */
async function stop({ server, worker, database, log }: Running, reason: string): Promise<void> {
  log.info({ reason }, 'Akkord stops')
  setTimeout(() => {
    log.warn({}, 'Akkord was ended with work in hand; it is taken over at the next start')
    process.exit(0)
  }, stopLimitMs).unref()
  const closed = new Promise((done) => server.close(done))
  server.closeIdleConnections()
  await worker.stop(tasksLimitMs)
  server.closeAllConnections()
  await closed
  await database.close()
}

try {
  const running = await start(readConfig(process.env))
  let stopping: Promise<void> | undefined
  const stopOnce = (reason: string) => {
    stopping ??= stop(running, reason)
    return stopping
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void stopOnce(signal).then(() => process.exit(0)))
  running.database.broken.then(async (error) => {
    running.log.error({ err: error }, error.message)
    await Promise.race([stopOnce('the database stopped'), new Promise((done) => setTimeout(done, 2_000))])
    process.exit(1)
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
