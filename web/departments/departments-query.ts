import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Department } from '../../src/departments/department.ts'
import { get } from '../api.ts'

const Departments = z.object({ items: z.array(Department) })

export const departmentsQuery = {
  queryKey: ['/departments'],
  queryFn: () => get('/departments', Departments),
} as const

/** All departments, and each by its id. */
export function useDepartments(): {
  departments: readonly Department[]
  byId: ReadonlyMap<string, Department>
} {
  const { data } = useQuery({ ...departmentsQuery, staleTime: 60_000 })
  const departments = data?.items ?? []
  return { departments, byId: new Map(departments.map((one) => [one.id, one])) }
}
