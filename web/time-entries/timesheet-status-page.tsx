// Company > Timesheet status: who has delivered hours up to when, what waits for approval, and the locks.
import './timesheet.css'
import { Button, Checkbox, Group, Paper, Select, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconLock } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { TimesheetStatus, type TimesheetStatusRow } from '../../src/time-entries/timesheet.ts'
import { get, queryOf } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { useHours } from '../ui/use-hours.ts'
import { ChosenLock, CompanyLock, PersonLock } from './lock-forms.tsx'
import { weekNumberOf } from './weeks.ts'

const route = getRouteApi('/timesheet-status')
const company = 'company'
const several = 'several'
const ranges = [4, 6, 13, 26]

export function TimesheetStatusPage() {
  const { timesheetStatus: texts, shell, ui } = useTexts()
  const format = useFormat()
  const mayLock = useMay('lock hours')
  const { user } = route.useSearch()
  const navigate = useNavigate()
  const [weeks, setWeeks] = useState(4)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const query = useQuery({
    queryKey: ['/timesheet-status', weeks],
    queryFn: () => get(`/timesheet-status${queryOf({ weeks })}`, TimesheetStatus),
    placeholderData: keepPreviousData,
  })
  const open = (id?: string) => void navigate({ to: '/timesheet-status', search: id ? { user: id } : {} })
  const person = query.data?.people.find(({ userId }) => userId === user)
  const chosen = query.data?.people.filter(({ userId }) => ticked.has(userId)) ?? []
  return (
    <Stack gap="sm">
      <PageHeader
        title={texts.title}
        crumbs={[{ title: shell.groups.company }, { title: texts.title }]}
        count={query.data ? format.count(query.data.people.length) : undefined}
      />
      <Group gap="sm">
        <Select
          aria-label={texts.shown}
          allowDeselect={false}
          w={190}
          value={String(weeks)}
          data={ranges.map((count) => ({ value: String(count), label: texts.weeks(count) }))}
          onChange={(value) => setWeeks(Number(value))}
        />
        {query.data ? (
          <Group gap={6}>
            <IconLock size={16} aria-hidden />
            <Text size="sm">
              {texts.companyLock(query.data.companyLockedUntil && format.day(query.data.companyLockedUntil))}
            </Text>
          </Group>
        ) : null}
        {mayLock ? (
          <Button variant="default" size="xs" onClick={() => open(company)}>
            {texts.changeLock}
          </Button>
        ) : null}
      </Group>
      {query.error ? <FaultText error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={240} aria-hidden /> : null}
      {chosen.length > 0 ? (
        <Paper withBorder p="xs" role="region" aria-label={ui.chosen(chosen.length)}>
          <Group gap="sm">
            <Text size="sm" fw={600}>
              {ui.chosen(chosen.length)}
            </Text>
            <Button size="xs" onClick={() => open(several)}>
              {texts.lockChosen}
            </Button>
            <Button variant="subtle" size="xs" onClick={() => setTicked(new Set())}>
              {ui.clearChoice}
            </Button>
          </Group>
        </Paper>
      ) : null}
      {query.data ? (
        <People status={query.data} mayLock={mayLock} onOpen={open} ticked={ticked} onTick={setTicked} />
      ) : null}
      <FormDrawer
        title={
          user === company
            ? texts.changeLock
            : user === several && chosen.length > 0
              ? texts.lockChosen
              : person && texts.edit(person.userName)
        }
        onClose={() => open()}
      >
        {user === company ? <CompanyLock onClose={() => open()} /> : null}
        {user === several && chosen.length > 0 ? <ChosenLock people={chosen} onClose={() => open()} /> : null}
        {person ? <PersonLock person={person} onClose={() => open()} /> : null}
      </FormDrawer>
    </Stack>
  )
}

function People(props: {
  status: TimesheetStatus
  mayLock: boolean
  onOpen: (id: string) => void
  ticked: ReadonlySet<string>
  onTick: (ticked: ReadonlySet<string>) => void
}) {
  const { timesheetStatus: texts, ui } = useTexts()
  const { write } = useHours()
  const format = useFormat()
  const { mayLock, ticked, onTick } = props
  const { people } = props.status
  const allTicked = people.every(({ userId }) => ticked.has(userId))
  const tick = (userId: string) => {
    const next = new Set(ticked)
    if (!next.delete(userId)) next.add(userId)
    onTick(next)
  }
  const weeks = people[0]?.weeks.map(({ week }) => week) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section className="list-scroll" tabIndex={0} aria-label={texts.title}>
      <table className="list-table status-table">
        <thead>
          <tr>
            {mayLock ? (
              <th scope="col" className="stays tick">
                <Checkbox
                  size="xs"
                  aria-label={texts.chooseAll}
                  checked={allTicked}
                  indeterminate={!allTicked && ticked.size > 0}
                  onChange={() => onTick(new Set(allTicked ? [] : people.map(({ userId }) => userId)))}
                />
              </th>
            ) : null}
            <th scope="col" className="stays">
              {texts.person}
            </th>
            <th scope="col">{texts.completeUntil}</th>
            {weeks.map((week) => (
              <th key={week} scope="col" className="right">
                {texts.week(weekNumberOf(week))}
              </th>
            ))}
            <th scope="col" className="right">
              {texts.toApprove}
            </th>
            <th scope="col">{texts.lockedUntil}</th>
            <th scope="col">{texts.approver}</th>
            {mayLock ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.userId} style={{ height: 38 }}>
              {mayLock ? (
                <td className="stays tick">
                  <Checkbox
                    size="xs"
                    aria-label={ui.choose(person.userName)}
                    checked={ticked.has(person.userId)}
                    onChange={() => tick(person.userId)}
                  />
                </td>
              ) : null}
              <th scope="row" className="stays">
                <Link to="/timesheet" search={{ user: person.userId, view: 'week' }} className="plain-link">
                  {person.userName}
                  {person.active ? '' : ` (${texts.left})`}
                </Link>
              </th>
              <td>{person.completeUntil ? format.day(person.completeUntil) : texts.notComplete}</td>
              {person.weeks.map((week) => (
                <td key={week.week} className="right figures">
                  <Week person={person} {...week} today={props.status.today} />
                </td>
              ))}
              <td className="right figures">
                {person.toApproveMinutes > 0 ? (
                  <Link to="/hours-approval" search={{ user: [person.userId] }} className="plain-link">
                    {write(person.toApproveMinutes)}
                  </Link>
                ) : (
                  ui.none
                )}
              </td>
              <td>{person.lock ? format.day(person.lock.until) : ui.none}</td>
              <td>{person.approverName ?? ui.none}</td>
              {mayLock ? (
                <td>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={texts.edit(person.userName)}
                    onClick={() => props.onOpen(person.userId)}
                  >
                    {texts.editButton}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Hours of a week, marked when some are missing; the week that goes on may still get them. */
function Week(props: {
  person: TimesheetStatusRow
  week: string
  minutes: number
  normMinutes: number
  today: string
}) {
  const { timesheetStatus: texts } = useTexts()
  const { write } = useHours()
  const { week, minutes, normMinutes, person } = props
  const missing = normMinutes - minutes
  const isComplete = person.completeUntil !== null && person.completeUntil >= week && missing <= 0
  const words = missing > 0 ? texts.short(write(missing)) : texts.enough
  return (
    <Link
      to="/timesheet"
      search={{ user: person.userId, day: week, view: 'week' }}
      className="plain-link status-week"
      data-missing={missing > 0 || undefined}
      title={words}
      aria-label={`${write(minutes)}, ${words}`}
    >
      {missing > 0 ? <IconAlertTriangle size={13} aria-hidden /> : null}
      {isComplete ? <IconCircleCheck size={13} aria-hidden /> : null} {write(minutes)}
    </Link>
  )
}
