// My pages > Timesheet: the hours of a day, a week or a month. What is shown stands in the address.
import './timesheet.css'
import { Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLock } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { addDays, type Day, dayIn, mondayOf } from '../../src/lib/dates.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useUsers } from '../users/users-query.ts'
import { AddActivity } from './add-activity.tsx'
import { useLockText } from './cell-words.ts'
import { CopyWeek } from './copy-week.tsx'
import { DayList } from './day-list.tsx'
import { MonthCalendar } from './month-calendar.tsx'
import { SaveProblems, SaveStatus } from './save-status.tsx'
import { mayType, type OpenNote } from './timesheet-cell.tsx'
import type { TimesheetSearch } from './timesheet-search.ts'
import { TimesheetTools } from './timesheet-tools.tsx'
import { partsOf, type ShownTimesheet } from './timesheet-view.ts'
import { UnsavedQuestion } from './unsaved-question.tsx'
import { useTimesheet } from './use-timesheet.ts'
import { WeekGrid } from './week-grid.tsx'
import { addMonths, weeksOfMonth } from './weeks.ts'

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
  const [openNote, setOpenNote] = useState<OpenNote | null>(null)
  const page = useRef<HTMLDivElement>(null)

  const go = (change: TimesheetSearch, replace = false) =>
    void navigate({ to: '/timesheet', search: { ...search, ...change }, replace })
  const step = (count: number) =>
    view === 'month' ? addMonths(day, count) : addDays(day, view === 'week' ? 7 * count : count)
  const goTo = (where: 'previous' | 'next' | 'today') =>
    go({ day: where === 'today' ? today : step(where === 'next' ? 1 : -1) }, true)
  const focusCell = useFocusLater(page)
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
      <TimesheetTools view={view} day={day} onGo={goTo} onView={(value) => go({ view: value })} />
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
      <UnsavedQuestion sheet={sheet} held={openNote?.worked === undefined ? 0 : 1} />
    </Stack>
  )
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
