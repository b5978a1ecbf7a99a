import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'
import { storeFinalized } from '../../test/finalized-invoice.ts'
import { mayWriteTheSame } from '../company/save-series.ts'

let app: TestApp
let admin: Client
let project: { customerId: string; projectId: string }
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.as('administrator')
  const customerId = (await admin.post('/customers', aCustomer())).body.id
  project = { customerId, projectId: (await admin.post('/projects', aProject({ customerId }))).body.id }
})

async function stored(kind: string) {
  const { items } = (await admin.get('/number-series')).body
  const { kind: _, ...fields } = items.find((one: { kind: string }) => one.kind === kind)
  return fields
}

const save = async (kind: string, fields: object) =>
  admin.put(`/number-series/${kind}`, { ...(await stored(kind)), ...fields })

const lastChange = async () => {
  const { items } = (await admin.get('/history?kind=number-series&subject=invoice')).body
  return items[0].changes
}

test('UC-47: the next invoice number is set before the first invoice, forward and back, and is no gap then', async () => {
  expect((await save('invoice', { next: 1861 })).body.next).toEqual(1861)
  expect(await lastChange()).toEqual([{ field: 'next', from: 1001, to: 1861 }])
  expect((await save('invoice', { next: 1 })).body.next).toEqual(1)
})

test('a number that was given is never given again: the next one cannot be set to it or below', async () => {
  await storeFinalized(app.db, { ...project, serial: 1041 })
  for (const next of [1, 1041])
    expect((await save('invoice', { next })).body.fields).toEqual([
      {
        path: 'next',
        message: '1041 has been given already, and no number is given twice. The next number is at least 1042.',
      },
    ])
  expect((await save('invoice', { next: 1042 })).status).toEqual(200)
})

test('setting the series forward leaves a gap that the history names', async () => {
  await storeFinalized(app.db, { ...project, serial: 1000 })
  await save('invoice', { next: 1010 })
  expect(await lastChange()).toEqual([
    { field: 'next', from: 1001, to: 1010 },
    { field: 'gap', from: null, to: '1001–1009' },
  ])
  app.setNow('2026-11-23T10:00:00Z')
  await save('invoice', { next: 1011 })
  expect(await lastChange()).toContainEqual({ field: 'gap', from: null, to: '1010' })
})

test('numbers of invoices are never typed', async () => {
  for (const kind of ['invoice', 'credit-note', 'invoice-local'])
    expect((await save(kind, { overridable: true })).body.fields).toMatchObject([{ path: 'overridable' }])
})

test('no two series of invoices ever write the same number', async () => {
  expect((await save('invoice-local', { prefix: '' })).body.fields).toEqual([
    { path: 'prefix', message: expect.stringContaining('two series of invoices would write the same numbers') },
  ])
  expect((await save('invoice-local', { prefix: '9' })).status).toEqual(400)
  expect((await save('invoice', { prefix: 'l0' })).status).toEqual(400)
  expect((await save('invoice-local', { prefix: 'X-' })).status).toEqual(200)
  expect((await save('invoice', { prefix: 'l0' })).status).toEqual(200)
  expect((await save('customer', { prefix: 'X-' })).status).toEqual(200)
  // Also not that of credit notes, whose digits are numbers that invoices may have as well.
  for (const prefix of ['X-', 'x-2', 'l', 'L07'])
    expect((await save('credit-note', { prefix })).body.fields).toMatchObject([{ path: 'prefix' }])
  expect((await save('credit-note', { prefix: 'CRN-' })).status).toEqual(200)
})

test.each([
  ['', '', true],
  ['', '9', true],
  ['9', '', true],
  ['A', 'A1', true],
  ['A1', 'a', true],
  ['', 'L', false],
  ['A', 'B', false],
  ['A', 'AB', false],
  ['A1', 'A2', false],
  ['A-', 'A', false],
])('the prefixes "%s" and "%s" may write one number: %s', (a, b, expected) => {
  expect(mayWriteTheSame(a, b)).toEqual(expected)
})

test('two who move the series at the same moment do not both', async () => {
  const seen = await stored('invoice')
  const both = await Promise.all([1050, 1060].map((next) => admin.put('/number-series/invoice', { ...seen, next })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})
