// PGlite starts Postgres with fsync off, and its file layer answers every fsync with success without doing one: after a
// power cut the data is gone or unreadable. Here fsync reaches the disk, and a start-up test proves that it does.
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenStream = { nfd?: number; node: unknown }

/** The internals of PGlite 0.5.16 that the hook hangs on. Another version may name them otherwise; `proveFsync` finds out. */
type NodeFileLayer = {
  onAbort?: (reason: unknown) => void
  NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number }; realPath(node: unknown): string }
}

/** `-F` is fsync off. With fdatasync, the usual method on Linux, the call would not reach the hook. */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
]

export class DurableFiles extends NodeFS {
  /** How many times Postgres asked for an fsync and got a real one. */
  fsyncCount = 0
  readonly #onBroken: (reason: string) => void

  /**
   * `onBroken` must end the database at once: after a failed fsync nobody knows what the disk holds, and after a panic of
   * Postgres (e.g. a full disk) PGlite goes on answering nonsense.
   */
  constructor(directory: string, onBroken: (reason: string) => void) {
    super(directory)
    this.#onBroken = onBroken
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args)
    const hook = (module: unknown) => {
      const layer = module as NodeFileLayer
      layer.onAbort = () => this.#onBroken('PostgreSQL gave up, most likely because the disk is full or failing')
      layer.NODEFS.stream_ops.fsync = (stream) => {
        try {
          // A folder has no file descriptor in this layer.
          if (stream.nfd === undefined) fsyncPath(layer.NODEFS.realPath(stream.node))
          else fsyncSync(stream.nfd)
        } catch (error) {
          this.#onBroken(`the disk refused to store data (${String(error)})`)
          throw error
        }
        this.fsyncCount += 1
        return 0
      }
    }
    made.emscriptenOpts.preRun = [...(made.emscriptenOpts.preRun ?? []), hook]
    return made
  }
}

const probeCommits = 5

/**
 * Commits a few times and counts what reached the disk.
 * @throws when a commit did not wait for the disk, e.g. after an update of PGlite.
 */
export async function proveFsync(postgres: PGlite, files: { readonly fsyncCount: number }): Promise<void> {
  const before = files.fsyncCount
  for (let commit = 0; commit < probeCommits; commit += 1) {
    // Writes to the log and commits without touching a table.
    await postgres.exec(`select pg_logical_emit_message(true, 'akkord', 'does a commit reach the disk')`)
  }
  const reached = files.fsyncCount - before
  if (reached >= probeCommits) return
  throw new Error(
    `The embedded database is not started: of ${probeCommits} commits only ${reached} reached the disk, so a power cut would lose ` +
      'saved work. This happens when PGlite is not the version this release was made for. Install the exact versions of ' +
      'package-lock.json (npm ci), or use a PostgreSQL server by setting DATABASE_URL.',
  )
}

export function fsyncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Every file and folder below, then the folder itself. About 0.3 s for a new database. */
export function fsyncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) fsyncTree(path)
    else if (entry.isFile()) fsyncPath(path)
  }
  fsyncPath(directory)
}
