// An older backup was restored: what was paid since then stands in the books and not here, and comes in once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../sandbox/hand-payments.ts'
import { done } from '../../test/invoicing-office.ts'
import { companyId, type RestoredOffice, startRestoredOffice } from '../../test/restored-office.ts'

let t: RestoredOffice
beforeEach(async () => {
  t = await startRestoredOffice()
  await done(t.admin.post('/integrations/uniconta-payments', { paymentsFrom: '2026-11-01' }))
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const pay = (number: string, fields: Payment = {}) =>
  t.sandbox.payByHand(companyId, { InvoiceNumber: Number(number), ...fields })

async function fetchPayments(): Promise<string> {
  await done(t.economy.post('/payment-import/run'))
  await t.run()
  return (await done(t.economy.get('/payment-import'))).last
}

const registerByHand = (invoiceId: string, amount: string) =>
  done(t.economy.post('/payments', { invoiceId, amount, paidOn: '2026-11-22' }))

/** What stands here of the document with this number. */
async function paymentsOf(number: string) {
  const { id } = (await t.invoices()).find((one: { number: string }) => one.number === number)
  const { items } = await done(t.economy.get(`/payments?invoice=${id}&sort=paidOn`))
  const { paid, open } = await t.invoice(id)
  return { paid, open, payments: items.map((one: Record<string, string>) => `${one.amount} ${one.source}`).toSorted() }
}

/** The whole way out of a restore, up to where both sides know the same documents. */
async function compareAndFinish() {
  await t.notice()
  await t.compare()
  expect(await t.finishAll()).toMatchObject({ restored: null })
}

test('UC-50, UP-01: payments that were lost with a restored backup come in again, once, and not before the comparison is ended', async () => {
  const { number } = await t.post()
  pay(number, { Amount: 500 })
  await fetchPayments()
  const restore = await t.backup()
  pay(number, { Amount: 300 })
  pay(number)
  await fetchPayments()
  const before = await paymentsOf(number)
  expect(before).toEqual({
    paid: '1250.00',
    open: '0.00',
    payments: ['300.00 import', '450.00 import', '500.00 import'],
  })

  await restore()
  await t.notice()
  await fetchPayments()
  expect(await paymentsOf(number)).toMatchObject({ paid: '500.00', open: '750.00' })
  await t.compare()
  expect(await t.finishAll()).toMatchObject({ restored: null })

  expect(await paymentsOf(number)).toEqual(before)
  expect(await fetchPayments()).toEqual('No new payment in Uniconta.')
  expect(await paymentsOf(number)).toEqual(before)
})

test('UC-50, UP-01: what is registered by hand is not doubled, be it before the backup or after the restore', async () => {
  const [early, late] = [await t.post(), await t.post()]
  await registerByHand(early.id, '1250.00')
  pay(early.number)
  await fetchPayments()
  const restore = await t.backup()
  pay(late.number, { Amount: 700 })
  await fetchPayments()
  await registerByHand(late.id, '550.00')
  pay(late.number)
  await fetchPayments()

  await restore()
  // Somebody who sees it open enters what the bank says.
  await registerByHand(late.id, '700.00')
  await compareAndFinish()
  await fetchPayments()

  expect(await paymentsOf(early.number)).toEqual({ paid: '1250.00', open: '0.00', payments: ['1250.00 manual'] })
  // The one of 550 was by hand before, was lost, and comes from the books now.
  expect(await paymentsOf(late.number)).toEqual({
    ...{ paid: '1250.00', open: '0.00' },
    payments: ['550.00 import', '700.00 manual'],
  })
})

test('UC-50, UP-01: documents that came in from the books, or became one from a draft, get their payments too', async () => {
  await t.post()
  const draft = await t.aDraft()
  const restore = await t.backup()
  const [became, cameIn] = [await t.post(draft), await t.post()]
  t.sandbox.setSwitches({ paymentOfSeveral: 'names-none' })
  t.sandbox.payByHand(companyId, { InvoiceNumbers: [Number(became.number), Number(cameIn.number)], Amount: 2000 })
  pay(cameIn.number, { Amount: 500 })
  await fetchPayments()
  const before = { became: await paymentsOf(became.number), cameIn: await paymentsOf(cameIn.number) }
  expect(before.cameIn).toEqual({ paid: '1250.00', open: '0.00', payments: ['500.00 import', '750.00 import'] })

  await restore()
  await compareAndFinish()
  await fetchPayments()

  expect({ became: await paymentsOf(became.number), cameIn: await paymentsOf(cameIn.number) }).toEqual(before)
  expect(await fetchPayments()).toEqual('No new payment in Uniconta.')
})
