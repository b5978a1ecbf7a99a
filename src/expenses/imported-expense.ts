// Expenses that another system keeps: they come in, follow what changes there, and go, each with its line in the history.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { ActivityInput } from '../activities/activity.ts'
import { activitiesOf } from '../activities/activity-store.ts'
import { addActivity } from '../activities/save-activity.ts'
import { recordChanges } from '../audit/record-change.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { writeAmount } from '../lib/money.ts'
import { searchText } from '../lib/search-text.ts'
import { lockProject } from '../projects/project-store.ts'
import { projectExpense } from './expense-table.ts'

/** What comes from the other system. Amounts in minor units; `exchangeRate` is a decimal string, '1' in the company's currency. */
export type ImportedFields = {
  projectId: string
  activityId: string
  title: string
  description: string | null
  spentOn: string
  quantity: string
  amount: bigint
  currency: string
  exchangeRate: string
  companyAmount: bigint
  supplierName: string | null
  supplierNumber: string | null
  voucherNumber: string
}
export type NewImported = { id: string; fields: ImportedFields; billable: boolean; isApproved: boolean }
export type ImportedRecord = typeof projectExpense.$inferSelect

/** PostgreSQL takes 65,535 values in a statement; a row has about thirty. */
const rowsAtOnce = 1_000

export async function insertImported(tx: Tx, actor: Actor, rows: readonly NewImported[], now: Date): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(projectExpense).values(
      rows.slice(from, from + rowsAtOnce).map(({ id, fields, billable, isApproved }) => ({
        ...columnsOf(fields),
        ...approvalOf(isApproved, actor, now),
        ...{ id, version: 1, createdAt: now, updatedAt: now, billable, source: 'import' as const },
        ...{ registeredBy: actor.id, billing: 'open' as const },
      })),
    )
  const changes = rows.map(({ id, fields }) => ({
    kind: 'expense' as const,
    subject: id,
    before: null,
    after: viewOf(fields),
  }))
  await recordChanges(tx, actor, changes, now)
}

/** An approved one whose content changes is approved anew, unless what comes in needs no approval. */
export async function updateImported(
  tx: Tx,
  actor: Actor,
  row: ImportedRecord,
  { fields, isApproved }: { fields: ImportedFields; isApproved: boolean },
  now: Date,
): Promise<void> {
  await tx
    .update(projectExpense)
    .set({ ...columnsOf(fields), ...approvalOf(isApproved, actor, now), version: row.version + 1, updatedAt: now })
    .where(eq(projectExpense.id, row.id))
  const change = { kind: 'expense' as const, subject: row.id, before: viewOf(row), after: viewOf(fields) }
  await recordChanges(tx, actor, [change], now)
}

export async function removeImported(tx: Tx, actor: Actor, row: ImportedRecord, now: Date): Promise<void> {
  await tx.delete(projectExpense).where(and(eq(projectExpense.id, row.id), eq(projectExpense.billing, 'open')))
  await recordChanges(tx, actor, [{ kind: 'expense', subject: row.id, before: viewOf(row), after: null }], now)
}

/** The scan of its voucher, once it was fetched. One that a person has attached meanwhile stays. */
export async function attachReceipt(
  tx: Tx,
  actor: Actor,
  { id, file }: { id: string; file: { id: string; name: string } },
  now: Date,
): Promise<void> {
  const changed = await tx
    .update(projectExpense)
    .set({ receiptId: file.id, version: sql`${projectExpense.version} + 1`, updatedAt: now })
    .where(and(eq(projectExpense.id, id), isNull(projectExpense.receiptId)))
  if (changed.rowCount === 0) return
  const change = { kind: 'expense' as const, subject: id, before: { receipt: null }, after: { receipt: file.name } }
  await recordChanges(tx, actor, [change], now)
}

/** Locked in the order of their ids, so that two who do so do not wait for each other. */
export async function lockImported(tx: Tx, ids: readonly string[]): Promise<Map<string, ImportedRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(projectExpense)
    .where(inArray(projectExpense.id, [...ids]))
    .orderBy(projectExpense.id)
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The activity of this name in the project, made when it is missing; it takes no hours. The project is locked, so two runs that
 * meet make one. Undefined when the project is gone.
 */
export async function ensureActivity(
  tx: Tx,
  actor: Actor,
  { projectId, name, billable }: { projectId: string; name: string; billable: boolean },
  now: Date,
): Promise<string | undefined> {
  if (!(await lockProject(tx, projectId))) return undefined
  const found = (await activitiesOf(tx, projectId)).find((row) => row.name === name)
  if (found) return found.id
  return addActivity(tx, actor, ActivityInput.parse({ projectId, name, takesHours: false, billable }), now)
}

function columnsOf(fields: ImportedFields) {
  const { title, supplierName, supplierNumber, voucherNumber, description } = fields
  return { ...fields, searchText: searchText(title, supplierName, supplierNumber, voucherNumber, description) }
}

function approvalOf(isApproved: boolean, actor: Actor, now: Date) {
  return {
    approval: isApproved ? ('approved' as const) : ('registered' as const),
    approvedBy: isApproved ? actor.name : null,
    approvedAt: isApproved ? now : null,
    rejectedBecause: null,
  }
}

function viewOf(row: Pick<ImportedRecord, keyof ImportedFields>): Record<string, unknown> {
  const { title, description, spentOn, quantity, currency, supplierName, supplierNumber, voucherNumber } = row
  return {
    ...{ title, description, spentOn, quantity, currency, supplierName, supplierNumber, voucherNumber },
    amount: writeAmount(row.amount, currency),
  }
}
