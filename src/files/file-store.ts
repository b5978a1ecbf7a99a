import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { httpTexts } from '../lib/http-texts.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { cleanFileName, type FileType, type StoredFile } from './stored-file.ts'
import { storedFile } from './stored-file-table.ts'

const say = sayFrom(httpTexts)

type Row = typeof storedFile.$inferSelect
const facts = {
  id: storedFile.id,
  name: storedFile.name,
  mimeType: storedFile.mimeType,
  size: storedFile.size,
  sha256: storedFile.sha256,
  createdAt: storedFile.createdAt,
}

export type FileWish = { name: string; type: FileType; content: Uint8Array; createdBy: string }

/** Lower-case hex. */
export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Stores a file. The same content under the same name from the same person, sent twice, is one file. */
export async function storeFile(tx: Tx, wish: FileWish, now: Date): Promise<StoredFile> {
  const sha256 = sha256Of(wish.content)
  const name = cleanFileName(wish.name, wish.type)
  const same = and(
    eq(storedFile.sha256, sha256),
    eq(storedFile.name, name),
    eq(storedFile.mimeType, wish.type),
    eq(storedFile.createdBy, wish.createdBy),
  )
  const [known] = await tx.select(facts).from(storedFile).where(same).limit(1)
  if (known) return shown(known)
  const row = {
    id: newId(now),
    name,
    mimeType: wish.type,
    size: wish.content.byteLength,
    sha256,
    content: Buffer.from(wish.content),
    createdAt: now,
    createdBy: wish.createdBy,
  }
  await tx.insert(storedFile).values(row)
  return shown(row)
}

/** With its content, and who stored it. */
export async function findFile(db: Db | Tx, id: string): Promise<Row | undefined> {
  const [row] = await db.select().from(storedFile).where(eq(storedFile.id, id))
  return row
}

export async function getFile(db: Db | Tx, id: string): Promise<Row> {
  const row = await findFile(db, id)
  if (!row) throw new AppError('not-found', say('record.notFound', { what: 'file', id }))
  return row
}

function shown(row: Pick<Row, keyof typeof facts>): StoredFile {
  const { id, name, mimeType, size, sha256, createdAt } = row
  return { id, name, mimeType: mimeType as FileType, size, sha256, createdAt: createdAt.toISOString() }
}
