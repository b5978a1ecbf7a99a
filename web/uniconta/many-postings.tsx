// What is done about many documents at once: send them again, or say that the numbers there stand.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostingRow } from '../../src/uniconta/posting.ts'
import { showSendAgain } from '../sync/send-again.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { letNumbersStand, sendPostingsAgain } from './send-postings-again.ts'
import { useUnicontaTexts } from './texts.ts'

export function ManyPostings({ rows, onDone }: { rows: readonly PostingRow[]; onDone: () => void }) {
  const { sync } = useTexts()
  const { postings } = useUnicontaTexts()
  const queries = useQueryClient()
  const faultText = useFaultText()
  const [isAsking, setAsking] = useState(false)
  const goes = rows.filter((row) => row.step !== 'settled')
  const send = useMutation({
    mutationFn: () => sendPostingsAgain(goes.map(({ id }) => id)),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      onDone()
      void queries.invalidateQueries()
    },
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  return (
    <>
      <Button size="xs" loading={send.isPending} disabled={goes.length === 0} onClick={() => send.mutate()}>
        {postings.sendAgain(goes.length)}
      </Button>
      <Button size="xs" variant="default" disabled={goes.length === 0} onClick={() => setAsking(true)}>
        {postings.many.open}
      </Button>
      {goes.length < rows.length ? (
        <Text size="sm" c="var(--muted)">
          {postings.stay(rows.length - goes.length)}
        </Text>
      ) : null}
      {isAsking ? (
        <NumbersStand ids={goes.map(({ id }) => id)} onClose={() => setAsking(false)} onDone={onDone} />
      ) : null}
    </>
  )
}

type Asked = { ids: readonly string[]; onClose: () => void; onDone: () => void }

function NumbersStand({ ids, onClose, onDone }: Asked) {
  const { sync, ui } = useTexts()
  const { postings } = useUnicontaTexts()
  const { dialog, many } = postings
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const choosing = useMutation({
    mutationFn: () => letNumbersStand(ids, reason.trim()),
    onSuccess(answer) {
      showSendAgain(answer, sync, notifications.show)
      onClose()
      onDone()
      void queries.invalidateQueries()
    },
  })
  return (
    <Modal opened onClose={onClose} title={many.title(ids.length)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim()) choosing.mutate()
        }}
      >
        <Stack>
          <Text size="sm">{many.does}</Text>
          <Textarea
            data-autofocus
            label={dialog.reason}
            description={dialog.reasonHint}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {choosing.error ? <FaultText error={choosing.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={choosing.isPending} disabled={reason.trim() === ''}>
              {postings.choices['booked-under-another-number'].yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
