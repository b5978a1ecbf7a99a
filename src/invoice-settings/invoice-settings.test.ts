import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aContact, aCustomer, anAccount, aProject, aVatCode } from '../../test/builders.ts'
import { accountIdFor, resolveMany, resolveSettings } from './resolve-settings.ts'

let app: TestApp
let economy: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
})

// biome-ignore lint/suspicious/noExplicitAny: answers of the API
type Record = any

const addCustomer = async (fields: object = {}): Promise<Record> =>
  (await economy.post('/customers', aCustomer(fields))).body
const addProject = async (customerId: string, fields: object = {}): Promise<Record> =>
  (await economy.post('/projects', aProject({ customerId, ...fields }))).body
const addAccount = async (fields: object = {}): Promise<Record> =>
  (await economy.post('/bookkeeping-accounts', anAccount(fields))).body

/** Saves a few of the settings at a path, the others as they are. */
async function save(path: string, fields: object, client = economy) {
  const { own, version } = (await client.get(path)).body
  return client.put(path, { ...own, ...fields, version })
}

async function saveCompany(fields: object) {
  const { own, version } = (await economy.get('/invoice-settings')).body
  const { yourReference: _y, orderReference: _o, contractReference: _r, contactId: _c, ...rest } = own
  const { nameLineAbove: _a, nameLineBelow: _b, ...values } = rest
  return economy.put('/invoice-settings', { ...values, ...fields, version })
}

const ofCustomer = (id: string) => `/customers/${id}/invoice-settings`
const ofProject = (id: string) => `/projects/${id}/invoice-settings`

describe('a setting', () => {
  test('comes from the company, unless the customer, the project or the draft says otherwise: the nearest holds', async () => {
    const customer = await addCustomer()
    const project = await addProject(customer.id)
    const subject = { customerId: customer.id, projectId: project.id }
    const textOf = async (draft: { invoiceText?: string | null } = {}) =>
      (await resolveSettings(app.db, { ...subject, draft })).resolved.invoiceText
    expect(await textOf()).toEqual({ value: null, from: 'company' })
    await saveCompany({ invoiceText: 'Thank you' })
    expect(await textOf()).toEqual({ value: 'Thank you', from: 'company' })
    await save(ofCustomer(customer.id), { invoiceText: 'Dear Hansen' })
    expect(await textOf()).toEqual({ value: 'Dear Hansen', from: 'customer' })
    await save(ofProject(project.id), { invoiceText: 'The harbour' })
    expect(await textOf()).toEqual({ value: 'The harbour', from: 'project' })
    expect(await textOf({ invoiceText: 'This time' })).toEqual({ value: 'This time', from: 'draft' })
    expect(await textOf({ invoiceText: null })).toEqual({ value: 'The harbour', from: 'project' })
    await save(ofProject(project.id), { invoiceText: null })
    await save(ofCustomer(customer.id), { invoiceText: '  ' })
    expect(await textOf()).toEqual({ value: 'Thank you', from: 'company' })
  })

  test.each([
    ['yourReference', 'Bo'],
    ['orderReference', 'PO-1'],
    ['contractReference', 'C-1'],
    ['nameLineAbove', 'Att. accounting'],
    ['nameLineBelow', 'Building 7'],
    ['invoiceText', 'Hello'],
    ['footerText', 'Bye'],
    ['paymentDays', 21],
    ['paymentDays', 0],
    ['language', 'en'],
    ['lineGrouping', 'person'],
    ['hourSpecification', 'entry'],
    ['attachReceipts', true],
    ['attachReceipts', false],
  ])('%s may stand on the customer and on the project: %s', async (field, value) => {
    const customer = await addCustomer()
    const project = await addProject(customer.id)
    const resolved = async () =>
      (await resolveSettings(app.db, { customerId: customer.id, projectId: project.id })).resolved[
        field as 'invoiceText'
      ]
    expect((await save(ofCustomer(customer.id), { [field]: value })).body.own[field]).toEqual(value)
    expect(await resolved()).toEqual({ value, from: 'customer' })
    expect((await economy.get(ofProject(project.id))).body.inherited[field]).toEqual({ value, from: 'customer' })
    expect((await save(ofProject(project.id), { [field]: value })).body.own[field]).toEqual(value)
    expect(await resolved()).toEqual({ value, from: 'project' })
    await save(ofProject(project.id), { [field]: null })
    await save(ofCustomer(customer.id), { [field]: null })
    expect((await resolved()).from).toEqual('company')
  })

  test('is shown with what it would be without the own value', async () => {
    const customer = await addCustomer({ paymentDays: 30 })
    const project = await addProject(customer.id)
    const answer = (await economy.get(ofCustomer(customer.id))).body
    expect(answer).toMatchObject({ level: 'customer', isDomestic: true })
    expect(answer.own.paymentDays).toEqual(30)
    expect(answer.inherited.paymentDays).toEqual({ value: 14, from: 'company' })
    const below = (await economy.get(ofProject(project.id))).body
    expect(below.own.paymentDays).toEqual(null)
    expect(below.inherited.paymentDays).toEqual({ value: 30, from: 'customer' })
  })

  test('of many projects is found at once, in the order asked', async () => {
    const [hansen, jensen] = [await addCustomer({ paymentDays: 8 }), await addCustomer({ paymentDays: null })]
    const projects = [await addProject(jensen.id), await addProject(hansen.id), await addProject(hansen.id)]
    await save(ofProject(projects[2].id), { paymentDays: 60 })
    const found = await resolveMany(
      app.db,
      projects.map((project) => ({ customerId: project.customerId, projectId: project.id })),
    )
    expect(found.map(({ resolved }) => resolved.paymentDays)).toEqual([
      { value: 14, from: 'company' },
      { value: 8, from: 'customer' },
      { value: 60, from: 'project' },
    ])
    expect(await resolveMany(app.db, [])).toEqual([])
  })
})

describe('payment days of a customer and references of a project', () => {
  test('are one with those of the record, whichever page changes them', async () => {
    const customer = await addCustomer({ paymentDays: 30 })
    const project = await addProject(customer.id, { customerReference: 'Bo Berg' })
    await save(ofCustomer(customer.id), { paymentDays: 8 })
    expect((await economy.get(`/customers/${customer.id}`)).body).toMatchObject({ paymentDays: 8, version: 2 })
    expect((await economy.get(ofProject(project.id))).body.own.yourReference).toEqual('Bo Berg')
    await save(ofProject(project.id), { yourReference: 'Ida', orderReference: 'PO-7' })
    const stored = (await economy.get(`/projects/${project.id}`)).body
    expect(stored).toMatchObject({ customerReference: 'Ida', orderReference: 'PO-7', version: 2 })
    const { rows } = await app.database.pool.query(
      `select payment_days, your_reference, order_reference from invoice_setting where level <> 'company'`,
    )
    for (const row of rows) expect(row).toEqual({ payment_days: null, your_reference: null, order_reference: null })
    const history = (await economy.get(`/history?kind=customer&subject=${customer.id}`)).body.items
    expect(history).toContainEqual(expect.objectContaining({ changes: [{ field: 'paymentDays', from: 30, to: 8 }] }))
  })

  test('are sent again with their record', async () => {
    const customer = await addCustomer()
    await save(ofCustomer(customer.id), { paymentDays: 8 })
    const { rows } = await app.database.pool.query(`select requested from sync_task where kind = 'customer.push'`)
    expect(rows).toEqual([{ requested: 2 }])
    await save(ofCustomer(customer.id), { footerText: 'Not sent' })
    const after = await app.database.pool.query(`select requested from sync_task where kind = 'customer.push'`)
    expect(after.rows).toEqual([{ requested: 2 }])
  })

  test('are not overwritten by a page that was opened before the record was saved', async () => {
    const customer = await addCustomer({ paymentDays: 30 })
    const { own, version } = (await economy.get(ofCustomer(customer.id))).body
    const { sync: _s, warnings: _w, id: _i, createdAt: _c, updatedAt: _u, ...record } = customer
    await economy.put(`/customers/${customer.id}`, { ...record, paymentDays: 45 })
    const late = await economy.put(ofCustomer(customer.id), { ...own, invoiceText: 'Hello', version })
    expect(late).toMatchObject({ status: 409, body: { current: { paymentDays: 45, version: version + 1 } } })
    const page = (await economy.get(ofCustomer(customer.id))).body
    const saved = (footerText: string) =>
      economy.put(ofCustomer(customer.id), { ...page.own, footerText, version: page.version })
    const both = await Promise.all(['a', 'b'].map(saved))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})

describe('the account of a line', () => {
  test('is the domestic one for a customer at home and the foreign one for others, from the nearest level', async () => {
    const [home, abroad, special] = [
      await addAccount({ number: '1010' }),
      await addAccount({ number: '1110' }),
      await addAccount({ number: '1290' }),
    ]
    await saveCompany({ hoursAccountDomestic: home.id, hoursAccountForeign: abroad.id })
    const [hansen, berg] = [await addCustomer(), await addCustomer({ countryCode: 'NO', currency: 'NOK' })]
    const accountOf = async (customerId: string, projectId?: string) =>
      accountIdFor(await resolveSettings(app.db, { customerId, projectId }), 'hours')
    expect(await accountOf(hansen.id)).toEqual({ value: home.id, from: 'company' })
    expect(await accountOf(berg.id)).toEqual({ value: abroad.id, from: 'company' })
    const project = await addProject(berg.id)
    await save(ofProject(project.id), { hoursAccountForeign: special.id, hoursAccountDomestic: home.id })
    expect(await accountOf(berg.id, project.id)).toEqual({ value: special.id, from: 'project' })
    const settings = await resolveSettings(app.db, { customerId: hansen.id })
    expect(accountIdFor(settings, 'expenses')).toEqual({ value: null, from: 'company' })
  })

  test('is chosen by economy; project managers change texts and leave it as it is', async () => {
    const manager = await app.as('project-manager')
    const account = await addAccount()
    const customer = await addCustomer()
    await save(ofCustomer(customer.id), { hoursAccountDomestic: account.id })
    const changed = await save(ofCustomer(customer.id), { invoiceText: 'Hello', paymentDays: 8 }, manager)
    expect(changed.body.own).toMatchObject({ invoiceText: 'Hello', hoursAccountDomestic: account.id })
    const refused = await save(ofCustomer(customer.id), { invoiceText: 'x', hoursAccountDomestic: null }, manager)
    expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('may not choose accounts') } })
    expect((await manager.get(ofCustomer(customer.id))).body.own.invoiceText).toEqual('Hello')
    expect((await manager.put('/invoice-settings', {})).status).toEqual(403)
  })

  test('has to be there and in use; the one that was chosen before may stay', async () => {
    const account = await addAccount()
    const customer = await addCustomer()
    await save(ofCustomer(customer.id), { hoursAccountDomestic: account.id })
    await economy.put(`/bookkeeping-accounts/${account.id}`, { ...anAccount({ active: false }), version: 1 })
    expect((await save(ofCustomer(customer.id), { footerText: 'x' })).status).toEqual(200)
    expect((await save(ofCustomer(customer.id), { expensesAccountForeign: account.id })).body.fields).toEqual([
      {
        path: 'expensesAccountForeign',
        message: 'The account 1010 Sales of hours is no longer in use. Choose another, or make it active first.',
      },
    ])
    const unknown = '01930000-0000-7000-8000-00000000000f'
    expect((await saveCompany({ hoursAccountDomestic: unknown })).body.fields).toEqual([
      { path: 'hoursAccountDomestic', message: 'This account does not exist any more. Choose another.' },
    ])
  })

  test('that a level names is not deleted until another is chosen there', async () => {
    const account = await addAccount()
    const [hansen, jensen] = [await addCustomer(), await addCustomer({ name: 'Jensen' })]
    const remove = () => economy.delete(`/bookkeeping-accounts/${account.id}?version=1`)
    await saveCompany({ hoursAccountDomestic: account.id })
    expect(await remove()).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('is in the invoice settings of the company and was not deleted') },
    })
    await saveCompany({ hoursAccountDomestic: null })
    await save(ofCustomer(hansen.id), { productsAccountForeign: account.id })
    await save(ofCustomer(jensen.id), { hoursAccountForeign: account.id })
    expect((await remove()).body.detail).toContain('of 10001 Hansen A/S and 1 more')
    await save(ofCustomer(jensen.id), { hoursAccountForeign: null })
    await economy.delete(`/customers/${hansen.id}?version=1`)
    expect((await remove()).status).toEqual(204)
  })
})

describe('the contact', () => {
  test('is one of the customer’s own, and is left out when the invoice goes to somebody else', async () => {
    const [hansen, jensen] = [await addCustomer(), await addCustomer({ name: 'Jensen' })]
    const contact = (await economy.post('/contacts', aContact({ customerId: hansen.id }))).body
    const project = await addProject(hansen.id)
    expect((await save(ofCustomer(jensen.id), { contactId: contact.id })).body.fields).toEqual([
      { path: 'contactId', message: 'Bo Berg is not a contact of Jensen. Choose one of the customer’s own.' },
    ])
    await save(ofProject(project.id), { contactId: contact.id })
    const contactOf = async (customerId: string) =>
      (await resolveSettings(app.db, { customerId, projectId: project.id })).resolved.contactId
    expect(await contactOf(hansen.id)).toEqual({ value: contact.id, from: 'project' })
    expect(await contactOf(jensen.id)).toEqual({ value: null, from: 'company' })
    const history = (await economy.get(`/history?kind=invoice-settings&subject=${project.id}`)).body.items
    expect(history[0].changes).toEqual([{ field: 'contactId', from: null, to: 'Bo Berg' }])
    await economy.delete(`/contacts/${contact.id}?version=1`)
    expect(await contactOf(hansen.id)).toEqual({ value: null, from: 'company' })
    expect((await save(ofCustomer(hansen.id), { contactId: contact.id })).body.fields).toMatchObject([
      { path: 'contactId', message: 'This contact does not exist any more. Choose another.' },
    ])
  })
})

test('settings of a customer or project that is not there, or of nonsense, are refused', async () => {
  const id = '01930000-0000-7000-8000-00000000000f'
  for (const path of [ofCustomer(id), ofProject(id)]) {
    expect((await economy.get(path)).status).toEqual(404)
    expect((await economy.put(path, { version: 1 })).status).toEqual(404)
  }
  const customer = await addCustomer()
  const wrong = {
    paymentDays: 366,
    language: 'xx',
    lineGrouping: 'moon',
    attachReceipts: 'yes',
    invoiceText: 'x'.repeat(4001),
  }
  expect((await save(ofCustomer(customer.id), wrong)).body.fields.map((one: { path: string }) => one.path)).toEqual(
    expect.arrayContaining(['paymentDays', 'language', 'lineGrouping', 'attachReceipts', 'invoiceText']),
  )
  expect((await saveCompany({ paymentDays: null })).body.fields).toMatchObject([{ path: 'paymentDays' }])
  expect((await saveCompany({ yourReference: 'Bo' })).body.fields).toMatchObject([{ path: 'yourReference' }])
})

describe('the standard set', () => {
  test.each([
    ['DK', 14, 'da', '1010', 'U25', '25'],
    ['NO', 14, 'nb', '3000', '3', '25'],
    ['SE', 30, 'en', '3041', 'M25', '25'],
  ])('of %s makes everything that hours need to be billed', async (country, days, language, number, code, percent) => {
    const made = await economy.post('/accounting/standard-set', { country })
    expect(made.status).toEqual(201)
    const accounts = (await economy.get('/bookkeeping-accounts')).body.items
    expect(accounts).toHaveLength(made.body.accounts)
    for (const account of accounts) expect(account.vatCode).not.toBeNull()
    const { own } = (await economy.get('/invoice-settings')).body
    expect(own).toMatchObject({ paymentDays: days, language })
    const named = accounts.find((one: { id: string }) => one.id === own.hoursAccountDomestic)
    expect(named).toMatchObject({ number, vatCode: code })
    for (const field of Object.keys(own).filter((name) => /Account/.test(name))) expect(own[field]).not.toBeNull()
    const codes = (await economy.get('/vat-codes')).body.items
    expect(codes).toHaveLength(made.body.vatCodes)
    expect(codes.find((one: { code: string }) => one.code === code).rates.at(-1).percent).toEqual(percent)
    expect((await economy.get('/payment-terms')).body.items).toHaveLength(made.body.paymentTerms)
  })

  test('is made once, and not where somebody has begun by hand', async () => {
    const both = await Promise.all([1, 2].map(() => economy.post('/accounting/standard-set', { country: 'DK' })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    app = await startTestApp()
    economy = await app.as('economy')
    await economy.post('/vat-codes', aVatCode())
    expect((await economy.post('/accounting/standard-set', { country: 'NO' })).status).toEqual(409)
    expect((await economy.get('/bookkeeping-accounts')).body.items).toEqual([])
    expect((await economy.post('/accounting/standard-set', { country: 'DE' })).status).toEqual(400)
    expect(
      (await (await app.as('project-manager')).post('/accounting/standard-set', { country: 'DK' })).status,
    ).toEqual(403)
  })
})
