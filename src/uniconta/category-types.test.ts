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

const categoryOf = (CatType: string) => t.sandbox.put(companyId, 'PrCategoryClient', { Number: '90', CatType })

test('UC-36: a document is not posted on a category of costs, and goes when the category is one for invoices', async () => {
  categoryOf('Materials')
  const id = await t.finalize()
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'failed', text: expect.stringContaining('90 (Materials)') })
  expect(t.booked()).toEqual([])
  categoryOf('Revenue')
  await t.sendAgain(id)
  await t.run()
  expect(t.booked()).toHaveLength(1)
})

test('UC-56: a term of so many days that runs from the end of the month is not taken for one from the invoice', async () => {
  const term = t.sandbox.rows(companyId, 'PaymentTermClient').find((row) => row.Days === 14)
  t.sandbox.put(companyId, 'PaymentTermClient', { Payment: term?.Payment, EndOfMonth: true })
  const id = await t.finalize()
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'failed', text: expect.stringContaining('14 days') })
  expect(t.booked()).toEqual([])
})
