import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'

test('a saved customer comes back with its number, its badge and its warnings', async () => {
  const app = await startTestApp()
  const economy = await app.as('economy')
  const made = await economy.post('/customers', aCustomer({ registrationNumber: '12345678' }))
  expect(made.body).toMatchObject({ number: '10001', name: 'Hansen A/S', version: 1, sync: { state: 'off' } })
  expect(made.body.warnings[0]).toMatchObject({ path: 'registrationNumber' })
  const project = await economy.post('/projects', aProject({ customerId: made.body.id }))
  expect(project.body).toMatchObject({ number: '1001', customerNumber: '10001' })
  const list = await economy.get('/customers?search=hansen')
  expect(list.body).toMatchObject({ total: 1, items: [{ number: '10001', projects: 1 }] })
})
