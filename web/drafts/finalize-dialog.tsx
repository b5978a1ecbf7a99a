import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Invoice } from '../../src/invoices/invoice.ts'
import { dayIn } from '../../src/lib/dates.ts'
import { post } from '../api.ts'
import { invoiceChanged } from '../invoices/invoice-query.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { Field } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'

/** The last look before a draft gets its number. */
export function FinalizeDialog({ draft, onClose }: { draft: Invoice; onClose: () => void }) {
  const { invoices, ui } = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { timeZone } = useMe().company
  const [day, setDay] = useState<string | null>(draft.invoicedOn ?? dayIn(timeZone, new Date()))
  const texts = invoices.finalizing
  const kind = invoices.kinds[draft.kind]
  const finalizing = useMutation({
    mutationFn: () =>
      post(`/invoices/${draft.id}/finalize`, { version: draft.version, invoicedOn: day ?? undefined }, Invoice),
    onSuccess(invoice) {
      invoiceChanged(queries, invoice)
      notifications.show({ message: texts.done(kind, invoice.number ?? '') })
      void navigate({ to: '/invoices/$id', params: { id: invoice.id }, replace: true })
    },
    // Somebody else may have been quicker: the page then shows what stands.
    onError: () => void queries.invalidateQueries({ queryKey: ['/invoices', draft.id] }),
  })
  return (
    <Modal opened onClose={onClose} title={texts.title(kind)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          finalizing.mutate()
        }}
      >
        <Stack>
          <Text size="sm">{texts.text}</Text>
          <div className="field-grid">
            <Field label={texts.customer}>{`${draft.customerNumber} ${draft.customerName}`}</Field>
            <Field label={texts.total}>{format.money(draft.gross, draft.currency)}</Field>
            <Field label={texts.series}>{invoices.series[draft.transfer ? 'invoice' : 'invoice-local']}</Field>
          </div>
          <DayInput label={texts.date} value={day} onChange={setDay} />
          {finalizing.error ? <FaultText error={finalizing.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={finalizing.isPending} data-autofocus>
              {texts.yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
