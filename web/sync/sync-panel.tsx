// How a customer or project stands in accounting, and what a person can do about it.
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type SyncAction, SyncBadge } from '../../src/sync/record-state.ts'
import { post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Differences } from './differences.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { sendAgain, showSendAgain } from './send-again.ts'
import { SyncCard } from './sync-card.tsx'

export type SyncedKind = 'customer' | 'project'

const confirmed = {
  'create-again': { title: 'createAgainTitle', text: 'createAgainText' },
  'put-ours-back': { title: 'putBackTitle', text: 'putBackText' },
} as const

export function SyncPanel({ kind, id, badge }: { kind: SyncedKind; id: string; badge: SyncBadge }) {
  const { sync } = useTexts()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<SyncAction | null>(null)
  const refresh = () => queries.invalidateQueries()
  const send = useMutation({
    mutationFn: () => sendAgain(kind, [id]),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      void refresh()
    },
  })
  const question = asked && asked in confirmed ? confirmed[asked as keyof typeof confirmed] : null
  return (
    <SyncCard
      kind={kind}
      id={id}
      badge={badge}
      actions={badge.actions}
      isSending={send.isPending}
      onAct={(action) => (action === 'link' || action in confirmed ? setAsked(action) : send.mutate())}
      errors={[send.error]}
      facts={badge.differences.length > 0 ? <Differences differences={badge.differences} /> : null}
    >
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
    </SyncCard>
  )
}
