// Check set-up: reads what the other side has, compares it with what we would send, and says for each thing how it stands
// and where it is mended. It writes nothing there.
import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { satisfies, type TagRule } from '../tags/tag.ts'
import { findCallsOf, freeCallsPerDay } from './call-count-table.ts'
import { checkTexts } from './check-texts.ts'
import type { Connection, Facts, Finding } from './connection.ts'
import { countryNumber, learnCountries } from './countries.ts'
import { findFaxField, languageOf, readLanguage } from './learn-facts.ts'
import { readAll } from './read-all.ts'
import type { Calls, Row } from './session.ts'
import { Refused } from './wire.ts'
import { vendorTimeZone } from './with-connection.ts'

const say = sayFrom(checkTexts)

/** So long an eviction counts as news. */
const elsewhereDays = 7

type Look = { db: Db; calls: Calls; connection: Connection; now: Clock; facts: Facts }

/** All findings, and what was learned about the other side on the way. */
export async function checkSetUp(
  db: Db,
  calls: Calls,
  connection: Connection,
  now: Clock,
): Promise<{ findings: Finding[]; facts: Facts }> {
  const look: Look = { db, calls, connection, now, facts: { ...connection.facts } }
  const { exportCustomers, exportProjects, departmentDimension, projectDepartment } = connection.settings
  const withDepartments = exportProjects && departmentDimension !== null && projectDepartment !== 'none'
  // A session shows its first list for ever, and what was mended a minute ago has to be seen.
  calls.renew()
  const findings: Finding[] = []
  for (const [key, check, title, applies] of [
    ['sign-in', checkSignIn, 'check.signIn', true],
    ['elsewhere', checkElsewhere, 'check.elsewhere', true],
    ['language', checkLanguage, 'check.language', true],
    ['groups', checkGroups, 'check.groups', exportCustomers],
    ['tagless', checkTagless, 'check.tagless', exportCustomers],
    ['countries', checkCountries, 'check.countries', exportCustomers],
    ['fax', checkFax, 'check.fax', exportCustomers],
    ['project-group', checkProjectGroup, 'check.projectGroup', exportProjects],
    ['dimension', checkDimension, 'check.dimension', departmentDimension !== null],
    ['departments', checkDepartments, 'check.departments', withDepartments],
    ['departmentless', checkDepartmentless, 'check.departmentless', withDepartments],
    ['numbers', checkNumbers, 'check.numbers', true],
    ['calls', checkCalls, 'check.calls', true],
  ] as const)
    if (applies) findings.push(await check(look).catch((error: unknown) => refused(key, say(title), error)))
  return { findings, facts: look.facts }
}

/** What may not be read cannot be checked; the other checks go on. */
function refused(key: string, title: Sentence, error: unknown): Finding {
  if (!(error instanceof Refused)) throw error
  const where = say('check.refused.where')
  return finding(key, 'unknown', title, say('check.refused', { reason: error.reason }), { where })
}

/** The company is read, so that the first check is the one that signs in. */
async function checkSignIn(look: Look): Promise<Finding> {
  const id = String(look.connection.settings.companyId)
  const rows = await look.calls.query('CompanyClient', [
    { PropertyName: 'PrimaryKeyId', FilterValue: id },
    { Take: 50 },
  ])
  const company = rows.find((row) => String(row.PrimaryKeyId) === id)
  if (company) look.facts.dimensions = dimensionsOf(company)
  const name = look.connection.settings.companyName
  return finding('sign-in', 'ok', say('check.signIn'), say('check.signIn.ok', { company: name }))
}

/** Protocols §1: a user that another program uses too ends our sessions, which the log has noted. */
async function checkElsewhere(look: Look): Promise<Finding> {
  const { userName } = look.connection.settings
  const since = new Date(look.now().getTime() - elsewhereDays * 24 * 60 * 60_000).toISOString()
  const { rows } = await look.db.execute<{ count: number }>(sql`
    select count(*)::int as count from sync_log
     where at > ${since} and sentence ->> 'key' in ('uniconta.sessionTaken', 'uniconta.sessionFought')
       and sentence -> 'values' ->> 'user' = ${userName}`)
  const count = rows[0]?.count ?? 0
  return count === 0
    ? finding('elsewhere', 'ok', say('check.elsewhere'), say('check.elsewhere.ok', { days: elsewhereDays }))
    : finding(
        'elsewhere',
        'warning',
        say('check.elsewhere'),
        say('check.elsewhere.seen', { user: userName, count, days: elsewhereDays }),
        { where: say('check.elsewhere.where') },
      )
}

type Where = { where?: Sentence; link?: string }

function finding(
  key: string,
  state: Finding['state'],
  title: Sentence,
  text: Sentence,
  { where, link }: Where = {},
): Finding {
  return {
    key,
    state,
    title,
    text,
    where: state === 'ok' ? null : (where ?? null),
    link: state === 'ok' ? null : (link ?? null),
  }
}

async function checkLanguage(look: Look): Promise<Finding> {
  const title = say('check.language')
  const where = say('check.language.where')
  const language = await readLanguage(look.calls, look.connection.settings.userName)
  const known = languageOf(language)
  look.facts.language = known ?? 'en'
  if (language === undefined) return finding('language', 'unknown', title, say('check.language.unknown'), { where })
  return known
    ? finding('language', 'ok', title, say('check.language.ok', { language }))
    : finding('language', 'warning', title, say('check.language.other', { language }), { where })
}

type GroupTags = { name: string; rule: TagRule; objectKind: string; tags: { name: string; code: string | null }[] }

async function findGroupTags(db: Db, id: string | null): Promise<GroupTags | undefined> {
  if (!id) return undefined
  const { rows } = await db.execute<GroupTags>(sql`
    select g.name, g.rule, g.object_kind as "objectKind",
           coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'code', t.code) order by t.name_sort) filter (where t.active), '[]') as tags
      from tag_group g left join tag t on t.group_id = g.id where g.id = ${id}::uuid group by g.id`)
  return rows[0]
}

const list = (values: readonly string[]) => values.slice(0, 10).join(', ') + (values.length > 10 ? ' …' : '')

async function checkGroups(look: Look): Promise<Finding> {
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
    return finding('groups', 'error', title, say('check.groups.noCode', { tags: list(codeless) }), mend)
  const unknown = group.tags.flatMap((tag) => (tag.code && !there.has(tag.code) ? [tag.code] : []))
  if (unknown.length > 0)
    return finding('groups', 'error', title, say('check.groups.notThere', { codes: list(unknown) }), mend)
  if (group.rule !== 'exactly-one')
    return finding('groups', 'warning', title, say('check.groups.rule', { group: group.name }), mend)
  return finding('groups', 'ok', title, say('check.groups.ok', { count: group.tags.length }))
}

async function countOff(db: Db, kind: 'customer' | 'project', groupId: string): Promise<number> {
  const table = kind === 'customer' ? sql`customer r` : sql`project r`
  const sent = kind === 'customer' ? sql`and r.relation <> 'participant'` : sql``
  const { rows } = await db.execute<{ tags: number; count: number }>(sql`
    select tags, count(*)::int as count from (
      select r.id, count(t.id)::int as tags from ${table}
        left join record_tag x on x.record_id = r.id left join tag t on t.id = x.tag_id and t.group_id = ${groupId}::uuid
       where r.deleted_at is null ${sent} group by r.id) c group by tags`)
  return rows.filter((row) => !satisfies('exactly-one', row.tags)).reduce((sum, row) => sum + row.count, 0)
}

async function checkTagless(look: Look): Promise<Finding> {
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

async function checkCountries(look: Look): Promise<Finding> {
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
    : finding('countries', 'warning', title, say('check.countries.some', { countries: list(left) }), {
        where: say('check.countries.where'),
      })
}

async function checkFax(look: Look): Promise<Finding> {
  const field = await findFaxField(look.calls)
  look.facts.faxField = field
  return field
    ? finding('fax', 'ok', say('check.fax'), say('check.fax.ok', { field }))
    : finding('fax', 'warning', say('check.fax'), say('check.fax.none'), { where: say('check.fax.where') })
}

async function checkProjectGroup(look: Look): Promise<Finding> {
  const title = say('check.projectGroup')
  const where = say('check.projectGroup.where')
  const rows = await readAll(look.calls, 'ProjectGroupClient', 'Group')
  if (rows.size === 0) return finding('project-group', 'error', title, say('check.projectGroup.unread'), { where })
  const standard = [...rows.values()].find((row) => row.IsDefault === true)
  return standard
    ? finding('project-group', 'ok', title, say('check.projectGroup.ok', { group: String(standard.Group) }))
    : finding('project-group', 'error', title, say('check.projectGroup.none'), { where })
}

/** The dimensions in use, by number. */
export function dimensionsOf(company: Row): Record<string, string> {
  const count = typeof company.NDimensions === 'number' ? company.NDimensions : 5
  return Object.fromEntries(
    [1, 2, 3, 4, 5]
      .filter((n) => n <= count && typeof company[`Dim${n}`] === 'string' && company[`Dim${n}`] !== '')
      .map((n) => [String(n), String(company[`Dim${n}`])]),
  )
}

async function checkDimension(look: Look): Promise<Finding> {
  const number = look.connection.settings.departmentDimension ?? 0
  const name = look.facts.dimensions[String(number)]
  return name
    ? finding('dimension', 'ok', say('check.dimension'), say('check.dimension.ok', { name }))
    : finding('dimension', 'error', say('check.dimension'), say('check.dimension.gone', { number }), {
        where: say('check.dimension.where'),
      })
}

async function checkDepartments(look: Look): Promise<Finding> {
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
      return finding('departments', 'error', title, say('check.departments.noCode', { tags: list(codeless) }), mend)
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
      say('check.departments.notThere', { codes: list(unknown), dimension }),
      mend,
    )
  const blocked = codes.filter((code) => there.get(code)?.Blocked === true)
  if (blocked.length > 0)
    return finding('departments', 'warning', title, say('check.departments.blocked', { codes: list(blocked) }), mend)
  return finding('departments', 'ok', title, say('check.departments.ok'))
}

async function checkDepartmentless(look: Look): Promise<Finding> {
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

async function checkNumbers(look: Look): Promise<Finding> {
  const { exportCustomers, exportProjects } = look.connection.settings
  const { rows } = await look.db.execute<{ number: string }>(sql`
    select number from (select number from customer where ${exportCustomers} and deleted_at is null and relation <> 'participant'
                        union all select number from project where ${exportProjects} and deleted_at is null) r
     where number !~ '^[A-Za-z0-9_-]{1,20}$' order by number`)
  if (rows.length === 0) return finding('numbers', 'ok', say('check.numbers'), say('check.numbers.ok'))
  const examples = list(rows.slice(0, 3).map((row) => row.number))
  return finding(
    'numbers',
    'warning',
    say('check.numbers'),
    say('check.numbers.some', { count: rows.length, examples }),
  )
}

async function checkCalls(look: Look): Promise<Finding> {
  const calls = await findCallsOf(look.db, look.connection.account.userName, dayIn(vendorTimeZone, look.now()))
  const counts = { calls, free: freeCallsPerDay }
  return calls > freeCallsPerDay * 0.8
    ? finding('calls', 'warning', say('check.calls'), say('check.calls.many', counts))
    : finding('calls', 'ok', say('check.calls'), say('check.calls.ok', counts))
}
