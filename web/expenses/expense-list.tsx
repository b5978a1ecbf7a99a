import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { type Expense, expenseSources } from '../../src/expenses/expense.ts'
import { approvals, billingStates } from '../../src/time-entries/time-entry.ts'
import { queryOf } from '../api.ts'
import { useProjectFilters } from '../projects/project-filters.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Amount } from '../ui/amount.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { ExpenseBilling, ExpenseSums } from './expense-money.tsx'
import { ExpensesShape } from './expense-query.ts'
import { JudgeExpenses } from './judge-expenses.tsx'

/** All expenses of the company, under /expenses, or those of the reader, under /my-expenses. */
export function ExpenseList({ base, search }: { base: '/expenses' | '/my-expenses'; search: ListSearch }) {
  const { expenses, shell } = useTexts()
  const { fields } = expenses
  const format = useFormat()
  const me = useMe()
  const navigate = useNavigate()
  const mayApprove = useMay('approve expenses')
  const projectFilters = useProjectFilters(search)
  const isMine = base === '/my-expenses'
  const own = me.company.currency
  const onSearch = (next: ListSearch) => void navigate({ to: base, search: next, replace: true })
  const columns: Column<Expense>[] = [
    {
      key: 'title',
      title: fields.title,
      cell: (row) => (
        <Link to={`${base}/$id`} params={{ id: row.id }} className="plain-link">
          <Text span fw={600} size="sm">
            {row.title}
          </Text>
        </Link>
      ),
    },
    { key: 'spentOn', title: fields.spentOn, sort: 'spentOn', cell: (row) => format.day(row.spentOn) },
    { key: 'project', title: fields.projectId, cell: (row) => `${row.projectNumber} ${row.projectName}` },
    { key: 'customer', title: expenses.customer, cell: (row) => row.customerName, optional: true },
    { key: 'activity', title: fields.activityId, cell: (row) => row.activityName, optional: true },
    {
      key: 'amount',
      title: fields.amount,
      right: true,
      cell: (row) => <Amount value={row.amount} currency={row.currency} />,
    },
    {
      key: 'companyAmount',
      title: expenses.companyAmount(own),
      sort: 'companyAmount',
      right: true,
      cell: (row) => <Amount value={row.companyAmount} currency={own} />,
      optional: true,
    },
    { key: 'approval', title: expenses.approval, cell: (row) => expenses.approvals[row.approval] },
    { key: 'billing', title: expenses.billing, cell: (row) => <ExpenseBilling expense={row} /> },
    { key: 'supplier', title: fields.supplierName, cell: (row) => row.supplierName, optional: isMine },
    { key: 'voucher', title: fields.voucherNumber, cell: (row) => row.voucherNumber, optional: true },
    ...(isMine
      ? []
      : [{ key: 'registeredBy', title: expenses.registeredBy, cell: (row: Expense) => row.registeredByName }]),
    { key: 'source', title: expenses.source, cell: (row) => expenses.sources[row.source], optional: true },
  ]
  const { columns: _c, density: _d, sort: _s, ...narrowed } = search
  const file = `/api/v1/expenses.csv${queryOf({ ...narrowed, ...(isMine ? { registeredBy: me.id } : {}) })}`
  const download = (
    <Button variant="default" component="a" href={file} download leftSection={<IconDownload size={16} aria-hidden />}>
      {expenses.csv}
    </Button>
  )
  return (
    <DataList<Expense, z.infer<typeof ExpensesShape>>
      title={isMine ? expenses.mineTitle : expenses.title}
      group={isMine ? shell.groups.my : shell.groups.finances}
      path="/expenses"
      {...(isMine ? { only: { registeredBy: me.id } } : {})}
      shape={ExpensesShape}
      columns={columns}
      filters={[
        ...projectFilters,
        { key: 'approval', title: expenses.approval, options: optionsOf(approvals, expenses.approvals) },
        { key: 'billing', title: expenses.billing, options: optionsOf(billingStates, expenses.billings) },
        { key: 'source', title: expenses.source, options: optionsOf(expenseSources, expenses.sources) },
      ]}
      search={search}
      usualSort="-spentOn"
      onSearch={onSearch}
      hrefOf={(row) => `${base}/${row.id}`}
      nameOf={(row) => row.title}
      empty={isMine ? expenses.mineEmpty : expenses.empty}
      newButton={<ButtonLink to={`${base}/new`}>{expenses.newButton}</ButtonLink>}
      actions={download}
      tools={<PeriodFilter search={search} onSearch={onSearch} />}
      summary={({ totals }) => <ExpenseSums totals={totals} />}
      {...(mayApprove && !isMine
        ? { bulk: (rows, done) => <JudgeExpenses expenses={rows} size="xs" onDone={done} /> }
        : {})}
    />
  )
}
