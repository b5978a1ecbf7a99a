import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { CoupledSeries } from '../company/company.ts'
import { invoice } from '../invoices/invoice-table.ts'
import { day, instant, minorUnits } from '../lib/columns.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { ShownStep } from './posting.ts'
import type { PostingStep, SettledHow } from './posting-steps.ts'

/** One row per document of a coupled series, from its first try on. */
export const posting = pgTable(
  'uniconta_posting',
  {
    invoiceId: uuid('invoice_id')
      .primaryKey()
      .references(() => invoice.id),
    series: text().$type<CoupledSeries>().notNull(),
    serial: integer().notNull(),
    step: text().$type<PostingStep>().notNull(),
    /** The order under way; null before the first and after one was deleted. */
    orderNumber: integer('order_number'),
    /** From then on no call of the attempt can leave any more: the end of its token, or when its answer failed to come. */
    quietAt: instant('quiet_at'),
    /** The call under way was refused before it was applied: there is nothing to wait for. */
    isRefused: boolean('is_refused').notNull().default(false),
    /** Why the other side would not post; said once the order is gone.
     */
    refusal: jsonb().$type<Sentence>(),
    /** A person chose another day for the books than the document's, and why. */
    postingOn: day('posting_on'),
    /**
     * A person's word: that there is neither order nor invoice, that a difference is accepted, that the number there stands, that the document named
     * is it once our order is gone. */
    word: text().$type<'send-again' | 'accept-difference' | 'accept-number' | 'mark'>(),
    /** The writing step of a first document that was shown last. */
    shownStep: jsonb('shown_step').$type<ShownStep>(),
    reason: text(),
    saidBy: text('said_by'),
    how: text().$type<SettledHow>(),
    settledAt: instant('settled_at'),
    // The document as it stands there.
    theirNumber: integer('their_number'),
    /** The series there, where its row names it: a number is unique within it only. */
    theirSerie: text('their_serie'),
    theirRowId: text('their_row_id'),
    voucher: text(),
    journalId: text('journal_id'),
    theirNet: minorUnits('their_net'),
    theirVat: minorUnits('their_vat'),
    theirGross: minorUnits('their_gross'),
    theirDueOn: day('their_due_on'),
    exchangeRate: numeric('exchange_rate'),
    companyAmount: minorUnits('company_amount'),
  },
  (t) => [
    index('uniconta_posting_open').on(t.serial).where(sql`step <> 'settled'`),
    index('uniconta_posting_in_step').on(t.series, t.serial).where(sql`how = 'posted'`),
  ],
)

/** Every order number that was ever given to a document. None is used twice, and none is posted twice. */
export const postingOrder = pgTable(
  'uniconta_order',
  {
    orderNumber: integer('order_number').primaryKey(),
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => posting.invoiceId),
    madeAt: instant('made_at').notNull(),
    /** On disk before the call that posts it. */
    isPosted: boolean('is_posted').notNull().default(false),
    /** Never made, posted, or deleted. */
    isGone: boolean('is_gone').notNull().default(false),
  },
  (t) => [index('uniconta_order_of').on(t.invoiceId)],
)

/**
 * The coupled documents that are not settled, so that they are found without walking over all that are. Kept by triggers on both tables
 * alone (db/), in the transaction that finalizes or settles one: it cannot say anything else than they do.
 */
export const unsettled = pgTable(
  'uniconta_unsettled',
  {
    invoiceId: uuid('invoice_id')
      .primaryKey()
      .references(() => invoice.id),
    series: text().$type<CoupledSeries>().notNull(),
    serial: integer().notNull(),
  },
  (t) => [index('uniconta_unsettled_serial').on(t.series, t.serial)],
)
