// Check set-up: what customers need there.
import { sql } from 'drizzle-orm'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { countOff, findGroupTags } from './check-tags.ts'
import { checkTexts } from './check-texts.ts'
import type { Finding } from './connection.ts'
import { countryNumber, learnCountries } from './countries.ts'
import { findFaxField } from './learn-facts.ts'
import { readAll } from './read-all.ts'
import { finding, type Look, listed } from './set-up-look.ts'

const say = sayFrom(checkTexts)

export async function checkGroups(look: Look): Promise<Finding> {
  const title = say('check.groups')
  const mend = { where: say('check.groups.where'), link: '/tags' }
  const group = await findGroupTags(look.db, look.connection.settings.customerGroupTagGroupId)
  if (!group) return finding('groups', 'error', title, say('check.groups.noGroup'), { link: '/settings/integrations' })
  const there = await readAll(look.calls, 'DebtorGroupClient', 'Group')
  if (there.size === 0) return finding('groups', 'error', title, say('check.groups.unread'), mend)
  if (group.tags.length === 0)
    return finding('groups', 'error', title, say('check.groups.noTags', { group: group.name }), mend)
  const codeless = group.tags.filter((tag) => !tag.code).map((tag) => tag.name)
  if (codeless.length > 0)
    return finding('groups', 'error', title, say('check.groups.noCode', { tags: listed(codeless) }), mend)
  const unknown = group.tags.flatMap((tag) => (tag.code && !there.has(tag.code) ? [tag.code] : []))
  if (unknown.length > 0)
    return finding('groups', 'error', title, say('check.groups.notThere', { codes: listed(unknown) }), mend)
  if (group.rule !== 'exactly-one')
    return finding('groups', 'warning', title, say('check.groups.rule', { group: group.name }), mend)
  return finding('groups', 'ok', title, say('check.groups.ok', { count: group.tags.length }))
}

export async function checkTagless(look: Look): Promise<Finding> {
  const groupId = look.connection.settings.customerGroupTagGroupId
  const group = await findGroupTags(look.db, groupId)
  const count = groupId && group ? await countOff(look.db, 'customer', groupId) : 0
  return count === 0
    ? finding('tagless', 'ok', say('check.tagless'), say('check.tagless.ok'))
    : finding(
        'tagless',
        'warning',
        say('check.tagless'),
        say('check.tagless.some', { count, group: group?.name ?? '' }),
        { link: '/customers' },
      )
}

export async function checkCountries(look: Look): Promise<Finding> {
  const title = say('check.countries')
  const { rows } = await look.db.execute<{ code: string }>(
    sql`select distinct country_code as code from customer where deleted_at is null and relation <> 'participant' order by 1`,
  )
  const unknown = () =>
    rows.map((row) => row.code).filter((code) => countryNumber(code, look.facts.countries) === undefined)
  if (unknown().length > 0) {
    const debtors = await readAll(look.calls, 'DebtorClient', 'Account')
    look.facts.countries = { ...learnCountries([...debtors.values()], look.facts.countries) }
  }
  const left = unknown()
  return left.length === 0
    ? finding('countries', 'ok', title, say('check.countries.ok'))
    : finding('countries', 'warning', title, say('check.countries.some', { countries: listed(left) }), {
        where: say('check.countries.where'),
      })
}

export async function checkFax(look: Look): Promise<Finding> {
  const field = await findFaxField(look.calls)
  look.facts.faxField = field
  return field
    ? finding('fax', 'ok', say('check.fax'), say('check.fax.ok', { field }))
    : finding('fax', 'warning', say('check.fax'), say('check.fax.none'), { where: say('check.fax.where') })
}
