import { sql } from 'drizzle-orm'
import { loadPriceBook } from '../activities/load-price-book.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { priceOfMinutes, writeAmount } from '../lib/money.ts'
import { notFound } from '../lib/stale.ts'
import { rateOf } from '../prices/rate-of.ts'
import { salesAmount } from './expense-price.ts'
import type { BillingNeighbours } from './list-to-be-invoiced.ts'
import type { UnbilledSource } from './to-be-invoiced.ts'

export type SourcesWanted = { project: string; priceModel: string | null; until: Day; page: number; size: number }

type Row = {
  kind: UnbilledSource['kind']
  id: string
  on: Day
  user_id: string | null
  who: string | null
  activity_id: string | null
  activity: string | null
  text: string | null
  minutes: number | null
  billable_minutes: number | null
  amount: string | null
  currency: string | null
  company_amount: string | null
  markup: string | null
  approved: boolean
  total: number
}

/** The hours, expenses and plan rows behind a row of To be invoiced, by day; not yet approved ones too. @throws not-found */
export async function listUnbilledSources(
  db: Db,
  wanted: SourcesWanted,
  { findLastRates }: Pick<BillingNeighbours, 'findLastRates'>,
): Promise<{ items: UnbilledSource[]; total: number; currency: string }> {
  const book = await loadPriceBook(db, [wanted.project])
  const project = book.projects.get(wanted.project)
  if (!project) throw notFound('project', wanted.project)
  const model = wanted.priceModel === null ? undefined : book.models.get(wanted.priceModel)
  if (wanted.priceModel !== null && model?.projectId !== wanted.project)
    throw notFound('price model', wanted.priceModel)
  const currency = model?.currency ?? (await currencyOf(db, wanted.project))
  const rates = currency === book.companyCurrency ? new Map() : await findLastRates(db, [currency])
  const currencies = { company: book.companyCurrency, billed: currency, exchangeRate: rates.get(currency) ?? null }
  const rows = await readSources(db, wanted, project.defaultModelId)
  const items = rows.map((row): UnbilledSource => {
    const { rate, value } = worth(row)
    return {
      kind: row.kind,
      id: row.id,
      on: row.on,
      who: row.who,
      activityId: row.activity_id,
      activity: row.activity,
      text: row.text,
      minutes: row.minutes,
      billableMinutes: row.billable_minutes,
      rate,
      value: value === undefined ? null : writeAmount(value, currency),
      approved: row.approved,
    }
  })
  return { items, total: rows[0]?.total ?? 0, currency }

  function worth(row: Row): { rate: string | null; value: bigint | undefined } {
    if (row.kind === 'plan-item') return { rate: null, value: BigInt(row.amount ?? 0) }
    if (row.kind === 'time-entry') {
      const work = { userId: row.user_id as string, activityId: row.activity_id as string, workedOn: row.on }
      const answer = rateOf(book, work)
      if (!('rate' in answer)) return { rate: null, value: undefined }
      return { rate: answer.rate, value: priceOfMinutes(row.billable_minutes ?? 0, answer.rate, currency) }
    }
    const expense = {
      amount: BigInt(row.amount ?? 0),
      currency: row.currency ?? currency,
      companyAmount: BigInt(row.company_amount ?? 0),
      markup: row.markup ?? model?.expenseMarkup ?? '0',
    }
    return { rate: null, value: salesAmount(expense, currencies) }
  }
}

async function readSources(db: Db, wanted: SourcesWanted, defaultModelId: string | null): Promise<Row[]> {
  const { project, priceModel, until, page, size } = wanted
  const isOfModel = sql`coalesce(a.price_model_id, ${defaultModelId}::uuid) is not distinct from ${priceModel}::uuid`
  const { rows } = await db.execute<Row>(sql`
    select s.*, count(*) over ()::int as total from (
      select 'time-entry' as kind, t.id, t.worked_on::text as "on", t.user_id, u.name as who, a.id as activity_id,
             a.number || ' ' || a.name as activity, t.note as text, t.minutes, t.billable_minutes, null::text as amount,
             null::text as currency, null::text as company_amount, null::text as markup, t.approval = 'approved' as approved
        from time_entry t join activity a on a.id = t.activity_id join app_user u on u.id = t.user_id
       where t.project_id = ${project} and t.billing = 'open' and t.billable_minutes > 0 and t.worked_on <= ${until}::date and ${isOfModel}
      union all
      select 'expense', e.id, e.spent_on::text, null, e.supplier_name, a.id, a.number || ' ' || a.name, e.title, null, null,
             e.amount::text, e.currency, e.company_amount::text, trim_scale(e.markup)::text, e.approval = 'approved'
        from project_expense e left join activity a on a.id = e.activity_id
       where e.project_id = ${project} and e.billing = 'open' and e.billable and e.spent_on <= ${until}::date and ${isOfModel}
      union all
      select 'plan-item', p.id, p.due_on::text, null, null, null, null, p.text, null, null, p.amount::text, null, null, null, true
        from price_plan_item p
       where p.price_model_id = ${priceModel}::uuid and p.invoice_id is null and not p.billed_elsewhere and p.due_on <= ${until}::date
    ) s order by "on", kind, who, id limit ${size} offset ${(page - 1) * size}`)
  return rows
}

async function currencyOf(db: Db, projectId: string): Promise<string> {
  const { rows } = await db.execute<{ currency: string }>(sql`
    select coalesce(p.currency, ${customer.currency}) as currency from project p
      join ${customer} on ${customer.id} = p.customer_id where p.id = ${projectId}`)
  return rows[0]?.currency as string
}
