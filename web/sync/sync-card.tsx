// How something stands in accounting: the state, its sentence, what is known of it, and the buttons.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { SyncAction, SyncBadge } from '../../src/sync/record-state.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { AttemptsDrawer } from './attempts-drawer.tsx'
import { StateBadge } from './state-badge.tsx'

const sends: readonly SyncAction[] = ['send-again', 'send-now', 'look-now']

/** Whoever is told elsewhere on the page that something waits is led here. */
export const accountingId = 'accounting'

export function SyncCard(props: {
  kind: 'customer' | 'project' | 'invoice'
  id: string
  badge: SyncBadge
  actions: readonly SyncAction[]
  isSending: boolean
  /** What is to be done about an action, but for 'go-to', which goes to the holder. */
  onAct: (action: SyncAction) => void
  errors: readonly unknown[]
  /** Between the sentence and the buttons. */
  facts: ReactNode
  /** The button of the next step stands among the facts. */
  hasOwnButton?: boolean
  /** Dialogs of the actions. */
  children: ReactNode
}) {
  const { kind, id, badge } = props
  const { sync } = useTexts()
  const format = useFormat()
  const navigate = useNavigate()
  const maySend = useMay('send records again')
  const mayLook = useMay('view the log')
  const [showsAttempts, setShowsAttempts] = useState(false)
  const act = (action: SyncAction) =>
    action === 'go-to' && badge.holder
      ? void navigate({ to: `/${badge.holder.kind}s/${badge.holder.subject}` })
      : props.onAct(action)
  const offered = props.actions.filter((action) => maySend || action === 'go-to')
  return (
    <Paper withBorder p="md" component="section" id={accountingId} tabIndex={-1} aria-label={sync.title}>
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
        {props.facts}
        {props.errors.filter(Boolean).map((error) => (
          <FaultText key={String(error)} error={error} />
        ))}
        <Group gap="xs">
          {offered.map((action, index) => (
            <Button
              key={action}
              size="xs"
              variant={index === 0 && !props.hasOwnButton ? 'filled' : 'default'}
              loading={props.isSending && sends.includes(action)}
              onClick={() => act(action)}
            >
              {action === 'go-to' && badge.holder?.label ? sync.goTo(badge.holder.label) : sync.actions[action]}
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
      {props.children}
    </Paper>
  )
}
