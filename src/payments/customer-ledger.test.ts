import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { aCustomer, aPayment, aProject } from '../../test/builders.ts'
import { type StoredInvoice, storeFinalized } from '../../test/finalized-invoice.ts'

async function anOffice() {
  const app = await startTestApp()
  const economy = await app.as('economy')
  const aFirm = async (name: string) => {
    const customerId: string = (await economy.post('/customers', aCustomer({ name }))).body.id
    const projectId: string = (await economy.post('/projects', aProject({ customerId }))).body.id
    return { customerId, projectId }
  }
  let serial = 1000
  const finalized = (fields: StoredInvoice) => {
    serial += 1
    return storeFinalized(app.db, { serial, ...fields })
  }
  return { app, economy, aFirm, finalized }
}

test('the ledger tells a customer’s invoices, credit notes and payments in order, with what is owed after each', async () => {
  const { economy, aFirm, finalized } = await anOffice()
  const firm = await aFirm('Hansen A/S')
  const other = await aFirm('Olsen AS')
  const one = await finalized({ ...firm, invoicedOn: '2026-10-01', dueOn: '2026-10-15', description: 'September' })
  await finalized({ ...firm, invoicedOn: '2026-11-02', dueOn: '2026-12-02', net: 8_000n })
  await finalized({ ...firm, invoicedOn: '2026-11-03', net: 10_000n, currency: 'EUR' })
  await finalized({ ...other })
  const note = { kind: 'credit-note', net: -20_000n, creditedInvoiceId: one.id, invoicedOn: '2026-11-05' } as const
  await finalized({ ...firm, ...note })
  await economy.post('/payments', aPayment({ invoiceId: one.id, amount: '900', paidOn: '2026-11-02' }))
  await economy.post(
    '/payments',
    aPayment({ invoiceId: one.id, amount: '0.5', paidOn: '2026-11-06', source: 'write-off' }),
  )

  const { body } = await economy.get(`/customer-ledger?customer=${firm.customerId}`)
  const told = body.items.map((it: Record<string, string>) => [
    it.day,
    it.kind,
    it.number,
    it.amount,
    it.balance,
    it.open,
  ])
  expect(told).toEqual([
    ['2026-10-01', 'invoice', '1001', '1250.00', '1250.00', '99.50'],
    ['2026-11-02', 'invoice', '1002', '100.00', '1350.00', '100.00'],
    ['2026-11-02', 'payment', '1001', '-900.00', '450.00', null],
    ['2026-11-03', 'invoice', '1003', '125.00', '125.00', '125.00'],
    ['2026-11-05', 'credit-note', '1005', '-250.00', '200.00', '0.00'],
    ['2026-11-06', 'write-off', '1001', '-0.50', '199.50', null],
  ])
  expect(body).toMatchObject({
    total: 6,
    balances: [
      { currency: 'DKK', opening: '0.00', closing: '199.50', overdue: '99.50' },
      { currency: 'EUR', opening: '0.00', closing: '125.00', overdue: '125.00' },
    ],
  })
})

test('a part of the ledger begins with the balance before it', async () => {
  const { economy, aFirm, finalized } = await anOffice()
  const firm = await aFirm('Hansen A/S')
  for (const invoicedOn of ['2026-09-01', '2026-10-01', '2026-11-01']) await finalized({ ...firm, invoicedOn })
  const query = `customer=${firm.customerId}&currency=DKK&from=2026-10-01&to=2026-10-31`
  const { body } = await economy.get(`/customer-ledger?${query}`)
  expect(body.items).toMatchObject([{ number: '1002', balance: '2500.00' }])
  expect(body.balances).toMatchObject([{ opening: '1250.00', closing: '2500.00' }])
  const second = await economy.get(`/customer-ledger?customer=${firm.customerId}&size=1&page=2`)
  expect(second.body).toMatchObject({ total: 3, items: [{ number: '1002', balance: '2500.00' }] })
})

test('balances say who owes what and for how long, the most overdue first', async () => {
  const { economy, aFirm, finalized } = await anOffice()
  const [hansen, olsen, berg] = [await aFirm('Hansen A/S'), await aFirm('Olsen AS'), await aFirm('Berg ApS')]
  // Today is 23 November.
  const due: [typeof hansen, string, bigint][] = [
    [hansen, '2026-11-23', 100n],
    [hansen, '2026-11-22', 200n],
    [hansen, '2026-10-24', 400n],
    [hansen, '2026-10-23', 800n],
    [hansen, '2026-09-24', 1_600n],
    [hansen, '2026-09-23', 3_200n],
    [olsen, '2026-12-01', 6_400n],
  ]
  for (const [firm, dueOn, net] of due) await finalized({ ...firm, dueOn, net })
  await finalized({ ...hansen, kind: 'credit-note', net: -40n, dueOn: '2026-09-01' })
  const paid = await finalized({ ...berg })
  await economy.post('/payments', aPayment({ invoiceId: paid.id, amount: '1250' }))

  const { body } = await economy.get('/customer-ledger/balances')
  expect(body).toMatchObject({ total: 2, totals: [{ currency: 'DKK', customers: 2 }] })
  expect(body.items[0]).toEqual({
    customerId: hansen.customerId,
    customerNumber: expect.any(String),
    customerName: 'Hansen A/S',
    currency: 'DKK',
    open: '78.25',
    notDue: '0.75',
    days1to30: '7.50',
    days31to60: '30.00',
    daysOver60: '40.00',
    overdue: '77.50',
    documents: 7,
    oldestDueOn: '2026-09-23',
  })
  expect(body.items[1]).toMatchObject({ customerName: 'Olsen AS', overdue: '0.00', open: '80.00', oldestDueOn: null })
  expect((await economy.get('/customer-ledger/balances?overdue=true')).body).toMatchObject({ total: 1 })
  expect((await economy.get('/customer-ledger/balances?search=olsen')).body.items).toMatchObject([{ open: '80.00' }])
})

test('an invoice is overdue the day after it was due, by the clock of the company', async () => {
  const { app, economy, aFirm, finalized } = await anOffice()
  await finalized({ ...(await aFirm('Hansen A/S')), dueOn: '2026-11-23' })
  const overdue = async () => (await economy.get('/customer-ledger/balances?overdue=true')).body.total
  app.setNow('2026-11-23T22:59:00.000Z')
  expect(await overdue()).toEqual(0)
  app.setNow('2026-11-23T23:01:00.000Z')
  expect(await overdue()).toEqual(1)
})
