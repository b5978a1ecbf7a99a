import { and, asc, count, eq, ne } from 'drizzle-orm'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sortKey } from '../lib/sort-key.ts'
import { notFound } from '../lib/stale.ts'
import type { ProjectRole, ProjectRoleInput } from './price.ts'
import { priceRate, projectMember, projectRole } from './price-table.ts'

export type ProjectRoleRow = typeof projectRole.$inferSelect

export async function listProjectRoles(db: Db | Tx): Promise<ProjectRole[]> {
  const rows = await db
    .select({ role: projectRole, members: count(projectMember.userId) })
    .from(projectRole)
    .leftJoin(projectMember, eq(projectMember.roleId, projectRole.id))
    .groupBy(projectRole.id)
    .orderBy(asc(projectRole.nameSort))
  return rows.map(({ role, members }) => ({ ...storedFields(role), ...roleInput(role), members }))
}

/** @throws not-found */
export async function getProjectRole(db: Db | Tx, id: string): Promise<ProjectRole> {
  const role = await findProjectRole(db, id)
  if (!role) throw notFound('project role', id)
  return { ...storedFields(role), ...roleInput(role), members: (await usesOfRole(db, id)).members }
}

export async function findProjectRole(db: Db | Tx, id: string): Promise<ProjectRoleRow | undefined> {
  const [row] = await db.select().from(projectRole).where(eq(projectRole.id, id))
  return row
}

/** @throws not-found */
export async function lockProjectRole(tx: Tx, id: string): Promise<ProjectRoleRow> {
  const [row] = await tx.select().from(projectRole).where(eq(projectRole.id, id)).for('update')
  if (!row) throw notFound('project role', id)
  return row
}

export async function findOtherRoleWithName(tx: Tx, id: string, name: string): Promise<ProjectRoleRow | undefined> {
  const [row] = await tx
    .select()
    .from(projectRole)
    .where(and(eq(projectRole.nameSort, sortKey(name)), ne(projectRole.id, id)))
  return row
}

export async function usesOfRole(db: Db | Tx, id: string): Promise<{ members: number; rates: number }> {
  const [members] = await db.select({ count: count() }).from(projectMember).where(eq(projectMember.roleId, id))
  const [rates] = await db.select({ count: count() }).from(priceRate).where(eq(priceRate.roleId, id))
  return { members: members?.count ?? 0, rates: rates?.count ?? 0 }
}

export function roleInput({ name, salesPrice, costPrice, active }: ProjectRoleRow): ProjectRoleInput {
  return { name, salesPrice, costPrice, active }
}
