// What stands on the pages of an invoice or credit note: from the tables (SheetSource), and written out for the template (Sheet).
import type { VatCategory } from '../accounting/accounting.ts'
import type { InvoiceKind } from '../invoices/invoice.ts'
import type { VatSum } from '../invoices/invoice-totals.ts'
import type { Printed } from '../invoices/printed.ts'
import type { Day } from '../lib/dates.ts'
import type { Language } from '../lib/i18n/sentence.ts'

export type SheetLine = {
  /** Null on a line of text only. */
  productType: string | null
  text: string
  quantity: string
  unit: string
  unitPrice: string
  discountPercent: string
  net: bigint
  vatCategory: VatCategory | null
  vatPercent: string | null
  periodFrom: Day | null
  periodTo: Day | null
}

/** Hours behind the lines, in the order of their days. */
export type SpecifiedHours = {
  workedOn: Day
  person: string
  activity: string
  note: string | null
  minutes: number
}

/** A document with all that stands on it. Amounts in minor units; a credit note's are negative. */
export type SheetSource = {
  kind: InvoiceKind
  /** Null: a draft. */
  number: string | null
  invoicedOn: Day
  dueOn: Day
  currency: string
  description: string | null
  onAccount: boolean
  creditReason: string | null
  net: bigint
  vat: bigint
  gross: bigint
  companyCurrency: string | null
  companyVat: bigint | null
  exchangeRate: string | null
  rateSource: string | null
  rateOn: Day | null
  printed: Printed
  lines: readonly SheetLine[]
  vats: readonly VatSum[]
  hours: readonly SpecifiedHours[]
}

export type Fact = { label: string; value: string }
export type Row = {
  /** A line of text spans the columns. */
  isText: boolean
  text: string
  period: string
  quantity: string
  unit: string
  price: string
  discount: string
  vat: string
  amount: string
}
export type Section = { heading: string | null; rows: Row[]; subtotal: { label: string; amount: string } | null }

/** What assets/invoice.typ reads. */
export type Sheet = {
  language: Language
  /** Where the language is spoken as the document means it: DK, NO, GB. */
  region: string
  documentTitle: string
  author: string
  /** Year, month, day: of the document, so that the same document has the same bytes whenever it is made. */
  date: readonly [number, number, number] | null
  title: string
  numberLine: string | null
  draft: { mark: string; note: string } | null
  credits: string | null
  seller: { name: string; address: string[]; numbers: string[]; ways: string[] }
  buyer: string[]
  facts: Fact[]
  description: string | null
  intro: string | null
  amountsIn: string
  /** The captions of the columns that there are, in their order. */
  columns: { key: keyof Row; caption: string; align: 'left' | 'right' }[]
  sections: Section[]
  sums: { label: string; amount: string; isTotal: boolean }[]
  notes: string[]
  payment: { heading: string; sentence: string; facts: Fact[] } | null
  closing: string | null
  hours: {
    heading: string
    columns: { key: string; caption: string; align: 'left' | 'right' }[]
    rows: Record<string, string>[]
    totalLabel: string
    total: string
  } | null
  page: readonly [string, string]
}
