// Why an order is not posted. The first thing that is wrong is told, by the codes of the vendor's library.
import { keyOf, type Row, type Value } from '../books.ts'
import { Refusal } from '../error-codes.ts'
import type { World } from '../world.ts'
import { getVatCode, type PricedLine } from './price-order.ts'

const headings: ReadonlySet<Value | undefined> = new Set([undefined, 0, 1, 2]) // Header, Sum, Calculation expression
const revenueAccounts: ReadonlySet<Value | undefined> = new Set([3, 4, 5]) // Profit and loss, Revenue, Income
const revenueCategory = 1
const onAccountCategory = 7
const completedPhase = 5
const purchaseVat = 1

export function periodMustBeOpen(world: World, company: number, day: string): void {
  const year = world.books
    .all(company, 'CompanyFinanceYearClient')
    .find(({ values }) => String(values.FromDate) <= day && day <= String(values.ToDate))?.values
  if (year === undefined) throw new Refusal('FinancePeriodDoesNotExist', 'Date', day)
  if (Number(year.PeriodState ?? 0) !== 0) throw new Refusal('FinancePeriodNotOpen', 'Date', day)
  const first = monthsOf(String(year.FromDate))
  if (String(year.PeriodStateMonth ?? '')[monthsOf(day) - first] === 'C') throw new Refusal('MonthNotOpen', 'Date', day)
}

/** Months since the year 0, to count from one to another. */
export function monthsOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

export function getCustomer(world: World, company: number, field: string, account: Value | undefined): Row {
  if (account === undefined) throw new Refusal('AccountIsMissing', field)
  const row = world.books.find(company, 'DebtorClient', account)?.values
  if (row === undefined) throw new Refusal('AccountDoesNotExist', field, String(account))
  if (row.Blocked === true) throw new Refusal('AccountIsBlocked', field, String(account))
  return row
}

export function checkLine(world: World, company: number, line: PricedLine): void {
  const account = getAccount(world, company, 'PostingAccount', line.account)
  if (line.vatCode === undefined) {
    if (account.MandatoryTax !== undefined) throw new Refusal('AccountHasMandatoryVat', 'PostingAccount', line.account)
  } else checkVatCode(world, company, line.vatCode)
  checkDimensions(world, company, account, line)
  checkProject(world, company, line, account)
}

/** A ledger account that takes postings. */
export function getAccount(world: World, company: number, field: string, number: string): Row {
  if (number === '') throw new Refusal('AccountIsMissing', field)
  const row = world.books.find(company, 'GLAccountClient', number)?.values
  if (row === undefined) throw new Refusal('AccountDoesNotExist', field, number)
  if (headings.has(row.AccountType)) throw new Refusal('AccountIsNotPostingAccount', field, number)
  if (row.Blocked === true) throw new Refusal('AccountIsBlocked', field, number)
  return row
}

function checkVatCode(world: World, company: number, code: string): void {
  const vat = getVatCode(world, company, code)
  if (vat.Blocked === true) throw new Refusal('VatIsBlocked', 'Vat', code)
  if (Number(vat.VatType ?? 0) === purchaseVat) throw new Refusal('VatCodeCannotBeUsedOnThisAccount', 'Vat', code)
  getAccount(world, company, 'Vat', String(vat.Account ?? ''))
}

function checkDimensions(world: World, company: number, account: Row, { row }: PricedLine): void {
  for (const n of [1, 2, 3, 4, 5]) {
    const field = `Dimension${n}`
    const value = row[field]
    if (value === undefined) {
      if (account[`Dim${n}Parm`] === 2) throw new Refusal('DimensionIsMandatory', field)
      continue
    }
    const found = world.books.find(company, `GLDimType${n}Client`, value)?.values
    if (found === undefined) throw new Refusal('DimensionDoesNotExist', field, String(value))
    if (found.Blocked === true) throw new Refusal('DimensionIsBlocked', field, String(value))
  }
}

function checkProject(world: World, company: number, { project, category }: PricedLine, account: Row): void {
  if (project === undefined) {
    if (account.MandatoryCategory === true && category === undefined) {
      throw new Refusal('PrCategoryCannotBeBlank', 'PrCategory')
    }
    if (category !== undefined) throw new Refusal('ProjectCannotBeBlank', 'Project')
    return
  }
  const row = world.books.find(company, 'ProjectClient', project)?.values
  if (row === undefined) throw new Refusal('IdDoesNotExist', 'Project', String(project))
  const isFinished = row.Phase === completedPhase && world.switches.finishedProject === 'refuses-invoices'
  if (row.Blocked === true || isFinished) throw new Refusal('ProjectIsBlocked', 'Project', String(project))
  if (category === undefined) throw new Refusal('PrCategoryCannotBeBlank', 'PrCategory')
  const type = getCategory(world, company, category).CatType
  if (type === revenueCategory && !revenueAccounts.has(account.AccountType)) {
    throw new Refusal('PrCatRevenueAccountNotRevenue', 'PrCategory', String(category))
  }
  if (type !== revenueCategory && type !== onAccountCategory && revenueAccounts.has(account.AccountType)) {
    throw new Refusal('PrCatNotRevenueAccountRevenue', 'PrCategory', String(category))
  }
}

export function getCategory(world: World, company: number, number: Value): Row {
  const row = world.books.find(company, 'PrCategoryClient', number)?.values
  if (row === undefined) throw new Refusal('IdDoesNotExist', 'PrCategory', String(number))
  return row
}

/** The order's own term, else the customer's, else the default. */
export function getTerm(world: World, company: number, header: Row, payer: Row): Row {
  const wanted = header.Payment ?? payer.Payment
  const all = world.books.all(company, 'PaymentTermClient').map(({ values }) => values)
  if (wanted !== undefined) {
    const found = all.find(({ Payment }) => keyOf(Payment) === keyOf(wanted))
    if (found === undefined) throw new Refusal('IdDoesNotExist', 'Payment', String(wanted))
    return found
  }
  const usual = all.find(({ IsDefault }) => IsDefault === true)
  if (usual === undefined) throw new Refusal('PaymentCannotBeEmpty', 'Payment')
  return usual
}
