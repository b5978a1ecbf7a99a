// What the lines of a draft say, in the language of the document: it is read by the customer, not by who made it.
import type { Language } from '../lib/i18n/sentence.ts'

export type LineTexts = {
  hours: string
  agreedPrice: (v: { model: string }) => string
  /** The part of an agreed price that was billed on account with VAT that no longer is the same. */
  agreedPart: (v: { model: string; percent: string }) => string
  onAccount: (v: { model: string }) => string
  deduction: (v: { number: string; invoicedOn: string }) => string
  cap: (v: { cap: string }) => string
}

const dotted = (day: string) => day.split('-').reverse().join('.')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const english = (day: string) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${months[month - 1]} ${year}`
}

/** "10306.87" as it is written: 10.306,87 or 10 306,87 or 10,306.87. */
function amount(text: string, thousands: string, point: string): string {
  const [whole = '', part] = text.split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands)
  return part === undefined ? grouped : `${grouped}${point}${part}`
}

const texts: Record<Language, LineTexts> = {
  da: {
    hours: 'Timer',
    agreedPrice: ({ model }) => `Aftalt pris: ${model}`,
    agreedPart: ({ model, percent }) =>
      `Aftalt pris: ${model}, den del der er faktureret a conto med ${percent} % moms`,
    onAccount: ({ model }) => `A conto: ${model}`,
    deduction: ({ number, invoicedOn }) => `Fratrukket a conto-faktura ${number} af ${dotted(invoicedOn)}`,
    cap: ({ cap }) => `Over det aftalte loft på ${amount(cap, '.', ',')}, faktureres ikke`,
  },
  nb: {
    hours: 'Timer',
    agreedPrice: ({ model }) => `Avtalt pris: ${model}`,
    agreedPart: ({ model, percent }) => `Avtalt pris: ${model}, den delen som er fakturert akonto med ${percent} % mva`,
    onAccount: ({ model }) => `A konto: ${model}`,
    deduction: ({ number, invoicedOn }) => `Fratrukket akontofaktura ${number} av ${dotted(invoicedOn)}`,
    cap: ({ cap }) => `Over avtalt tak på ${amount(cap, ' ', ',')}, faktureres ikke`,
  },
  en: {
    hours: 'Hours',
    agreedPrice: ({ model }) => `Agreed price: ${model}`,
    agreedPart: ({ model, percent }) => `Agreed price: ${model}, the part billed on account at ${percent}% VAT`,
    onAccount: ({ model }) => `On account: ${model}`,
    deduction: ({ number, invoicedOn }) => `Less on-account invoice ${number} of ${english(invoicedOn)}`,
    cap: ({ cap }) => `Above the agreed cap of ${amount(cap, ',', '.')}, not billed`,
  },
}

export const lineTexts = (language: Language): LineTexts => texts[language]
