// What customers owe: all of them by the age of the debt, and one of them document by document with the balance after each.
import { Button, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { BalanceTotal, CustomerBalance, LedgerBalance, LedgerEntry } from '../../src/payments/ledger.ts'
import { get, queryOf } from '../api.ts'
import { useCustomer } from '../customers/customer-query.ts'
import { TotalsLine } from '../invoices/totals-line.tsx'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'

const route = getRouteApi('/customer-ledger')

const BalanceRow = CustomerBalance.transform((row) => ({ ...row, id: `${row.customerId} ${row.currency}` }))
type BalanceRow = z.infer<typeof BalanceRow>
const BalancePage = listPage(BalanceRow).extend({ totals: BalanceTotal.array() })
const LedgerPage = listPage(LedgerEntry).extend({ balances: LedgerBalance.array() })

export function CustomerLedgerPage() {
  const { customer } = route.useSearch()
  const id = [customer ?? []].flat()[0]
  return id ? <OneLedger key={id} customerId={id} /> : <Balances />
}

const ages = ['notDue', 'days1to30', 'days31to60', 'daysOver60'] as const

function Balances() {
  const { payments, invoices, shell } = useTexts()
  const texts = payments.ledger
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const amount = (value: string, currency: string) => format.amount(value, currency)
  const columns: Column<BalanceRow>[] = [
    {
      key: 'customer',
      title: texts.customer,
      sort: 'name',
      cell: (row) => (
        <Link to="/customer-ledger" search={{ customer: [row.customerId] }} className="plain-link">
          <Text span fw={600} size="sm">
            {row.customerName}
          </Text>
        </Link>
      ),
    },
    { key: 'number', title: texts.number, sort: 'number', cell: (row) => row.customerNumber },
    ...ages.map((age) => ({
      key: age,
      title: texts.ages[age],
      right: true,
      cell: (row: BalanceRow) => amount(row[age], row.currency),
    })),
    {
      key: 'overdue',
      title: texts.overdue,
      sort: 'overdue',
      right: true,
      cell: (row) => (
        <Text span size="sm" fw={600} {...(row.oldestDueOn ? { c: 'var(--mantine-color-error)' } : {})}>
          {amount(row.overdue, row.currency)}
        </Text>
      ),
    },
    {
      key: 'open',
      title: texts.balance,
      sort: 'open',
      right: true,
      cell: (row) => format.money(row.open, row.currency),
    },
    { key: 'documents', title: texts.documents, right: true, cell: (row) => format.count(row.documents) },
    { key: 'oldest', title: texts.oldest, sort: 'oldestDueOn', cell: (row) => format.day(row.oldestDueOn) },
  ]
  return (
    <DataList<BalanceRow, z.infer<typeof BalancePage>>
      title={texts.title}
      group={shell.groups.finances}
      path="/customer-ledger/balances"
      shape={BalancePage}
      columns={columns}
      filters={[
        { key: 'overdue', title: texts.show, options: [{ value: 'true', label: texts.onlyOverdue }], one: true },
      ]}
      search={search}
      usualSort="-overdue"
      onSearch={(next) => void navigate({ to: '/customer-ledger', search: next, replace: true })}
      hrefOf={(row) => `/customer-ledger?customer=${row.customerId}`}
      nameOf={(row) => `${row.customerNumber} ${row.customerName}`}
      empty={texts.empty}
      newButton={
        <ButtonLink variant="default" to="/invoices" search={{ paymentState: ['overdue'] }}>
          {texts.overdueInvoices}
        </ButtonLink>
      }
      summary={({ totals }) => (
        <TotalsLine
          label={invoices.totals}
          columns={[...ages.map((age) => texts.ages[age]), texts.overdue, texts.balance]}
          rows={totals.map((total) => ({
            currency: total.currency,
            amounts: [...ages.map((age) => total[age]), total.overdue, total.open],
          }))}
        />
      )}
    />
  )
}

function OneLedger({ customerId }: { customerId: string }) {
  const { payments, shell, ui } = useTexts()
  const texts = payments.ledger
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const customer = useCustomer(customerId)
  const first = (value: string | string[] | undefined) => [value ?? []].flat()[0]
  const filter = { customer: customerId, from: first(search.from), to: first(search.to) }
  const ledger = useInfiniteQuery({
    queryKey: ['/customer-ledger', filter],
    queryFn: ({ pageParam }) =>
      get(`/customer-ledger${queryOf({ ...filter, page: pageParam, size: 200 })}`, LedgerPage),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  })
  const entries = ledger.data?.pages.flatMap(({ items }) => items) ?? []
  const balances = ledger.data?.pages[0]?.balances ?? []
  const name = customer.data ? `${customer.data.number} ${customer.data.name}` : ''
  const hasBefore = filter.from !== undefined
  return (
    <Stack gap="sm">
      <PageHeader
        title={texts.ofCustomer(name)}
        crumbs={[{ title: shell.groups.finances }, { title: texts.title, to: '/customer-ledger' }, { title: name }]}
        actions={
          <ButtonLink variant="default" to="/customers/$id" params={{ id: customerId }}>
            {texts.toCustomer}
          </ButtonLink>
        }
      />
      <div className="figure-row">
        {balances.map((balance) => (
          <dl key={balance.currency} className="figure-card">
            <dt>{texts.balanceIn(balance.currency)}</dt>
            <dd>{format.amount(balance.closing, balance.currency)}</dd>
            <dt>{texts.ofThisOverdue}</dt>
            <dd>{format.amount(balance.overdue, balance.currency)}</dd>
          </dl>
        ))}
      </div>
      <div className="tool-row">
        <PeriodFilter
          search={search}
          onSearch={(next) => void navigate({ to: '/customer-ledger', search: next, replace: true })}
        />
      </div>
      {ledger.isPending ? <Skeleton height={200} /> : null}
      {ledger.isError ? <FaultText error={ledger.error} onRetry={() => ledger.refetch()} /> : null}
      {ledger.isSuccess && entries.length === 0 ? <Text>{texts.nothing}</Text> : null}
      {entries.length > 0 ? (
        <TableScroll label={texts.ofCustomer(name)} minWidth={720} framed>
          <Table verticalSpacing={8} stickyHeader={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.day}</Table.Th>
                <Table.Th>{texts.document}</Table.Th>
                <Table.Th>{texts.due}</Table.Th>
                <Table.Th ta="right">{texts.amount}</Table.Th>
                <Table.Th ta="right">{texts.open}</Table.Th>
                <Table.Th ta="right">{texts.running}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {hasBefore
                ? balances.map((balance) => (
                    <Table.Tr key={balance.currency}>
                      <Table.Td colSpan={5}>{texts.begins}</Table.Td>
                      <Table.Td ta="right" className="figures">
                        {format.money(balance.opening, balance.currency)}
                      </Table.Td>
                    </Table.Tr>
                  ))
                : null}
              {entries.map((entry) => (
                <Table.Tr key={`${entry.invoiceId} ${entry.paymentId}`}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(entry.day)}</Table.Td>
                  <Table.Td>
                    <TextLink to="/invoices/$id" params={{ id: entry.invoiceId }} size="sm">
                      {texts.kinds[entry.kind]} {entry.number}
                    </TextLink>
                    {entry.text ? (
                      <Text size="xs" c="var(--muted)">
                        {entry.text}
                      </Text>
                    ) : null}
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(entry.dueOn)}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {format.money(entry.amount, entry.currency)}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {entry.open === null ? '' : format.amount(entry.open, entry.currency)}
                  </Table.Td>
                  <Table.Td ta="right" className="figures" fw={600}>
                    {format.money(entry.balance, entry.currency)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableScroll>
      ) : null}
      {ledger.hasNextPage ? (
        <Button variant="default" loading={ledger.isFetchingNextPage} onClick={() => ledger.fetchNextPage()}>
          {ui.showMore}
        </Button>
      ) : null}
    </Stack>
  )
}
