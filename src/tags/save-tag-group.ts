import { eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { sortKey } from '../lib/sort-key.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { countCarriers } from './record-tags.ts'
import type { TagGroup, TagGroupInput } from './tag.ts'
import { getTagGroup, lockTagGroup, tagsOfGroup } from './tag-store.ts'
import { tag, tagGroup } from './tag-table.ts'
import { tagTexts } from './tag-texts.ts'

const say = sayFrom(tagTexts)

/** A sentence when something that this folder does not know needs the group, such as an integration. */
export type WhyGroupStays = (tx: Tx, groupId: string) => Promise<Sentence | undefined>

export async function createTagGroup(db: Db, actor: Actor, input: TagGroupInput, now: Date): Promise<TagGroup> {
  return inTransaction(db, async (tx) => {
    const id = newId(now)
    const sorted = { ...input, nameSort: sortKey(input.name) }
    await tx.insert(tagGroup).values({ ...sorted, id, version: 1, createdAt: now, updatedAt: now })
    await recordChange(tx, actor, { kind: 'tag-group', subject: id, before: null, after: input }, now)
    return getTagGroup(tx, id)
  })
}

/** A new rule binds at the next save of each record; records that do not meet it stay as they are. */
export async function changeTagGroup(
  db: Db,
  actor: Actor,
  id: string,
  change: TagGroupInput & { version: number },
  now: Date,
): Promise<TagGroup> {
  return inTransaction(db, async (tx) => {
    const before = await lockTagGroup(tx, id)
    if (!before) throw notFound('tag group', id)
    const { version: _, ...input } = change
    mustBeCurrent('tag group', change, { ...inputOf(before), version: before.version })
    if (input.objectKind !== before.objectKind) {
      const count = await countCarriersOfGroup(tx, id)
      if (count > 0)
        throw invalid([{ path: 'objectKind', sentence: say('tag.groupStays', { group: before.name, count }) }])
    }
    await tx
      .update(tagGroup)
      .set({ ...input, nameSort: sortKey(input.name), version: before.version + 1, updatedAt: now })
      .where(eq(tagGroup.id, id))
    await recordChange(tx, actor, { kind: 'tag-group', subject: id, before: inputOf(before), after: input }, now)
    return getTagGroup(tx, id)
  })
}

/** Deletes the group with its tags. @throws conflict when a record carries one of them, or something else needs the group. */
export async function deleteTagGroup(
  db: Db,
  actor: Actor,
  id: string,
  version: number,
  reasons: readonly WhyGroupStays[],
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await lockTagGroup(tx, id)
    if (!before) throw notFound('tag group', id)
    mustBeCurrent('tag group', { version }, { ...inputOf(before), version: before.version })
    const count = await countCarriersOfGroup(tx, id)
    if (count > 0) throw new AppError('conflict', say('tag.groupInUse', { group: before.name, count }))
    for (const whyGroupStays of reasons) {
      const reason = await whyGroupStays(tx, id)
      if (reason) throw new AppError('conflict', reason)
    }
    await tx.delete(tag).where(eq(tag.groupId, id))
    await tx.delete(tagGroup).where(eq(tagGroup.id, id))
    await recordChange(tx, actor, { kind: 'tag-group', subject: id, before: inputOf(before), after: null }, now)
  })
}

async function countCarriersOfGroup(tx: Tx, groupId: string): Promise<number> {
  const tags = await tagsOfGroup(tx, groupId)
  const carriers = await countCarriers(
    tx,
    tags.map((row) => row.id),
  )
  return [...carriers.values()].reduce((sum, count) => sum + count, 0)
}

function inputOf({ name, objectKind, rule }: TagGroupInput): TagGroupInput {
  return { name, objectKind, rule }
}
