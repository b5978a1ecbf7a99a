import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { Payment } from '../../src/payments/payment.ts'
import { get, queryOf } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'

const Page = listPage(Payment)

/** What was paid of a document, on the document's page. */
export function InvoicePayments({ invoice, onRegister }: { invoice: Invoice; onRegister: () => void }) {
  const { invoices, payments } = useTexts()
  const format = useFormat()
  const mayPay = useMay('change payments')
  const query = useQuery({
    queryKey: ['/payments', 'of-invoice', invoice.id],
    queryFn: () => get(`/payments${queryOf({ invoice: invoice.id, sort: 'paidOn', size: 200 })}`, Page),
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={invoices.groups.payments}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{invoices.groups.payments}</Title>
          {mayPay ? (
            <Button size="xs" variant="default" onClick={onRegister}>
              {invoices.registerPayment}
            </Button>
          ) : null}
        </Group>
        {query.isPending ? <Skeleton height={24} /> : null}
        {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.data?.items.length === 0 ? <Text size="sm">{invoices.noPayments}</Text> : null}
        {query.data?.items.map((payment) => (
          <Group key={payment.id} justify="space-between" align="start" wrap="nowrap" gap="xs">
            <Text size="sm">
              {format.day(payment.paidOn)}
              {payment.source === 'manual' ? '' : ` · ${payments.sources[payment.source]}`}
              {payment.description ? (
                <Text size="xs" c="var(--muted)" component="span" display="block">
                  {payment.description}
                </Text>
              ) : null}
            </Text>
            <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
              {format.amount(payment.amount, payment.currency)}
            </Text>
          </Group>
        ))}
        <TextLink to="/customer-ledger" search={{ customer: [invoice.customerId] }} size="sm">
          {invoices.allOfCustomer}
        </TextLink>
      </Stack>
    </Paper>
  )
}
