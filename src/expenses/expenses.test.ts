import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, anExpense, aProject } from '../../test/builders.ts'
import { aPdf } from '../../test/files.ts'

let app: TestApp
let economy: Client
let manager: Client
let employee: Client
let projectId: string
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
  manager = await app.as('project-manager')
  employee = await app.as('employee')
  const { body: customer } = await economy.post('/customers', aCustomer())
  const { body: me } = await manager.get('/me')
  projectId = (await economy.post('/projects', aProject({ customerId: customer.id, ownerId: me.id }))).body.id
})

const register = async (client: Client, fields: Partial<Parameters<typeof anExpense>[0]> = {}) =>
  (await client.post('/expenses', anExpense({ projectId, ...fields }))).body

async function uploadReceipt(client: Client): Promise<string> {
  const { body } = await app.raw('POST', '/api/v1/files?name=kvittering.pdf', {
    headers: { cookie: client.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/pdf' },
    body: aPdf,
  })
  return body.id
}

test('an expense is registered with its receipt, and waits for approval', async () => {
  const receiptId = await uploadReceipt(employee)
  const { body: activity } = await manager.post(
    '/activities',
    anActivity({ projectId, name: 'Udlæg', takesHours: false }),
  )
  const expense = await register(employee, {
    receiptId,
    activityId: activity.id,
    supplierName: 'Kopicentralen',
    voucherNumber: 'B-17',
    quantity: '3.50',
  })
  expect(expense).toMatchObject({
    amount: '1200.50',
    companyAmount: '1200.50',
    currency: 'DKK',
    quantity: '3.5',
    exchangeRate: null,
    activityName: 'Udlæg',
    receiptName: 'kvittering.pdf',
    approval: 'registered',
    billing: 'open',
    source: 'manual',
    mayChange: true,
    mayApprove: false,
  })
  const { body: told } = await manager.get('/notifications')
  expect(told.items[0].text).toEqual('An expense on 1001 Harbour office waits for your approval: "Plots and copies".')
})

test('an amount in another currency is kept with its rate, and comes to the company’s currency', async () => {
  const expense = await register(manager, { amount: '100.00', currency: 'EUR', exchangeRate: '7.4605' })
  expect(expense).toMatchObject({ amount: '100.00', currency: 'EUR', exchangeRate: '7.4605', companyAmount: '746.05' })
  const noRate = await manager.post('/expenses', anExpense({ projectId, currency: 'EUR' }))
  expect(noRate).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'exchangeRate', message: 'Write what one EUR costs in DKK on that day.' }] },
  })
  const ownRate = await manager.post('/expenses', anExpense({ projectId, exchangeRate: '2' }))
  expect(ownRate.body.fields).toMatchObject([{ path: 'exchangeRate' }])
})

test.each([
  ['nothing', { amount: '0.00' }, 'amount'],
  ['a number of many digits', { amount: '12345678901.00' }, 'amount'],
  ['three decimals', { amount: '1.005' }, 'amount'],
  ['a JS number', { amount: 12.5 as never }, 'amount'],
  ['no quantity', { quantity: '0' }, 'quantity'],
  ['a negative quantity', { quantity: '-1' }, 'quantity'],
  ['a day far ahead', { spentOn: '2028-01-01' }, 'spentOn'],
  ['a day that is none', { spentOn: '2026-02-30' }, 'spentOn'],
  ['a rate of zero', { currency: 'EUR', exchangeRate: '0.00' }, 'exchangeRate'],
  [
    'a product of rate and amount that nobody owes',
    { amount: '9999999999', currency: 'EUR', exchangeRate: '999' },
    'amount',
  ],
  ['another’s receipt', { receiptId: '01930000-0000-7000-8000-000000000001' }, 'receiptId'],
  ['an unknown activity', { activityId: '01930000-0000-7000-8000-000000000001' }, 'activityId'],
  ['an unknown project', { projectId: '01930000-0000-7000-8000-000000000001' }, 'projectId'],
])('%s is refused at its field, and nothing is stored', async (_, fields, path) => {
  const answer = await employee.post('/expenses', anExpense({ projectId, ...fields }))
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path }] } })
  expect((await economy.get('/expenses')).body.total).toEqual(0)
})

test('an activity of another project is refused with both names', async () => {
  const { body: customer } = await economy.post('/customers', aCustomer({ name: 'Other' }))
  const { body: other } = await economy.post('/projects', aProject({ customerId: customer.id, name: 'Elsewhere' }))
  const { body: activity } = await economy.post('/activities', anActivity({ projectId: other.id, name: 'Drawings' }))
  const answer = await employee.post('/expenses', anExpense({ projectId, activityId: activity.id }))
  expect(answer.body.fields[0].message).toEqual(
    'The activity Drawings does not belong to the project 1001 Harbour office. Choose one of this project, or none.',
  )
})

test('a supplier’s credit is a negative expense', async () => {
  expect(await register(employee, { amount: '-250.00' })).toMatchObject({ amount: '-250.00', companyAmount: '-250.00' })
})

test('the owner of the project and economy approve, others are told who does', async () => {
  const own = await register(employee)
  const { body: customer } = await economy.post('/customers', aCustomer({ name: 'Other' }))
  const { body: other } = await economy.post('/projects', aProject({ customerId: customer.id }))
  const foreign = await register(employee, { projectId: other.id, title: 'Taxi' })
  const answer = await manager.post('/expenses/approve', { ids: [own.id, foreign.id] })
  expect(answer).toMatchObject({
    status: 200,
    body: {
      done: 1,
      notDone: [
        {
          id: foreign.id,
          reason: '"Taxi" belongs to a project without an owner. Administrators and economy approve it.',
        },
      ],
    },
  })
  expect((await economy.post('/expenses/approve', { ids: [own.id, foreign.id] })).body).toMatchObject({
    done: 1,
    notDone: [{ reason: '"Plots and copies" is approved already.' }],
  })
  expect((await economy.get(`/expenses/${own.id}`)).body).toMatchObject({ approval: 'approved', mayChange: false })
})

test('a rejected expense tells why, and waits again once it is changed', async () => {
  const expense = await register(employee)
  await manager.post('/expenses/reject', { ids: [expense.id], comment: 'The receipt is missing.' })
  const { body: told } = await employee.get('/notifications')
  expect(told.items[0]).toMatchObject({
    text: 'Your expense "Plots and copies" was rejected: The receipt is missing.',
    link: `/my-expenses/${expense.id}`,
  })
  const { body: rejected } = await employee.get(`/expenses/${expense.id}`)
  expect(rejected).toMatchObject({ approval: 'rejected', rejectedBecause: 'The receipt is missing.' })
  const changed = await employee.put(`/expenses/${expense.id}`, {
    ...anExpense({ projectId, receiptId: await uploadReceipt(employee) }),
    version: rejected.version,
  })
  expect(changed).toMatchObject({ status: 200, body: { approval: 'registered', rejectedBecause: null } })
})

test('the notice of expenses goes by itself when none of the project waits, and comes again with one that is put right', async () => {
  const unread = async () => (await manager.get('/notifications')).body.unread
  const [first, second, third] = [await register(employee), await register(employee), await register(employee)]
  expect(await unread()).toEqual(1)
  await manager.post('/expenses/approve', { ids: [first.id] })
  await manager.post('/expenses/reject', { ids: [second.id], comment: 'The receipt is missing.' })
  expect(await unread(), 'one still waits').toEqual(1)
  await employee.delete(`/expenses/${third.id}?version=${third.version}`)
  expect(await unread()).toEqual(0)

  const { body: rejected } = await employee.get(`/expenses/${second.id}`)
  const receiptId = await uploadReceipt(employee)
  await employee.put(`/expenses/${second.id}`, { ...anExpense({ projectId, receiptId }), version: rejected.version })
  expect(await unread()).toEqual(1)
})

test('an approved or billed expense is neither changed nor deleted until it is let go', async () => {
  const expense = await register(employee)
  await manager.post('/expenses/approve', { ids: [expense.id] })
  const change = { ...anExpense({ projectId, title: 'Another' }), version: expense.version }
  expect(await employee.put(`/expenses/${expense.id}`, change)).toMatchObject({
    status: 409,
    body: { detail: '"Plots and copies" is approved and stays as it is. Take the approval back first.' },
  })
  expect((await employee.delete(`/expenses/${expense.id}?version=${expense.version}`)).status).toEqual(409)
  expect((await manager.post('/expenses/reopen', { ids: [expense.id] })).body.done).toEqual(1)
  await app.database.pool.query(`update project_expense set billing = 'written-off'`)
  expect((await employee.put(`/expenses/${expense.id}`, change)).body.detail).toMatch(/is on an invoice or a draft/)
  expect((await manager.post('/expenses/reject', { ids: [expense.id], comment: 'No.' })).body.notDone).toHaveLength(1)
})

test('somebody who may not see all sees and changes his own only', async () => {
  const mine = await register(employee)
  const theirs = await register(economy, { title: 'Model' })
  expect((await employee.get('/expenses')).body.items.map((row: { id: string }) => row.id)).toEqual([mine.id])
  expect((await employee.get(`/expenses/${theirs.id}`)).status).toEqual(403)
  const change = { ...anExpense({ projectId, title: 'Taken over' }), version: 1 }
  expect(await employee.put(`/expenses/${theirs.id}`, change)).toMatchObject({ status: 403 })
  expect((await economy.get('/expenses')).body.total).toEqual(2)
})

test('two who change one expense: the second is shown both versions', async () => {
  const expense = await register(economy)
  await economy.put(`/expenses/${expense.id}`, { ...anExpense({ projectId, title: 'First' }), version: 1 })
  const second = await manager.put(`/expenses/${expense.id}`, {
    ...anExpense({ projectId, title: 'Second' }),
    version: 1,
  })
  expect(second).toMatchObject({
    status: 409,
    body: { yours: { title: 'Second' }, current: { title: 'First', version: 2 } },
  })
})

test('the list is filtered, searched and summed over the whole set', async () => {
  const old = await register(economy, { spentOn: '2026-10-05', amount: '100', supplierName: 'Byens Kopi' })
  await register(economy, { amount: '200', billable: false })
  const third = await register(economy, { amount: '300' })
  await economy.post('/expenses/approve', { ids: [third.id] })
  const { body: all } = await economy.get('/expenses?size=1')
  expect(all).toMatchObject({
    total: 3,
    totals: { cost: '600.00', billable: '400.00', toApprove: '300.00', unbilled: '400.00' },
  })
  const ids = async (query: string) =>
    (await economy.get(`/expenses?${query}`)).body.items.map((row: { id: string }) => row.id)
  expect(await ids('search=byens')).toEqual([old.id])
  expect(await ids('to=2026-10-31')).toEqual([old.id])
  expect(await ids('approval=approved')).toEqual([third.id])
  expect(await ids('billable=false')).toHaveLength(1)
  expect(await ids(`project=${projectId}&sort=companyAmount`)).toEqual([old.id, expect.any(String), third.id])
})

test('all that is found goes into a file, with amounts in the reader’s way of writing and without formulas', async () => {
  await register(economy, { amount: '-100.50', currency: 'EUR', exchangeRate: '7.4605', title: '=1+1', markup: '7.5' })
  await register(economy, { spentOn: '2026-10-05', supplierName: 'Byens Kopi', billable: false })
  const answer = await economy.get('/expenses.csv?from=2026-10-01&to=2026-12-31')
  expect(answer.headers.get('content-disposition')).toEqual('attachment; filename="expenses-2026-10-01-2026-12-31.csv"')
  const [heading, old, foreign, end] = answer.body.split('\r\n')
  expect(heading).toContain('Day,Title,Customer,Project number,Project,Activity,Supplier')
  expect(old).toEqual(
    '2026-10-05,Plots and copies,Hansen A/S,1001,Harbour office,,Byens Kopi,,,1,1200.50,DKK,1,1200.50,DKK,no,,Erik Economy,typed here,registered,,open',
  )
  expect(foreign).toContain(",'=1+1,")
  expect(foreign).toContain(',-100.50,EUR,7.4605,-749.78,DKK,yes,7.5,')
  expect(end).toEqual('')
  const { body: me } = await economy.get('/me')
  await app.database.pool.query(`update app_user set language = 'da' where id = $1`, [me.id])
  expect((await economy.get('/expenses.csv')).body).toContain(';-100,50;EUR;7,4605;-749,78;DKK;ja;7,5;')
  expect((await employee.get('/expenses.csv')).body).not.toContain('Harbour office')
})

test('every change of an expense stands in the history with what it was', async () => {
  const expense = await register(economy)
  app.setNow('2026-11-23T10:00:00Z')
  await economy.put(`/expenses/${expense.id}`, { ...anExpense({ projectId, amount: '99' }), version: 1 })
  app.setNow('2026-11-23T11:00:00Z')
  await economy.post('/expenses/approve', { ids: [expense.id] })
  const { body } = await economy.get(`/history?kind=expense&subject=${expense.id}`)
  expect(body.items.map((entry: { changes: object[] }) => entry.changes)).toMatchObject([
    [{ field: 'approval', from: 'registered', to: 'approved' }],
    [{ field: 'amount', from: '1200.50', to: '99' }],
    expect.arrayContaining([{ field: 'project', from: null, to: '1001 Harbour office' }]),
  ])
})
