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
import type { Calls } from './session.ts'

const say = sayFrom(checkTexts)

const made = { name: 'Customer group', objectKind: 'customer', rule: 'exactly-one' } as const

/** The group that an earlier fetch made, whose dialog was not saved: a second one would ask for two tags of every customer. */
async function findMade(db: Db): Promise<string | undefined> {
  const isMade = and(eq(tagGroup.name, made.name), eq(tagGroup.objectKind, made.objectKind))
  const [row] = await db.select({ id: tagGroup.id }).from(tagGroup).where(isMade).orderBy(tagGroup.id).limit(1)
  return row?.id
}

/** Makes a tag for each customer group there that has none yet, in the given group or in a new one. Existing tags stay as they are. */
export async function fetchGroups(
  db: Db,
  calls: Calls,
  actor: Actor,
  tagGroupId: string | null,
  now: Date,
): Promise<{ tagGroupId: string; created: number; existing: number }> {
  const groups = await readAll(calls, 'DebtorGroupClient', 'Group')
  if (groups.size === 0) throw new AppError('invalid', say('check.groups.unread'))
  const groupId = tagGroupId ?? (await findMade(db)) ?? (await createTagGroup(db, actor, made, now)).id
  const [group] = await db.select().from(tagGroup).where(eq(tagGroup.id, groupId))
  if (group?.objectKind !== 'customer') throw new AppError('invalid', say('dialog.tagGroupGone'))
  const before = await db.select({ code: tag.code }).from(tag).where(eq(tag.groupId, groupId))
  const known = new Set(before.map((row) => row.code))
  const missing = [...groups.entries()].filter(([code]) => !known.has(code))
  for (const [code, row] of missing)
    await createTag(
      db,
      actor,
      { groupId, name: String(row.Name ?? code).slice(0, 100) || code, code, colour: 'gray', active: true },
      now,
    )
  return { tagGroupId: groupId, created: missing.length, existing: groups.size - missing.length }
}
