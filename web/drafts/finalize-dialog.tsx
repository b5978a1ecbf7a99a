import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Invoice } from '../../src/invoices/invoice.ts'
import { dayIn } from '../../src/lib/dates.ts'
import { get, post } from '../api.ts'
import { invoiceChanged } from '../invoices/invoice-query.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { Field } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { changeDraft } from './use-draft.tsx'

/** The last look before a draft gets its number. */
export function FinalizeDialog({ draft, onClose }: { draft: Invoice; onClose: () => void }) {
  const foreseen = useForeseen(draft)
  const { invoices, ui } = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const faultText = useFaultText()
  const { timeZone } = useMe().company
  const today = dayIn(timeZone, new Date())
  const [day, setDay] = useState<string | null>(draft.invoicedOn ?? today)
  const texts = invoices.finalizing
  const kind = invoices.kinds[draft.kind]
  const finalizing = useMutation({
    mutationFn: async () => {
      // Without a day it is the day on which it is finalized.
      const wanted = draft.invoicedOn === null && day === today ? null : day
      const dated = wanted === draft.invoicedOn ? draft : await changeDraft(draft, { invoicedOn: wanted })
      return post(`/invoices/${draft.id}/finalize`, { version: dated.version }, Invoice)
    },
    onSuccess(invoice) {
      invoiceChanged(queries, invoice)
      notifications.show({ message: texts.done(kind, invoice.number ?? '') })
      void navigate({ to: '/invoices/$id', params: { id: invoice.id }, replace: true })
    },
    async onError(error) {
      const now = await get(`/invoices/${draft.id}`, Invoice).catch(() => undefined)
      // Somebody else was quicker: the page goes to the document, and the sentence goes along.
      if (now?.state === 'finalized')
        notifications.show({ message: faultText(error), color: 'yellow', autoClose: 10_000 })
      if (now) invoiceChanged(queries, now)
    },
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
            {foreseen ? (
              <>
                <Field label={texts.series}>{invoices.series[foreseen.series]}</Field>
                <Field label={texts.number}>{texts.foreseen(foreseen.number)}</Field>
              </>
            ) : null}
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

/** Asked anew when the dialog opens: others finalize meanwhile. */
function useForeseen(draft: Invoice): Invoice['foreseen'] {
  const { data } = useQuery({
    queryKey: ['/invoices', draft.id, 'foreseen'],
    queryFn: () => get(`/invoices/${draft.id}`, Invoice),
    staleTime: 0,
  })
  return (data ?? draft).foreseen
}
