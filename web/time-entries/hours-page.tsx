// Company > Hours overview and My pages > Hours report: the same list, of everybody and of oneself. Everything chosen stands in
// the address.
import './timesheet.css'
import { Button, Menu, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { addDays, dayIn } from '../../src/lib/dates.ts'
import { type Grouping, groupings, HoursTotals, TimeEntry } from '../../src/time-entries/time-entry.ts'
import { queryOf } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { FilterBar } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import type { ListSearch } from '../ui/list-search.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { stringifySearch } from '../ui/search-string.ts'
import { useHours } from '../ui/use-hours.ts'
import { DailyTable } from './daily-hours.tsx'
import { EntryActions } from './entry-actions.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { useHoursFilters, valuesOf } from './hours-filters.ts'
import { HoursGroups } from './hours-groups.tsx'
import { TotalsLine } from './hours-totals.tsx'
import { type Period, PeriodTool } from './period-tool.tsx'
import { StandingIcon } from './timesheet-cell.tsx'

const Page = listPage(TimeEntry).extend({ totals: HoursTotals })
type Address = '/hours' | '/hours-report'

export const HoursOverview = () => <HoursPage to="/hours" />
export const HoursReport = () => <HoursPage to="/hours-report" />

function HoursPage({ to }: { to: Address }) {
  const { report, shell } = useTexts()
  const me = useMe()
  const search: ListSearch = useSearch({ from: to })
  const navigate = useNavigate()
  const isOwn = to === '/hours-report'
  const filters = useHoursFilters(search, isOwn)
  const columns = useColumns(to, search, isOwn)
  const mayApprove = useMay('approve hours')
  const go = (next: ListSearch, replace = true) => void navigate({ to, search: next, replace })
  const title = isOwn ? report.report : report.overview
  const group = isOwn ? shell.groups.my : shell.groups.company
  const [entry] = valuesOf(search.entry)
  const [by] = valuesOf(search.by)
  const { entry: _e, by: _b, columns: _c, density: _d, sort: _s, ...narrowed } = search
  const filter: ListSearch = isOwn ? { ...narrowed, user: [me.id] } : narrowed
  const today = dayIn(me.company.timeZone, new Date())
  const chosen = periodOf(search)
  // Day by day needs an end and a beginning.
  const { to: lastDay = today, from: firstDay = addDays(lastDay, -30) } = chosen
  const period = by === 'day' ? { from: firstDay, to: lastDay } : chosen
  const setPeriod = ({ from, to: until }: Period) => {
    const { from: _f, to: _t, ...rest } = search
    go({ ...rest, ...(from ? { from: [from] } : {}), ...(until ? { to: [until] } : {}) })
  }
  const tools = (
    <>
      <PeriodTool period={period} onPeriod={setPeriod} />
      <GroupTool by={by} isOwn={isOwn} onBy={(next) => go(withBy(search, next))} />
    </>
  )
  const actions = <Downloads filter={filter} period={period} isOwn={isOwn} />
  const drawer = <EntryDrawer id={entry} onClose={() => go(without(search, 'entry'))} />

  const grouping = groupings.find((one) => one === by)
  if (grouping || by === 'day') {
    return (
      <Stack gap="sm">
        <PageHeader title={title} crumbs={[{ title: group }, { title }]} actions={actions} />
        <FilterBar
          title={title}
          filters={by === 'day' ? [] : filters}
          search={search}
          onSearch={(next) => go(next)}
          tools={tools}
          withoutSearch={by === 'day'}
        />
        {grouping ? (
          <HoursGroups by={grouping} filter={filter} to={to} search={search} />
        ) : (
          <DailyTable from={firstDay} to={lastDay} />
        )}
      </Stack>
    )
  }
  return (
    <>
      <DataList<TimeEntry, z.output<typeof Page>>
        title={title}
        group={group}
        path="/time-entries"
        shape={Page}
        columns={columns}
        filters={filters}
        search={without(search, 'entry')}
        {...(isOwn ? { only: { user: me.id } } : {})}
        usualSort="-day"
        onSearch={(next) => go(next)}
        hrefOf={(row) => `${to}${stringifySearch({ ...search, entry: row.id })}`}
        nameOf={(row) => `${row.userName}, ${row.projectName}, ${row.workedOn}`}
        actions={actions}
        empty={isOwn ? report.emptyMine : report.empty}
        emptyButton={<ButtonLink to="/timesheet">{report.toTimesheet}</ButtonLink>}
        tools={tools}
        summary={({ totals }) => <TotalsLine totals={totals} />}
        {...(mayApprove && !isOwn ? { bulk: (rows, done) => <EntryActions rows={rows} onDone={done} /> } : {})}
      />
      {drawer}
    </>
  )
}

const without = ({ ...search }: ListSearch, key: string): ListSearch => {
  delete search[key]
  return search
}

const withBy = (search: ListSearch, by: string | null): ListSearch => {
  const rest = without(without(search, 'by'), 'entry')
  return by ? { ...rest, by: [by] } : rest
}

function periodOf(search: ListSearch): Period {
  const [from] = valuesOf(search.from)
  const [to] = valuesOf(search.to)
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

function GroupTool(props: { by: string | undefined; isOwn: boolean; onBy: (by: string | null) => void }) {
  const { hours, report } = useTexts()
  const offered: readonly Grouping[] = groupings.filter(
    (one) => !(props.isOwn && (one === 'user' || one === 'department')),
  )
  return (
    <Select
      aria-label={report.group}
      w={220}
      allowDeselect={false}
      value={props.by ?? 'entries'}
      data={[
        { value: 'entries', label: report.everyEntry },
        ...offered.map((value) => ({ value, label: `${report.group}: ${report.groupings[value].toLowerCase()}` })),
        ...(props.isOwn ? [{ value: 'day', label: `${report.group}: ${hours.day.toLowerCase()}` }] : []),
      ]}
      onChange={(value) => props.onBy(value === 'entries' ? null : value)}
    />
  )
}

function Downloads({ filter, period, isOwn }: { filter: ListSearch; period: Period; isOwn: boolean }) {
  const { report } = useTexts()
  const me = useMe()
  const today = dayIn(me.company.timeZone, new Date())
  // Daily hours are kept for five years.
  const from = period.from ?? addDays(period.to ?? today, -5 * 365)
  const daily = queryOf({ from, to: period.to ?? today, user: isOwn ? me.id : filter.user })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {report.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={`/api/v1/time-entries.csv${queryOf(filter)}`} download>
          {report.csv}
        </Menu.Item>
        <Menu.Item component="a" href={`/api/v1/daily-hours.csv${daily}`} download>
          {report.dailyCsv}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useColumns(to: Address, search: ListSearch, isOwn: boolean): Column<TimeEntry>[] {
  const { hours, report } = useTexts()
  const format = useFormat()
  const { write } = useHours()
  const person: Column<TimeEntry> = { key: 'person', title: hours.person, sort: 'person', cell: (row) => row.userName }
  return [
    {
      key: 'day',
      title: report.date,
      sort: 'day',
      cell: (row) => (
        <Link to={to} search={{ ...search, entry: [row.id] }} className="plain-link">
          <Text span fw={600} size="sm">
            {format.day(row.workedOn)}
          </Text>
        </Link>
      ),
    },
    ...(isOwn ? [] : [person]),
    {
      key: 'project',
      title: hours.project,
      sort: 'project',
      cell: (row) => (
        <Link to="/projects/$id" params={{ id: row.projectId }} className="plain-link">
          {row.projectNumber} {row.projectName}
        </Link>
      ),
    },
    { key: 'activity', title: hours.activity, sort: 'activity', cell: (row) => row.activityName },
    { key: 'customer', title: hours.customer, sort: 'customer', cell: (row) => row.customerName, optional: true },
    { key: 'minutes', title: hours.hours, sort: 'minutes', right: true, cell: (row) => write(row.minutes) },
    { key: 'billable', title: hours.billable, right: true, cell: (row) => write(row.billableMinutes) },
    { key: 'approval', title: hours.approval, cell: (row) => <Approval row={row} /> },
    { key: 'billing', title: hours.billing, cell: (row) => hours.billingStates[row.billing] },
    { key: 'note', title: hours.note, cell: (row) => row.note },
    { key: 'internalNote', title: hours.internalNote, cell: (row) => row.internalNote, optional: true },
    {
      key: 'changed',
      title: report.changed,
      sort: 'updatedAt',
      cell: (row) => format.instant(row.updatedAt),
      optional: true,
    },
  ]
}

function Approval({ row }: { row: TimeEntry }): ReactNode {
  const { hours } = useTexts()
  return (
    <span className="approval-state">
      <StandingIcon standing={row.approval} isAlone />
      {hours.approvals[row.approval]}
    </span>
  )
}
