// Says that PDF and mail of a document wait for the books, leads to the reason, and lets a person give the number out all the same.
import { Alert, Anchor, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Invoice } from '../../src/invoices/invoice.ts'
import { post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { invoiceChanged } from './invoice-query.ts'

export function NumberWaits({ invoice, onWhy }: { invoice: Invoice; onWhy: () => void }) {
  const { release } = useTexts().invoices
  const mayRelease = useMay('finalize invoices')
  const [isAsking, setIsAsking] = useState(false)
  if (!invoice.numberWaits) return null
  return (
    <Alert color="yellow" icon={<IconClockPause aria-hidden />} mb="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{invoice.numberWaits}</Text>
        <Group gap="md">
          {mayRelease ? (
            <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
              {release.ask}
            </Button>
          ) : null}
          <Anchor component="button" type="button" size="sm" c="inherit" underline="always" onClick={onWhy}>
            {release.why}
          </Anchor>
        </Group>
      </Stack>
      {isAsking ? <ReleaseDialog invoice={invoice} onClose={() => setIsAsking(false)} /> : null}
    </Alert>
  )
}

function ReleaseDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { invoices, ui } = useTexts()
  const { release } = invoices
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const releasing = useMutation({
    mutationFn: () => post(`/invoices/${invoice.id}/release`, { reason }, Invoice),
    onSuccess(released) {
      invoiceChanged(queries, released)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={release.title(invoice.number ?? '')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          releasing.mutate()
        }}
      >
        <Stack>
          <Text size="sm">{release.warning}</Text>
          <Textarea
            label={release.reason}
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {releasing.error ? <FaultText error={releasing.error} names={{ reason: release.reason }} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={releasing.isPending} disabled={reason.trim() === ''}>
              {release.yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
