// What can be done with the ticked entries, each with how many of them it is possible for.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TimeEntry } from '../../src/time-entries/time-entry.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { useHours } from '../ui/use-hours.ts'
import { RejectDialog } from './reject-dialog.tsx'
import { useApproval } from './use-approval.ts'

export function EntryActions({ rows, onDone }: { rows: readonly TimeEntry[]; onDone: () => void }) {
  const { approval } = useTexts()
  const { write } = useHours()
  const act = useApproval()
  const faultText = useFaultText()
  const [isRejecting, setRejecting] = useState(false)
  const idsOf = (states: readonly TimeEntry['approval'][]) =>
    rows.filter((row) => states.includes(row.approval) && row.billing === 'open').map(({ id }) => id)
  const waiting = idsOf(['registered', 'rejected'])
  const rejectable = idsOf(['registered', 'approved'])
  const approved = idsOf(['approved'])
  /** Of one entry the count says nothing. */
  const count = (ids: readonly string[]) => (rows.length > 1 ? ` (${ids.length})` : '')
  const acting = useMutation({
    mutationFn: (run: () => Promise<void>) => run(),
    onSuccess: onDone,
    onError: (error) => notifications.show({ color: 'red', message: faultText(error), autoClose: false }),
  })
  return (
    <>
      <Button
        size="xs"
        disabled={waiting.length === 0}
        loading={acting.isPending}
        onClick={() => acting.mutate(() => act.approve(waiting))}
      >
        {approval.approve}
        {count(waiting)}
      </Button>
      <Button size="xs" variant="default" disabled={rejectable.length === 0} onClick={() => setRejecting(true)}>
        {approval.rejectMore}
        {count(rejectable)}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={approved.length === 0}
        onClick={() => acting.mutate(() => act.reopen(approved))}
      >
        {approval.reopen}
        {count(approved)}
      </Button>
      {isRejecting ? (
        <RejectDialog
          what={approval.rejectWhat(
            rejectable.length,
            write(rows.filter(({ id }) => rejectable.includes(id)).reduce((sum, { minutes }) => sum + minutes, 0)),
          )}
          onClose={() => setRejecting(false)}
          reject={async (comment) => {
            await act.reject(rejectable, comment)
            onDone()
          }}
        />
      ) : null}
    </>
  )
}
