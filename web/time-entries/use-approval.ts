// Approving, rejecting and opening again, with a word about what was done, what was not, and the way back.
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { createElement } from 'react'
import { BulkOutcome } from '../../src/time-entries/time-entry.ts'
import { post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { useHours } from '../ui/use-hours.ts'
import { OutcomeNote } from './outcome-note.tsx'

/** Entries that are to be approved or rejected, and how many they are before they are looked up. */
export type Wanted = { entries: number; minutes: number; ids: () => Promise<readonly string[]> }

type Act = 'approve' | 'reject' | 'reopen'

export function useApproval() {
  const { approval } = useTexts()
  const { write } = useHours()
  const queries = useQueryClient()
  const faultText = useFaultText()

  const run = async (
    act: Act,
    ids: readonly string[],
    more: { comment?: string; asOf?: string } = {},
  ): Promise<void> => {
    const outcome = await post(`/time-entries/${act}`, { ids, ...more }, BulkOutcome)
    await Promise.all(
      ['/hours-to-approve', '/time-entries', '/timesheet', '/timesheet-status', 'me'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    )
    const left = new Set(outcome.notDone.flatMap((one) => one.ids))
    const done = ids.filter((id) => !left.has(id))
    const id = `approval-${Date.now()}`
    const back = act === 'approve' && done.length > 0 ? () => undo(id, done) : undefined
    notifications.show({
      id,
      color: outcome.notDone.length > 0 ? 'yellow' : 'fjord',
      autoClose: outcome.notDone.length > 0 ? false : 12_000,
      message: createElement(OutcomeNote, {
        text: approval.done[act](outcome.done, write(outcome.minutes)),
        notDone: outcome.notDone.map(({ reason, count }) => approval.notDone(count, reason)),
        onUndo: back,
      }),
    })
  }
  const undo = (notification: string, ids: readonly string[]) => {
    notifications.hide(notification)
    run('reopen', ids).catch((error) =>
      notifications.show({ color: 'red', message: faultText(error), autoClose: false }),
    )
  }
  return {
    approve: (ids: readonly string[], asOf?: string) => run('approve', ids, asOf ? { asOf } : {}),
    reject: (ids: readonly string[], comment: string) => run('reject', ids, { comment }),
    reopen: (ids: readonly string[]) => run('reopen', ids),
  }
}
