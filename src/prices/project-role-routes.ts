import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { Day } from '../lib/dates.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { listRates, removeRate, setRate } from './co-worker-rates.ts'
import {
  CoWorkerRate,
  CoWorkerRateInput,
  MemberInput,
  ProjectMember,
  ProjectRole,
  ProjectRoleChange,
  ProjectRoleInput,
} from './price.ts'
import { listMembers, removeMember, setMember } from './project-members.ts'
import { getProjectRole, listProjectRoles } from './project-role-store.ts'
import { changeProjectRole, createProjectRole, deleteProjectRole } from './save-project-role.ts'

const roles = 'Project roles'
const members = 'Project members'
const rates = 'Co-worker rates'
const UserParams = z.object({ id: z.string().max(64) })
const Members = z.object({ items: z.array(ProjectMember) })
const Rates = z.object({ items: z.array(CoWorkerRate) })

/** Roles, who has which in a project, and what co-workers cost. */
export function mountProjectRoleRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/project-roles',
      permission: 'view prices',
      tag: roles,
      summary: 'All project roles',
      answer: z.object({ items: z.array(ProjectRole) }),
    },
    async () => ({ items: await listProjectRoles(db) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/project-roles',
      permission: 'change prices',
      tag: roles,
      summary: 'Makes a project role',
      body: ProjectRoleInput,
      answer: ProjectRole,
      status: 201,
    },
    async ({ body, actor }) => getProjectRole(db, await createProjectRole(db, actor, body, now())),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/project-roles/{id}',
      permission: 'view prices',
      tag: roles,
      summary: 'A project role',
      params: IdParams,
      answer: ProjectRole,
    },
    ({ params }) => getProjectRole(db, params.id),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/project-roles/{id}',
      permission: 'change prices',
      tag: roles,
      summary: 'Changes a project role; hours that are not billed yet get its new price',
      params: IdParams,
      body: ProjectRoleChange,
      answer: ProjectRole,
    },
    async ({ params, body, actor }) => {
      await changeProjectRole(db, { actor, id: params.id, change: body, now: now() })
      return getProjectRole(db, params.id)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/project-roles/{id}',
      permission: 'change prices',
      tag: roles,
      summary: 'Deletes a project role that nobody has',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteProjectRole(db, { actor, id: params.id, version: query.version, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/{id}/members',
      permission: 'view projects',
      tag: members,
      summary: 'Who works in a project, and as what',
      params: IdParams,
      answer: Members,
    },
    async ({ params }) => ({ items: await listMembers(db, params.id) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/projects/{id}/members',
      permission: 'change projects',
      tag: members,
      summary: 'Makes a person a member, or gives a member another role',
      params: IdParams,
      body: MemberInput,
      answer: Members,
    },
    async ({ params, body, actor }) => {
      await setMember(db, { actor, projectId: params.id, member: body, now: now() })
      return { items: await listMembers(db, params.id) }
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/projects/{id}/members',
      permission: 'change projects',
      tag: members,
      summary: 'Takes a person out of a project; the hours stay',
      params: IdParams,
      query: z.strictObject({ user: z.string().min(1).max(64) }),
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => removeMember(db, { actor, projectId: params.id, userId: query.user, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/users/{id}/rates',
      permission: 'view prices',
      tag: rates,
      summary: 'Standard prices and costs of a co-worker, newest first',
      params: UserParams,
      answer: Rates,
    },
    async ({ params }) => ({ items: await listRates(db, params.id) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/users/{id}/rates',
      permission: 'change prices',
      tag: rates,
      summary: 'Gives a co-worker a standard price and cost from a day on; a price of that day is replaced',
      params: UserParams,
      body: CoWorkerRateInput,
      answer: Rates,
    },
    async ({ params, body, actor }) => {
      await setRate(db, { actor, userId: params.id, now: now() }, body)
      return { items: await listRates(db, params.id) }
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/users/{id}/rates',
      permission: 'change prices',
      tag: rates,
      summary: 'Takes away the standard price that begins on a day',
      params: UserParams,
      query: z.strictObject({ validFrom: Day }),
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => removeRate(db, { actor, userId: params.id, now: now() }, query.validFrom),
  )
}
