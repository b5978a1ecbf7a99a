// Check set-up: what projects need there.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { checkValues } from './check-departments.ts'
import { countOff, countWithoutDepartment } from './check-tags.ts'
import { checkTexts } from './check-texts.ts'
import type { Finding } from './connection.ts'
import { readAll } from './read-all.ts'
import { finding, type Look } from './set-up-look.ts'

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
  const { projectDepartment, projectDepartmentTagGroupId: tagGroupId } = look.connection.settings
  const source = projectDepartment === 'project-tag-group' ? { tagGroupId } : 'departments'
  return checkValues(look, { key: 'departments', title: say('check.departments'), source })
}

export async function checkDepartmentless(look: Look): Promise<Finding> {
  const { settings } = look.connection
  const byTag = settings.projectDepartment === 'project-tag-group'
  const count = byTag
    ? await countOff(look.db, 'project', settings.projectDepartmentTagGroupId)
    : await countWithoutDepartment(look.db, 'project')
  return count === 0
    ? finding('departmentless', 'ok', say('check.departmentless'), say('check.departmentless.ok'))
    : finding('departmentless', 'warning', say('check.departmentless'), say('check.departmentless.some', { count }), {
        link: '/projects',
      })
}
