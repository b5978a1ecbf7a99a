import { and, eq, ne } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { sortKey } from '../lib/sort-key.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { enqueueMany, type TaskWish } from '../sync/enqueue.ts'
import { countCarriers } from './record-tags.ts'
import { type ObjectKind, objectKinds, type Tag, type TagInput } from './tag.ts'
import { getTag, lockTag, lockTagGroup, type TagGroupRow, type TagRow } from './tag-store.ts'
import { tag } from './tag-table.ts'
import { tagTexts } from './tag-texts.ts'

const say = sayFrom(tagTexts)

/** For each kind of record: the pushes of all that carry a tag. Given by the nouns above, which this folder does not know. */
export type PushesByTag = Partial<Record<ObjectKind, (tx: Tx, tagId: string) => Promise<TaskWish[]>>>

export async function createTag(db: Db, actor: Actor, input: TagInput, now: Date): Promise<Tag> {
  return inTransaction(db, async (tx) => {
    const group = await mustHaveGroup(tx, input.groupId)
    const id = newId(now)
    await mustHaveFreeCode(tx, id, input)
    await tx
      .insert(tag)
      .values({ ...input, id, nameSort: sortKey(input.name), version: 1, createdAt: now, updatedAt: now })
    await recordChange(tx, actor, { kind: 'tag', subject: id, before: null, after: shown(group, input) }, now)
    return getTag(tx, id)
  })
}

/** A changed code or active state changes what the other system gets of every record that carries the tag: all go again. */
export async function changeTag(
  db: Db,
  actor: Actor,
  id: string,
  change: TagInput & { version: number },
  pushesByTag: PushesByTag,
  now: Date,
): Promise<Tag> {
  return inTransaction(db, async (tx) => {
    const before = await lockTag(tx, id)
    const { version: _, ...input } = change
    mustBeCurrent('tag', change, { ...inputOf(before), version: before.version })
    const group = await mustHaveGroup(tx, input.groupId)
    if (input.groupId !== before.groupId) await mustBeUnused(tx, before)
    await mustHaveFreeCode(tx, id, input)
    await tx
      .update(tag)
      .set({ ...input, nameSort: sortKey(input.name), version: before.version + 1, updatedAt: now })
      .where(eq(tag.id, id))
    const oldGroup = input.groupId === before.groupId ? group : await lockTagGroup(tx, before.groupId)
    const views = { before: shown(oldGroup, before), after: shown(group, input) }
    await recordChange(tx, actor, { kind: 'tag', subject: id, ...views }, now)
    if (before.code !== input.code || before.active !== input.active) await pushCarriers(tx, id, pushesByTag, now)
    return getTag(tx, id)
  })
}

/** @throws conflict when a record carries it. */
export async function deleteTag(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await lockTag(tx, id)
    mustBeCurrent('tag', { version }, { ...inputOf(before), version: before.version })
    const count = (await countCarriers(tx, [id])).get(id) ?? 0
    if (count > 0) throw new AppError('conflict', say('tag.inUse', { tag: before.name, count }))
    await tx.delete(tag).where(eq(tag.id, id))
    const group = await lockTagGroup(tx, before.groupId)
    await recordChange(tx, actor, { kind: 'tag', subject: id, before: shown(group, before), after: null }, now)
  })
}

async function pushCarriers(tx: Tx, tagId: string, pushesByTag: PushesByTag, now: Date): Promise<void> {
  for (const kind of objectKinds) {
    const pushes = await pushesByTag[kind]?.(tx, tagId)
    if (pushes) await enqueueMany(tx, pushes, now)
  }
}

async function mustHaveGroup(tx: Tx, groupId: string): Promise<TagGroupRow> {
  const group = await lockTagGroup(tx, groupId)
  if (!group) throw invalid([{ path: 'groupId', sentence: say('tag.groupUnknown') }])
  return group
}

/** The group is locked, so no other tag can take the code meanwhile. */
async function mustHaveFreeCode(tx: Tx, id: string, input: TagInput): Promise<void> {
  if (input.code === null) return
  const [other] = await tx
    .select({ name: tag.name })
    .from(tag)
    .where(and(eq(tag.groupId, input.groupId), eq(tag.code, input.code), ne(tag.id, id)))
  if (other) throw invalid([{ path: 'code', sentence: say('tag.codeTaken', { code: input.code, tag: other.name }) }])
}

async function mustBeUnused(tx: Tx, before: TagRow): Promise<void> {
  const count = (await countCarriers(tx, [before.id])).get(before.id) ?? 0
  if (count > 0) throw invalid([{ path: 'groupId', sentence: say('tag.stays', { tag: before.name, count }) }])
}

function inputOf({ groupId, name, code, colour, active }: TagRow): TagInput {
  return { groupId, name, code, colour, active }
}

function shown(group: TagGroupRow | undefined, { name, code, colour, active }: TagInput | TagRow) {
  return { group: group?.name ?? null, name, code, colour, active }
}
