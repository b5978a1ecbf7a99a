import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aPayment, aProject } from '../../test/builders.ts'
import { type StoredInvoice, storeFinalized } from '../../test/finalized-invoice.ts'
import { testOnlyIf } from '../../test/only-if.ts'

async function anOffice() {
  const app = await startTestApp()
  const economy = await app.as('economy')
  const customerId = (await economy.post('/customers', aCustomer())).body.id
  const projectId = (await economy.post('/projects', aProject({ customerId }))).body.id
  const finalized = (fields: Partial<StoredInvoice> = {}) =>
    storeFinalized(app.db, { customerId, projectId, ...fields })
  return { app, economy, customerId, projectId, finalized }
}

async function standingOf(app: TestApp, id: string) {
  const { rows } = await app.database.pool.query<{ paid: string; credited: string; open: string }>(
    'select paid::text, credited::text, open::text from invoice_standing where invoice_id = $1',
    [id],
  )
  return rows[0]
}

test('an invoice is paid in two parts, and each is in the list with the customer and the number', async () => {
  const { app, economy, finalized, customerId } = await anOffice()
  const { id } = await finalized()
  const first = await economy.post('/payments', aPayment({ invoiceId: id, amount: '1000', paidOn: '2026-11-20' }))
  expect(first).toMatchObject({
    status: 201,
    body: { invoiceNumber: '1001', customerId, customerName: 'Hansen A/S', amount: '1000.00', currency: 'DKK' },
  })
  expect(await standingOf(app, id)).toEqual({ paid: '100000', credited: '0', open: '25000' })
  await economy.post('/payments', aPayment({ invoiceId: id, amount: '250.00', paidOn: '2026-11-21' }))
  expect(await standingOf(app, id)).toMatchObject({ open: '0' })
  const { body } = await economy.get('/payments')
  expect(body).toMatchObject({ total: 2, totals: [{ currency: 'DKK', count: 2, amount: '1250.00' }] })
  expect(body.items.map((item: { amount: string }) => item.amount)).toEqual(['250.00', '1000.00'])
})

test('a double payment makes the invoice overpaid, and a negative one sets it right', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  for (const amount of ['1250', '1250']) await economy.post('/payments', aPayment({ invoiceId: id, amount }))
  expect(await standingOf(app, id)).toMatchObject({ open: '-125000' })
  await economy.post('/payments', aPayment({ invoiceId: id, amount: '-1250', description: 'Paid twice' }))
  expect(await standingOf(app, id)).toMatchObject({ paid: '125000', open: '0' })
})

test('a payment that is sent twice with one key is one payment, and the key takes no other', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  const sent = aPayment({ invoiceId: id, amount: '400', key: '0b8f4d5e-1c7a-4a55-9a55-2f6f2d7f1c11' })
  const answers = await Promise.all(Array.from({ length: 5 }, () => economy.post('/payments', sent)))
  expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [201, sent.key]))
  expect(await standingOf(app, id)).toMatchObject({ paid: '40000' })
  const other = await economy.post('/payments', { ...sent, amount: '500' })
  expect(other).toMatchObject({ status: 400, body: { fields: [{ path: 'key' }] } })
  expect(await standingOf(app, id)).toMatchObject({ paid: '40000' })
})

test('a rest is written off, but never more than is open', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  await economy.post('/payments', aPayment({ invoiceId: id, amount: '1249.50' }))
  const tooMuch = await economy.post('/payments', aPayment({ invoiceId: id, amount: '1', source: 'write-off' }))
  expect(tooMuch).toMatchObject({
    status: 400,
    body: {
      fields: [{ path: 'amount', message: 'Of 1001, 0.50 DKK is open. Write off this or a part of it, not more.' }],
    },
  })
  expect(
    (await economy.post('/payments', aPayment({ invoiceId: id, amount: '0.5', source: 'write-off' }))).status,
  ).toEqual(201)
  expect(await standingOf(app, id)).toMatchObject({ open: '0' })
  const again = await economy.post('/payments', aPayment({ invoiceId: id, amount: '0.5', source: 'write-off' }))
  expect(again.body.fields[0].message).toEqual(
    'Nothing of 1001 is open, so there is nothing to write off. Nothing was stored.',
  )
})

test('a payment that was wrong is deleted, and the history keeps it', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  const { body: paid } = await economy.post('/payments', aPayment({ invoiceId: id, amount: '400' }))
  expect((await economy.delete(`/payments/${paid.id}?version=2`)).status).toEqual(409)
  expect((await economy.delete(`/payments/${paid.id}?version=1`)).status).toEqual(204)
  expect((await economy.delete(`/payments/${paid.id}?version=1`)).status).toEqual(404)
  expect(await standingOf(app, id)).toEqual({ paid: '0', credited: '0', open: '125000' })
  const { body: history } = await (await app.as('administrator')).get(`/history?kind=payment&subject=${paid.id}`)
  expect(history.items.map((entry: { action: string }) => entry.action)).toEqual(['deleted', 'created'])
  expect(history.items[0].changes).toContainEqual({ field: 'amount', from: '400.00', to: null })
})

test('a payment that was read from accounting is corrected there and not here', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  const { body: paid } = await economy.post('/payments', aPayment({ invoiceId: id }))
  await app.database.pool.query(`update payment set source = 'import'`)
  expect(await economy.delete(`/payments/${paid.id}?version=1`)).toMatchObject({
    status: 409,
    body: { detail: 'This payment of 1001 was read from accounting and stays. Correct it there.' },
  })
})

test.each([
  [{ amount: '0.00' }, 'amount', 'Write an amount other than 0.'],
  [{ amount: '1e5' }, 'amount', 'Write the amount with a point'],
  [{ amount: '10.005' }, 'amount', 'Write the amount with a point'],
  [{ amount: '99999999999' }, 'amount', 'Write the amount with a point'],
  [{ paidOn: '2026-11-24' }, 'paidOn', 'Today is 2026-11-23; a payment is registered when it is there.'],
  [{ invoiceId: '01930000-0000-7000-8000-00000000000f' }, 'invoiceId', 'Payments are registered on finalized invoices'],
])('a payment with %o is refused', async (fields, path, message) => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  const answer = await economy.post('/payments', aPayment({ invoiceId: id, ...fields }))
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path, message: expect.stringContaining(message) }] } })
  expect(await standingOf(app, id)).toMatchObject({ paid: '0' })
})

test('the day of a payment is judged by the clock of the company: in Copenhagen it is already tomorrow', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  app.setNow('2026-11-23T23:30:00.000Z')
  expect((await economy.post('/payments', aPayment({ invoiceId: id, paidOn: '2026-11-24' }))).status).toEqual(201)
})

test('a currency without decimals takes whole amounts only', async () => {
  const { economy, finalized } = await anOffice()
  const { id } = await finalized({ currency: 'ISK' })
  const answer = await economy.post('/payments', aPayment({ invoiceId: id, amount: '10.50' }))
  expect(answer.body.fields[0].message).toEqual('ISK has no decimals. Write a whole number.')
  expect((await economy.post('/payments', aPayment({ invoiceId: id, amount: '10.00' }))).body.amount).toEqual('10')
})

test('a credit note is settled with its invoice: money that goes back is registered there', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  const note = await finalized({ serial: 1002, kind: 'credit-note', net: -40_000n, creditedInvoiceId: id })
  expect(await standingOf(app, id)).toEqual({ paid: '0', credited: '-50000', open: '75000' })
  expect(await standingOf(app, note.id)).toMatchObject({ open: '0' })
  expect(await economy.post('/payments', aPayment({ invoiceId: note.id, amount: '-500' }))).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Credit note 1002 is settled with invoice 1001.') },
  })
})

test('who may only look sees payments and the ledger, and registers none', async () => {
  const { app, finalized } = await anOffice()
  const { id } = await finalized()
  const manager = await app.as('project-manager')
  expect((await manager.get('/payments')).status).toEqual(200)
  expect((await manager.post('/payments', aPayment({ invoiceId: id }))).status).toEqual(403)
  expect((await (await app.as('employee')).get('/customer-ledger/balances')).status).toEqual(403)
})

test('payments are found by customer, invoice, day, kind and the number of the invoice', async () => {
  const { economy, finalized, customerId } = await anOffice()
  const one = await finalized()
  const two = await finalized({ serial: 1002, currency: 'EUR' })
  await economy.post('/payments', aPayment({ invoiceId: one.id, amount: '10', paidOn: '2026-11-10' }))
  await economy.post(
    '/payments',
    aPayment({ invoiceId: one.id, amount: '20', paidOn: '2026-11-11', source: 'write-off' }),
  )
  await economy.post('/payments', aPayment({ invoiceId: two.id, amount: '30', paidOn: '2026-11-12' }))
  const amounts = async (query: string) =>
    (await economy.get(`/payments?sort=paidOn&${query}`)).body.items.map((item: { amount: string }) => item.amount)
  expect(await amounts(`customer=${customerId}`)).toEqual(['10.00', '20.00', '30.00'])
  expect(await amounts(`invoice=${two.id}`)).toEqual(['30.00'])
  expect(await amounts('source=write-off')).toEqual(['20.00'])
  expect(await amounts('from=2026-11-11&to=2026-11-11')).toEqual(['20.00'])
  expect(await amounts('search=1002')).toEqual(['30.00'])
  expect((await economy.get('/payments?size=1')).body.totals).toEqual([
    { currency: 'DKK', count: 2, amount: '30.00' },
    { currency: 'EUR', count: 1, amount: '30.00' },
  ])
})

test('whatever is paid, taken back and credited, open is gross and credited less paid', async () => {
  const { app, economy, finalized } = await anOffice()
  let serial = 1000
  const step = fc.oneof(
    fc.record({ kind: fc.constant('pay' as const), amount: fc.integer({ min: -200_000, max: 200_000 }) }),
    fc.record({ kind: fc.constant('delete' as const), amount: fc.nat() }),
    fc.record({ kind: fc.constant('credit' as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      serial += 1
      const { id, gross } = await finalized({ serial })
      const payments: { id: string; amount: bigint }[] = []
      let credited = 0n
      for (const { kind, amount } of steps) {
        if (kind === 'pay') {
          const text = `${amount < 0 ? '-' : ''}${Math.trunc(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
          const answer = await economy.post('/payments', aPayment({ invoiceId: id, amount: text }))
          expect(answer.status).toEqual(amount === 0 ? 400 : 201)
          if (amount !== 0) payments.push({ id: answer.body.id, amount: BigInt(amount) })
        } else if (kind === 'delete') {
          const [gone] = payments.splice(amount % (payments.length || 1), 1)
          if (gone) expect((await economy.delete(`/payments/${gone.id}?version=1`)).status).toEqual(204)
        } else {
          serial += 1
          const note = { serial, kind: 'credit-note', net: BigInt(-amount), creditedInvoiceId: id } as const
          credited += (await finalized(note)).gross
        }
      }
      const paid = payments.reduce((all, payment) => all + payment.amount, 0n)
      expect(await standingOf(app, id)).toEqual({
        paid: String(paid),
        credited: String(credited),
        open: String(gross + credited - paid),
      })
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 15) },
  )
})

const server = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
testOnlyIf(server)('twenty payments of one invoice at the same moment all count', async () => {
  const { app, economy, finalized } = await anOffice()
  const { id } = await finalized()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => economy.post('/payments', aPayment({ invoiceId: id, amount: '62.50' }))),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  expect(await standingOf(app, id)).toEqual({ paid: '125000', credited: '0', open: '0' })
})
