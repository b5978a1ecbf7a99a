import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { Department, DepartmentChange, DepartmentInput } from './department.ts'
import { type CountProjects, getDepartment, listDepartments } from './department-store.ts'
import {
  type CountDocuments,
  changeDepartment,
  createDepartment,
  deleteDepartment,
  type PushesByDepartment,
} from './save-department.ts'

const tag = 'Departments'

export type DepartmentNeighbours = {
  countProjects: CountProjects
  countDocuments: CountDocuments
  pushesByDepartment: PushesByDepartment
}

export function mountDepartmentRoutes(api: Api, db: Db, now: Clock, neighbours: DepartmentNeighbours): void {
  const { countProjects, pushesByDepartment } = neighbours
  endpoint(
    api,
    {
      method: 'get',
      path: '/departments',
      permission: 'view departments',
      tag,
      summary: 'All departments',
      answer: z.object({ items: z.array(Department) }),
    },
    async () => ({ items: await listDepartments(db, countProjects) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/departments',
      permission: 'change departments',
      tag,
      summary: 'Makes a department',
      body: DepartmentInput,
      answer: Department,
      status: 201,
    },
    async ({ body, actor }) => getDepartment(db, await createDepartment(db, actor, body, now()), countProjects),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/departments/{id}',
      permission: 'view departments',
      tag,
      summary: 'A department',
      params: IdParams,
      answer: Department,
    },
    ({ params }) => getDepartment(db, params.id, countProjects),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/departments/{id}',
      permission: 'change departments',
      tag,
      summary: 'Changes a department; a changed number sends its projects again',
      params: IdParams,
      body: DepartmentChange,
      answer: Department,
    },
    async ({ params, body, actor }) => {
      await changeDepartment(db, actor, params.id, body, pushesByDepartment, now())
      return getDepartment(db, params.id, countProjects)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/departments/{id}',
      permission: 'change departments',
      tag,
      summary: 'Deletes a department without projects and invoices',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteDepartment(db, actor, params.id, query.version, neighbours, now()),
  )
}
