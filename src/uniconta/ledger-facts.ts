// A ledger row there as this side reads it. Pure: no call, no database. Amounts are whole minor units written as text, since
// they are stored as JSON.
import { isDay } from '../lib/dates.ts'
import { isZero, largestMinor, magnitude, plain, toMinor } from '../lib/money.ts'
import { numberKey } from '../lib/record-number.ts'
import { labelReader } from './label-reader.ts'
import type { Row } from './session.ts'

/** imported: stands as an expense. ours: booked by a document from here. gone: not there any more. */
export type ImportedState = 'imported' | 'skipped' | 'ours' | 'flagged' | 'gone'
export type SkipReason = 'project' | 'account' | 'zero' | 'unreadable'

export type LedgerKey = { journalId: number; voucher: number; line: number; account: string }

export type LedgerFacts = {
  project: string
  series: string
  /** The voucher date. */
  date: string
  text: string
  /** Decimal text, '0' where the row has none. */
  quantity: string
  /** In the company's currency, minor units. */
  companyAmount: string
  currency: string
  amount: string
  documentRef: number | null
  /** From rows beside it, read once when the row comes in. */
  more: { supplierNumber: string | null; supplierName: string | null; description: string | null; quantity: string }
}

/** What the import sets on an expense; the rest of it belongs to people. */
export type WrittenExpense = {
  projectId: string
  activityId: string
  title: string
  description: string | null
  spentOn: string
  quantity: string
  amount: string
  currency: string
  companyAmount: string
  supplierName: string | null
  supplierNumber: string | null
  voucherNumber: string
}

export const keyText = ({ journalId, voucher, line, account }: LedgerKey) =>
  `${journalId}/${voucher}/${line}/${account}`

const followed = ['project', 'series', 'date', 'text', 'quantity', 'companyAmount', 'currency', 'amount'] as const

/** What differs between two readings of a row. */
export const alteredFields = (before: LedgerFacts, after: LedgerFacts) =>
  followed.filter((name) => before[name] !== after[name])

/** Undefined when the row cannot be told from others: then it cannot be followed either. */
export function keyOf(row: Row): LedgerKey | undefined {
  const { JournalPostedId: journalId, Voucher: voucher = 0, VoucherLine: line = 0, Account: account } = row
  if (!isCount(journalId) || !isCount(voucher) || !isCount(line) || typeof account !== 'string') return undefined
  return { journalId, voucher, line, account }
}

/** The facts, or undefined for a row whose day or amount is none. */
export function factsOf(row: Row, companyCurrency: string): LedgerFacts | undefined {
  const date = String(row.Date ?? '').slice(0, 10)
  const amount = decimalOf(row.Amount ?? 0)
  const named = currencyOf(row, companyCurrency)
  const amountCur = decimalOf(row.AmountCur ?? 0)
  const quantity = decimalOf(row.Qty ?? 0)
  if (!isDay(date) || date < '1900' || amount === undefined || amountCur === undefined || quantity === undefined)
    return undefined
  if (named === undefined || magnitude(toMinor(amount, companyCurrency)) > largestMinor) return undefined
  // A difference of exchange has no amount in the currency that it names.
  const foreign = isZero(amountCur) ? companyCurrency : named
  return {
    project: textOf(row.Project),
    series: textOf(row.NumberSerie),
    date,
    text: textOf(row.Text),
    quantity: plain(quantity.replace('-', '')),
    companyAmount: toMinor(amount, companyCurrency).toString(),
    currency: foreign,
    amount: toMinor(foreign === companyCurrency ? amount : amountCur, foreign).toString(),
    documentRef: isCount(row.DocumentRef) && row.DocumentRef > 0 ? row.DocumentRef : null,
    more: { supplierNumber: null, supplierName: null, description: null, quantity: '0' },
  }
}

const creditor = labelReader({ creditor: ['Creditor', 'Kreditor'], other: [] })

/** The supplier of each voucher of these rows: one that its lines name without another beside it. */
export function suppliersOf(rows: readonly Row[]): Map<string, string> {
  const found = new Map<string, Set<string>>()
  for (const row of rows) {
    const account = textOf(row.DCAccount)
    if (account === '' || creditor(row.DCType) !== 'creditor') continue
    const voucher = voucherOf(row)
    found.set(voucher, (found.get(voucher) ?? new Set()).add(account))
  }
  return new Map(
    [...found].flatMap(([voucher, accounts]) => (accounts.size === 1 ? [[voucher, ...accounts]] : [])) as [
      string,
      string,
    ][],
  )
}

export const voucherOf = (row: Row) => `${row.JournalPostedId}/${row.Voucher}`

/** Row here and project row there that are the same beyond doubt: voucher, project and amount, and only one on each side. */
export function joinProjectRows(rows: readonly Row[], projectRows: readonly Row[]): Map<Row, Row> {
  const theirs = grouped(projectRows, 'CostAmount')
  const joined = new Map<Row, Row>()
  for (const [key, [row, ...others]] of grouped(rows, 'Amount')) {
    const [match, ...more] = theirs.get(key) ?? []
    if (row && match && others.length === 0 && more.length === 0) joined.set(row, match)
  }
  return joined
}

function grouped(rows: readonly Row[], amount: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${voucherOf(row)}/${textOf(row.Project)}/${decimalOf(row[amount] ?? 0)}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

/** The key of a project's number; '' for none. */
export const projectKeyOf = (number: string) => (number === '' ? '' : numberKey(number))

export const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

/** Its shortest text is the number as it was sent: it is never calculated with. */
function decimalOf(value: unknown): string | undefined {
  const text = String(value)
  return /^-?\d{1,12}(\.\d+)?$/.test(text) ? plain(text) : undefined
}

/** The company's where none is named; undefined for a label that is no currency. */
function currencyOf(row: Row, companyCurrency: string): string | undefined {
  const label = textOf(row.Currency)
  if (label === '') return companyCurrency
  return /^[A-Z]{3}$/.test(label) ? label : undefined
}

export type AccountRange = { from: string; to: string }

/** "4000, 4100..4199" as ranges; blank is every account. Undefined when a part is neither an account nor a range. */
export function readAccountFilter(text: string): AccountRange[] | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const ranges: AccountRange[] = []
  for (const part of parts) {
    const found = /^([A-Za-z0-9_-]{1,20})(?:\s*\.\.\s*([A-Za-z0-9_-]{1,20}))?$/.exec(part)
    const [, from, to = from] = found ?? []
    if (from === undefined || to === undefined || isBefore(to, from)) return undefined
    ranges.push({ from, to })
  }
  return ranges
}

export function passesFilter(account: string, ranges: readonly AccountRange[]): boolean {
  return ranges.length === 0 || ranges.some(({ from, to }) => !isBefore(account, from) && !isBefore(to, account))
}

/** As the chart of accounts sorts: numbers by their value, 950 before 4000. */
function isBefore(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => (/^\d+$/.test(text) ? text.padStart(20, '0') : text.toLowerCase()))
  return (left as string) < (right as string)
}
