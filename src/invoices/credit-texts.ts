import { amountIn } from '../lib/i18n/written.ts'

const amount = amountIn('en')

export const creditTexts = {
  'credit.draft': () => 'This is a draft: change it or delete it. Only finalized invoices are credited.',
  'credit.creditNote': (v: { number: string }) =>
    `${v.number} is a credit note. Credit notes are not credited; make a new invoice instead.`,
  'credit.nothingLeft': (v: { number: string; by: string }) =>
    `Everything on invoice ${v.number} is credited already by ${v.by}. Nothing was made.`,
  'credit.aDraft': () => 'a draft credit note',
  'credit.unknownLine': (v: { number: string }) => `This line is not on invoice ${v.number}. Choose one of its lines.`,
  'credit.lineTwice': () => 'The same line stands here twice. Credit it once.',
  'credit.lineOfText': () => 'This line has no amount that could be credited.',
  'credit.both': () => 'Give the quantity or the amount, not both.',
  'credit.lineNothingLeft': () => 'This line is credited already.',
  'credit.notPositive': () => 'Write what is to be credited, above 0 and without a minus.',
  'credit.tooMuch': (v: { left: string }) => `Only ${v.left} is left to be credited.`,
  'credit.wholeOnly': () =>
    'Another customer can only be billed when the whole invoice is credited. Leave the lines empty.',
  'credit.reopenOnly': () => 'To bill another customer, the hours have to be billable again. Choose to reopen them.',
  'credit.sameCustomer': (v: { customer: string }) =>
    `The invoice is ${v.customer}’s already. Choose another customer, or none.`,
  'credit.unknownCustomer': () => 'This customer does not exist any more. Choose another.',
  // What stands in the way of finalizing the credit note.
  'credit.lineOver': (v: { line: number; left: string; number: string }) =>
    `Line ${v.line} credits more than is left of its line on invoice ${v.number}: ${v.left}.`,
  'credit.turned': (v: { line: number; number: string }) =>
    `Line ${v.line} adds to invoice ${v.number} instead of crediting it. Turn its sign round.`,
  'credit.over': (v: { net: string; left: string; number: string }) =>
    `The credit note takes ${v.net} off invoice ${v.number}, of which only ${v.left} without VAT is left. Make it smaller.`,
  'credit.otherCustomer': (v: { number: string; customer: string }) =>
    `Invoice ${v.number} was made out to ${v.customer}, and so is its credit note. Choose that customer.`,
  'credit.remainder': (v: { amount: string; number: string }) =>
    `With this credit note all of invoice ${v.number} is credited, and ${amount(v.amount)} is left: each part rounds its own VAT. It stays on the invoice and can be written off.`,
  'credit.remainderLeft': (v: { amount: string; number: string }) =>
    `All of invoice ${v.number} is credited, and ${amount(v.amount)} is left, since each credit note rounds its own VAT. Write it off under Payments.`,
  'credit.hoursStay': (v: { line: number }) =>
    `A part of line ${v.line} is left on the invoice, so its hours and expenses stay billed.`,
  'credit.deducted': (v: { number: string; by: string }) =>
    `Invoice ${v.number} was billed on account and is deducted on ${v.by}. Credit that one too, or the deduction is too large.`,
  'credit.waits': (v: { number: string; count: number }) =>
    `${v.count === 1 ? 'One of the hours or expenses' : `${v.count} of the hours and expenses`} here is still billed on invoice ${v.number}. Finalize its credit note first.`,
}
