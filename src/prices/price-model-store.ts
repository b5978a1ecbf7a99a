import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customer } from '../customers/customer-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sum, writeAmount } from '../lib/money.ts'
import { notFound } from '../lib/stale.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { PlanItem, PriceModel, PriceModelFields } from './price.ts'
import { priceModel, pricePlanItem, priceRate, projectRole } from './price-table.ts'

export type PriceModelRecord = typeof priceModel.$inferSelect
export type PlanItemRecord = typeof pricePlanItem.$inferSelect
export type RateRecord = typeof priceRate.$inferSelect

/** How many activities and documents name each price model; counted by the folders above. */
export type UsesOfModels = (
  db: Db | Tx,
  ids: readonly string[],
) => Promise<{ activities: ReadonlyMap<string, number>; invoices: ReadonlyMap<string, number> }>

export async function findPriceModel(db: Db | Tx, id: string): Promise<PriceModelRecord | undefined> {
  const [row] = await db.select().from(priceModel).where(eq(priceModel.id, id))
  return row
}

/** @throws not-found */
export async function lockPriceModel(tx: Tx, id: string): Promise<PriceModelRecord> {
  const [row] = await tx.select().from(priceModel).where(eq(priceModel.id, id)).for('update')
  if (!row) throw notFound('price model', id)
  return row
}

/** In their order; the first active one is the default. */
export async function listPriceModels(db: Db | Tx, projectId: string, usesOf: UsesOfModels): Promise<PriceModel[]> {
  return readModels(db, eq(priceModel.projectId, projectId), usesOf)
}

/** @throws not-found */
export async function getPriceModel(db: Db | Tx, id: string, usesOf: UsesOfModels): Promise<PriceModel> {
  const row = await findPriceModel(db, id)
  const models = row ? await listPriceModels(db, row.projectId, usesOf) : []
  const found = models.find((model) => model.id === id)
  if (!found) throw notFound('price model', id)
  return found
}

/** The currency in which a model bills, be it stored or about to be: the project's, else that of who gets the invoice. */
export async function currencyOfModel(
  tx: Tx,
  { projectId, customerId }: { projectId: string; customerId: string | null },
): Promise<string> {
  const [row] = await tx
    .select({ own: project.currency, customers: customer.currency })
    .from(project)
    .innerJoin(customer, eq(customer.id, customerId === null ? project.customerId : sql`${customerId}::uuid`))
    .where(eq(project.id, projectId))
  if (!row) throw new Error(`The project ${projectId} or the customer of its price model is gone.`)
  return row.own ?? row.customers
}

/** Rates in the order of their days, plan in the order of its days: for the history and for what a form sends back. */
export async function ratesOfModels(db: Db | Tx, ids: readonly string[]): Promise<RateRecord[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(priceRate)
    .where(inArray(priceRate.priceModelId, [...ids]))
    .orderBy(asc(priceRate.validFrom), asc(priceRate.id))
}

export async function planOfModels(db: Db | Tx, ids: readonly string[]): Promise<PlanItemRecord[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(pricePlanItem)
    .where(inArray(pricePlanItem.priceModelId, [...ids]))
    .orderBy(asc(pricePlanItem.dueOn), asc(pricePlanItem.id))
}

/** The rows of a model's plan, kept from being billed meanwhile. */
export async function lockPlan(tx: Tx, id: string): Promise<PlanItemRecord[]> {
  return tx
    .select()
    .from(pricePlanItem)
    .where(eq(pricePlanItem.priceModelId, id))
    .orderBy(asc(pricePlanItem.dueOn), asc(pricePlanItem.id))
    .for('update')
}

/** What a person has entered of a model. */
export function fieldsOf(
  row: PriceModelRecord,
  rates: readonly RateRecord[],
  plan: readonly PlanItemRecord[],
  currency: string,
): PriceModelFields {
  const { name, kind, customerId, hourlyBase, commonRate, expensesIncluded, expenseMarkup, active } = row
  const amount = (minor: bigint | null) => (minor === null ? null : writeAmount(minor, currency))
  return {
    ...{ name, kind, customerId, hourlyBase, commonRate },
    fixedPrice: amount(row.fixedPrice),
    cap: amount(row.cap),
    ...{ expensesIncluded, expenseMarkup, active },
    rates: rates.map(({ userId, roleId, activityId, validFrom, rate }) => ({
      ...{ userId, roleId, activityId, validFrom, rate },
    })),
    plan: plan.map(({ id, dueOn, amount, text, billedElsewhere }) => ({
      ...{ id, dueOn, text, billedElsewhere },
      amount: writeAmount(amount, currency),
    })),
  }
}

async function readModels(db: Db | Tx, where: SQL, usesOf: UsesOfModels): Promise<PriceModel[]> {
  const ofProject = alias(customer, 'of_project')
  const rows = await db
    .select({
      model: priceModel,
      currency: sql<string>`coalesce(${project.currency}, ${customer.currency}, ${ofProject.currency})`,
      customerName: sql<string>`coalesce(${customer.name}, ${ofProject.name})`,
    })
    .from(priceModel)
    .innerJoin(project, eq(project.id, priceModel.projectId))
    .innerJoin(ofProject, eq(ofProject.id, project.customerId))
    .leftJoin(customer, eq(customer.id, priceModel.customerId))
    .where(and(where))
    .orderBy(asc(priceModel.position), asc(priceModel.id))
  const ids = rows.map(({ model }) => model.id)
  const rates = await ratesOfModels(db, ids)
  const plan = await planOfModels(db, ids)
  const uses = await usesOf(db, ids)
  const names = await namesIn(db, rates)
  const defaultId = rows.find(({ model }) => model.active)?.model.id
  return rows.map(({ model, currency, customerName }) => {
    const ownRates = rates.filter((rate) => rate.priceModelId === model.id)
    const ownPlan = plan.filter((item) => item.priceModelId === model.id)
    const fields = fieldsOf(model, ownRates, ownPlan, currency)
    const planned = sum(ownPlan.map((item) => item.amount))
    const billed = sum(ownPlan.filter(isBilled).map((item) => item.amount))
    return {
      ...storedFields(model),
      ...fields,
      projectId: model.projectId,
      position: model.position,
      isDefault: model.id === defaultId,
      currency,
      customerName,
      rates: fields.rates.map((rate) => ({
        ...rate,
        userName: names.get(rate.userId ?? '') ?? null,
        roleName: names.get(rate.roleId ?? '') ?? null,
      })),
      plan: ownPlan.map((item) => toPlanItem(item, currency)),
      planned: writeAmount(planned, currency),
      billed: writeAmount(billed, currency),
      remainder: model.fixedPrice === null ? null : writeAmount(model.fixedPrice - planned, currency),
      activities: uses.activities.get(model.id) ?? 0,
      invoices: uses.invoices.get(model.id) ?? 0,
    }
  })
}

const isBilled = (item: PlanItemRecord) => item.billedElsewhere || item.invoiceId !== null

function toPlanItem(item: PlanItemRecord, currency: string): PlanItem {
  const { id, dueOn, text, billedElsewhere, invoiceId } = item
  return { id, dueOn, text, billedElsewhere, invoiceId, amount: writeAmount(item.amount, currency) }
}

/** Persons and roles by their id. */
export async function namesIn(
  db: Db | Tx,
  rates: readonly { userId: string | null; roleId: string | null }[],
): Promise<Map<string, string>> {
  const some = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const userIds = some(rates.map((rate) => rate.userId))
  const roleIds = some(rates.map((rate) => rate.roleId))
  const users =
    userIds.length === 0
      ? []
      : await db.select({ id: appUser.id, name: appUser.name }).from(appUser).where(inArray(appUser.id, userIds))
  const roles =
    roleIds.length === 0
      ? []
      : await db
          .select({ id: projectRole.id, name: projectRole.name })
          .from(projectRole)
          .where(inArray(projectRole.id, roleIds))
  return new Map([...users, ...roles].map(({ id, name }) => [id, name]))
}
