import { asc, count, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { FieldFault } from '../lib/errors.ts'
import type { ObjectKind } from './tag.ts'
import { tagFaults } from './tag-rules.ts'
import { recordTag, tag, tagGroup } from './tag-table.ts'

/** The tags of many records in one query, in the order of groups and names. */
export async function findTagIds(db: Db | Tx, recordIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(recordIds.map((id) => [id, []]))
  if (recordIds.length === 0) return found
  const rows = await db
    .select({ recordId: recordTag.recordId, tagId: recordTag.tagId })
    .from(recordTag)
    .innerJoin(tag, eq(tag.id, recordTag.tagId))
    .innerJoin(tagGroup, eq(tagGroup.id, tag.groupId))
    .where(inArray(recordTag.recordId, [...recordIds]))
    .orderBy(asc(tagGroup.nameSort), asc(tag.nameSort), asc(tag.id))
  for (const row of rows) found.get(row.recordId)?.push(row.tagId)
  return found
}

export async function getTagIds(db: Db | Tx, recordId: string): Promise<string[]> {
  return (await findTagIds(db, [recordId])).get(recordId) ?? []
}

/** What is wrong with the tags that a record is to be saved with. */
export async function checkTags(
  tx: Db | Tx,
  kind: ObjectKind,
  chosen: readonly string[],
  before: readonly string[],
): Promise<FieldFault[]> {
  const groups = await tx.select().from(tagGroup).orderBy(asc(tagGroup.nameSort))
  const tags =
    chosen.length > 0
      ? await tx
          .select()
          .from(tag)
          .where(inArray(tag.id, [...chosen]))
      : []
  const sorted = tags.toSorted((a, b) => (a.nameSort < b.nameSort ? -1 : 1))
  return tagFaults({ groups, tags: sorted }, kind, chosen, before)
}

/** Gives a record exactly these tags; none when it is deleted. */
export async function replaceTags(
  tx: Tx,
  kind: ObjectKind,
  recordId: string,
  tagIds: readonly string[],
): Promise<void> {
  await tx.delete(recordTag).where(eq(recordTag.recordId, recordId))
  if (tagIds.length === 0) return
  await tx.insert(recordTag).values(tagIds.map((tagId) => ({ recordKind: kind, recordId, tagId })))
}

/** The tags as the history shows them, e.g. "Customer group: Consulting". */
export async function nameTags(db: Db | Tx, tagIds: readonly string[]): Promise<string[]> {
  if (tagIds.length === 0) return []
  const rows = await db
    .select({ group: tagGroup.name, name: tag.name })
    .from(tag)
    .innerJoin(tagGroup, eq(tagGroup.id, tag.groupId))
    .where(inArray(tag.id, [...tagIds]))
    .orderBy(asc(tagGroup.nameSort), asc(tag.nameSort), asc(tag.id))
  return rows.map((row) => `${row.group}: ${row.name}`)
}

/** How many records carry each tag. */
export async function countCarriers(db: Db | Tx, tagIds: readonly string[]): Promise<Map<string, number>> {
  if (tagIds.length === 0) return new Map()
  const rows = await db
    .select({ tagId: recordTag.tagId, carriers: count() })
    .from(recordTag)
    .where(inArray(recordTag.tagId, [...tagIds]))
    .groupBy(recordTag.tagId)
  return new Map(rows.map((row) => [row.tagId, row.carriers]))
}
