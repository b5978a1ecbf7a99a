import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { loadPriceBook } from '../activities/load-price-book.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { sum, toMinor, writeAmount } from '../lib/money.ts'
import { containsWords } from '../lib/search-text.ts'
import type { PriceBook } from '../prices/rate-of.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import { writeObstacles } from './hindrance.ts'
import { loadRowFacts, type OpenWork, obstaclesOfRow } from './row-obstacles.ts'
import type { ToBeInvoicedRow, ToBeInvoicedSum } from './to-be-invoiced.ts'
import { findPlannedModels, groupDuePlans, groupOpenExpenses, groupOpenHours } from './unbilled-store.ts'
import {
  add,
  type Billed,
  nothingBilled,
  totalOf,
  valueExpenses,
  valueHours,
  valuePlan,
  type Work,
  works,
} from './value-work.ts'

/** Told by the invoices, which this folder does not know. */
export type FindBilled = (db: Db, priceModelIds: readonly string[]) => Promise<Map<string, Billed>>

/** The price of one unit of each currency in the company's, as it was used last; told by the invoices. */
export type FindLastRates = (db: Db, currencies: readonly string[]) => Promise<Map<string, string>>

export type BillingNeighbours = { findBilled: FindBilled; findLastRates: FindLastRates }

export const toBeInvoicedSorts = ['project', 'customer', '-total', 'firstOn'] as const

export type ToBeInvoicedFilter = {
  until: Day
  customer?: string[] | undefined
  project?: string[] | undefined
  owner?: string[] | undefined
  department?: string[] | undefined
  search?: string | undefined
  sort: (typeof toBeInvoicedSorts)[number]
  page: number
  size: number
}

type Counted = OpenWork & { row: Omit<ToBeInvoicedRow, 'hindrances'>; total: bigint; sortKeys: Record<string, string> }

/** Everything unbilled up to the day: a dozen queries, however many hours. Hindrances are looked for on the page only. */
export async function listToBeInvoiced(
  db: Db,
  filter: ToBeInvoicedFilter,
  neighbours: BillingNeighbours,
  reader: { phrase: Phrasebook; language: Language },
): Promise<{ items: ToBeInvoicedRow[]; total: number; sums: ToBeInvoicedSum[] }> {
  const where = whereOf(filter)
  const open = {
    hours: await groupOpenHours(db, filter.until, where),
    expenses: await groupOpenExpenses(db, filter.until, where),
    plans: await groupDuePlans(db, filter.until, where),
  }
  const projectIds = [...new Set(Object.values(open).flatMap((groups) => groups.map((group) => group.projectId)))]
  if (projectIds.length === 0) return { items: [], total: 0, sums: [] }
  const book = await loadPriceBook(db, projectIds)
  const billed = await neighbours.findBilled(db, [...book.models.keys()])
  const foreign = [...book.models.values()]
    .map((model) => model.currency)
    .filter((currency) => currency !== book.companyCurrency)
  const lastRates = await neighbours.findLastRates(db, [...new Set(foreign)])
  const people = await loadPeople(db, book, projectIds)
  const planned = await findPlannedModels(db, projectIds)
  const all = works(open, book)
    .filter((work) => work.model?.kind !== 'non-billable')
    .map((work) => count(work, { book, billed, lastRates, people, planned }))
    .filter((counted) => counted !== undefined)
    .filter((counted) => !filter.customer || filter.customer.includes(counted.row.customerId))
    .toSorted(orderBy(filter.sort))
  const shown = all.slice((filter.page - 1) * filter.size, filter.page * filter.size)
  const facts = await loadRowFacts(db, shown)
  const items = shown.map((counted) => ({
    ...counted.row,
    hindrances: writeObstacles(obstaclesOfRow(counted, facts), reader.phrase, reader.language),
  }))
  return { items, total: all.length, sums: sumsOf(all) }
}

function whereOf(filter: ToBeInvoicedFilter): SQL | undefined {
  return and(
    isNull(project.deletedAt),
    filter.project && inArray(project.id, filter.project),
    filter.owner && inArray(project.ownerId, filter.owner),
    filter.department && inArray(project.departmentId, filter.department),
    filter.search
      ? sql`(${containsWords(project.searchText, filter.search)} or ${project.customerId} in
          (select ${customer.id} from ${customer} where ${containsWords(customer.searchText, filter.search)}))`
      : undefined,
  )
}

type Books = {
  book: PriceBook
  billed: Map<string, Billed>
  lastRates: Map<string, string>
  people: People
  /** Models with a payment plan, whatever of it is billed. */
  planned: ReadonlySet<string>
}

function count(work: Work, { book, billed, lastRates, people, planned }: Books): Counted | undefined {
  const { model, projectId } = work
  const facts = people.projects.get(projectId)
  if (!facts) throw new Error(`The project ${projectId} has open work and is gone.`)
  const billedCustomer = people.customers.get(model?.customerId ?? facts.customerId)
  if (!billedCustomer) throw new Error(`The project ${projectId} bills a customer that is gone.`)
  const currency = model?.currency ?? facts.currency ?? billedCustomer.currency
  const already = (model && billed.get(model.id)) ?? nothingBilled
  const approved = work.hours.filter((group) => group.approved)
  const currencies = { company: book.companyCurrency, billed: currency, exchangeRate: lastRates.get(currency) ?? null }
  const hours = valueHours(approved, book, currency)
  const expenses = valueExpenses(work, currencies)
  const plan = valuePlan(work, already, {
    hasWork: approved.length > 0 || expenses.count > 0,
    isPlanned: model !== undefined && planned.has(model.id),
  })
  const total = totalOf(model, { hours: hours.value, expenses: expenses.value, plan: plan.value }, already)
  const waiting = {
    minutes: add(work.hours.filter((group) => !group.approved).map((group) => group.minutes)),
    expenses: expenses.waiting,
  }
  // Hours of an agreed price bring nothing to be invoiced; they go with the next row of its plan.
  const hasHours = model?.kind !== 'fixed' && work.hours.length > 0
  const hasAny = hasHours || expenses.count + waiting.expenses > 0 || plan.value !== 0n
  if (!hasAny) return undefined
  const days = [...work.hours, ...work.expenses, ...work.plans]
    .flatMap(({ firstOn, lastOn }) => [firstOn, lastOn])
    .sort()
  const write = (minor: bigint) => writeAmount(minor, currency)
  return {
    model,
    projectId,
    customerId: billedCustomer.id,
    lacksRate: expenses.lacksRate,
    missing: hours.missing,
    activityIds: [...new Set(approved.map((group) => group.activityId))],
    plansAll: model?.fixedPrice != null && work.plans.length === 0 && plan.value !== 0n,
    hasExpenses: expenses.count > 0,
    hasHours: approved.length > 0 || plan.value !== 0n,
    companyCurrency: book.companyCurrency,
    total,
    sortKeys: { project: facts.numberSort, customer: `${billedCustomer.nameSort} ${facts.numberSort}` },
    row: {
      projectId,
      projectNumber: facts.number,
      projectName: facts.name,
      priceModelId: model?.id ?? null,
      priceModelName: model?.name ?? null,
      kind: model?.kind ?? null,
      customerId: billedCustomer.id,
      customerNumber: billedCustomer.number,
      customerName: billedCustomer.name,
      ownerId: facts.ownerId,
      ownerName: facts.ownerName,
      departmentId: facts.departmentId,
      currency,
      hours: {
        minutes: add(approved.map((group) => group.minutes)),
        billableMinutes: add(approved.map((group) => group.billableMinutes)),
        value: write(hours.value),
      },
      expenses: { count: expenses.count, value: write(expenses.value) },
      plan: { count: plan.count, value: write(plan.value) },
      onAccountBilled: write(already.onAccountOpen),
      notApproved: waiting,
      firstOn: days[0] ?? null,
      lastOn: days.at(-1) ?? null,
      total: write(total),
    },
  }
}

type People = Awaited<ReturnType<typeof loadPeople>>

async function loadPeople(db: Db, book: PriceBook, projectIds: readonly string[]) {
  const projects = await db
    .select({
      id: project.id,
      number: project.number,
      numberSort: project.numberSort,
      name: project.name,
      customerId: project.customerId,
      currency: project.currency,
      ownerId: project.ownerId,
      ownerName: appUser.name,
      departmentId: project.departmentId,
    })
    .from(project)
    .leftJoin(appUser, eq(appUser.id, project.ownerId))
    .where(sql`${project.id} = any(${sql.param(projectIds)}::uuid[])`)
  const customerIds = [
    ...new Set([
      ...projects.map((row) => row.customerId),
      ...[...book.models.values()].map((model) => model.customerId),
    ]),
  ]
  const customers = await db
    .select({
      id: customer.id,
      number: customer.number,
      name: customer.name,
      nameSort: customer.nameSort,
      currency: customer.currency,
    })
    .from(customer)
    .where(sql`${customer.id} = any(${sql.param(customerIds)}::uuid[])`)
  return {
    projects: new Map(projects.map((row) => [row.id, row])),
    customers: new Map(customers.map((row) => [row.id, row])),
  }
}

function orderBy(sort: ToBeInvoicedFilter['sort']) {
  return (a: Counted, b: Counted): number => {
    if (sort === '-total' && a.total !== b.total) return a.total > b.total ? -1 : 1
    if (sort === 'firstOn' && a.row.firstOn !== b.row.firstOn)
      return (a.row.firstOn ?? '') < (b.row.firstOn ?? '') ? -1 : 1
    const key = sort === 'customer' ? 'customer' : 'project'
    const [x, y] = [a, b].map(({ sortKeys, row }) => `${sortKeys[key]} ${row.priceModelName}`) as [string, string]
    return x < y ? -1 : x > y ? 1 : 0
  }
}

function sumsOf(all: readonly Counted[]): ToBeInvoicedSum[] {
  const currencies = [...new Set(all.map(({ row }) => row.currency))].sort()
  return currencies.map((currency) => {
    const rows = all.filter(({ row }) => row.currency === currency)
    const amount = (of: (row: Counted['row']) => string) =>
      writeAmount(sum(rows.map(({ row }) => toMinor(of(row), currency))), currency)
    return {
      currency,
      minutes: add(rows.map(({ row }) => row.hours.billableMinutes)),
      hours: amount((row) => row.hours.value),
      expenses: amount((row) => row.expenses.value),
      plan: amount((row) => row.plan.value),
      total: amount((row) => row.total),
    }
  })
}
