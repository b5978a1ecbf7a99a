import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
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

/** Whether the record stands, or may stand, in any other system: then its number is fixed and it is not deleted. */
export async function isTransferred(db: Db | Tx, kind: string, subject: string): Promise<boolean> {
  const rows = await db
    .select({ key: syncLink.externalKey })
    .from(syncLink)
    .where(and(eq(syncLink.kind, kind), eq(syncLink.subject, subject)))
    .limit(1)
  return rows.length > 0
}

/** The keys of the records that were last seen there, other than `except`: the control of a look that finds nothing. */
export async function listNewestKeys(
  db: Db | Tx,
  system: string,
  kind: string,
  except: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ key: syncLink.externalKey })
    .from(syncLink)
    .where(
      and(
        eq(syncLink.system, system),
        eq(syncLink.kind, kind),
        ne(syncLink.externalKey, except),
        isNotNull(syncLink.confirmedAt),
      ),
    )
    .orderBy(desc(syncLink.confirmedAt))
    .limit(limit)
  return rows.map((row) => row.key)
}

/** All links of a kind, by subject. */
export async function listLinks(db: Db | Tx, system: string, kind: string): Promise<Link[]> {
  return db
    .select()
    .from(syncLink)
    .where(and(eq(syncLink.system, system), eq(syncLink.kind, kind)))
}

/** Many links in one statement. One that was given another key meanwhile keeps it. */
export async function saveLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  await tx
    .insert(syncLink)
    .values([...links])
    .onConflictDoUpdate({
      target: [syncLink.system, syncLink.kind, syncLink.subject],
      set: {
        externalKey: sql`excluded.external_key`,
        rowId: sql`excluded.row_id`,
        intent: sql`excluded.intent`,
        snapshot: sql`excluded.snapshot`,
        sentAt: sql`excluded.sent_at`,
        confirmedAt: sql`excluded.confirmed_at`,
      },
      setWhere: sql`${syncLink.externalKey} = excluded.external_key`,
    })
}

/** On disk before a change leaves, and wherever a doubt came up: until it is read back, no snapshot is believed. */
export async function markInDoubt(tx: Tx, system: string, kind: string, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .update(syncLink)
    .set({ intent: sql`coalesce(${syncLink.intent}, '{}'::jsonb)` })
    .where(
      and(
        eq(syncLink.system, system),
        eq(syncLink.kind, kind),
        inArray(syncLink.subject, [...subjects]),
        isNotNull(syncLink.confirmedAt),
      ),
    )
}

/** Links of some records. */
export async function listLinksOf(
  db: Db | Tx,
  system: string,
  kind: string,
  subjects: readonly string[],
): Promise<Link[]> {
  if (subjects.length === 0) return []
  return db
    .select()
    .from(syncLink)
    .where(and(eq(syncLink.system, system), eq(syncLink.kind, kind), inArray(syncLink.subject, [...subjects])))
}

/** Whose some of their keys are. */
export async function listLinksByKey(
  db: Db | Tx,
  system: string,
  kind: string,
  keys: readonly string[],
): Promise<Link[]> {
  if (keys.length === 0) return []
  return db
    .select()
    .from(syncLink)
    .where(and(eq(syncLink.system, system), eq(syncLink.kind, kind), inArray(syncLink.externalKey, [...keys])))
}
