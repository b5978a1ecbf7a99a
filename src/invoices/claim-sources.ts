// Which hours, expenses and plan rows a draft holds. A source is on one draft at most: it is taken by one statement that only finds
// what is still open, so of two who ask for the same hour one gets it.
import { sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'

export type Claim = {
  invoiceId: string
  projectId: string
  priceModelId: string
  /** The activities that the model bills. */
  activityIds: readonly string[]
  /** Whether it bills what has no activity, as the default model does. */
  isDefault: boolean
  until: Day
  now: Date
}

const isOfModel = ({ activityIds, isDefault }: Claim) =>
  sql`(s.activity_id = any(${sql.param(activityIds)}::uuid[])${isDefault ? sql` or s.activity_id is null` : sql``})`

/** Approved, billable and open hours up to the day. */
export async function claimHours(tx: Tx, claim: Claim): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update time_entry s set billing = 'drafted', invoice_id = ${claim.invoiceId}, version = s.version + 1, updated_at = ${claim.now.toISOString()}
     where s.project_id = ${claim.projectId} and s.billing = 'open' and s.approval = 'approved' and s.billable_minutes > 0
       and s.worked_on <= ${claim.until}::date and ${isOfModel(claim)}`)
  return rowCount ?? 0
}

export async function claimExpenses(tx: Tx, claim: Claim): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update project_expense s set billing = 'drafted', invoice_id = ${claim.invoiceId}, version = s.version + 1, updated_at = ${claim.now.toISOString()}
     where s.project_id = ${claim.projectId} and s.billing = 'open' and s.approval = 'approved' and s.billable
       and s.spent_on <= ${claim.until}::date and ${isOfModel(claim)}`)
  return rowCount ?? 0
}

/** Rows of the payment plan; `until` null: all that are left of it. */
export async function claimPlan(
  tx: Tx,
  claim: Pick<Claim, 'invoiceId' | 'priceModelId'> & { until: Day | null },
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update price_plan_item set invoice_id = ${claim.invoiceId}
     where price_model_id = ${claim.priceModelId} and invoice_id is null and not billed_elsewhere
       and (${claim.until}::date is null or due_on <= ${claim.until}::date)`)
  return rowCount ?? 0
}

/** Lets sources of a draft go: they are open again. All of them, or these. */
export async function releaseSources(
  tx: Tx,
  { invoiceId, sourceIds, now }: { invoiceId: string; sourceIds?: readonly string[]; now: Date },
): Promise<void> {
  const these = sourceIds ? sql`and id = any(${sql.param(sourceIds)}::uuid[])` : sql``
  const opened = sql`set billing = 'open', invoice_id = null, version = version + 1, updated_at = ${now.toISOString()}`
  await tx.execute(sql`update time_entry ${opened} where invoice_id = ${invoiceId} and billing = 'drafted' ${these}`)
  await tx.execute(
    sql`update project_expense ${opened} where invoice_id = ${invoiceId} and billing = 'drafted' ${these}`,
  )
  await tx.execute(sql`update price_plan_item set invoice_id = null where invoice_id = ${invoiceId} ${these}`)
}

/** Lets go what is on the draft and may not be billed any more: approval withdrawn, made non-billable. The answer is how many. */
export async function releaseUnfit(tx: Tx, { invoiceId, now }: { invoiceId: string; now: Date }): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from time_entry where invoice_id = ${invoiceId} and (approval <> 'approved' or billable_minutes = 0)
    union all
    select id from project_expense where invoice_id = ${invoiceId} and (approval <> 'approved' or not billable)`)
  if (rows.length > 0) await releaseSources(tx, { invoiceId, sourceIds: rows.map((row) => row.id), now })
  return rows.length
}

export type HeldHours = {
  id: string
  userId: string
  userName: string
  activityId: string
  activityName: string
  activitySort: string
  workedOn: Day
  billableMinutes: number
  note: string | null
}
export type HeldExpense = {
  id: string
  activityId: string | null
  title: string
  spentOn: Day
  amount: bigint
  currency: string
  companyAmount: bigint
  markup: string | null
}
export type HeldPlanItem = { id: string; dueOn: Day; text: string; amount: bigint }
export type Held = { hours: HeldHours[]; expenses: HeldExpense[]; plan: HeldPlanItem[] }

/** What the draft holds, as it is now; by activity, person and day. */
export async function listHeld(tx: Tx, invoiceId: string): Promise<Held> {
  const hours = await tx.execute<HeldHours>(sql`
    select t.id, t.user_id as "userId", u.name as "userName", t.activity_id as "activityId", a.name as "activityName",
           a.number_sort as "activitySort", t.worked_on::text as "workedOn", t.billable_minutes as "billableMinutes", t.note
      from time_entry t join app_user u on u.id = t.user_id join activity a on a.id = t.activity_id
     where t.invoice_id = ${invoiceId}
     order by a.number_sort, u.name_sort, t.user_id, t.worked_on, t.id`)
  const expenses = await tx.execute<
    Omit<HeldExpense, 'amount' | 'companyAmount'> & Record<'amount' | 'companyAmount', string>
  >(sql`
    select id, activity_id as "activityId", title, spent_on::text as "spentOn", amount::text, currency,
           company_amount::text as "companyAmount", trim_scale(markup)::text as markup
      from project_expense where invoice_id = ${invoiceId} order by spent_on, title, id`)
  const plan = await tx.execute<Omit<HeldPlanItem, 'amount'> & { amount: string }>(sql`
    select id, due_on::text as "dueOn", text, amount::text from price_plan_item where invoice_id = ${invoiceId} order by due_on, id`)
  return {
    hours: hours.rows,
    expenses: expenses.rows.map((row) => ({
      ...row,
      amount: BigInt(row.amount),
      companyAmount: BigInt(row.companyAmount),
    })),
    plan: plan.rows.map((row) => ({ ...row, amount: BigInt(row.amount) })),
  }
}
