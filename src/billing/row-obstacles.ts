// What stands in the way of billing a project's work, each with the page that mends it.
import { sql } from 'drizzle-orm'
import type { ProductType } from '../accounting/accounting.ts'
import { activity } from '../activities/activity-table.ts'
import type { customer } from '../customers/customer-table.ts'
import { accountIdFor, resolveMany, type SettingsOfSubject } from '../invoice-settings/resolve-settings.ts'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { hoursOf } from '../lib/money.ts'
import type { BookModel, MissingRate } from '../prices/rate-of.ts'
import { type AccountBook, loadAccountBook, percentOn } from './account-book.ts'
import { billingTexts } from './billing-texts.ts'
import type { Obstacle } from './hindrance.ts'
import type { ToBeInvoicedRow } from './to-be-invoiced.ts'

const say = sayFrom(billingTexts)

export type OpenWork = {
  model: BookModel | undefined
  projectId: string
  customerId: string
  missing: readonly MissingRate[]
  /** An expense or price that cannot be converted into the currency of the document. */
  lacksRate: boolean
  /** All that is left of an agreed price would be billed at once. */
  plansAll: boolean
  hasHours: boolean
  hasExpenses: boolean
  activityIds: readonly string[]
  companyCurrency: string
  row: Omit<ToBeInvoicedRow, 'hindrances'>
}

export type BilledCustomer = Pick<
  typeof customer.$inferSelect,
  'id' | 'number' | 'name' | 'status' | 'relation' | 'countryCode'
>

type RowFacts = {
  settings: ReadonlyMap<string, SettingsOfSubject>
  accounts: AccountBook
  closed: ReadonlyMap<string, string>
}

const subjectOf = (work: OpenWork) => `${work.customerId} ${work.projectId}`

/** What the obstacles of many rows are found in; the same few queries however many rows. */
export async function loadRowFacts(db: Db, works: readonly OpenWork[]): Promise<RowFacts> {
  const subjects = works.map(({ customerId, projectId }) => ({ customerId, projectId }))
  const resolved = await resolveMany(db, subjects)
  const settings = new Map(works.map((work, index) => [subjectOf(work), resolved[index] as SettingsOfSubject]))
  const accounts = await loadAccountBook(
    db,
    resolved.flatMap((each) => [accountIdFor(each, 'hours').value, accountIdFor(each, 'expenses').value]),
  )
  const activityIds = [...new Set(works.flatMap((work) => work.activityIds))]
  const closed = await db
    .select({ id: activity.id, number: activity.number, name: activity.name })
    .from(activity)
    .where(sql`${activity.id} = any(${sql.param(activityIds)}::uuid[]) and ${activity.state} = 'closed'`)
  return {
    settings,
    accounts,
    closed: new Map(closed.map(({ id, number, name }) => [id, `${number} ${name}`])),
  }
}

export function obstaclesOfRow(work: OpenWork, facts: RowFacts): Obstacle[] {
  const { row, projectId } = work
  const settings = facts.settings.get(subjectOf(work))
  const billed = settings?.customer
  if (!settings || !billed) throw new Error('The facts were loaded for other rows.')
  const onPrices = `/projects/${projectId}?tab=prices`
  const project = `${row.projectNumber} ${row.projectName}`
  const found: Obstacle[] = work.missing.map((missing) => ({ ...missing, stops: true }))
  if (!work.model && work.missing.length === 0)
    found.push({ sentence: say('billing.noModel', { project }), link: onPrices, stops: true })
  if (work.lacksRate)
    found.push({
      sentence: say('billing.noExchangeRate', { currency: row.currency, own: work.companyCurrency }),
      link: null,
      stops: true,
    })
  found.push(...customerObstacles(billed), ...paymentObstacles(settings, billed))
  const productTypes: ProductType[] = [
    ...(work.hasHours ? ['hours' as const] : []),
    ...(work.hasExpenses ? ['expenses' as const] : []),
  ]
  for (const productType of productTypes)
    found.push(...accountObstacles({ productType, settings, day: row.firstOn }, facts.accounts, projectId))
  if (row.notApproved.minutes > 0)
    found.push({
      sentence: say('billing.hoursNotApproved', { hours: shortHours(row.notApproved.minutes) }),
      link: `/hours-approval?project=${projectId}`,
      stops: false,
    })
  if (row.notApproved.expenses > 0)
    found.push({
      sentence: say('billing.expensesNotApproved', { count: row.notApproved.expenses }),
      link: `/expenses?project=${projectId}&approval=registered`,
      stops: false,
    })
  for (const id of work.activityIds) {
    const name = facts.closed.get(id)
    if (name)
      found.push({
        sentence: say('billing.activityClosed', { activity: name }),
        link: `/projects/${projectId}?tab=activities&open=${id}`,
        stops: false,
      })
  }
  if (work.plansAll && work.model)
    found.push({ sentence: say('billing.noPlan', { model: work.model.name }), link: onPrices, stops: false })
  return found
}

/** Whether a customer can get an invoice at all (UC-18: a participant is never billed). */
export function customerObstacles({ id, number, name, status, relation }: BilledCustomer): Obstacle[] {
  const link = `/customers/${id}`
  const values = { customer: `${number} ${name}` }
  return [
    ...(status === 'blocked' ? [{ sentence: say('billing.customerBlocked', values), link, stops: true }] : []),
    ...(status === 'inactive' ? [{ sentence: say('billing.customerInactive', values), link, stops: false }] : []),
    ...(relation === 'participant'
      ? [{ sentence: say('billing.customerParticipant', values), link, stops: true }]
      : []),
  ]
}

export function paymentObstacles({ resolved }: SettingsOfSubject, { id, number, name }: BilledCustomer): Obstacle[] {
  if (resolved.paymentDays.value !== null) return []
  const sentence = say('billing.noPaymentTerm', { customer: `${number} ${name}` })
  return [{ sentence, link: `/customers/${id}`, stops: true }]
}

type Billing = { productType: ProductType; settings: SettingsOfSubject; day: Day | null; accountId?: string | null }

/** Whether lines of a product type have an account with VAT. `accountId`: chosen by hand instead of the setting. */
export function accountObstacles(
  { productType, settings, day, accountId }: Billing,
  accounts: AccountBook,
  projectId: string,
): Obstacle[] {
  const chosen = accountId ?? accountIdFor(settings, productType).value
  const account = chosen === null ? undefined : accounts.get(chosen)
  if (!account) {
    const where = settings.isDomestic ? 'domestic' : 'foreign'
    return [
      {
        sentence: say('billing.noAccount', { productType, where }),
        link: `/projects/${projectId}?tab=invoice-settings`,
        stops: true,
      },
    ]
  }
  const name = `${account.number} ${account.name}`
  const link = '/settings/accounting'
  const stops = true
  const inactive = account.active ? [] : [{ sentence: say('billing.accountInactive', { account: name }), link, stops }]
  if (!account.vat) return [...inactive, { sentence: say('billing.accountWithoutVat', { account: name }), link, stops }]
  if (day === null || percentOn(account, day) !== undefined) return inactive
  return [...inactive, { sentence: say('billing.vatWithoutRate', { code: account.vat.code, day }), link, stops }]
}

/** 7.5, 7.33: hours as people say them. */
function shortHours(minutes: number): string {
  return String(Math.round(Number(hoursOf(minutes)) * 100) / 100)
}
