// A finalized document: what stands on it, how it is paid, where it went, and what can still be done about it.
import { Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Invoice, isCoupled } from '../../src/invoices/invoice.ts'
import { PostingPanel } from '../connectors.ts'
import { Warnings } from '../customers/customer-page.tsx'
import { PaymentDrawer } from '../payments/payment-drawer.tsx'
import { useMay } from '../session.tsx'
import { StateBadge } from '../sync/state-badge.tsx'
import { accountingId } from '../sync/sync-card.tsx'
import { useTexts } from '../texts/texts.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { CreditDialog } from './credit-dialog.tsx'
import { DocumentLines } from './document-lines.tsx'
import { DocumentTotals } from './document-totals.tsx'
import { type InvoiceAction, InvoiceActions } from './invoice-actions.tsx'
import { InvoiceHeading, printedText } from './invoice-heading.tsx'
import { InvoiceHistory } from './invoice-history.tsx'
import { InvoicePayments } from './invoice-payments.tsx'
import { useInvoice } from './invoice-query.ts'
import { CreditNotes, InvoiceStanding } from './invoice-standing.tsx'
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

function Document({ invoice }: { invoice: Invoice }) {
  const { invoices, shell, ui } = useTexts()
  const maySeeHistory = useMay('view the history')
  const maySeePayments = useMay('view payments')
  const [asked, setAsked] = useState<InvoiceAction | null>(null)
  const [tab, setTab] = useState<string | null>('details')
  const name = `${invoices.kinds[invoice.kind]} ${invoice.number}`
  const close = () => setAsked(null)
  const showWhy = () => {
    flushSync(() => setTab('details'))
    document.getElementById(accountingId)?.focus()
  }
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
        actions={<InvoiceActions invoice={invoice} onAsk={setAsked} />}
      />
      <Warnings warnings={invoice.warnings} />
      <NumberWaits invoice={invoice} onWhy={showWhy} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{invoices.draft.document}</Tabs.Tab>
          {maySeeHistory ? <Tabs.Tab value="history">{ui.history}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="details">
          <div className="record-columns">
            <Stack>
              <InvoiceHeading invoice={invoice} />
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
              <InvoiceStanding invoice={invoice} onAsk={setAsked} />
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

/** How it stands in accounting: the sentence of the badge, and all that is known for those who may act on it. */
function Transfer({ invoice }: { invoice: Invoice }) {
  const { sync } = useTexts()
  const mayLook = useMay('view the log')
  if (mayLook && isCoupled(invoice.series))
    return (
      <Suspense>
        <PostingPanel id={invoice.id} number={invoice.number ?? ''} badge={invoice.sync} />
      </Suspense>
    )
  return (
    <Paper withBorder p="md" component="section" id={accountingId} tabIndex={-1} aria-label={sync.title}>
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
