// What is unbilled up to a day, a row for each project and price model, with what stands in the way and the way to a draft.
import { Button, Checkbox, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ToBeInvoicedRow } from '../../src/billing/to-be-invoiced.ts'
import { isDay } from '../../src/lib/dates.ts'
import { useCustomerOptions } from '../customers/customer-query.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { NewDocument } from '../invoices/new-document.tsx'
import { TotalsLine } from '../invoices/totals-line.tsx'
import { useProjectOptions } from '../projects/project-options.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FilterBar, type ListFilter } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import type { ListSearch } from '../ui/list-search.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useUsers } from '../users/users-query.ts'
import { BulkDrafts } from './bulk-drafts.tsx'
import { keyOfRow, useToBeInvoiced } from './to-be-invoiced-query.ts'
import { UnbilledRow } from './unbilled-row.tsx'
import { type UntilChoice, useUntil } from './until.ts'

const route = getRouteApi('/to-be-invoiced')

export function ToBeInvoicedPage() {
  const { billing, shell, ui } = useTexts()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const mayChange = useMay('change drafts')
  const { until, choices } = useUntil(search.until)
  const [typedDay, setTypedDay] = useState<string | null | undefined>(undefined)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [ticked, setTicked] = useState<ReadonlyMap<string, ToBeInvoicedRow>>(new Map())
  const [isAsked, setAsked] = useState(false)
  const filters = useFilters(search)
  const { columns: _columns, density: _density, ...filter } = search
  const list = useToBeInvoiced({ ...filter, until: [until] })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const total = list.data?.pages[0]?.total
  const sums = list.data?.pages[0]?.sums ?? []
  const setSearch = (next: typeof search) => void navigate({ to: '/to-be-invoiced', search: next, replace: true })
  const setUntil = (day: string) => {
    const { until: _gone, ...rest } = search
    setTypedDay(undefined)
    setTicked(new Map())
    setSearch(day === choices.endOfLastMonth ? rest : { ...rest, until: [day] })
  }
  // What was ticked and has meanwhile been drafted is no longer there.
  const fresh = new Map(rows.map((row) => [keyOfRow(row), row]))
  const chosen = [...ticked.keys()].flatMap((key) => fresh.get(key) ?? [])
  const tick = (row: ToBeInvoicedRow) => {
    const next = new Map(ticked)
    if (!next.delete(keyOfRow(row))) next.set(keyOfRow(row), row)
    setTicked(next)
  }
  const isFiltered = filters.some(({ key }) => search[key] !== undefined) || search.search !== undefined
  const allTicked = rows.length > 0 && chosen.length === rows.length
  return (
    <Stack gap="sm">
      <PageHeader
        title={billing.title}
        crumbs={[{ title: shell.groups.finances }, { title: billing.title }]}
        count={total === undefined ? undefined : format.count(total)}
        actions={<NewDocument />}
      />
      <Group gap="sm" align="flex-end" role="group" aria-label={billing.until}>
        <DayInput
          label={billing.until}
          value={typedDay === undefined ? until : typedDay}
          onChange={(day) => {
            if (day !== null && isDay(day)) setUntil(day)
            else setTypedDay(day)
          }}
        />
        {(Object.keys(choices) as UntilChoice[]).map((choice) => (
          <Button
            key={choice}
            variant={choices[choice] === until ? 'light' : 'default'}
            aria-pressed={choices[choice] === until}
            onClick={() => setUntil(choices[choice])}
          >
            {billing[choice]}
          </Button>
        ))}
      </Group>
      <FilterBar title={billing.title} filters={filters} search={search} onSearch={setSearch} />
      {chosen.length > 0 ? (
        <Paper withBorder p="xs" role="region" aria-label={ui.chosen(chosen.length)} className="bulk-bar">
          <Group gap="sm">
            <Text size="sm" fw={600}>
              {ui.chosen(chosen.length)}
            </Text>
            <Button onClick={() => setAsked(true)}>{billing.makeDrafts(chosen.length)}</Button>
            <Button variant="subtle" size="xs" onClick={() => setTicked(new Map())}>
              {ui.clearChoice}
            </Button>
          </Group>
        </Paper>
      ) : null}
      {list.isError ? <FaultText error={list.error} onRetry={() => list.refetch()} /> : null}
      {list.isPending ? <Skeleton height={320} aria-hidden /> : null}
      {total === 0 ? (
        <Stack align="center" py="xl">
          <Text>{isFiltered ? ui.nothingMatches : billing.empty(format.day(until))}</Text>
          {isFiltered ? (
            <Button variant="default" onClick={() => setSearch(search.until ? { until: search.until } : {})}>
              {ui.clearFilters}
            </Button>
          ) : until < choices.today ? (
            <Button variant="default" onClick={() => setUntil(choices.today)}>
              {billing.showUntilToday}
            </Button>
          ) : null}
        </Stack>
      ) : null}
      {total ? (
        <TableScroll label={billing.title} minWidth={900} framed>
          <table className="unbilled-table">
            <thead>
              <tr>
                {mayChange ? (
                  <th className="tick">
                    <Checkbox
                      size="xs"
                      aria-label={ui.chooseAll}
                      checked={allTicked}
                      indeterminate={!allTicked && chosen.length > 0}
                      onChange={() => setTicked(allTicked ? new Map() : fresh)}
                    />
                  </th>
                ) : null}
                <th aria-label={billing.sources} className="expand" />
                <th>{billing.project}</th>
                <th>{billing.model}</th>
                <th className="right">{billing.hours}</th>
                <th className="right">{billing.expenses}</th>
                <th className="right">{billing.plan}</th>
                <th className="right">{billing.notApproved}</th>
                <th className="right">{billing.total}</th>
                <th aria-label={billing.makeDraft} />
              </tr>
            </thead>
            {rows.map((row) => {
              const key = keyOfRow(row)
              return (
                <UnbilledRow
                  key={key}
                  row={row}
                  until={until}
                  isOpen={open.has(key)}
                  onToggle={() =>
                    setOpen(new Set(open.has(key) ? [...open].filter((one) => one !== key) : [...open, key]))
                  }
                  isTicked={ticked.has(key)}
                  onTick={() => tick(row)}
                />
              )
            })}
          </table>
        </TableScroll>
      ) : null}
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {ui.showMore}
        </Button>
      ) : null}
      {total ? (
        <TotalsLine
          label={billing.totals}
          columns={[billing.value, billing.expenses, billing.plan, billing.total]}
          rows={sums.map((sum) => ({
            currency: sum.currency,
            amounts: [sum.hours, sum.expenses, sum.plan, sum.total],
          }))}
        />
      ) : null}
      {isAsked ? (
        <BulkDrafts rows={chosen} until={until} onClose={() => setAsked(false)} onDone={() => setTicked(new Map())} />
      ) : null}
    </Stack>
  )
}

function useFilters(search: ListSearch): ListFilter[] {
  const { billing } = useTexts()
  const [customerWords, setCustomerWords] = useState('')
  const customers = useCustomerOptions(customerWords, [search.customer ?? []].flat())
  const [projectWords, setProjectWords] = useState('')
  const projects = useProjectOptions(projectWords, [search.project ?? []].flat())
  const { users } = useUsers()
  const { departments } = useDepartments()
  return [
    { key: 'customer', title: billing.customer, options: customers, onSearch: setCustomerWords },
    { key: 'project', title: billing.project, options: projects, onSearch: setProjectWords },
    { key: 'owner', title: billing.owner, options: users.map(({ id, name }) => ({ value: id, label: name })) },
    {
      key: 'department',
      title: billing.department,
      options: departments.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    },
  ]
}
