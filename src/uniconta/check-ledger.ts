// Check set-up: what the lines and terms of invoices refer to in the ledger there.
import { findTimeZone, getCompany } from '../company/company-store.ts'
import { type Day, dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { plain } from '../lib/money.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import type { Finding } from './connection.ts'
import { equals } from './filter.ts'
import { accountsInUse, currenciesInUse, paymentDaysInUse, vatCodesInUse } from './in-use.ts'
import { labelReader } from './label-reader.ts'
import { termOf } from './payment-terms.ts'
import { readAll } from './read-all.ts'
import type { Row } from './session.ts'
import { finding, type Look, listed } from './set-up-look.ts'

const say = sayFrom(checkInvoiceTexts)

const accountTypeOf = labelReader({
  revenue: ['Revenue', 'Omsætning'],
  other: [
    ...['Header', 'Overskrift', 'Sum', 'Calculation expression', 'Beregningsudtryk', 'Profit and loss', 'Drift'],
    ...['Income', 'Indtægt', 'Cost', 'Omkostning', 'Cost of goods sold', 'Vareforbrug', 'Expense', 'Udgift'],
    ...['Depreciation', 'Depreciations', 'Afskrivning', 'Balance sheet', 'Status', 'Asset', 'Aktiv'],
    ...['Debtor', 'Debitor', 'Bank', 'Creditor', 'Kreditor'],
  ],
})

export async function checkAccounts(look: Look): Promise<Finding> {
  const title = say('check.accounts')
  const mend = { where: say('check.accounts.where'), link: '/settings/accounting' }
  const used = await accountsInUse(look.db)
  if (used.length === 0)
    return finding('accounts', 'error', title, say('check.accounts.none'), { link: '/settings/invoicing' })
  const there = await readAll(look.calls, 'GLAccountClient', 'Account')
  const missing = used.filter((account) => !there.has(account))
  if (missing.length > 0)
    return finding('accounts', 'error', title, say('check.accounts.notThere', { accounts: listed(missing) }), mend)
  const blocked = used.filter((account) => there.get(account)?.Blocked === true)
  if (blocked.length > 0)
    return finding('accounts', 'error', title, say('check.accounts.blocked', { accounts: listed(blocked) }), mend)
  const types = used.map((account) => ({ account, type: there.get(account)?.AccountType }))
  const others = types.filter(({ type }) => accountTypeOf(type) === 'other')
  const strange = types.filter(({ type }) => accountTypeOf(type) === undefined)
  const names = (rows: typeof types) => listed(rows.map(({ account, type }) => `${account} (${type})`))
  if (others.length > 0)
    return finding('accounts', 'error', title, say('check.accounts.type', { accounts: names(others) }), mend)
  if (strange.length > 0)
    return finding('accounts', 'unknown', title, say('check.accounts.label', { accounts: names(strange) }), mend)
  const demanding = used.flatMap((account) => dimensionsMissing(look, there.get(account) ?? {}, account))
  if (demanding.length > 0)
    return finding('accounts', 'error', title, say('check.accounts.dimension', { accounts: listed(demanding) }), mend)
  return finding('accounts', 'ok', title, say('check.accounts.ok', { count: used.length }))
}

const dimensionNumbers = [1, 2, 3, 4, 5] as const
/** `Dim1Parm` to `Dim5Parm` of an account: the dimension is not used, may, or must be given. */
const mustBeGiven = 2

/** UC-54: what an account demands and no line of ours carries; the one of departments comes with each line where one is chosen. */
function dimensionsMissing({ connection }: Look, row: Row, account: string): string[] {
  const { departmentDimension, invoiceDepartment } = connection.settings
  const given = invoiceDepartment === 'none' ? null : departmentDimension
  return dimensionNumbers
    .filter((number) => row[`Dim${number}Parm`] === mustBeGiven && number !== given)
    .map((number) => `${account} (${number})`)
}

const vatTypeOf = labelReader({ sales: ['Sales', 'Salg'], purchase: ['Purchase', 'Buy', 'Køb'] })

export async function checkVatCodes(look: Look): Promise<Finding> {
  const title = say('check.vatCodes')
  const mend = { where: say('check.vatCodes.where'), link: '/settings/accounting' }
  const today = dayIn(await findTimeZone(look.db), look.now())
  const used = await vatCodesInUse(look.db, today)
  const there = await readAll(look.calls, 'GLVatClient', 'Vat')
  const those = (test: (row: Row) => boolean) =>
    listed(used.filter(({ code }) => test(there.get(code) ?? {})).map(({ code }) => code))
  const missing = listed(used.filter(({ code }) => !there.has(code)).map(({ code }) => code))
  if (missing) return finding('vat-codes', 'error', title, say('check.vatCodes.notThere', { codes: missing }), mend)
  const blocked = those((row) => row.Blocked === true)
  if (blocked) return finding('vat-codes', 'error', title, say('check.vatCodes.blocked', { codes: blocked }), mend)
  const purchase = those((row) => vatTypeOf(row.VatType) === 'purchase')
  if (purchase) return finding('vat-codes', 'error', title, say('check.vatCodes.purchase', { codes: purchase }), mend)
  for (const { code, percent } of used) {
    const rate = rateThere(there.get(code) ?? {}, today)
    if (percent !== undefined && plain(percent) !== rate)
      return finding(
        'vat-codes',
        'error',
        title,
        say('check.vatCodes.rate', { code, here: percent, there: rate }),
        mend,
      )
  }
  return finding('vat-codes', 'ok', title, say('check.vatCodes.ok', { count: used.length }))
}

/** A code there may name a day from which another rate holds (docs/uniconta.md#vat-codes). */
function rateThere({ Rate, Date: from, RateAfterDate }: Row, today: Day): string {
  const day = typeof from === 'string' ? from.slice(0, 10) : ''
  const isLater = day > '0001-01-01' && day <= today
  return plain(String((isLater ? RateAfterDate : Rate) ?? 0))
}

/** UC-55, UC-56. */
export async function checkTerms(look: Look): Promise<Finding> {
  const title = say('check.terms')
  const where = say('check.terms.where')
  const terms = [...(await readAll(look.calls, 'PaymentTermClient', 'Payment')).values()]
  const missing = (await paymentDaysInUse(look.db)).filter((days) => !termOf(days, terms))
  const lost = missing.filter((days) => !termOf(days, terms, { mayBe: true }))
  if (lost.includes(0)) return finding('terms', 'error', title, say('check.terms.noDays'), { where })
  if (lost.length > 0)
    return finding('terms', 'error', title, say('check.terms.notThere', { days: listed(lost.map(String)) }), { where })
  return missing.length > 0
    ? finding('terms', 'unknown', title, say('check.terms.label', { days: listed(missing.map(String)) }), { where })
    : finding('terms', 'ok', title, say('check.terms.ok'))
}

/** UC-53: a currency is not made there, and without a rate nothing in it can be posted. */
export async function checkCurrencies(look: Look): Promise<Finding> {
  const title = say('check.currencies')
  const where = say('check.currencies.where')
  const id = String(look.connection.settings.companyId)
  const companies = await look.calls.query('CompanyClient', [equals('PrimaryKeyId', id), { Take: 50 }])
  const there = companies.find((row) => String(row.PrimaryKeyId) === id)?.Currency
  const here = (await getCompany(look.db)).currency
  if (typeof there === 'string' && there !== '' && there !== here)
    return finding('currencies', 'error', title, say('check.currencies.company', { here, there }), {
      where: say('check.currencies.companyWhere'),
    })
  const rateless: string[] = []
  for (const currency of await currenciesInUse(look.db))
    if (currency !== here && !(await hasRate(look, currency))) rateless.push(currency)
  return rateless.length > 0
    ? finding('currencies', 'warning', title, say('check.currencies.noRate', { currencies: listed(rateless) }), {
        where,
      })
    : finding('currencies', 'ok', title, say('check.currencies.ok'))
}

/** A rate may stand from either side. */
async function hasRate(look: Look, currency: string): Promise<boolean> {
  for (const side of ['CCY1', 'CCY2']) {
    const rows = await look.calls.query('ExchangeRateClient', [equals(side, currency), { Take: 50 }])
    if (rows.some((row) => row[side] === currency)) return true
  }
  return false
}
