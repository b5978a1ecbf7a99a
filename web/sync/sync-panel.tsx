// How a record stands in accounting: the state, its sentence, what differs, and what a person can do about it.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type SyncAction, SyncBadge } from '../../src/sync/record-state.ts'
import { post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { AttemptsDrawer } from './attempts-drawer.tsx'
import { Differences } from './differences.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { sendAgain, showSendAgain } from './send-again.ts'
import { StateBadge } from './state-badge.tsx'

export type SyncedKind = 'customer' | 'project'

const confirmed = {
  'create-again': { title: 'createAgainTitle', text: 'createAgainText' },
  'put-ours-back': { title: 'putBackTitle', text: 'putBackText' },
} as const

export function SyncPanel({ kind, id, badge }: { kind: SyncedKind; id: string; badge: SyncBadge }) {
  const { sync } = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const maySend = useMay('send records again')
  const mayLook = useMay('view the log')
  const [asked, setAsked] = useState<SyncAction | null>(null)
  const [showsAttempts, setShowsAttempts] = useState(false)
  const refresh = () => queries.invalidateQueries()
  const send = useMutation({
    mutationFn: () => sendAgain(kind, [id]),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      void refresh()
    },
  })
  const act = (action: SyncAction) => {
    if (action === 'go-to' && badge.holder)
      return void navigate({ to: `/${badge.holder.kind}s/${badge.holder.subject}` })
    if (action === 'link' || action in confirmed) return setAsked(action)
    send.mutate()
  }
  const question = asked && asked in confirmed ? confirmed[asked as keyof typeof confirmed] : null
  const offered = badge.actions.filter((action) => maySend || action === 'go-to')
  return (
    <Paper withBorder p="md" component="section" aria-label={sync.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{sync.title}</Title>
          <StateBadge sync={badge} />
        </Group>
        <Text size="sm" role="status">
          {badge.text}
        </Text>
        {badge.since ? (
          <Text size="xs" c="var(--muted)">
            {sync.since(format.instant(badge.since))}
            {badge.nextTryAt ? ` · ${sync.nextTry(format.time(badge.nextTryAt))}` : ''}
          </Text>
        ) : null}
        {badge.differences.length > 0 ? <Differences differences={badge.differences} /> : null}
        {send.error ? <FaultText error={send.error} /> : null}
        <Group gap="xs">
          {offered.map((action, index) => (
            <Button
              key={action}
              size="xs"
              variant={index === 0 ? 'filled' : 'default'}
              loading={send.isPending && (action === 'send-again' || action === 'send-now' || action === 'look-now')}
              onClick={() => act(action)}
            >
              {sync.actions[action]}
            </Button>
          ))}
          {mayLook ? (
            <Button size="xs" variant="subtle" onClick={() => setShowsAttempts(true)}>
              {sync.exchange}
            </Button>
          ) : null}
        </Group>
      </Stack>
      {showsAttempts ? <AttemptsDrawer kind={kind} id={id} onClose={() => setShowsAttempts(false)} /> : null}
      {asked === 'link' ? <LinkDialog kind={kind} id={id} onClose={() => setAsked(null)} /> : null}
      {question ? (
        <Confirm
          isOpen
          onClose={() => setAsked(null)}
          title={sync[question.title]}
          text={sync[question.text]}
          yes={sync.actions[asked as SyncAction]}
          act={async () => {
            await post(`/sync/${asked}`, { kind, id }, SyncBadge)
            await refresh()
          }}
        />
      ) : null}
    </Paper>
  )
}
