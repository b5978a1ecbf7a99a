import { and, eq, ne } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { isUniqueFault } from '../lib/database/database-fault.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { numberKey, numberSortKey } from '../lib/record-number.ts'
import { sortKey } from '../lib/sort-key.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { enqueueMany, type TaskWish } from '../sync/enqueue.ts'
import type { DepartmentInput } from './department.ts'
import { type CountProjects, departmentInput, lockDepartment } from './department-store.ts'
import { department } from './department-table.ts'
import { departmentTexts } from './department-texts.ts'

const say = sayFrom(departmentTexts)

/** The pushes of all projects of a department. */
export type PushesByDepartment = (tx: Tx, departmentId: string) => Promise<TaskWish[]>

export async function createDepartment(db: Db, actor: Actor, input: DepartmentInput, now: Date): Promise<string> {
  return refusingTakenNumber(input, () =>
    inTransaction(db, async (tx) => {
      const id = newId(now)
      await mustHaveFreeNumber(tx, id, input.number)
      await tx.insert(department).values({ ...columnsOf(input), id, version: 1, createdAt: now, updatedAt: now })
      await recordChange(tx, actor, { kind: 'department', subject: id, before: null, after: input }, now)
      return id
    }),
  )
}

/** Both numbers stand in what the other system gets of the department's projects, so those go again. */
export async function changeDepartment(
  db: Db,
  actor: Actor,
  id: string,
  change: DepartmentInput & { version: number },
  pushesByDepartment: PushesByDepartment,
  now: Date,
): Promise<void> {
  await refusingTakenNumber(change, () =>
    inTransaction(db, async (tx) => {
      const row = await lockDepartment(tx, id)
      const before = departmentInput(row)
      const { version: _, ...input } = change
      mustBeCurrent('department', change, { ...before, version: row.version })
      await mustHaveFreeNumber(tx, id, input.number)
      await tx
        .update(department)
        .set({ ...columnsOf(input), version: row.version + 1, updatedAt: now })
        .where(eq(department.id, id))
      await recordChange(tx, actor, { kind: 'department', subject: id, before, after: input }, now)
      if (before.number !== input.number || before.externalNumber !== input.externalNumber)
        await enqueueMany(tx, await pushesByDepartment(tx, id), now)
    }),
  )
}

/** Drafts and documents of a department. */
export type CountDocuments = (tx: Tx, departmentId: string) => Promise<number>

/** @throws conflict when it has projects or invoices. */
export async function deleteDepartment(
  db: Db,
  actor: Actor,
  id: string,
  version: number,
  { countProjects, countDocuments }: { countProjects: CountProjects; countDocuments: CountDocuments },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockDepartment(tx, id)
    mustBeCurrent('department', { version }, { ...departmentInput(row), version: row.version })
    const count = (await countProjects(tx, [id])).get(id) ?? 0
    if (count > 0) throw new AppError('conflict', say('department.inUse', { name: row.name, count }))
    const documents = await countDocuments(tx, id)
    if (documents > 0)
      throw new AppError('conflict', say('department.onDocuments', { name: row.name, count: documents }))
    await tx.delete(department).where(eq(department.id, id))
    await recordChange(tx, actor, { kind: 'department', subject: id, before: departmentInput(row), after: null }, now)
  })
}

async function mustHaveFreeNumber(tx: Tx, id: string, number: string): Promise<void> {
  const [other] = await tx
    .select({ name: department.name })
    .from(department)
    .where(and(eq(department.numberKey, numberKey(number)), ne(department.id, id)))
  if (other) throw invalid([numberTaken(number, other.name)])
}

/** Two saves at the same moment: the database is the last judge. */
async function refusingTakenNumber<T>({ number, name }: DepartmentInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueFault(error, 'department_number')) throw invalid([numberTaken(number, name)])
    throw error
  }
}

function numberTaken(number: string, name: string): FieldFault {
  return { path: 'number', sentence: say('department.numberTaken', { number, name }) }
}

function columnsOf(input: DepartmentInput) {
  return {
    ...input,
    numberKey: numberKey(input.number),
    numberSort: numberSortKey(input.number),
    nameSort: sortKey(input.name),
  }
}
