import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aContact, aCustomer } from '../../test/builders.ts'

let app: TestApp
let economy: Client
let customerId: string
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
  customerId = (await economy.post('/customers', aCustomer())).body.id
})

const add = async (fields: object = {}) => (await economy.post('/contacts', aContact({ customerId, ...fields }))).body

test('a contact belongs to a customer and is kept as it was written', async () => {
  const fields = {
    name: 'Åse Ærlig',
    title: 'Bogholder',
    email: 'ase@hansen.test',
    phone: '+45 1',
    mobile: '+45 2',
    receivesInvoices: true,
    active: true,
    notes: 'Kun om formiddagen',
  }
  const contact = await add(fields)
  expect(contact).toMatchObject({ ...fields, customerNumber: '10001', customerName: 'Hansen A/S', version: 1 })
  expect((await economy.get(`/contacts/${contact.id}`)).body).toEqual(contact)
  const changed = await economy.put(`/contacts/${contact.id}`, { ...fields, customerId, active: false, version: 1 })
  expect(changed.body).toMatchObject({ active: false, version: 2 })
  expect((await economy.get('/contacts?active=true')).body.total).toEqual(0)
  expect((await economy.get(`/contacts?active=false&customer=${customerId}&search=ÅSE`)).body.total).toEqual(1)
  expect((await economy.delete(`/contacts/${contact.id}?version=2`)).status).toEqual(204)
  expect((await economy.get(`/contacts/${contact.id}`)).status).toEqual(404)
})

test('a contact of a customer that does not exist is refused', async () => {
  const answer = await economy.post('/contacts', aContact({ customerId: '01930000-0000-7000-8000-000000000001' }))
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'customerId' }] } })
})

test('a wrong e-mail is named as such', async () => {
  const answer = await economy.post('/contacts', aContact({ customerId, email: 'not an address' }))
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'email' }] } })
  expect(answer.body.fields[0].message).toMatch(/e-?mail/i)
})

test('the contacts of a deleted customer are gone with it', async () => {
  const contact = await add()
  expect((await economy.delete(`/customers/${customerId}?version=1`)).status).toEqual(204)
  expect((await economy.get(`/contacts/${contact.id}`)).status).toEqual(404)
  expect((await economy.get('/contacts')).body).toMatchObject({ total: 0, items: [] })
  expect((await economy.get('/search?q=berg')).body.items).toEqual([])
})
