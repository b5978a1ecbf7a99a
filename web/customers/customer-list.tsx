import { Button, Text } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { CustomerRow, customerRelations, customerStatuses } from '../../src/customers/customer.ts'
import { countryCodes } from '../../src/lib/countries.ts'
import { recordStates } from '../../src/sync/record-state.ts'
import { useMay } from '../session.tsx'
import { SendAgainButton } from '../sync/send-again-button.tsx'
import { isMoving, StateBadge } from '../sync/state-badge.tsx'
import { TagChips } from '../tags/tag-chips.tsx'
import { tagOptions, useTags } from '../tags/tags-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { listPage } from '../ui/list-page.ts'

const route = getRouteApi('/customers')
const Page = listPage(CustomerRow)
const pathOf = (row: CustomerRow) => `/customers/${row.id}`

export function CustomerList() {
  const { customers, sync, shell, tags } = useTexts()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const mayChange = useMay('change customers')
  const maySend = useMay('send records again')
  const { groups } = useTags('customer')

  const columns: Column<CustomerRow>[] = [
    {
      key: 'name',
      title: customers.fields.name,
      sort: 'name',
      cell: (row) => (
        <Link to={pathOf(row)} className="plain-link">
          <Text span fw={600} size="sm">
            {row.name}
          </Text>
        </Link>
      ),
    },
    { key: 'number', title: customers.fields.number, sort: 'number', cell: (row) => row.number },
    { key: 'sync', title: sync.state, cell: (row) => <StateBadge sync={row.sync} /> },
    { key: 'tags', title: customers.tags, cell: (row) => <TagChips objectKind="customer" ids={row.tagIds} /> },
    { key: 'city', title: customers.fields.city, cell: (row) => row.city },
    { key: 'country', title: customers.country, cell: (row) => format.country(row.countryCode) },
    { key: 'projects', title: customers.projects, right: true, cell: (row) => format.count(row.projects) },
    { key: 'status', title: customers.fields.status, cell: (row) => customers.statuses[row.status] },
    { key: 'email', title: customers.fields.email, cell: (row) => row.email, optional: true },
    { key: 'phone', title: customers.fields.phone, cell: (row) => row.phone, optional: true },
    {
      key: 'registrationNumber',
      title: customers.fields.registrationNumber,
      cell: (row) => row.registrationNumber,
      optional: true,
    },
    { key: 'currency', title: customers.fields.currency, cell: (row) => row.currency, optional: true },
    {
      key: 'changed',
      title: customers.changed,
      sort: 'updatedAt',
      cell: (row) => format.instant(row.updatedAt),
      optional: true,
    },
  ]
  const filters: ListFilter[] = [
    { key: 'status', title: customers.fields.status, options: optionsOf(customerStatuses, customers.statuses) },
    { key: 'relation', title: customers.fields.relation, options: optionsOf(customerRelations, customers.relations) },
    { key: 'tag', title: tags.tag, options: tagOptions(groups) },
    {
      key: 'country',
      title: customers.country,
      options: countryCodes
        .map((code) => ({ value: code, label: format.country(code) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    },
    { key: 'syncState', title: sync.state, options: optionsOf(recordStates, sync.states) },
  ]
  return (
    <DataList<CustomerRow>
      title={customers.title}
      group={shell.groups.customers}
      path="/customers"
      shape={Page}
      columns={columns}
      filters={filters}
      search={search}
      usualSort="name"
      onSearch={(next) => void navigate({ to: '/customers', search: next, replace: true })}
      hrefOf={pathOf}
      nameOf={(row) => `${row.number} ${row.name}`}
      empty={customers.empty}
      isMoving={(row) => isMoving(row.sync)}
      newButton={
        mayChange ? (
          <Button component={Link} to="/customers/new">
            {customers.newButton}
          </Button>
        ) : undefined
      }
      {...(maySend ? { bulk: (rows, done) => <SendAgainButton kind="customer" rows={rows} onDone={done} /> } : {})}
    />
  )
}
