import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Contact } from '../../src/contacts/contact.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { ButtonLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import { MailLink } from '../ui/mail-link.tsx'

const route = getRouteApi('/contacts')
const Page = listPage(Contact)
const pathOf = (row: Contact) => `/contacts/${row.id}`

export function ContactList() {
  const { contacts, shell, ui } = useTexts()
  const { fields } = contacts
  const search = route.useSearch()
  const navigate = useNavigate()
  const mayChange = useMay('change customers')
  const [words, setWords] = useState('')
  const [wanted] = useDebouncedValue(words.trim(), 150)
  const customerOptions = useCustomerOptions(wanted, [search.customer ?? []].flat())
  const columns: Column<Contact>[] = [
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
    {
      key: 'customer',
      title: fields.customerId,
      cell: (row) => (
        <Link to="/customers/$id" params={{ id: row.customerId }} className="plain-link">
          {row.customerNumber} {row.customerName}
        </Link>
      ),
    },
    { key: 'title', title: fields.title, cell: (row) => row.title },
    { key: 'email', title: fields.email, cell: (row) => (row.email ? <MailLink address={row.email} /> : null) },
    { key: 'phone', title: fields.phone, cell: (row) => row.phone },
    { key: 'mobile', title: fields.mobile, cell: (row) => row.mobile },
    {
      key: 'receivesInvoices',
      title: fields.receivesInvoices,
      cell: (row) => (row.receivesInvoices ? ui.yes : ui.no),
    },
    {
      key: 'active',
      title: contacts.state,
      cell: (row) => (row.active ? contacts.active : contacts.inactive),
      optional: true,
    },
  ]
  const filters = [
    { key: 'customer', title: fields.customerId, options: customerOptions, onSearch: setWords },
    {
      key: 'active',
      title: contacts.state,
      options: [
        { value: 'true', label: contacts.active },
        { value: 'false', label: contacts.inactive },
      ],
      one: true,
    },
  ]
  return (
    <DataList<Contact>
      title={contacts.title}
      group={shell.groups.customers}
      path="/contacts"
      shape={Page}
      columns={columns}
      filters={filters}
      search={search}
      usualSort="name"
      onSearch={(next) => void navigate({ to: '/contacts', search: next, replace: true })}
      hrefOf={pathOf}
      nameOf={(row) => row.name}
      empty={contacts.empty}
      newButton={mayChange ? <ButtonLink to="/contacts/new">{contacts.newButton}</ButtonLink> : undefined}
    />
  )
}
