import { asc, eq } from 'drizzle-orm'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { notFound } from '../lib/stale.ts'
import type { Department, DepartmentInput } from './department.ts'
import { department } from './department-table.ts'

export type DepartmentRow = typeof department.$inferSelect

/** How many projects each department has; counted by the projects, which this folder does not know. */
export type CountProjects = (db: Db | Tx, departmentIds: readonly string[]) => Promise<Map<string, number>>

export async function listDepartments(db: Db | Tx, countProjects: CountProjects): Promise<Department[]> {
  const rows = await db.select().from(department).orderBy(asc(department.numberSort), asc(department.id))
  const projects = await countProjects(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => toDepartment(row, projects.get(row.id) ?? 0))
}

export async function findDepartment(db: Db | Tx, id: string): Promise<DepartmentRow | undefined> {
  const [row] = await db.select().from(department).where(eq(department.id, id))
  return row
}

/** @throws not-found */
export async function getDepartment(db: Db | Tx, id: string, countProjects: CountProjects): Promise<Department> {
  const row = await findDepartment(db, id)
  if (!row) throw notFound('department', id)
  return toDepartment(row, (await countProjects(db, [id])).get(id) ?? 0)
}

/** @throws not-found */
export async function lockDepartment(tx: Tx, id: string): Promise<DepartmentRow> {
  const [row] = await tx.select().from(department).where(eq(department.id, id)).for('update')
  if (!row) throw notFound('department', id)
  return row
}

export function departmentInput({ number, name, externalNumber, active }: DepartmentRow): DepartmentInput {
  return { number, name, externalNumber, active }
}

function toDepartment(row: DepartmentRow, projects: number): Department {
  return { ...storedFields(row), ...departmentInput(row), projects }
}
