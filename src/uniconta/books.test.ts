// An older backup was restored: what stands in the books and not here, and how a person gets out of it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type RestoredOffice, startRestoredOffice } from '../../test/restored-office.ts'

let t: RestoredOffice
beforeEach(async () => {
  t = await startRestoredOffice()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** Each document of the coupled series stands once in the books, with its number, and no order is left. */
async function expectBothTheSame(...numbers: string[]) {
  const here = (await t.invoices()).map((one: { number: string; gross: string }) => [one.number, Number(one.gross)])
  expect(here.toSorted()).toEqual(numbers.map((number) => [number, expect.any(Number)]))
  expect(t.booked().map((row) => [String(row.InvoiceNumber), row.TotalAmount])).toEqual(here.toSorted())
  expect(t.orders()).toEqual([])
}

describe('what is compared', () => {
  test('UC-50: a draft whose reference stands there becomes that document, and nothing is booked twice', async () => {
    await t.post()
    const draft = await t.aDraft()
    const restore = await t.backup()
    const b = await t.post(draft)
    await restore()
    await t.notice()
    expect((await t.invoice(b.id)).state).toEqual('draft')
    const comparison = await t.compare()
    expect(comparison).toMatchObject({
      step: 'listed',
      matched: 1,
      rows: [{ number: 1002, kind: 'draft', reference: b.reference, here: { id: b.id }, differences: [] }],
      toDecide: 0,
    })
    expect(await t.finishAll()).toMatchObject({ restored: null })
    expect(await t.invoice(b.id)).toMatchObject({
      state: 'finalized',
      number: '1002',
      open: '1250.00',
      sync: { state: 'transferred' },
    })
    expect(await t.posting(b.id)).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 1002 })
    await expectBothTheSame('1001', '1002')
    expect((await t.post()).number).toEqual('1003')
    await expectBothTheSame('1001', '1002', '1003')
    expect(t.posts()).toHaveLength(3)
  })
})
