import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { aCustomer, aPayment, aProject } from '../../test/builders.ts'
import { type StoredInvoice, storeFinalized } from '../../test/finalized-invoice.ts'

async function anOffice() {
  const app = await startTestApp()
  const economy = await app.as('economy')
  const customerId: string = (await economy.post('/customers', aCustomer())).body.id
  const projectId: string = (await economy.post('/projects', aProject({ customerId }))).body.id
  const finalized = (fields: Partial<StoredInvoice> = {}) =>
    storeFinalized(app.db, { customerId, projectId, ...fields })
  const numbers = async (query = ''): Promise<(string | null)[]> =>
    (await economy.get(`/invoices?${query}`)).body.items.map((item: { number: string | null }) => item.number)
  return { app, economy, customerId, projectId, finalized, numbers }
}

test('the list shows the newest document first, with its customer, project, amounts and what is open', async () => {
  const { economy, finalized } = await anOffice()
  const { id } = await finalized({ description: 'October' })
  await finalized({ serial: 1002, invoicedOn: '2026-11-02', dueOn: '2026-12-02', currency: 'EUR' })
  await economy.post('/payments', aPayment({ invoiceId: id, amount: '250' }))
  const { body } = await economy.get('/invoices')
  expect(body).toMatchObject({ total: 2, page: 1 })
  expect(body.items.map((item: { number: string }) => item.number)).toEqual(['1002', '1001'])
  expect(body.items[1]).toMatchObject({
    kind: 'invoice',
    state: 'finalized',
    series: 'invoice',
    customerName: 'Hansen A/S',
    projectName: 'Harbour office',
    description: 'October',
    currency: 'DKK',
    invoicedOn: '2026-11-01',
    dueOn: '2026-11-15',
    net: '1000.00',
    vat: '250.00',
    gross: '1250.00',
    open: '1000.00',
    paymentState: 'overdue',
    sync: { state: 'off' },
  })
  const euro = { net: '1000.00', vat: '250.00', gross: '1250.00', open: '1250.00', overdue: '0.00' }
  expect(body.totals).toEqual([
    { currency: 'DKK', count: 1, net: '1000.00', vat: '250.00', gross: '1250.00', open: '1000.00', overdue: '1000.00' },
    { currency: 'EUR', count: 1, ...euro },
  ])
  expect((await economy.get(`/invoices/${id}`)).body).toMatchObject({ number: '1001', paid: '250.00', open: '1000.00' })
})

test('documents are found by how they are paid', async () => {
  const { economy, finalized, numbers } = await anOffice()
  const due = { dueOn: '2026-12-01' }
  await finalized({ serial: 1001, ...due })
  const part = await finalized({ serial: 1002, ...due })
  const paid = await finalized({ serial: 1003, ...due })
  const over = await finalized({ serial: 1004, ...due })
  const credited = await finalized({ serial: 1005, ...due })
  await finalized({ serial: 1006, kind: 'credit-note', net: -100_000n, creditedInvoiceId: credited.id })
  await finalized({ serial: 1007 })
  await economy.post('/payments', aPayment({ invoiceId: part.id, amount: '1' }))
  await economy.post('/payments', aPayment({ invoiceId: paid.id, amount: '1250' }))
  await economy.post('/payments', aPayment({ invoiceId: over.id, amount: '1250.01' }))
  const inState = (state: string) => numbers(`sort=number&paymentState=${state}`)
  expect(await inState('open')).toEqual(['1001'])
  expect(await inState('part-paid')).toEqual(['1002'])
  expect(await inState('paid')).toEqual(['1003'])
  expect(await inState('overpaid')).toEqual(['1004'])
  expect(await inState('credited')).toEqual(['1005', '1006'])
  expect(await inState('overdue')).toEqual(['1007'])
  expect(await inState('open&paymentState=overdue')).toEqual(['1001', '1007'])
})

test('documents are found by kind, series, day, customer, project, owner, department and words', async () => {
  const { app, economy, finalized, numbers, customerId, projectId } = await anOffice()
  const admin = await app.as('administrator')
  const department = (await admin.post('/departments', { number: '20', name: 'Aarhus' })).body.id
  const me = (await admin.get('/me')).body
  const { body: project } = await economy.get(`/projects/${projectId}`)
  const other = (await economy.post('/customers', aCustomer({ name: 'Olsen AS' }))).body.id
  const theirs = (await economy.post('/projects', aProject({ customerId: other, ownerId: me.id }))).body.id
  expect(project.ownerId).not.toEqual(me.id)
  await finalized({ serial: 1001, invoicedOn: '2026-10-31' })
  await finalized({ serial: 1002, invoicedOn: '2026-11-01', description: 'Harbour, phase 2', departmentId: department })
  await finalized({ serial: 1, series: 'invoice-local', invoicedOn: '2026-11-02' })
  await finalized({ serial: 1003, kind: 'credit-note', net: -5n, invoicedOn: '2026-11-03' })
  await finalized({ serial: 1004, invoicedOn: '2026-11-04', customerId: other, projectId: theirs })
  const found = (query: string) => numbers(`sort=invoicedOn&${query}`)
  expect(await found('kind=credit-note')).toEqual(['1003'])
  expect(await found('series=invoice-local')).toEqual(['L0001'])
  expect(await found('from=2026-11-01&to=2026-11-02')).toEqual(['1002', 'L0001'])
  expect(await found(`customer=${other}`)).toEqual(['1004'])
  expect(await found(`customer=${other}&customer=${customerId}&state=draft`)).toEqual([])
  expect(await found(`project=${theirs}`)).toEqual(['1004'])
  expect(await found(`owner=${me.id}`)).toEqual(['1004'])
  expect(await found(`department=${department}`)).toEqual(['1002'])
  expect(await found('search=phase%202')).toEqual(['1002'])
  expect(await found('search=l0001')).toEqual(['L0001'])
  expect(await found('syncState=off')).toHaveLength(5)
  expect(await found('syncState=transferred')).toEqual([])
  expect(await numbers('sort=number')).toEqual(['1001', '1002', '1003', '1004', 'L0001'])
  expect(await numbers('sort=-gross&size=1&page=5')).toEqual(['1003'])
})

test('what each series lacks is reported, and documents that are dated before their number', async () => {
  const { app, economy, finalized } = await anOffice()
  const report = async () => (await economy.get('/invoices/gaps')).body.items
  expect(await report()).toEqual([
    {
      series: 'invoice',
      documents: 0,
      first: null,
      last: null,
      next: '1001',
      missing: [],
      ahead: null,
      outOfOrder: [],
    },
    {
      series: 'invoice-local',
      documents: 0,
      first: null,
      last: null,
      next: 'L0001',
      missing: [],
      ahead: null,
      outOfOrder: [],
    },
  ])
  await finalized({ serial: 1001 })
  await finalized({ serial: 1002, invoicedOn: '2026-11-03' })
  await finalized({ serial: 1005, invoicedOn: '2026-11-02' })
  await finalized({ serial: 1, series: 'invoice-local' })
  await app.database.pool.query(`update number_series set next = 1010 where kind = 'invoice'`)
  await app.database.pool.query(`update number_series set next = 2 where kind = 'invoice-local'`)
  expect(await report()).toMatchObject([
    {
      documents: 3,
      first: '1001',
      last: '1005',
      next: '1010',
      missing: [{ from: '1003', to: '1004', count: 2 }],
      ahead: { from: '1006', to: '1009', count: 4 },
      outOfOrder: [{ number: '1005', invoicedOn: '2026-11-02', after: '1002', afterOn: '2026-11-03' }],
    },
    { documents: 1, first: 'L0001', last: 'L0001', next: 'L0002', missing: [], ahead: null },
  ])
})

test('employees do not see invoices; project managers do', async () => {
  const { app } = await anOffice()
  expect((await (await app.as('employee')).get('/invoices')).status).toEqual(403)
  expect((await (await app.as('project-manager')).get('/invoices')).status).toEqual(200)
})
