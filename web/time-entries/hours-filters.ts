// The filters of a list of hours, in words.
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Activity } from '../../src/activities/activity.ts'
import { approvals, billingStates } from '../../src/time-entries/time-entry.ts'
import { get } from '../api.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { useProjectOptions } from '../projects/project-options.ts'
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
  const customers = useWords()
  const customerOptions = useCustomerOptions(customers.wanted, valuesOf(search.customer))
  const project = useProjectFilter(search)
  const activities = useQueries({
    queries: valuesOf(search.activity).map((id) => ({
      queryKey: ['/activities', id, 'named'],
      queryFn: () => get(`/activities/${id}`, z.object(Named.shape)),
      staleTime: 60_000,
    })),
  })
  const filters: ListFilter[] = [
    project,
    { key: 'customer', title: hours.customer, options: customerOptions, onSearch: customers.setWords },
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

export function useProjectFilter(search: ListSearch): ListFilter {
  const { hours } = useTexts()
  const { wanted, setWords } = useWords()
  const options = useProjectOptions(wanted, valuesOf(search.project))
  return { key: 'project', title: hours.project, options, onSearch: setWords }
}

function useWords() {
  const [words, setWords] = useState('')
  const [wanted] = useDebouncedValue(words.trim(), 150)
  return { wanted, setWords }
}
