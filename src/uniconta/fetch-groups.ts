import { and, eq } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { createTag } from '../tags/save-tag.ts'
import { createTagGroup } from '../tags/save-tag-group.ts'
import type { ObjectKind } from '../tags/tag.ts'
import { tag, tagGroup } from '../tags/tag-table.ts'
import { categoryUseOf } from './category-types.ts'
import { checkTexts } from './check-texts.ts'
import { readAll } from './read-all.ts'
import type { Calls, Row } from './session.ts'

const say = sayFrom(checkTexts)

const longestName = 100

type Wish = {
  entity: string
  keyField: string
  /** The tag group that is made when there is none yet. */
  group: { name: string; objectKind: ObjectKind; rule: 'exactly-one' }
  nameOf: (row: Row) => string
  isWanted: (row: Row) => boolean
  unread: 'check.groups.unread' | 'check.categories.unread'
}

const nameIn = (row: Row) => (typeof row.Name === 'string' ? row.Name.trim() : '')

/** UC-15. */
export const customerGroups: Wish = {
  entity: 'DebtorGroupClient',
  keyField: 'Group',
  group: { name: 'Customer group', objectKind: 'customer', rule: 'exactly-one' },
  nameOf: nameIn,
  isWanted: () => true,
  unread: 'check.groups.unread',
}

/** UC-36: those that an invoice may carry; the type is what a person chooses by, so it stands in the name. */
export const projectCategories: Wish = {
  entity: 'PrCategoryClient',
  keyField: 'Number',
  group: { name: 'Project category', objectKind: 'project', rule: 'exactly-one' },
  nameOf: (row) => [nameIn(row), typeof row.CatType === 'string' ? row.CatType : ''].filter(Boolean).join(' · '),
  isWanted: (row) => categoryUseOf(row.CatType) !== 'other',
  unread: 'check.categories.unread',
}

/**
 * Makes a tag for each code there that has none yet, in the given tag group, else in the one that an earlier run made, else in a
 * new one. Existing tags stay as they are, whatever their code is called there now.
 */
export async function fetchGroups(
  db: Db,
  calls: Calls,
  actor: Actor,
  { wish, tagGroupId, now }: { wish: Wish; tagGroupId: string | null; now: Date },
): Promise<{ tagGroupId: string; created: number; existing: number }> {
  calls.renew()
  const there = [...(await readAll(calls, wish.entity, wish.keyField))].filter(([, row]) => wish.isWanted(row))
  if (there.length === 0) throw new AppError('invalid', say(wish.unread))
  const group = await findGroup(db, wish, tagGroupId)
  if (tagGroupId !== null && !group) throw new AppError('invalid', say('dialog.tagGroupGone'))
  const groupId = group?.id ?? (await createTagGroup(db, actor, wish.group, now)).id
  const tags = await db.select({ code: tag.code, name: tag.name }).from(tag).where(eq(tag.groupId, groupId))
  const codes = new Set(tags.map((row) => row.code))
  const names = new Set(tags.map((row) => row.name))
  const missing = there.filter(([code]) => !codes.has(code))
  for (const [code, row] of missing) {
    const name = nameFor(code, wish.nameOf(row), names)
    names.add(name)
    await createTag(db, actor, { groupId, name, code, colour: 'gray', active: true }, now)
  }
  return { tagGroupId: groupId, created: missing.length, existing: there.length - missing.length }
}

/** Without an id the one that an earlier fetch made, whose dialog was not saved: a second one would ask for two tags. */
async function findGroup(db: Db, { group }: Wish, id: string | null) {
  const which = id === null ? eq(tagGroup.name, group.name) : eq(tagGroup.id, id)
  const [found] = await db
    .select({ id: tagGroup.id })
    .from(tagGroup)
    .where(and(which, eq(tagGroup.objectKind, group.objectKind)))
    .orderBy(tagGroup.createdAt)
    .limit(1)
  return found
}

/** Two tags of one name could not be told apart in a list. */
function nameFor(code: string, called: string, taken: ReadonlySet<string>): string {
  const name = called.slice(0, longestName)
  if (name === '') return code
  return taken.has(name) ? `${name.slice(0, longestName - code.length - 3)} (${code})` : name
}
