import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, aProject } from '../../test/builders.ts'
import { type OpenWork, openWork } from '../../test/open-work.ts'

let app: TestApp
let manager: Client
let work: OpenWork
let customerId: string
let projectId: string
let activityId: string
let anna: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  work = await openWork(app)
  customerId = (await manager.post('/customers', aCustomer())).body.id
  projectId = (await manager.post('/projects', aProject({ customerId }))).body.id
  activityId = (await manager.post('/activities', anActivity({ projectId }))).body.id
  anna = await work.person('Anna')
})

async function rows(query = '') {
  const found = await manager.get(`/to-be-invoiced?until=2026-11-30${query}`)
  expect(found.status, JSON.stringify(found.body)).toEqual(200)
  return found.body.items
}
const hours = (fields: object = {}) =>
  work.hours({ project_id: projectId, activity_id: activityId, user_id: anna, ...fields })
const messages = (row: { hindrances: { message: string }[] }) => row.hindrances.map(({ message }) => message)

test('approved hours, expenses and due plan rows are one row of the project and its price model', async () => {
  await work.accounts()
  const model = await work.model(projectId, { expense_markup: '10' })
  await hours({ minutes: 450 })
  await hours({ minutes: 440, worked_on: '2026-11-09' })
  await hours({ minutes: 60, approval: 'registered' })
  await hours({ minutes: 60, worked_on: '2026-12-01' })
  await work.expense({ project_id: projectId, amount: 12_345 })
  await work.planItem(model, { amount: 100_000, due_on: '2026-11-30' })
  const [row, ...others] = await rows()
  expect(others).toEqual([])
  expect(row).toMatchObject({
    projectId,
    priceModelId: model,
    kind: 'hourly',
    customerName: 'Hansen A/S',
    currency: 'DKK',
    hours: { minutes: 890, billableMinutes: 890, value: '14833.33' },
    expenses: { count: 1, value: '135.80' },
    plan: { count: 1, value: '1000.00' },
    notApproved: { minutes: 60, expenses: 0 },
    onAccountBilled: '0.00',
    firstOn: '2026-11-02',
    lastOn: '2026-11-30',
    total: '15969.13',
  })
  expect(row.hindrances).toEqual([
    {
      message: 'Hours not approved yet: 1. They stay out until they are approved on the page Hours approval.',
      link: `/hours-approval?project=${projectId}`,
      stops: false,
    },
  ])
})

test('a price that begins inside the period is taken from its day on', async () => {
  const model = await work.model(projectId, { hourly_base: 'custom', common_rate: null })
  await work.rate(model, { user_id: anna, rate: '1000' })
  await work.rate(model, { user_id: anna, rate: '1200', valid_from: '2026-11-10' })
  await hours({ minutes: 60, worked_on: '2026-11-09' })
  await hours({ minutes: 60, worked_on: '2026-11-10' })
  expect((await rows())[0].hours.value).toEqual('2200.00')
})

test('an activity picks its model, and the customer of the model is billed in its currency', async () => {
  const other = (await manager.post('/customers', aCustomer({ name: 'Berg AB', countryCode: 'SE', currency: 'SEK' })))
    .body.id
  await work.model(projectId)
  const second = await work.model(projectId, { position: 1, name: 'Extra', customer_id: other })
  const extra = (await manager.post('/activities', anActivity({ projectId, priceModelId: second }))).body.id
  await hours()
  await hours({ activity_id: extra })
  const found = await rows('&sort=customer')
  expect(found.map((row: Record<string, unknown>) => [row.priceModelName, row.customerName, row.currency])).toEqual([
    ['Extra', 'Berg AB', 'SEK'],
    ['Hours', 'Hansen A/S', 'DKK'],
  ])
})

describe('what stands in the way', () => {
  test('a missing price is named with its person, and the accounts with their place', async () => {
    await work.model(projectId, { hourly_base: 'custom', common_rate: null })
    await hours()
    const [row] = await rows()
    expect(row.hindrances).toMatchObject([
      { message: expect.stringContaining('Anna has no price'), link: `/projects/${projectId}?tab=prices`, stops: true },
      { message: expect.stringContaining('No bookkeeping account is chosen for hours'), stops: true },
    ])
  })

  test('a project without price model says so', async () => {
    await hours()
    const [row] = await rows()
    expect([row.kind, messages(row)[0]]).toEqual([null, expect.stringContaining('has no price model')])
  })

  test('a blocked customer, a VAT code without percentage and a closed activity', async () => {
    const { account, vat } = await work.accounts()
    const late = await account('1030', await vat('U26', 'standard', [['2027-01-01', '26']]))
    await work.pool.query(`update invoice_setting set hours_account_domestic = $1 where level = 'company'`, [late])
    await work.model(projectId)
    await hours()
    await work.pool.query(`update customer set status = 'blocked' where id = $1`, [customerId])
    await work.pool.query(`update activity set state = 'closed' where id = $1`, [activityId])
    expect((await rows())[0].hindrances).toMatchObject([
      { message: expect.stringContaining('is blocked and gets no invoices'), link: `/customers/${customerId}` },
      { message: expect.stringContaining('The VAT code U26 has no percentage on 2026-11-02'), stops: true },
      { message: expect.stringContaining('is closed and still has unbilled hours'), stops: false },
    ])
  })
})

test('hours of a fixed price make no row of their own; the rest of the price does when there is no plan', async () => {
  const model = await work.model(projectId, {
    kind: 'fixed',
    hourly_base: null,
    common_rate: null,
    fixed_price: 40_000_000,
  })
  await hours()
  expect(await rows()).toMatchObject([{ kind: 'fixed', plan: { count: 0, value: '400000.00' }, total: '400000.00' }])
  await work.planItem(model, { due_on: '2027-01-31' })
  expect(await rows()).toEqual([])
})

test('hours are cut at the cap of the model, and non-billable work is no row', async () => {
  const model = await work.model(projectId, { cap: 500_000 })
  await hours()
  expect((await rows())[0]).toMatchObject({ hours: { value: '7500.00' }, total: '5000.00' })
  await work.pool.query(`update price_model set kind = 'non-billable' where id = $1`, [model])
  expect(await rows()).toEqual([])
})

test('an expense in a foreign currency counts in the currency of the project, at its own rate', async () => {
  await work.model(projectId)
  await work.expense({
    project_id: projectId,
    amount: 10_000,
    currency: 'EUR',
    exchange_rate: '7.46',
    company_amount: 74_600,
  })
  expect((await rows())[0].expenses).toEqual({ count: 1, value: '746.00' })
  await work.pool.query(`update project set currency = 'EUR' where id = $1`, [projectId])
  expect((await rows())[0].expenses).toEqual({ count: 1, value: '100.00' })
})

test('filters find by customer, owner, department and words, and the sums are of all that is found', async () => {
  await work.model(projectId)
  await hours()
  const other = (await manager.post('/projects', aProject({ customerId, name: 'School' }))).body.id
  const task = (await manager.post('/activities', anActivity({ projectId: other }))).body.id
  await work.model(other)
  await hours({ project_id: other, activity_id: task })
  const found = await manager.get(`/to-be-invoiced?until=2026-11-30&search=school&customer=${customerId}&size=1`)
  expect([found.body.total, found.body.sums]).toEqual([
    1,
    [{ currency: 'DKK', minutes: 450, hours: '7500.00', expenses: '0.00', plan: '0.00', total: '7500.00' }],
  ])
  const all = await manager.get('/to-be-invoiced?until=2026-11-30&size=1')
  expect([all.body.total, all.body.items.length, all.body.sums[0].total]).toEqual([2, 1, '15000.00'])
  expect(await rows('&owner=nobody')).toEqual([])
})

test('the sources behind a row are listed by day, with their price', async () => {
  const model = await work.model(projectId)
  await hours({ minutes: 90, note: 'Sketches' })
  await hours({ worked_on: '2026-11-05', approval: 'registered' })
  await work.expense({ project_id: projectId, supplier_name: 'DSB' })
  await work.planItem(model, { due_on: '2026-11-01', amount: 100 })
  const found = await manager.get(`/to-be-invoiced/sources?project=${projectId}&priceModel=${model}&until=2026-11-30`)
  expect(found.status, JSON.stringify(found.body)).toEqual(200)
  expect(found.body).toMatchObject({
    total: 4,
    currency: 'DKK',
    items: [
      { kind: 'plan-item', on: '2026-11-01', value: '1.00', approved: true },
      { kind: 'time-entry', on: '2026-11-02', who: 'Anna', text: 'Sketches', rate: '1000', value: '1500.00' },
      { kind: 'expense', on: '2026-11-03', who: 'DSB', text: 'Train', value: '500.00' },
      { kind: 'time-entry', on: '2026-11-05', approved: false },
    ],
  })
})

test('left out, the day is today in the company, not on the server', async () => {
  await work.model(projectId)
  await hours({ worked_on: '2026-11-24' })
  app.setNow('2026-11-23T22:30:00Z')
  expect((await manager.get('/to-be-invoiced')).body).toMatchObject({ until: '2026-11-23', total: 0 })
  app.setNow('2026-11-23T23:30:00Z')
  expect((await manager.get('/to-be-invoiced')).body).toMatchObject({ until: '2026-11-24', total: 1 })
})
