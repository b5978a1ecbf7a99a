// UC-20: a record that was sent gets another number by being made anew there. Said before it is done.
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SyncBadge } from '../../src/sync/record-state.ts'
import { ApiProblem, post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import type { SyncedKind } from './sync-panel.tsx'

export function NewNumberDialog(props: {
  kind: SyncedKind
  record: { id: string; version: number; number: string; name: string; sync: SyncBadge }
  onClose: () => void
}) {
  const { sync, ui } = useTexts()
  const { kind, record, onClose } = props
  const queries = useQueryClient()
  const [number, setNumber] = useState('')
  const give = useMutation({
    mutationFn: () =>
      post('/sync/renumber', { kind, id: record.id, version: record.version, number: number.trim() }, SyncBadge),
    async onSuccess() {
      await queries.invalidateQueries()
      onClose()
    },
    // Somebody may have saved meanwhile: the page behind shows that, and the next try is on top of it.
    onError: () => queries.invalidateQueries({ queryKey: [`/${kind}s`, record.id] }),
  })
  const { error } = give
  const fault = error instanceof ApiProblem ? error.fields.find(({ path }) => path === 'number') : undefined
  return (
    <Modal opened onClose={onClose} title={sync.newNumberTitle(`${record.number} ${record.name}`)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          give.mutate()
        }}
      >
        <Stack>
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            <Text size="sm">{sync.newNumberText[kind](record.sync.externalKey ?? record.number)}</Text>
          </Alert>
          <TextInput
            label={sync.newNumber}
            required
            data-autofocus
            maxLength={40}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={fault?.message}
          />
          {error && !fault ? <FaultText error={error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={give.isPending} disabled={number.trim() === ''}>
              {sync.giveNewNumber}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
