import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'
import { type StoredInvoice, storeFinalized } from '../../test/finalized-invoice.ts'

async function anOffice(fields: Partial<StoredInvoice>) {
  const app = await startTestApp()
  const economy = await app.as('economy')
  const other = (await economy.post('/customers', aCustomer({ name: 'Olsen AS' }))).body
  const payer = (await economy.post('/customers', aCustomer())).body
  const project = (await economy.post('/projects', aProject({ customerId: other.id }))).body
  const department = (await economy.post('/departments', { number: '20', name: 'Aarhus' })).body
  await storeFinalized(app.db, { customerId: payer.id, projectId: project.id, departmentId: department.id, ...fields })
  return { economy, payer, project, department }
}

test('a customer without projects who was billed within five years is not deleted', async () => {
  const { economy, payer } = await anOffice({ invoicedOn: '2021-01-01' })
  expect(await economy.delete(`/customers/${payer.id}?version=1`)).toMatchObject({
    status: 409,
    body: {
      detail: `${payer.number} Hansen A/S has an invoice, draft or credit note, which are kept for five years, and was not deleted. Make it inactive instead.`,
    },
  })
})

test('what was billed longer ago does not keep a customer', async () => {
  const { economy, payer } = await anOffice({ invoicedOn: '2020-12-31', dueOn: '2020-12-31' })
  expect((await economy.delete(`/customers/${payer.id}?version=1`)).status).toEqual(204)
  expect((await economy.get('/invoices')).body.items).toMatchObject([{ customerName: 'Hansen A/S' }])
})

test('a project and a department that stand on an invoice are not deleted', async () => {
  const { economy, project, department } = await anOffice({})
  expect(await economy.delete(`/projects/${project.id}?version=1`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('has 1 invoice or draft and was not deleted.') },
  })
  expect(await economy.delete(`/departments/${department.id}?version=1`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('The department Aarhus stands on an invoice or draft') },
  })
})
