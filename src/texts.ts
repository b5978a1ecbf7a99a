import { accountingTexts } from './accounting/accounting-texts.ts'
import { activityTexts } from './activities/activity-texts.ts'
import { billingTexts } from './billing/billing-texts.ts'
import { companyTexts } from './company/company-texts.ts'
import { customerTexts } from './customers/customer-texts.ts'
import { departmentTexts } from './departments/department-texts.ts'
import { expenseTexts } from './expenses/expense-texts.ts'
import { fileTexts } from './files/file-texts.ts'
import { integrationTexts } from './integrations/integration-texts.ts'
import { invoiceDocumentTexts } from './invoice-documents/invoice-document-texts.ts'
import { settingTexts } from './invoice-settings/setting-texts.ts'
import { creditTexts } from './invoices/credit-texts.ts'
import { draftTexts } from './invoices/draft-texts.ts'
import { finalizeTexts } from './invoices/finalize-texts.ts'
import { httpTexts } from './lib/http-texts.ts'
import type { Texts } from './lib/i18n/sentence.ts'
import { notificationTexts } from './notifications/notification-texts.ts'
import { paymentTexts } from './payments/payment-texts.ts'
import { priceTexts } from './prices/price-texts.ts'
import { projectTexts } from './projects/project-texts.ts'
import { syncTexts } from './sync/sync-texts.ts'
import { tagTexts } from './tags/tag-texts.ts'
import { timeEntryTexts } from './time-entries/time-entry-texts.ts'
import { checkTexts } from './uniconta/check-texts.ts'
import { unicontaTexts } from './uniconta/uniconta-texts.ts'
import { userTexts } from './users/user-texts.ts'

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
  unicontaTexts,
  checkTexts,
]
