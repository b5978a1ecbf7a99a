import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer } from '../../test/builders.ts'
import { storeFile } from '../files/file-store.ts'
import { inTransaction } from '../lib/database/database.ts'

let app: TestApp
let economy: Client
let admin: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
  admin = await app.as('administrator')
})

const settings = async () => (await economy.get('/invoicing')).body

async function save(fields: object) {
  const { mark: _m, creditNoteSeries: _c, paymentIdExample: _p, warnings: _w, ...stored } = await settings()
  return economy.put('/invoicing', { ...stored, ...fields })
}

async function saveSeries(kind: string, fields: object) {
  const { items } = (await admin.get('/number-series')).body
  const { kind: _, ...stored } = items.find((one: { kind: string }) => one.kind === kind)
  return admin.put(`/number-series/${kind}`, { ...stored, ...fields })
}

test('the settings of all invoices are changed by economy, seen by the office, and written into the history', async () => {
  const stored = await settings()
  expect(stored).toMatchObject({ vatRounding: 'code', useDraftApproval: false, paymentIdKind: 'none', version: 1 })
  expect(stored.mark).toMatch(/^[0-9A-Z]{4}$/)
  const changed = await save({
    vatRounding: 'line',
    useDraftApproval: true,
    booksLockedUntil: '2026-10-31',
    website: 'akkord.test',
  })
  expect(changed.body).toMatchObject({
    vatRounding: 'line',
    booksLockedUntil: '2026-10-31',
    version: 2,
    mark: stored.mark,
  })
  const { items } = (await economy.get('/history?kind=invoicing&subject=company')).body
  expect(items[0].changes).toContainEqual({ field: 'booksLockedUntil', from: null, to: '2026-10-31' })
  const manager = await app.as('project-manager')
  expect((await manager.get('/invoicing')).status).toEqual(200)
  expect((await manager.put('/invoicing', { version: 2 })).status).toEqual(403)
  expect((await (await app.as('employee')).get('/invoicing')).status).toEqual(403)
})

test('what somebody else saved meanwhile is not overwritten', async () => {
  const both = await Promise.all([save({ bankName: 'A' }), save({ bankName: 'B' })])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('an IBAN or BIC with a wrong sign is refused, a doubtful account or VAT number is saved with a word of doubt', async () => {
  expect((await save({ iban: 'DK5000400440116244', bic: 'DABA' })).body.fields).toEqual([
    { path: 'iban', message: 'This is no IBAN: a digit or letter is wrong or missing. Copy it from your bank.' },
    { path: 'bic', message: 'A BIC has 8 or 11 letters and digits, for example DABADKKK.' },
  ])
  const saved = await save({
    iban: 'dk50 0040 0440 1162 43',
    bic: 'dabadkkk',
    bankRegistrationNumber: '40',
    bankAccount: '0440116243',
    vatNumber: 'DK12345678',
  })
  expect(saved.body).toMatchObject({ iban: 'DK5000400440116243', bic: 'DABADKKK' })
  expect(saved.body.warnings.map((one: { path: string }) => one.path)).toEqual(['vatNumber', 'bankAccount'])
})

test('the logo is a picture that was uploaded', async () => {
  const fileOf = (name: string, type: 'image/png' | 'application/pdf') =>
    inTransaction(app.db, (tx) =>
      storeFile(tx, { name, type, content: new Uint8Array([1, 2, 3]), createdBy: 'Test' }, app.now()),
    )
  const [logo, letter] = [await fileOf('logo.png', 'image/png'), await fileOf('letter.pdf', 'application/pdf')]
  expect((await save({ logoFileId: letter.id })).body.fields).toEqual([
    { path: 'logoFileId', message: 'letter.pdf is not a picture. Use a PNG or JPEG file.' },
  ])
  expect((await save({ logoFileId: '01930000-0000-7000-8000-00000000000f' })).body.fields).toMatchObject([
    { path: 'logoFileId' },
  ])
  expect((await save({ logoFileId: logo.id })).body.logoFileId).toEqual(logo.id)
  expect((await save({ logoFileId: null })).body.logoFileId).toEqual(null)
})

describe('the payment id', () => {
  test('is shown as the next invoice will bear it', async () => {
    const fik = { paymentIdKind: 'fik71', creditorNumber: '8123 4567' }
    const saved = await save(fik)
    expect(saved.body).toMatchObject({
      paymentIdExample: '+71<000000000010017+81234567<',
      creditorNumber: '81234567',
    })
    const asked = '/invoicing/payment-id-example?paymentIdKind=kid&paymentIdFormat=CLI6INV7'
    expect((await economy.get(asked)).body).toMatchObject({ shown: '00000100010016', faults: [] })
    expect((await settings()).paymentIdKind).toEqual('fik71')
  })

  test('whose format cannot hold the next invoice number is refused at the save, with the reason', async () => {
    const faultOf = async (fields: object) => (await save(fields)).body.fields
    expect(await faultOf({ paymentIdKind: 'kid', paymentIdFormat: 'INV3' })).toEqual([
      {
        path: 'paymentIdFormat',
        message: 'The next invoice number is 1001, and INV3 holds 3 digits. Allow more digits.',
      },
    ])
    expect(await faultOf({ paymentIdKind: 'kid' })).toMatchObject([{ message: expect.stringContaining('agreement') }])
    expect(await faultOf({ paymentIdKind: 'kid', paymentIdFormat: 'FAKTURA' })).toMatchObject([
      { message: expect.stringContaining('not understood at "FAKTURA"') },
    ])
    expect(
      await faultOf({ paymentIdKind: 'fik71', paymentIdFormat: 'CLI8INV8', creditorNumber: '81234567' }),
    ).toMatchObject([{ message: expect.stringContaining('writes 16 digits') }])
    expect(await faultOf({ paymentIdKind: 'fik71', creditorNumber: '12345678' })).toMatchObject([
      { path: 'creditorNumber', message: expect.stringContaining('8 digits, the first one an 8') },
    ])
    expect(await faultOf({ paymentIdKind: 'giro04', creditorNumber: '123' })).toMatchObject([
      { path: 'creditorNumber', message: expect.stringContaining('7 or 8 digits') },
    ])
    expect((await settings()).paymentIdKind).toEqual('none')
    const asked = '/invoicing/payment-id-example?paymentIdKind=kid&paymentIdFormat=INV3'
    expect((await economy.get(asked)).body).toMatchObject({ shown: null, faults: [{ path: 'paymentIdFormat' }] })
    expect((await economy.get('/invoicing/payment-id-example?paymentIdKind=boat')).status).toEqual(400)
  })

  test('names customers whose numbers do not fit, and documents that will be without', async () => {
    await economy.post('/customers', aCustomer())
    await economy.post('/customers', aCustomer({ number: 'K-7', name: 'Kaj' }))
    await economy.post('/customers', aCustomer({ number: 'K-8', relation: 'participant' }))
    const messages = (await save({ paymentIdKind: 'kid', paymentIdFormat: 'CLI6INV6' })).body.warnings
    expect(messages.map((one: { message: string }) => one.message)).toEqual([
      'One customer has a number that CLI6 cannot hold, for example K-7 Kaj. Their invoices cannot be finalized with this format.',
      'Documents without transfer have numbers such as L0001, which a payment id cannot hold. They are printed without one.',
    ])
  })

  test('keeps the invoice series from numbers that it cannot hold', async () => {
    await save({ paymentIdKind: 'kid', paymentIdFormat: 'INV4' })
    expect((await saveSeries('invoice', { next: 10_000 })).body.fields).toEqual([
      {
        path: 'next',
        message: 'The next invoice number is 10000, and INV4 holds 4 digits. Allow more digits.',
      },
    ])
    expect((await saveSeries('invoice', { prefix: 'F' })).body.fields).toMatchObject([{ path: 'prefix' }])
    expect((await saveSeries('invoice', { next: 9999 })).status).toEqual(200)
    expect((await saveSeries('customer', { next: 100_000, digits: 6 })).status).toEqual(200)
  })
})
