import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, aPriceModel, aProject, aProjectRole } from '../../test/builders.ts'

let app: TestApp
let manager: Client
let customerId: string
let projectId: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  customerId = (await manager.post('/customers', aCustomer())).body.id
  projectId = (await manager.post('/projects', aProject({ customerId }))).body.id
})

const post = (fields: object = {}) => manager.post('/price-models', aPriceModel({ projectId, ...fields }))

async function add(fields: object = {}) {
  const made = await post(fields)
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

type Named = { userName: unknown; roleName: unknown }
type Billed = { invoiceId: unknown }

/** What the form sends back of what it was given. */
function asSaved(model: Record<string, unknown>, change: object = {}) {
  const { id: _i, createdAt: _c, updatedAt: _u, projectId: _p, position: _o, isDefault: _d, ...rest } = model
  const { currency: _k, customerName: _n, planned: _l, billed: _b, remainder: _r, ...more } = rest
  const { activities: _a, invoices: _v, ...fields } = more
  const rates = (model.rates as Named[]).map(({ userName: _u, roleName: _r, ...rate }) => rate)
  const plan = (model.plan as Billed[]).map(({ invoiceId: _i, ...item }) => item)
  return { ...fields, rates, plan, ...change }
}

const put = (model: { id: string } & Record<string, unknown>, change: object = {}) =>
  manager.put(`/price-models/${model.id}`, asSaved(model, change))
const models = async () => (await manager.get(`/price-models?project=${projectId}`)).body.items
const paths = (answer: { body: { fields?: { path: string }[] } }) => (answer.body.fields ?? []).map(({ path }) => path)
const missing = async (): Promise<{ message: string; link: string; userId: string | null }[]> =>
  (await manager.get(`/projects/${projectId}/missing-rates`)).body.items

async function addInvoice(fields: { priceModelId?: string } = {}): Promise<string> {
  const { rows } = await app.database.pool.query(
    `insert into invoice (id, created_at, updated_at, kind, state, reference, transfer, customer_id, project_id, price_model_id,
       currency, on_account, net, vat, gross, search_text, created_by)
     values (gen_random_uuid(), now(), now(), 'invoice', 'draft', gen_random_uuid(), true, $1, $2, $3, 'DKK', false, 0, 0, 0, '', 'x')
     returning id`,
    [customerId, projectId, fields.priceModelId ?? null],
  )
  return rows[0].id
}

test('an hourly price model keeps its base, its own prices, cap and mark-up', async () => {
  const role = (await manager.post('/project-roles', aProjectRole())).body
  const activity = (await manager.post('/activities', anActivity({ projectId }))).body
  const me = (await manager.get('/me')).body
  const fields = {
    name: 'Timer efter medgået tid',
    hourlyBase: 'co-worker',
    commonRate: null,
    cap: '250000.00',
    expenseMarkup: '12.5',
    rates: [
      { userId: me.id, roleId: null, activityId: null, validFrom: '2026-01-01', rate: '1195.5' },
      { userId: null, roleId: role.id, activityId: null, validFrom: '2026-02-01', rate: '0' },
      { userId: null, roleId: null, activityId: activity.id, validFrom: '2026-03-01', rate: '999.999999' },
    ],
  }
  const model = await add(fields)
  const { rates, ...rest } = fields
  expect(model).toMatchObject({
    ...rest,
    ...{ kind: 'hourly', currency: 'DKK', customerName: 'Hansen A/S', isDefault: true, position: 1 },
    ...{ planned: '0.00', remainder: null },
  })
  expect(model.rates).toEqual([
    { ...rates[0], userName: me.name, roleName: null },
    { ...rates[1], userName: null, roleName: 'Project leader' },
    { ...rates[2], userName: null, roleName: null },
  ])
  expect((await manager.get(`/price-models/${model.id}`)).body).toEqual(model)
})

test('a fixed price has a payment plan; what is planned, billed and left is shown', async () => {
  const model = await add({
    kind: 'fixed',
    fixedPrice: '400000',
    expensesIncluded: true,
    plan: [
      { dueOn: '2026-04-01', amount: '100000.50', text: 'Projektforslag' },
      { dueOn: '2026-01-01', amount: '50000', text: 'Opstart', billedElsewhere: true },
    ],
  })
  expect(model).toMatchObject({
    planned: '150000.50',
    billed: '50000.00',
    remainder: '249999.50',
    fixedPrice: '400000.00',
  })
  expect(model.plan).toMatchObject([
    { dueOn: '2026-01-01', amount: '50000.00', text: 'Opstart', billedElsewhere: true, invoiceId: null },
    { dueOn: '2026-04-01', amount: '100000.50', text: 'Projektforslag', billedElsewhere: false },
  ])
})

test.each<[string, object, string[]]>([
  ['hours without a base', { hourlyBase: null, commonRate: null }, ['hourlyBase']],
  ['a common price that is missing', { commonRate: null }, ['commonRate']],
  ['a common price that would count for nothing', { hourlyBase: 'role' }, ['commonRate']],
  ['an agreed price of hourly work', { fixedPrice: '1' }, ['fixedPrice']],
  ['a plan of hourly work', { plan: [{ dueOn: '2026-01-01', amount: '1', text: 'x' }] }, ['plan']],
  ['a fixed price without one', { kind: 'fixed' }, ['fixedPrice']],
  ['hours in a fixed price', { kind: 'fixed', fixedPrice: '1', hourlyBase: 'role' }, ['hourlyBase']],
  ['a cap without hours', { kind: 'fixed', fixedPrice: '1', cap: '1' }, ['cap']],
  ['on account with nothing to settle against', { kind: 'on-account' }, ['hourlyBase']],
  ['on account with two things', { kind: 'on-account', fixedPrice: '1', hourlyBase: 'role' }, ['hourlyBase']],
  ['a price of what is never billed', { kind: 'non-billable', fixedPrice: '1' }, ['fixedPrice']],
  ['a negative agreed price', { kind: 'fixed', fixedPrice: '-0.01' }, ['fixedPrice']],
  [
    'a negative row of the plan',
    { kind: 'fixed', fixedPrice: '1', plan: [{ dueOn: '2026-01-01', amount: '-1', text: 'x' }] },
    ['plan.0.amount'],
  ],
  ['a price of nobody', { rates: [{ validFrom: '2026-01-01', rate: '1' }] }, ['rates.0']],
  ['a customer that is not there', { customerId: '01930000-0000-7000-8000-000000000001' }, ['customerId']],
  [
    'a price of a role that is not there',
    { rates: [{ roleId: '01930000-0000-7000-8000-000000000001', validFrom: '2026-01-01', rate: '1' }] },
    ['rates.0.roleId'],
  ],
])('%s is refused at its field', async (_, fields, expected) => {
  const answer = await post(fields)
  expect(answer.status).toEqual(400)
  expect(paths(answer)).toEqual(expected)
  expect(await models()).toEqual([])
})

test('two prices of the same from one day on are refused, and so is a price of another project’s activity', async () => {
  const { id: userId } = (await manager.get('/me')).body
  const rate = { userId, validFrom: '2026-01-01', rate: '1' }
  expect(paths(await post({ rates: [rate, { ...rate, rate: '2' }] }))).toEqual(['rates.1.validFrom'])
  const other = (await manager.post('/projects', aProject({ customerId }))).body.id
  const activity = (await manager.post('/activities', anActivity({ projectId: other }))).body
  const answer = await post({ rates: [{ activityId: activity.id, validFrom: '2026-01-01', rate: '1' }] })
  expect(answer.body.fields).toEqual([
    {
      path: 'rates.0.activityId',
      message: 'This activity belongs to another project. Choose one of this project.',
    },
  ])
})

test('a model bills in the project’s currency, else in that of the customer who gets the invoice', async () => {
  const nok = (await manager.post('/customers', aCustomer({ name: 'Oslo AS', currency: 'NOK' }))).body
  const isk = (await manager.post('/customers', aCustomer({ name: 'Reykjavík hf', currency: 'ISK' }))).body
  expect(await add({ customerId: nok.id })).toMatchObject({ currency: 'NOK', customerName: 'Oslo AS' })
  expect((await post({ customerId: isk.id, cap: '10.50' })).body.fields).toEqual([
    { path: 'cap', message: 'ISK has no decimals. Write a whole amount.' },
  ])
  const inEuro = (await manager.post('/projects', aProject({ customerId, currency: 'EUR' }))).body.id
  expect(await add({ projectId: inEuro, customerId: nok.id })).toMatchObject({ currency: 'EUR' })
})

test('the first active price model is the default, and they are put into another order as a whole', async () => {
  const [first, second] = [await add({ name: 'A' }), await add({ name: 'B' })]
  const order = (ids: string[]) => manager.post(`/projects/${projectId}/price-model-order`, { ids })
  expect((await order([second.id, first.id])).body.items).toMatchObject([
    { name: 'B', isDefault: true, version: 2 },
    { name: 'A', isDefault: false },
  ])
  expect((await order([second.id])).body.fields).toMatchObject([{ path: 'ids' }])
  expect((await order([second.id, second.id])).status).toEqual(400)
  await put((await models())[0], { active: false })
  expect(await models()).toMatchObject([
    { name: 'B', isDefault: false },
    { name: 'A', isDefault: true },
  ])
})

test('a price model that an activity picks or a document bills by is made inactive instead of deleted', async () => {
  const model = await add()
  const unused = await add({ name: 'Unused' })
  await manager.post('/activities', anActivity({ projectId, priceModelId: model.id }))
  await addInvoice({ priceModelId: model.id })
  expect(await manager.delete(`/price-models/${model.id}?version=1`)).toMatchObject({
    status: 409,
    body: {
      detail:
        'The price model Hours is used by one activity and one draft or invoice and was not deleted. Make it inactive instead.',
    },
  })
  expect((await put(model, { kind: 'non-billable', hourlyBase: null, commonRate: null })).body.fields).toEqual([
    {
      path: 'kind',
      message:
        'Hours has billed on one draft or invoice, so its kind stays. Make a new price model and this one inactive.',
    },
  ])
  expect((await manager.delete(`/price-models/${unused.id}?version=1`)).status).toEqual(204)
})

test('an activity picks a price model of its own project that is active', async () => {
  const other = (await manager.post('/projects', aProject({ customerId }))).body.id
  const elsewhere = await add({ projectId: other })
  const old = await add({ name: 'Old', active: false })
  for (const [priceModelId, sentence] of [
    [elsewhere.id, 'The price model Hours belongs to another project. Choose one of this project.'],
    [old.id, 'The price model Old is not active any more. Choose another.'],
  ])
    expect((await manager.post('/activities', anActivity({ projectId, priceModelId }))).body.fields).toEqual([
      { path: 'priceModelId', message: sentence },
    ])
})

test('a row of the plan that a draft bills stays as it is; the others are changed, added and removed', async () => {
  const plan = [
    { dueOn: '2026-01-01', amount: '10', text: 'One' },
    { dueOn: '2026-02-01', amount: '20', text: 'Two' },
    { dueOn: '2026-03-01', amount: '30', text: 'Three' },
  ]
  const model = await add({ kind: 'fixed', fixedPrice: '100', plan })
  const [one, two] = model.plan.map(({ invoiceId: _, ...item }: Billed) => item)
  const invoiceId = await addInvoice()
  await app.database.pool.query(`update price_plan_item set invoice_id = $1 where id = $2`, [invoiceId, one.id])
  const added = { dueOn: '2026-04-01', amount: '40', text: 'Four' }
  const refused = await put(model, { plan: [{ ...one, amount: '11' }, two] })
  expect(refused).toMatchObject({
    status: 409,
    body: {
      detail:
        'The row One of 2026-01-01 stands on a draft or invoice and was not changed. Delete the draft first, or credit the invoice.',
    },
  })
  expect((await put(model, { plan: [two] })).status).toEqual(409)
  const saved = await put(model, { plan: [one, { ...two, amount: '25' }, added] })
  expect(saved.body).toMatchObject({ planned: '75.00', billed: '10.00', remainder: '25.00', version: 2 })
  expect(saved.body.plan).toMatchObject([
    { id: one.id, invoiceId },
    { id: two.id, amount: '25.00', invoiceId: null },
    { text: 'Four' },
  ])
  expect((await put(saved.body, { plan: [one, one] })).status).toEqual(400)
  expect((await manager.delete(`/price-models/${model.id}?version=2`)).body.detail).toEqual(
    'The price model Hours is used by one billed row of its plan and was not deleted. Make it inactive instead.',
  )
})

test('the history of a price model tells prices and plan row by row', async () => {
  const me = (await manager.get('/me')).body
  const rates = [{ userId: me.id, roleId: null, activityId: null, validFrom: '2026-01-01', rate: '1000' }]
  const model = await add({ rates })
  app.setNow('2026-11-24T08:00:00Z')
  await put(model, { rates: [{ ...rates[0], rate: '1100' }], commonRate: '950' })
  const { items } = (await manager.get(`/history?kind=price-model&subject=${model.id}`)).body
  expect(items[0].changes).toEqual([
    { field: 'commonRate', from: '900', to: '950' },
    { field: `${me.name} 2026-01-01`, from: '1000', to: '1100' },
  ])
})

test('a member without a price is told with the page that mends it, once, and not any more when it is mended', async () => {
  const { id: userId, name } = (await (await app.as('employee')).get('/me')).body
  const role = (await manager.post('/project-roles', aProjectRole({ salesPrice: null }))).body
  await manager.post(`/projects/${projectId}/members`, { userId, roleId: role.id })
  expect(await missing()).toEqual([])
  await manager.post('/activities', anActivity({ projectId }))
  expect(await missing()).toEqual([
    {
      priceModelId: null,
      userId: null,
      message:
        'The project 1001 Harbour office has no price model, so its hours have no price. Add one under Prices of the project.',
      link: `/projects/${projectId}?tab=prices`,
    },
  ])
  const model = await add({ hourlyBase: 'co-worker', commonRate: null })
  expect(await missing()).toEqual([
    {
      priceModelId: model.id,
      userId,
      message: `${name} has no standard price. Give one on the page of the co-worker.`,
      link: `/users/${userId}`,
    },
  ])
  await manager.post(`/users/${userId}/rates`, { validFrom: '2026-11-23', salesPrice: '1100' })
  expect(await missing()).toEqual([])
  await add({ name: 'By role', hourlyBase: 'role', commonRate: null })
  expect(await missing()).toMatchObject([
    {
      message: 'The project role Project leader has no sales price. Give one under Setup > Project roles.',
      link: '/project-roles',
    },
  ])
})

test('work that waits to be billed and is older than the first price is told too', async () => {
  const { id: userId, name } = (await manager.get('/me')).body
  const activity = (await manager.post('/activities', anActivity({ projectId }))).body
  await add({ hourlyBase: 'custom', commonRate: null, rates: [{ userId, validFrom: '2026-06-01', rate: '1000' }] })
  for (const workedOn of ['2026-05-30', '2026-05-31', '2026-06-01'])
    await app.database.pool.query(
      `insert into time_entry (id, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes, billable_minutes, approval, billing)
       values (gen_random_uuid(), now(), now(), $1, $2, $3, $4, 60, 60, 'registered', 'open')`,
      [userId, projectId, activity.id, workedOn],
    )
  expect((await missing()).map(({ message }) => message)).toEqual([
    `The first price of ${name} in the price model Hours is valid from 2026-06-01, and there is work before that. Let a price begin earlier.`,
  ])
})

test('a price in the company’s currency is never taken for another one', async () => {
  const { id: userId, name } = (await manager.get('/me')).body
  const inEuro = (await manager.post('/projects', aProject({ customerId, currency: 'EUR' }))).body.id
  await manager.post('/activities', anActivity({ projectId: inEuro }))
  await manager.post(`/users/${userId}/rates`, { validFrom: '2026-01-01', salesPrice: '1100' })
  const role = (await manager.post('/project-roles', aProjectRole())).body
  await manager.post(`/projects/${inEuro}/members`, { userId, roleId: role.id })
  const model = await add({ projectId: inEuro, hourlyBase: 'co-worker', commonRate: null })
  const told = async () =>
    (await manager.get(`/projects/${inEuro}/missing-rates`)).body.items.map((item: { message: string }) => item.message)
  expect(await told()).toEqual([
    `The standard price of ${name} is in DKK, and the price model Hours bills in EUR. Give a price in EUR under Prices of the project.`,
  ])
  await put(model, { rates: [{ userId, validFrom: '2026-01-01', rate: '150' }] })
  expect(await told()).toEqual([])
})
