// Who works in a project, and as what.
import { and, asc, eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import type { FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notFound } from '../lib/stale.ts'
import { lockProject } from '../projects/project-store.ts'
import { findUser } from '../users/user-store.ts'
import { appUser } from '../users/user-table.ts'
import type { MemberInput, ProjectMember } from './price.ts'
import { projectMember, projectRole } from './price-table.ts'
import { priceTexts } from './price-texts.ts'
import { findProjectRole } from './project-role-store.ts'

const say = sayFrom(priceTexts)

export async function listMembers(db: Db | Tx, projectId: string): Promise<ProjectMember[]> {
  return db
    .select({
      userId: projectMember.userId,
      name: appUser.name,
      active: appUser.active,
      roleId: projectMember.roleId,
      roleName: projectRole.name,
    })
    .from(projectMember)
    .innerJoin(appUser, eq(appUser.id, projectMember.userId))
    .innerJoin(projectRole, eq(projectRole.id, projectMember.roleId))
    .where(eq(projectMember.projectId, projectId))
    .orderBy(asc(appUser.nameSort), asc(appUser.id))
}

export type MemberSave = { actor: Actor; projectId: string; member: MemberInput; now: Date }

/** Makes a member, or gives him another role. Said twice it is the same. */
export async function setMember(db: Db, { actor, projectId, member, now }: MemberSave): Promise<void> {
  await inTransaction(db, async (tx) => {
    await mustLock(tx, projectId)
    const before = (await listMembers(tx, projectId)).find(({ userId }) => userId === member.userId)
    const faults = await memberFaults(tx, member, before)
    if (faults.length > 0) throw invalid(faults)
    await tx
      .insert(projectMember)
      .values({ projectId, ...member })
      .onConflictDoUpdate({
        target: [projectMember.projectId, projectMember.userId],
        set: { roleId: member.roleId },
      })
    const after = (await listMembers(tx, projectId)).find(({ userId }) => userId === member.userId)
    await recordMember(tx, { actor, projectId, before, after, now })
  })
}

/** His hours stay; a price that followed his role is missed from now on. */
export async function removeMember(
  db: Db,
  { actor, projectId, userId, now }: { actor: Actor; projectId: string; userId: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await mustLock(tx, projectId)
    const before = (await listMembers(tx, projectId)).find((member) => member.userId === userId)
    if (!before) return
    await tx.delete(projectMember).where(and(eq(projectMember.projectId, projectId), eq(projectMember.userId, userId)))
    await recordMember(tx, { actor, projectId, before, after: undefined, now })
  })
}

async function mustLock(tx: Tx, projectId: string): Promise<void> {
  if (!(await lockProject(tx, projectId))) throw notFound('project', projectId)
}

async function memberFaults(
  tx: Tx,
  { userId, roleId }: MemberInput,
  before: ProjectMember | undefined,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  const user = await findUser(tx, userId)
  if (!user) faults.push({ path: 'userId', sentence: say('member.userUnknown') })
  else if (!user.active && !before)
    faults.push({ path: 'userId', sentence: say('member.userGone', { name: user.name }) })
  const role = await findProjectRole(tx, roleId)
  if (!role) faults.push({ path: 'roleId', sentence: say('role.unknown') })
  else if (!role.active && before?.roleId !== roleId)
    faults.push({ path: 'roleId', sentence: say('role.inactive', { name: role.name }) })
  return faults
}

/** In the history the person is the field, his role the value. */
async function recordMember(
  tx: Tx,
  wish: {
    actor: Actor
    projectId: string
    before: ProjectMember | undefined
    after: ProjectMember | undefined
    now: Date
  },
): Promise<void> {
  const view = (member: ProjectMember | undefined) => (member ? { [member.name]: member.roleName } : {})
  const { actor, projectId, now } = wish
  const change = { before: view(wish.before), after: view(wish.after) }
  await recordChange(tx, actor, { kind: 'project-members', subject: projectId, ...change }, now)
}
