// My pages > Timesheet: the hours of a day, a week or a month. What is shown stands in the address.
import './timesheet.css'
import {
  ActionIcon,
  Button,
  Group,
  Kbd,
  Menu,
  Modal,
  Popover,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
  Table,
  Text,
} from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconChevronLeft, IconChevronRight, IconCopy, IconKeyboard, IconLock } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useBlocker, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { addDays, type Day, dayIn, mondayOf } from '../../src/lib/dates.ts'
import { type ActivityChoice, CopyWeekAnswer } from '../../src/time-entries/timesheet.ts'
import { post } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { hoursStyles } from '../ui/hours.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useUsers } from '../users/users-query.ts'
import { AddActivity } from './add-activity.tsx'
import { useLockText } from './cell-words.ts'
import { DayList } from './day-list.tsx'
import { useDayWords } from './day-words.ts'
import { MonthCalendar } from './month-calendar.tsx'
import { lostByLeaving, SaveProblems, SaveStatus } from './save-status.tsx'
import { mayType } from './timesheet-cell.tsx'
import { type TimesheetSearch, type View, views } from './timesheet-search.ts'
import { partsOf, type ShownTimesheet } from './timesheet-view.ts'
import { type OpenTimesheet, useTimesheet } from './use-timesheet.ts'
import { WeekGrid } from './week-grid.tsx'
import { addMonths, weekNumberOf, weeksOfMonth } from './weeks.ts'

const route = getRouteApi('/timesheet')

export function TimesheetPage() {
  const { timesheet, shell } = useTexts()
  const me = useMe()
  const search = route.useSearch()
  const navigate = useNavigate()
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const today = dayIn(me.company.timeZone, new Date())
  const { day = today, user = me.id } = search
  const view = search.view ?? (isNarrow ? 'day' : 'week')
  const weeks = view === 'month' ? weeksOfMonth(day).flat() : [mondayOf(day), addDays(mondayOf(day), 6)]
  const sheet = useTimesheet(user, weeks[0] ?? day, weeks.at(-1) ?? day)
  const [openNote, setOpenNote] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)

  const go = (change: TimesheetSearch, replace = false) =>
    void navigate({ to: '/timesheet', search: { ...search, ...change }, replace })
  const step = (count: number) =>
    view === 'month' ? addMonths(day, count) : addDays(day, view === 'week' ? 7 * count : count)
  const goTo = (where: 'previous' | 'next' | 'today') =>
    go({ day: where === 'today' ? today : step(where === 'next' ? 1 : -1) }, true)
  const focusCell = useFocusLater(page)
  const blocker = useUnsavedQuestion(sheet)
  const { shown, timesheet: stored } = sheet
  const isOthers = user !== me.id
  const title = isOthers ? timesheet.titleOf(stored?.userName ?? '…') : timesheet.title
  const there = new Set(shown?.rows.map(({ activityId }) => activityId))

  return (
    <Stack gap="sm" ref={page}>
      <PageHeader
        title={title}
        crumbs={[{ title: shell.groups.my }, { title: timesheet.title }]}
        badge={<SaveStatus sheet={sheet} />}
        actions={<WhoseTimesheet userId={user} onUser={(id) => go({ user: id })} />}
      />
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={timesheet.previous[view]}
            onClick={() => goTo('previous')}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => goTo('today')}>
            {timesheet.today}
          </Button>
          <ActionIcon variant="default" size={36} aria-label={timesheet.next[view]} onClick={() => goTo('next')}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Period view={view} day={day} />
        </Group>
        <Group gap="xs">
          <SegmentedControl
            size="sm"
            aria-label={timesheet.view}
            value={view}
            data={views.map((value) => ({ value, label: timesheet.views[value] }))}
            onChange={(value) => go({ view: value as View })}
          />
          <HoursStyleChoice />
          {view === 'week' ? <Keys /> : null}
        </Group>
      </Group>
      {sheet.query.error ? <FaultText error={sheet.query.error} onRetry={() => void sheet.query.refetch()} /> : null}
      {shown ? <Locks shown={shown} /> : null}
      {sheet.query.isPending ? <Skeleton height={260} aria-hidden /> : null}
      {shown && stored && view === 'week' && shown.rows.length > 0 ? (
        <WeekGrid
          sheet={sheet}
          shown={shown}
          openNote={openNote}
          onNote={setOpenNote}
          onOpenDay={(one) => go({ view: 'day', day: one })}
          onGo={goTo}
        />
      ) : null}
      {shown && view === 'week' && shown.rows.length === 0 ? (
        <Text py="md">{stored?.mayChange ? timesheet.empty : timesheet.emptyReadOnly}</Text>
      ) : null}
      {shown && view === 'day' ? (
        <DayList
          sheet={sheet}
          shown={shown}
          day={day}
          onDay={(one) => go({ day: one }, true)}
          openNote={openNote}
          onNote={setOpenNote}
        />
      ) : null}
      {shown && view === 'month' ? (
        <MonthCalendar
          shown={shown}
          day={day}
          today={stored?.today ?? today}
          onDay={(one) => go({ view: 'day', day: one })}
          onWeek={(one) => go({ view: 'week', day: one })}
        />
      ) : null}
      {mayType(sheet) && view !== 'month' ? (
        <Group gap="sm">
          <AddActivity
            userId={user}
            there={there}
            onAdd={(choice) => {
              sheet.add([choice])
              focusCell(choice.activityId, view === 'day' ? day : mondayOf(day))
            }}
          />
          <CopyWeek sheet={sheet} userId={user} day={day} />
        </Group>
      ) : null}
      <SaveProblems
        sheet={sheet}
        onGo={(key) => {
          const parts = partsOf(key)
          go({ day: parts.day, user: parts.userId, ...(view === 'month' ? { view: 'week' } : {}) }, true)
          focusCell(parts.activityId, parts.day)
        }}
      />
      <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={timesheet.leaveTitle}>
        <Stack>
          <Text size="sm">{timesheet.leaveText(lostByLeaving(sheet))}</Text>
          <Leave onStay={() => blocker.reset?.()} onLeave={() => blocker.proceed?.()} />
        </Stack>
      </Modal>
    </Stack>
  )
}

function Leave({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { ui } = useTexts()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onLeave}>
        {ui.leave}
      </Button>
      <Button data-autofocus onClick={onStay}>
        {ui.stay}
      </Button>
    </Group>
  )
}

/** Waits for what is on its way, then asks only if something would be lost. Another week of the timesheet loses nothing. */
function useUnsavedQuestion(sheet: OpenTimesheet) {
  const lost = useRef(sheet)
  useEffect(() => {
    lost.current = sheet
  })
  return useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false
      const isSaved = await sheet.saver.isSaved()
      return !isSaved || lost.current.wrong.size > 0
    },
    enableBeforeUnload: () =>
      sheet.wrong.size > 0 || [...sheet.unsaved.values()].some(({ status }) => status.state !== 'saved'),
    withResolver: true,
  })
}

/** Puts the focus into a cell once it is there. */
function useFocusLater(page: React.RefObject<HTMLDivElement | null>) {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (!wanted.current) return
    const cell = page.current?.querySelector<HTMLInputElement>(`[data-cell="${wanted.current}"] .hours-input`)
    if (!cell) return
    wanted.current = null
    cell.focus()
  })
  return (activityId: string, day: Day) => {
    wanted.current = `${activityId} ${day}`
  }
}

function Period({ view, day }: { view: View; day: Day }) {
  const { hours } = useTexts()
  const { date, wholeDay, month } = useDayWords()
  const monday = mondayOf(day)
  const sunday = addDays(monday, 6)
  return (
    <Text fw={600} aria-live="polite">
      {view === 'day' ? wholeDay(day) : null}
      {view === 'month' ? month(day) : null}
      {view === 'week' ? (
        <>
          {hours.weekOfYear(weekNumberOf(day), addDays(monday, 3).slice(0, 4))}
          <Text span c="var(--muted)" fw={400}>
            {' '}
            {date(monday)} – {date(sunday)}
          </Text>
        </>
      ) : null}
    </Text>
  )
}

function Locks({ shown }: { shown: ShownTimesheet }) {
  const { lockText } = useLockText()
  const texts = new Set(shown.days.flatMap(({ lock }) => (lock ? [lockText(lock)] : [])))
  return [...texts].map((text) => (
    <Group key={text} gap={6} wrap="nowrap">
      <IconLock size={16} aria-hidden />
      <Text size="sm">{text}</Text>
    </Group>
  ))
}

function WhoseTimesheet({ userId, onUser }: { userId: string; onUser: (id: string) => void }) {
  const { timesheet } = useTexts()
  const maySee = useMay("view everybody's hours")
  const { users } = useUsers()
  if (!maySee) return null
  return (
    <Select
      aria-label={timesheet.whose}
      searchable
      allowDeselect={false}
      w={220}
      value={userId}
      data={users
        .filter(({ id, active }) => active || id === userId)
        .map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => id && onUser(id)}
    />
  )
}

export function HoursStyleChoice() {
  const { hours } = useTexts()
  const { style, setStyle } = useHours()
  const samples = { decimal: hours.decimalSample, clock: '7:30' }
  return (
    <SegmentedControl
      size="sm"
      aria-label={hours.style}
      value={style}
      data={hoursStyles.map((value) => ({ value, label: samples[value] }))}
      onChange={setStyle}
    />
  )
}

function Keys() {
  const { timesheet } = useTexts()
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconKeyboard size={16} aria-hidden />}>
          {timesheet.keys}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={timesheet.keys} tabIndex={-1} data-autofocus>
        <Table withRowBorders={false} verticalSpacing={3}>
          <Table.Tbody>
            {timesheet.keyList.map(([key, does]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>
                  <Kbd>{key}</Kbd>
                </Table.Th>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  )
}

function CopyWeek({ sheet, userId, day }: { sheet: OpenTimesheet; userId: string; day: Day }) {
  const { timesheet } = useTexts()
  const { write } = useHours()
  const copy = useMutation({
    mutationFn: (withMinutes: boolean) =>
      post(
        '/timesheet/copy-week',
        { userId, fromWeek: addDays(mondayOf(day), -7), toWeek: mondayOf(day), withMinutes },
        CopyWeekAnswer,
      ),
    async onSuccess({ rows, entries, minutes, notCopied }, withMinutes) {
      sheet.add(rows as ActivityChoice[])
      await sheet.refresh()
      const reasons = [...new Set(notCopied.map(({ activity, reason }) => `${activity}: ${reason}`))]
      notifications.show({
        color: notCopied.length > 0 ? 'yellow' : 'fjord',
        autoClose: notCopied.length > 0 ? false : 5_000,
        message: [
          rows.length === 0
            ? timesheet.copiedNothing
            : withMinutes
              ? timesheet.copiedHours(entries, write(minutes))
              : timesheet.copiedRows(rows.length),
          ...reasons,
        ].join('\n'),
        styles: { description: { whiteSpace: 'pre-line' } },
      })
    },
  })
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} loading={copy.isPending}>
            {timesheet.copyWeek}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy.mutate(false)}>{timesheet.copyRows}</Menu.Item>
          <Menu.Item onClick={() => copy.mutate(true)}>{timesheet.copyHours}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {copy.error ? <FaultText error={copy.error} /> : null}
    </>
  )
}
