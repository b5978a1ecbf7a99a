// The words on a document in its own language. Danish and Norwegian law know these words; they are no translation of the English.
import type { InvoiceKind, LineUnit } from '../invoices/invoice.ts'
import type { Language } from '../lib/i18n/sentence.ts'

export type SheetTexts = {
  title: Record<InvoiceKind | 'on-account', string>
  number: Record<InvoiceKind, string>
  credits: (v: { number: string; day: string }) => string
  creditReason: string
  draftMark: string
  draftNote: string
  facts: {
    invoicedOn: string
    dueOn: string
    customerNumber: string
    period: string
    place: string
    project: string
    yourReference: string
    orderReference: string
    contractReference: string
    ourReference: string
    gln: string
  }
  contact: (name: string) => string
  /** What the number of a company is called where the company is. */
  registration: { DK: string; NO: string; other: string }
  vatNumber: string
  amountsIn: (currency: string) => string
  columns: {
    text: string
    quantity: string
    unit: string
    price: string
    discount: string
    vat: string
    amount: string
  }
  units: Record<LineUnit, readonly [one: string, many: string]>
  /** The heading of lines with VAT and of those without, and what their sums are called. */
  taxable: readonly [heading: string, subtotal: string]
  taxFree: readonly [heading: string, subtotal: string]
  net: string
  vatOf: (v: { percent: string; net: string }) => string
  total: Record<InvoiceKind, (currency: string) => string>
  companyVat: (v: { currency: string; vat: string; one: string; rate: string; source: string; day: string }) => string
  payment: string
  payBy: (v: { day: string; days: number }) => string
  credited: string
  bank: string
  bankAccount: string
  paymentId: string
  /** For Norwegian sellers the payment id is the KID. */
  kid: string
  payWith: string
  payWithNumber: (number: string) => string
  hours: string
  hoursColumns: { day: string; person: string; activity: string; note: string; hours: string }
  hoursTotal: string
  page: readonly [page: string, of: string]
  phone: string
}

const da: SheetTexts = {
  title: { invoice: 'Faktura', 'credit-note': 'Kreditnota', 'on-account': 'A conto-faktura' },
  number: { invoice: 'Fakturanr.', 'credit-note': 'Kreditnotanr.' },
  credits: ({ number, day }) => `Kreditnota til faktura nr. ${number} af ${day}`,
  creditReason: 'Årsag',
  draftMark: 'KLADDE',
  draftNote: 'Kladde uden nummer. Dette er ikke en faktura.',
  facts: {
    invoicedOn: 'Dato',
    dueOn: 'Forfaldsdato',
    customerNumber: 'Kundenr.',
    period: 'Leveringsperiode',
    place: 'Leveringssted',
    project: 'Projekt',
    yourReference: 'Deres ref.',
    orderReference: 'Ordrenr.',
    contractReference: 'Kontraktnr.',
    ourReference: 'Vores ref.',
    gln: 'EAN-nr.',
  },
  contact: (name) => `Att.: ${name}`,
  registration: { DK: 'CVR-nr.', NO: 'Org.nr.', other: 'Reg.nr.' },
  vatNumber: 'Momsnr.',
  amountsIn: (currency) => `Beløb i ${currency} ekskl. moms`,
  columns: {
    text: 'Beskrivelse',
    quantity: 'Antal',
    unit: 'Enhed',
    price: 'Enhedspris',
    discount: 'Rabat',
    vat: 'Moms',
    amount: 'Beløb',
  },
  units: {
    hour: ['time', 'timer'],
    piece: ['stk.', 'stk.'],
    'lump-sum': ['', ''],
    kilometre: ['km', 'km'],
    day: ['dag', 'dage'],
    month: ['måned', 'måneder'],
  },
  taxable: ['Momspligtigt', 'Momspligtigt i alt'],
  taxFree: ['Momsfrit', 'Momsfrit i alt'],
  net: 'I alt ekskl. moms',
  vatOf: ({ percent, net }) => `${percent} moms af ${net}`,
  total: {
    invoice: (currency) => `I alt at betale ${currency}`,
    'credit-note': (currency) => `I alt ${currency}`,
  },
  companyVat: ({ currency, vat, one, rate, source, day }) =>
    `Moms i ${currency}: ${vat}. Kurs: 1 ${one} = ${rate} ${currency} (${source}, ${day}).`,
  payment: 'Betaling',
  payBy: ({ day, days }) => `Betales senest ${day}${days > 0 ? ` (netto ${days} dage)` : ''}.`,
  credited: 'Beløbet godskrives.',
  bank: 'Bank',
  bankAccount: 'Kontonr.',
  paymentId: 'Betalings-id',
  kid: 'KID',
  payWith: 'Mærk betalingen',
  payWithNumber: (number) => `Faktura ${number}`,
  hours: 'Timespecifikation',
  hoursColumns: { day: 'Dato', person: 'Medarbejder', activity: 'Aktivitet', note: 'Beskrivelse', hours: 'Timer' },
  hoursTotal: 'Timer i alt',
  page: ['Side', 'af'],
  phone: 'Tlf.',
}

const nb: SheetTexts = {
  title: { invoice: 'Faktura', 'credit-note': 'Kreditnota', 'on-account': 'A konto-faktura' },
  number: { invoice: 'Fakturanr.', 'credit-note': 'Kreditnotanr.' },
  credits: ({ number, day }) => `Kreditnota til faktura nr. ${number} av ${day}`,
  creditReason: 'Årsak',
  draftMark: 'UTKAST',
  draftNote: 'Utkast uten nummer. Dette er ikke en faktura.',
  facts: {
    invoicedOn: 'Dato',
    dueOn: 'Forfallsdato',
    customerNumber: 'Kundenr.',
    period: 'Leveringsperiode',
    place: 'Leveringssted',
    project: 'Prosjekt',
    yourReference: 'Deres ref.',
    orderReference: 'Ordrenr.',
    contractReference: 'Kontraktnr.',
    ourReference: 'Vår ref.',
    gln: 'GLN',
  },
  contact: (name) => `Att.: ${name}`,
  registration: { DK: 'CVR-nr.', NO: 'Org.nr.', other: 'Reg.nr.' },
  vatNumber: 'Mva-nr.',
  amountsIn: (currency) => `Beløp i ${currency} ekskl. mva`,
  columns: {
    text: 'Beskrivelse',
    quantity: 'Antall',
    unit: 'Enhet',
    price: 'Enhetspris',
    discount: 'Rabatt',
    vat: 'Mva',
    amount: 'Beløp',
  },
  units: {
    hour: ['time', 'timer'],
    piece: ['stk.', 'stk.'],
    'lump-sum': ['', ''],
    kilometre: ['km', 'km'],
    day: ['dag', 'dager'],
    month: ['måned', 'måneder'],
  },
  taxable: ['Avgiftspliktig', 'Sum avgiftspliktig'],
  taxFree: ['Avgiftsfritt', 'Sum avgiftsfritt'],
  net: 'Sum ekskl. mva',
  vatOf: ({ percent, net }) => `${percent} mva av ${net}`,
  total: {
    invoice: (currency) => `Sum å betale ${currency}`,
    'credit-note': (currency) => `Sum ${currency}`,
  },
  companyVat: ({ currency, vat, one, rate, source, day }) =>
    `Mva i ${currency}: ${vat}. Kurs: 1 ${one} = ${rate} ${currency} (${source}, ${day}).`,
  payment: 'Betaling',
  payBy: ({ day, days }) => `Betales senest ${day}${days > 0 ? ` (netto ${days} dager)` : ''}.`,
  credited: 'Beløpet godskrives.',
  bank: 'Bank',
  bankAccount: 'Kontonr.',
  paymentId: 'Betalings-id',
  kid: 'KID',
  payWith: 'Merk betalingen',
  payWithNumber: (number) => `Faktura ${number}`,
  hours: 'Timespesifikasjon',
  hoursColumns: { day: 'Dato', person: 'Medarbeider', activity: 'Aktivitet', note: 'Beskrivelse', hours: 'Timer' },
  hoursTotal: 'Timer totalt',
  page: ['Side', 'av'],
  phone: 'Tlf.',
}

const en: SheetTexts = {
  title: { invoice: 'Invoice', 'credit-note': 'Credit note', 'on-account': 'On-account invoice' },
  number: { invoice: 'Invoice no.', 'credit-note': 'Credit note no.' },
  credits: ({ number, day }) => `Credit note for invoice no. ${number} of ${day}`,
  creditReason: 'Reason',
  draftMark: 'DRAFT',
  draftNote: 'Draft without a number. This is not an invoice.',
  facts: {
    invoicedOn: 'Date',
    dueOn: 'Due date',
    customerNumber: 'Customer no.',
    period: 'Delivery period',
    place: 'Place of delivery',
    project: 'Project',
    yourReference: 'Your ref.',
    orderReference: 'Order no.',
    contractReference: 'Contract no.',
    ourReference: 'Our ref.',
    gln: 'GLN',
  },
  contact: (name) => `Attn: ${name}`,
  registration: { DK: 'CVR no.', NO: 'Org. no.', other: 'Reg. no.' },
  vatNumber: 'VAT no.',
  amountsIn: (currency) => `Amounts in ${currency} excluding VAT`,
  columns: {
    text: 'Description',
    quantity: 'Quantity',
    unit: 'Unit',
    price: 'Unit price',
    discount: 'Discount',
    vat: 'VAT',
    amount: 'Amount',
  },
  units: {
    hour: ['hour', 'hours'],
    piece: ['pc.', 'pcs.'],
    'lump-sum': ['', ''],
    kilometre: ['km', 'km'],
    day: ['day', 'days'],
    month: ['month', 'months'],
  },
  taxable: ['Subject to VAT', 'Subtotal subject to VAT'],
  taxFree: ['Without VAT', 'Subtotal without VAT'],
  net: 'Total excluding VAT',
  vatOf: ({ percent, net }) => `${percent} VAT of ${net}`,
  total: {
    invoice: (currency) => `Total to pay ${currency}`,
    'credit-note': (currency) => `Total ${currency}`,
  },
  companyVat: ({ currency, vat, one, rate, source, day }) =>
    `VAT in ${currency}: ${vat}. Rate: 1 ${one} = ${rate} ${currency} (${source}, ${day}).`,
  payment: 'Payment',
  payBy: ({ day, days }) => `To be paid by ${day}${days > 0 ? ` (${days} days net)` : ''}.`,
  credited: 'The amount is credited.',
  bank: 'Bank',
  bankAccount: 'Account',
  paymentId: 'Payment ID',
  kid: 'KID',
  payWith: 'Mark the payment',
  payWithNumber: (number) => `Invoice ${number}`,
  hours: 'Specification of hours',
  hoursColumns: { day: 'Date', person: 'Person', activity: 'Activity', note: 'Description', hours: 'Hours' },
  hoursTotal: 'Total hours',
  page: ['Page', 'of'],
  phone: 'Tel.',
}

export const sheetTexts: Record<Language, SheetTexts> = { da, nb, en }
