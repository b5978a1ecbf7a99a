import { z } from 'zod'
import { foreseeNumber } from '../company/take-number.ts'
import type { Db } from '../lib/database/database.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { recordStates } from '../sync/record-state.ts'
import { deleteProject, type FindUses } from './delete-project.ts'
import { listProjects, projectSorts } from './list-projects.ts'
import { Project, ProjectChange, ProjectInput, ProjectRow, projectStates } from './project.ts'
import { isProjectNumberTaken } from './project-store.ts'
import { changeProject, createProject } from './save-project.ts'
import { getProject } from './show-project.ts'

const tag = 'Projects'

/** What hours, expenses and invoices know about projects. */
export type ProjectNeighbours = { findUses: FindUses }

export function mountProjectRoutes(api: Api, db: Db, now: Clock, { findUses }: ProjectNeighbours): void {
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
      body: ProjectInput,
      answer: Project,
      status: 201,
    },
    async ({ body, actor, language }) =>
      getProject(db, await createProject(db, actor, body, now()), api.phrase, language),
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
