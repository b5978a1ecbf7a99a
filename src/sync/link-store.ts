import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { syncLink } from './sync-table.ts'

export type Link = typeof syncLink.$inferSelect

export async function findLink(db: Db | Tx, system: string, kind: string, subject: string): Promise<Link | undefined> {
  const [row] = await db
    .select()
    .from(syncLink)
    .where(and(eq(syncLink.system, system), eq(syncLink.kind, kind), eq(syncLink.subject, subject)))
  return row
}

/** Who of ours is linked with one of their keys. */
export async function findLinkByKey(
  db: Db | Tx,
  system: string,
  kind: string,
  externalKey: string,
): Promise<Link | undefined> {
  const [row] = await db
    .select()
    .from(syncLink)
    .where(and(eq(syncLink.system, system), eq(syncLink.kind, kind), eq(syncLink.externalKey, externalKey)))
  return row
}

export async function saveLink(tx: Tx, link: Link): Promise<void> {
  const { system: _s, kind: _k, subject: _i, ...rest } = link
  await tx
    .insert(syncLink)
    .values(link)
    .onConflictDoUpdate({ target: [syncLink.system, syncLink.kind, syncLink.subject], set: rest })
}

export async function removeLink(tx: Tx, system: string, kind: string, subject: string): Promise<void> {
  await tx
    .delete(syncLink)
    .where(and(eq(syncLink.system, system), eq(syncLink.kind, kind), eq(syncLink.subject, subject)))
}

/** Whether the record stands, or may stand, in any other system: then its number is fixed and it is not deleted. */
export async function isTransferred(db: Db | Tx, kind: string, subject: string): Promise<boolean> {
  const rows = await db
    .select({ key: syncLink.externalKey })
    .from(syncLink)
    .where(and(eq(syncLink.kind, kind), eq(syncLink.subject, subject)))
    .limit(1)
  return rows.length > 0
}
