// A dump was loaded: what stops, who may end it, and where no other system has to be compared.
import { afterEach, expect, test } from 'vitest'
import { aCustomer } from '../../test/builders.ts'
import { anInvoicingOffice, done } from '../../test/invoicing-office.ts'
import { startRestoredOffice } from '../../test/restored-office.ts'
import { markRestored } from '../lib/database/database-identity.ts'

let close: () => Promise<void> = async () => {}
afterEach(() => close())

test('where no accounting system is connected a loaded dump stops nothing, and an administrator says that it was read', async () => {
  const { app, admin, economy, billed } = await anInvoicingOffice()
  close = app.close
  await markRestored(app.db, app.now())
  await app.another()
  const { restored } = await done(admin.get('/sync/status'))
  expect(restored).toMatchObject({ page: null, text: expect.stringContaining('A dump was loaded into this database.') })
  expect((await billed()).state).toEqual('finalized')
  expect((await economy.post('/sync/restored/acknowledge')).status).toEqual(403)
  expect((await done(admin.post('/sync/restored/acknowledge'))).restored).toEqual(null)
  await app.another()
  expect((await done(admin.get('/sync/status'))).restored).toEqual(null)
})

test('with one a loaded dump holds what would be sent, and reading it is not enough', async () => {
  const t = await startRestoredOffice()
  close = t.close
  await t.post()
  await markRestored(t.db, t.now())
  await t.restart()
  const { restored } = await done(t.admin.get('/sync/status'))
  expect(restored).toMatchObject({ page: '/export-invoices/compare' })
  const refused = await t.admin.post('/sync/restored/acknowledge')
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Uniconta') } })
  t.sandbox.clearCalls()
  await done(t.admin.post('/customers', aCustomer({ name: 'Later', tagIds: [t.tagId] })))
  await t.settle(2)
  expect(t.writes()).toEqual([])
})
