import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytewise, instant, recordColumns } from '../lib/columns.ts'
import type { Customer } from './customer.ts'

/** The search index over `search_text` and the indexes that end in a deleted_at condition are what a list needs to be quick. */
export const customer = pgTable(
  'customer',
  {
    ...recordColumns,
    number: text().notNull(),
    numberKey: bytewise('number_key').notNull(),
    numberSort: bytewise('number_sort').notNull(),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    searchText: bytewise('search_text').notNull(),
    status: text().$type<Customer['status']>().notNull(),
    relation: text().$type<Customer['relation']>().notNull(),
    registrationNumber: text('registration_number'),
    vatNumber: text('vat_number'),
    gln: text(),
    street1: text(),
    street2: text(),
    street3: text(),
    postalCode: text('postal_code'),
    city: text(),
    countryCode: text('country_code').notNull(),
    email: text(),
    invoiceEmail: text('invoice_email'),
    phone: text(),
    fax: text(),
    website: text(),
    currency: text().notNull(),
    bankAccount: text('bank_account'),
    invoiceChannel: text('invoice_channel').$type<Customer['invoiceChannel']>().notNull(),
    eInvoiceScheme: text('e_invoice_scheme'),
    eInvoiceAddress: text('e_invoice_address'),
    paymentDays: integer('payment_days'),
    notes: text(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    uniqueIndex('customer_number').on(t.numberKey).where(sql`deleted_at is null`),
    index('customer_by_name').on(t.nameSort, t.id).where(sql`deleted_at is null`),
    index('customer_by_number').on(t.numberSort, t.id).where(sql`deleted_at is null`),
    index('customer_by_change').on(t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('customer_status').on(t.status).where(sql`deleted_at is null`),
  ],
)
