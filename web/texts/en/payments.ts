import type { LedgerEntry } from '../../../src/payments/ledger.ts'
import type { PaymentSource } from '../../../src/payments/payment.ts'

const sources: Record<PaymentSource, string> = {
  manual: 'Payment',
  'write-off': 'Write-off',
  import: 'From accounting',
}

const kinds: Record<LedgerEntry['kind'], string> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  payment: 'Payment of',
  'write-off': 'Write-off of',
}

export const payments = {
  title: 'Payments and write-off',
  empty: 'No payment is registered yet. A payment is registered on its invoice.',
  newButton: '+ Register payment',
  sources,
  source: 'Kind',
  registerTitle: (invoice: string) => `Payment of ${invoice}`,
  chooseTitle: 'Register payment',
  fields: {
    invoiceId: 'Invoice',
    paidOn: 'Day',
    amount: 'Amount',
    description: 'Description',
    customer: 'Customer',
    createdBy: 'Registered by',
  },
  amountHint: (open: string) => `${open} is open. A negative amount is money that went back.`,
  writeOff: 'A write-off: the rest is not collected',
  after: (open: string) => `Open afterwards: ${open}`,
  register: 'Register',
  deleteText: 'The amount is open on its invoice again. The history keeps what it was.',
  noneFound: 'No open invoice has these words.',
  searchInvoice: 'Number or customer',
  total: 'Sum of what is shown',
  ledger: {
    title: 'Customer ledger',
    empty: 'No customer owes anything.',
    customer: 'Customer',
    number: 'Number',
    balance: 'Balance',
    ages: { notDue: 'Not due', days1to30: '1–30 days', days31to60: '31–60 days', daysOver60: 'Over 60 days' },
    overdue: 'Overdue',
    documents: 'Open documents',
    oldest: 'Overdue since',
    show: 'Show',
    onlyOverdue: 'only what is overdue',
    overdueInvoices: 'Overdue invoices',
    ofCustomer: (name: string) => `Ledger of ${name}`,
    toCustomer: 'To the customer',
    balanceIn: (currency: string) => `Balance ${currency}`,
    ofThisOverdue: 'Of this overdue',
    day: 'Day',
    document: 'Document',
    due: 'Due',
    amount: 'Amount',
    open: 'Open',
    running: 'Balance after',
    begins: 'Balance before',
    nothing: 'Nothing happened with this customer in these days.',
    kinds,
  },
}
