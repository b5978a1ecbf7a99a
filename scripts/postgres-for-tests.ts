// A throw-away PostgreSQL for the tests, from the packages of the system. Run by itself it prints its URL and stays until Ctrl-C.
import { execFileSync, spawn } from 'node:child_process'
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { freePort } from './free-port.ts'

export type TestPostgres = { url: string; version: string; stop(): Promise<void> }

const debianFolder = '/usr/lib/postgresql'
const startLimitMs = 30_000

/**
 * Makes a new cluster in a temporary folder and starts it on loopback, without fsync. It stops and is removed with `stop` or at
 * the end of this process, also when that is killed. Undefined where PostgreSQL is not installed.
 */
export async function startPostgresForTests(): Promise<TestPostgres | undefined> {
  const programs = findPrograms()
  if (!programs) return undefined
  const owner = unprivilegedOwner()
  const folder = mkdtempSync(join(tmpdir(), 'akkord-pg-'))
  chmodSync(folder, 0o700)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const cluster = join(folder, 'cluster')
  const port = await freePort()
  const asOwner = { ...(owner ?? {}), cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' } }

  const makeCluster = ['-D', cluster, '-U', 'akkord', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8']
  execFileSync(join(programs, 'initdb'), makeCluster, { ...asOwner, stdio: 'pipe' })

  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '200',
  }
  const server = [
    join(programs, 'postgres'),
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]
  // The shell outlives a killed parent: it sees the end of its input, then stops the server (INT: at once) and cleans up.
  const script = '"$@" & pid=$!; (cat <&3; kill -INT $pid) 2>/dev/null & wait $pid; rm -rf "$0"'
  const shell = spawn('/bin/sh', ['-c', script, folder, ...server], {
    ...asOwner,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const lifeline = shell.stdio[3]
  shell.unref()
  if (lifeline && 'unref' in lifeline) (lifeline as { unref(): void }).unref()
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))

  const stop = async () => {
    lifeline?.destroy()
    shell.ref()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://akkord@127.0.0.1:${port}/postgres`
  try {
    return { url, version: await untilItAnswers(url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function findPrograms(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debianFolder, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find(
    (folder) => folder !== '' && ['initdb', 'postgres'].every((program) => isExecutable(join(folder, program))),
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or `nobody` where that user is missing. */
function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const user of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: 'pipe' }).toString())
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {}
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody". Run the tests as another user.',
  )
}

async function untilItAnswers(url: string): Promise<string> {
  const deadline = Date.now() + startLimitMs
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      return rows[0]?.server_version ?? 'unknown'
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error('PostgreSQL for the tests did not start within 30 s.', { cause: error })
      await wait(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const postgres = await startPostgresForTests()
  if (!postgres) {
    console.error('PostgreSQL is not installed here (no initdb and postgres on the PATH or in /usr/lib/postgresql).')
    process.exit(1)
  }
  console.log(`PostgreSQL ${postgres.version}, until Ctrl-C:\n${postgres.url}`)
  const stay = setInterval(() => {}, 60_000)
  const end = () => {
    clearInterval(stay)
    void postgres.stop()
  }
  process.once('SIGINT', end).once('SIGTERM', end)
}
