// What is open, added up by the database: fifty thousand hours become a few hundred groups of one price each.
import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { activity } from '../activities/activity-table.ts'
import { projectExpense } from '../expenses/expense-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { priceModel, pricePlanItem } from '../prices/price-table.ts'
import { project } from '../projects/project-table.ts'
import { timeEntry } from '../time-entries/time-entry-table.ts'

/** Approved or not, of one person on one activity, over days between which no price changes. */
export type HoursGroup = {
  projectId: string
  priceModelId: string | null
  activityId: string
  userId: string
  approved: boolean
  minutes: number
  billableMinutes: number
  firstOn: Day
  lastOn: Day
}

export type ExpensesGroup = {
  projectId: string
  priceModelId: string | null
  approved: boolean
  currency: string
  /** Null: the model's. */
  markup: string | null
  count: number
  amount: bigint
  companyAmount: bigint
  firstOn: Day
  lastOn: Day
}

export type PlanGroup = {
  projectId: string
  priceModelId: string
  count: number
  amount: bigint
  firstOn: Day
  lastOn: Day
}

/** What bills an activity: its own choice, else the project's first active model; as `modelOf` of the price book says it. */
const defaultModels = sql`(select distinct on (m.project_id) m.project_id, m.id from price_model m where m.active
  order by m.project_id, m.position, m.id)`

/** `where` is a condition on `project`. */
export async function groupOpenHours(db: Db | Tx, until: Day, where: SQL | undefined): Promise<HoursGroup[]> {
  // Every day on which any price begins cuts the days in two, so that each group has one price.
  const { rows } = await db.execute<Record<keyof HoursGroup, unknown>>(sql`
    with cuts as (
      select coalesce(array_agg(distinct valid_from order by valid_from), '{}') as days
        from (select valid_from from price_rate union select valid_from from co_worker_rate) begins)
    select t.project_id as "projectId", coalesce(a.price_model_id, d.id) as "priceModelId", t.activity_id as "activityId",
           t.user_id as "userId", t.approval = 'approved' as "approved",
           sum(t.minutes)::int as "minutes", sum(t.billable_minutes)::int as "billableMinutes",
           min(t.worked_on)::text as "firstOn", max(t.worked_on)::text as "lastOn"
      from ${timeEntry} t
      cross join cuts
      join ${activity} a on a.id = t.activity_id
      join ${project} on ${project.id} = t.project_id
      left join ${defaultModels} d on d.project_id = t.project_id
     where t.billing = 'open' and t.billable_minutes > 0 and t.worked_on <= ${until}::date ${where ? sql`and ${where}` : sql``}
     group by t.project_id, coalesce(a.price_model_id, d.id), t.activity_id, t.user_id, t.approval = 'approved',
              case when cuts.days = '{}' then 0 else width_bucket(t.worked_on, cuts.days) end`)
  return rows as unknown as HoursGroup[]
}

export async function groupOpenExpenses(db: Db | Tx, until: Day, where: SQL | undefined): Promise<ExpensesGroup[]> {
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select e.project_id as "projectId", coalesce(a.price_model_id, d.id) as "priceModelId", e.approval = 'approved' as "approved",
           e.currency, e.markup::text as "markup", count(*)::int as "count", sum(e.amount)::text as "amount",
           sum(e.company_amount)::text as "companyAmount", min(e.spent_on)::text as "firstOn", max(e.spent_on)::text as "lastOn"
      from ${projectExpense} e
      left join ${activity} a on a.id = e.activity_id
      join ${project} on ${project.id} = e.project_id
      left join ${defaultModels} d on d.project_id = e.project_id
     where e.billing = 'open' and e.billable and e.spent_on <= ${until}::date ${where ? sql`and ${where}` : sql``}
     group by e.project_id, coalesce(a.price_model_id, d.id), e.approval = 'approved', e.currency, e.markup`)
  return rows.map((row) => ({
    ...(row as unknown as ExpensesGroup),
    amount: BigInt(row.amount as string),
    companyAmount: BigInt(row.companyAmount as string),
  }))
}

export async function groupDuePlans(db: Db | Tx, until: Day, where: SQL | undefined): Promise<PlanGroup[]> {
  const rows = await db
    .select({
      projectId: priceModel.projectId,
      priceModelId: priceModel.id,
      count: sql<number>`count(*)::int`,
      amount: sql<string>`sum(${pricePlanItem.amount})::text`,
      firstOn: sql<Day>`min(${pricePlanItem.dueOn})::text`,
      lastOn: sql<Day>`max(${pricePlanItem.dueOn})::text`,
    })
    .from(pricePlanItem)
    .innerJoin(priceModel, eq(priceModel.id, pricePlanItem.priceModelId))
    .innerJoin(project, eq(project.id, priceModel.projectId))
    .where(
      and(
        isNull(pricePlanItem.invoiceId),
        eq(pricePlanItem.billedElsewhere, false),
        lte(pricePlanItem.dueOn, until),
        where,
      ),
    )
    .groupBy(priceModel.projectId, priceModel.id)
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }))
}

/** The models of these projects that have a payment plan at all. */
export async function findPlannedModels(db: Db | Tx, projectIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: pricePlanItem.priceModelId })
    .from(pricePlanItem)
    .innerJoin(priceModel, eq(priceModel.id, pricePlanItem.priceModelId))
    .where(sql`${priceModel.projectId} = any(${sql.param(projectIds)}::uuid[])`)
  return new Set(rows.map((row) => row.id))
}
