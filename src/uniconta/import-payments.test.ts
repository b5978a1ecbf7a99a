// Payments over real HTTP: an accountant pays in the sandbox, and the invoices here follow. Each test has invoices of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payment } from '../../sandbox/hand-payments.ts'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'

let t: PostingOffice
const entry = '/integrations/uniconta-payments'
beforeAll(async () => {
  t = await startPostingOffice()
  const saved = await t.admin.post(entry, { paymentsFrom: '2026-11-01' })
  expect(saved.status).toEqual(201)
})
afterAll(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** A document of 1250.00 that is booked there. */
async function posted(fields: Parameters<typeof t.finalize>[0] = {}) {
  const id = await t.finalize(fields)
  await t.settle()
  const { number } = (await t.economy.get(`/invoices/${id}`)).body
  return { id, number: Number(number) }
}

async function fetchPayments(): Promise<{ last: string; isTroubled: boolean }> {
  t.sandbox.clearCalls()
  expect((await t.economy.post('/payment-import/run')).status).toEqual(200)
  await t.run()
  return (await t.economy.get('/payment-import')).body
}

const pay = (payment: Payment) => Number(t.sandbox.payByHand(companyId, payment).JournalPostedId)

const standing = async (id: string) => {
  const { paid, open, paymentState } = (await t.economy.get(`/invoices/${id}`)).body
  return { paid, open, paymentState }
}
/** Due in three weeks. */
const later = { invoicedOn: '2026-11-16', dueOn: '2026-12-16' }
const isPaid = { paid: '1250.00', open: '0.00', paymentState: 'paid' }

const paymentsOf = async (id: string) =>
  (await t.economy.get(`/payments?invoice=${id}&sort=paidOn`)).body.items.map(
    (one: { amount: string; paidOn: string; source: string }) => `${one.paidOn} ${one.amount} ${one.source}`,
  )

test('UP-01: an invoice that is paid there is paid here and in the list, and running again changes nothing', async () => {
  const { id, number } = await posted()
  pay({ InvoiceNumber: number, Date: '2026-11-20' })
  expect(await fetchPayments()).toMatchObject({ last: 'From Uniconta: 1 payment came in.', isTroubled: false })
  expect(await standing(id)).toEqual(isPaid)
  expect(await paymentsOf(id)).toEqual(['2026-11-20 1250.00 import'])
  expect((await t.economy.get(`/invoices?search=${number}`)).body.items).toMatchObject([{ id, paymentState: 'paid' }])
  expect((await fetchPayments()).last).toEqual('No new payment in Uniconta.')
  expect((await fetchPayments()).last).toEqual('No new payment in Uniconta.')
  expect(await paymentsOf(id)).toHaveLength(1)
  const asked = t.sandbox.calls().flatMap(({ path }) => /DebtorTrans\w*/.exec(path)?.[0] ?? [])
  expect(asked).toEqual(['DebtorTransOpenClient', ...Array(3).fill('DebtorTransClient')])
})

test('UP-04: a part, the rest and too much are kept as such; what is taken back there is taken back here', async () => {
  const { id, number } = await posted(later)
  pay({ InvoiceNumber: number, Amount: 500, Date: '2026-11-10' })
  await fetchPayments()
  expect(await standing(id)).toEqual({ paid: '500.00', open: '750.00', paymentState: 'part-paid' })
  const rest = pay({ InvoiceNumber: number, Amount: 750, Date: '2026-11-12' })
  const again = pay({ InvoiceNumber: number, Amount: 1250, Date: '2026-11-13' })
  await fetchPayments()
  expect(await standing(id)).toEqual({ paid: '2500.00', open: '-1250.00', paymentState: 'overpaid' })
  t.sandbox.unbookByHand(companyId, again)
  t.sandbox.unbookByHand(companyId, rest)
  expect((await fetchPayments()).last).toEqual('From Uniconta: 0 payments came in, 2 taken back.')
  expect(await standing(id)).toEqual({ paid: '500.00', open: '750.00', paymentState: 'part-paid' })
  expect(await paymentsOf(id)).toEqual(['2026-11-10 500.00 import'])
})

test('a payment that another took the place of is that one here too', async () => {
  const { id, number } = await posted()
  const first = pay({ InvoiceNumber: number, Date: '2026-11-10' })
  await fetchPayments()
  t.sandbox.unbookByHand(companyId, first)
  pay({ InvoiceNumber: number, Date: '2026-11-19' })
  await fetchPayments()
  expect(await paymentsOf(id)).toEqual(['2026-11-19 1250.00 import'])
})

test.each([['names-none'], ['names-first']] as const)(
  'one payment of several invoices pays each with its own part, where its row %s',
  async (paymentOfSeveral) => {
    t.sandbox.setSwitches({ paymentOfSeveral })
    const [one, two] = [await posted(), await posted({ net: 20_000n })]
    const journal = pay({ InvoiceNumbers: [one.number, two.number], Date: '2026-11-18' })
    await fetchPayments()
    expect(await standing(one.id)).toEqual(isPaid)
    expect(await standing(two.id)).toEqual({ paid: '250.00', open: '0.00', paymentState: 'paid' })
    t.sandbox.unbookByHand(companyId, journal)
    await fetchPayments()
    expect(await standing(one.id)).toMatchObject({ paid: '0.00' })
    expect(await standing(two.id)).toMatchObject({ paid: '0.00' })
  },
)

test('a payment in the currency of the invoice pays it to the cent, whatever the rate of the day', async () => {
  t.sandbox.put(companyId, 'ExchangeRateClient', { CCY1: 'EUR', CCY2: 'DKK', Rate: 7.46, Date: '2026-01-01' })
  const { id, number } = await posted({ currency: 'EUR', ...later })
  pay({ InvoiceNumber: number, Amount: 250.33, Rate: 7.4321, Date: '2026-11-19' })
  await fetchPayments()
  expect(await standing(id)).toEqual({ paid: '250.33', open: '999.67', paymentState: 'part-paid' })
  pay({ InvoiceNumber: number, Rate: 7.5012, Date: '2026-11-20' })
  await fetchPayments()
  expect(await standing(id)).toEqual(isPaid)
})

test('a payment of somebody else that names our number pays nothing here', async () => {
  const { id, number } = await posted()
  t.sandbox.put(companyId, 'DebtorClient', { Account: '88001', Name: 'Another', Group: 'Indland' })
  pay({ InvoiceNumber: number, Account: '88001', Amount: 1250 })
  await fetchPayments()
  expect(await standing(id)).toMatchObject({ paid: '0.00', open: '1250.00' })
})

test('an invoice with its credit note: what they settle between them is no payment, what goes back is', async () => {
  const { id, number } = await posted()
  pay({ InvoiceNumber: number, Date: '2026-11-12' })
  const note = await posted({ kind: 'credit-note', net: -40_000n, creditedInvoiceId: id })
  await fetchPayments()
  expect(await standing(id)).toEqual({ paid: '1250.00', open: '-500.00', paymentState: 'overpaid' })
  pay({ InvoiceNumber: note.number, Date: '2026-11-20' })
  await fetchPayments()
  expect(await standing(id)).toMatchObject({ paid: '750.00', open: '0.00' })
  expect(await paymentsOf(id)).toEqual(['2026-11-12 1250.00 import', '2026-11-20 -500.00 import'])

  const other = await posted()
  await posted({ kind: 'credit-note', net: -40_000n, creditedInvoiceId: other.id })
  await fetchPayments()
  expect(await standing(other.id)).toMatchObject({ paid: '0.00', open: '750.00' })
})

test('a payment that was registered by hand here is not doubled by the same one there', async () => {
  const { id, number } = await posted()
  await t.economy.post('/payments', { invoiceId: id, amount: '1250.00', paidOn: '2026-11-20' })
  pay({ InvoiceNumber: number, Date: '2026-11-21' })
  await fetchPayments()
  expect(await standing(id)).toEqual(isPaid)
  expect(await paymentsOf(id)).toEqual(['2026-11-20 1250.00 manual'])
})

test('UP-03: what was paid before the start date is not fetched until the date is set back', async () => {
  const { id, number } = await posted()
  pay({ InvoiceNumber: number, Date: '2026-11-05' })
  const change = async (paymentsFrom: string) => {
    const { version } = (await t.admin.get(entry)).body
    expect((await t.admin.put(entry, { paymentsFrom, version })).status).toEqual(200)
    return fetchPayments()
  }
  await change('2026-11-06')
  expect(await standing(id)).toMatchObject({ paid: '0.00' })
  await change('2026-11-01')
  expect(await standing(id)).toEqual(isPaid)
})

describe('what proves nothing', () => {
  test.each(['DebtorTransOpenClient', 'DebtorTransClient'])(
    'an empty answer of %s takes no payment back and makes none',
    async (entity) => {
      const { id, number } = await posted()
      const open = await posted()
      pay({ InvoiceNumber: number, Amount: 500 })
      await fetchPayments()
      t.sandbox.order({ kind: 'empty-read', match: { entity } })
      await fetchPayments()
      expect(await standing(id)).toMatchObject({ paid: '500.00' })
      expect(await standing(open.id)).toMatchObject({ paid: '0.00' })
      await fetchPayments()
      expect(await standing(id)).toMatchObject({ paid: '500.00' })
    },
  )
})

test('UP-04: it runs at 21:00 by the company’s clock, and at another hour if wished', async () => {
  const next = async () => (await t.economy.get('/payment-import')).body.nextAt
  expect(await next()).toEqual('2026-11-23T20:00:00.000Z')
  const { id, number } = await posted()
  pay({ InvoiceNumber: number })
  t.pass(Date.parse('2026-11-23T20:00:00Z') - t.now().getTime())
  const { runDueSchedules } = await import('../sync/schedule.ts')
  expect(await runDueSchedules(t.db, t.now())).toBeGreaterThan(0)
  await t.run()
  expect(await standing(id)).toEqual(isPaid)
  const { version } = (await t.admin.get(entry)).body
  await t.admin.put(entry, { paymentsFrom: '2026-11-01', atHour: 6, version })
  expect(await next()).toEqual('2026-11-24T05:00:00.000Z')
})

test('a payment of long ago that another of the same amount took the place of is that one here too', async () => {
  const { id, number } = await posted()
  const first = pay({ InvoiceNumber: number, Date: '2026-11-10' })
  await fetchPayments()
  t.pass(40 * 24 * 60 * 60_000)
  await fetchPayments()
  t.sandbox.unbookByHand(companyId, first)
  pay({ InvoiceNumber: number, Date: '2026-11-19' })
  await fetchPayments()
  expect(await paymentsOf(id)).toEqual(['2026-11-19 1250.00 import'])
  expect((await fetchPayments()).last).toEqual('No new payment in Uniconta.')
})

test('UP-02, UP-03: the entry is offered once the integration is on, uses its sign-in, and rests while it is off', async () => {
  const types = async () =>
    (await t.admin.get('/integration-types')).body.items.map(({ type }: { type: string }) => type)
  const rows = async () => (await t.admin.get('/integrations')).body.items
  expect(await rows()).toMatchObject([
    { type: 'uniconta', name: 'Uniconta' },
    { type: 'uniconta-payments', name: 'Uniconta Payments', state: 'working' },
  ])
  expect((await t.admin.post(entry, { paymentsFrom: '2026-11-01' })).status).toEqual(409)
  expect((await t.economy.delete(entry)).status).toEqual(403)
  expect((await t.admin.delete(entry)).status).toEqual(204)
  expect(await types()).toEqual(['uniconta', 'uniconta-payments'])
  expect((await t.economy.post('/payment-import/run')).status).toEqual(409)

  await t.admin.post(entry, { paymentsFrom: '2026-11-01' })
  const {
    id: _,
    companyName: __,
    hasApiKey: ___,
    sentRecords: ____,
    ...main
  } = (await t.admin.get('/integrations/uniconta')).body
  expect((await t.admin.put('/integrations/uniconta', { ...main, enabled: false, password: '' })).status).toEqual(200)
  expect((await rows())[1]).toMatchObject({ state: 'off' })
  expect((await t.economy.get('/payment-import')).body).toMatchObject({ isOn: false, nextAt: null })
  await t.admin.delete(entry)
  expect(await types()).toEqual(['uniconta'])
  expect(await t.admin.post(entry, { paymentsFrom: '2026-11-01' })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Connect Uniconta and turn it on first.') },
  })
})
