import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type DialogTest, startDialog } from '../../test/dialog.ts'
import { done } from '../../test/invoicing-office.ts'
import { type ReadyToPost, readyToPost } from '../../test/ready-to-post.ts'
import { posting } from './posting-table.ts'

let t: DialogTest
let all: ReadyToPost
beforeEach(async () => {
  t = await startDialog()
  all = await readyToPost(t)
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

test('UC-47: the series is remembered as it was read', async () => {
  await all.check()
  expect((await all.facts())?.series).toEqual({
    serie: 'AkkordInv',
    first: 1001,
    last: 999_999,
    next: 1001,
    prefix: null,
  })
})

const voucherSeries = 'General Ledger > Maintenance > Voucher number series'
const numberSequences = 'Customer > Maintenance > Number sequences'

type Break = {
  what: string
  breakIt: () => Promise<unknown> | unknown
  finds: { key: string; state: string; text: string; where?: string | null; link?: string | null }
}

const breaks: Break[] = [
  {
    what: 'UC-48: invoices that are counted apart from vouchers',
    breakIt: () => all.settings({ UseVoucherAsInvoice: false }),
    finds: { key: 'series', state: 'error', text: 'counts invoices apart from vouchers', where: numberSequences },
  },
  {
    what: 'UC-48: no series for vouchers of invoices',
    breakIt: () => all.settings({ DebtorVoucherSerie: null }),
    finds: { key: 'series', state: 'error', text: 'names no series', where: numberSequences },
  },
  {
    what: 'UC-47: a series that is blocked',
    breakIt: () => all.serie({ Blocked: true }),
    finds: { key: 'series', state: 'error', text: 'AkkordInv is blocked', where: voucherSeries },
  },
  {
    what: 'UC-47: another next number there',
    breakIt: () => all.serie({ Next: 1004 }),
    finds: {
      key: 'series-next',
      state: 'error',
      text: 'Uniconta would give 1004, and 1001 has to come next',
      where: voucherSeries,
      link: '/settings/general',
    },
  },
  {
    what: 'UC-45: a prefix there',
    breakIt: () => all.serie({ Prefix: 'A' }),
    finds: {
      key: 'series-form',
      state: 'error',
      text: 'writes A before the numbers of AkkordInv',
      where: voucherSeries,
    },
  },
  {
    what: 'UC-45: a number here that is written with zeros',
    breakIt: () => t.db.execute(`update number_series set digits = 6 where kind = 'invoice'`),
    finds: { key: 'series-form', state: 'error', text: 'written 001001', link: '/settings/general' },
  },
  {
    what: 'UC-47: a series that ends within a hundred numbers',
    breakIt: () => all.serie({ LastValue: 1100 }),
    finds: { key: 'series-last', state: 'error', text: 'ends at 1100, and 1001 is its next', where: voucherSeries },
  },
  {
    what: 'UC-48: a customer group with another series for its invoices',
    breakIt: () => all.put('DebtorGroupClient', { Group: 'EU', InvoiceSerie: 'Salg' }),
    finds: {
      key: 'series-groups',
      state: 'error',
      text: 'EU (Salg)',
      where: 'Customer > Maintenance > Customer groups > Invoice series',
    },
  },
  {
    what: 'UC-47: a series that invoices of suppliers use too',
    breakIt: () => all.settings({ CreditorVoucherSerie: 'AkkordInv' }),
    finds: { key: 'series-alone', state: 'error', text: 'Invoices of suppliers', where: voucherSeries },
  },
  {
    what: 'UC-47: a series that numbers new records too',
    breakIt: () => all.put('DebtorGroupClient', { Group: 'Auto', AutoNumber: 'AkkordInv' }),
    finds: { key: 'series-alone', state: 'error', text: 'these groups take numbers from AkkordInv too: Auto' },
  },
]

for (const { what, breakIt, finds } of breaks)
  test(`Check set-up finds, and finds nothing else: ${what}`, async () => {
    await breakIt()
    const found = await all.findings()
    expect(found.map(({ key, state, text }) => ({ key, state, text }))).toEqual([
      { key: finds.key, state: finds.state, text: expect.stringContaining(finds.text) },
    ])
    const { text: _, ...rest } = finds
    expect(found[0]).toMatchObject(rest)
  })

test('UC-47: what waits here has to come next there, and while one is under way nothing is known', async () => {
  const [first, second] = [await all.bill(), await all.bill()]
  expect(await all.find('series-next')).toMatchObject({ state: 'ok', text: 'It is 1001 on both sides.' })
  await t.db.insert(posting).values({ invoiceId: first.id, series: 'invoice', serial: 1001, step: 'settled' })
  expect(await all.find('series-next')).toMatchObject({
    state: 'error',
    text: expect.stringContaining('would give 1001, and 1002 has to come next'),
  })
  await t.db.insert(posting).values({ invoiceId: second.id, series: 'invoice', serial: 1002, step: 'posting' })
  expect(await all.find('series-next')).toMatchObject({
    state: 'unknown',
    text: expect.stringContaining('under way'),
  })
})

test('UC-47: documents from before the export began do not count as waiting', async () => {
  await done(t.admin.delete('/integrations/uniconta'))
  await all.bill()
  await done(t.save(all.dialog))
  all.serie({ Next: 1002 })
  expect(await all.find('series-next')).toMatchObject({ state: 'ok', text: 'It is 1002 on both sides.' })
})

test('UC-47: journals and reminders that took a number of the series are found', async () => {
  const { Voucher } = t.sandbox.bookByHand(companyId, { Serie: 'AkkordInv' })
  expect(await all.find('series-alone')).toMatchObject({
    state: 'error',
    text: expect.stringContaining(`no invoices took numbers from AkkordInv: ${Voucher}`),
    where: voucherSeries,
  })
})

test('UC-47: a number that an invoice by hand took is no other use of the series, but another next number', async () => {
  t.sandbox.put(companyId, 'DebtorClient', { Account: '77', Name: 'Ved hånden', Group: 'Indland' })
  t.sandbox.postByHand(companyId, { Account: '77', Amount: 1000 })
  expect((await all.findings()).map(({ key }) => key)).toEqual(['series-next'])
})
