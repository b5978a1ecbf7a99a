// Check set-up: reads what the other side has, compares it with what we would send, and says for each thing how it stands
// and where it is mended. It writes nothing there.
import type { Db } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { checkCategories, checkCategoryless } from './check-categories.ts'
import {
  checkCalls,
  checkDimension,
  checkElsewhere,
  checkLanguage,
  checkNumbers,
  checkSignIn,
} from './check-connection.ts'
import { checkCreditSeries } from './check-credit-series.ts'
import { checkCountries, checkFax, checkGroups, checkTagless } from './check-customers.ts'
import { checkExpenses } from './check-expenses.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import { checkInvoiceDepartmentless, checkInvoiceDepartments, checkParents } from './check-invoices.ts'
import { checkAccounts, checkCurrencies, checkTerms, checkVatCodes } from './check-ledger.ts'
import { checkPeriod } from './check-periods.ts'
import { checkDepartmentless, checkDepartments, checkProjectGroup } from './check-projects.ts'
import { checkSeries } from './check-series.ts'
import { checkTexts } from './check-texts.ts'
import type { Connection, Facts, Finding } from './connection.ts'
import { importTexts } from './import-texts.ts'
import type { Calls, Row } from './session.ts'
import { finding, type Look } from './set-up-look.ts'
import { Refused } from './wire.ts'

const say = sayFrom({ ...checkTexts, ...checkInvoiceTexts, ...importTexts })

/** All findings, and what was learned about the other side on the way. */
export async function checkSetUp(
  db: Db,
  calls: Calls,
  connection: Connection,
  now: Clock,
): Promise<{ findings: Finding[]; facts: Facts; years: readonly Row[] }> {
  const look: Look = { db, calls, connection, now, facts: { ...connection.facts } }
  const { exportCustomers, exportProjects, exportInvoices, importExpenses, departmentDimension } = connection.settings
  const { projectDepartment, invoiceDepartment } = connection.settings
  const withDepartments = exportProjects && departmentDimension !== null && projectDepartment !== 'none'
  const ofInvoices = exportInvoices && departmentDimension !== null && invoiceDepartment !== 'none'
  // A session shows its first list for ever, and what was mended a minute ago has to be seen.
  calls.renew()
  const findings: Finding[] = []
  for (const [key, check, title, applies] of [
    ['sign-in', checkSignIn, 'check.signIn', true],
    ['elsewhere', checkElsewhere, 'check.elsewhere', true],
    ['language', checkLanguage, 'check.language', true],
    ['groups', checkGroups, 'check.groups', exportCustomers],
    ['tagless', checkTagless, 'check.tagless', exportCustomers],
    ['countries', checkCountries, 'check.countries', exportCustomers],
    ['fax', checkFax, 'check.fax', exportCustomers],
    ['project-group', checkProjectGroup, 'check.projectGroup', exportProjects],
    ['dimension', checkDimension, 'check.dimension', departmentDimension !== null],
    ['departments', checkDepartments, 'check.departments', withDepartments],
    ['departmentless', checkDepartmentless, 'check.departmentless', withDepartments],
    ['parents', checkParents, 'check.parents', exportInvoices],
    ['categories', checkCategories, 'check.categories', exportInvoices],
    ['categoryless', checkCategoryless, 'check.categoryless', exportInvoices],
    ['series', checkSeries, 'check.series', exportInvoices],
    ['credit-series', checkCreditSeries, 'check.creditSeries', exportInvoices],
    ['period', checkPeriod, 'check.period', exportInvoices],
    ['accounts', checkAccounts, 'check.accounts', exportInvoices],
    ['vat-codes', checkVatCodes, 'check.vatCodes', exportInvoices],
    ['terms', checkTerms, 'check.terms', exportInvoices],
    ['currencies', checkCurrencies, 'check.currencies', exportInvoices],
    ['invoice-departments', checkInvoiceDepartments, 'check.invoiceDepartments', ofInvoices],
    ['invoice-departmentless', checkInvoiceDepartmentless, 'check.invoiceDepartmentless', ofInvoices],
    ['expenses', checkExpenses, 'check.expenses', importExpenses],
    ['numbers', checkNumbers, 'check.numbers', true],
    ['calls', checkCalls, 'check.calls', true],
  ] as const)
    if (applies) {
      const found = await check(look).catch((error: unknown) => refused(key, say(title), error))
      findings.push(...(Array.isArray(found) ? found : [found]))
    }
  return { findings, facts: look.facts, years: look.years ?? [] }
}

/** What may not be read cannot be checked; the other checks go on. */
function refused(key: string, title: Sentence, error: unknown): Finding {
  if (!(error instanceof Refused)) throw error
  const where = say('check.refused.where')
  return finding(key, 'unknown', title, say('check.refused', { reason: error.reason }), { where })
}
