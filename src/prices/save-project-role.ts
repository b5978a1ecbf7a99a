import { eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { isUniqueFault } from '../lib/database/database-fault.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { sortKey } from '../lib/sort-key.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import type { ProjectRoleInput } from './price.ts'
import { projectRole } from './price-table.ts'
import { priceTexts } from './price-texts.ts'
import { findOtherRoleWithName, lockProjectRole, roleInput, usesOfRole } from './project-role-store.ts'

const say = sayFrom(priceTexts)
const kind = 'project-role'

export async function createProjectRole(db: Db, actor: Actor, input: ProjectRoleInput, now: Date): Promise<string> {
  return refusingTakenName(input, () =>
    inTransaction(db, async (tx) => {
      const id = newId(now)
      await mustHaveFreeName(tx, id, input)
      const nameSort = sortKey(input.name)
      await tx.insert(projectRole).values({ ...input, nameSort, id, version: 1, createdAt: now, updatedAt: now })
      await recordChange(tx, actor, { kind, subject: id, before: null, after: input }, now)
      return id
    }),
  )
}

/** Hours that are billed keep the price at which they were; open ones get the new one. */
export async function changeProjectRole(
  db: Db,
  { actor, id, change, now }: { actor: Actor; id: string; change: ProjectRoleInput & { version: number }; now: Date },
): Promise<void> {
  await refusingTakenName(change, () =>
    inTransaction(db, async (tx) => {
      const row = await lockProjectRole(tx, id)
      const before = roleInput(row)
      const { version: _, ...after } = change
      mustBeCurrent('project role', change, { ...before, version: row.version })
      await mustHaveFreeName(tx, id, after)
      await tx
        .update(projectRole)
        .set({ ...after, nameSort: sortKey(after.name), version: row.version + 1, updatedAt: now })
        .where(eq(projectRole.id, id))
      await recordChange(tx, actor, { kind, subject: id, before, after }, now)
    }),
  )
}

/** @throws conflict when members or prices have it. */
export async function deleteProjectRole(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockProjectRole(tx, id)
    mustBeCurrent('project role', { version }, { ...roleInput(row), version: row.version })
    const uses = await usesOfRole(tx, id)
    if (uses.members + uses.rates > 0) throw new AppError('conflict', say('role.inUse', { name: row.name, ...uses }))
    await tx.delete(projectRole).where(eq(projectRole.id, id))
    await recordChange(tx, actor, { kind, subject: id, before: roleInput(row), after: null }, now)
  })
}

async function mustHaveFreeName(tx: Tx, id: string, { name }: ProjectRoleInput): Promise<void> {
  const other = await findOtherRoleWithName(tx, id, name)
  if (other) throw invalid([{ path: 'name', sentence: say('role.nameTaken', { name: other.name }) }])
}

/** Two saves at the same moment: the database is the last judge. */
async function refusingTakenName<T>({ name }: ProjectRoleInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueFault(error, 'project_role_name'))
      throw invalid([{ path: 'name', sentence: say('role.nameTaken', { name }) }])
    throw error
  }
}
