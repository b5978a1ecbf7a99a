// A price model is saved whole, with its prices and its plan. Rows of the plan that a draft or invoice bills stay as they are.
import { eq, inArray, max } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { findCustomer } from '../customers/customer-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { toMinor } from '../lib/money.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { lockProject } from '../projects/project-store.ts'
import type { PriceModelFields, PriceModelInput, RateInput } from './price.ts'
import { type ActivitiesById, customerFaults, kindFaults, rateFaults } from './price-model-rules.ts'
import {
  currencyOfModel,
  fieldsOf,
  lockPlan,
  lockPriceModel,
  namesIn,
  type PlanItemRecord,
  type PriceModelRecord,
  ratesOfModels,
  type UsesOfModels,
} from './price-model-store.ts'
import { priceModel, pricePlanItem, priceRate } from './price-table.ts'
import { priceTexts } from './price-texts.ts'

const say = sayFrom(priceTexts)
const kind = 'price-model'

/** What the activities and invoices, which this folder does not know, tell of a price model. */
export type ModelNeighbours = { usesOf: UsesOfModels; activitiesById: ActivitiesById }

/** The new model goes behind the others of its project: the first one is the default. */
export async function createPriceModel(
  db: Db,
  actor: Actor,
  input: PriceModelInput,
  neighbours: ModelNeighbours,
  now: Date,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { projectId, ...fields } = input
    if (!(await lockProject(tx, projectId)))
      throw invalid([{ path: 'projectId', sentence: say('price.projectUnknown') }])
    const currency = await mustBeRight(tx, projectId, fields, undefined, neighbours)
    const id = newId(now)
    const [last] = await tx
      .select({ position: max(priceModel.position) })
      .from(priceModel)
      .where(eq(priceModel.projectId, projectId))
    const position = (last?.position ?? 0) + 1
    const stored = { id, projectId, position, version: 1, createdAt: now, updatedAt: now }
    await tx.insert(priceModel).values({ ...columnsOf(fields, currency), ...stored })
    await replaceRates(tx, id, fields.rates, now)
    await replacePlan(tx, id, [], fields.plan, currency, now)
    await recordChange(
      tx,
      actor,
      { kind, subject: id, before: null, after: await viewOf(tx, fields, neighbours.activitiesById) },
      now,
    )
    return id
  })
}

export async function changePriceModel(
  db: Db,
  { actor, id, change, now }: { actor: Actor; id: string; change: PriceModelFields & { version: number }; now: Date },
  neighbours: ModelNeighbours,
): Promise<void> {
  const { usesOf, activitiesById } = neighbours
  await inTransaction(db, async (tx) => {
    const row = await lockPriceModel(tx, id)
    const plan = await lockPlan(tx, id)
    const rates = await ratesOfModels(tx, [id])
    const before = fieldsOf(row, rates, plan, await currencyOfModel(tx, row))
    const { version: _, ...after } = change
    mustBeCurrent('price model', change, { ...before, version: row.version })
    const currency = await mustBeRight(tx, row.projectId, after, before, neighbours)
    await mustKeepKind(tx, row, after, usesOf)
    await tx
      .update(priceModel)
      .set({ ...columnsOf(after, currency), version: row.version + 1, updatedAt: now })
      .where(eq(priceModel.id, id))
    await replaceRates(tx, id, after.rates, now)
    await replacePlan(tx, id, plan, after.plan, currency, now)
    const views = { before: await viewOf(tx, before, activitiesById), after: await viewOf(tx, after, activitiesById) }
    await recordChange(tx, actor, { kind, subject: id, ...views }, now)
  })
}

/** @throws conflict when activities, documents or billed rows of its plan name it. */
export async function deletePriceModel(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
  { usesOf, activitiesById }: ModelNeighbours,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockPriceModel(tx, id)
    const plan = await lockPlan(tx, id)
    const before = fieldsOf(row, await ratesOfModels(tx, [id]), plan, await currencyOfModel(tx, row))
    mustBeCurrent('price model', { version }, { ...before, version: row.version })
    const uses = await usesIn(tx, id, usesOf)
    const planned = plan.filter((item) => item.invoiceId !== null).length
    if (uses.activities + uses.invoices + planned > 0)
      throw new AppError('conflict', say('price.inUse', { name: row.name, ...uses, planned }))
    const view = await viewOf(tx, before, activitiesById)
    await tx.delete(pricePlanItem).where(eq(pricePlanItem.priceModelId, id))
    await tx.delete(priceModel).where(eq(priceModel.id, id))
    await recordChange(tx, actor, { kind, subject: id, before: view, after: null }, now)
  })
}

/** Puts all models of a project into an order; activities without a choice of their own follow the first. */
export async function orderPriceModels(
  db: Db,
  { actor, projectId, ids, now }: { actor: Actor; projectId: string; ids: readonly string[]; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockProject(tx, projectId))) throw notFound('project', projectId)
    const rows = await tx.select().from(priceModel).where(eq(priceModel.projectId, projectId)).for('update')
    const known = new Map(rows.map((row) => [row.id, row]))
    const isWhole = ids.length === rows.length && new Set(ids).size === rows.length && ids.every((id) => known.has(id))
    if (!isWhole) throw invalid([{ path: 'ids', sentence: say('price.orderIncomplete') }])
    for (const [index, id] of ids.entries()) {
      const row = known.get(id)
      const position = index + 1
      if (!row || row.position === position) continue
      await tx
        .update(priceModel)
        .set({ position, version: row.version + 1, updatedAt: now })
        .where(eq(priceModel.id, id))
      const views = { before: { position: row.position }, after: { position } }
      await recordChange(tx, actor, { kind, subject: id, ...views }, now)
    }
  })
}

/** The currency of the model, once all of it fits together. */
async function mustBeRight(
  tx: Tx,
  projectId: string,
  after: PriceModelFields,
  before: PriceModelFields | undefined,
  { activitiesById }: ModelNeighbours,
): Promise<string> {
  const unknownCustomer = after.customerId === before?.customerId ? [] : await customerFaults(tx, after.customerId)
  if (unknownCustomer.length > 0) throw invalid(unknownCustomer)
  const currency = await currencyOfModel(tx, { projectId, customerId: after.customerId })
  const faults = [...kindFaults(after, currency), ...(await rateFaults(tx, projectId, after.rates, activitiesById))]
  if (faults.length > 0) throw invalid(faults)
  return currency
}

/** Documents of a model of another kind could not be settled any more. */
async function mustKeepKind(
  tx: Tx,
  row: PriceModelRecord,
  after: PriceModelFields,
  usesOf: UsesOfModels,
): Promise<void> {
  if (row.kind === after.kind) return
  const { invoices } = await usesIn(tx, row.id, usesOf)
  if (invoices === 0) return
  const sentence = say('price.kindStays', { name: row.name, invoices })
  throw new AppError('conflict', sentence, { fields: [{ path: 'kind', sentence }] })
}

async function usesIn(tx: Tx, id: string, usesOf: UsesOfModels): Promise<{ activities: number; invoices: number }> {
  const { activities, invoices } = await usesOf(tx, [id])
  return { activities: activities.get(id) ?? 0, invoices: invoices.get(id) ?? 0 }
}

async function replaceRates(tx: Tx, id: string, rates: readonly RateInput[], now: Date): Promise<void> {
  await tx.delete(priceRate).where(eq(priceRate.priceModelId, id))
  if (rates.length > 0)
    await tx.insert(priceRate).values(rates.map((rate) => ({ ...rate, id: newId(now), priceModelId: id })))
}

/** Rows keep their ids, by which drafts and invoices know them. @throws conflict when a billed one would change. */
async function replacePlan(
  tx: Tx,
  id: string,
  before: readonly PlanItemRecord[],
  after: PriceModelFields['plan'],
  currency: string,
  now: Date,
): Promise<void> {
  const known = new Map(before.map((item) => [item.id, item]))
  const rows = after.map((item, index) => {
    const isTwice = item.id !== undefined && after.findIndex((other) => other.id === item.id) !== index
    if (item.id !== undefined && (isTwice || !known.has(item.id)))
      throw invalid([{ path: `plan.${index}`, sentence: say('price.planUnknown') }])
    const { dueOn, text, billedElsewhere } = item
    const amount = toMinor(item.amount, currency)
    return { id: item.id ?? newId(now), priceModelId: id, dueOn, text, billedElsewhere, amount }
  })
  for (const item of before) if (item.invoiceId !== null) mustBeSame(item, rows)
  const open = before.filter((item) => item.invoiceId === null).map((item) => item.id)
  if (open.length > 0) await tx.delete(pricePlanItem).where(inArray(pricePlanItem.id, open))
  const stored = rows.filter((row) => known.get(row.id)?.invoiceId == null)
  if (stored.length > 0) await tx.insert(pricePlanItem).values(stored)
}

function mustBeSame(billed: PlanItemRecord, rows: readonly Omit<PlanItemRecord, 'invoiceId'>[]): void {
  const row = rows.find(({ id }) => id === billed.id)
  const isSame =
    row !== undefined &&
    row.dueOn === billed.dueOn &&
    row.amount === billed.amount &&
    row.text === billed.text &&
    row.billedElsewhere === billed.billedElsewhere
  if (!isSame) throw new AppError('conflict', say('price.planBilled', { text: billed.text, dueOn: billed.dueOn }))
}

function columnsOf(fields: PriceModelFields, currency: string) {
  const { rates: _r, plan: _p, fixedPrice, cap, ...rest } = fields
  return {
    ...rest,
    fixedPrice: fixedPrice === null ? null : toMinor(fixedPrice, currency),
    cap: cap === null ? null : toMinor(cap, currency),
  }
}

/** The model as the history shows it: customer by name, each price and each row of the plan as a field of its own. */
async function viewOf(
  tx: Tx,
  fields: PriceModelFields,
  activitiesById: ActivitiesById,
): Promise<Record<string, unknown>> {
  const { rates, plan, customerId, ...rest } = fields
  const customer = customerId === null ? undefined : await findCustomer(tx, customerId)
  const names = await namesIn(tx, rates)
  const activityIds = [...new Set(rates.map((rate) => rate.activityId).filter((id) => id !== null))]
  for (const [id, { number, name }] of await activitiesById(tx, activityIds)) names.set(id, `${number} ${name}`)
  const view: Record<string, unknown> = {
    ...rest,
    customer: customer ? `${customer.number} ${customer.name}` : customerId,
  }
  for (const { userId, roleId, activityId, validFrom, rate } of rates) {
    const id = userId ?? roleId ?? activityId ?? ''
    view[`${names.get(id) ?? id} ${validFrom}`] = rate
  }
  for (const { dueOn, text, amount, billedElsewhere } of plan) {
    const field = freeField(view, `${dueOn} ${text}`)
    view[field] = amount
    if (billedElsewhere) view[`${field}: billedElsewhere`] = true
  }
  return view
}

/** Two rows of a plan may be alike. */
function freeField(view: Readonly<Record<string, unknown>>, field: string): string {
  let free = field
  for (let n = 2; free in view; n += 1) free = `${field} (${n})`
  return free
}
