// Check set-up: what invoices need there besides their series and the ledger.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { checkValues, type DepartmentSource } from './check-departments.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import { countOff, countWithoutDepartment } from './check-tags.ts'
import type { Finding } from './connection.ts'
import { finding, type Look } from './set-up-look.ts'
import type { UnicontaSettings } from './settings.ts'

const say = sayFrom(checkInvoiceTexts)

/** An invoice names its customer and project, which somebody has to keep there. */
export async function checkParents(look: Look): Promise<Finding> {
  const { exportCustomers, exportProjects } = look.connection.settings
  const title = say('check.parents')
  const link = '/settings/integrations'
  if (!exportCustomers) return finding('parents', 'warning', title, say('check.parents.customers'), { link })
  if (!exportProjects) return finding('parents', 'warning', title, say('check.parents.projects'), { link })
  return finding('parents', 'ok', title, say('check.parents.ok'))
}

/** UC-54: what each choice reads, and on which record it may be missing. */
function sourceOf(settings: UnicontaSettings): { kind: 'project' | 'invoice'; source: DepartmentSource } {
  const kind = settings.invoiceDepartment.startsWith('project') ? 'project' : 'invoice'
  if (settings.invoiceDepartment === 'invoice-tag-group')
    return { kind, source: { tagGroupId: settings.invoiceDepartmentInvoiceTagGroupId } }
  if (settings.invoiceDepartment === 'project-tag-group')
    return { kind, source: { tagGroupId: settings.invoiceDepartmentProjectTagGroupId } }
  return { kind, source: 'departments' }
}

export async function checkInvoiceDepartments(look: Look): Promise<Finding> {
  const { source } = sourceOf(look.connection.settings)
  return checkValues(look, { key: 'invoice-departments', title: say('check.invoiceDepartments'), source })
}

export async function checkInvoiceDepartmentless(look: Look): Promise<Finding> {
  const key = 'invoice-departmentless'
  const { kind, source } = sourceOf(look.connection.settings)
  const count =
    source === 'departments'
      ? await countWithoutDepartment(look.db, kind)
      : await countOff(look.db, kind, source.tagGroupId)
  const title = say('check.invoiceDepartmentless')
  if (count === 0) return finding(key, 'ok', title, say('check.invoiceDepartmentless.ok'))
  return kind === 'project'
    ? finding(key, 'warning', title, say('check.invoiceDepartmentless.projects', { count }), { link: '/projects' })
    : finding(key, 'warning', title, say('check.invoiceDepartmentless.drafts', { count }), { link: '/invoices' })
}
