// The filters of a list of hours, in words.
import { useQueries } from '@tanstack/react-query'
import { z } from 'zod'
import { Activity } from '../../src/activities/activity.ts'
import { approvals, billingStates } from '../../src/time-entries/time-entry.ts'
import { get } from '../api.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { useProjectFilters } from '../projects/project-filters.ts'
import { useTexts } from '../texts/texts.tsx'
import { type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { useUsers } from '../users/users-query.ts'

const Named = Activity.pick({ id: true, name: true, projectName: true })

export const valuesOf = (value: string | string[] | undefined): string[] => [value ?? []].flat()

/** Those of one person need none for persons and departments. */
export function useHoursFilters(search: ListSearch, isOwn: boolean): ListFilter[] {
  const { hours, report } = useTexts()
  const { users } = useUsers()
  const { departments } = useDepartments()
  const projectFilters = useProjectFilters(search)
  const activities = useQueries({
    queries: valuesOf(search.activity).map((id) => ({
      queryKey: ['/activities', id, 'named'],
      queryFn: () => get(`/activities/${id}`, z.object(Named.shape)),
      staleTime: 60_000,
    })),
  })
  const filters: ListFilter[] = [
    ...projectFilters,
    { key: 'approval', title: hours.approval, options: optionsOf(approvals, hours.approvals) },
    { key: 'billing', title: hours.billing, options: optionsOf(billingStates, hours.billingStates) },
    {
      key: 'billable',
      title: report.withBillable,
      options: [
        { value: 'true', label: report.onlyBillable },
        { value: 'false', label: report.notBillable },
      ],
      one: true,
    },
  ]
  // An activity is chosen by the groups of activities; here it only stands in words and can be taken away.
  if (search.activity)
    filters.push({
      key: 'activity',
      title: hours.activity,
      options: activities.flatMap(({ data }) =>
        data ? [{ value: data.id, label: `${data.projectName}, ${data.name}` }] : [],
      ),
    })
  if (isOwn) return filters
  return [
    { key: 'user', title: hours.person, options: users.map(({ id, name }) => ({ value: id, label: name })) },
    ...filters,
    {
      key: 'department',
      title: hours.department,
      options: [
        ...departments.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
        { value: 'none', label: report.noDepartment },
      ],
    },
  ]
}
