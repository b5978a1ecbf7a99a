// Runs in a worker thread. PGlite computes on the thread that owns it: on the main thread every query would stop HTTP.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { DurableFiles, durableStartParams, fsyncTree, proveFsync } from './durable-files.ts'
import type { FromWorker, WorkerStart } from './embedded.ts'
import { markComplete, preparePostgresFiles } from './postgres-files.ts'

const port = parentPort
if (!port) throw new Error('embedded-worker.ts is started by embedded.ts, as a worker thread.')
const start = workerData as WorkerStart
const tell = (message: FromWorker) => port.postMessage(message)

/** ENOSPC as WebAssembly numbers it. */
const noSpaceLeft = 51
const commonParams = ['-c', 'TimeZone=UTC', '-c', 'log_timezone=UTC']

async function open(): Promise<PGlite> {
  const { isNew } = preparePostgresFiles(start.directory)
  if (!start.fsync) {
    const postgres = await create(new NodeFS(start.directory), PGlite.defaultStartParams)
    if (isNew) markComplete(start.directory)
    return postgres
  }
  const files = new DurableFiles(start.directory, stopNow)
  const postgres = await create(files, durableStartParams)
  await proveFsync(postgres, files)
  if (isNew) {
    await postgres.exec('checkpoint')
    fsyncTree(start.directory)
    markComplete(start.directory)
  }
  return postgres
}

async function create(files: NodeFS, startParams: string[]): Promise<PGlite> {
  try {
    return await PGlite.create({ fs: files, extensions: { pg_trgm }, startParams: [...startParams, ...commonParams] })
  } catch (error) {
    throw new Error(
      `The embedded database in ${start.directory} does not start (${reasonOf(error)}). See that the disk is neither full nor ` +
        'failing and that the folder is writable, then start again. If it stays so, load your last dump into an empty DATA_DIR.',
      { cause: error },
    )
  }
}

/** PGlite's file layer throws bare numbers. */
function reasonOf(error: unknown): string {
  const { errno } = error as { errno?: number }
  if (errno !== undefined) return errno === noSpaceLeft ? 'no space left on the disk' : `file error ${errno}`
  return error instanceof Error ? error.message : String(error)
}

/** Nothing more may be acknowledged. What was acknowledged before is safe in the log. */
function stopNow(reason: string): void {
  tell({ type: 'broken', reason })
  process.exit(1)
}

try {
  const postgres = await open()
  const server = new PGLiteSocketServer({ db: postgres, path: start.listenAt, maxConnections: 20 })
  await server.start()
  port.once('message', async () => {
    await server.stop()
    await postgres.close()
    tell({ type: 'stopped' })
  })
  tell({ type: 'ready' })
} catch (error) {
  tell({ type: 'refused', reason: reasonOf(error) })
}
