// Projects > Hours approval: what waits, by person and week or by project; whole groups or single entries, also by keyboard.
import './hours-approval.css'
import { Button, Checkbox, Group, Paper, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { HoursToApprove, type ToApproveGroup } from '../../src/time-entries/time-entry.ts'
import { get, queryOf } from '../api.ts'
import { useProjectFilter } from '../projects/project-filters.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FilterBar, type ListFilter } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useUsers } from '../users/users-query.ts'
import { ApprovalGroup } from './approval-group.tsx'
import { waitingIn } from './entries-query.ts'
import { RejectDialog } from './reject-dialog.tsx'
import { useApproval, type Wanted } from './use-approval.ts'

const route = getRouteApi('/hours-approval')
const groupings = ['person-week', 'project'] as const

export function HoursApprovalPage() {
  const { approval, hours, shell } = useTexts()
  const { write } = useHours()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { users } = useUsers()
  const act = useApproval()
  const by = groupings.find((one) => one === [search.by ?? []].flat()[0]) ?? 'person-week'
  const query = useQuery({
    queryKey: ['/hours-to-approve', by, search.user, search.project],
    queryFn: () =>
      get(`/hours-to-approve${queryOf({ by, user: search.user, project: search.project })}`, HoursToApprove),
  })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [rejected, setRejected] = useState<Wanted | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const groups = query.data?.groups ?? []
  const chosen = groups.filter(({ key }) => ticked.has(key))
  const sum = (part: readonly ToApproveGroup[], name: 'minutes' | 'entries') =>
    part.reduce((total, group) => total + group[name], 0)
  const ofGroups = (part: readonly ToApproveGroup[]): Wanted => ({
    entries: sum(part, 'entries'),
    minutes: sum(part, 'minutes'),
    ids: async () => (await Promise.all(part.map(waitingIn))).flat().map(({ id }) => id),
  })
  const approving = useMutation({
    mutationFn: async (wanted: Wanted) => act.approve(await wanted.ids(), query.data?.asOf),
    onSuccess: () => setTicked(new Set()),
  })
  const reject = async (comment: string) => {
    if (rejected) await act.reject(await rejected.ids(), comment)
    setTicked(new Set())
  }
  const go = (next: typeof search) => void navigate({ to: '/hours-approval', search: next, replace: true })
  const tick = (key: string) => {
    const next = new Set(ticked)
    if (!next.delete(key)) next.add(key)
    setTicked(next)
  }
  const filters: ListFilter[] = [
    { key: 'user', title: hours.person, options: users.map(({ id, name }) => ({ value: id, label: name })) },
    useProjectFilter(search),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-group]')
    if (!from || event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-group]') ?? [])]
    const focusRow = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('[data-row-focus]')?.focus()
    const at = rows.indexOf(from)
    const group = groups[at]
    if (!group) return
    if (event.key === 'ArrowDown') focusRow(rows[at + 1])
    else if (event.key === 'ArrowUp') focusRow(rows[at - 1])
    else if (event.key === 'a') approving.mutate(ofGroups(chosen.length > 0 ? chosen : [group]))
    else if (event.key === 'r') setRejected(ofGroups(chosen.length > 0 ? chosen : [group]))
    else if (event.key === ' ' && (event.target as HTMLElement).dataset.rowFocus !== undefined) tick(group.key)
    else return
    event.preventDefault()
  }

  return (
    <Stack gap="sm">
      <PageHeader
        title={approval.title}
        crumbs={[{ title: shell.groups.projects }, { title: approval.title }]}
        count={query.data ? format.count(query.data.totals.entries) : undefined}
      />
      <Group gap="sm">
        <SegmentedControl
          aria-label={approval.by}
          value={by}
          data={groupings.map((value) => ({ value, label: approval.groupings[value] }))}
          onChange={(value) => go({ ...search, by: [value] })}
        />
        <FilterBar
          title={approval.title}
          filters={filters}
          search={search}
          onSearch={(next) => go(next)}
          withoutSearch
        />
      </Group>
      {query.error ? <FaultText error={query.error} onRetry={() => void query.refetch()} /> : null}
      {approving.error ? <FaultText error={approving.error} /> : null}
      {query.isPending ? <Skeleton height={240} aria-hidden /> : null}
      {query.data && groups.length === 0 ? (
        <Text py="xl" ta="center">
          {search.user || search.project ? approval.emptyFiltered : approval.empty}
        </Text>
      ) : null}
      {query.data && groups.length > 0 ? (
        <>
          <Paper withBorder p="xs" className="approval-bar">
            <Group gap="sm" justify="space-between">
              <Checkbox
                label={
                  chosen.length === 0
                    ? approval.chooseAll
                    : approval.chosen(sum(chosen, 'entries'), write(sum(chosen, 'minutes')))
                }
                checked={chosen.length === groups.length}
                indeterminate={chosen.length > 0 && chosen.length < groups.length}
                onChange={() => setTicked(new Set(chosen.length === groups.length ? [] : groups.map(({ key }) => key)))}
              />
              <Group gap="xs">
                <Button variant="default" disabled={chosen.length === 0} onClick={() => setRejected(ofGroups(chosen))}>
                  {approval.rejectMore}
                </Button>
                <Button
                  disabled={chosen.length === 0}
                  loading={approving.isPending}
                  onClick={() => approving.mutate(ofGroups(chosen))}
                >
                  {approval.approve}
                </Button>
              </Group>
            </Group>
          </Paper>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it. */}
          <div ref={list} onKeyDown={onKeyDown} className="approval-list panel">
            {groups.map((group) => (
              <ApprovalGroup
                key={group.key}
                group={group}
                isTicked={ticked.has(group.key)}
                onTick={() => tick(group.key)}
                isBusy={approving.isPending}
                onApprove={(wanted) => approving.mutate(wanted ?? ofGroups([group]))}
                onReject={(wanted) => setRejected(wanted ?? ofGroups([group]))}
              />
            ))}
          </div>
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="var(--muted)" className="figures">
              {approval.total(query.data.groupCount, query.data.totals.entries, write(query.data.totals.minutes))}{' '}
              {query.data.groupCount > groups.length ? approval.oldest(groups.length) : ''}
            </Text>
            <Text size="sm" c="var(--muted)" visibleFrom="sm">
              {approval.keysHint}
            </Text>
          </Group>
        </>
      ) : null}
      {rejected ? (
        <RejectDialog
          what={approval.rejectWhat(rejected.entries, write(rejected.minutes))}
          onClose={() => setRejected(null)}
          reject={reject}
        />
      ) : null}
    </Stack>
  )
}
