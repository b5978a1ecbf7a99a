// Check set-up: the user, the company and what concerns every record.
import { sql } from 'drizzle-orm'
import { dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { findCallsOf, freeCallsPerDay } from './call-count-table.ts'
import { checkTexts } from './check-texts.ts'
import type { Finding } from './connection.ts'
import { languageOf, readLanguage } from './learn-facts.ts'
import type { Row } from './session.ts'
import { finding, type Look, listed } from './set-up-look.ts'
import { vendorTimeZone } from './with-connection.ts'

const say = sayFrom(checkTexts)

/** So long an eviction counts as news. */
const elsewhereDays = 7

/** The company is read, so that the first check is the one that signs in. */
export async function checkSignIn(look: Look): Promise<Finding> {
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
export async function checkElsewhere(look: Look): Promise<Finding> {
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

export async function checkLanguage(look: Look): Promise<Finding> {
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

/** The dimensions in use, by number. */
export function dimensionsOf(company: Row): Record<string, string> {
  const count = typeof company.NDimensions === 'number' ? company.NDimensions : 5
  return Object.fromEntries(
    [1, 2, 3, 4, 5]
      .filter((n) => n <= count && typeof company[`Dim${n}`] === 'string' && company[`Dim${n}`] !== '')
      .map((n) => [String(n), String(company[`Dim${n}`])]),
  )
}

export async function checkDimension(look: Look): Promise<Finding> {
  const number = look.connection.settings.departmentDimension ?? 0
  const name = look.facts.dimensions[String(number)]
  return name
    ? finding('dimension', 'ok', say('check.dimension'), say('check.dimension.ok', { name }))
    : finding('dimension', 'error', say('check.dimension'), say('check.dimension.gone', { number }), {
        where: say('check.dimension.where'),
      })
}

export async function checkNumbers(look: Look): Promise<Finding> {
  const { exportCustomers, exportProjects } = look.connection.settings
  const { rows } = await look.db.execute<{ number: string }>(sql`
    select number from (select number from customer where ${exportCustomers} and deleted_at is null and relation <> 'participant'
                        union all select number from project where ${exportProjects} and deleted_at is null) r
     where number !~ '^[A-Za-z0-9_-]{1,20}$' order by number`)
  if (rows.length === 0) return finding('numbers', 'ok', say('check.numbers'), say('check.numbers.ok'))
  const examples = listed(rows.slice(0, 3).map((row) => row.number))
  return finding(
    'numbers',
    'warning',
    say('check.numbers'),
    say('check.numbers.some', { count: rows.length, examples }),
  )
}

export async function checkCalls(look: Look): Promise<Finding> {
  const calls = await findCallsOf(look.db, look.connection.account.userName, dayIn(vendorTimeZone, look.now()))
  const counts = { calls, free: freeCallsPerDay }
  return calls > freeCallsPerDay * 0.8
    ? finding('calls', 'warning', say('check.calls'), say('check.calls.many', counts))
    : finding('calls', 'ok', say('check.calls'), say('check.calls.ok', counts))
}
