// Reads that show an old state, in fresh sessions too: then the answer to a deletion is the only thing that tells what became of an order.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'

let t: PostingOffice
beforeEach(async () => {
  t = await startPostingOffice()
})
afterEach(async () => {
  await t.close()
})

const posting = '/Invoice/GenerateDebtorInvoice'
const hour = 60 * 60_000

test('UC-50: an order that old reads still show, and that its deletion does not find, was posted: it is not sent again', async () => {
  t.sandbox.setSwitches({ orderAfterPosting: 'as-it-says' })
  await t.finalize()
  await t.settle()
  const id = await t.finalize()
  t.onceBefore(posting, async () => {
    t.sandbox.order({ kind: 'stale-read', times: null, forMs: 3 * hour })
    t.sandbox.order({ kind: 'drop-after', match: { path: posting } })
  })
  await t.settle(100)
  expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1001, 1002])
  expect((await t.show(id)).sync).toMatchObject({ state: 'uncertain' })
  t.pass(3 * hour)
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', theirNumber: 1002 })
  expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1001, 1002])
  expect(t.sandbox.rows(companyId, 'DebtorOrderClient')).toEqual([])
})
