// The embedded database as the rest of the application sees it: a socket on which PostgreSQL's protocol is spoken.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

export type WorkerStart = { directory: string; listenAt: string; fsync: boolean }
export type FromWorker =
  | { type: 'ready' }
  | { type: 'stopped' }
  | { type: 'refused'; reason: string }
  | { type: 'broken'; reason: string }

export type Embedded = {
  /** Host and port for `pg`, which makes a socket path of them. */
  host: string
  port: number
  /** Resolves when the database has stopped by itself and cannot be used any more. */
  broken: Promise<Error>
  stop(): Promise<void>
}

const port = 5432
const stopLimitMs = 15_000

/** Starts PGlite in a worker thread. The caller holds the lock of the folder. */
export async function startEmbedded(options: { directory: string; fsync: boolean }): Promise<Embedded> {
  const folder = socketFolder(options.directory)
  const start: WorkerStart = { ...options, listenAt: `${folder}/.s.PGSQL.${port}` }
  const worker = startWorker(start)
  const removeFolder = () => {
    if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', removeFolder)

  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let stopping = false
  const broken = new Promise<Error>((resolve) => {
    const say = (reason: string) => {
      if (!stopping)
        resolve(new Error(`The embedded database has stopped: ${reason}. Start Akkord again; saved work is kept.`))
    }
    worker.on('message', (message: FromWorker) => message.type === 'broken' && say(message.reason))
    worker.on('error', (error) => say(error.message))
    worker.on('exit', () => say('its thread ended'))
  })

  const stop = async () => {
    if (stopping) return
    stopping = true
    const stopped = nextMessage(worker)
    worker.postMessage('stop')
    // Nothing acknowledged is lost if it has to be ended by force.
    await Promise.race([stopped, ended, wait(stopLimitMs, undefined, { ref: false })])
    await worker.terminate()
    process.off('exit', removeFolder)
    removeFolder()
  }

  const first = await Promise.race([nextMessage(worker), broken])
  if (first instanceof Error || first.type !== 'ready') {
    stopping = true
    await worker.terminate()
    process.off('exit', removeFolder)
    removeFolder()
    throw first instanceof Error
      ? first
      : new Error('reason' in first ? first.reason : 'The embedded database did not start.')
  }
  return { host: folder, port, broken, stop }
}

function nextMessage(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve) => worker.once('message', resolve))
}

/** The same file as source (tsx, vitest) and compiled. Node 20 gives a worker no loader for TypeScript: it registers tsx itself. */
function startWorker(start: WorkerStart): Worker {
  const extension = extname(new URL(import.meta.url).pathname)
  const url = new URL(`./embedded-worker${extension}`, import.meta.url)
  if (extension !== '.ts') return new Worker(url, { workerData: start, execArgv: [] })
  const tsx = new URL(
    'dist/esm/api/index.mjs',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
  )
  const code = `import { register } from '${tsx.href}'; register(); await import('${url.href}')`
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData: start, execArgv: [] })
}

/** Only the owner may enter it. Short, since the path of a unix socket ends at about 104 characters. */
function socketFolder(directory: string): string {
  if (process.platform === 'win32') return `//./pipe/akkord-${randomUUID()}`
  const base = tmpdir().length <= 70 ? tmpdir() : '/tmp'
  // A process that was killed left its folder behind; its path was noted here.
  const note = `${directory}.socket`
  const left = existsSync(note) ? readFileSync(note, 'utf8') : ''
  if (dirname(left) === base && basename(left).startsWith('akkord-')) rmSync(left, { recursive: true, force: true })
  const folder = mkdtempSync(join(base, 'akkord-'))
  writeFileSync(note, folder)
  return folder
}
