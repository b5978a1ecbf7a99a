// Check set-up: the project category of invoice lines (UC-35 to UC-37).
import { sayFrom } from '../lib/i18n/sentence.ts'
import { categoryUseOf } from './category-types.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import { countOff, findGroupTags } from './check-tags.ts'
import type { Finding } from './connection.ts'
import { readAll } from './read-all.ts'
import { finding, type Look, listed } from './set-up-look.ts'

const say = sayFrom(checkInvoiceTexts)

export async function checkCategories(look: Look): Promise<Finding> {
  const key = 'categories'
  const title = say('check.categories')
  const mend = { where: say('check.categories.where'), link: '/tags' }
  const group = await findGroupTags(look.db, look.connection.settings.projectCategoryTagGroupId)
  if (!group) return finding(key, 'error', title, say('check.categories.noGroup'), { link: '/settings/integrations' })
  if (group.tags.length === 0)
    return finding(key, 'error', title, say('check.categories.noTags', { group: group.name }), mend)
  const codeless = group.tags.filter((tag) => !tag.code).map((tag) => tag.name)
  if (codeless.length > 0)
    return finding(key, 'error', title, say('check.categories.noCode', { tags: listed(codeless) }), mend)
  const there = await readAll(look.calls, 'PrCategoryClient', 'Number')
  const codes = group.tags.map((tag) => tag.code ?? '')
  const missing = codes.filter((code) => !there.has(code))
  if (missing.length > 0)
    return finding(key, 'error', title, say('check.categories.notThere', { codes: listed(missing) }), mend)
  const typed = codes.map((code) => ({ code, label: there.get(code)?.CatType }))
  const using = (use: ReturnType<typeof categoryUseOf>) => typed.filter(({ label }) => categoryUseOf(label) === use)
  const named = (rows: typeof typed) => listed(rows.map(({ code, label }) => `${code} (${label})`))
  const refused = using('other')
  if (refused.length > 0)
    return finding(key, 'error', title, say('check.categories.type', { codes: named(refused) }), mend)
  const strange = using(undefined)
  if (strange.length > 0)
    return finding(key, 'unknown', title, say('check.categories.label', { codes: named(strange) }), mend)
  if (group.rule !== 'exactly-one')
    return finding(key, 'warning', title, say('check.categories.rule', { group: group.name }), mend)
  const accepted = (use: 'revenue' | 'on-account') => listed(using(use).map(({ code }) => code))
  const uses = { revenue: accepted('revenue'), onAccount: accepted('on-account') }
  return finding(key, 'ok', title, say('check.categories.ok', uses))
}

export async function checkCategoryless(look: Look): Promise<Finding> {
  const groupId = look.connection.settings.projectCategoryTagGroupId
  const group = await findGroupTags(look.db, groupId)
  const count = group ? await countOff(look.db, 'project', groupId) : 0
  const title = say('check.categoryless')
  return count === 0
    ? finding('categoryless', 'ok', title, say('check.categoryless.ok'))
    : finding('categoryless', 'warning', title, say('check.categoryless.some', { count, group: group?.name ?? '' }), {
        link: '/projects',
      })
}
