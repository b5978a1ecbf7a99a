// The panel of a document's way into the books: state, sentence, step, both sides, and what a person can do about it.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SyncAction, SyncBadge } from '../../src/sync/record-state.ts'
import { useMay } from '../session.tsx'
import { AttemptsDrawer } from '../sync/attempts-drawer.tsx'
import { Differences } from '../sync/differences.tsx'
import { showSendAgain } from '../sync/send-again.ts'
import { StateBadge } from '../sync/state-badge.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { PostingFacts } from './posting-facts.tsx'
import { usePosting } from './posting-query.ts'
import { sendPostingsAgain } from './send-postings-again.ts'

export function PostingPanel({ id, number, badge }: { id: string; number: string; badge: SyncBadge }) {
  const { sync } = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const maySend = useMay('send records again')
  const [isChoosing, setChoosing] = useState(false)
  const [showsAttempts, setShowsAttempts] = useState(false)
  const { data: posting, error } = usePosting(id)
  const shown = posting?.sync ?? badge
  const send = useMutation({
    mutationFn: () => sendPostingsAgain([id]),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      void queries.invalidateQueries()
    },
  })
  const act = (action: SyncAction) => {
    if (action === 'choose') return setChoosing(true)
    if (action === 'go-to' && shown.holder)
      return void navigate({ to: `/${shown.holder.kind}s/${shown.holder.subject}` })
    send.mutate()
  }
  const mayChoose = posting?.choices.some(({ choice }) => choice !== 'wait') ?? false
  const offered = actionsOf(shown, mayChoose).filter((action) => maySend || action === 'go-to')
  return (
    <Paper withBorder p="md" component="section" aria-label={sync.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{sync.title}</Title>
          <StateBadge sync={shown} />
        </Group>
        <Text size="sm" role="status">
          {shown.text}
        </Text>
        {shown.since ? (
          <Text size="xs" c="var(--muted)">
            {sync.since(format.instant(shown.since))}
            {shown.nextTryAt ? ` · ${sync.nextTry(format.time(shown.nextTryAt))}` : ''}
          </Text>
        ) : null}
        {shown.differences.length > 0 && !posting?.there ? <Differences differences={shown.differences} /> : null}
        {posting ? <PostingFacts posting={posting} /> : null}
        {error ? <FaultText error={error} /> : null}
        {send.error ? <FaultText error={send.error} /> : null}
        <Group gap="xs">
          {offered.map((action, index) => (
            <Button
              key={action}
              size="xs"
              variant={index === 0 ? 'filled' : 'default'}
              loading={send.isPending && action !== 'choose' && action !== 'go-to'}
              onClick={() => act(action)}
            >
              {sync.actions[action]}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => setShowsAttempts(true)}>
            {sync.exchange}
          </Button>
        </Group>
      </Stack>
      {showsAttempts ? <AttemptsDrawer kind="invoice" id={id} onClose={() => setShowsAttempts(false)} /> : null}
      {isChoosing ? <ChooseDialog id={id} number={number} onClose={() => setChoosing(false)} /> : null}
    </Paper>
  )
}

/** What the badge offers; the choices also where only the document itself knows of them. */
function actionsOf(badge: SyncBadge, mayChoose: boolean): SyncAction[] {
  const actions = badge.actions.filter((action) => action !== 'choose')
  if (!mayChoose && !badge.actions.includes('choose')) return actions
  return badge.actions.includes('choose') ? ['choose', ...actions] : [...actions, 'choose']
}
