// Check set-up: what projects need there.
import { sql } from 'drizzle-orm'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { countOff, findGroupTags } from './check-tags.ts'
import { checkTexts } from './check-texts.ts'
import type { Finding } from './connection.ts'
import { readAll } from './read-all.ts'
import { finding, type Look, listed } from './set-up-look.ts'

const say = sayFrom(checkTexts)

export async function checkProjectGroup(look: Look): Promise<Finding> {
  const title = say('check.projectGroup')
  const where = say('check.projectGroup.where')
  const rows = await readAll(look.calls, 'ProjectGroupClient', 'Group')
  if (rows.size === 0) return finding('project-group', 'error', title, say('check.projectGroup.unread'), { where })
  const standard = [...rows.values()].find((row) => row.IsDefault === true)
  return standard
    ? finding('project-group', 'ok', title, say('check.projectGroup.ok', { group: String(standard.Group) }))
    : finding('project-group', 'error', title, say('check.projectGroup.none'), { where })
}

export async function checkDepartments(look: Look): Promise<Finding> {
  const { settings } = look.connection
  const title = say('check.departments')
  const byTag = settings.projectDepartment === 'project-tag-group'
  const mend = { where: say('check.dimension.where'), link: byTag ? '/tags' : '/departments' }
  const there = await readAll(look.calls, `GLDimType${settings.departmentDimension}Client`, 'Dimension')
  let codes: string[]
  if (byTag) {
    const group = await findGroupTags(look.db, settings.projectDepartmentTagGroupId)
    if (!group)
      return finding('departments', 'error', title, say('check.departments.noGroup'), {
        link: '/settings/integrations',
      })
    const codeless = group.tags.filter((tag) => !tag.code).map((tag) => tag.name)
    if (codeless.length > 0)
      return finding('departments', 'error', title, say('check.departments.noCode', { tags: listed(codeless) }), mend)
    if (group.rule !== 'exactly-one')
      return finding('departments', 'warning', title, say('check.departments.rule', { group: group.name }), mend)
    codes = group.tags.map((tag) => tag.code ?? '')
  } else {
    const { rows } = await look.db.execute<{ code: string }>(
      sql`select coalesce(external_number, number) as code from department where active`,
    )
    codes = rows.map((row) => row.code)
  }
  const unknown = codes.filter((code) => !there.has(code))
  const dimension = look.facts.dimensions[String(settings.departmentDimension)] ?? String(settings.departmentDimension)
  if (unknown.length > 0)
    return finding(
      'departments',
      'error',
      title,
      say('check.departments.notThere', { codes: listed(unknown), dimension }),
      mend,
    )
  const blocked = codes.filter((code) => there.get(code)?.Blocked === true)
  if (blocked.length > 0)
    return finding('departments', 'warning', title, say('check.departments.blocked', { codes: listed(blocked) }), mend)
  return finding('departments', 'ok', title, say('check.departments.ok'))
}

export async function checkDepartmentless(look: Look): Promise<Finding> {
  const { settings } = look.connection
  const byTag = settings.projectDepartment === 'project-tag-group'
  const { rows } = await look.db.execute<{ count: number }>(
    sql`select count(*)::int as count from project where deleted_at is null and department_id is null`,
  )
  const count = byTag
    ? await countOff(look.db, 'project', settings.projectDepartmentTagGroupId ?? '')
    : (rows[0]?.count ?? 0)
  return count === 0
    ? finding('departmentless', 'ok', say('check.departmentless'), say('check.departmentless.ok'))
    : finding('departmentless', 'warning', say('check.departmentless'), say('check.departmentless.some', { count }), {
        link: '/projects',
      })
}
