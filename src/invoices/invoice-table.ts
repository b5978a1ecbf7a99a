import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ProductType, VatCategory, VatRounding } from '../accounting/accounting.ts'
import { bookkeepingAccount, vatCode } from '../accounting/accounting-table.ts'
import { activity } from '../activities/activity-table.ts'
import { customer } from '../customers/customer-table.ts'
import { department } from '../departments/department-table.ts'
import { storedFile } from '../files/stored-file-table.ts'
import { draftSettingColumns } from '../invoice-settings/invoice-setting-table.ts'
import { bytewise, day, instant, minorUnits, recordColumns } from '../lib/columns.ts'
import { project } from '../projects/project-table.ts'
import type { CreditedHours, InvoiceKind, InvoiceSeries, InvoiceState, LineOrigin, SourceKind } from './invoice.ts'
import type { Printed } from './printed.ts'

/**
 * Invoices and credit notes, drafts too. Once finalized, no column of the row, its lines, VAT and sources changes and nothing is
 * deleted: triggers refuse it (db guards). What becomes of a document afterwards stands in invoice_standing.
 */
export const invoice = pgTable(
  'invoice',
  {
    ...recordColumns,
    kind: text().$type<InvoiceKind>().notNull(),
    state: text().$type<InvoiceState>().notNull(),
    /** Random, made with the draft, begins with the instance's mark: how the document is known in the accounting system. */
    reference: text().notNull(),
    /** Takes the series without transfer when false. */
    transfer: boolean().notNull(),
    series: text().$type<InvoiceSeries>(),
    /** What the series counted; `number` is its written form. Both are given at finalize. */
    serial: integer(),
    number: text(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customer.id),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    priceModelId: uuid('price_model_id'),
    departmentId: uuid('department_id').references(() => department.id),
    currency: text().notNull(),
    /** Null on a draft: the day it is finalized. */
    invoicedOn: day('invoiced_on'),
    dueOn: day('due_on'),
    /** Sources are taken up to this day. */
    sourcesUntil: day('sources_until'),
    description: text(),
    // The draft's own settings; null inherits from project, customer, company. At finalize `printed` keeps what they came to.
    ...draftSettingColumns,
    creditedInvoiceId: uuid('credited_invoice_id'),
    creditReason: text('credit_reason'),
    creditedHours: text('credited_hours').$type<CreditedHours>(),
    /** Part invoice on account: its net is deducted at the settlement. */
    onAccount: boolean('on_account').notNull(),
    vatRounding: text('vat_rounding').$type<VatRounding>(),
    net: minorUnits('net').notNull(),
    vat: minorUnits('vat').notNull(),
    gross: minorUnits('gross').notNull(),
    /** The company's currency, the rate to it, where and of which day the rate is, and the VAT in it. */
    companyCurrency: text('company_currency'),
    exchangeRate: numeric('exchange_rate'),
    rateSource: text('rate_source'),
    rateOn: day('rate_on'),
    companyNet: minorUnits('company_net'),
    companyVat: minorUnits('company_vat'),
    paymentId: text('payment_id'),
    /** Seller, buyer, texts and settings as they stand on the document. */
    printed: jsonb().$type<Printed>(),
    searchText: bytewise('search_text').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    createdBy: text('created_by').notNull(),
    finalizedBy: text('finalized_by'),
    finalizedAt: instant('finalized_at'),
  },
  (t) => [
    uniqueIndex('invoice_reference').on(t.reference),
    uniqueIndex('invoice_serial').on(t.series, t.serial),
    uniqueIndex('invoice_number').on(t.number),
    check(
      'invoice_final_is_whole',
      sql`(${t.state} = 'finalized') = (${t.number} is not null and ${t.invoicedOn} is not null and ${t.dueOn} is not null and ${t.finalizedAt} is not null and ${t.printed} is not null) or (${t.state} <> 'finalized' and ${t.number} is null)`,
    ),
    check('invoice_adds_up', sql`${t.gross} = ${t.net} + ${t.vat}`),
    check('invoice_credit_is_negative', sql`${t.state} <> 'finalized' or ${t.kind} = 'credit-note' or ${t.gross} >= 0`),
    index('invoice_by_day').on(t.invoicedOn, t.id),
    index('invoice_by_change').on(t.updatedAt, t.id),
    index('invoice_customer').on(t.customerId, t.invoicedOn),
    index('invoice_project').on(t.projectId, t.invoicedOn),
    index('invoice_credited').on(t.creditedInvoiceId),
    index('invoice_drafts').on(t.updatedAt).where(sql`state <> 'finalized'`),
  ],
)

export const invoiceLine = pgTable(
  'invoice_line',
  {
    id: uuid().primaryKey(),
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => invoice.id),
    position: integer().notNull(),
    origin: text().$type<LineOrigin>().notNull(),
    /** Null on a line of text only. */
    productType: text('product_type').$type<ProductType>(),
    text: text().notNull(),
    quantity: numeric().notNull(),
    unit: text().notNull(),
    unitPrice: numeric('unit_price').notNull(),
    discountPercent: numeric('discount_percent').notNull(),
    net: minorUnits('net').notNull(),
    /** What the sources are worth; the difference to net is the write-up or write-down, and has a reason. */
    registeredNet: minorUnits('registered_net'),
    adjustmentReason: text('adjustment_reason'),
    /** A person has written on it: a refresh leaves it as it is. */
    edited: boolean().notNull().default(false),
    /** Set by hand; else the setting for the product type. Null after finalize only on a line of text. */
    accountId: uuid('account_id').references(() => bookkeepingAccount.id),
    accountNumber: text('account_number'),
    vatCodeId: uuid('vat_code_id').references(() => vatCode.id),
    vatCode: text('vat_code'),
    vatCategory: text('vat_category').$type<VatCategory>(),
    vatPercent: numeric('vat_percent'),
    /** Its VAT is that of another document and does not follow the account; so is that of every deduction and credit. */
    vatFixed: boolean('vat_fixed').notNull().default(false),
    /** VAT of this line alone; where VAT is rounded per code it is shown nowhere and adds up to something else. */
    vat: minorUnits('vat').notNull(),
    activityId: uuid('activity_id').references(() => activity.id),
    periodFrom: day('period_from'),
    periodTo: day('period_to'),
    /** The on-account invoice that this line deducts, or the line that this one credits. */
    deductsInvoiceId: uuid('deducts_invoice_id'),
    creditedLineId: uuid('credited_line_id'),
  },
  (t) => [
    index('invoice_line_invoice').on(t.invoiceId, t.position),
    index('invoice_line_deducts').on(t.deductsInvoiceId),
    index('invoice_line_credited').on(t.creditedLineId),
  ],
)

/** What a line bills: time entries, expenses, rows of a payment plan, with the price at which each went in. */
export const invoiceLineSource = pgTable(
  'invoice_line_source',
  {
    lineId: uuid('line_id')
      .notNull()
      .references(() => invoiceLine.id, { onDelete: 'cascade' }),
    kind: text().$type<SourceKind>().notNull(),
    sourceId: uuid('source_id').notNull(),
    minutes: integer(),
    rate: numeric(),
    amount: minorUnits('amount').notNull(),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.sourceId] }), index('invoice_line_source_of').on(t.sourceId)],
)

/** Net and VAT per VAT code, as the document shows them. */
export const invoiceVat = pgTable(
  'invoice_vat',
  {
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => invoice.id),
    vatCode: text('vat_code').notNull(),
    percent: numeric().notNull(),
    category: text().$type<VatCategory>().notNull(),
    net: minorUnits('net').notNull(),
    vat: minorUnits('vat').notNull(),
  },
  (t) => [primaryKey({ columns: [t.invoiceId, t.vatCode, t.percent] })],
)

/** What became of a finalized document: paid, credited, its PDF, sent. Changes; the document does not. */
export const invoiceStanding = pgTable(
  'invoice_standing',
  {
    invoiceId: uuid('invoice_id')
      .primaryKey()
      .references(() => invoice.id),
    /** Sums of payments and of the credit notes that name this document, in its currency. Positive for an invoice. */
    paid: minorUnits('paid').notNull(),
    credited: minorUnits('credited').notNull(),
    /** gross + credited - paid; 0 is settled, below 0 is overpaid. What `credited` of a credit note is says standing.ts. */
    open: minorUnits('open').notNull(),
    dueOn: day('due_on').notNull(),
    pdfFileId: uuid('pdf_file_id').references(() => storedFile.id),
    pdfSha256: text('pdf_sha256'),
    mailedAt: instant('mailed_at'),
    mailedTo: text('mailed_to'),
    /** A person let the number go out before the accounting system had it, and why. */
    releasedAt: instant('released_at'),
    releasedBy: text('released_by'),
    releaseReason: text('release_reason'),
  },
  (t) => [index('invoice_standing_open').on(t.dueOn).where(sql`open <> 0`)],
)
