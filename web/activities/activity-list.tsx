import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Activity, activityStates } from '../../src/activities/activity.ts'
import { hoursOf } from '../../src/lib/money.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { AddressLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import { useUsers } from '../users/users-query.ts'

const route = getRouteApi('/activities')
const Page = listPage(Activity)
const pathOf = (row: Activity) => `/projects/${row.projectId}?tab=activities&open=${row.id}`

/** The activities of all projects. They are made on the pages of their projects. */
export function ActivityList() {
  const { activities: texts, projects, shell, ui } = useTexts()
  const { fields } = texts
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { users } = useUsers()
  const [words, setWords] = useState('')
  const [wanted] = useDebouncedValue(words.trim(), 150)
  const customerOptions = useCustomerOptions(wanted, [search.customer ?? []].flat())
  const columns: Column<Activity>[] = [
    {
      key: 'name',
      title: fields.name,
      sort: 'name',
      cell: (row) => (
        <AddressLink address={pathOf(row)} className="plain-link" size="sm" fw={600}>
          {row.name}
        </AddressLink>
      ),
    },
    { key: 'number', title: fields.number, cell: (row) => row.number },
    {
      key: 'project',
      title: texts.project,
      sort: 'number',
      cell: (row) => (
        <Link to="/projects/$id" params={{ id: row.projectId }} className="plain-link">
          {row.projectNumber} {row.projectName}
        </Link>
      ),
    },
    { key: 'customer', title: texts.customer, cell: (row) => row.customerName },
    {
      key: 'state',
      title: fields.state,
      cell: (row) => (
        <Text size="sm" {...(row.hoursRefusal ? { c: 'var(--muted)', title: row.hoursRefusal } : {})}>
          {row.takesHours ? texts.states[row.state] : `${texts.states[row.state]} · ${texts.takesNone}`}
        </Text>
      ),
    },
    { key: 'startOn', title: fields.startOn, cell: (row) => format.day(row.startOn), optional: true },
    { key: 'endOn', title: fields.endOn, sort: 'endOn', cell: (row) => format.day(row.endOn) },
    {
      key: 'estimate',
      title: fields.estimatedMinutes,
      right: true,
      cell: (row) => (row.estimatedMinutes === null ? '' : format.decimal(hoursOf(row.estimatedMinutes), 2)),
    },
    { key: 'billable', title: fields.billable, cell: (row) => (row.billable ? ui.yes : ui.no), optional: true },
    {
      key: 'projectState',
      title: projects.fields.state,
      cell: (row) => projects.states[row.projectState],
      optional: true,
    },
    {
      key: 'changed',
      title: texts.changed,
      sort: 'updatedAt',
      cell: (row) => format.instant(row.updatedAt),
      optional: true,
    },
  ]
  const filters: ListFilter[] = [
    { key: 'state', title: fields.state, options: optionsOf(activityStates, texts.states) },
    { key: 'customer', title: texts.customer, options: customerOptions, onSearch: setWords },
    {
      key: 'owner',
      title: projects.fields.ownerId,
      options: users.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'takesHours',
      title: fields.takesHours,
      options: [
        { value: 'true', label: ui.yes },
        { value: 'false', label: ui.no },
      ],
      one: true,
    },
  ]
  return (
    <DataList<Activity>
      title={texts.title}
      group={shell.groups.projects}
      path="/activities"
      shape={Page}
      columns={columns}
      filters={filters}
      search={search}
      usualSort="number"
      onSearch={(next) => void navigate({ to: '/activities', search: next, replace: true })}
      hrefOf={pathOf}
      nameOf={(row) => `${row.projectNumber} ${row.name}`}
      empty={texts.emptyAll}
    />
  )
}
