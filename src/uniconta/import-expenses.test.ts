// Import expenses over real HTTP: what comes in, once, and follows what happens to it there.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ExpenseOffice, startExpenseOffice } from '../../test/expense-office.ts'

let t: ExpenseOffice
beforeEach(async () => {
  t = await startExpenseOffice()
  await t.project('20001')
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

test('UC-70, UC-71, UC-72: a ledger row on a project known here becomes an expense, others are listed with the reason', async () => {
  await t.project('20999', false)
  t.book({ Amount: 1250.5, Text: 'Fly til Aalborg', Date: '2026-11-20' })
  t.book({ Project: '20999', Text: 'Hotel' })
  const { runs } = await t.import()
  expect(runs[0]).toMatchObject({ kind: 'import', imported: 1, skipped: 1 })
  expect(await t.expenses()).toMatchObject([
    {
      title: 'Fly til Aalborg',
      spentOn: '2026-11-20',
      amount: '1250.50',
      currency: 'DKK',
      projectNumber: '20001',
      activityName: 'Expenses',
      voucherNumber: '40001',
      registeredByName: 'Uniconta',
      source: 'import',
      billable: true,
      approval: 'registered',
    },
  ])
  expect(await t.rows('skipped')).toMatchObject([
    { account: '2010', reason: 'There is no project 20999 here. The row comes in by itself when there is one.' },
  ])
})

test('UC-71: a skipped row comes in by itself when its project appears', async () => {
  t.book({ Project: '20002' })
  await t.import()
  await t.project('20002')
  await t.import()
  expect(await t.expenses()).toMatchObject([{ projectNumber: '20002' }])
  expect(await t.rows('skipped')).toEqual([])
})

test('UC-71: the rows of a project there are given a project here at one press, and those of a linked project come in', async () => {
  const here = await t.project('20002')
  await t.project('P-77', false)
  t.book({ Project: 'P-77', Text: 'Given' })
  await t.import()
  const link = (projectId: string | null) => t.admin.put('/expense-import/links', { number: 'P-77', projectId })
  expect((await link('01930000-0000-7000-8000-000000000001')).status).toEqual(404)
  expect((await link(here.id)).status).toEqual(200)
  await t.run()
  expect(await t.expenses()).toMatchObject([{ title: 'Given', projectNumber: '20002' }])
  t.book({ Project: 'p-77', Text: 'Later' })
  const { links } = await t.import()
  expect(links).toMatchObject([{ number: 'P-77', projectNumber: '20002' }])
  expect(await t.expenses()).toHaveLength(2)
  expect((await link(null)).body.links).toEqual([])
  t.book({ Project: 'P-77', Text: 'Taken back' })
  await t.import()
  expect(await t.rows('skipped')).toMatchObject([{ there: { text: 'Taken back' } }])
  expect(await t.expenses()).toHaveLength(2)

  await t.db.execute(
    sql`insert into sync_link (system, kind, subject, external_key) values ('uniconta', 'project', ${here.id}, 'P-77')`,
  )
  await t.import()
  expect(await t.rows('skipped')).toEqual([])
  expect(await t.expenses()).toHaveLength(3)
})

test('UC-78, UC-79: running again brings nothing twice, costs one call, and so does setting the start date back', async () => {
  t.book()
  await t.import()
  await t.import()
  expect(t.sandbox.calls().map(({ path }) => path)).toEqual(['/Query/Get/GLTransClient'])
  expect((await t.change({ expensesFrom: '2026-01-01' })).status).toEqual(200)
  await t.import()
  expect(await t.expenses()).toHaveLength(1)
})

test('UC-74: accounts outside the filter are listed, and come in when it is widened', async () => {
  await t.change({ expenseAccounts: '2020, 3000..3999' })
  t.book()
  await t.import()
  expect(await t.expenses()).toEqual([])
  expect((await t.rows('skipped'))[0].reason).toContain('Account 2010 is not in the account filter.')
  await t.change({ expenseAccounts: '2000..2999' })
  await t.import()
  expect(await t.expenses()).toHaveLength(1)
})

test('UC-73: only the chosen series comes in; another one is read from its floor', async () => {
  t.book()
  t.book({ Serie: 'Koeb', Text: 'Bill' })
  await t.import()
  expect(await t.expenses()).toHaveLength(1)
  await t.change({ expenseSeries: 'Koeb' })
  await t.import()
  expect((await t.expenses()).map(({ title }: { title: string }) => title).sort()).toEqual(['Bill', 'Rejse'])
})

test('UC-77: what was posted on the start date does not come in, what was posted a day later does, whatever its voucher date', async () => {
  const today = t.now().toISOString().slice(0, 10)
  await t.change({ expensesFrom: today })
  t.book({ Text: 'On the day' })
  await t.import()
  expect(await t.expenses()).toEqual([])
  t.pass(24 * 60 * 60_000)
  t.book({ Text: 'Back-dated', Date: '2026-10-05' })
  await t.import()
  expect(await t.expenses()).toMatchObject([{ title: 'Back-dated', spentOn: '2026-10-05' }])
})

test('one voucher with several lines, and the same amount twice, are as many expenses', async () => {
  await t.project('20002')
  t.book({
    Lines: [
      { Account: '2010', Amount: 100, Project: '20001', Text: 'A' },
      { Account: '2010', Amount: 100, Project: '20001', Text: 'A' },
      { Account: '2020', Amount: 50, Project: '20002', Text: 'B' },
      { Account: '5700', Amount: -250 },
    ],
  })
  await t.import()
  expect((await t.expenses()).map(({ amount }: { amount: string }) => amount).sort()).toEqual([
    '100.00',
    '100.00',
    '50.00',
  ])
  expect((await t.completeness()).differences).toEqual([])
})

test('UC-72: the supplier of the voucher comes with name and number, also of a credit note', async () => {
  t.sandbox.put(12_345, 'CreditorClient', { Account: '7001', Name: 'Rejsebureauet ApS', Group: 'Indland' })
  const lines = (sign: number) => [
    { Account: '2010', Amount: 400 * sign, Project: '20001' },
    { Account: '5700', Amount: -400 * sign, Creditor: '7001' },
  ]
  t.book({ Lines: lines(1) })
  t.book({ Lines: lines(-1), Text: 'Kreditnota' })
  await t.import()
  const supplier = { supplierNumber: '7001', supplierName: 'Rejsebureauet ApS' }
  expect(await t.expenses()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ amount: '400.00', ...supplier }),
      expect.objectContaining({ amount: '-400.00', title: 'Kreditnota', ...supplier }),
    ]),
  )
})

test('UC-81: a deleted journal takes its expense back by night', async () => {
  const journal = t.book()
  t.book({ Text: 'Stays' })
  await t.import()
  t.sandbox.unbookByHand(12_345, journal)
  await t.review()
  expect((await t.expenses()).map(({ title }: { title: string }) => title)).toEqual(['Stays'])
  expect((await t.completeness()).differences).toEqual([])
})

test('UC-82: the scan of a voucher is shown on its expense, whichever way it comes, to whoever may see files', async () => {
  for (const [text, documentAnswer] of [
    ['As bytes', 'bytes'],
    ['As text', 'base64'],
    ['As a row', 'row'],
  ] as const) {
    t.sandbox.setSwitches({ documentAnswer })
    t.sandbox.billByHand(12_345, {
      Creditor: '7001',
      Name: 'Rejsebureauet ApS',
      Project: '20001',
      Text: text,
      Scan: true,
    })
    await t.import()
    const expense = (await t.expenses()).find(({ title }: { title: string }) => title === text)
    const path = `/expense-import/scans/${expense.id}`
    expect((await t.admin.get(path)).body).toEqual({ hasScan: true })
    expect((await (await t.as('employee')).post(path)).status).toEqual(403)
    const { body: file } = await t.admin.post(path)
    expect(file).toMatchObject({ name: `${expense.voucherNumber}.pdf`, mimeType: 'application/pdf' })
    const { rows } = await t.db.execute<{ said: boolean }>(
      sql`select position(${`(${text}) Tj`}::bytea in content) > 0 as said from stored_file where id = ${file.id}::uuid`,
    )
    expect(rows).toEqual([{ said: true }])
    expect((await (await t.as('employee')).get(`/files/${file.id}`)).status).toEqual(403)
    expect((await t.admin.get(`/expenses/${expense.id}`)).body).toMatchObject({
      receiptId: file.id,
      receiptName: file.name,
    })
  }
  t.book({ Text: 'Without' })
  await t.import()
  const without = (await t.expenses()).find(({ title }: { title: string }) => title === 'Without')
  expect((await t.admin.post(`/expense-import/scans/${without.id}`)).status).toEqual(404)
})

test('UC-82: a scan that was attached after the expense came in is found, and what is no file is said so', async () => {
  const journal = t.book()
  await t.import()
  const [expense] = await t.expenses()
  t.sandbox.billByHand(12_345, { Creditor: '7001', Scan: Buffer.from('no file').toString('base64') })
  const row = t.ledger().find(({ JournalPostedId, Account }) => JournalPostedId === journal && Account === '2010')
  t.sandbox.put(12_345, 'GLTransClient', { RowId: row?.RowId, DocumentRef: 1 })
  await t.import()
  expect(await t.admin.post(`/expense-import/scans/${expense.id}`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Open it in Uniconta.') },
  })
})

test('an answer without any row takes nothing back', async () => {
  t.book()
  await t.import()
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'GLTransClient' } })
  const { trouble } = await t.review()
  expect(trouble).toContain('Uniconta showed no rows of series Finans at all')
  expect(await t.expenses()).toHaveLength(1)
})

test('an edited expense is not changed when its journal is deleted there: both are shown, and a person chooses', async () => {
  const journal = t.book()
  t.book({ Text: 'Stays' })
  await t.import()
  const edited = (await t.expenses()).find(({ title }: { title: string }) => title === 'Rejse')
  const { body } = await t.admin.get(`/expenses/${edited.id}`)
  const { projectId, activityId, spentOn, amount, currency, version } = body
  const change = { projectId, activityId, spentOn, amount, currency, version, title: 'Train', voucherNumber: '40001' }
  expect((await t.admin.put(`/expenses/${edited.id}`, change)).status).toEqual(200)
  t.sandbox.unbookByHand(12_345, journal)
  await t.review()
  const [flagged] = await t.rows('flagged')
  expect(flagged).toMatchObject({ there: null, here: { text: 'Train', amount: '100.00' }, mayTake: true })
  expect((await t.admin.post('/expense-import/rows/choose', { key: flagged.key, choice: 'take' })).status).toBeLessThan(
    300,
  )
  expect((await t.expenses()).map(({ title }: { title: string }) => title)).toEqual(['Stays'])
})

test('UC-69: the fields are asked for while the import is on', async () => {
  const { status, body } = await t.change({
    expenseActivity: null,
    expensesBillable: null,
    expensesFrom: null,
    expenseSeries: null,
    expenseAccounts: '20;30',
  })
  expect(status).toEqual(400)
  expect(body.fields.map(({ path }: { path: string }) => path)).toEqual([
    'expenseActivity',
    'expensesBillable',
    'expensesFrom',
    'expenseSeries',
    'expenseAccounts',
  ])
})

test('UC-76: whether they are billable is as it was chosen, and a later choice is of later ones', async () => {
  await t.change({ expensesBillable: false })
  t.book({ Text: 'First' })
  await t.import()
  await t.change({ expensesBillable: true })
  t.book({ Text: 'Second' })
  await t.import()
  const shown = (await t.expenses()).map(({ title, billable }: { title: string; billable: boolean }) => [
    title,
    billable,
  ])
  expect(shown.sort()).toEqual([
    ['First', false],
    ['Second', true],
  ])
})

test('Check set-up says whether the series and the ledger can be read', async () => {
  const check = async () =>
    (await t.admin.post('/integrations/uniconta/check')).body.checks.find(
      ({ key }: { key: string }) => key === 'expenses',
    )
  expect(await check()).toMatchObject({
    state: 'ok',
    text: 'Series Finans, its ledger rows and their suppliers can be read.',
  })
  await t.change({ expenseSeries: 'Spaerret' })
  expect((await check()).text).toEqual(
    'The number series Spaerret is blocked in Uniconta: no new voucher takes a number of it.',
  )
  await t.change({ expenseSeries: 'Rejser' })
  expect(await check()).toMatchObject({
    state: 'error',
    text: 'Uniconta has no number series Rejser. Choose another one in the dialog.',
  })
})
