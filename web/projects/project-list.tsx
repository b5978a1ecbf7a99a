import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ProjectRow, projectStates } from '../../src/projects/project.ts'
import { recordStates } from '../../src/sync/record-state.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { useMay } from '../session.tsx'
import { SendAgainButton } from '../sync/send-again-button.tsx'
import { isMoving, StateBadge } from '../sync/state-badge.tsx'
import { TagChips } from '../tags/tag-chips.tsx'
import { tagOptions, useTags } from '../tags/tags-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import { useUsers } from '../users/users-query.ts'

const route = getRouteApi('/projects')
const Page = listPage(ProjectRow)
const pathOf = (row: ProjectRow) => `/projects/${row.id}`

export function ProjectList() {
  const { projects, sync, shell, tags } = useTexts()
  const { fields } = projects
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const mayChange = useMay('change projects')
  const maySend = useMay('send records again')
  const { groups } = useTags('project')
  const users = useUsers()
  const departments = useDepartments()
  const [words, setWords] = useState('')
  const [wanted] = useDebouncedValue(words.trim(), 150)
  const customerOptions = useCustomerOptions(wanted, [search.customer ?? []].flat())

  const columns: Column<ProjectRow>[] = [
    {
      key: 'name',
      title: fields.name,
      sort: 'name',
      cell: (row) => (
        <Link to={pathOf(row)} className="plain-link">
          <Text span fw={600} size="sm">
            {row.name}
          </Text>
        </Link>
      ),
    },
    { key: 'number', title: fields.number, sort: 'number', cell: (row) => row.number },
    {
      key: 'customer',
      title: fields.customerId,
      cell: (row) => (
        <Link to="/customers/$id" params={{ id: row.customerId }} className="plain-link">
          {row.customerName}
        </Link>
      ),
    },
    { key: 'state', title: fields.state, cell: (row) => projects.states[row.state] },
    { key: 'sync', title: sync.state, cell: (row) => <StateBadge sync={row.sync} /> },
    { key: 'tags', title: projects.tags, cell: (row) => <TagChips objectKind="project" ids={row.tagIds} /> },
    { key: 'owner', title: fields.ownerId, cell: (row) => users.byId.get(row.ownerId ?? '')?.name },
    { key: 'startOn', title: fields.startOn, sort: 'startOn', cell: (row) => format.day(row.startOn) },
    { key: 'endOn', title: fields.endOn, sort: 'endOn', cell: (row) => format.day(row.endOn) },
    {
      key: 'department',
      title: fields.departmentId,
      cell: (row) => departments.byId.get(row.departmentId ?? '')?.name,
      optional: true,
    },
    {
      key: 'changed',
      title: projects.changed,
      sort: 'updatedAt',
      cell: (row) => format.instant(row.updatedAt),
      optional: true,
    },
  ]
  const filters: ListFilter[] = [
    { key: 'state', title: fields.state, options: optionsOf(projectStates, projects.states) },
    { key: 'customer', title: fields.customerId, options: customerOptions, onSearch: setWords },
    {
      key: 'department',
      title: fields.departmentId,
      options: departments.departments.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    },
    {
      key: 'owner',
      title: fields.ownerId,
      options: users.users.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'tag', title: tags.tag, options: tagOptions(groups) },
    { key: 'syncState', title: sync.state, options: optionsOf(recordStates, sync.states) },
  ]
  return (
    <DataList<ProjectRow>
      title={projects.title}
      group={shell.groups.projects}
      path="/projects"
      shape={Page}
      columns={columns}
      filters={filters.filter(({ key, options }) => options.length > 0 || key === 'customer')}
      search={search}
      usualSort="name"
      onSearch={(next) => void navigate({ to: '/projects', search: next, replace: true })}
      hrefOf={pathOf}
      nameOf={(row) => `${row.number} ${row.name}`}
      empty={projects.empty}
      isMoving={(row) => isMoving(row.sync)}
      newButton={mayChange ? <ButtonLink to="/projects/new">{projects.newButton}</ButtonLink> : undefined}
      {...(maySend ? { bulk: (rows, done) => <SendAgainButton kind="project" rows={rows} onDone={done} /> } : {})}
    />
  )
}
