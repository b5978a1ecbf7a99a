// What a person chooses about a document in doubt, or while the lane works on it.
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
const account = () => String(t.customer.number)
/** Somebody books an invoice there by hand, in the series. */
const bookByHand = () => t.sandbox.postByHand(companyId, { Account: account(), Amount: 1000 })

test('UC-50: an order that is gone without an invoice is sent again only by a person, after the wait', async () => {
  await t.finalize()
  await t.run()
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const id = await t.finalize()
  await t.run()
  for (const order of t.orders()) t.sandbox.remove(companyId, 'DebtorOrderClient', order.OrderNumber as number)
  await t.settle(3)
  const waiting = await t.show(id)
  expect(waiting).toMatchObject({ step: 'posting', sync: { state: 'uncertain' }, orders: [{ fate: 'posted' }] })
  expect(new Date(waiting.waitEndsAt) > t.now()).toEqual(true)
  expect(await t.offered(id)).toEqual(['wait'])
  const choice = { choice: 'send-again', reason }
  expect((await t.choose(id, choice)).status).toEqual(409)
  await t.settle(110)
  expect(await t.offered(id)).toEqual(['wait', 'send-again', 'mark-as-transferred'])
  expect((await t.choose(id, { choice: 'send-again' })).status).toEqual(400)
  expect((await t.choose(id, choice)).status).toEqual(200)
  expect((await t.choose(id, choice)).status).toEqual(200)
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', theirNumber: 1002, orders: [{}, {}] })
  expect(t.booked()).toHaveLength(2)
})

test('UC-50: a word that it is not there is not taken while it stands there', async () => {
  await t.finalize()
  await t.run()
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const id = await t.finalize()
  await t.run()
  const { Account, OurRef, OrderNumber, Project } = t.orders()[0] as Record<string, string | number>
  t.sandbox.remove(companyId, 'DebtorOrderClient', OrderNumber as number)
  await t.settle(110)
  t.sandbox.postByHand(companyId, { Account, OurRef, OrderNumber, Project, Amount: 1000 })
  const answer = await t.choose(id, { choice: 'send-again', reason })
  expect(answer.status).toEqual(409)
  expect(answer.body.detail).toContain('Uniconta shows 1002 as invoice 1002')
  await t.choose(id, { choice: 'wait' })
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', theirNumber: 1002 })
  expect(t.booked()).toHaveLength(2)
})

test('UC-50: two documents with our reference stop everything until a person says which one is ours', async () => {
  await t.finalize()
  await t.run()
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const id = await t.finalize()
  await t.run()
  const booked = t.booked().at(-1)
  t.sandbox.postByHand(companyId, {
    Account: account(),
    Amount: 1000,
    OurRef: booked?.OurRef,
    Project: booked?.Project,
  })
  t.pass(60_000)
  await t.run()
  expect((await t.show(id)).sync).toMatchObject({ state: 'failed', text: expect.stringContaining('more than once') })
  t.pass(31 * 60_000 + 60 * 60_000)
  expect(await t.offered(id)).toContain('mark-as-transferred')
  const choice = { choice: 'mark-as-transferred', number: 1002, acceptDifferences: true, reason }
  expect((await t.choose(id, choice)).body.detail).toContain('still stands in Uniconta and could be posted')
  t.sandbox.remove(companyId, 'DebtorOrderClient', booked?.OrderNumber as number)
  const answer = await t.choose(id, choice)
  expect(answer.body).toMatchObject({ step: 'settled', how: 'marked', theirNumber: 1002 })
  const third = await t.finalize()
  await t.settle()
  expect((await t.show(third)).sync.state).toEqual('number-mismatch')
  expect((await t.economy.get('/postings/series')).body.items[0].foreign).toMatchObject([
    { number: 1003, copyOf: '1002' },
  ])
})

test('whoever works the lane is stopped by a choice, and what it still wanted to send is not sent', async () => {
  await t.finalize()
  await t.run()
  bookByHand()
  const id = await t.finalize()
  await t.run()
  await t.choose(id, { choice: 'series-corrected' })
  t.onceBefore('/NumberSerieClient', async () => {
    await t.choose(id, { choice: 'mark-as-transferred', number: 1002, acceptDifferences: true, reason })
  })
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', how: 'marked', theirNumber: 1002 })
  expect(t.booked()).toHaveLength(2)
  expect(t.orders()).toEqual([])
})
