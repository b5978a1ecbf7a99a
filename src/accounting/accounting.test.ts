import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anAccount, aPaymentTerm, aProject, aVatCode } from '../../test/builders.ts'
import { storeFinalized } from '../../test/finalized-invoice.ts'
import { invoiceLine } from '../invoices/invoice-table.ts'
import { newId } from '../lib/ids.ts'
import { rateOn } from './vat-code.ts'
import { findVatPhrases } from './vat-phrase-store.ts'

let app: TestApp
let economy: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
})

const addVatCode = async (fields: object = {}) => (await economy.post('/vat-codes', aVatCode(fields))).body
const addAccount = async (fields: object = {}) => (await economy.post('/bookkeeping-accounts', anAccount(fields))).body
const historyOf = async (kind: string, subject: string) =>
  (await economy.get(`/history?kind=${kind}&subject=${subject}`)).body.items

async function aProjectOfACustomer() {
  const customer = (await economy.post('/customers', aCustomer())).body
  const project = (await economy.post('/projects', aProject({ customerId: customer.id }))).body
  return { customerId: customer.id, projectId: project.id }
}

describe('a VAT code', () => {
  test('has a rate from a day on, and the next rate ends it', async () => {
    const rates = [
      { validFrom: '2027-01-01', percent: '26.50' },
      { validFrom: '1992-01-01', percent: '25' },
    ]
    const code = await addVatCode({ rates })
    expect(code).toMatchObject({ code: 'U25', category: 'standard', active: true, accounts: 0 })
    expect(code.rates).toEqual([
      { validFrom: '1992-01-01', percent: '25' },
      { validFrom: '2027-01-01', percent: '26.5' },
    ])
    const percentOn = (day: string) => rateOn(code.rates, day)?.percent
    expect(percentOn('1991-12-31')).toBeUndefined()
    expect(percentOn('1992-01-01')).toEqual('25')
    expect(percentOn('2026-12-31')).toEqual('25')
    expect(percentOn('2027-01-01')).toEqual('26.5')
  })

  test('is given a rate of the future, and the history says who did it', async () => {
    const code = await addVatCode()
    app.setNow('2026-11-23T10:00:00Z')
    const rates = [...code.rates, { validFrom: '2027-07-01', percent: '24' }]
    const changed = await economy.put(`/vat-codes/${code.id}`, { ...aVatCode({ rates }), version: 1 })
    expect(changed.body).toMatchObject({ version: 2, rates })
    expect((await historyOf('vat-code', code.id))[0]).toMatchObject({
      action: 'changed',
      changes: [{ field: 'rates', from: '25 % from 1992-01-01', to: '25 % from 1992-01-01, 24 % from 2027-07-01' }],
    })
  })

  test('whose rate of the past is put right leaves finalized documents as they are', async () => {
    const code = await addVatCode()
    const { id } = await storeFinalized(app.db, await aProjectOfACustomer())
    const rates = [{ validFrom: '1992-01-01', percent: '20' }]
    expect((await economy.put(`/vat-codes/${code.id}`, { ...aVatCode({ rates }), version: 1 })).status).toEqual(200)
    const { rows } = await app.database.pool.query('select percent, vat from invoice_vat where invoice_id = $1', [id])
    expect(rows).toEqual([{ percent: '25', vat: '25000' }])
  })

  test('has one rate a day, a percentage that fits its category, and a code of its own', async () => {
    const twice = [
      { validFrom: '2027-01-01', percent: '25' },
      { validFrom: '2027-01-01', percent: '24' },
    ]
    expect((await economy.post('/vat-codes', aVatCode({ rates: twice }))).body.fields).toEqual([
      { path: 'rates.1.validFrom', message: 'Two rates begin on 2027-01-01. Keep one of them.' },
    ])
    const zero = [{ validFrom: '2027-01-01', percent: '0' }]
    expect((await economy.post('/vat-codes', aVatCode({ rates: zero }))).body.fields).toMatchObject([
      { path: 'rates.0.percent' },
    ])
    expect((await economy.post('/vat-codes', aVatCode({ category: 'export' }))).body.fields).toEqual([
      { path: 'rates.0.percent', message: 'Sales of this category bear no VAT: the percentage has to be 0.' },
    ])
    await addVatCode()
    expect((await economy.post('/vat-codes', aVatCode({ code: 'u25' }))).body.fields).toEqual([
      { path: 'code', message: 'The code U25 is already used by Output VAT 25 %.' },
    ])
    for (const percent of ['-1', '100.1', '25%', '1e1', 'NaN', '25.12345'])
      expect(
        await economy.post('/vat-codes', aVatCode({ code: 'X', rates: [{ validFrom: '2027-01-01', percent }] })),
      ).toMatchObject({ status: 400, body: { fields: [{ path: 'rates.0.percent' }] } })
    expect((await economy.post('/vat-codes', aVatCode({ code: 'X', rates: [] }))).status).toEqual(400)
    expect((await economy.get('/vat-codes')).body.items).toHaveLength(1)
  })

  test('that an account or a line has is not deleted', async () => {
    const code = await addVatCode()
    const account = await addAccount({ vatCodeId: code.id })
    expect(await economy.delete(`/vat-codes/${code.id}?version=1`)).toMatchObject({
      status: 409,
      body: {
        detail:
          'The VAT code U25 is on the account 1010 Sales of hours and was not deleted. Give it another code first, or make the code inactive.',
      },
    })
    await economy.delete(`/bookkeeping-accounts/${account.id}?version=1`)
    const lineId = await aDraftLine({ vatCodeId: code.id })
    expect((await economy.delete(`/vat-codes/${code.id}?version=1`)).body.detail).toEqual(
      'The VAT code U25 is on one invoice line and was not deleted. Make it inactive instead.',
    )
    await app.database.pool.query('delete from invoice_line where id = $1', [lineId])
    expect((await economy.delete(`/vat-codes/${code.id}?version=1`)).status).toEqual(204)
    expect((await economy.get(`/vat-codes/${code.id}`)).status).toEqual(404)
  })

  test('that somebody else changed meanwhile is not overwritten, rates included', async () => {
    const code = await addVatCode()
    const put = (rates: object[]) =>
      economy.put(`/vat-codes/${code.id}`, { ...aVatCode({ rates: rates as [] }), version: 1 })
    const both = await Promise.all([
      put([{ validFrom: '1992-01-01', percent: '24' }]),
      put([{ validFrom: '1992-01-01', percent: '26' }]),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.current).toMatchObject({ version: 2 })
  })

  test('two of the same code saved at the same moment are one', async () => {
    const both = await Promise.all([1, 2].map(() => economy.post('/vat-codes', aVatCode())))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  })
})

describe('a bookkeeping account', () => {
  test('is made, listed by number, changed and deleted, and the history names its VAT code', async () => {
    const code = await addVatCode()
    const account = await addAccount({ number: '1010', vatCodeId: code.id })
    await addAccount({ number: '99', name: 'Old' })
    const numbers = async () =>
      (await economy.get('/bookkeeping-accounts')).body.items.map((one: { number: string }) => one.number)
    expect(await numbers()).toEqual(['99', '1010'])
    expect(account).toMatchObject({ number: '1010', vatCodeId: code.id, vatCode: 'U25', active: true, version: 1 })
    app.setNow('2026-11-23T10:00:00Z')
    const path = `/bookkeeping-accounts/${account.id}`
    const changed = await economy.put(path, { ...anAccount({ vatCodeId: null, active: false }), version: 1 })
    expect(changed.body).toMatchObject({ vatCode: null, active: false, version: 2 })
    expect((await historyOf('account', account.id))[0].changes).toEqual([
      { field: 'active', from: true, to: false },
      { field: 'vatCode', from: 'U25', to: null },
    ])
    expect((await economy.put(path, { ...anAccount(), version: 1 })).status).toEqual(409)
    expect((await economy.delete(`${path}?version=2`)).status).toEqual(204)
    expect(await numbers()).toEqual(['99'])
  })

  test('has a number of its own, whatever the case, also when two are saved at the same moment', async () => {
    await addAccount({ number: 'a1' })
    expect((await economy.post('/bookkeeping-accounts', anAccount({ number: 'A1' }))).body.fields).toEqual([
      { path: 'number', message: 'The number A1 is already used by the account Sales of hours.' },
    ])
    const both = await Promise.all([1, 2].map(() => economy.post('/bookkeeping-accounts', anAccount({ number: 'b1' }))))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  })

  test('takes no VAT code that is gone or out of use, and keeps the one that it has', async () => {
    const code = await addVatCode()
    const account = await addAccount({ vatCodeId: code.id })
    await economy.put(`/vat-codes/${code.id}`, { ...aVatCode({ active: false }), version: 1 })
    const path = `/bookkeeping-accounts/${account.id}`
    expect((await economy.put(path, { ...anAccount({ name: 'New', vatCodeId: code.id }), version: 1 })).status).toEqual(
      200,
    )
    expect(
      (await economy.post('/bookkeeping-accounts', anAccount({ number: '2', vatCodeId: code.id }))).body.fields,
    ).toEqual([
      {
        path: 'vatCodeId',
        message: 'The VAT code U25 is no longer in use. Choose another, or make the code active first.',
      },
    ])
    const unknown = '01930000-0000-7000-8000-00000000000f'
    expect(
      (await economy.post('/bookkeeping-accounts', anAccount({ number: '2', vatCodeId: unknown }))).body.fields,
    ).toEqual([{ path: 'vatCodeId', message: 'This VAT code does not exist any more. Choose another.' }])
  })

  test('that a line is on is made inactive instead of deleted', async () => {
    const account = await addAccount()
    await aDraftLine({ accountId: account.id })
    expect((await economy.delete(`/bookkeeping-accounts/${account.id}?version=1`)).body.detail).toEqual(
      'The account 1010 Sales of hours is on one invoice line and was not deleted. Make it inactive instead.',
    )
  })
})

describe('payment terms', () => {
  test('are chosen by their days, one of each', async () => {
    const { body: term } = await economy.post('/payment-terms', aPaymentTerm({ days: 30, name: 'Net 30 days' }))
    await economy.post('/payment-terms', aPaymentTerm({ days: 8, name: 'Net 8 days' }))
    expect((await economy.post('/payment-terms', aPaymentTerm({ days: 8 }))).body.fields).toEqual([
      { path: 'days', message: 'There is already a payment term with 8 days: Net 8 days.' },
    ])
    const employee = await app.as('employee')
    expect((await employee.get('/payment-terms')).body.items.map((one: { days: number }) => one.days)).toEqual([8, 30])
    const path = `/payment-terms/${term.id}`
    expect((await economy.put(path, { days: 8, name: 'x', active: true, version: 1 })).status).toEqual(400)
    expect((await economy.put(path, { days: 31, name: 'x', active: false, version: 1 })).body).toMatchObject({
      days: 31,
    })
    expect((await economy.put(path, { days: 32, name: 'x', active: false, version: 1 })).status).toEqual(409)
    expect((await economy.delete(`${path}?version=2`)).status).toEqual(204)
    for (const days of [-1, 366, 1.5])
      expect((await economy.post('/payment-terms', aPaymentTerm({ days }))).body.fields).toMatchObject([
        { path: 'days' },
      ])
    const both = await Promise.all([1, 2].map(() => economy.post('/payment-terms', aPaymentTerm())))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  })
})

describe('the phrases of VAT categories', () => {
  const path = '/vat-phrases/reverse-charge-domestic'
  const own = { da: 'Køber betaler momsen.', nb: null, en: null, version: 0 }

  test('are the law’s until the company writes its own, and again when it takes them back', async () => {
    const { items } = (await economy.get('/vat-phrases')).body
    expect(items).toHaveLength(8)
    expect(items[1]).toMatchObject({
      category: 'reverse-charge-domestic',
      da: null,
      version: 0,
      standard: { en: 'Reverse charge, buyer settles the VAT.' },
    })
    expect((await findVatPhrases(app.db, 'da'))['reverse-charge-domestic']).toEqual(
      'Omvendt betalingspligt, køber afregner momsen.',
    )
    expect((await economy.put(path, own)).body.items[1]).toMatchObject({ da: 'Køber betaler momsen.', version: 1 })
    expect((await findVatPhrases(app.db, 'da'))['reverse-charge-domestic']).toEqual('Køber betaler momsen.')
    expect((await findVatPhrases(app.db, 'nb'))['reverse-charge-domestic']).toMatch(/^Omvendt avgiftsplikt/)
    app.setNow('2026-11-23T10:00:00Z')
    expect((await economy.put(path, { ...own, da: '  ', version: 1 })).body.items[1]).toMatchObject({ da: null })
    expect(
      (await historyOf('vat-phrases', 'reverse-charge-domestic')).map((one: { changes: unknown }) => one.changes),
    ).toEqual([
      [{ field: 'da', from: 'Køber betaler momsen.', to: null }],
      [{ field: 'da', from: null, to: 'Køber betaler momsen.' }],
    ])
  })

  test('are not overwritten by somebody who did not see them', async () => {
    const both = await Promise.all([economy.put(path, own), economy.put(path, { ...own, da: 'Andet' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await economy.put('/vat-phrases/boats', own)).body.fields).toMatchObject([{ path: 'category' }])
  })
})

test('the office sees the accounts, economy changes them, and employees have nothing to do with them', async () => {
  const [manager, employee] = [await app.as('project-manager'), await app.as('employee')]
  expect((await manager.get('/bookkeeping-accounts')).status).toEqual(200)
  expect((await manager.post('/bookkeeping-accounts', anAccount())).status).toEqual(403)
  expect((await employee.get('/bookkeeping-accounts')).status).toEqual(403)
})

/** A line of a draft, so that something uses an account or a code. */
async function aDraftLine(fields: { accountId?: string; vatCodeId?: string }): Promise<string> {
  const { pool } = app.database
  const { customerId, projectId } = await aProjectOfACustomer()
  const [invoiceId, id] = [newId(app.now()), newId(app.now())]
  await pool.query(
    `insert into invoice (id, created_at, updated_at, kind, state, reference, transfer, customer_id, project_id, currency,
       on_account, net, vat, gross, search_text, created_by)
     values ($1, now(), now(), 'invoice', 'draft', $2, true, $3, $4, 'DKK', false, 0, 0, 0, '', 'Test')`,
    [invoiceId, invoiceId.slice(-12), customerId, projectId],
  )
  await app.db.insert(invoiceLine).values({
    id,
    invoiceId,
    position: 1,
    origin: 'manual',
    text: 'x',
    quantity: '1',
    unit: 'piece',
    unitPrice: '0',
    discountPercent: '0',
    net: 0n,
    vat: 0n,
    ...fields,
  })
  return id
}
