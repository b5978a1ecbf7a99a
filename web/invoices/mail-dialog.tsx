// Sends a document with its PDF: to whom, with what words; says what went before, and warns that the customer has it already.
import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  Modal,
  Skeleton,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { InvoiceMail, InvoiceMailDraft } from '../../src/invoice-documents/invoice-mail.ts'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { ApiProblem, get, post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { focusFirstFault } from '../ui/record-form.tsx'
import { invoiceChanged } from './invoice-query.ts'

export function MailDialog({ invoice, name, onClose }: { invoice: Invoice; name: string; onClose: () => void }) {
  const { invoices } = useTexts()
  const draft = useQuery({
    queryKey: ['invoice-mail', invoice.id],
    queryFn: () => get(`/invoices/${invoice.id}/mail-draft`, InvoiceMailDraft),
    // Its key makes one mail: asked anew each time, and not while somebody writes.
    staleTime: Number.POSITIVE_INFINITY,
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

function MailForm({ invoice, draft, onClose }: { invoice: Invoice; draft: InvoiceMailDraft; onClose: () => void }) {
  const { invoices, ui } = useTexts()
  const { mail } = invoices
  const queries = useQueryClient()
  const { to, cc, subject, text, attachReceipts } = draft
  const form = useForm({ initialValues: { to, cc, subject, text, attachReceipts } })
  const isAgain = draft.earlier.length > 0
  const sending = useMutation({
    mutationFn: () =>
      post(`/invoices/${invoice.id}/mail`, { ...form.values, key: draft.key, again: isAgain }, InvoiceMail),
    onSuccess() {
      void queries.invalidateQueries({ queryKey: ['/invoices', invoice.id] })
      invoiceChanged(queries)
      notifications.show({ message: mail.queued(form.values.to.join(', ')) })
      onClose()
    },
    onError(error) {
      if (!(error instanceof ApiProblem)) return
      form.setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path.replace(/\.\d+$/, ''), message])))
      focusFirstFault(error)
    },
  })
  const addresses = (name: 'to' | 'cc') => ({
    label: mail.fields[name],
    description: mail.severalHint,
    splitChars: [',', ';', ' '],
    acceptValueOnBlur: true,
    'data-path': name,
    ...form.getInputProps(name),
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
        {draft.mailsGo ? null : <Alert color="yellow">{mail.noServer}</Alert>}
        <EarlierMails mails={draft.earlier} />
        <TagsInput {...addresses('to')} required />
        <TagsInput {...addresses('cc')} />
        <TextInput
          label={mail.fields.subject}
          required
          data-path="subject"
          maxLength={200}
          {...form.getInputProps('subject')}
        />
        <Textarea
          label={mail.fields.text}
          required
          data-path="text"
          autosize
          minRows={6}
          maxRows={16}
          maxLength={10_000}
          {...form.getInputProps('text')}
        />
        {draft.receipts.length > 0 ? (
          <Checkbox
            label={mail.receipts(draft.receipts.length)}
            description={draft.receipts.map(({ name }) => name).join(', ')}
            {...form.getInputProps('attachReceipts', { type: 'checkbox' })}
          />
        ) : null}
        <Text size="sm" c="var(--muted)">
          {invoice.numberWaits
            ? mail.waitsForBooks
            : invoice.pdfReady
              ? mail.attached(`${invoice.number}.pdf`)
              : mail.waitsForPdf}
        </Text>
        {sending.error ? <FaultText error={sending.error} names={mail.fields} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit" disabled={!draft.mailsGo} loading={sending.isPending}>
            {isAgain ? mail.sendAgain : mail.send}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function EarlierMails({ mails }: { mails: readonly InvoiceMail[] }) {
  const { invoices } = useTexts()
  const { mail } = invoices
  const format = useFormat()
  if (mails.length === 0) return null
  return (
    <Alert color="yellow">
      <Text size="sm" fw={600}>
        {mail.twice}
      </Text>
      <List size="sm">
        {mails.map((one) => (
          <List.Item key={one.id}>
            {mail.earlier[one.state](one.to, format.instant(one.sentAt ?? one.createdAt))}
            {one.state === 'refused' && one.answer ? ` ${one.answer}` : ''}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
