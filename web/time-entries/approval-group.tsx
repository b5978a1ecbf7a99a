// The hours of one person in one week, or of one project, and the entries behind them.
import { ActionIcon, Button, Checkbox, Group, Skeleton, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ToApproveGroup } from '../../src/time-entries/time-entry.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { TextLink } from '../ui/links.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useDayWords } from './day-words.ts'
import { waitingIn } from './entries-query.ts'
import type { Wanted } from './use-approval.ts'
import { weekNumberOf } from './weeks.ts'

type GroupProps = {
  group: ToApproveGroup
  isTicked: boolean
  onTick: () => void
  isBusy: boolean
  /** Without entries the whole group is meant. */
  onApprove: (wanted?: Wanted) => void
  onReject: (wanted?: Wanted) => void
}

export function ApprovalGroup(props: GroupProps) {
  const { approval, timesheet, ui } = useTexts()
  const { write } = useHours()
  const { date } = useDayWords()
  const [isOpen, setOpen] = useState(false)
  const { group } = props
  const [project] = group.projects
  const name = group.week
    ? approval.personWeek(group.userName ?? '', weekNumberOf(group.week))
    : `${project?.number} ${project?.name}`
  return (
    <section data-group={group.key} aria-label={name} className="approval-group">
      <div className="approval-head">
        <Checkbox aria-label={ui.choose(name)} checked={props.isTicked} onChange={props.onTick} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={approval.expand(name)}
          aria-expanded={isOpen}
          data-row-focus
          onClick={() => setOpen(!isOpen)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') setOpen(true)
            if (event.key === 'ArrowLeft') setOpen(false)
          }}
        >
          {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
        </ActionIcon>
        <div className="approval-name">
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="var(--muted)">
            {date(group.firstDay)}
            {group.lastDay === group.firstDay ? '' : ` – ${date(group.lastDay)}`}
            {group.week ? ` · ${group.projects.map((one) => one.name).join(', ')}` : ` · ${project?.customerName}`}
          </Text>
        </div>
        <div className="approval-hours figures">
          <Text size="sm" fw={600}>
            {write(group.minutes)}{' '}
            <Text span size="xs" fw={400} c="var(--muted)">
              {group.normMinutes === null ? '' : timesheet.ofNorm(write(group.normMinutes))}
            </Text>
          </Text>
          <Billable minutes={group.minutes} billableMinutes={group.billableMinutes} />
        </div>
        <Group gap={6} wrap="nowrap" className="approval-actions">
          <Button
            size="xs"
            variant="subtle"
            color="red"
            aria-label={approval.rejectThese(name)}
            onClick={() => props.onReject()}
          >
            {approval.rejectMore}
          </Button>
          <Button
            size="xs"
            variant="light"
            className="light-button"
            disabled={props.isBusy}
            aria-label={approval.approveThese(name)}
            onClick={() => props.onApprove()}
          >
            {approval.approve}
          </Button>
        </Group>
      </div>
      {isOpen ? <Entries {...props} /> : null}
    </section>
  )
}

function Billable({ minutes, billableMinutes }: { minutes: number; billableMinutes: number }) {
  const { hours } = useTexts()
  const { write } = useHours()
  if (minutes === billableMinutes) return null
  return (
    <Text size="xs" c="var(--muted)">
      {hours.billableShort(write(billableMinutes))}
    </Text>
  )
}

function Entries({ group, isBusy, onApprove, onReject }: GroupProps) {
  const { approval, ui } = useTexts()
  const { write } = useHours()
  const { weekdayAndDate } = useDayWords()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const query = useQuery({
    queryKey: ['/time-entries', 'waiting', group.key, group.minutes, group.entries],
    queryFn: () => waitingIn(group),
  })
  if (query.error) return <FaultText error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton height={30 * group.entries} mx="md" mb="sm" aria-hidden />
  const chosen = query.data.filter(({ id }) => ticked.has(id))
  const wanted: Wanted = {
    entries: chosen.length,
    minutes: chosen.reduce((sum, { minutes }) => sum + minutes, 0),
    ids: async () => chosen.map(({ id }) => id),
  }
  const tick = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <div className="approval-entries">
      {query.data.map((entry) => {
        const what = group.week
          ? `${entry.projectName} · ${entry.activityName}`
          : `${entry.userName} · ${entry.activityName}`
        return (
          <div key={entry.id} className="approval-entry">
            <Checkbox
              size="xs"
              aria-label={ui.choose(`${weekdayAndDate(entry.workedOn)}, ${what}, ${write(entry.minutes)}`)}
              checked={ticked.has(entry.id)}
              onChange={() => tick(entry.id)}
            />
            <Text size="sm" className="approval-day">
              {weekdayAndDate(entry.workedOn)}
            </Text>
            <div className="approval-name">
              <Text size="sm">{what}</Text>
              {entry.note ? (
                <Text size="xs" c="var(--muted)">
                  {entry.note}
                </Text>
              ) : null}
              {entry.internalNote ? (
                <Text size="xs" c="var(--muted)" fs="italic">
                  {entry.internalNote}
                </Text>
              ) : null}
            </div>
            <div className="approval-hours figures">
              <Text size="sm">{write(entry.minutes)}</Text>
              <Billable minutes={entry.minutes} billableMinutes={entry.billableMinutes} />
            </div>
          </div>
        )
      })}
      <Group gap="xs" px="md" py={6}>
        {chosen.length > 0 ? (
          <>
            <Text size="sm" className="figures">
              {approval.chosen(wanted.entries, write(wanted.minutes))}
            </Text>
            <Button size="xs" variant="default" onClick={() => onReject(wanted)}>
              {approval.rejectMore}
            </Button>
            <Button size="xs" disabled={isBusy} onClick={() => onApprove(wanted)}>
              {approval.approve}
            </Button>
          </>
        ) : null}
        {group.week && group.userId ? (
          <TextLink to="/timesheet" search={{ user: group.userId, day: group.week, view: 'week' }} size="sm" ml="auto">
            {approval.openTimesheet}
          </TextLink>
        ) : null}
      </Group>
    </div>
  )
}
