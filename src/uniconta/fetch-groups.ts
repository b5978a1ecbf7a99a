import { and, eq } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { createTag } from '../tags/save-tag.ts'
import { createTagGroup } from '../tags/save-tag-group.ts'
import { tag, tagGroup } from '../tags/tag-table.ts'
import { checkTexts } from './check-texts.ts'
import { readAll } from './read-all.ts'
import type { Calls, Row } from './session.ts'

const say = sayFrom(checkTexts)

const newGroup = { name: 'Customer group', objectKind: 'customer', rule: 'exactly-one' } as const
const longestName = 100

/**
 * UC-15: makes a tag for each customer group there that has none yet, in the given tag group, else in the one that an earlier
 * run made, else in a new one. Existing tags stay as they are, whatever their group is called there now.
 */
export async function fetchGroups(
  db: Db,
  calls: Calls,
  actor: Actor,
  tagGroupId: string | null,
  now: Date,
): Promise<{ tagGroupId: string; created: number; existing: number }> {
  calls.renew()
  const there = await readAll(calls, 'DebtorGroupClient', 'Group')
  if (there.size === 0) throw new AppError('invalid', say('check.groups.unread'))
  const group = await findGroup(db, tagGroupId)
  if (tagGroupId !== null && !group) throw new AppError('invalid', say('dialog.tagGroupGone'))
  const groupId = group?.id ?? (await createTagGroup(db, actor, newGroup, now)).id
  const tags = await db.select({ code: tag.code, name: tag.name }).from(tag).where(eq(tag.groupId, groupId))
  const codes = new Set(tags.map((row) => row.code))
  const names = new Set(tags.map((row) => row.name))
  const missing = [...there].filter(([code]) => !codes.has(code))
  for (const [code, row] of missing) {
    const name = nameFor(code, row, names)
    names.add(name)
    await createTag(db, actor, { groupId, name, code, colour: 'gray', active: true }, now)
  }
  return { tagGroupId: groupId, created: missing.length, existing: there.size - missing.length }
}

/** Without an id the one that an earlier fetch made, whose dialog was not saved: a second one would ask for two tags. */
async function findGroup(db: Db, id: string | null) {
  const which = id === null ? eq(tagGroup.name, newGroup.name) : eq(tagGroup.id, id)
  const [found] = await db
    .select({ id: tagGroup.id })
    .from(tagGroup)
    .where(and(which, eq(tagGroup.objectKind, newGroup.objectKind)))
    .orderBy(tagGroup.createdAt)
    .limit(1)
  return found
}

/** Two tags of one name could not be told apart in a list. */
function nameFor(code: string, row: Row, taken: ReadonlySet<string>): string {
  const name = typeof row.Name === 'string' ? row.Name.trim().slice(0, longestName) : ''
  if (name === '') return code
  return taken.has(name) ? `${name.slice(0, longestName - code.length - 3)} (${code})` : name
}
