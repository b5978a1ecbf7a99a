import { z } from 'zod'
import { foreseeNumber } from '../company/take-number.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Actor, type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { recordStates } from '../sync/record-state.ts'
import { deleteProject, type FindUses } from './delete-project.ts'
import { listProjects, projectSorts } from './list-projects.ts'
import { NewProject, Project, ProjectChange, ProjectRow, projectStates } from './project.ts'
import { isProjectNumberTaken } from './project-store.ts'
import { changeProject, createProject } from './save-project.ts'
import { getProject } from './show-project.ts'

const tag = 'Projects'

/** What activities, hours, expenses and invoices, which stand above projects, know and do about them. */
export type ProjectNeighbours = {
  findUses: FindUses
  addActivity: (tx: Tx, actor: Actor, activity: { projectId: string; name: string }, now: Date) => Promise<unknown>
}

export function mountProjectRoutes(api: Api, db: Db, now: Clock, { findUses, addActivity }: ProjectNeighbours): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects',
      permission: 'view projects',
      tag,
      summary: 'Projects, page by page',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(projectSorts).default('name'),
        state: oneOrMore(z.enum(projectStates)),
        customer: oneOrMore(z.uuid()),
        department: oneOrMore(z.uuid()),
        owner: oneOrMore(z.string().max(64)),
        tag: oneOrMore(z.uuid()),
        syncState: oneOrMore(z.enum(recordStates)),
      }),
      answer: pageOf(ProjectRow),
    },
    async ({ query, language }) => {
      const found = await listProjects(db, query, { phrase: api.phrase, language })
      return { ...found, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/next-number',
      permission: 'change projects',
      tag,
      summary: 'The number that the next project gets',
      answer: z.object({ number: z.string(), overridable: z.boolean() }),
    },
    () => foreseeNumber(db, 'project', isProjectNumberTaken),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/projects',
      permission: 'change projects',
      tag,
      summary: 'Makes a project',
      body: NewProject,
      answer: Project,
      status: 201,
    },
    async ({ body: { firstActivity, ...input }, actor, language }) => {
      const at = now()
      const id = await createProject(db, actor, input, at, async (tx, projectId) => {
        if (firstActivity !== null) await addActivity(tx, actor, { projectId, name: firstActivity }, at)
      })
      return getProject(db, id, api.phrase, language)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/{id}',
      permission: 'view projects',
      tag,
      summary: 'A project',
      params: IdParams,
      answer: Project,
    },
    ({ params, language }) => getProject(db, params.id, api.phrase, language),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/projects/{id}',
      permission: 'change projects',
      tag,
      summary: 'Changes a project',
      params: IdParams,
      body: ProjectChange,
      answer: Project,
    },
    async ({ params, body, actor, language }) => {
      await changeProject(db, { actor, id: params.id, change: body, now: now() })
      return getProject(db, params.id, api.phrase, language)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/projects/{id}',
      permission: 'change projects',
      tag,
      summary: 'Deletes a project that was never transferred and has neither hours, expenses nor invoices',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) =>
      deleteProject(db, { actor, id: params.id, version: query.version, now: now() }, findUses),
  )
}
