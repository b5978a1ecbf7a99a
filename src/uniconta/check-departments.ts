// Check set-up: the values of the department dimension, by where a department comes from.
import { sql } from 'drizzle-orm'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { findGroupTags } from './check-tags.ts'
import { checkTexts } from './check-texts.ts'
import type { Finding } from './connection.ts'
import { readAll } from './read-all.ts'
import { finding, type Look, listed } from './set-up-look.ts'

const say = sayFrom(checkTexts)

/** A tag group whose codes are the values, or 'departments' for the numbers of those here. */
export type DepartmentSource = 'departments' | { tagGroupId: string | null }

export async function checkValues(
  look: Look,
  { key, title, source }: { key: string; title: Sentence; source: DepartmentSource },
): Promise<Finding> {
  const { departmentDimension } = look.connection.settings
  const link = source === 'departments' ? '/departments' : '/tags'
  const mend = { where: say('check.dimension.where'), link }
  const there = await readAll(look.calls, `GLDimType${departmentDimension}Client`, 'Dimension')
  let codes: string[]
  if (source === 'departments') {
    const { rows } = await look.db.execute<{ code: string }>(
      sql`select coalesce(external_number, number) as code from department where active`,
    )
    codes = rows.map((row) => row.code)
  } else {
    const group = await findGroupTags(look.db, source.tagGroupId)
    if (!group)
      return finding(key, 'error', title, say('check.departments.noGroup'), { link: '/settings/integrations' })
    if (group.tags.length === 0)
      return finding(key, 'error', title, say('check.departments.noTags', { group: group.name }), mend)
    const codeless = group.tags.filter((tag) => !tag.code).map((tag) => tag.name)
    if (codeless.length > 0)
      return finding(key, 'error', title, say('check.departments.noCode', { tags: listed(codeless) }), mend)
    if (group.rule !== 'exactly-one')
      return finding(key, 'warning', title, say('check.departments.rule', { group: group.name }), mend)
    codes = group.tags.map((tag) => tag.code ?? '')
  }
  const unknown = codes.filter((code) => !there.has(code))
  const dimension = look.facts.dimensions[String(departmentDimension)] ?? String(departmentDimension)
  if (unknown.length > 0)
    return finding(key, 'error', title, say('check.departments.notThere', { codes: listed(unknown), dimension }), mend)
  const blocked = codes.filter((code) => there.get(code)?.Blocked === true)
  if (blocked.length > 0)
    return finding(key, 'warning', title, say('check.departments.blocked', { codes: listed(blocked) }), mend)
  return finding(key, 'ok', title, say('check.departments.ok'))
}
