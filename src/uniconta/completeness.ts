// Whether everything came in: the ledger there, read now, beside the expenses here, day by day, and each difference by its row.
import { and, eq, gte, lte, ne, or, sql } from 'drizzle-orm'
import { getCompany } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { sum, toMinor, writeAmount } from '../lib/money.ts'
import type { Completeness, Side } from './expense-import.ts'
import type { ImportRules } from './import-rules.ts'
import { type LedgerRecord, ownJournals } from './import-store.ts'
import { ledgerRow } from './import-table.ts'
import { keyText, passesFilter } from './ledger-facts.ts'
import { type LedgerPage, readPage, toReads } from './read-ledger.ts'
import type { Calls, Row } from './session.ts'
import { expensesOf, type Reader, reasonOf, sideOf } from './show-import.ts'

type Difference = Completeness['differences'][number]
type Period = { from: string; to: string }
type Line = { key: string; account: string; voucher: number; there: Side | null; here: Side | null; row?: LedgerRecord }

export async function readCompleteness(
  db: Db,
  calls: Calls,
  { rules, period, firstJournal, now }: { rules: ImportRules; period: Period; firstJournal: number; now: Date },
  { phrase, language }: Reader,
): Promise<Completeness> {
  const { currency } = await getCompany(db)
  const theirs = toReads(await readPeriod(calls, rules.series, period), currency).reads.filter(
    ({ key, raw }) => raw.project !== '' && key.journalId >= firstJournal && passesFilter(key.account, rules.accounts),
  )
  const own = await ownJournals(db, [...new Set(theirs.map(({ key }) => key.journalId))])
  const stored = await listStored(db, rules, period)
  const expenses = await expensesOf(db, stored, currency)
  const lines = new Map<string, Line>()
  for (const row of stored) {
    const here = expenses.get(row.expenseId ?? '')?.side ?? null
    lines.set(keyText(row), { key: keyText(row), account: row.account, voucher: row.voucher, there: null, here, row })
  }
  for (const { key, raw } of theirs) {
    if (own.has(key.journalId)) continue
    const text = keyText(key)
    const line = lines.get(text) ?? { key: text, account: key.account, voucher: key.voucher, there: null, here: null }
    lines.set(text, { ...line, there: sideOf(raw, currency) })
  }
  const all = [...lines.values()].filter(({ there, here }) => there || here)
  return {
    readAt: now.toISOString(),
    currency,
    days: daysOf(all, rules.series, currency),
    differences: all
      .flatMap((line) => differenceOf(line, currency) ?? [])
      .map((difference) => {
        const row = lines.get(difference.key)?.row
        const reason = row && reasonOf(row)
        return { ...difference, reason: reason ? phrase(reason, language) : null }
      }),
  }
}

/** By voucher date, from journal to journal, so that what is posted meanwhile moves nothing past us. */
async function readPeriod(calls: Calls, series: string, { from, to }: Period): Promise<Row[]> {
  const and = [{ PropertyName: 'Date', FilterValue: `${danish(from)}..${danish(to)}` }]
  const found: Row[] = []
  for (let next: number | undefined = 1; next !== undefined; ) {
    const page: LedgerPage = await readPage(calls, series, { from: next, known: 0, and })
    found.push(...page.rows)
    next = page.next
  }
  return found.filter(({ Date: date }) => String(date).slice(0, 10) >= from && String(date).slice(0, 10) <= to)
}

const danish = (day: string) => day.split('-').reverse().join('-')

/** Rows whose day here or there, as last read, lies in the period. */
function listStored(db: Db, rules: ImportRules, { from, to }: Period): Promise<LedgerRecord[]> {
  const date = sql`${ledgerRow.facts} ->> 'date'`
  const writtenOn = sql`${ledgerRow.written} ->> 'spentOn'`
  return db
    .select()
    .from(ledgerRow)
    .where(
      and(
        eq(ledgerRow.companyId, rules.companyId),
        eq(ledgerRow.series, rules.series),
        ne(ledgerRow.state, 'ours'),
        or(and(gte(date, from), lte(date, to)), and(gte(writtenOn, from), lte(writtenOn, to))),
      ),
    )
}

function differenceOf(line: Line, companyCurrency: string): Omit<Difference, 'reason'> | undefined {
  const { key, account, voucher, there, here, row } = line
  const expenseId = row?.expenseId ?? null
  const base = { key, account, voucher, there, here, expenseId: here ? expenseId : null }
  if (!there) return { ...base, kind: 'not-there', fields: [] }
  if (!here) return { ...base, kind: 'not-here', fields: [] }
  const fields = (['project', 'date', 'amount', 'currency', 'companyAmount'] as const).filter(
    (name) => there[name] !== here[name],
  )
  if (fields.length === 0) return undefined
  // As last read there, so it is the expense that is another one: a person edited it, or it is billed and stays as it was.
  const isEdited = row && JSON.stringify(sideOf(row.facts, companyCurrency)) === JSON.stringify(there)
  return { ...base, kind: isEdited ? 'edited' : 'altered', fields }
}

function daysOf(lines: readonly Line[], series: string, currency: string): Completeness['days'] {
  type Cell = { account: string; date: string; there: bigint[]; here: bigint[] }
  const cells = new Map<string, Cell>()
  const cellOf = (account: string, date: string): Cell => {
    const key = `${date}/${account}`
    const cell = cells.get(key) ?? { account, date, there: [], here: [] }
    cells.set(key, cell)
    return cell
  }
  for (const { account, there, here } of lines) {
    if (there) cellOf(account, there.date).there.push(toMinor(there.companyAmount, currency))
    if (here) cellOf(account, here.date).here.push(toMinor(here.companyAmount, currency))
  }
  const written = (amounts: readonly bigint[]) => ({ count: amounts.length, sum: writeAmount(sum(amounts), currency) })
  return [...cells.entries()]
    .toSorted(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0))
    .map(([, { account, date, there, here }]) => ({
      ...{ series, account, date, there: written(there), here: written(here) },
      isSame: there.length === here.length && sum(there) === sum(here),
    }))
}
