// What can be done with a finalized document as a whole.
import { Button, Group, Menu } from '@mantine/core'
import { IconDots, IconFileTypePdf } from '@tabler/icons-react'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'

export type InvoiceAction = 'mail' | 'payment' | 'credit'

export function InvoiceActions({ invoice, onAsk }: { invoice: Invoice; onAsk: (asked: InvoiceAction) => void }) {
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
