import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PostingTest, startPosting } from '../../test/posting.ts'

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
