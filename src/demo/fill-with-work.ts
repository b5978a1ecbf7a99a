// A year of work in the demo company: activities, prices, hours, expenses. What it is billed with stands in fill-with-invoices.ts.

import { ActivityInput } from '../activities/activity.ts'
import { activitiesById, countActivitiesByModel } from '../activities/activity-store.ts'
import { createActivity } from '../activities/save-activity.ts'
import { judgeExpenses } from '../expenses/approve-expenses.ts'
import { ExpenseInput } from '../expenses/expense.ts'
import { createExpense } from '../expenses/save-expense.ts'
import { countInvoicesByModel } from '../invoices/count-invoices.ts'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import type { Actor } from '../lib/http.ts'
import { newId } from '../lib/ids.ts'
import { setRate } from '../prices/co-worker-rates.ts'
import { PriceModelInput, ProjectRoleInput } from '../prices/price.ts'
import { projectMember } from '../prices/price-table.ts'
import { createPriceModel } from '../prices/save-price-model.ts'
import { createProjectRole } from '../prices/save-project-role.ts'
import { timeEntry } from '../time-entries/time-entry-table.ts'
import { type DemoActivityKind, demoActivities, officeActivities } from './demo-activities.ts'
import { demoExpenses } from './demo-expenses.ts'
import { addDays, type DemoActivity, demoHours } from './demo-hours.ts'

export type DemoWorker = { id: string; name: string; role: string; department: string; hourly: string; cost: string }
export type WorkedProject = {
  id: string
  index: number
  currency: string
  department: string
  category: string
  startOn: Day | null
  endOn: Day | null
  ownerId: string
  isOpen: boolean
}
type Work = {
  actor: Actor
  now: Date
  today: Day
  workers: readonly DemoWorker[]
  projects: readonly WorkedProject[]
  /** The office's own project, whose hours nobody is billed for. */
  officeProjectId: string
}

/** Per hour, where a project is billed in another currency than the company's. */
const foreignRates: Readonly<Record<string, string>> = { EUR: '135', NOK: '1450', SEK: '1390', GBP: '118' }

const roles = [
  { name: 'Projektleder', salesPrice: '1250', costPrice: '620' },
  { name: 'Arkitekt', salesPrice: '1050', costPrice: '510' },
  { name: 'Konstruktør', salesPrice: '975', costPrice: '470' },
  { name: 'Teknisk assistent', salesPrice: '725', costPrice: '340' },
] as const

/** Hours older than this are approved, and hours of earlier months are locked by the caller. */
const approvedAfterDays = 9

/** The answer: the projects that are worked on, each with its price model. */
export async function fillWithWork(db: Db, work: Work): Promise<(WorkedProject & { priceModelId: string })[]> {
  const { actor, now, workers, projects } = work
  const roleIds = new Map<string, string>()
  for (const role of roles)
    roleIds.set(role.name, await createProjectRole(db, actor, ProjectRoleInput.parse(role), now))
  const thisYear = `${work.today.slice(0, 4)}-01-01`
  const lastYear = `${Number(work.today.slice(0, 4)) - 1}-01-01`
  for (const { id: userId, hourly, cost } of workers) {
    const whose = { actor, userId, now }
    const before = { salesPrice: String(Number(hourly) - 40), costPrice: String(Number(cost) - 15) }
    await setRate(db, whose, { validFrom: lastYear, ...before })
    await setRate(db, whose, { validFrom: thisYear, salesPrice: hourly, costPrice: cost })
  }
  const worked = projects.filter(({ startOn }) => startOn !== null)
  const activities: DemoActivity[] = []
  const priced: (WorkedProject & { priceModelId: string })[] = []
  for (const project of worked) {
    const model = priceModelOf(project, work.today)
    priced.push({ ...project, priceModelId: await createPriceModel(db, actor, model, neighbours, now) })
    for (const kind of demoActivities[project.category] ?? [])
      activities.push(await makeActivity(db, work, project, kind, false))
  }
  activities.push(...(await makeOffice(db, work)))
  // In one statement: everybody may work on everything.
  const members = worked.flatMap(({ id: projectId }) =>
    workers.map(({ id: userId, role }) => ({ projectId, userId, roleId: roleIds.get(role) as string })),
  )
  if (members.length > 0) await db.insert(projectMember).values(members)
  await insertHours(db, work, activities)
  await registerExpenses(db, work, worked)
  return priced
}

const neighbours = {
  usesOf: async (tx: Parameters<typeof countInvoicesByModel>[0], ids: readonly string[]) => ({
    activities: await countActivitiesByModel(tx, ids),
    invoices: await countInvoicesByModel(tx, ids),
  }),
  activitiesById,
}

/** Some of each kind; what is billed in another currency has one rate in it. */
function priceModelOf(project: WorkedProject, today: Day): PriceModelInput {
  const { id: projectId, category, index, currency, startOn } = project
  const model = { projectId, expenseMarkup: category === 'MYN' ? '10' : '0' }
  const foreign = foreignRates[currency]
  if (foreign) return PriceModelInput.parse({ ...model, name: 'Timepris', hourlyBase: 'common', commonRate: foreign })
  if (category === 'SKI' && index % 2 === 0) return PriceModelInput.parse({ ...model, ...fixedPrice(startOn, today) })
  if (category === 'HEL' && index % 2 === 0) return PriceModelInput.parse({ ...model, ...onAccount(startOn, today) })
  if (category === 'TIL')
    return PriceModelInput.parse({ ...model, name: 'Fast timepris', hourlyBase: 'common', commonRate: '985' })
  const hourlyBase = category === 'RAAD' ? 'co-worker' : 'role'
  return PriceModelInput.parse({ ...model, name: 'Efter forbrugt tid', hourlyBase })
}

/** Three parts, of which those that are due are billed. */
function fixedPrice(startOn: Day | null, today: Day) {
  const first = startOn ?? today
  const part = (days: number, amount: string, text: string) => ({ dueOn: addDays(first, days), amount, text })
  return {
    name: 'Fast pris',
    kind: 'fixed',
    fixedPrice: '180000',
    plan: [
      part(30, '60000', 'Honorar, 1. rate: registrering'),
      part(120, '80000', 'Honorar, 2. rate: skitseforslag'),
      part(240, '40000', 'Honorar, 3. rate: aflevering'),
    ],
  } as const
}

function onAccount(startOn: Day | null, today: Day) {
  const first = startOn ?? today
  const text = (number: number) => `A conto nr. ${number}`
  return {
    name: 'A conto efter plan',
    kind: 'on-account',
    fixedPrice: '640000',
    plan: [60, 150, 240, 330].map((days, index) => ({
      dueOn: addDays(first, days),
      amount: '120000',
      text: text(index + 1),
    })),
  } as const
}

async function makeActivity(
  db: Db,
  { actor, now }: Work,
  project: WorkedProject,
  { name, weight, estimateHours, notes }: DemoActivityKind,
  internal: boolean,
): Promise<DemoActivity> {
  const estimatedMinutes = estimateHours === null ? null : estimateHours * 60
  const input = ActivityInput.parse({
    ...{ projectId: project.id, name, billable: !internal, estimatedMinutes },
    state: project.isOpen ? 'in-progress' : 'finished',
    alertMinutes: estimatedMinutes === null ? null : Math.round(estimatedMinutes * 0.9),
  })
  const id = await createActivity(db, actor, input, now)
  const { id: projectId, department, startOn, endOn } = project
  return { id, projectId, department, startOn, endOn, weight, notes, internal }
}

async function makeOffice(db: Db, work: Work): Promise<DemoActivity[]> {
  const { actor, now, officeProjectId: id } = work
  const model = PriceModelInput.parse({ projectId: id, name: 'Intern tid', kind: 'non-billable' })
  await createPriceModel(db, actor, model, neighbours, now)
  const office: WorkedProject = {
    ...{ id, index: 0, currency: 'DKK', department: '30', category: '', startOn: '1970-01-01', endOn: null },
    ...{ ownerId: '', isOpen: true },
  }
  const made: DemoActivity[] = []
  for (const kind of officeActivities) made.push(await makeActivity(db, work, office, kind, true))
  return made
}

/** As the table holds them after a year: written on their days, approved but for the newest. Their history begins here. */
async function insertHours(db: Db, { actor, today, workers }: Work, activities: DemoActivity[]): Promise<void> {
  const internal = new Set(activities.filter((activity) => activity.internal).map(({ id }) => id))
  const until = addDays(today, -approvedAfterDays)
  const entries = demoHours(workers, activities, addDays(today, -365), addDays(today, -1))
  const rows = entries.map((entry) => {
    const writtenAt = new Date(`${entry.workedOn}T15:30:00Z`)
    const approvedAt = entry.workedOn <= until ? new Date(`${addDays(entry.workedOn, 4)}T08:00:00Z`) : null
    return {
      ...entry,
      id: newId(writtenAt),
      version: 1,
      createdAt: writtenAt,
      updatedAt: approvedAt ?? writtenAt,
      billableMinutes: internal.has(entry.activityId) ? 0 : entry.minutes,
      approval: approvedAt ? ('approved' as const) : ('registered' as const),
      approvedAt,
      approvedBy: approvedAt ? actor.name : null,
      billing: 'open' as const,
    }
  })
  const perStatement = 1_000
  for (let from = 0; from < rows.length; from += perStatement)
    await db.insert(timeEntry).values(rows.slice(from, from + perStatement))
}

async function registerExpenses(
  db: Db,
  { actor, now, today }: Work,
  projects: readonly WorkedProject[],
): Promise<void> {
  const approved: string[] = []
  for (const [index, [title, supplierName, amount]] of demoExpenses.entries()) {
    const project = projects[(index * 7) % projects.length]
    if (!project) return
    const spentOn = addDays(today, -((index * 11) % 300) - 3)
    if (project.startOn === null || spentOn < project.startOn) continue
    const input = ExpenseInput.parse({
      ...{ projectId: project.id, title, supplierName, amount, spentOn },
      voucherNumber: String(4_100 + index),
    })
    const id = await createExpense(db, actor, input, now)
    if (spentOn <= addDays(today, -14)) approved.push(id)
  }
  const reader = { phrase: () => '', language: 'en' as const }
  if (approved.length > 0) await judgeExpenses(db, { actor, ids: approved, judgement: { to: 'approved' }, now }, reader)
}
