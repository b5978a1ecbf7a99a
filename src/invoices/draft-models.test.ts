import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, aProject } from '../../test/builders.ts'
import { type OpenWork, openWork } from '../../test/open-work.ts'

let app: TestApp
let manager: Client
let work: OpenWork
let accounts: Awaited<ReturnType<OpenWork['accounts']>>
let customerId: string
let projectId: string
let activityId: string
let anna: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  work = await openWork(app)
  accounts = await work.accounts()
  customerId = (await manager.post('/customers', aCustomer())).body.id
  projectId = (await manager.post('/projects', aProject({ customerId }))).body.id
  activityId = (await manager.post('/activities', anActivity({ projectId }))).body.id
  anna = await work.person('Anna')
  await work.pool.query(`update invoice_setting set language = 'en' where level = 'company'`)
})

const hours = (fields: object = {}) =>
  work.hours({ project_id: projectId, activity_id: activityId, user_id: anna, ...fields })
const agreed = (fields: object = {}) =>
  work.model(projectId, { name: 'House', hourly_base: null, common_rate: null, ...fields })

const until = '2026-11-30'
const post = (fields: object = {}) => manager.post('/drafts', { projectId, until, ...fields })

// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of an answer.
type Draft = any

async function make(fields: object = {}): Promise<Draft> {
  const made = await post(fields)
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

const linesOf = (draft: Draft) => draft.lines.map((line: Draft) => [line.origin, line.text, line.net])
const billingOf = async (table: string, id: string) =>
  (await work.pool.query(`select invoice_id from ${table} where id = $1`, [id])).rows[0].invoice_id

/** As finalize leaves a document, without its paper. */
async function finalize(draft: Draft, number: string) {
  await work.pool.query(
    `insert into invoice_vat select $1, vat_code, vat_percent, min(vat_category), sum(net), round(sum(net) * vat_percent / 100)
       from invoice_line where invoice_id = $1 and vat_code is not null group by vat_code, vat_percent`,
    [draft.id],
  )
  await work.pool.query(
    `update invoice set state = 'finalized', series = 'invoice', serial = $2::int, number = $2, invoiced_on = '2026-11-23',
            due_on = '2026-12-07', finalized_at = now(), finalized_by = 'Anna', printed = '{}' where id = $1`,
    [draft.id, number],
  )
  await work.pool.query(`update time_entry set billing = 'billed' where invoice_id = $1`, [draft.id])
}

describe('a fixed price', () => {
  test('is billed by its plan, and the hours that it covers go with it', async () => {
    const model = await agreed({ kind: 'fixed', fixed_price: 40_000_000 })
    const due = await work.planItem(model, { text: 'Design, half', amount: 20_000_000 })
    const later = await work.planItem(model, { due_on: '2027-01-01' })
    const entry = await hours()
    const expense = await work.expense({ project_id: projectId })
    const draft = await make()
    expect(linesOf(draft)).toEqual([
      ['plan', 'Design, half', '200000.00'],
      ['expenses', 'Train', '500.00'],
    ])
    expect(draft).toMatchObject({ onAccount: false, net: '200500.00' })
    expect(draft.lines[0]).toMatchObject({ unit: 'lump-sum', quantity: '1', registeredNet: '200000.00', sources: 2 })
    expect(await billingOf('price_plan_item', due)).toEqual(draft.id)
    expect(await billingOf('price_plan_item', later)).toEqual(null)
    expect(await billingOf('time_entry', entry)).toEqual(draft.id)
    expect(await billingOf('project_expense', expense)).toEqual(draft.id)
  })

  test('a refresh takes the hours that were approved meanwhile behind the row of the plan', async () => {
    const model = await agreed({ kind: 'fixed', fixed_price: 40_000_000 })
    await work.planItem(model, { amount: 20_000_000 })
    const draft = await make()
    const entry = await hours()
    const refreshed = await manager.post(`/drafts/${draft.id}/refresh`, { version: 1 })
    expect(refreshed.body).toMatchObject({ added: 1, draft: { net: '200000.00', lines: [{ sources: 2 }] } })
    expect(await billingOf('time_entry', entry)).toEqual(draft.id)
  })

  test('includes its expenses where it says so', async () => {
    const model = await agreed({ kind: 'fixed', fixed_price: 40_000_000, expenses_included: true })
    await work.planItem(model, { amount: 100 })
    const expense = await work.expense({ project_id: projectId })
    const draft = await make()
    expect(linesOf(draft)).toEqual([['plan', 'First part', '1.00']])
    expect(await billingOf('project_expense', expense)).toEqual(draft.id)
  })

  test('without a plan bills what is left of it, once', async () => {
    await agreed({ kind: 'fixed', fixed_price: 40_000_000 })
    await hours()
    const first = await make()
    expect(linesOf(first)).toEqual([['agreed-price', 'Agreed price: House', '400000.00']])
    await hours()
    expect((await post()).status).toEqual(409)
    const { items } = (await manager.get(`/to-be-invoiced?until=${until}`)).body
    expect(items).toEqual([])
  })

  test('hours stay open while no part of the plan is due', async () => {
    const model = await agreed({ kind: 'fixed', fixed_price: 40_000_000 })
    await work.planItem(model, { due_on: '2027-01-01' })
    const entry = await hours()
    await work.expense({ project_id: projectId })
    const draft = await make()
    expect(linesOf(draft)).toEqual([['expenses', 'Train', '500.00']])
    expect(await billingOf('time_entry', entry)).toEqual(null)
  })
})

describe('on account', () => {
  test('two parts of 100,000 of a price of 400,000 leave 200,000 and 50,000 VAT to the settlement', async () => {
    const model = await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    await work.planItem(model, { text: 'Start', amount: 10_000_000 })
    const first = await make()
    expect(first).toMatchObject({ onAccount: true, net: '100000.00' })
    await finalize(first, '1001')
    const second = await make({ until: null, onAccountAmount: '100000.00' })
    expect(linesOf(second)).toEqual([['plan', 'On account: House', '100000.00']])
    await finalize(second, '1002')
    await work.planItem(model, { text: 'Never billed', due_on: '2027-05-01' })
    const entry = await hours()
    const [row] = (await manager.get(`/to-be-invoiced?until=${until}`)).body.items
    expect(row).toMatchObject({ kind: 'on-account', onAccountBilled: '200000.00', total: '0.00' })
    const last = await make({ settlement: true })
    expect(linesOf(last)).toEqual([
      ['agreed-price', 'Agreed price: House', '400000.00'],
      ['deduction', 'Less on-account invoice 1001 of 23 Nov 2026', '-100000.00'],
      ['deduction', 'Less on-account invoice 1002 of 23 Nov 2026', '-100000.00'],
    ])
    expect(last).toMatchObject({
      onAccount: false,
      kind: 'invoice',
      net: '200000.00',
      vat: '50000.00',
      gross: '250000.00',
    })
    expect(await billingOf('time_entry', entry)).toEqual(last.id)
    expect((await manager.get(`/to-be-invoiced?until=2027-12-31`)).body.items).toEqual([])
    const again = await post({ settlement: true })
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('There is nothing to settle')])
  })

  test('a credited part is deducted with its rest only', async () => {
    await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    const part = await make({ until: null, onAccountAmount: '100000' })
    await finalize(part, '1001')
    await credit(part, 4_000_000)
    const last = await make({ settlement: true })
    expect(last.lines.map((line: Draft) => line.net)).toEqual(['400000.00', '-60000.00'])
  })

  test('what was billed with another VAT is deducted with that VAT, and its share of the price bears it too', async () => {
    await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    const part = await make({ until: null, onAccountAmount: '100000' })
    await finalize(part, '1001')
    await work.pool.query('insert into vat_rate values ($1, $2, $3)', [accounts.standard, '2026-11-20', '24'])
    const last = await make({ settlement: true })
    expect(last.lines.map((line: Draft) => [line.origin, line.net, line.vatPercent])).toEqual([
      ['agreed-price', '300000.00', '24'],
      ['agreed-price', '100000.00', '25'],
      ['deduction', '-100000.00', '25'],
    ])
    expect(last.vat).toEqual('72000.00')
  })

  test('hours are settled at their price, and too much billed on account makes a credit note', async () => {
    await work.model(projectId, { kind: 'on-account', common_rate: '1000' })
    const part = await make({ until: null, onAccountAmount: '10000' })
    await finalize(part, '1001')
    await hours({ minutes: 450 })
    await work.expense({ project_id: projectId })
    const last = await make({ settlement: true })
    expect(linesOf(last)).toEqual([
      ['hours', 'Design, Anna', '7500.00'],
      ['expenses', 'Train', '500.00'],
      ['deduction', 'Less on-account invoice 1001 of 23 Nov 2026', '-10000.00'],
    ])
    expect(last).toMatchObject({ kind: 'credit-note', net: '-2000.00', vat: '-500.00', gross: '-2500.00' })
    expect(last.hindrances.filter((each: Draft) => each.stops)).toEqual([])
  })

  test('an expense on a part invoice was not on account and is not deducted', async () => {
    const model = await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    await work.planItem(model, { amount: 10_000_000 })
    await work.expense({ project_id: projectId })
    const part = await make()
    expect(part.net).toEqual('100500.00')
    await finalize(part, '1001')
    expect((await make({ settlement: true })).net).toEqual('300000.00')
  })

  test('a deduction that was taken off is put on again by a refresh, which says so', async () => {
    await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    await finalize(await make({ until: null, onAccountAmount: '100000' }), '1001')
    const last = await make({ settlement: true })
    const without = await manager.delete(`/drafts/${last.id}/lines/${last.lines[1].id}?version=1`)
    expect(without.body).toMatchObject({ version: 2, net: '400000.00' })
    const { body } = await manager.post(`/drafts/${last.id}/refresh`, { version: 2 })
    expect(body).toMatchObject({
      draft: { net: '300000.00' },
      changes: ['“Less on-account invoice 1001 of 23 Nov 2026” was put on: it is not deducted elsewhere.'],
    })
  })

  test('a deduction takes its amount from the invoice: only its text may be written', async () => {
    await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    await finalize(await make({ until: null, onAccountAmount: '100000' }), '1001')
    const last = await make({ settlement: true })
    const line = last.lines[1]
    const { text: _, ...rest } = { ...line, text: '' }
    const input = {
      text: 'Less part 1',
      productType: rest.productType,
      quantity: rest.quantity,
      unit: rest.unit,
      unitPrice: rest.unitPrice,
      accountId: rest.accountId,
    }
    const path = `/drafts/${last.id}/lines/${line.id}`
    const refused = await manager.put(path, { ...input, unitPrice: '5', version: 1 })
    expect([refused.status, refused.body.fields[0].path]).toEqual([400, 'unitPrice'])
    const written = await manager.put(path, { ...input, version: 1 })
    expect([written.status, written.body.lines[1].text, written.body.lines[1].vatPercent]).toEqual([
      200,
      'Less part 1',
      '25',
    ])
  })

  test.each([
    [{ onAccountAmount: '0' }, 'onAccountAmount'],
    [{ onAccountAmount: '-5' }, 'onAccountAmount'],
    [{ onAccountAmount: '5', until }, 'onAccountAmount'],
    [{ onAccountAmount: '5', kind: 'credit-note' }, 'onAccountAmount'],
    [{ kind: 'credit-note', until }, 'until'],
    [{ kind: 'credit-note', settlement: true }, 'settlement'],
  ])('%j is refused', async (fields, path) => {
    await agreed({ kind: 'on-account', fixed_price: 40_000_000 })
    const refused = await post({ until: null, ...fields })
    expect([refused.status, refused.body.fields[0].path]).toEqual([400, path])
  })
})

/** A finalized credit note of a part of an invoice. */
async function credit(of: Draft, net: number) {
  const { rows } = await work.pool.query(
    `insert into invoice select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'reference', 'C', 'kind', 'credit-note',
            'state', 'draft', 'number', null, 'serial', null, 'series', null, 'credited_invoice_id', i.id, 'net', -$2::bigint,
            'vat', -$2::bigint / 4, 'gross', -$2::bigint * 5 / 4, 'printed', null, 'on_account', false))).* from invoice i where id = $1 returning id`,
    [of.id, net],
  )
  const { id } = rows[0]
  await work.pool.query(
    `insert into invoice_line select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'invoice_id', $2::uuid,
            'origin', 'credit', 'credited_line_id', l.id, 'net', -$3::bigint, 'quantity', '-1', 'deducts_invoice_id', null))).*
       from invoice_line l where invoice_id = $1`,
    [of.id, id, net],
  )
  await finalize({ id }, '1099')
}

describe('a cap', () => {
  test('takes off what lies beyond it, over all documents of the model', async () => {
    await work.model(projectId, { cap: 1_000_000 })
    await hours({ minutes: 450 })
    const first = await make()
    expect(linesOf(first)).toEqual([['hours', 'Design, Anna', '7500.00']])
    await hours({ minutes: 300 })
    const second = await make()
    expect(linesOf(second)).toEqual([
      ['hours', 'Design, Anna', '5000.00'],
      ['cap', 'Above the agreed cap of 10,000.00, not billed', '-2500.00'],
    ])
    await hours({ minutes: 60 })
    expect((await make()).net).toEqual('0.00')
  })
})

describe('another currency', () => {
  test('expenses are converted at the rate that is given, and the rate has to be proved', async () => {
    await work.pool.query(`update project set currency = 'EUR' where id = $1`, [projectId])
    await work.model(projectId, { expense_markup: '10' })
    await work.expense({ project_id: projectId, amount: 74_600 })
    await work.expense({
      project_id: projectId,
      amount: 1_000,
      currency: 'USD',
      exchange_rate: '7',
      company_amount: 7_000,
      title: 'Taxi',
    })
    const refused = await post()
    expect([refused.status, refused.body.fields]).toEqual([
      400,
      [
        {
          path: 'exchangeRate',
          message: 'No exchange rate from EUR to DKK is known. Give the price of one EUR in DKK.',
        },
      ],
    ])
    const draft = await make({ exchangeRate: '7.46' })
    expect(linesOf(draft)).toEqual([
      ['expenses', 'Taxi', '10.32'],
      ['expenses', 'Train', '110.00'],
    ])
    expect(draft).toMatchObject({ currency: 'EUR', exchangeRate: '7.46', companyCurrency: 'DKK', companyVat: '224.40' })
    expect(draft.hindrances[0]).toMatchObject({
      message: expect.stringContaining('source and the day of the exchange rate'),
      stops: true,
    })
  })
})

describe('bulk', () => {
  test('each row gets its draft, or the reason why not', async () => {
    const model = await work.model(projectId)
    await hours()
    const other = (await manager.post('/projects', aProject({ customerId, name: 'School' }))).body.id
    const made = await manager.post('/drafts/bulk', {
      rows: [{ projectId, priceModelId: model }, { projectId: other }, { projectId: model }],
      until,
    })
    expect(made.body.items).toMatchObject([
      { projectId, draftId: expect.any(String), net: '7500.00', currency: 'DKK', message: null },
      { projectId: other, draftId: null, message: expect.stringContaining('has no price model') },
      { projectId: model, draftId: null, message: expect.stringContaining('does not exist any more') },
    ])
  })
})
