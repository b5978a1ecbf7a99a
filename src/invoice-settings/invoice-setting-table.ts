import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bookkeepingAccount } from '../accounting/accounting-table.ts'
import { instant } from '../lib/columns.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import type { HourSpecification, LineGrouping, SettingLevel } from './invoice-setting.ts'

const account = (name: string) => uuid(name).references(() => bookkeepingAccount.id)

/** In the row of a draft, too. */
export const draftSettingColumns = {
  yourReference: text('your_reference'),
  orderReference: text('order_reference'),
  contractReference: text('contract_reference'),
  contactId: uuid('contact_id'),
  /** Lines above and below the customer's name in the address. */
  nameLineAbove: text('name_line_above'),
  nameLineBelow: text('name_line_below'),
  invoiceText: text('invoice_text'),
  footerText: text('footer_text'),
  paymentDays: integer('payment_days'),
  language: text().$type<Language>(),
  lineGrouping: text('line_grouping').$type<LineGrouping>(),
  hourSpecification: text('hour_specification').$type<HourSpecification>(),
  attachReceipts: boolean('attach_receipts'),
}

/**
 * What invoices say unless a nearer level says otherwise: company, customer, project, then the draft itself. Null inherits. The
 * company's row has the zero id as its subject. A customer's payment days and a project's references stand in their own records.
 */
export const invoiceSetting = pgTable(
  'invoice_setting',
  {
    level: text().$type<SettingLevel>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    version: integer().notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
    ...draftSettingColumns,
    hoursAccountDomestic: account('hours_account_domestic'),
    hoursAccountForeign: account('hours_account_foreign'),
    expensesAccountDomestic: account('expenses_account_domestic'),
    expensesAccountForeign: account('expenses_account_foreign'),
    productsAccountDomestic: account('products_account_domestic'),
    productsAccountForeign: account('products_account_foreign'),
  },
  (t) => [primaryKey({ columns: [t.level, t.subjectId] })],
)
