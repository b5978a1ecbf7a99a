import { amountIn } from '../lib/i18n/written.ts'

const amount = amountIn('en')

export const paymentTexts = {
  'payment.notFinalized': () =>
    'Payments are registered on finalized invoices and credit notes only. Choose one of those.',
  'payment.keyTaken': (v: { number: string }) =>
    `This key belongs to another payment, of ${v.number}. Send a new key. Nothing was stored.`,
  'payment.zero': () => 'Write an amount other than 0.',
  'payment.decimals': (v: { currency: string }) => `${v.currency} has no decimals. Write a whole number.`,
  'payment.inFuture': (v: { today: string }) => `Today is ${v.today}; a payment is registered when it is there.`,
  'payment.ofSettledNote': (v: { number: string; invoice: string }) =>
    `Credit note ${v.number} is settled with invoice ${v.invoice}. If money went back, register it there as a negative payment. Nothing was stored.`,
  'payment.nothingOpen': (v: { number: string }) =>
    `Nothing of ${v.number} is open, so there is nothing to write off. Nothing was stored.`,
  'payment.writeOffTooMuch': (v: { number: string; open: string; currency: string }) =>
    `Of ${v.number}, ${amount(v.open)} ${v.currency} is open. Write off this or a part of it, not more.`,
  'payment.imported': (v: { number: string }) =>
    `This payment of ${v.number} was read from accounting and stays. Correct it there.`,
}
