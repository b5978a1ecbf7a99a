import { Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { Payment, PaymentTotal, paymentSources } from '../../src/payments/payment.ts'
import { del } from '../api.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { invoiceChanged } from '../invoices/invoice-query.ts'
import { TotalsLine } from '../invoices/totals-line.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { listPage } from '../ui/list-page.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { PaymentDrawer } from './payment-drawer.tsx'

const route = getRouteApi('/payments')
const Page = listPage(Payment).extend({ totals: PaymentTotal.array() })

export function PaymentList() {
  const { payments, shell, ui } = useTexts()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const mayChange = useMay('change payments')
  const [isOpen, setOpen] = useState(false)
  const [deleting, setDeleting] = useState<Payment | null>(null)
  const [customerWords, setCustomerWords] = useState('')
  const customers = useCustomerOptions(customerWords, [search.customer ?? []].flat())
  const { fields } = payments
  const setSearch = (next: typeof search) => void navigate({ to: '/payments', search: next, replace: true })
  const nameOf = (row: Payment) => `${format.money(row.amount, row.currency)} ${format.day(row.paidOn)}`
  const columns: Column<Payment>[] = [
    {
      key: 'invoice',
      title: fields.invoiceId,
      cell: (row) => (
        <Link to="/invoices/$id" params={{ id: row.invoiceId }} className="plain-link">
          <Text span fw={600} size="sm">
            {row.invoiceNumber}
          </Text>
        </Link>
      ),
    },
    { key: 'customer', title: fields.customer, cell: (row) => row.customerName },
    { key: 'paidOn', title: fields.paidOn, sort: 'paidOn', cell: (row) => format.day(row.paidOn) },
    {
      key: 'amount',
      title: fields.amount,
      sort: 'amount',
      right: true,
      cell: (row) => format.money(row.amount, row.currency),
    },
    { key: 'source', title: payments.source, cell: (row) => payments.sources[row.source] },
    { key: 'description', title: fields.description, cell: (row) => row.description },
    { key: 'createdBy', title: fields.createdBy, cell: (row) => row.createdBy, optional: true },
  ]
  if (mayChange)
    columns.push({
      key: 'delete',
      title: '',
      cell: (row) =>
        row.source === 'import' ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            aria-label={ui.deleteTitle(nameOf(row))}
            onClick={() => setDeleting(row)}
          >
            {ui.delete}
          </Button>
        ),
    })
  return (
    <>
      <DataList<Payment, z.infer<typeof Page>>
        title={payments.title}
        group={shell.groups.finances}
        path="/payments"
        shape={Page}
        columns={columns}
        filters={[
          { key: 'source', title: payments.source, options: optionsOf(paymentSources, payments.sources) },
          { key: 'customer', title: fields.customer, options: customers, onSearch: setCustomerWords },
        ]}
        search={search}
        usualSort="-paidOn"
        onSearch={setSearch}
        hrefOf={(row) => `/invoices/${row.invoiceId}`}
        nameOf={nameOf}
        empty={payments.empty}
        newButton={mayChange ? <Button onClick={() => setOpen(true)}>{payments.newButton}</Button> : undefined}
        tools={<PeriodFilter search={search} onSearch={setSearch} />}
        summary={({ totals }) => (
          <TotalsLine
            label={payments.total}
            columns={[fields.amount]}
            rows={totals.map(({ currency, amount }) => ({ currency, amounts: [amount] }))}
          />
        )}
      />
      <PaymentDrawer isOpen={isOpen} onClose={() => setOpen(false)} />
      {deleting ? (
        <Confirm
          isOpen
          onClose={() => setDeleting(null)}
          title={ui.deleteTitle(nameOf(deleting))}
          text={payments.deleteText}
          yes={ui.delete}
          danger
          act={async () => {
            await del(`/payments/${deleting.id}?version=${deleting.version}`)
            invoiceChanged(queries)
          }}
        />
      ) : null}
    </>
  )
}
