// The bulk action of the lists: how many go, and how many will not, said before it is pressed.
import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SyncBadge } from '../../src/sync/record-state.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { sendAgain, showSendAgain } from './send-again.ts'
import type { SyncedKind } from './sync-panel.tsx'

type Line = { id: string; sync: SyncBadge }

export function SendAgainButton(props: { kind: SyncedKind; rows: readonly Line[]; onDone: () => void }) {
  const { sync } = useTexts()
  const queries = useQueryClient()
  const faultText = useFaultText()
  const isNothing = (row: Line) => row.sync.state === 'off' && row.sync.actions.length === 0
  const goes = props.rows.filter((row) => !isNothing(row))
  const stays = props.rows.filter(isNothing)
  const reasons = [...new Set(stays.map((row) => row.sync.text))].slice(0, 2).join(' ')
  const send = useMutation({
    mutationFn: () =>
      sendAgain(
        props.kind,
        goes.map((row) => row.id),
      ),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      props.onDone()
      void queries.invalidateQueries()
    },
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  return (
    <>
      <Button size="xs" loading={send.isPending} disabled={goes.length === 0} onClick={() => send.mutate()}>
        {sync.sendAgainMany(goes.length)}
      </Button>
      {stays.length > 0 ? (
        <Text size="sm" c="var(--muted)">
          {sync.stayOff(stays.length)} {reasons}
        </Text>
      ) : null}
    </>
  )
}
