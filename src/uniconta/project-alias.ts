// Which project here a project number of the ledger means: the one that is linked with it, the one of that number, or the one that
// a person chose for it.
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { project } from '../projects/project-table.ts'
import { projectKeyOf } from './ledger-facts.ts'
import { projectAlias } from './project-alias-table.ts'
import { unicontaType } from './settings.ts'

/** Keys of numbers there, each with a project here; the lowest rank holds. */
const meanings = (companyId: number) => sql`
  select lower(l.external_key) as key, p.id, 1 as rank from sync_link l join project p on p.id::text = l.subject
   where l.system = ${unicontaType} and l.kind = 'project' and p.deleted_at is null
  union all
  select p.number_key, p.id, 2 from project p where p.deleted_at is null
  union all
  select a.project_key, p.id, 3 from uniconta_project_alias a join project p on p.id = a.project_id
   where a.company_id = ${companyId} and p.deleted_at is null`

export async function projectsByKey(tx: Tx, companyId: number, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await tx.execute<{ key: string; id: string }>(sql`
    select distinct on (key) key, id from (${meanings(companyId)}) m
     where key = any(${sql.param([...keys])}::text[]) order by key, rank`)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Whether `key`, a column, means a project here. */
export const isKnownProject = (companyId: number, key: unknown) =>
  sql`exists (select 1 from (${meanings(companyId)}) m where m.key = ${key})`

export type ProjectAlias = { number: string; projectId: string; projectNumber: string; projectName: string }

export async function listAliases(db: Db, companyId: number): Promise<ProjectAlias[]> {
  return db
    .select({
      ...{ number: projectAlias.number, projectId: projectAlias.projectId },
      ...{ projectNumber: project.number, projectName: project.name },
    })
    .from(projectAlias)
    .innerJoin(project, eq(project.id, projectAlias.projectId))
    .where(eq(projectAlias.companyId, companyId))
    .orderBy(projectAlias.projectKey)
}

/** Null takes the choice back; what came in by it stays. @throws invalid for a project that is not there. */
export async function setAlias(
  tx: Tx,
  { companyId, number, projectId }: { companyId: number; number: string; projectId: string | null },
  actor: Actor,
  now: Date,
): Promise<void> {
  const projectKey = projectKeyOf(number)
  const ofNumber = and(eq(projectAlias.companyId, companyId), eq(projectAlias.projectKey, projectKey))
  await tx.delete(projectAlias).where(ofNumber)
  if (projectId === null) return
  const { rows } = await tx.execute(sql`select 1 from project where id = ${projectId}::uuid and deleted_at is null`)
  if (rows.length === 0)
    throw new AppError('not-found', { key: 'record.notFound', values: { what: 'project', id: projectId } })
  await tx.insert(projectAlias).values({ companyId, projectKey, number, projectId, madeAt: now, madeBy: actor.name })
}
