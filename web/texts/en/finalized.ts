// What is done with a finalized document: given out, mailed, credited.
import type { InvoiceMail } from '../../../src/invoice-documents/invoice-mail.ts'
import type { CreditedHours } from '../../../src/invoices/invoice.ts'

const creditedHours: Record<CreditedHours, string> = {
  reopen: 'To be billed again: they are approved and open',
  keep: 'Kept as billed: the work is not billed again',
}

export const release = {
  ask: 'Give it out now',
  why: 'See why under Accounting',
  title: (number: string) => `Give ${number} out before it is booked`,
  warning:
    'PDF and mail go at once. Should the document be booked under another number or not at all, the customer holds a number that the books do not have, and a credit note is needed. Who gave it out, and why, stands in the history.',
  reason: 'Reason',
  yes: 'Give it out',
}

export const mail = {
  title: (document: string) => `Send ${document}`,
  fields: { to: 'To', cc: 'Copy to', subject: 'Subject', text: 'Message' },
  attached: (name: string) => `The PDF goes along: ${name}`,
  waitsForPdf: 'The PDF is being made; the mail goes as soon as it is there.',
  waitsForBooks: 'The mail is kept and goes with the PDF as soon as the document is booked.',
  receipts: (count: number) => (count === 1 ? 'Attach the receipt' : `Attach the ${count} receipts`),
  noServer: 'No mail server is set up, so nothing can be sent from here. An administrator sets SMTP_URL.',
  twice: 'The customer gets it once more.',
  earlier: {
    waiting: (to: string, at: string) => `Waiting to go to ${to} since ${at}.`,
    sent: (to: string, at: string) => `Sent to ${to}, ${at}.`,
    refused: (to: string, at: string) => `Refused for ${to}, ${at}.`,
  } satisfies Record<InvoiceMail['state'], (to: string, at: string) => string>,
  send: 'Send',
  sendAgain: 'Send it again',
  queued: (to: string) => `It is on its way to ${to}.`,
  severalHint: 'Several addresses are separated by a comma.',
}

export const crediting = {
  title: (number: string) => `Credit invoice ${number}`,
  howMuch: 'How much',
  whole: 'All that is not credited yet',
  part: 'Chosen lines',
  rest: 'Not credited',
  creditNow: 'Credit now',
  quantityNow: 'Quantity',
  twoDrafts: 'Two drafts are made: the credit note, and the same for the other customer.',
  toCreditNote: 'To the credit note',
  toNewDraft: 'To the new draft',
  choose: (text: string) => `Credit ${text}`,
  amountOf: (text: string) => `Net to credit of ${text}`,
  quantityOf: (text: string) => `Quantity to credit of ${text}`,
  tooMuch: (rest: string) => `At most ${rest} is left.`,
  hours: 'The hours behind these lines',
  creditedHours,
  reason: 'Reason, printed on the credit note',
  another: 'Bill another customer instead',
  anotherHint: 'A draft with the same lines is made for the other customer.',
  sumNow: (net: string) => `Credited now, without VAT: ${net}`,
  restAfter: (net: string) => `Left of the invoice, without VAT: ${net}`,
  nothingLeft: 'Everything on this invoice is credited already.',
  make: 'Make the draft of the credit note',
}
