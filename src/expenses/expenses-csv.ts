import { and, asc, type SQL, sql } from 'drizzle-orm'
import { getCompany } from '../company/company-store.ts'
import { type CsvCell, pagesOf } from '../lib/csv.ts'
import type { Db } from '../lib/database/database.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import { timeEntryTexts } from '../time-entries/time-entry-texts.ts'
import { type ShownExpense, selectExpenses } from './expense-store.ts'
import { projectExpense } from './expense-table.ts'
import { expenseTexts } from './expense-texts.ts'

const say = sayFrom({ ...timeEntryTexts, ...expenseTexts })

/** All expenses that `where` finds, by day, as lines of a file with a heading. */
export async function* expenseLines(
  db: Db,
  where: SQL | undefined,
  { phrase, language }: { phrase: Phrasebook; language: Language },
): AsyncGenerator<CsvCell[][], void, void> {
  const write = (sentence: Sentence) => phrase(sentence, language)
  const { currency } = await getCompany(db)
  yield [heading.map((key) => write(say(key)))]
  const { spentOn, id } = projectExpense
  const pages = pagesOf<ShownExpense>(async (last, limit) => {
    const rest = last && sql`(${spentOn}, ${id}) > (${last.expense.spentOn}, ${last.expense.id})`
    return selectExpenses(db).where(and(where, rest)).orderBy(asc(spentOn), asc(id)).limit(limit)
  })
  for await (const rows of pages) yield rows.map((row) => lineOf(row, currency, write))
}

const heading = [
  'hours.csv.day',
  'expense.csv.title',
  'hours.csv.customer',
  'hours.csv.projectNumber',
  'hours.csv.project',
  'hours.csv.activity',
  'expense.csv.supplier',
  'expense.csv.supplierNumber',
  'expense.csv.voucher',
  'expense.csv.quantity',
  'expense.csv.amount',
  'expense.csv.currency',
  'expense.csv.rate',
  'expense.csv.companyAmount',
  'expense.csv.companyCurrency',
  'expense.csv.billable',
  'expense.csv.markup',
  'expense.csv.registeredBy',
  'expense.csv.source',
  'hours.csv.approval',
  'hours.csv.approvedBy',
  'hours.csv.billing',
] as const

function lineOf({ expense, ...names }: ShownExpense, own: string, write: (sentence: Sentence) => string): CsvCell[] {
  return [
    expense.spentOn,
    expense.title,
    names.customerName,
    names.projectNumber,
    names.projectName,
    names.activityName,
    expense.supplierName,
    expense.supplierNumber,
    expense.voucherNumber,
    { amount: expense.quantity },
    { amount: writeAmount(expense.amount, expense.currency) },
    expense.currency,
    { amount: expense.exchangeRate },
    { amount: writeAmount(expense.companyAmount, own) },
    own,
    write(say(expense.billable ? 'expense.csv.yes' : 'expense.csv.no')),
    expense.markup && { amount: expense.markup },
    names.registeredByName,
    write(say(`expense.csv.${expense.source}`)),
    write(say(`hours.csv.${expense.approval}`)),
    expense.approvedBy,
    write(say(`hours.csv.${expense.billing}`)),
  ]
}
