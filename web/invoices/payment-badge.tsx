// How a document is paid: a sign, a word and a colour, as the badge of the transfer has them.
import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowUp,
  IconCheck,
  IconCircleDashed,
  IconCircleHalf2,
} from '@tabler/icons-react'
import type { Invoice, PaymentState } from '../../src/invoices/invoice.ts'
import type { InvoiceRow } from '../../src/invoices/invoice-row.ts'
import { useTexts } from '../texts/texts.tsx'

const looks = {
  open: { icon: IconCircleDashed, color: 'gray' },
  'part-paid': { icon: IconCircleHalf2, color: 'yellow' },
  paid: { icon: IconCheck, color: 'green' },
  overpaid: { icon: IconArrowUp, color: 'violet' },
  credited: { icon: IconArrowBackUp, color: 'gray' },
  overdue: { icon: IconAlertTriangle, color: 'red' },
} as const satisfies Record<PaymentState, object>

type Paid = Pick<InvoiceRow, 'kind' | 'paymentState'> & Partial<Pick<Invoice, 'creditedNumber'>>

/** Nothing while it is a draft. A credit note that its invoice has taken up is settled; nobody credited it. */
export function PaymentBadge({ invoice: { kind, paymentState: state, creditedNumber } }: { invoice: Paid }) {
  const { invoices } = useTexts()
  if (!state) return null
  const isSettled = kind === 'credit-note' && state === 'credited'
  const { icon: StateIcon, color } = looks[state]
  return (
    <Badge
      className="state-badge"
      variant={color === 'gray' ? 'outline' : 'light'}
      color={color}
      leftSection={<StateIcon size={13} aria-hidden />}
      tt="none"
      fw={600}
    >
      {isSettled ? invoices.settledWith(creditedNumber ?? null) : invoices.paymentStates[state]}
    </Badge>
  )
}
