import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { getCompany } from '../company/company-store.ts'
import { projectExpense } from '../expenses/expense-table.ts'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import { project } from '../projects/project-table.ts'
import type { ImportRunShown, ImportStanding, LedgerRowShown, Side } from './expense-import.ts'
import { importKind, reviewKind } from './import-expenses.ts'
import { rulesOf } from './import-rules.ts'
import { findPlace, type ImportRun, type LedgerRecord, shownStart } from './import-store.ts'
import { expenseImportRun, ledgerRow } from './import-table.ts'
import { importTexts } from './import-texts.ts'
import { keyText, type LedgerFacts } from './ledger-facts.ts'
import { listAliases } from './project-alias.ts'
import type { UnicontaSettings } from './settings.ts'

const say = sayFrom(importTexts)
const shownRuns = 20

export type Reader = { phrase: Phrasebook; language: Language }

export async function showImport(
  db: Db,
  settings: UnicontaSettings | undefined,
  { phrase, language }: Reader,
): Promise<ImportStanding> {
  const rules = settings && rulesOf(settings)
  const { timeZone } = await getCompany(db)
  const runs = await db.select().from(expenseImportRun).orderBy(desc(expenseImportRun.startedAt)).limit(shownRuns)
  const counts = await db.execute<{ state: string; count: number }>(sql`
    select state, count(*)::int as count from uniconta_ledger_row
     where company_id = ${rules?.companyId ?? 0} and state in ('skipped', 'flagged') group by state`)
  const countOf = (state: string) => counts.rows.find((row) => row.state === state)?.count ?? 0
  const { rows: tasks } = await db.execute<{
    state: string
    failures: number
    sentence: Parameters<Phrasebook>[0]
  }>(sql`
    select state, failures, sentence from sync_task where kind in (${importKind}, ${reviewKind})`)
  const { rows: next } = await db.execute<{ at: string }>(
    sql`select next_at as at from sync_schedule where name = ${importKind}`,
  )
  const troubled = tasks.find(({ state, failures }) => state === 'parked' || failures > 0)
  const place = rules && (await findPlace(db, rules.companyId))
  return {
    isOn: rules !== undefined,
    series: rules?.series ?? null,
    accounts: rules?.accountFilter ?? '',
    floor: rules?.floor ?? null,
    movedTo: rules ? shownStart(place?.scope === rules.scope ? place : undefined, rules.floor, timeZone) : null,
    nextAt: next[0] ? new Date(next[0].at).toISOString() : null,
    isRunning: tasks.some(({ state }) => state === 'waiting' || state === 'running'),
    trouble: troubled ? phrase(troubled.sentence, language) : null,
    skipped: countOf('skipped'),
    flagged: countOf('flagged'),
    links: rules ? await listAliases(db, rules.companyId) : [],
    runs: runs.map(toRun),
  }
}

const toRun = ({ companyId: _, scope: __, next: ___, startedAt, finishedAt, ...run }: ImportRun): ImportRunShown => ({
  ...run,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

/** Rows that did not come in, or that a person has to choose about; newest first. */
export async function listLedgerRows(
  db: Db,
  { companyId, state, page, size }: { companyId: number; state: 'skipped' | 'flagged'; page: number; size: number },
  { phrase, language }: Reader,
): Promise<{ items: LedgerRowShown[]; total: number }> {
  const where = and(eq(ledgerRow.companyId, companyId), eq(ledgerRow.state, state))
  const rows = await db
    .select()
    .from(ledgerRow)
    .where(where)
    .orderBy(desc(ledgerRow.journalId), ledgerRow.voucher, ledgerRow.line)
    .limit(size)
    .offset((page - 1) * size)
  const total = await db.$count(ledgerRow, where)
  const { currency } = await getCompany(db)
  const expenses = await expensesOf(db, rows, currency)
  const items = rows.map((row) => {
    const expense = expenses.get(row.expenseId ?? '')
    const reason = reasonOf(row)
    return {
      ...{ key: keyText(row), account: row.account, voucher: row.voucher, journalId: row.journalId },
      supplier: row.facts.more.supplierName ?? row.facts.more.supplierNumber,
      there: row.goneAt ? null : sideOf(row.facts, currency),
      here: expense?.side ?? null,
      expenseId: row.expenseId,
      mayTake: state === 'flagged' && expense?.isOpen !== false,
      mayMake: state === 'skipped' && row.reason === 'project',
      reason: reason && phrase(reason, language),
    }
  })
  return { items, total }
}

export function reasonOf({ state, reason, facts, account }: LedgerRecord) {
  if (state !== 'skipped' || reason === null) return null
  if (reason === 'project') return say('import.skip.project', { project: facts.project })
  if (reason === 'account') return say('import.skip.account', { account })
  return reason === 'zero' ? say('import.skip.zero') : say('import.skip.unreadable')
}

export function sideOf(facts: LedgerFacts, companyCurrency: string): Side {
  const { project: number, date, text, currency } = facts
  return {
    ...{ project: number, date, text, currency },
    amount: writeAmount(BigInt(facts.amount), currency),
    companyAmount: writeAmount(BigInt(facts.companyAmount), companyCurrency),
  }
}

export type ExpenseSide = { side: Side; isOpen: boolean }

/** The expenses of these rows as they stand here, by their id. */
export async function expensesOf(
  db: Db,
  rows: readonly Pick<LedgerRecord, 'expenseId'>[],
  companyCurrency: string,
): Promise<Map<string, ExpenseSide>> {
  const ids = rows.flatMap(({ expenseId }) => expenseId ?? [])
  const found = new Map<string, ExpenseSide>()
  const atOnce = 5_000
  for (let from = 0; from < ids.length; from += atOnce) {
    const expenses = await db
      .select({ expense: projectExpense, number: project.number })
      .from(projectExpense)
      .innerJoin(project, eq(project.id, projectExpense.projectId))
      .where(inArray(projectExpense.id, ids.slice(from, from + atOnce)))
    for (const { expense, number } of expenses)
      found.set(expense.id, {
        isOpen: expense.billing === 'open',
        side: {
          project: number,
          date: expense.spentOn,
          text: expense.title,
          amount: writeAmount(expense.amount, expense.currency),
          currency: expense.currency,
          companyAmount: writeAmount(expense.companyAmount, companyCurrency),
        },
      })
  }
  return found
}
