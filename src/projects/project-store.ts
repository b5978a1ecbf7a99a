import { and, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { numberKey, numberSortKey } from '../lib/record-number.ts'
import { searchText } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import type { TaskWish } from '../sync/enqueue.ts'
import { recordTag } from '../tags/tag-table.ts'
import type { ProjectInput } from './project.ts'
import { project } from './project-table.ts'

export type ProjectRecord = typeof project.$inferSelect
export type NumberedProject = ProjectInput & { number: string }

export const projectPush = 'project.push'

const notDeleted = isNull(project.deletedAt)

export async function findProject(db: Db | Tx, id: string): Promise<ProjectRecord | undefined> {
  const [row] = await db
    .select()
    .from(project)
    .where(and(eq(project.id, id), notDeleted))
  return row
}

/** Whoever has the number, in whatever case it is written. */
export async function findProjectByNumber(db: Db | Tx, number: string): Promise<ProjectRecord | undefined> {
  const [row] = await db
    .select()
    .from(project)
    .where(and(eq(project.numberKey, numberKey(number)), notDeleted))
  return row
}

export async function isProjectNumberTaken(tx: Tx, number: string): Promise<boolean> {
  return (await findProjectByNumber(tx, number)) !== undefined
}

export async function findOtherWithNumber(tx: Tx, id: string, number: string): Promise<ProjectRecord | undefined> {
  const [row] = await tx
    .select()
    .from(project)
    .where(and(eq(project.numberKey, numberKey(number)), ne(project.id, id), notDeleted))
  return row
}

export async function lockProject(tx: Tx, id: string): Promise<ProjectRecord | undefined> {
  const [row] = await tx
    .select()
    .from(project)
    .where(and(eq(project.id, id), notDeleted))
    .for('update')
  return row
}

export async function insertProject(tx: Tx, id: string, input: NumberedProject, now: Date): Promise<void> {
  await tx.insert(project).values({ ...columnsOf(input), id, version: 1, createdAt: now, updatedAt: now })
}

export async function updateProject(
  tx: Tx,
  id: string,
  input: NumberedProject,
  version: number,
  now: Date,
): Promise<void> {
  await tx
    .update(project)
    .set({ ...columnsOf(input), version, updatedAt: now })
    .where(eq(project.id, id))
}

/** Its department is let go, so that the department can be deleted too. */
export async function markProjectDeleted(tx: Tx, id: string, version: number, now: Date): Promise<void> {
  await tx
    .update(project)
    .set({ deletedAt: now, departmentId: null, version, updatedAt: now })
    .where(eq(project.id, id))
}

/** The task that sends a project; its label is what logs call the record. */
export function projectWish(row: { id: string; number: string; name: string }): TaskWish {
  return { kind: projectPush, subject: row.id, label: `${row.number} ${row.name}` }
}

const wished = { id: project.id, number: project.number, name: project.name }

export async function projectPushesByTag(tx: Tx, tagId: string): Promise<TaskWish[]> {
  const rows = await tx
    .select(wished)
    .from(project)
    .innerJoin(recordTag, and(eq(recordTag.recordId, project.id), eq(recordTag.tagId, tagId)))
    .where(notDeleted)
  return rows.map(projectWish)
}

export async function projectPushesByCustomer(tx: Tx, customerId: string): Promise<TaskWish[]> {
  const rows = await tx
    .select(wished)
    .from(project)
    .where(and(eq(project.customerId, customerId), notDeleted))
  return rows.map(projectWish)
}

export async function projectPushesByDepartment(tx: Tx, departmentId: string): Promise<TaskWish[]> {
  const rows = await tx
    .select(wished)
    .from(project)
    .where(and(eq(project.departmentId, departmentId), notDeleted))
  return rows.map(projectWish)
}

export async function countProjectsByCustomer(
  db: Db | Tx,
  customerIds: readonly string[],
): Promise<Map<string, number>> {
  if (customerIds.length === 0) return new Map()
  const rows = await db
    .select({ id: project.customerId, count: count() })
    .from(project)
    .where(and(inArray(project.customerId, [...customerIds]), notDeleted))
    .groupBy(project.customerId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

export async function countProjectsByDepartment(
  db: Db | Tx,
  departmentIds: readonly string[],
): Promise<Map<string, number>> {
  if (departmentIds.length === 0) return new Map()
  const rows = await db
    .select({ id: project.departmentId, count: count() })
    .from(project)
    .where(and(inArray(project.departmentId, [...departmentIds]), notDeleted))
    .groupBy(project.departmentId)
  return new Map(rows.map((row) => [row.id as string, row.count]))
}

/** What a person has entered; `stored` columns and search keys left out. */
export function inputOf(row: ProjectRecord, tagIds: readonly string[]): NumberedProject {
  const { id: _i, version: _v, createdAt: _c, updatedAt: _u, deletedAt: _d, ...rest } = row
  const { numberKey: _k, numberSort: _n, nameSort: _s, searchText: _t, ...input } = rest
  return { ...input, tagIds: [...tagIds] }
}

function columnsOf({ tagIds: _, ...input }: NumberedProject) {
  return {
    ...input,
    numberKey: numberKey(input.number),
    numberSort: numberSortKey(input.number),
    nameSort: sortKey(input.name),
    searchText: searchText(input.number, input.name, input.orderReference, input.customerReference, input.city),
  }
}
