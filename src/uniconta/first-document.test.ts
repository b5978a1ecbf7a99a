// The first invoice and the first credit note: each writing step is shown before it is made, and what came of it is kept.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'

let t: PostingOffice
beforeEach(async () => {
  t = await startPostingOffice({ settings: { firstDocument: 'show' } })
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const goOn = (id: string, before: 'order' | 'post') => t.choose(id, { choice: 'go-on', before })
const known = async () => (await t.economy.get('/postings/known')).body
const fieldOf = (step: { header: { field: string; value: string }[] }, name: string) =>
  step.header.find(({ field }) => field === name)?.value
const walk = async (id: string) => {
  for (const before of ['order', 'post'] as const) {
    await t.run()
    expect(await goOn(id, before)).toMatchObject({ status: 200 })
  }
  await t.settle(3)
}

test('UC-44: of the first invoice nothing is written before a person has seen it, step by step', async () => {
  const id = await t.finalize()
  await t.run()
  const first = await t.show(id)
  expect(first).toMatchObject({
    step: 'waiting',
    sync: {
      state: 'held',
      text: expect.stringContaining('1001 is the first invoice to Uniconta'),
      actions: ['choose'],
    },
    shownStep: { before: 'order', isLetGo: false, lines: [expect.any(Array)] },
  })
  expect(fieldOf(first.shownStep, 'Account')).toEqual(String(t.customer.number))
  expect(await t.offered(id)).toEqual(['wait', 'go-on', 'mark-as-transferred'])
  expect(t.orders()).toEqual([])
  expect((await goOn(id, 'post')).status).toEqual(200)
  await t.run()
  expect(t.orders()).toEqual([])

  expect((await goOn(id, 'order')).status).toEqual(200)
  await t.run()
  expect(t.orders()).toHaveLength(1)
  const second = await t.show(id)
  expect(second).toMatchObject({
    step: 'order-made',
    sync: { state: 'held', text: expect.stringContaining('stands in Uniconta just as it was sent') },
    shownStep: { before: 'post', isLetGo: false },
  })
  // The answer to the first was lost and it is asked again: the post is not let go by that.
  expect((await goOn(id, 'order')).status).toEqual(200)
  await t.run()
  expect(t.posts()).toEqual([])

  expect((await goOn(id, 'post')).status).toEqual(200)
  await t.run()
  expect(await t.show(id)).toMatchObject({ step: 'settled', theirNumber: 1001, shownStep: null })
  expect(t.posts()).toHaveLength(1)
  expect(await t.log(id)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('saw what is sent for the order of 1001'),
      expect.stringContaining('let it be posted'),
    ]),
  )
})

test('what the first documents showed is known with when and by which one, and later ones go by themselves', async () => {
  expect(await known()).toMatchObject({ firstDocument: 'show', known: {} })
  t.sandbox.setSwitches({ ourRef: 'is-filterable' })
  const id = await t.finalize()
  await walk(id)
  const by = { at: expect.any(String), by: '1001' }
  expect((await known()).known).toEqual({
    'posts-by-order-number': { value: true, ...by },
    'own-order-number': { value: true, ...by },
    'order-with-lines-in-one-call': { value: true, ...by },
    'order-goes': { value: false, ...by },
    'reference-is-kept': { value: true, ...by },
    'reference-filters': { value: true, ...by },
    'no-costs': { value: true, ...by },
  })
  const next = await t.finalize()
  await t.run()
  expect(await t.show(next)).toMatchObject({ step: 'settled' })
  const credit = await t.finalize({ kind: 'credit-note', net: -100_000n, creditedInvoiceId: id })
  await t.run()
  expect((await t.show(credit)).sync.text).toContain('1003 is the first credit note to Uniconta')
  await walk(credit)
  expect(await t.show(credit)).toMatchObject({ step: 'settled' })
  expect((await known()).known['credit-notes-share-series']).toMatchObject({ value: true, by: '1003' })
})

test('UC-44: that credit notes have a series of their own there is learned on the first one, and later ones go by themselves', async () => {
  t.sandbox.setSwitches({ creditNoteNumbers: 'own-series', ourRef: 'is-not-filterable' })
  // Below the numbers of invoices, where a look from the last invoice on does not come to.
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: 'Kreditnota', FirstValue: 1, Next: 7 })
  const id = await t.finalize()
  await walk(id)
  const credit = await t.finalize({ kind: 'credit-note', net: -100_000n, creditedInvoiceId: id })
  await walk(credit)
  expect((await t.show(credit)).sync.state).toEqual('number-mismatch')
  await t.choose(credit, { choice: 'booked-under-another-number', reason: 'Their own series' })
  await t.settle(3)
  expect(await t.show(credit)).toMatchObject({ step: 'settled', how: 'other-number' })
  expect((await known()).known).toMatchObject({
    'reference-filters': { value: false, by: '1001' },
    'credit-notes-share-series': { value: false, by: '1002' },
  })
  const more = await t.finalize({ kind: 'credit-note', net: -50_000n, creditedInvoiceId: id })
  await t.run()
  expect(await t.show(more)).toMatchObject({ step: 'settled', how: 'other-number', number: '1003', theirNumber: 8 })
  // The series of invoices stood still meanwhile, and no invoice gets another number than ours.
  const next = await t.finalize()
  await t.run()
  expect((await t.show(next)).sync).toMatchObject({
    state: 'number-mismatch',
    text: expect.stringContaining('Credit notes took no number of the series in Uniconta, so 1002 comes next there'),
  })
  const serie = t.sandbox.rows(companyId, 'CompanySettingsClient')[0]?.DebtorVoucherSerie
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, Next: 1004 })
  await t.choose(next, { choice: 'series-corrected' })
  await t.settle(3)
  expect(await t.show(next)).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 1004 })
})

test('credit notes that take their numbers from the series of invoices again are stopped once, and known from then on', async () => {
  t.sandbox.setSwitches({ creditNoteNumbers: 'own-series' })
  const id = await t.finalize()
  await walk(id)
  const first = await t.finalize({ kind: 'credit-note', net: -10_000n, creditedInvoiceId: id })
  await walk(first)
  await t.choose(first, { choice: 'booked-under-another-number', reason: 'Their own series' })
  await t.settle(3)
  t.sandbox.setSwitches({ creditNoteNumbers: 'of-invoices' })
  const second = await t.finalize({ kind: 'credit-note', net: -10_000n, creditedInvoiceId: id })
  await t.run()
  // 1002 was free there: the series of invoices gave it.
  expect(await t.show(second)).toMatchObject({ sync: { state: 'number-mismatch' }, theirNumber: 1002 })
  await t.choose(second, { choice: 'booked-under-another-number', reason: 'The series of invoices' })
  await t.settle(3)
  const third = await t.finalize({ kind: 'credit-note', net: -10_000n, creditedInvoiceId: id })
  await t.run()
  expect(await t.show(third)).toMatchObject({
    step: 'waiting',
    sync: { text: expect.stringContaining('Uniconta would give the number 1003, and ours is 1004') },
  })
  expect((await known()).known['credit-notes-share-series']).toMatchObject({ value: true, by: '1003' })
})

test('without showing is a choice that stands in the history, and what was stopped goes by itself then', async () => {
  const id = await t.finalize()
  await t.run()
  const {
    id: integration,
    companyName: _n,
    hasApiKey: _k,
    sentRecords: _s,
    ...settings
  } = (await t.admin.get('/integrations/uniconta')).body
  const saved = await t.admin.put('/integrations/uniconta', { ...settings, firstDocument: 'go' })
  expect(saved).toMatchObject({ status: 200, body: { firstDocument: 'go' } })
  const { items } = (await t.admin.get(`/history?kind=integration&subject=${integration}`)).body
  expect(items[0].changes).toContainEqual({ field: 'firstDocument', from: 'show', to: 'go' })
  await t.settle(3)
  expect(await t.show(id)).toMatchObject({ step: 'settled' })
})

test('a document that was booked by hand meanwhile is marked, and its order that was shown goes first', async () => {
  const id = await t.finalize()
  await t.run()
  await goOn(id, 'order')
  await t.run()
  const { InvoiceNumber } = t.sandbox.postByHand(companyId, { Account: String(t.customer.number), Amount: 1000 })
  const choice = { choice: 'mark-as-transferred', number: InvoiceNumber, acceptDifferences: true, reason: 'By hand' }
  expect((await t.choose(id, choice)).status).toEqual(200)
  await t.settle(3)
  expect(await t.show(id)).toMatchObject({ step: 'settled', how: 'marked' })
  expect(t.orders()).toEqual([])
})

test('UC-36: that the first invoice made no costs on its project is checked, and costs are told on the document until one comes without', async () => {
  // A category of the type Revenue whose item has a category of costs, as the vendor describes.
  t.sandbox.put(companyId, 'PrCategoryClient', { Number: '90', CatType: 'Revenue', Item: 'RATE' })
  t.sandbox.put(companyId, 'PrCategoryClient', { Number: '20', Name: 'Hours', CatType: 'Labour' })
  t.sandbox.put(companyId, 'InvItemClient', { Item: 'RATE', Name: 'Rate', PrCategory: '20', CostPrice: 100 })
  const id = await t.finalize()
  await walk(id)
  expect((await t.show(id)).sync).toMatchObject({
    state: 'transferred',
    text: expect.stringContaining(`It made costs on project ${t.project.number} in Uniconta`),
  })
  expect((await known()).known['no-costs']).toMatchObject({ value: false, by: '1001' })

  t.sandbox.put(companyId, 'PrCategoryClient', { Number: '90', CatType: 'On account invoicing' })
  t.pass(60 * 60_000)
  const next = await t.finalize()
  await t.settle(3)
  expect((await t.show(next)).sync.text).toEqual('Posted as 1002, voucher 1002.')
  expect((await known()).known['no-costs']).toMatchObject({ value: true, by: '1002' })

  t.sandbox.clearCalls()
  await t.finalize()
  await t.settle(3)
  expect(t.sandbox.calls().filter(({ path }) => path.includes('ProjectTransClient'))).toEqual([])
})

test('UC-36: an answer that does not show the income of the first invoice says nothing about its costs', async () => {
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'ProjectTransClient' } })
  const id = await t.finalize()
  await walk(id)
  expect((await t.show(id)).step).toEqual('settled')
  expect((await known()).known['no-costs']).toBeUndefined()
})
