// Reads what pricing needs, for as many projects as are asked for, in one query a table.
import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { getCompany } from '../company/company-store.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { coWorkerRate, priceModel, priceRate, projectMember, projectRole } from '../prices/price-table.ts'
import type { BookModel, DatedRate, PriceBook } from '../prices/rate-of.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import { activity } from './activity-table.ts'

/** The prices of these projects; eight queries, whatever their number. */
export async function loadPriceBook(db: Db | Tx, projectIds: readonly string[]): Promise<PriceBook> {
  const ids = [...new Set(projectIds)]
  const { currency: companyCurrency } = await getCompany(db)
  const models = await loadModels(db, ids)
  return {
    companyCurrency,
    models: new Map(models.map((model) => [model.id, model])),
    activities: await loadActivities(db, ids),
    projects: await loadProjects(db, ids, models),
    roles: new Map((await db.select().from(projectRole)).map(({ id, name, salesPrice }) => [id, { name, salesPrice }])),
    coWorkerRates: grouped(
      (await db.select().from(coWorkerRate).orderBy(desc(coWorkerRate.validFrom))).map((row) => [
        row.userId,
        { validFrom: row.validFrom, rate: row.salesPrice },
      ]),
    ),
    people: new Map(
      (await db.select({ id: appUser.id, name: appUser.name }).from(appUser)).map(({ id, name }) => [id, name]),
    ),
  }
}

/** One parameter for thousands of ids. */
const isOne = (column: AnyPgColumn, ids: readonly string[]): SQL => sql`${column} = any(${sql.param(ids)}::uuid[])`

type Model = BookModel & { active: boolean }

/** In the order of their positions. */
async function loadModels(db: Db | Tx, projectIds: readonly string[]): Promise<Model[]> {
  const ofProject = alias(customer, 'of_project')
  const rows = await db
    .select({
      model: priceModel,
      currency: sql<string>`coalesce(${project.currency}, ${customer.currency}, ${ofProject.currency})`,
      customerId: sql<string>`coalesce(${priceModel.customerId}, ${project.customerId})`,
    })
    .from(priceModel)
    .innerJoin(project, eq(project.id, priceModel.projectId))
    .innerJoin(ofProject, eq(ofProject.id, project.customerId))
    .leftJoin(customer, eq(customer.id, priceModel.customerId))
    .where(isOne(priceModel.projectId, projectIds))
    .orderBy(asc(priceModel.position), asc(priceModel.id))
  const rates = await db
    .select()
    .from(priceRate)
    .where(
      inArray(
        priceRate.priceModelId,
        db.select({ id: priceModel.id }).from(priceModel).where(isOne(priceModel.projectId, projectIds)),
      ),
    )
    .orderBy(desc(priceRate.validFrom))
  const ratesOf = grouped(rates.map((rate) => [rate.priceModelId, rate]))
  return rows.map(({ model, currency, customerId }) => ({
    id: model.id,
    projectId: model.projectId,
    name: model.name,
    kind: model.kind,
    active: model.active,
    currency,
    customerId,
    fixedPrice: model.fixedPrice,
    cap: model.cap,
    expensesIncluded: model.expensesIncluded,
    expenseMarkup: model.expenseMarkup,
    hourlyBase: model.hourlyBase,
    commonRate: model.commonRate,
    rates: grouped<DatedRate>(
      (ratesOf.get(model.id) ?? []).map(({ userId, roleId, activityId, validFrom, rate }) => [
        userId ?? roleId ?? activityId ?? '',
        { validFrom, rate },
      ]),
    ),
  }))
}

async function loadActivities(db: Db | Tx, projectIds: readonly string[]): Promise<PriceBook['activities']> {
  const rows = await db
    .select({ id: activity.id, projectId: activity.projectId, priceModelId: activity.priceModelId })
    .from(activity)
    .where(isOne(activity.projectId, projectIds))
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

async function loadProjects(
  db: Db | Tx,
  projectIds: readonly string[],
  models: readonly Model[],
): Promise<PriceBook['projects']> {
  const rows = await db
    .select({ id: project.id, number: project.number, name: project.name })
    .from(project)
    .where(isOne(project.id, projectIds))
  const members = await db.select().from(projectMember).where(isOne(projectMember.projectId, projectIds))
  const membersOf = grouped(members.map((member) => [member.projectId, member]))
  const firstModels = new Map(
    models
      .filter((model) => model.active)
      .toReversed()
      .map((model) => [model.projectId, model.id]),
  )
  return new Map(
    rows.map(({ id, number, name }) => [
      id,
      {
        number,
        name,
        defaultModelId: firstModels.get(id) ?? null,
        roleOf: new Map((membersOf.get(id) ?? []).map(({ userId, roleId }) => [userId, roleId])),
      },
    ]),
  )
}

/** Rows by their key, in the order in which they came. */
function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
