import { Button, Text } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { roles } from '../../src/users/permissions.ts'
import { User } from '../../src/users/user.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { listPage } from '../ui/list-page.ts'

const route = getRouteApi('/users')
const Page = listPage(User)
const pathOf = (row: User) => `/users/${row.id}`

export function UserList() {
  const { users, shell } = useTexts()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const mayChange = useMay('change users')
  const stateOf = (row: User) => (row.active ? users.active : users.inactive)
  const columns: Column<User>[] = [
    {
      key: 'name',
      title: users.fields.name,
      cell: (row) => (
        <Link to={pathOf(row)} className="plain-link">
          <Text span fw={600} size="sm">
            {row.name}
          </Text>
        </Link>
      ),
    },
    { key: 'email', title: users.fields.email, cell: (row) => row.email },
    { key: 'role', title: users.fields.role, cell: (row) => users.roles[row.role] },
    { key: 'phone', title: users.fields.phone, cell: (row) => row.phone },
    { key: 'state', title: users.state, cell: stateOf },
    { key: 'lastSignIn', title: users.lastSignIn, cell: (row) => format.instant(row.lastSignInAt) || users.never },
  ]
  const filters = [
    { key: 'role', title: users.fields.role, options: optionsOf(roles, users.roles) },
    {
      key: 'active',
      title: users.state,
      options: [
        { value: 'true', label: users.active },
        { value: 'false', label: users.inactive },
      ],
      one: true,
    },
  ]
  return (
    <DataList<User>
      title={users.title}
      group={shell.groups.resources}
      path="/users"
      shape={Page}
      columns={columns}
      filters={filters}
      search={search}
      onSearch={(next) => void navigate({ to: '/users', search: next, replace: true })}
      hrefOf={pathOf}
      nameOf={(row) => row.name}
      empty={users.empty}
      newButton={
        mayChange ? (
          <Button component={Link} to="/users/new">
            {users.newButton}
          </Button>
        ) : undefined
      }
    />
  )
}
