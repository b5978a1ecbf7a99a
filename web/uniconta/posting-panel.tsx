// A document's way into the books: state, sentence, step, both sides, and what a person can do about it.
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SyncAction, SyncBadge } from '../../src/sync/record-state.ts'
import { Differences } from '../sync/differences.tsx'
import { showSendAgain } from '../sync/send-again.ts'
import { SyncCard } from '../sync/sync-card.tsx'
import { useTexts } from '../texts/texts.tsx'
import { ChooseDialog } from './choose-dialog.tsx'
import { NextStep } from './first-document.tsx'
import { PostingFacts } from './posting-facts.tsx'
import { usePosting } from './posting-query.ts'
import { sendPostingsAgain } from './send-postings-again.ts'

export function PostingPanel({ id, number, badge }: { id: string; number: string; badge: SyncBadge }) {
  const { sync } = useTexts()
  const queries = useQueryClient()
  const [isChoosing, setChoosing] = useState(false)
  const { data: posting, error } = usePosting(id)
  const shown = posting?.sync ?? badge
  const send = useMutation({
    mutationFn: () => sendPostingsAgain([id]),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      void queries.invalidateQueries()
    },
  })
  const mayChoose = posting?.choices.some(({ choice }) => choice !== 'wait') ?? false
  return (
    <SyncCard
      kind="invoice"
      id={id}
      badge={shown}
      actions={actionsOf(shown, mayChoose)}
      hasOwnButton={posting?.shownStep != null}
      isSending={send.isPending}
      onAct={(action) => (action === 'choose' ? setChoosing(true) : send.mutate())}
      errors={[error, send.error]}
      facts={
        <>
          {shown.differences.length > 0 && !posting?.there ? <Differences differences={shown.differences} /> : null}
          {posting ? <PostingFacts posting={posting} /> : null}
          {posting?.shownStep ? <NextStep id={id} step={posting.shownStep} /> : null}
        </>
      }
    >
      {isChoosing ? <ChooseDialog id={id} number={number} onClose={() => setChoosing(false)} /> : null}
    </SyncCard>
  )
}

/** What the badge offers; the choices also where only the document itself knows of them. */
function actionsOf(badge: SyncBadge, mayChoose: boolean): SyncAction[] {
  const actions = badge.actions.filter((action) => action !== 'choose')
  if (!mayChoose && !badge.actions.includes('choose')) return actions
  return badge.actions.includes('choose') ? ['choose', ...actions] : [...actions, 'choose']
}
