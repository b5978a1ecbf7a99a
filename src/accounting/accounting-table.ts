import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CoupledSeries } from '../company/company.ts'
import { storedFile } from '../files/stored-file-table.ts'
import { bytewise, day, recordColumns } from '../lib/columns.ts'
import type { PaymentIdKind, VatCategory, VatRounding } from './accounting.ts'

/** A VAT code as the accounting system knows it. Its rates have days from which they hold. */
export const vatCode = pgTable(
  'vat_code',
  {
    ...recordColumns,
    code: text().notNull(),
    name: text().notNull(),
    category: text().$type<VatCategory>().notNull(),
    active: boolean().notNull(),
  },
  (t) => [uniqueIndex('vat_code_code').on(t.code)],
)

export const vatRate = pgTable(
  'vat_rate',
  {
    vatCodeId: uuid('vat_code_id')
      .notNull()
      .references(() => vatCode.id, { onDelete: 'cascade' }),
    validFrom: day('valid_from').notNull(),
    percent: numeric().notNull(),
  },
  (t) => [primaryKey({ columns: [t.vatCodeId, t.validFrom] })],
)

/** The company's own words for a category's legal phrase; null, or no row at all: the phrase of vat-phrase.ts stands. */
export const vatPhrase = pgTable('vat_phrase', {
  category: text().$type<VatCategory>().primaryKey(),
  version: integer().notNull().default(1),
  da: text(),
  nb: text(),
  en: text(),
})

export const bookkeepingAccount = pgTable(
  'bookkeeping_account',
  {
    ...recordColumns,
    number: text().notNull(),
    numberKey: bytewise('number_key').notNull(),
    numberSort: bytewise('number_sort').notNull(),
    name: text().notNull(),
    /** Null: lines on this account cannot be billed, and the draft says so. */
    vatCodeId: uuid('vat_code_id').references(() => vatCode.id),
    active: boolean().notNull(),
  },
  (t) => [uniqueIndex('bookkeeping_account_number').on(t.numberKey), index('bookkeeping_account_vat').on(t.vatCodeId)],
)

/** Days between invoice date and due date that people choose from. */
export const paymentTerm = pgTable(
  'payment_term',
  { ...recordColumns, days: integer().notNull(), name: text().notNull(), active: boolean().notNull() },
  (t) => [uniqueIndex('payment_term_days').on(t.days)],
)

/** One row: what holds for every invoice of the company. The row comes with the migrations. */
export const invoicing = pgTable(
  'invoicing',
  {
    id: integer().primaryKey().default(1),
    version: integer().notNull().default(1),
    /** Begins every reference of this instance, four letters or digits; made at set-up, never changed. */
    mark: text().notNull(),
    vatRounding: text('vat_rounding').$type<VatRounding>().notNull(),
    useDraftApproval: boolean('use_draft_approval').notNull(),
    /** No document is dated on or before this day. */
    booksLockedUntil: day('books_locked_until'),
    paymentIdKind: text('payment_id_kind').$type<PaymentIdKind>().notNull(),
    paymentIdFormat: text('payment_id_format'),
    /** Danish creditor number (+71, +75) or giro account. */
    creditorNumber: text('creditor_number'),
    bankName: text('bank_name'),
    bankRegistrationNumber: text('bank_registration_number'),
    bankAccount: text('bank_account'),
    iban: text(),
    bic: text(),
    /** Stands on invoices beside the registration number: MVA, Foretaksregisteret. */
    legalNote: text('legal_note'),
    website: text(),
    logoFileId: uuid('logo_file_id').references(() => storedFile.id),
    vatNumber: text('vat_number'),
    /** Which series credit notes that go to accounting take: that of the invoices, or their own. */
    creditNoteSeries: text('credit_note_series').$type<CoupledSeries>().notNull().default('invoice'),
  },
  (t) => [check('invoicing_is_one', sql`${t.id} = 1`)],
)
