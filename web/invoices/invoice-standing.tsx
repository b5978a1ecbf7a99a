// What became of a finalized document: paid, credited, sent, and its credit notes.
import { Alert, Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'
import type { InvoiceAction } from './invoice-actions.tsx'

/** Paid, credited and open; sent or not. */
export function InvoiceStanding({ invoice, onAsk }: { invoice: Invoice; onAsk: (asked: InvoiceAction) => void }) {
  const { invoices } = useTexts()
  const format = useFormat()
  const mayFinalize = useMay('finalize invoices')
  const amount = (value: string | null) => format.amount(value ?? '0', invoice.currency)
  return (
    <Paper withBorder p="md" component="section" aria-label={invoices.state}>
      <Stack gap="sm">
        <table className="sum-table figures wide-sums">
          <tbody>
            <tr>
              <th scope="row">{invoices.total(invoice.currency)}</th>
              <td>{amount(invoice.gross)}</td>
            </tr>
            <tr>
              <th scope="row">{invoices.credited}</th>
              <td>{amount(invoice.credited)}</td>
            </tr>
            <tr>
              <th scope="row">{invoices.paid}</th>
              <td>{amount(invoice.paid)}</td>
            </tr>
            <tr className="total">
              <th scope="row">{invoices.open}</th>
              <td data-testid="open">{amount(invoice.open)}</td>
            </tr>
          </tbody>
        </table>
        <Text size="sm">
          {invoice.mailedAt
            ? invoices.sentTo(invoice.mailedTo ?? '', format.instant(invoice.mailedAt))
            : invoice.pdfReady
              ? invoices.notSent
              : invoices.pdfNotReady}{' '}
          {mayFinalize && invoice.pdfReady && !invoice.mailedAt ? (
            <Anchor component="button" type="button" size="sm" onClick={() => onAsk('mail')}>
              {invoices.send}
            </Anchor>
          ) : null}
        </Text>
        <Text size="xs" c="var(--muted)">
          {invoices.finalizedBy(invoice.finalizedBy ?? '', format.instant(invoice.finalizedAt))}
          <br />
          {invoices.reference} {invoice.reference}
        </Text>
      </Stack>
    </Paper>
  )
}

export function CreditNotes({ invoice }: { invoice: Invoice }) {
  const { invoices } = useTexts()
  const format = useFormat()
  if (invoice.creditedInvoiceId && invoice.creditedNumber)
    return (
      <Alert color="gray">
        <TextLink to="/invoices/$id" params={{ id: invoice.creditedInvoiceId }} size="sm">
          {invoices.credits(invoice.creditedNumber)}
        </TextLink>
        {invoice.creditReason ? <Text size="sm">{invoices.creditReasonIs(invoice.creditReason)}</Text> : null}
      </Alert>
    )
  if (invoice.creditNotes.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label={invoices.groups.creditNotes}>
      <Stack gap="xs">
        <Title order={2}>{invoices.groups.creditNotes}</Title>
        {invoice.creditNotes.map((note) => (
          <Group key={note.id} justify="space-between" wrap="nowrap">
            <TextLink to={note.number ? '/invoices/$id' : '/drafts/$id'} params={{ id: note.id }} size="sm">
              {note.number ?? invoices.noNumber}
            </TextLink>
            <Text size="sm" className="figures">
              {format.amount(note.gross, invoice.currency)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  )
}
