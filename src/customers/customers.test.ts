import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'

let app: TestApp
let economy: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
})

async function add(fields: Parameters<typeof aCustomer>[0] = {}) {
  const made = await economy.post('/customers', aCustomer(fields))
  expect(made.status, JSON.stringify(made.body)).toEqual(201)
  return made.body
}

/** What the form sends back of what it was given. */
function asSaved(customer: Record<string, unknown>, change: object = {}) {
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = customer
  return { ...fields, ...change }
}

const tasks = async () =>
  (
    await app.database.pool.query<{ kind: string; label: string; requested: number }>(
      'select kind, label, requested from sync_task order by kind, label',
    )
  ).rows

test('a saved customer comes back with its number, its badge and its warnings', async () => {
  const customer = await add({ registrationNumber: '12345678' })
  expect(customer).toMatchObject({ number: '10001', name: 'Hansen A/S', version: 1, sync: { state: 'off' } })
  expect(customer.warnings).toEqual([
    {
      path: 'registrationNumber',
      message: '12345678 is not a Danish CVR number: the check digit or the length is wrong. It was saved as written.',
    },
  ])
  const project = await economy.post('/projects', aProject({ customerId: customer.id }))
  expect(project.body).toMatchObject({ number: '1001', customerNumber: '10001' })
  const list = await economy.get('/customers?search=hansen')
  expect(list.body).toMatchObject({ total: 1, items: [{ number: '10001', projects: 1 }] })
})

const everyField = {
  number: 'K-77',
  name: 'Bjørn & Søn 🧱 A/S',
  status: 'potential',
  relation: 'both',
  registrationNumber: '10000009',
  vatNumber: 'DK10000009',
  gln: '5790000000005',
  street1: 'Nygade 1',
  street2: '2. sal',
  street3: 'Baghuset',
  postalCode: '8000',
  city: 'Aarhus C',
  countryCode: 'DK',
  email: 'post@bjorn.example',
  invoiceEmail: 'faktura@bjorn.example',
  phone: '+45 12 34 56 78',
  fax: '+45 12 34 56 79',
  website: 'https://bjorn.example',
  currency: 'EUR',
  bankAccount: '1234 0012345678',
  invoiceChannel: 'e-invoice',
  eInvoiceScheme: '0184',
  eInvoiceAddress: '10000009',
  paymentDays: 30,
  notes: 'Ring før kl. 10',
  tagIds: [],
} as const

test('UC-12: every field of a customer is kept as it was written, fax and website too', async () => {
  const customer = await add({ ...everyField, tagIds: [] })
  expect(customer).toMatchObject(everyField)
  expect(customer.warnings).toEqual([])
  expect((await economy.get(`/customers/${customer.id}`)).body).toEqual(customer)
})

test('UC-12: a field that is emptied is null, however it was emptied', async () => {
  const customer = await add({ ...everyField, tagIds: [] })
  const emptied = asSaved(customer, { fax: '', website: '   ', email: '', city: null, street3: undefined })
  const { body } = await economy.put(`/customers/${customer.id}`, emptied)
  expect(body).toMatchObject({ fax: null, website: null, email: null, city: null, street3: null, version: 2 })
})

test('UC-10 UC-11: making and each change of a customer ask for its transfer, and many are one task', async () => {
  const customer = await add()
  expect(await tasks()).toEqual([{ kind: 'customer.push', label: '10001 Hansen A/S', requested: 1 }])
  await economy.put(`/customers/${customer.id}`, asSaved(customer, { notes: 'a field that is not sent' }))
  await economy.put(`/customers/${customer.id}`, asSaved(customer, { name: 'Hansen ApS', version: 2 }))
  expect(await tasks()).toEqual([{ kind: 'customer.push', label: '10001 Hansen ApS', requested: 3 }])
})

test('UC-10: a save that is refused asks for nothing', async () => {
  await economy.post('/customers', aCustomer({ name: '' }))
  await economy.post('/customers', aCustomer({ tagIds: ['01930000-0000-7000-8000-000000000001'] }))
  expect(await tasks()).toEqual([])
})

test('UC-17: a customer of any status asks for its transfer', async () => {
  for (const status of ['potential', 'active', 'blocked', 'inactive'] as const) await add({ name: status, status })
  expect((await tasks()).map((task) => task.label)).toEqual([
    '10001 potential',
    '10002 active',
    '10003 blocked',
    '10004 inactive',
  ])
})

test('UC-03: a number may be typed, and nobody else gets it, in whatever case', async () => {
  await add({ number: 'a/1' })
  const second = await economy.post('/customers', aCustomer({ number: 'A/1', name: 'Berg A/S' }))
  expect(second).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'number', message: 'The number A/1 is already used by Hansen A/S.' }] },
  })
})

test('UC-03: the series steps over numbers that were typed', async () => {
  await add({ number: '10001' })
  await add({ number: '10002' })
  expect((await economy.get('/customers/next-number')).body).toEqual({ number: '10003', overridable: true })
  expect((await add()).number).toEqual('10003')
})

test('UC-03: customers made at the same moment get different numbers', async () => {
  const eight = Array.from({ length: 8 }, (_, n) => economy.post('/customers', aCustomer({ name: `${n}` })))
  const made = await Promise.all(eight)
  expect(made.map((answer) => answer.body.number).toSorted()).toEqual(
    Array.from({ length: 8 }, (_, n) => String(10_001 + n)),
  )
})

test('UC-03: where numbers may not be typed, only the next one is taken, also past numbers typed before', async () => {
  await add({ number: '10001' })
  const admin = await app.as('administrator')
  const closed = { prefix: '', next: 10_001, digits: 5, overridable: false, version: 1 }
  expect((await admin.put('/number-series/customer', closed)).status).toEqual(200)
  const typed = await economy.post('/customers', aCustomer({ number: '777' }))
  expect(typed.body.fields).toEqual([
    {
      path: 'number',
      message:
        'Numbers of customers are given by the series; the next one is 10002. Leave the number empty, or let an administrator allow other numbers.',
    },
  ])
  const shown = (await economy.get('/customers/next-number')).body
  expect(shown).toEqual({ number: '10002', overridable: false })
  expect((await add({ number: shown.number })).number).toEqual('10002')
})

/** As if the connector had sent it. */
async function pretendSent(kind: string, id: string) {
  await app.database.pool.query(
    `insert into sync_link (system, kind, subject, external_key, snapshot, sent_at) values ('uniconta', $1, $2, '10001', '{}', now())`,
    [kind, id],
  )
}

test('UC-20: the number of a customer that was transferred stays', async () => {
  const customer = await add()
  const free = await economy.put(`/customers/${customer.id}`, asSaved(customer, { number: '555' }))
  expect(free.body).toMatchObject({ number: '555' })
  await pretendSent('customer', customer.id)
  const refused = await economy.put(`/customers/${customer.id}`, asSaved(free.body, { number: '556' }))
  expect(refused).toMatchObject({ status: 409, body: { fields: [{ path: 'number' }] } })
  expect(refused.body.detail).toContain('has been sent to accounting under this number, so the number stays.')
  expect((await economy.get(`/customers/${customer.id}`)).body.number).toEqual('555')
})

test('UC-19: a customer that was transferred or has projects is not deleted; another one is', async () => {
  const sent = await add({ name: 'Sent' })
  await pretendSent('customer', sent.id)
  expect((await economy.delete(`/customers/${sent.id}?version=1`)).body.detail).toEqual(
    '10001 Sent has been sent to accounting and was not deleted. Make it inactive instead.',
  )
  const busy = await add({ name: 'Busy' })
  await economy.post('/projects', aProject({ customerId: busy.id }))
  expect((await economy.delete(`/customers/${busy.id}?version=1`)).body.detail).toEqual(
    '10002 Busy has one project and was not deleted. Make it inactive instead.',
  )
  const free = await add({ name: 'Free' })
  expect((await economy.delete(`/customers/${free.id}?version=1`)).status).toEqual(204)
  expect((await economy.get(`/customers/${free.id}`)).status).toEqual(404)
  expect((await economy.get('/customers')).body).toMatchObject({ total: 2 })
  expect((await add({ number: '10003' })).number).toEqual('10003')
})

test('a doubtful number is warned of by its country and saved all the same', async () => {
  const doubts = async (fields: Parameters<typeof aCustomer>[0]) =>
    (await add(fields)).warnings.map((warning: { path: string }) => warning.path)
  expect(await doubts({ countryCode: 'NO', registrationNumber: '923609016', vatNumber: 'NO923609016MVA' })).toEqual([])
  expect(await doubts({ countryCode: 'NO', registrationNumber: '923609017', vatNumber: 'NO923609016' })).toEqual([
    'registrationNumber',
    'vatNumber',
  ])
  expect(await doubts({ countryCode: 'DE', registrationNumber: 'HRB 1', vatNumber: 'DE1' })).toEqual([])
  expect(await doubts({ gln: '5790000000006' })).toEqual(['gln'])
})

test('names sort as Danish does: å after ø after æ after z, aa as å, numbers by their value', async () => {
  for (const name of ['Åge', 'Zenith', 'Øst', 'Aabo', 'abel', 'Ærø', 'Ål', 'Émile', 'Efter']) await add({ name })
  const names = async (query: string) =>
    (await economy.get(`/customers?${query}`)).body.items.map((row: { name: string }) => row.name)
  const expected = ['abel', 'Efter', 'Émile', 'Zenith', 'Ærø', 'Øst', 'Aabo', 'Åge', 'Ål']
  expect(await names('sort=name')).toEqual(expected)
  expect(await names('sort=-name')).toEqual(expected.toReversed())
  await add({ number: '9', name: 'nine' })
  expect((await names('sort=number'))[0]).toEqual('nine')
})

test('a list is filtered, searched and paged, and the total is that of the filtered set', async () => {
  for (let n = 1; n <= 5; n += 1)
    await add({ name: `Bro ${n}`, city: n > 2 ? 'Ørsted' : 'Lund', countryCode: n > 2 ? 'DK' : 'SE' })
  await add({ name: '100% Æble_', status: 'blocked', relation: 'participant' })
  const list = async (query: string) => (await economy.get(`/customers?${query}`)).body
  expect(await list('search=bro&size=2&page=2')).toMatchObject({
    total: 5,
    page: 2,
    size: 2,
    items: [{ name: 'Bro 3' }, { name: 'Bro 4' }],
  })
  expect(await list('search=bro&size=2&page=9')).toMatchObject({ total: 5, items: [] })
  expect(await list('search=ØRSTED%20bro')).toMatchObject({ total: 3 })
  expect(await list('search=10002')).toMatchObject({ total: 1, items: [{ name: 'Bro 2' }] })
  expect(await list('search=100%25')).toMatchObject({ total: 1 })
  expect(await list('search=_')).toMatchObject({ total: 1 })
  expect(await list('country=SE')).toMatchObject({ total: 2 })
  expect(await list('country=SE&country=DK')).toMatchObject({ total: 6 })
  expect(await list('status=blocked&relation=participant')).toMatchObject({ total: 1 })
  expect(await list('status=inactive')).toMatchObject({ total: 0, items: [] })
  expect(await list('syncState=off')).toMatchObject({ total: 6 })
  expect(await list('syncState=transferred')).toMatchObject({ total: 0 })
})

test('a list names what is wrong with a filter', async () => {
  const { status, body } = await economy.get('/customers?sort=colour&country=xx&status=odd&size=201&nonsense=1')
  expect(status).toEqual(400)
  expect(body.fields.map((field: { path: string }) => field.path).toSorted()).toEqual([
    'country',
    'nonsense',
    'size',
    'sort',
    'status',
  ])
  for (const { message } of body.fields) expect(message).not.toEqual('Invalid input')
})
