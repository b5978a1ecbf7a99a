import { accountingTexts } from './accounting/accounting-texts.ts'
import { accountingTextsDa } from './accounting/accounting-texts-da.ts'
import { accountingTextsNb } from './accounting/accounting-texts-nb.ts'
import { activityTexts } from './activities/activity-texts.ts'
import { activityTextsDa } from './activities/activity-texts-da.ts'
import { activityTextsNb } from './activities/activity-texts-nb.ts'
import { billingTexts } from './billing/billing-texts.ts'
import { billingTextsDa } from './billing/billing-texts-da.ts'
import { billingTextsNb } from './billing/billing-texts-nb.ts'
import { companyTexts } from './company/company-texts.ts'
import { companyTextsDa } from './company/company-texts-da.ts'
import { companyTextsNb } from './company/company-texts-nb.ts'
import { customerTexts } from './customers/customer-texts.ts'
import { customerTextsDa } from './customers/customer-texts-da.ts'
import { customerTextsNb } from './customers/customer-texts-nb.ts'
import { departmentTexts } from './departments/department-texts.ts'
import { departmentTextsDa } from './departments/department-texts-da.ts'
import { departmentTextsNb } from './departments/department-texts-nb.ts'
import { expenseTexts } from './expenses/expense-texts.ts'
import { expenseTextsDa } from './expenses/expense-texts-da.ts'
import { expenseTextsNb } from './expenses/expense-texts-nb.ts'
import { fileTexts } from './files/file-texts.ts'
import { fileTextsDa } from './files/file-texts-da.ts'
import { fileTextsNb } from './files/file-texts-nb.ts'
import { integrationTexts } from './integrations/integration-texts.ts'
import { integrationTextsDa } from './integrations/integration-texts-da.ts'
import { integrationTextsNb } from './integrations/integration-texts-nb.ts'
import { invoiceDocumentTexts } from './invoice-documents/invoice-document-texts.ts'
import { invoiceDocumentTextsDa } from './invoice-documents/invoice-document-texts-da.ts'
import { invoiceDocumentTextsNb } from './invoice-documents/invoice-document-texts-nb.ts'
import { settingTexts } from './invoice-settings/setting-texts.ts'
import { settingTextsDa } from './invoice-settings/setting-texts-da.ts'
import { settingTextsNb } from './invoice-settings/setting-texts-nb.ts'
import { creditTexts } from './invoices/credit-texts.ts'
import { creditTextsDa } from './invoices/credit-texts-da.ts'
import { creditTextsNb } from './invoices/credit-texts-nb.ts'
import { draftTexts } from './invoices/draft-texts.ts'
import { draftTextsDa } from './invoices/draft-texts-da.ts'
import { draftTextsNb } from './invoices/draft-texts-nb.ts'
import { finalizeTexts } from './invoices/finalize-texts.ts'
import { finalizeTextsDa } from './invoices/finalize-texts-da.ts'
import { finalizeTextsNb } from './invoices/finalize-texts-nb.ts'
import { httpTexts } from './lib/http-texts.ts'
import { httpTextsDa } from './lib/http-texts-da.ts'
import { httpTextsNb } from './lib/http-texts-nb.ts'
import type { Texts } from './lib/i18n/sentence.ts'
import { notificationTexts } from './notifications/notification-texts.ts'
import { notificationTextsDa } from './notifications/notification-texts-da.ts'
import { notificationTextsNb } from './notifications/notification-texts-nb.ts'
import { paymentTexts } from './payments/payment-texts.ts'
import { paymentTextsDa } from './payments/payment-texts-da.ts'
import { paymentTextsNb } from './payments/payment-texts-nb.ts'
import { priceTexts } from './prices/price-texts.ts'
import { priceTextsDa } from './prices/price-texts-da.ts'
import { priceTextsNb } from './prices/price-texts-nb.ts'
import { projectTexts } from './projects/project-texts.ts'
import { projectTextsDa } from './projects/project-texts-da.ts'
import { projectTextsNb } from './projects/project-texts-nb.ts'
import { syncTexts } from './sync/sync-texts.ts'
import { syncTextsDa } from './sync/sync-texts-da.ts'
import { syncTextsNb } from './sync/sync-texts-nb.ts'
import { tagTexts } from './tags/tag-texts.ts'
import { tagTextsDa } from './tags/tag-texts-da.ts'
import { tagTextsNb } from './tags/tag-texts-nb.ts'
import { timeEntryTexts } from './time-entries/time-entry-texts.ts'
import { timeEntryTextsDa } from './time-entries/time-entry-texts-da.ts'
import { timeEntryTextsNb } from './time-entries/time-entry-texts-nb.ts'
import { booksTexts } from './uniconta/books-texts.ts'
import { booksTextsDa } from './uniconta/books-texts-da.ts'
import { booksTextsNb } from './uniconta/books-texts-nb.ts'
import { checkInvoiceTexts } from './uniconta/check-invoice-texts.ts'
import { checkInvoiceTextsDa } from './uniconta/check-invoice-texts-da.ts'
import { checkInvoiceTextsNb } from './uniconta/check-invoice-texts-nb.ts'
import { checkTexts } from './uniconta/check-texts.ts'
import { checkTextsDa } from './uniconta/check-texts-da.ts'
import { checkTextsNb } from './uniconta/check-texts-nb.ts'
import { choiceTexts } from './uniconta/choice-texts.ts'
import { choiceTextsDa } from './uniconta/choice-texts-da.ts'
import { choiceTextsNb } from './uniconta/choice-texts-nb.ts'
import { creditNoteTexts } from './uniconta/credit-note-texts.ts'
import { creditNoteTextsDa } from './uniconta/credit-note-texts-da.ts'
import { creditNoteTextsNb } from './uniconta/credit-note-texts-nb.ts'
import { firstDocumentTexts } from './uniconta/first-document-texts.ts'
import { firstDocumentTextsDa } from './uniconta/first-document-texts-da.ts'
import { firstDocumentTextsNb } from './uniconta/first-document-texts-nb.ts'
import { importTexts } from './uniconta/import-texts.ts'
import { importTextsDa } from './uniconta/import-texts-da.ts'
import { importTextsNb } from './uniconta/import-texts-nb.ts'
import { paymentImportTexts } from './uniconta/payment-import-texts.ts'
import { paymentImportTextsDa } from './uniconta/payment-import-texts-da.ts'
import { paymentImportTextsNb } from './uniconta/payment-import-texts-nb.ts'
import { postingTexts } from './uniconta/posting-texts.ts'
import { postingTextsDa } from './uniconta/posting-texts-da.ts'
import { postingTextsNb } from './uniconta/posting-texts-nb.ts'
import { unicontaTexts } from './uniconta/uniconta-texts.ts'
import { unicontaTextsDa } from './uniconta/uniconta-texts-da.ts'
import { unicontaTextsNb } from './uniconta/uniconta-texts-nb.ts'
import { userTexts } from './users/user-texts.ts'
import { userTextsDa } from './users/user-texts-da.ts'
import { userTextsNb } from './users/user-texts-nb.ts'

/** Every folder's sentences in English. A key stands in one of them only. */
export const englishTexts: readonly Texts[] = [
  httpTexts,
  syncTexts,
  accountingTexts,
  activityTexts,
  companyTexts,
  customerTexts,
  billingTexts,
  draftTexts,
  departmentTexts,
  expenseTexts,
  fileTexts,
  integrationTexts,
  settingTexts,
  invoiceDocumentTexts,
  notificationTexts,
  priceTexts,
  creditTexts,
  finalizeTexts,
  paymentTexts,
  projectTexts,
  tagTexts,
  timeEntryTexts,
  userTexts,
  postingTexts,
  booksTexts,
  choiceTexts,
  creditNoteTexts,
  firstDocumentTexts,
  importTexts,
  paymentImportTexts,
  unicontaTexts,
  checkInvoiceTexts,
  checkTexts,
]

export const danishTexts: readonly Texts[] = [
  httpTextsDa,
  syncTextsDa,
  accountingTextsDa,
  activityTextsDa,
  companyTextsDa,
  customerTextsDa,
  billingTextsDa,
  draftTextsDa,
  departmentTextsDa,
  expenseTextsDa,
  fileTextsDa,
  integrationTextsDa,
  settingTextsDa,
  invoiceDocumentTextsDa,
  notificationTextsDa,
  priceTextsDa,
  creditTextsDa,
  finalizeTextsDa,
  paymentTextsDa,
  projectTextsDa,
  tagTextsDa,
  timeEntryTextsDa,
  userTextsDa,
  postingTextsDa,
  booksTextsDa,
  choiceTextsDa,
  creditNoteTextsDa,
  firstDocumentTextsDa,
  importTextsDa,
  paymentImportTextsDa,
  unicontaTextsDa,
  checkInvoiceTextsDa,
  checkTextsDa,
]

export const norwegianTexts: readonly Texts[] = [
  httpTextsNb,
  syncTextsNb,
  accountingTextsNb,
  activityTextsNb,
  companyTextsNb,
  customerTextsNb,
  billingTextsNb,
  draftTextsNb,
  departmentTextsNb,
  expenseTextsNb,
  fileTextsNb,
  integrationTextsNb,
  settingTextsNb,
  invoiceDocumentTextsNb,
  notificationTextsNb,
  priceTextsNb,
  creditTextsNb,
  finalizeTextsNb,
  paymentTextsNb,
  projectTextsNb,
  tagTextsNb,
  timeEntryTextsNb,
  userTextsNb,
  postingTextsNb,
  booksTextsNb,
  choiceTextsNb,
  creditNoteTextsNb,
  firstDocumentTextsNb,
  importTextsNb,
  paymentImportTextsNb,
  unicontaTextsNb,
  checkInvoiceTextsNb,
  checkTextsNb,
]
