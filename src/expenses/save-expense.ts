import { eq } from 'drizzle-orm'
import { findActivity } from '../activities/activity-store.ts'
import { recordChange } from '../audit/record-change.ts'
import { getCompany } from '../company/company-store.ts'
import { findFile } from '../files/file-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { convert, largestMinor, magnitude, toMinor } from '../lib/money.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { lockProject, type ProjectRecord } from '../projects/project-store.ts'
import { roleMay } from '../users/permissions.ts'
import type { ExpenseInput } from './expense.ts'
import { settleExpensesToApprove, tellOfExpense } from './expense-notices.ts'
import { mayApprove, whyKept } from './expense-rules.ts'
import { inputOf, insertExpense, lockExpense, type PricedExpense, updateExpense } from './expense-store.ts'
import { projectExpense } from './expense-table.ts'
import { expenseTexts } from './expense-texts.ts'

const say = sayFrom(expenseTexts)

/** Stores a new expense; the owner of the project is told that it waits, unless it is his own to approve. */
export async function createExpense(db: Db, actor: Actor, input: ExpenseInput, now: Date): Promise<string> {
  return inTransaction(db, async (tx) => {
    const company = await getCompany(tx)
    const owner = await mustHaveProject(tx, input.projectId)
    const after = { ...input, currency: input.currency ?? company.currency }
    await mustBeRight(tx, { actor, after, before: undefined, company, owner, now })
    const id = newId(now)
    await insertExpense(tx, { id, input: after, companyCurrency: company.currency, registeredBy: actor.id, now })
    const view = await expenseView(tx, owner, after)
    await recordChange(tx, actor, { kind: 'expense', subject: id, before: null, after: view }, now)
    if (owner.ownerId && !mayApprove(owner, actor)) await tellOfExpense(tx, owner, after.title, now)
    return id
  })
}

export async function changeExpense(
  db: Db,
  { actor, id, change, now }: { actor: Actor; id: string; change: ExpenseInput & { version: number }; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockExpense(tx, id)
    const before = inputOf(row)
    const { version: _, ...input } = change
    mustBeCurrent('expense', change, { ...before, version: row.version })
    const kept = whyKept(row, actor)
    if (kept) throw new AppError(kept.key === 'expense.notYours' ? 'forbidden' : 'conflict', kept)
    const company = await getCompany(tx)
    const owner = await mustHaveProject(tx, input.projectId)
    const after = { ...input, currency: input.currency ?? company.currency }
    await mustBeRight(tx, { actor, after, before, company, owner, now })
    await updateExpense(tx, row, after, company.currency, now)
    const was = row.projectId === owner.id ? owner : await mustHaveProject(tx, row.projectId)
    const views = { before: await expenseView(tx, was, before), after: await expenseView(tx, owner, after) }
    await recordChange(tx, actor, { kind: 'expense', subject: id, ...views }, now)
    const waitsAnew = row.approval === 'rejected' || was.id !== owner.id
    if (waitsAnew && owner.ownerId && !mayApprove(owner, actor)) await tellOfExpense(tx, owner, after.title, now)
    if (was.id !== owner.id) await settleExpensesToApprove(tx, [was.id], now)
  })
}

/** @throws conflict when it is approved or billed. */
export async function deleteExpense(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockExpense(tx, id)
    const before = inputOf(row)
    mustBeCurrent('expense', { version }, { ...before, version: row.version })
    const kept = whyKept(row, actor)
    if (kept) throw new AppError(kept.key === 'expense.notYours' ? 'forbidden' : 'conflict', kept)
    const view = await expenseView(tx, await mustHaveProject(tx, row.projectId), before)
    await tx.delete(projectExpense).where(eq(projectExpense.id, id))
    await recordChange(tx, actor, { kind: 'expense', subject: id, before: view, after: null }, now)
    await settleExpensesToApprove(tx, [row.projectId], now)
  })
}

async function mustHaveProject(tx: Tx, id: string): Promise<ProjectRecord> {
  const found = await lockProject(tx, id)
  if (!found) throw invalid([{ path: 'projectId', sentence: say('expense.projectUnknown') }])
  return found
}

type Check = {
  actor: Actor
  after: PricedExpense
  before: PricedExpense | undefined
  company: { currency: string; timeZone: string }
  owner: ProjectRecord
  now: Date
}

async function mustBeRight(tx: Tx, check: Check): Promise<void> {
  const faults = [
    ...(await activityFaults(tx, check)),
    ...rateFaults(check),
    ...dayFaults(check),
    ...(await receiptFaults(tx, check)),
  ]
  if (faults.length > 0) throw invalid(faults)
}

async function activityFaults(tx: Tx, { after, before, owner }: Check): Promise<FieldFault[]> {
  const { activityId, projectId } = after
  const path = 'activityId'
  if (activityId === null || (activityId === before?.activityId && projectId === before.projectId)) return []
  const found = await findActivity(tx, activityId)
  if (!found) return [{ path, sentence: say('expense.activityUnknown') }]
  const { name } = found
  if (found.projectId !== projectId)
    return [{ path, sentence: say('expense.activityElsewhere', { name, project: `${owner.number} ${owner.name}` }) }]
  return found.state === 'closed' ? [{ path, sentence: say('expense.activityClosed', { name }) }] : []
}

function rateFaults({ after: { amount, currency, exchangeRate }, company }: Check): FieldFault[] {
  const own = company.currency
  if (currency === own)
    return exchangeRate === null || exchangeRate === '1'
      ? []
      : [{ path: 'exchangeRate', sentence: say('expense.rateOfOwn', { own }) }]
  if (exchangeRate === null) return [{ path: 'exchangeRate', sentence: say('expense.rateNeeded', { currency, own }) }]
  const inCompany = convert(toMinor(amount, currency), currency, own, exchangeRate)
  return magnitude(inCompany) > largestMinor ? [{ path: 'amount', sentence: say('expense.tooLarge') }] : []
}

function dayFaults({ after: { spentOn }, company, now }: Check): FieldFault[] {
  const today = dayIn(company.timeZone, now)
  const latest = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return spentOn > latest ? [{ path: 'spentOn', sentence: say('expense.tooFarAhead', { day: spentOn }) }] : []
}

async function receiptFaults(tx: Tx, { actor, after, before }: Check): Promise<FieldFault[]> {
  const { receiptId } = after
  if (receiptId === null || receiptId === before?.receiptId) return []
  const file = await findFile(tx, receiptId)
  const isTheirs = file && (file.createdBy === actor.id || roleMay(actor.role, 'view files'))
  return isTheirs ? [] : [{ path: 'receiptId', sentence: say('expense.receiptUnknown') }]
}

/** The expense as the history shows it: project, activity and receipt by name. */
async function expenseView(tx: Tx, owner: ProjectRecord, input: PricedExpense): Promise<Record<string, unknown>> {
  const { projectId: _, activityId, receiptId, ...fields } = input
  const activity = activityId === null ? undefined : await findActivity(tx, activityId)
  const receipt = receiptId === null ? undefined : await findFile(tx, receiptId)
  return {
    project: `${owner.number} ${owner.name}`,
    activity: activity?.name ?? null,
    ...fields,
    receipt: receipt?.name ?? null,
  }
}
