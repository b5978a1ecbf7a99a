import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, aProject } from '../../test/builders.ts'
import { type OpenWork, openWork } from '../../test/open-work.ts'
import { hoursOf, sum, toMinor, writeAmount } from '../lib/money.ts'

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
})

const hours = (fields: object = {}) =>
  work.hours({ project_id: projectId, activity_id: activityId, user_id: anna, ...fields })

const until = '2026-11-30'
const post = (fields: object = {}) => manager.post('/drafts', { projectId, until, ...fields })

async function make(fields: object = {}) {
  const made = await post(fields)
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of an answer.
type Draft = any

async function fine(answer: Promise<{ status: number; body: Draft }>): Promise<Draft> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

const linesOf = (draft: Draft) =>
  draft.lines.map((line: Draft) => [line.origin, line.text, line.quantity, line.unitPrice, line.net])

const billingOf = async (id: string) =>
  (await work.pool.query('select billing, invoice_id from time_entry where id = $1', [id])).rows[0]

/** What the form sends back of a line, changed. */
function lineInput(line: Draft, version: number, change: object = {}) {
  const { text, productType, quantity, unit, unitPrice, discountPercent, adjustmentReason } = line
  const { accountId, activityId: of, periodFrom, periodTo } = line
  const fields = { text, productType, quantity, unit, unitPrice, discountPercent, adjustmentReason, accountId }
  return { ...fields, activityId: of, periodFrom, periodTo, version, ...change }
}

describe('a draft of hours', () => {
  test('holds approved, billable and open hours up to the day, with account, VAT and sums', async () => {
    await work.model(projectId, { common_rate: '1195' })
    const taken = await hours({ minutes: 450 })
    const later = await hours({ worked_on: '2026-12-01' })
    const waiting = await hours({ approval: 'registered' })
    const draft = await make()
    expect(draft).toMatchObject({
      state: 'draft',
      kind: 'invoice',
      number: null,
      customerName: 'Hansen A/S',
      currency: 'DKK',
      sourcesUntil: until,
      net: '8962.50',
      vat: '2240.63',
      gross: '11203.13',
      companyVat: '2240.63',
      version: 1,
      vats: [{ vatCode: 'U25', percent: '25', category: 'standard', net: '8962.50', vat: '2240.63' }],
    })
    expect(draft.lines).toMatchObject([
      {
        origin: 'hours',
        productType: 'hours',
        text: 'Design, Anna',
        quantity: '7.5',
        unit: 'hour',
        unitPrice: '1195',
        net: '8962.50',
        registeredNet: '8962.50',
        accountNumber: '1000',
        vatCode: 'U25',
        activityId,
        periodFrom: '2026-11-02',
        periodTo: '2026-11-02',
        sources: 1,
      },
    ])
    expect(draft.hindrances.filter((each: Draft) => each.stops)).toEqual([])
    expect(await billingOf(taken)).toEqual({ billing: 'drafted', invoice_id: draft.id })
    expect([(await billingOf(later)).billing, (await billingOf(waiting)).billing]).toEqual(['open', 'open'])
    expect((await manager.get(`/invoices/${draft.id}`)).body).toEqual(draft)
  })

  test('the reference begins with the mark of the instance and has twenty letters and digits', async () => {
    const { mark } = (await work.pool.query('select mark from invoicing')).rows[0]
    const draft = await make({ until: null })
    expect(draft.reference).toMatch(new RegExp(`^${mark}[0-9A-Z]{16}$`))
  })

  test('two people ask for the same hours: one gets them, the other is told who has them', async () => {
    await work.model(projectId)
    await hours()
    const economy = await app.as('economy')
    const answers = await Promise.all([post(), economy.post('/drafts', { projectId, until })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body.detail).toMatch(
      /Nothing of 1001 Harbour office is left to bill: the draft that .* made at 10:30 holds it/,
    )
  })

  test('nothing to bill makes no draft', async () => {
    await work.model(projectId)
    expect((await post()).body.detail).toEqual(
      'Nothing of 1001 Harbour office is approved, billable and unbilled up to 2026-11-30. Nothing was made.',
    )
    expect((await manager.get('/invoices')).body.total).toEqual(0)
  })

  test('hours without a price are named, and nothing is taken', async () => {
    await work.model(projectId, { hourly_base: 'custom', common_rate: null })
    const entry = await hours()
    const refused = await post()
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Anna has no price')])
    expect((await billingOf(entry)).billing).toEqual('open')
  })

  test('a price that begins inside the period makes two lines, each with its days', async () => {
    const model = await work.model(projectId, { hourly_base: 'custom', common_rate: null })
    await work.rate(model, { user_id: anna, rate: '1000' })
    await work.rate(model, { user_id: anna, rate: '1200', valid_from: '2026-11-10' })
    for (const worked_on of ['2026-11-02', '2026-11-09', '2026-11-10']) await hours({ minutes: 60, worked_on })
    const { lines } = await make()
    expect(lines.map((line: Draft) => [line.quantity, line.unitPrice, line.periodFrom, line.periodTo])).toEqual([
      ['2', '1000', '2026-11-02', '2026-11-09'],
      ['1', '1200', '2026-11-10', '2026-11-10'],
    ])
  })

  test('a percentage of VAT that changes inside the period is never mixed in a line', async () => {
    await work.pool.query('insert into vat_rate values ($1, $2, $3)', [accounts.standard, '2026-11-10', '24'])
    await work.model(projectId)
    await hours({ minutes: 60, worked_on: '2026-11-09' })
    await hours({ minutes: 60, worked_on: '2026-11-10' })
    const draft = await make()
    expect(draft.lines.map((line: Draft) => [line.vatPercent, line.net])).toEqual([
      ['25', '1000.00'],
      ['24', '1000.00'],
    ])
    expect(draft.vat).toEqual('490.00')
  })

  test.each([
    ['activity-person', ['Design, Anna', 'Design, Bo', 'Tests, Anna']],
    ['activity', ['Design', 'Tests']],
    ['person', ['Anna', 'Bo']],
    ['one', ['Timer, Harbour office']],
    ['entry', ['Anna: Sketches', 'Bo: Design', 'Anna: Tests']],
  ])('grouped by %s', async (grouping, texts) => {
    await work.model(projectId)
    const bo = await work.person('Bo')
    const tests = (await manager.post('/activities', anActivity({ projectId, name: 'Tests' }))).body.id
    await hours({ note: 'Sketches' })
    await hours({ user_id: bo })
    await hours({ activity_id: tests })
    await work.pool.query(`update invoice_setting set line_grouping = $1 where level = 'company'`, [grouping])
    const draft = await make()
    expect([draft.lines.map((line: Draft) => line.text), draft.net]).toEqual([texts, '22500.00'])
  })

  test('hours that are no round number are worth what hours times price give, and their sources share it', async () => {
    await work.model(projectId, { common_rate: '1000' })
    for (const minutes of [20, 20, 20]) await hours({ minutes, note: String(minutes) })
    await hours({ minutes: 440, worked_on: '2026-11-03' })
    const draft = await make()
    expect(linesOf(draft)).toEqual([['hours', 'Design, Anna', '8.333333', '1000', '8333.33']])
    const { items } = (await manager.get(`/drafts/${draft.id}/lines/${draft.lines[0].id}/sources`)).body
    expect(items.map((item: Draft) => [item.on, item.minutes, item.amount])).toEqual([
      ['2026-11-02', 20, '333.34'],
      ['2026-11-02', 20, '333.33'],
      ['2026-11-02', 20, '333.33'],
      ['2026-11-03', 440, '7333.33'],
    ])
  })
})

test('five thousand hours become a line, or five thousand, and are open again when the draft goes', async () => {
  await work.model(projectId, { common_rate: '987.65' })
  await work.manyHours(5_000, { project_id: projectId, activity_id: activityId, user_id: anna })
  const standing = async () =>
    (await work.pool.query(`select billing, count(*)::int from time_entry group by billing`)).rows
  const { rows } = await work.pool.query('select sum(billable_minutes)::int as minutes from time_entry')
  const first = await make()
  expect(first.lines).toMatchObject([{ sources: 5_000, quantity: hoursOf(rows[0].minutes), registeredNet: first.net }])
  expect(await standing()).toEqual([{ billing: 'drafted', count: 5_000 }])
  expect((await manager.delete(`/drafts/${first.id}?version=1`)).status).toEqual(204)
  expect(await standing()).toEqual([{ billing: 'open', count: 5_000 }])
  await work.pool.query(`update invoice_setting set line_grouping = 'entry' where level = 'company'`)
  const second = await make()
  expect(second.lines).toHaveLength(5_000)
  const nets = second.lines.map((line: Draft) => toMinor(line.net, 'DKK'))
  expect(second.net).toEqual(writeAmount(sum(nets), 'DKK'))
})

describe('a person works on a draft', () => {
  test('adds a line, changes its discount, writes a text line and puts them into order', async () => {
    let draft = await make({ until: null })
    draft = await fine(
      manager.post(`/drafts/${draft.id}/lines`, {
        text: 'Prints',
        quantity: '3',
        unitPrice: '33.33',
        unit: 'piece',
        version: 1,
      }),
    )
    expect(draft).toMatchObject({ version: 2, net: '99.99', vat: '25.00', gross: '124.99' })
    const [prints] = draft.lines
    draft = await fine(
      manager.put(`/drafts/${draft.id}/lines/${prints.id}`, lineInput(prints, 2, { discountPercent: '12.5' })),
    )
    expect([draft.lines[0].net, draft.lines[0].origin, draft.version]).toEqual(['87.49', 'manual', 3])
    draft = await fine(
      manager.post(`/drafts/${draft.id}/lines`, {
        text: 'As agreed:',
        productType: null,
        version: 3,
        position: 0,
        quantity: '9',
        unitPrice: '9',
      }),
    )
    expect(linesOf(draft)).toEqual([
      ['text', 'As agreed:', '0', '0', '0.00'],
      ['manual', 'Prints', '3', '33.33', '87.49'],
    ])
    const ids = draft.lines.map((line: Draft) => line.id).toReversed()
    draft = await fine(manager.put(`/drafts/${draft.id}/line-order`, { version: 4, lineIds: ids }))
    expect(draft.lines.map((line: Draft) => [line.text, line.position])).toEqual([
      ['Prints', 0],
      ['As agreed:', 1],
    ])
    const wrong = await manager.put(`/drafts/${draft.id}/line-order`, { version: 5, lineIds: [ids[0], ids[0]] })
    expect([wrong.status, wrong.body.fields[0].path]).toEqual([400, 'lineIds'])
  })

  test('a write-down needs a reason, and what the hours are worth stays beside it', async () => {
    await work.model(projectId)
    await hours()
    let draft = await make()
    const [line] = draft.lines
    const path = `/drafts/${draft.id}/lines/${line.id}`
    const refused = await manager.put(path, lineInput(line, 1, { quantity: '7' }))
    expect([refused.status, refused.body.fields]).toEqual([
      400,
      [
        {
          path: 'adjustmentReason',
          message: 'The hours or costs behind this line are worth 7500.00, and it bills 7000.00. Write the reason.',
        },
      ],
    ])
    draft = await fine(manager.put(path, lineInput(line, 1, { quantity: '7', adjustmentReason: 'Goodwill' })))
    expect(draft.lines[0]).toMatchObject({
      net: '7000.00',
      registeredNet: '7500.00',
      adjustmentReason: 'Goodwill',
      sources: 1,
    })
    const back = await fine(
      manager.put(path, lineInput(draft.lines[0], 2, { quantity: '1', unitPrice: '7500', unit: 'lump-sum' })),
    )
    expect(back.lines[0]).toMatchObject({ net: '7500.00', adjustmentReason: null, unit: 'lump-sum' })
  })

  test('negative, fractional and huge numbers are summed or refused, never bent', async () => {
    const draft = await make({ until: null })
    const add = (fields: object, version: number) =>
      manager.post(`/drafts/${draft.id}/lines`, { text: 'Odd', version, ...fields })
    expect((await fine(add({ quantity: '-0.333333', unitPrice: '0.03' }, 1))).lines[0].net).toEqual('-0.01')
    expect((await fine(add({ quantity: '999999999999', unitPrice: '0.009999' }, 2))).lines[1].net).toEqual(
      '9998999999.99',
    )
    const huge = await add({ quantity: '999999999999', unitPrice: '999999999999' }, 3)
    expect([huge.status, huge.body.fields]).toEqual([
      400,
      [
        {
          path: 'quantity',
          message: 'The line comes to more than 9,999,999,999.99. Write smaller numbers, or several lines.',
        },
      ],
    ])
    for (const quantity of ['1e3', 'NaN', '1,5', '0.1234567', ''])
      expect((await add({ quantity }, 3)).status).toEqual(400)
    expect((await manager.get(`/invoices/${draft.id}`)).body.version).toEqual(3)
  })

  test('a line that goes, and a single source that is taken off, are open again', async () => {
    await work.model(projectId)
    const first = await hours({ minutes: 60 })
    const second = await hours({ minutes: 120 })
    const expense = await work.expense({ project_id: projectId })
    let draft = await make()
    expect(linesOf(draft)).toEqual([
      ['hours', 'Design, Anna', '3', '1000', '3000.00'],
      ['expenses', 'Train', '1', '500', '500.00'],
    ])
    const [line, train] = draft.lines
    draft = await fine(
      manager.post(`/drafts/${draft.id}/lines/${line.id}/sources/remove`, { version: 1, sourceIds: [first] }),
    )
    expect(draft.lines[0]).toMatchObject({ id: line.id, quantity: '2', net: '2000.00', sources: 1 })
    expect([(await billingOf(first)).billing, (await billingOf(second)).billing]).toEqual(['open', 'drafted'])
    const again = await manager.post(`/drafts/${draft.id}/lines/${line.id}/sources/remove`, {
      version: 2,
      sourceIds: [first],
    })
    expect([again.status, again.body.fields[0].path]).toEqual([400, 'sourceIds'])
    draft = await fine(manager.delete(`/drafts/${draft.id}/lines/${train.id}?version=2`))
    expect(linesOf(draft)).toHaveLength(1)
    const left = await work.pool.query('select billing, invoice_id from project_expense where id = $1', [expense])
    expect(left.rows).toEqual([{ billing: 'open', invoice_id: null }])
    expect((await manager.delete(`/drafts/${draft.id}?version=3`)).status).toEqual(204)
    expect((await billingOf(second)).billing).toEqual('open')
    expect((await manager.get(`/invoices/${draft.id}`)).status).toEqual(404)
  })

  test('sent twice with the same key it is one draft, and the key of another draft is refused', async () => {
    await work.model(projectId)
    const key = '01930000-0000-7000-8000-00000000000a'
    const first = await make({ until: null, onAccountAmount: '1000', key })
    const again = await make({ until: null, onAccountAmount: '1000', key })
    expect([first.id, again]).toEqual([key, first])
    expect((await manager.get('/invoices')).body.total).toEqual(1)
    const other = await post({ until, key })
    expect([other.status, other.body.fields]).toEqual([
      400,
      [{ path: 'key', message: 'This key belongs to another draft. Make a new one for each draft.' }],
    ])
  })

  test('of two who save the same draft the second is shown both versions', async () => {
    const draft = await make({ until: null })
    await fine(manager.post(`/drafts/${draft.id}/lines`, { text: 'A', version: 1 }))
    const late = await manager.post(`/drafts/${draft.id}/lines`, { text: 'B', version: 1 })
    expect([late.status, late.body.current.version]).toEqual([409, 2])
    expect((await manager.delete(`/drafts/${draft.id}?version=1`)).status).toEqual(409)
  })

  test('says its references, tags and language, and its lines follow the language', async () => {
    await work.model(projectId)
    await hours()
    await work.pool.query(`update invoice_setting set line_grouping = 'one' where level = 'company'`)
    const draft = await make()
    const fields = fieldsOf(draft)
    const changed = await fine(
      manager.put(`/drafts/${draft.id}`, {
        ...fields,
        description: 'November',
        orderReference: 'PO 7',
        language: 'en',
        transfer: false,
        version: 1,
      }),
    )
    expect(changed).toMatchObject({ description: 'November', transfer: false, version: 2 })
    expect(changed.lines[0]).toMatchObject({ id: draft.lines[0].id, text: 'Hours, Harbour office' })
    expect(changed.resolved.orderReference).toEqual({ value: 'PO 7', from: 'draft' })
    const wrong = {
      departmentId: accounts.hours,
      contactId: accounts.hours,
      customerId: accounts.hours,
      tagIds: [accounts.hours],
    }
    const refused = await manager.put(`/drafts/${draft.id}`, { ...fields, ...wrong, version: 2 })
    expect(refused.body.fields.map((fault: Draft) => fault.path)).toEqual([
      'tagIds.0',
      'customerId',
      'departmentId',
      'contactId',
    ])
  })

  test('another customer abroad gives other accounts and VAT, on the same lines', async () => {
    await work.model(projectId)
    await hours()
    const abroad = (
      await manager.post('/customers', aCustomer({ name: 'Berg AB', countryCode: 'SE', currency: 'SEK' }))
    ).body.id
    const draft = await make()
    const changed = await fine(
      manager.put(`/drafts/${draft.id}`, { ...fieldsOf(draft), customerId: abroad, version: 1 }),
    )
    expect(changed.lines[0]).toMatchObject({ accountNumber: '1020', vatCode: 'UEU', vatPercent: '0', net: '7500.00' })
    expect(changed.vat).toEqual('0.00')
    expect(changed.hindrances[0]).toMatchObject({ message: expect.stringContaining('has no VAT number'), stops: true })
  })

  test('every change stands in the history', async () => {
    const draft = await make({ until: null })
    app.setNow('2026-11-23T10:00:00Z')
    await fine(manager.post(`/drafts/${draft.id}/lines`, { text: 'Prints', quantity: '2', unitPrice: '5', version: 1 }))
    const { items } = (await manager.get(`/history?kind=invoice&subject=${draft.id}`)).body
    expect(items.map((entry: Draft) => entry.action)).toEqual(['changed', 'created'])
    expect(items[0].changes).toContainEqual(expect.objectContaining({ to: 'Prints: 2 x 5 = 10.00' }))
  })
})

/** What the form sends back of a draft. */
function fieldsOf(draft: Draft) {
  const names =
    `customerId departmentId invoicedOn sourcesUntil description yourReference orderReference contractReference contactId
    nameLineAbove nameLineBelow invoiceText footerText paymentDays language lineGrouping hourSpecification attachReceipts transfer
    exchangeRate rateSource rateOn tagIds`.split(/\s+/)
  return Object.fromEntries(names.map((name) => [name, draft[name]]))
}
