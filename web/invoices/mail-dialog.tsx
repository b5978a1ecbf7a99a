// Sends a document with its PDF: to whom, with what words; warns when the customer has it already.
import { Alert, Button, Group, Modal, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { ApiProblem, get, post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { focusFirstFault } from '../ui/record-form.tsx'
import { invoiceChanged } from './invoice-query.ts'

const MailDraft = z.object({
  to: z.string(),
  cc: z.string().nullable().optional(),
  subject: z.string(),
  text: z.string(),
})
type MailDraft = z.infer<typeof MailDraft>

export function MailDialog({ invoice, name, onClose }: { invoice: Invoice; name: string; onClose: () => void }) {
  const { invoices } = useTexts()
  const draft = useQuery({
    queryKey: ['/invoices', invoice.id, 'mail-draft'],
    queryFn: () => get(`/invoices/${invoice.id}/mail-draft`, MailDraft),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Modal opened onClose={onClose} title={invoices.mail.title(name)} size="lg">
      {draft.isPending ? <Skeleton height={240} /> : null}
      {draft.isError ? <FaultText error={draft.error} onRetry={() => draft.refetch()} /> : null}
      {draft.data ? <MailForm invoice={invoice} draft={draft.data} onClose={onClose} /> : null}
    </Modal>
  )
}

function MailForm({ invoice, draft, onClose }: { invoice: Invoice; draft: MailDraft; onClose: () => void }) {
  const { invoices, ui } = useTexts()
  const { mail } = invoices
  const format = useFormat()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { to: draft.to, subject: draft.subject, text: draft.text } })
  const sending = useMutation({
    mutationFn: () => post(`/invoices/${invoice.id}/mail`, form.values),
    onSuccess() {
      void queries.invalidateQueries({ queryKey: ['/invoices', invoice.id] })
      invoiceChanged(queries)
      notifications.show({ message: mail.queued(form.values.to) })
      onClose()
    },
    onError(error) {
      if (!(error instanceof ApiProblem)) return
      form.setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])))
      focusFirstFault(error)
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.clearErrors()
        sending.mutate()
      }}
    >
      <Stack>
        {invoice.mailedAt ? (
          <Alert color="yellow">{mail.alreadySent(invoice.mailedTo ?? '', format.instant(invoice.mailedAt))}</Alert>
        ) : null}
        <TextInput
          label={mail.to}
          required
          data-path="to"
          {...form.getInputProps('to')}
          description={mail.severalHint}
        />
        <TextInput
          label={mail.subject}
          required
          data-path="subject"
          maxLength={200}
          {...form.getInputProps('subject')}
        />
        <Textarea
          label={mail.message}
          data-path="text"
          autosize
          minRows={6}
          maxRows={16}
          maxLength={4000}
          {...form.getInputProps('text')}
        />
        <Text size="sm" c="var(--muted)">
          {mail.attached(`${invoice.number}.pdf`)}
        </Text>
        {sending.error ? <FaultText error={sending.error} names={mail.fields} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit" loading={sending.isPending}>
            {invoice.mailedAt ? mail.sendAgain : mail.send}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
