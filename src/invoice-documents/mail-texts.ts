// What a mail with a document says unless its sender writes something else, in the language of the document.
import type { InvoiceKind } from '../invoices/invoice.ts'
import type { Language } from '../lib/i18n/sentence.ts'

type Values = {
  number: string
  seller: string
  amount: string
  project: string
  dueOn: string
  credited: string | null
}
type MailTexts = Record<InvoiceKind, { subject: (v: Values) => string; text: (v: Values) => string }>

export const mailTexts: Record<Language, MailTexts> = {
  da: {
    invoice: {
      subject: (v) => `Faktura ${v.number} fra ${v.seller}`,
      text: (v) =>
        `Hej\n\nHermed faktura ${v.number} på ${v.amount} for ${v.project}. Den betales senest ${v.dueOn}.\n\nFakturaen er vedhæftet som PDF.\n\nVenlig hilsen\n${v.seller}`,
    },
    'credit-note': {
      subject: (v) => `Kreditnota ${v.number} fra ${v.seller}`,
      text: (v) =>
        `Hej\n\nHermed kreditnota ${v.number} på ${v.amount} for ${v.project}${v.credited ? `, til faktura ${v.credited}` : ''}.\n\nKreditnotaen er vedhæftet som PDF.\n\nVenlig hilsen\n${v.seller}`,
    },
  },
  nb: {
    invoice: {
      subject: (v) => `Faktura ${v.number} fra ${v.seller}`,
      text: (v) =>
        `Hei\n\nHer er faktura ${v.number} på ${v.amount} for ${v.project}. Den betales senest ${v.dueOn}.\n\nFakturaen ligger ved som PDF.\n\nVennlig hilsen\n${v.seller}`,
    },
    'credit-note': {
      subject: (v) => `Kreditnota ${v.number} fra ${v.seller}`,
      text: (v) =>
        `Hei\n\nHer er kreditnota ${v.number} på ${v.amount} for ${v.project}${v.credited ? `, til faktura ${v.credited}` : ''}.\n\nKreditnotaen ligger ved som PDF.\n\nVennlig hilsen\n${v.seller}`,
    },
  },
  en: {
    invoice: {
      subject: (v) => `Invoice ${v.number} from ${v.seller}`,
      text: (v) =>
        `Hello\n\nHere is invoice ${v.number} for ${v.amount}, ${v.project}. It is to be paid by ${v.dueOn}.\n\nThe invoice is attached as a PDF.\n\nKind regards\n${v.seller}`,
    },
    'credit-note': {
      subject: (v) => `Credit note ${v.number} from ${v.seller}`,
      text: (v) =>
        `Hello\n\nHere is credit note ${v.number} for ${v.amount}, ${v.project}${v.credited ? `, for invoice ${v.credited}` : ''}.\n\nThe credit note is attached as a PDF.\n\nKind regards\n${v.seller}`,
    },
  },
}
