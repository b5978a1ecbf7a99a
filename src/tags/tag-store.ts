import { asc, eq, inArray } from 'drizzle-orm'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { notFound } from '../lib/stale.ts'
import { countCarriers } from './record-tags.ts'
import type { ObjectKind, Tag, TagGroup } from './tag.ts'
import { tag, tagGroup } from './tag-table.ts'

export type TagRow = typeof tag.$inferSelect
export type TagGroupRow = typeof tagGroup.$inferSelect

export async function listTagGroups(db: Db | Tx, objectKind?: ObjectKind): Promise<TagGroup[]> {
  const groups = await db
    .select()
    .from(tagGroup)
    .where(objectKind && eq(tagGroup.objectKind, objectKind))
    .orderBy(asc(tagGroup.nameSort), asc(tagGroup.id))
  return withTags(db, groups)
}

/** @throws not-found */
export async function getTagGroup(db: Db | Tx, id: string): Promise<TagGroup> {
  const [group] = await withTags(db, await db.select().from(tagGroup).where(eq(tagGroup.id, id)))
  if (!group) throw notFound('tag group', id)
  return group
}

/** @throws not-found */
export async function getTag(db: Db | Tx, id: string): Promise<Tag> {
  const [row] = await db.select().from(tag).where(eq(tag.id, id))
  if (!row) throw notFound('tag', id)
  return toTag(row, (await countCarriers(db, [id])).get(id) ?? 0)
}

export async function lockTagGroup(tx: Tx, id: string): Promise<TagGroupRow | undefined> {
  const [row] = await tx.select().from(tagGroup).where(eq(tagGroup.id, id)).for('update')
  return row
}

export async function lockTag(tx: Tx, id: string): Promise<TagRow> {
  const [row] = await tx.select().from(tag).where(eq(tag.id, id)).for('update')
  if (!row) throw notFound('tag', id)
  return row
}

export async function tagsOfGroup(tx: Tx, groupId: string): Promise<TagRow[]> {
  return tx.select().from(tag).where(eq(tag.groupId, groupId)).orderBy(asc(tag.nameSort), asc(tag.id)).for('update')
}

async function withTags(db: Db | Tx, groups: readonly TagGroupRow[]): Promise<TagGroup[]> {
  if (groups.length === 0) return []
  const ids = groups.map((group) => group.id)
  const tags = await db.select().from(tag).where(inArray(tag.groupId, ids)).orderBy(asc(tag.nameSort), asc(tag.id))
  const carriers = await countCarriers(
    db,
    tags.map((row) => row.id),
  )
  return groups.map((group) => ({
    ...storedFields(group),
    name: group.name,
    objectKind: group.objectKind,
    rule: group.rule,
    tags: tags.filter((row) => row.groupId === group.id).map((row) => toTag(row, carriers.get(row.id) ?? 0)),
  }))
}

function toTag(row: TagRow, usedBy: number): Tag {
  const { groupId, name, code, colour, active } = row
  return { ...storedFields(row), groupId, name, code, colour, active, usedBy }
}
