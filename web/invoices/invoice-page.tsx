// A finalized document: what stands on it, how it is paid, where it went, and what can still be done about it.
import { Alert, Anchor, Button, Group, Menu, Paper, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconDots, IconFileTypePdf } from '@tabler/icons-react'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { PostingPanel } from '../connectors.ts'
import { Warnings } from '../customers/customer-page.tsx'
import { useDepartments } from '../departments/departments-query.ts'
import { PaymentDrawer } from '../payments/payment-drawer.tsx'
import { useMay } from '../session.tsx'
import { StateBadge } from '../sync/state-badge.tsx'
import { TagChips } from '../tags/tag-chips.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { CreditDialog } from './credit-dialog.tsx'
import { DocumentLines } from './document-lines.tsx'
import { DocumentTotals } from './document-totals.tsx'
import { InvoiceHistory } from './invoice-history.tsx'
import { InvoicePayments } from './invoice-payments.tsx'
import { useInvoice } from './invoice-query.ts'
import { MailDialog } from './mail-dialog.tsx'
import { NumberWaits } from './number-waits.tsx'
import { PaymentBadge } from './payment-badge.tsx'

const route = getRouteApi('/invoices/$id')

export function InvoicePage() {
  const { id } = route.useParams()
  const query = useInvoice(id)
  return (
    <OnlyIfMay permission="view invoices">
      <RecordState query={query}>
        {(invoice) =>
          invoice.state === 'finalized' ? (
            <Document invoice={invoice} />
          ) : (
            <Navigate to="/drafts/$id" params={{ id }} replace />
          )
        }
      </RecordState>
    </OnlyIfMay>
  )
}

type Asked = 'mail' | 'payment' | 'credit' | null

function Document({ invoice }: { invoice: Invoice }) {
  const { invoices, shell, ui } = useTexts()
  const maySeeHistory = useMay('view the history')
  const maySeePayments = useMay('view payments')
  const [asked, setAsked] = useState<Asked>(null)
  const name = `${invoices.kinds[invoice.kind]} ${invoice.number}`
  const close = () => setAsked(null)
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ title: shell.groups.finances }, { title: invoices.title, to: '/invoices' }, { title: name }]}
        badge={
          <>
            <PaymentBadge invoice={invoice} />
            <StateBadge sync={invoice.sync} />
          </>
        }
        actions={<DocumentActions invoice={invoice} onAsk={setAsked} />}
      />
      <Warnings warnings={invoice.warnings} />
      <NumberWaits invoice={invoice} />
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{invoices.draft.document}</Tabs.Tab>
          {maySeeHistory ? <Tabs.Tab value="history">{ui.history}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="details">
          <div className="record-columns">
            <Stack>
              <Heading invoice={invoice} />
              <Paper withBorder>
                {invoice.invoiceText || printedText(invoice, 'invoiceText') ? (
                  <Text size="sm" p="md" style={{ whiteSpace: 'pre-line' }}>
                    {printedText(invoice, 'invoiceText')}
                  </Text>
                ) : null}
                <DocumentLines invoice={invoice} />
                <div className="document-foot">
                  <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                    {printedText(invoice, 'footerText')}
                  </Text>
                  <DocumentTotals invoice={invoice} />
                </div>
              </Paper>
            </Stack>
            <Stack>
              <Standing invoice={invoice} onAsk={setAsked} />
              <Transfer invoice={invoice} />
              {maySeePayments ? <InvoicePayments invoice={invoice} onRegister={() => setAsked('payment')} /> : null}
              <CreditNotes invoice={invoice} />
            </Stack>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <InvoiceHistory id={invoice.id} />
        </Tabs.Panel>
      </Tabs>
      <PaymentDrawer
        isOpen={asked === 'payment'}
        onClose={close}
        invoice={{ id: invoice.id, number: invoice.number, currency: invoice.currency, open: invoice.open ?? '0' }}
      />
      {asked === 'mail' ? <MailDialog invoice={invoice} name={name} onClose={close} /> : null}
      {asked === 'credit' ? <CreditDialog invoice={invoice} onClose={close} /> : null}
    </>
  )
}

function DocumentActions({ invoice, onAsk }: { invoice: Invoice; onAsk: (asked: Asked) => void }) {
  const { invoices, ui } = useTexts()
  const mayFinalize = useMay('finalize invoices')
  const mayPay = useMay('change payments')
  const mayDraft = useMay('change drafts')
  const pdf = `/api/v1/invoices/${invoice.id}/pdf`
  return (
    <Group gap="xs">
      {invoice.numberWaits ? null : (
        <Button
          variant="default"
          component="a"
          href={pdf}
          target="_blank"
          rel="noopener"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
        >
          {invoices.showPdf}
        </Button>
      )}
      {mayFinalize ? (
        <Button variant={invoice.mailedAt ? 'default' : 'filled'} onClick={() => onAsk('mail')}>
          {invoices.send}
        </Button>
      ) : null}
      {mayPay && invoice.mailedAt ? <Button onClick={() => onAsk('payment')}>{invoices.registerPayment}</Button> : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label={ui.more}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {invoice.numberWaits ? null : (
            <Menu.Item component="a" href={pdf} download={`${invoice.number}.pdf`}>
              {invoices.downloadPdf}
            </Menu.Item>
          )}
          {mayPay ? <Menu.Item onClick={() => onAsk('payment')}>{invoices.registerPayment}</Menu.Item> : null}
          {mayDraft && invoice.kind === 'invoice' ? (
            <Menu.Item onClick={() => onAsk('credit')}>{invoices.credit}</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

/** What is printed in the heading: a finalized document's resolved values are what it was printed with. */
function printedText(invoice: Invoice, name: string): string {
  const own = (invoice as Record<string, unknown>)[name] ?? invoice.resolved[name]?.value
  return own === null || own === undefined ? '' : String(own)
}

function Heading({ invoice }: { invoice: Invoice }) {
  const { invoices } = useTexts()
  const { fields } = invoices
  const format = useFormat()
  const department = useDepartments().byId.get(invoice.departmentId ?? '')
  return (
    <FieldGroup title={invoices.groups.buyer}>
      <Field label={fields.customerId}>
        <TextLink to="/customers/$id" params={{ id: invoice.customerId }} size="sm">
          {invoice.customerNumber} {invoice.customerName}
        </TextLink>
      </Field>
      <Field label={invoices.project}>
        <TextLink to="/projects/$id" params={{ id: invoice.projectId }} size="sm">
          {invoice.projectNumber} {invoice.projectName}
        </TextLink>
      </Field>
      <Field label={fields.invoicedOn}>{format.day(invoice.invoicedOn)}</Field>
      <Field label={fields.dueOn}>{format.day(invoice.dueOn)}</Field>
      <FieldIfAny label={fields.yourReference}>{printedText(invoice, 'yourReference')}</FieldIfAny>
      <FieldIfAny label={fields.orderReference}>{printedText(invoice, 'orderReference')}</FieldIfAny>
      <FieldIfAny label={fields.contractReference}>{printedText(invoice, 'contractReference')}</FieldIfAny>
      <FieldIfAny label={fields.departmentId}>
        {department ? `${department.number} ${department.name}` : null}
      </FieldIfAny>
      <FieldIfAny label={invoices.paymentId}>{printedText(invoice, 'paymentIdShown') || invoice.paymentId}</FieldIfAny>
      <FieldIfAny label={fields.description}>{invoice.description}</FieldIfAny>
      {invoice.tagIds.length > 0 ? (
        <Field label={fields.tagIds}>
          <TagChips objectKind="invoice" ids={invoice.tagIds} />
        </Field>
      ) : null}
    </FieldGroup>
  )
}

/** A document shows what stands on it, and no empty places. */
const FieldIfAny = ({ label, children }: { label: string; children: string | null }) =>
  children ? <Field label={label}>{children}</Field> : null

/** Paid, credited and open; sent or not. */
function Standing({ invoice, onAsk }: { invoice: Invoice; onAsk: (asked: Asked) => void }) {
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

/** How it stands in accounting: the sentence of the badge, and all that is known for those who may act on it. */
function Transfer({ invoice }: { invoice: Invoice }) {
  const { sync } = useTexts()
  const mayLook = useMay('view the log')
  if (mayLook && invoice.series === 'invoice')
    return (
      <Suspense>
        <PostingPanel id={invoice.id} number={invoice.number ?? ''} badge={invoice.sync} />
      </Suspense>
    )
  return (
    <Paper withBorder p="md" component="section" aria-label={sync.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{sync.title}</Title>
          <StateBadge sync={invoice.sync} />
        </Group>
        <Text size="sm" role="status">
          {invoice.sync.text}
        </Text>
      </Stack>
    </Paper>
  )
}

function CreditNotes({ invoice }: { invoice: Invoice }) {
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
