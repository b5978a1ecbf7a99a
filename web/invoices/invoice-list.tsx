import { Text } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { invoiceKinds, invoiceSeries, invoiceStates, paymentStates } from '../../src/invoices/invoice.ts'
import type { InvoiceRow } from '../../src/invoices/invoice-row.ts'
import { recordStates } from '../../src/sync/record-state.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { useProjectOptions } from '../projects/project-options.ts'
import { isMoving, StateBadge } from '../sync/state-badge.tsx'
import { tagOptions, useTags } from '../tags/tags-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { ViewLinks } from '../ui/view-links.tsx'
import { useUsers } from '../users/users-query.ts'
import { InvoicePage, pathOfInvoice } from './invoice-query.ts'
import { NewDocument } from './new-document.tsx'
import { NumberReport } from './number-report.tsx'
import { PaymentBadge } from './payment-badge.tsx'
import { TotalsLine } from './totals-line.tsx'

const route = getRouteApi('/invoices')

export function InvoiceList() {
  const { billing, invoices, shell, sync, tags } = useTexts()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const [customerWords, setCustomerWords] = useState('')
  const customers = useCustomerOptions(customerWords, [search.customer ?? []].flat())

  const [projectWords, setProjectWords] = useState('')
  const projects = useProjectOptions(projectWords, [search.project ?? []].flat())
  const { users } = useUsers()
  const { departments } = useDepartments()
  const { groups } = useTags('invoice')

  const setSearch = (next: ListSearch) => void navigate({ to: '/invoices', search: next, replace: true })

  const columns: Column<InvoiceRow>[] = [
    {
      key: 'number',
      title: invoices.number,
      sort: 'number',
      cell: (row) => (
        <Link to={pathOfInvoice(row)} className="plain-link">
          <Text span fw={600} size="sm" {...(row.number ? {} : { c: 'var(--muted)' })}>
            {row.number ?? invoices.states[row.state]}
          </Text>
          {row.kind === 'credit-note' ? (
            <Text span size="xs" c="var(--muted)">
              {' '}
              {invoices.kinds[row.kind]}
            </Text>
          ) : null}
        </Link>
      ),
    },
    {
      key: 'customer',
      title: invoices.customer,
      sort: 'customer',
      cell: (row) => `${row.customerNumber} ${row.customerName}`,
    },
    { key: 'project', title: invoices.project, cell: (row) => `${row.projectNumber} ${row.projectName}` },
    {
      key: 'invoicedOn',
      title: invoices.fields.invoicedOn,
      sort: 'invoicedOn',
      cell: (row) => format.day(row.invoicedOn),
    },
    { key: 'dueOn', title: invoices.fields.dueOn, sort: 'dueOn', cell: (row) => format.day(row.dueOn) },
    {
      key: 'gross',
      title: invoices.gross,
      sort: 'gross',
      right: true,
      cell: (row) => format.money(row.gross, row.currency),
    },
    {
      key: 'open',
      title: invoices.open,
      sort: 'open',
      right: true,
      cell: (row) => (row.open === null ? '' : format.amount(row.open, row.currency)),
    },
    {
      key: 'payment',
      title: invoices.payment,
      cell: (row) => <PaymentBadge invoice={row} />,
    },
    {
      key: 'sync',
      title: sync.state,
      cell: (row) => (row.state === 'finalized' ? <StateBadge sync={row.sync} /> : null),
    },
    { key: 'kind', title: invoices.kind, cell: (row) => invoices.kinds[row.kind], optional: true },
    {
      key: 'net',
      title: invoices.net,
      right: true,
      cell: (row) => format.amount(row.net, row.currency),
      optional: true,
    },
    { key: 'description', title: invoices.fields.description, cell: (row) => row.description, optional: true },
    { key: 'state', title: invoices.state, cell: (row) => invoices.states[row.state], optional: true },
    {
      key: 'series',
      title: invoices.series_,
      cell: (row) => (row.series ? invoices.series[row.series] : null),
      optional: true,
    },
    { key: 'mailed', title: invoices.mailed, cell: (row) => format.instant(row.mailedAt), optional: true },
    {
      key: 'updatedAt',
      title: invoices.changed,
      sort: 'updatedAt',
      cell: (row) => format.instant(row.updatedAt),
      optional: true,
    },
  ]
  const filters: ListFilter[] = [
    { key: 'state', title: invoices.state, options: optionsOf(invoiceStates, invoices.states) },
    { key: 'kind', title: invoices.kind, options: optionsOf(invoiceKinds, invoices.kinds) },
    { key: 'paymentState', title: invoices.payment, options: optionsOf(paymentStates, invoices.paymentStates) },
    { key: 'customer', title: invoices.customer, options: customers, onSearch: setCustomerWords },
    { key: 'project', title: invoices.project, options: projects, onSearch: setProjectWords },
    { key: 'owner', title: billing.owner, options: users.map(({ id, name }) => ({ value: id, label: name })) },
    {
      key: 'department',
      title: invoices.fields.departmentId,
      options: departments.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    },
    { key: 'tag', title: tags.tag, options: tagOptions(groups) },
    { key: 'series', title: invoices.series_, options: optionsOf(invoiceSeries, invoices.series) },
    { key: 'syncState', title: sync.state, options: optionsOf(recordStates, sync.states) },
  ]
  return (
    <DataList<InvoiceRow, InvoicePage>
      title={invoices.title}
      group={shell.groups.finances}
      path="/invoices"
      shape={InvoicePage}
      columns={columns}
      filters={filters}
      search={search}
      usualSort="-invoicedOn"
      onSearch={setSearch}
      hrefOf={pathOfInvoice}
      nameOf={(row) => `${row.number ?? invoices.states[row.state]} ${row.customerName}`}
      empty={invoices.empty}
      isMoving={(row) => isMoving(row.sync)}
      newButton={
        <>
          <ButtonLink variant="default" to="/to-be-invoiced">
            {invoices.toBeInvoiced}
          </ButtonLink>
          <NewDocument />
        </>
      }
      views={<SavedViews search={search} />}
      tools={<PeriodFilter search={search} onSearch={setSearch} />}
      summary={({ totals }) => (
        <>
          <TotalsLine
            label={invoices.totals}
            columns={[invoices.net, invoices.vat, invoices.gross, invoices.open]}
            rows={totals.map(({ currency, net, vat, gross, open }) => ({ currency, amounts: [net, vat, gross, open] }))}
          />
          <NumberReport />
        </>
      )}
    />
  )
}

/** The filters that are asked for most, each a link. */
function SavedViews({ search }: { search: ListSearch }) {
  const { invoices } = useTexts()
  const views: { name: string; filter: ListSearch }[] = [
    { name: invoices.views.all, filter: {} },
    { name: invoices.views.drafts, filter: { state: ['draft', 'approved'] } },
    { name: invoices.views.open, filter: { paymentState: ['open', 'part-paid', 'overdue'] } },
    { name: invoices.views.overdue, filter: { paymentState: ['overdue'] } },
  ]
  const { columns: _columns, density: _density, sort: _sort, ...chosen } = search
  const kept = Object.fromEntries(Object.entries(search).filter(([key]) => !(key in chosen)))
  return (
    <ViewLinks
      label={invoices.viewsLabel}
      to="/invoices"
      views={views.map(({ name, filter }) => ({
        name,
        search: { ...kept, ...filter },
        isShown: JSON.stringify(chosen) === JSON.stringify(filter),
      }))}
    />
  )
}
