// Random histories of the books: accountants book, take back, move and delete while reads fail and processes die. In the end the
// expenses here are the rows there. HISTORY_SEED repeats one history, HISTORY_MS runs longer.
import { afterEach, expect, test } from 'vitest'
import { companyId } from '../../test/dialog.ts'
import { type ExpenseOffice, startExpenseOffice } from '../../test/expense-office.ts'
import {
  budgetOf,
  firstSeed,
  type Happening,
  letHappen,
  liveHistories,
  usualTrouble,
} from '../../test/random-history.ts'
import { createChance } from '../../test/simulator/chance.ts'

const budgetMs = budgetOf(8_000)
const stepsOfHistory = 25
const [known, alsoKnown, madeLater, unknown] = ['20001', '20002', '20003', '20004'] as const
const [costs, filteredOut] = ['2010', '1010'] as const

let t: ExpenseOffice
afterEach(async () => {
  await t.close()
})

async function live(seed: number): Promise<void> {
  t = await startExpenseOffice({ expenseAccounts: '2000..2999' })
  for (const number of [known, alsoKnown]) await t.project(number)
  for (const number of [madeLater, unknown]) await t.project(number, false)
  const chance = createChance(seed)
  const journals: number[] = []
  /** Journals that somebody altered: they cannot be reversed. */
  const altered = new Set<number>()
  const hereToo = new Set<string>([known, alsoKnown])
  const ofLedger = () => t.ledger().filter(({ Project }) => Project !== undefined && Project !== '')

  const line = () => ({
    Account: chance.is(0.15) ? filteredOut : costs,
    Amount: (1 + chance.int(500_000)) / 100,
    Project: chance.pick([known, alsoKnown, madeLater, unknown]),
  })

  function book(): string {
    const lines = Array.from({ length: 1 + chance.int(3) }, line)
    const total = lines.reduce((cents, { Amount }) => cents + Math.round(Amount * 100), 0)
    const on = chance.pick(['2026-11-24', '2026-11-02', '2026-10-15'])
    const Serie = chance.is(0.15) ? 'Salg' : 'Finans'
    const Text = `Bill ${journals.length}`
    journals.push(t.book({ Text, Date: on, Serie, Lines: [...lines, { Account: '5700', Amount: -total / 100 }] }))
    return `${Text} of ${Serie}, ${on}: ${lines.map((one) => Object.values(one).join(' ')).join(', ')}`
  }

  function takeBack(how: 'reverse' | 'delete'): string {
    const isBalanced = (id: number) => how === 'delete' || !altered.has(id)
    const standing = journals.filter((id) => isBalanced(id) && t.ledger().some((row) => row.JournalPostedId === id))
    if (standing.length === 0) return 'nothing there'
    const id = chance.pick(standing)
    if (how === 'delete') t.sandbox.unbookByHand(companyId, id)
    else journals.push(Number(t.sandbox.reverseByHand(companyId, id).JournalPostedId))
    return `${how} journal ${id}`
  }

  function alter(): string {
    const rows = ofLedger()
    if (rows.length === 0) return 'nothing there'
    const row = chance.pick(rows)
    const change = chance.is(0.5)
      ? { Project: chance.pick([known, alsoKnown, madeLater]) }
      : { Amount: (1 + chance.int(500_000)) / 100 }
    altered.add(Number(row.JournalPostedId))
    t.sandbox.put(companyId, 'GLTransClient', { RowId: row.RowId, ...change })
    return `row ${row.RowId} ${JSON.stringify(change)}`
  }

  async function make(): Promise<string> {
    if (hereToo.has(madeLater)) return 'there already'
    await t.project(madeLater)
    hereToo.add(madeLater)
    return madeLater
  }

  const happenings: readonly Happening[] = [
    ['book', book],
    ['book', book],
    ['book', book],
    ['reverse', () => takeBack('reverse')],
    ['delete', () => takeBack('delete')],
    ['alter', alter],
    ['make a project', make],
    ['import', () => t.import()],
    ['import', () => t.import()],
    ['review', () => t.review()],
    ...usualTrouble(t, chance, ['GLTransClient', 'ProjectTransClient']),
  ]
  const story = await letHappen(happenings, chance, stepsOfHistory)

  t.sandbox.clearFaults()
  for (let round = 0; round < 6; round++) {
    t.pass(20 * 60_000)
    await t.run()
  }
  await t.import()
  await t.review()
  const told = `HISTORY_SEED=${seed}\n  ${story}\n`
  const there = ofLedger().filter(
    ({ Project, Account, NumberSerie }) =>
      hereToo.has(String(Project)) && Account === costs && NumberSerie === 'Finans',
  )
  const here = await t.expenses()
  const figures = (rows: unknown[][]) => rows.map((row) => row.join(' ')).sort()
  expect(figures(here.map((one: Record<string, unknown>) => [one.projectNumber, one.amount])), told).toEqual(
    figures(there.map((row) => [row.Project, Number(row.Amount).toFixed(2)])),
  )
  // What did not come in is named, and nothing else.
  const differences: { kind: string; reason: string; there: { project: string } }[] = (await t.completeness())
    .differences
  for (const { kind, reason, there } of differences)
    expect([kind, hereToo.has(there.project), reason !== ''], told).toEqual(['not-here', false, true])
  expect(await t.rows('flagged'), told).toEqual([])
  expect(t.faults, told).toEqual([])
}

test(`UC-71, UC-79, UC-81: whatever happens, in the end the expenses here are the rows there (HISTORY_SEED=${firstSeed})`, {
  timeout: budgetMs + 60_000,
}, async () => {
  await liveHistories(budgetMs, live, () => t.close())
})
