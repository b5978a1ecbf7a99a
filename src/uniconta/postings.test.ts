// Company > Export invoices through its door: the list, one document, sending again in bulk, and the series on both sides.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'

let t: PostingOffice
beforeEach(async () => {
  t = await startPostingOffice()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const reason = 'Agreed with the bookkeeper.'
const series = async () => (await t.economy.get('/postings/series')).body.items[0]
const account = () => String(t.customer.number)

/** The VAT code of the lines is gone there, or there again. */
function breakVatCode(): void {
  t.sandbox.remove(companyId, 'GLVatClient', 'U25')
}

test('documents stand in a list by their state, with how many there are of each, found by either number', async () => {
  const settled = await t.finalize()
  await t.run()
  breakVatCode()
  t.pass(20 * 60_000)
  const failed = await t.finalize()
  const held = await t.finalize()
  await t.run()
  const all = (await t.economy.get('/postings')).body
  expect(all).toMatchObject({ total: 3, page: 1 })
  expect(all.items.map((row: { id: string }) => row.id)).toEqual([held, failed, settled])
  expect(all.counts).toEqual(
    expect.arrayContaining([
      { state: 'transferred', count: 1 },
      { state: 'failed', count: 1 },
      { state: 'held', count: 1 },
    ]),
  )
  expect(all.items[2]).toMatchObject({
    number: '1001',
    theirNumber: 1001,
    step: 'settled',
    how: 'posted',
    gross: '1250.00',
  })
  const some = (await t.economy.get('/postings?state=failed&state=held')).body
  expect(some).toMatchObject({ total: 2, items: [{ id: held }, { id: failed }] })
  expect(some.counts).toHaveLength(3)
  expect((await t.economy.get('/postings?search=1002')).body.items).toMatchObject([{ id: failed }])
  expect((await t.economy.get('/postings?size=1&page=2')).body).toMatchObject({ total: 3, items: [{ id: failed }] })
})

test('one document shows its step, its orders with their fate, and what stands there beside ours', async () => {
  const id = await t.finalize()
  expect(await t.show(id)).toMatchObject({ step: null, orders: [], there: null, waitEndsAt: null })
  await t.run()
  expect(await t.show(id)).toMatchObject({
    step: 'settled',
    how: 'posted',
    orders: [{ fate: 'posted', number: expect.any(Number) }],
    there: { number: 1001, net: '1000.00', vat: '250.00', gross: '1250.00', rowId: expect.any(String) },
    differences: [],
    choices: [],
    waitEndsAt: null,
  })
})

test('many documents are sent again at once; those that stand there, and those that nobody knows, are named', async () => {
  const settled = await t.finalize()
  await t.run()
  breakVatCode()
  t.pass(20 * 60_000)
  const failed = await t.finalize()
  await t.run()
  expect((await t.show(failed)).sync).toMatchObject({ state: 'failed', text: expect.stringContaining('VAT code U25') })
  expect((await t.show(failed)).orders).not.toContainEqual(expect.objectContaining({ fate: 'posted' }))
  t.sandbox.put(companyId, 'GLVatClient', { Vat: 'U25', Name: 'Salgsmoms', Rate: 25 })
  const nobody = '01930000-0000-7000-8000-00000000000f'
  const ids = [settled, failed, nobody]
  const { body } = await t.economy.post('/postings/send-again', { ids })
  expect(body.queued).toEqual(1)
  expect(body.refused).toEqual(
    expect.arrayContaining([
      { id: settled, text: '1001 stands in Uniconta already.' },
      { id: nobody, text: expect.any(String) },
    ]),
  )
  for (const role of ['project-manager', 'employee'] as const)
    expect((await (await t.as(role)).post('/postings/send-again', { ids })).status).toEqual(403)
})

test('UC-45: the series here and there stand side by side, with every document there that is none of ours', async () => {
  await t.db.execute(`update number_series set next = 1002 where kind = 'invoice'`)
  await t.finalize()
  await t.run()
  expect(await series()).toMatchObject({
    ours: { next: 1002, number: '1002' },
    theirs: { next: 1002 },
    expected: 1002,
    underWay: null,
    waiting: 0,
    foreign: [],
    mayContinue: true,
  })
  t.sandbox.postByHand(companyId, { Account: account(), Amount: 700 })
  expect(await series()).toMatchObject({
    theirs: { next: 1003 },
    expected: 1002,
    foreign: [{ number: 1002, account: account(), copyOf: null }],
  })
})

test('UC-45: while a document of ours is under way, the number that comes next there is not known', async () => {
  await t.finalize()
  await t.run()
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const id = await t.finalize()
  await t.run()
  expect(await series()).toMatchObject({ expected: null, underWay: { id, number: '1002' }, mayContinue: false })
})

test('UC-45: documents to come go on with a higher number, and the gap stands in the history', async () => {
  await t.db.execute(`update number_series set next = 1002 where kind = 'invoice'`)
  await t.finalize()
  await t.run()
  for (const Amount of [700, 800]) t.sandbox.postByHand(companyId, { Account: account(), Amount })
  const { ours } = await series()
  const go = (next: number, version = ours.version) =>
    t.economy.post('/postings/series/continue', { next, version, reason })
  expect((await go(1003)).body.fields).toMatchObject([
    { path: 'next', message: expect.stringContaining('Choose 1004 or a higher one.') },
  ])
  for (const _ of [1, 2])
    expect((await go(1004)).body).toMatchObject({ items: [{ ours: { next: 1004 }, expected: 1004 }] })
  const { items } = (await t.admin.get('/history?kind=number-series')).body
  expect(
    items.filter((entry: { changes: { field: string }[] }) => entry.changes.some(({ field }) => field === 'reason')),
  ).toHaveLength(1)
  expect(items[0].changes).toContainEqual({ field: 'gap', from: null, to: '1002–1003' })
  expect((await t.admin.get('/log?kind=integration')).body.items[0].text).toContain(
    'lets the number series go on with 1004',
  )
})

test('UC-45: the series does not go on with another number while finalized documents wait', async () => {
  await t.db.execute(`update number_series set next = 1002 where kind = 'invoice'`)
  await t.finalize()
  const { ours, mayContinue } = await series()
  expect(mayContinue).toEqual(false)
  const answer = await t.economy.post('/postings/series/continue', { next: 2000, version: ours.version, reason })
  expect(answer.body.detail).toContain('1 finalized document waits with the old numbers')
  expect((await series()).ours.next).toEqual(1002)
})
