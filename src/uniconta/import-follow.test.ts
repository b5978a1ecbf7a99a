// What happens there after an expense came in, and what happens to a run on its way: nothing lost, nothing doubled.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId } from '../../test/dialog.ts'
import { type ExpenseOffice, startExpenseOffice } from '../../test/expense-office.ts'
import { inTransaction } from '../lib/database/database.ts'
import { takeLaneAway } from '../sync/lane.ts'
import { runDueSchedules } from '../sync/schedule.ts'

let t: ExpenseOffice
beforeEach(async () => {
  t = await startExpenseOffice()
  await t.project('20001')
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const there = (text: string) => t.ledger().find((row) => row.Text === text && row.Project !== undefined)
const alter = (text: string, change: object) =>
  t.sandbox.put(companyId, 'GLTransClient', { RowId: there(text)?.RowId, ...change })
const titles = async () => (await t.expenses()).map(({ title }: { title: string }) => title).sort()
const approve = async () =>
  t.admin.post('/expenses/approve', { ids: (await t.expenses()).map(({ id }: { id: string }) => id) })

test('one row deleted, one moved and one altered behind the import: the page names just those, and the night follows them', async () => {
  await t.project('20002')
  const gone = t.book({ Text: 'Gone' })
  for (const Text of ['Moved', 'Altered', 'Kept']) t.book({ Text })
  await t.import()
  expect((await t.completeness()).differences).toEqual([])
  t.sandbox.unbookByHand(companyId, gone)
  alter('Moved', { Project: '20002' })
  alter('Altered', { Amount: 175.25 })
  const { differences, days } = await t.completeness()
  const named = differences.map((row: { kind: string; here: { text: string }; fields: string[] }) => [
    row.here.text,
    row.kind,
    row.fields,
  ])
  expect(named.sort()).toEqual([
    ['Altered', 'altered', ['amount', 'companyAmount']],
    ['Gone', 'not-there', []],
    ['Moved', 'altered', ['project']],
  ])
  expect(days.map(({ isSame }: { isSame: boolean }) => isSame)).toEqual([false])
  await t.review()
  expect(await titles()).toEqual(['Altered', 'Kept', 'Moved'])
  const expenses = await t.expenses()
  expect(expenses.find(({ title }: { title: string }) => title === 'Moved')).toMatchObject({
    projectNumber: '20002',
    activityName: 'Expenses',
  })
  expect(expenses.find(({ title }: { title: string }) => title === 'Altered').amount).toEqual('175.25')
  expect((await t.completeness()).differences).toEqual([])
})

test('UC-81: a reversal is a row of its own with the opposite sign, and the two come to nothing', async () => {
  t.book({ Text: 'Bill', Amount: 300 })
  t.book({ Text: 'Reversal', Amount: -300 })
  await t.import()
  expect((await t.expenses()).map(({ amount }: { amount: string }) => amount).sort()).toEqual(['-300.00', '300.00'])
})

test('a billed expense is not changed: both versions are shown, taking theirs is refused, keeping ours ends it', async () => {
  t.book({ Text: 'Billed' })
  await t.import()
  await approve()
  await t.db.execute(`update project_expense set billing = 'billed', version = version + 1`)
  alter('Billed', { Amount: 140 })
  await t.review()
  const [row] = await t.rows('flagged')
  expect(row).toMatchObject({ there: { amount: '140.00' }, here: { amount: '100.00' }, mayTake: false })
  expect((await t.admin.get('/log?level=warning&size=20')).body.items[0].text).toContain(
    'A row changed in Uniconta after its expense was billed or edited here.',
  )
  const choose = (choice: string) => t.admin.post('/expense-import/rows/choose', { key: row.key, choice })
  expect((await choose('take')).status).toEqual(409)
  expect((await choose('keep')).status).toBeLessThan(300)
  await t.review()
  expect(await t.rows('flagged')).toEqual([])
  expect((await t.expenses())[0].amount).toEqual('100.00')
})

test('UC-80: an imported expense waits for approval, again when it changes there; with approval in the dialog it does not', async () => {
  t.book({ Text: 'Bill' })
  await t.import()
  await approve()
  alter('Bill', { Amount: 140 })
  await t.review()
  expect(await t.expenses()).toMatchObject([{ amount: '140.00', approval: 'registered' }])
  await t.change({ expensesApproved: true })
  t.book({ Text: 'Next' })
  await t.import()
  const next = (await t.expenses()).find(({ title }: { title: string }) => title === 'Next')
  expect(next).toMatchObject({ approval: 'approved', approvedBy: 'Uniconta' })
})

test('UC-79: an expense that a person deleted here does not come back', async () => {
  t.book()
  await t.import()
  const [{ id, version }] = await t.expenses()
  expect((await t.admin.delete(`/expenses/${id}?version=${version}`)).status).toEqual(204)
  await t.change({ expensesFrom: '2026-10-01' })
  await t.import()
  await t.review()
  expect(await t.expenses()).toEqual([])
})

test('UC-72: a foreign amount comes in its currency, and the amount of the books in ours stands to the øre', async () => {
  const journal = t.book({ Text: 'Hotel in Berlin', Amount: 745.37 })
  const row = t.ledger().find(({ JournalPostedId: id, Project }) => id === journal && Project !== undefined)
  t.sandbox.put(companyId, 'GLTransClient', { RowId: row?.RowId, Currency: 'EUR', AmountCur: 99.97 })
  await t.import()
  const [expense] = await t.expenses()
  expect(expense).toMatchObject({ amount: '99.97', currency: 'EUR', companyAmount: '745.37', exchangeRate: '7.455937' })
  const { projectId, activityId, spentOn, amount, currency, exchangeRate, version } = expense
  const change = { projectId, activityId, spentOn, amount, currency, exchangeRate, version, title: 'Hotel' }
  expect((await t.admin.put(`/expenses/${expense.id}`, change)).body.companyAmount).toEqual('745.37')
})

test('UC-71: rows of documents posted from here are no expenses; a bill with the number of one of our invoices is', async () => {
  const ours = t.book({ Text: 'Our invoice', Amount: -500 })
  const bill = t.book({ Text: 'Bill' })
  for (const row of t.ledger().filter(({ JournalPostedId: id }) => id === ours || id === bill))
    t.sandbox.put(companyId, 'GLTransClient', { RowId: row.RowId, Invoice: 1001 })
  await t.import()
  expect(await titles()).toEqual(['Bill', 'Our invoice'])
  // Known from the moment that the document is settled: what came in before is taken back.
  await t.asSettled(1001, ours)
  await t.import()
  expect(await titles()).toEqual(['Bill'])
  await t.review()
  expect(await titles()).toEqual(['Bill'])
})

test('UC-75: a journal of more rows than a page, and hundreds more, come in whole on one activity; rows posted while paging are not lost', async () => {
  const line = { Account: '2010', Amount: 1, Project: '20001' }
  for (let n = 0; n < 3; n++)
    t.book({
      Text: `Many ${n}`,
      Lines: [...Array.from({ length: 450 }, () => line), { Account: '5700', Amount: -450 }],
    })
  t.book({
    Text: 'Long',
    Lines: [...Array.from({ length: 1_100 }, () => line), { Account: '5700', Amount: -1_100 }],
  })
  await t.admin.post('/expense-import/run')
  await t.run(1)
  t.book({ Text: 'Meanwhile' })
  await t.run()
  const { total } = (await t.admin.get('/expenses?size=1')).body
  expect(total).toEqual(3 * 450 + 1_100 + 1)
  expect(
    (await t.admin.get('/activities?size=50')).body.items.filter((one: { name: string }) => one.name === 'Expenses'),
  ).toHaveLength(1)
})

test('killed in the middle, with an answer lost or late, it goes on where it stood', async () => {
  for (let n = 0; n < 3; n++) t.book({ Text: `Bill ${n}` })
  t.sandbox.order({ kind: 'drop-after', match: { entity: 'GLTransClient' } })
  await t.admin.post('/expense-import/run')
  await t.run()
  t.pass(60_000)
  t.onceBefore('/Query/Get/ProjectTransClient', async () => {
    await inTransaction(t.db, (tx) => takeLaneAway(tx, 'uniconta', t.now()))
  })
  await t.run()
  await t.restart()
  t.pass(10_000)
  await t.run()
  t.pass(60_000)
  await t.run()
  expect(await titles()).toEqual(['Bill 0', 'Bill 1', 'Bill 2'])
})

test('two processes that run the import at once bring each row once', async () => {
  for (let n = 0; n < 5; n++) t.book({ Text: `Bill ${n}` })
  const other = await t.another()
  await t.admin.post('/expense-import/run')
  let isFirst = true
  t.onceBefore('/Query/Get/GLTransClient', async () => {
    if (!isFirst) return
    isFirst = false
    await t.workOf(other)
  })
  await t.run()
  t.pass(10_000)
  await t.run()
  expect(await titles()).toEqual(['Bill 0', 'Bill 1', 'Bill 2', 'Bill 3', 'Bill 4'])
})

test('an answer from an old session, and one without any row, lose nothing: the next run finds what it did not show', async () => {
  t.book({ Text: 'First' })
  await t.import()
  t.book({ Text: 'Second' })
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'GLTransClient' } })
  await t.import()
  await t.import()
  expect(await titles()).toEqual(['First', 'Second'])
})

test('UC-70: after an outage of a month everything is there after one run, made up for once', async () => {
  await t.import()
  for (let day = 0; day < 31; day++) {
    t.book({ Text: `Day ${day}` })
    t.pass(24 * 60 * 60_000)
  }
  await runDueSchedules(t.db, t.now())
  await t.run()
  expect(await t.expenses()).toHaveLength(31)
  const { runs } = (await t.admin.get('/expense-import')).body
  expect(runs.filter(({ kind }: { kind: string }) => kind === 'import')).toHaveLength(2)
})

test('UC-70: every half hour from 07 to 20 by the clock of the company, also in the night when the clock changes', async () => {
  const nextAt = async () => (await t.admin.get('/expense-import')).body.nextAt
  const go = async (iso: string) => {
    t.pass(Date.parse(iso) - t.now().getTime())
    await runDueSchedules(t.db, t.now())
    await t.run()
    return nextAt()
  }
  expect(await go('2027-03-27T19:31:00Z')).toEqual('2027-03-28T05:00:00.000Z')
  expect(await go('2027-03-28T05:00:01Z')).toEqual('2027-03-28T05:30:00.000Z')
  expect(await go('2027-10-30T18:31:00Z')).toEqual('2027-10-31T06:00:00.000Z')
})
