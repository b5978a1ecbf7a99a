// What a process knows outside the database of what it sent last, so that it notices when the database has forgotten it: a backup
// was restored, or another database stands in its place.
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { databaseIdentityOf } from '../lib/database/database-identity.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { LaneLost } from './failure.ts'
import type { LanePlan } from './handler.ts'
import { noteRestored, type RestoreTools, systemsToCompare } from './restored.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

const Known = z.object({
  /** The identity of the database that it worked on. */
  database: z.uuid(),
  /** The last attempt in which something was sent; null when it has sent nothing since a restore was noticed. */
  attempt: z.uuid().nullable(),
  at: z.iso.datetime(),
})
type Known = z.infer<typeof Known>

export type Witness = {
  read(lane: string): Promise<Known | undefined>
  /** On disk when it resolves. */
  write(lane: string, known: Known): Promise<void>
}

/** A file per lane in the data folder, beside the database and not in it. Processes that share the folder may share the files. */
export function openWitness(folder: string): Witness {
  const kept = new Map<string, Known>()
  const fileOf = (lane: string) => join(folder, `sent-${lane}.json`)
  return {
    async read(lane) {
      const known = kept.get(lane) ?? (await readKnown(fileOf(lane)))
      if (known) kept.set(lane, known)
      return known
    },
    async write(lane, known) {
      await writeDurably(fileOf(lane), `${JSON.stringify(known)}\n`)
      kept.set(lane, known)
    },
  }
}

async function readKnown(file: string): Promise<Known | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const known = Known.safeParse(parsed(text))
  if (known.success) return known.data
  throw new Error(
    `${file} does not say what was sent last. Put back the file from the backup of the folder, or remove it and compare with the accounting system.`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The old text or the new one stands there, whatever happens: a rename is whole, and what it renames was synced before. */
async function writeDurably(file: string, text: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const making = `${file}.${process.pid}`
  const written = await open(making, 'w', 0o600)
  try {
    await written.writeFile(text)
    await written.sync()
  } finally {
    await written.close()
  }
  await rename(making, file)
  const entry = await open(folder, 'r')
  // Windows syncs no folders.
  await entry.sync().catch(() => {})
  await entry.close()
}

type Process = RestoreTools & { db: Db; witness?: Witness | undefined }

/** At start, and when a lane was taken: before anything is sent. @throws LaneLost when it notices a restore: every lease has ended. */
export async function mustRemember(process: Process, plan: LanePlan): Promise<void> {
  const { db, witness, now } = process
  if (!witness || !plan.comparison) return
  const known = await witness.read(plan.name)
  if (!known) return
  const { database, forgot, isNoticed } = await ask(db, known, undefined, now())
  if (forgot && !isNoticed) await notice(process, plan, forgot)
  // What it knew from before is told by now; from here on it counts anew.
  if (forgot) await witness.write(plan.name, { database, attempt: null, at: now().toISOString() })
  if (forgot && !isNoticed) throw new LaneLost('The database has forgotten what was sent: every lease has ended.')
}

/**
 * Right before the first write of an attempt leaves: it stands in the file then. The file never names an attempt that was not
 * committed before. @throws LaneLost when the database has forgotten this attempt or the one before it.
 */
export async function noteSending(process: Process, plan: LanePlan, attempt: string): Promise<void> {
  const { db, witness, now } = process
  if (!witness || !plan.comparison) return
  const known = await witness.read(plan.name)
  if (known?.attempt === attempt) return
  const { database, forgot } = await ask(db, known, attempt, now())
  if (forgot) {
    await notice(process, plan, forgot)
    throw new LaneLost('The database has forgotten what was sent: every lease has ended.')
  }
  await witness.write(plan.name, { database, attempt, at: now().toISOString() })
}

type Asked = { database: string; forgot: Sentence | undefined; isNoticed: boolean }

/** What the database says to what is known outside of it. A restore that was noticed later than the file was written covers it. */
async function ask(db: Db, known: Known | undefined, current: string | undefined, now: Date): Promise<Asked> {
  const { id: database } = await databaseIdentityOf(db, now)
  const attempts = [known?.attempt, current].filter((id) => id !== undefined && id !== null)
  const { rows } = await db.execute<{ attempts: number; isNoticed: boolean }>(sql`
    select (select count(*)::int from sync_attempt where id = any(${sql.param(attempts)}::uuid[])) as attempts,
           exists (select from sync_restore where ended_at is null or noticed_at >= ${known?.at ?? now.toISOString()}) as "isNoticed"`)
  const isOther = known !== undefined && known.database !== database
  const isOlder = (rows[0]?.attempts ?? 0) < new Set(attempts).size
  return {
    database,
    forgot: isOther ? say('sync.otherDatabase') : isOlder ? say('sync.olderDatabase') : undefined,
    isNoticed: rows[0]?.isNoticed ?? false,
  }
}

async function notice(process: Process, plan: LanePlan, why: Sentence): Promise<void> {
  await inTransaction(process.db, async (tx) => noteRestored(tx, process, why, await systemsToCompare(tx, [plan])))
}
