// A line made from sources, and what it is made from.
import type { VatCategory } from '../accounting/accounting.ts'
import type { BookAccount } from '../billing/account-book.ts'
import type { Currencies } from '../billing/expense-price.ts'
import type { LineGrouping } from '../invoice-settings/invoice-setting.ts'
import type { Day } from '../lib/dates.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import type { BookModel, PriceBook } from '../prices/rate-of.ts'
import type { LineOrigin, LineUnit, SourceKind } from './invoice.ts'

export type BuiltSource = {
  kind: SourceKind
  sourceId: string
  minutes: number | null
  rate: string | null
  amount: bigint
}

/** VAT and account that a line takes over from another document. */
export type FixedVat = {
  accountId: string | null
  accountNumber: string | null
  vatCodeId: string | null
  vatCode: string | null
  vatCategory: VatCategory | null
  vatPercent: string | null
}

export type BuiltLine = {
  /** The same for the same kind of work, so that a refreshed line is the line that it was. */
  key: string
  origin: LineOrigin
  productType: 'hours' | 'expenses'
  text: string
  quantity: string
  unit: LineUnit
  unitPrice: string
  net: bigint
  activityId: string | null
  periodFrom: Day | null
  periodTo: Day | null
  deductsInvoiceId: string | null
  vat: FixedVat | null
  sources: BuiltSource[]
}

/** How the price model bills what the draft holds. */
export type Scheme = {
  hours: 'priced' | 'covered'
  expenses: 'priced' | 'covered'
  plan: 'billed' | 'covered'
  /** Of the agreed price, to be billed now; null where none is. */
  agreed: bigint | null
  /** A part invoice that bills this amount and no sources. */
  onAccountAmount: bigint | null
  deductions: readonly Deduction[]
  /** What of hours was billed before. */
  hoursBilled: bigint
}

/** What is left to be deducted of an on-account invoice, per VAT code and percentage. */
export type Deduction = { invoiceId: string; number: string; invoicedOn: Day; net: bigint; vat: FixedVat }

export type BuildFacts = {
  book: PriceBook
  model: BookModel
  scheme: Scheme
  grouping: LineGrouping
  language: Language
  currencies: Currencies
  hoursAccount: BookAccount | undefined
  expensesAccount: BookAccount | undefined
  /** The day whose VAT holds for lines without a period. */
  invoicedOn: Day
}

/** A source that an agreed price pays for: worth nothing by itself. */
export const covered = (kind: SourceKind, sourceId: string, minutes: number | null): BuiltSource => ({
  kind,
  sourceId,
  minutes,
  rate: null,
  amount: 0n,
})

/** What most lines are; a lump sum of nothing. */
export const bare = () => ({
  productType: 'hours' as const,
  quantity: '1',
  unit: 'lump-sum' as const,
  activityId: null,
  periodFrom: null,
  periodTo: null,
  deductsInvoiceId: null,
  vat: null,
  sources: [] as BuiltSource[],
})
