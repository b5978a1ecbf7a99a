import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type PostingTest, startPosting } from '../../test/posting.ts'

let t: PostingTest
beforeEach(async () => {
  t = await startPosting()
})
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

test('UC-40 UC-41 UC-45: a finalized invoice becomes an order, and the order an invoice with our number', async () => {
  const id = await t.finalize()
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({
    state: 'transferred',
    text: expect.stringMatching(/^Posted as 1001, voucher /),
  })
  expect(t.booked()).toMatchObject([{ InvoiceNumber: 1001, NetAmount: 1000, VatAmount: 250, TotalAmount: 1250 }])
  expect(t.orders()).toEqual([])
  expect(t.posts()).toHaveLength(1)
})

test('UC-44 UC-49 UC-55: a credit note goes the same way in the same series, due at once, and settles what it credits', async () => {
  const id = await t.finalize()
  await t.finalize({ kind: 'credit-note', net: -100_000n, creditedInvoiceId: id, dueOn: '2026-11-01' })
  await t.run()
  expect(t.booked()).toMatchObject([
    { InvoiceNumber: 1001 },
    { InvoiceNumber: 1002, NetAmount: -1000, TotalAmount: -1250 },
  ])
})

test('UC-45: of documents that are finalized in any order of tasks, the lowest number goes first', async () => {
  for (const _ of [1, 2, 3]) await t.finalize()
  await t.db.execute(
    `update sync_task set run_at = run_at - (select serial from invoice i where i.id::text = subject) * interval '1 s' where kind = 'invoice.post'`,
  )
  await t.settle()
  expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1001, 1002, 1003])
  expect(new Set(t.booked().map((row) => row.OurRef)).size).toEqual(3)
})

test('UC-50: an answer that is lost after posting is found by its reference, and nothing is posted twice', async () => {
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const id = await t.finalize()
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'uncertain' })
  await t.settle()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
  expect(t.booked()).toHaveLength(1)
  expect(t.posts()).toHaveLength(1)
})

test('UC-50: a post that was not applied is sent again only after the wait, under a new order, when the old one is gone', async () => {
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const id = await t.finalize()
  await t.settle(15)
  expect(await t.badgeOf(id)).toMatchObject({ state: 'uncertain', text: expect.stringContaining('Not found by') })
  expect(t.posts()).toHaveLength(1)
  await t.settle(60)
  expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
  expect(t.booked()).toHaveLength(1)
  expect(t.orders()).toEqual([])
  expect(new Set(t.posts().map((call) => JSON.parse(call.request ?? '{}').OrderNumber)).size).toEqual(2)
})

test('UC-50: two documents there with our reference stop the lane when one is looked for, and nothing is sent', async () => {
  const id = await t.finalize()
  const [document] = await t.documents()
  for (let n = 0; n < 2; n += 1)
    t.sandbox.postByHand(companyId, { Account: '10001', Amount: 1000, OurRef: document?.reference })
  await t.settle(3)
  expect(await t.laneState()).toMatchObject({ key: 'post.twice', values: { number: '1001', numbers: '1001, 1002' } })
  expect((await t.badgeOf(id)).text).toContain('1001, 1002')
  expect(t.posts()).toEqual([])
  expect(t.orders()).toEqual([])
})

test('UC-45: another next number that only an old read shows does not stop a document', async () => {
  await t.finalize()
  t.sandbox.order({ kind: 'stale-read', match: { entity: 'NumberSerieClient' }, after: 1, times: 1 })
  await t.settle()
  const next = await t.finalize()
  await t.settle()
  expect(await t.badgeOf(next)).toMatchObject({ state: 'transferred' })
  expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1001, 1002])
})
