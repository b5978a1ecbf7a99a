import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer } from '../../test/builders.ts'

let app: TestApp
let admin: Client
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.as('administrator')
})

test('the company of set-up is shown to everybody and changed by administrators', async () => {
  const employee = await app.as('employee')
  const { body: company } = await employee.get('/company')
  expect(company).toMatchObject({ name: 'Akkord A/S', countryCode: 'DK', currency: 'DKK', version: 1 })
  const wished = { ...company, name: 'Akkord ApS', street: 'Nygade 1', timeZone: 'Europe/Oslo' }
  expect((await employee.put('/company', wished)).status).toEqual(403)
  expect((await admin.put('/company', wished)).body).toEqual({ ...wished, version: 2 })
  expect((await employee.get('/me')).body.company).toMatchObject({ name: 'Akkord ApS', timeZone: 'Europe/Oslo' })
})

test('a country, currency or time zone that does not exist is named', async () => {
  const { body: company } = await admin.get('/company')
  const answer = await admin.put('/company', { ...company, countryCode: 'dk', currency: 'XXX', timeZone: 'Mars/Base' })
  expect(answer).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'countryCode' }, { path: 'currency' }, { path: 'timeZone' }] },
  })
  expect((await admin.get('/company')).body).toEqual(company)
})

test('a time zone is known by its old and its new name, since browsers differ', async () => {
  for (const timeZone of ['Europe/Kiev', 'Europe/Kyiv', 'UTC']) {
    const company = (await admin.get('/company')).body
    expect(await admin.put('/company', { ...company, timeZone })).toMatchObject({ status: 200, body: { timeZone } })
  }
})

test('UC-47: a number series gives its next number with prefix and zeros, and goes on from there', async () => {
  const { body: series } = await admin.get('/number-series')
  expect(series.items).toEqual([
    { kind: 'credit-note', prefix: 'K', next: 1, digits: 1, overridable: false, version: 1 },
    { kind: 'customer', prefix: '', next: 10_001, digits: 5, overridable: true, version: 1 },
    { kind: 'invoice', prefix: '', next: 1001, digits: 4, overridable: false, version: 1 },
    { kind: 'invoice-local', prefix: 'L', next: 1, digits: 4, overridable: false, version: 1 },
    { kind: 'project', prefix: '', next: 1001, digits: 4, overridable: true, version: 1 },
  ])
  const wished = { prefix: 'K-', next: 7, digits: 4, overridable: false, version: 1 }
  expect((await admin.put('/number-series/customer', wished)).body).toEqual({
    ...wished,
    kind: 'customer',
    version: 2,
  })
  expect((await admin.get('/customers/next-number')).body).toEqual({ number: 'K-0007', overridable: false })
  expect((await admin.post('/customers', aCustomer())).body.number).toEqual('K-0007')
  expect((await admin.post('/customers', aCustomer())).body.number).toEqual('K-0008')
  expect((await admin.get('/number-series')).body.items[1].next).toEqual(9)
})

test('a series that is set back never gives a number twice', async () => {
  for (let n = 0; n < 3; n += 1) await admin.post('/customers', aCustomer())
  await admin.put('/number-series/customer', { prefix: '', next: 10_002, digits: 5, overridable: true, version: 1 })
  expect((await admin.post('/customers', aCustomer())).body.number).toEqual('10004')
})

test('a customer that is refused uses up no number', async () => {
  await admin.post('/customers', aCustomer({ tagIds: ['01930000-0000-7000-8000-000000000001'] }))
  expect((await admin.post('/customers', aCustomer())).body.number).toEqual('10001')
})

test('a series that does not exist, and a prefix that no system takes, are named', async () => {
  const series = { prefix: '', next: 1, digits: 1, overridable: true, version: 1 }
  expect((await admin.put('/number-series/boats', series)).body.fields).toMatchObject([{ path: 'kind' }])
  const wrong = await admin.put('/number-series/customer', { ...series, prefix: 'Ø%', next: 0, digits: 13 })
  expect(wrong.body.fields.map((field: { path: string }) => field.path)).toEqual(['prefix', 'next', 'digits'])
})
