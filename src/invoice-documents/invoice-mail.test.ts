import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aContact, aCustomer, anExpense, aProject } from '../../test/builders.ts'
import { aPdf } from '../../test/files.ts'
import { type StoredInvoice, storeFinalized } from '../../test/finalized-invoice.ts'
import { runLane } from '../../test/lanes.ts'
import { startMailServer, type TestMailServer } from '../../test/mail-server.ts'

let server: TestMailServer
let app: TestApp
let economy: Client
let record: { customerId: string; projectId: string }
beforeEach(async () => {
  server = await startMailServer()
  app = await startTestApp({ mail: server.settings })
  economy = await app.as('economy')
  const buyer = aCustomer({ invoiceEmail: 'faktura@hansen.test', email: 'info@hansen.test' })
  const customerId: string = (await economy.post('/customers', buyer)).body.id
  record = { customerId, projectId: (await economy.post('/projects', aProject({ customerId }))).body.id }
})
afterEach(() => server.close())

const finalized = async (fields: Partial<StoredInvoice> = {}) =>
  (await storeFinalized(app.db, { ...record, ...fields })).id
const aMail = (fields: object = {}) => ({
  key: randomUUID(),
  to: ['faktura@hansen.test'],
  subject: 'Invoice 1001',
  text: 'Here it is.',
  ...fields,
})
const pdfOf = async (id: string) => {
  const answer = await app.request(`/api/v1/invoices/${id}/pdf`, { headers: { cookie: economy.cookie } })
  return Buffer.from(await answer.arrayBuffer())
}
const draftOf = async (id: string) => (await economy.get(`/invoices/${id}/mail-draft`)).body
const pass = (ms: number) => app.setNow(new Date(app.now().getTime() + ms))

test('an invoice is mailed with its PDF, byte for byte, as soon as the PDF is stored', async () => {
  const id = await finalized()
  const wish = aMail({ to: ['faktura@hansen.test', 'bo@hansen.test'], cc: ['anna@akkord.test'] })
  expect(await economy.post(`/invoices/${id}/mail`, wish)).toMatchObject({
    status: 202,
    body: { id: wish.key, state: 'waiting', to: 'faktura@hansen.test, bo@hansen.test', cc: 'anna@akkord.test' },
  })
  await runLane(app, 'mail')
  expect(server.received).toEqual([])
  await runLane(app, 'documents')
  await runLane(app, 'mail')
  expect(server.received).toMatchObject([
    {
      to: 'faktura@hansen.test, bo@hansen.test, anna@akkord.test',
      subject: 'Invoice 1001',
      text: 'Here it is.',
      messageId: `<${wish.key}@akkord>`,
      attachments: [{ name: 'Invoice 1001.pdf', type: 'application/pdf' }],
    },
  ])
  expect(server.received[0]?.attachments[0]?.content.equals(await pdfOf(id))).toEqual(true)
  expect((await economy.get(`/invoices/${id}`)).body).toMatchObject({
    mailedTo: 'faktura@hansen.test, bo@hansen.test, anna@akkord.test',
    mailedAt: expect.any(String),
  })
  const history = (await economy.get(`/history?kind=invoice&subject=${id}`)).body.items
  expect(history[0]?.changes).toContainEqual(expect.objectContaining({ field: 'mailedTo' }))
})

test('the same click twice is one mail; another one needs a word', async () => {
  const id = await finalized()
  const wish = aMail()
  const [first, second] = await Promise.all([wish, wish].map((body) => economy.post(`/invoices/${id}/mail`, body)))
  expect([first?.status, second?.status]).toEqual([202, 202])
  expect(second?.body.id).toEqual(first?.body.id)
  expect(await economy.post(`/invoices/${id}/mail`, aMail())).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('is on its way already') },
  })
  await runLane(app, 'mail')
  await runLane(app, 'documents')
  await runLane(app, 'mail')
  expect(server.received).toHaveLength(1)
  expect(await economy.post(`/invoices/${id}/mail`, aMail())).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('1001 was mailed to faktura@hansen.test already') },
  })
  expect((await economy.post(`/invoices/${id}/mail`, aMail({ again: true }))).status).toEqual(202)
  await runLane(app, 'mail')
  expect(server.received).toHaveLength(2)
  expect((await draftOf(id)).earlier.map(({ state }: { state: string }) => state)).toEqual(['sent', 'sent'])
})

test('a mail server that is down is waited for, and the mail goes once', async () => {
  const id = await finalized()
  await economy.post(`/invoices/${id}/mail`, aMail())
  await runLane(app, 'mail')
  await runLane(app, 'documents')
  await server.goAway()
  await runLane(app, 'mail')
  expect((await draftOf(id)).earlier).toMatchObject([{ state: 'waiting' }])
  expect((await economy.get(`/invoices/${id}`)).body.mailedAt).toBeNull()
  await server.comeBack()
  pass(60_000)
  await runLane(app, 'mail')
  expect(server.received).toHaveLength(1)
  expect((await draftOf(id)).earlier).toMatchObject([{ state: 'sent' }])
})

test('a refused address is said where the document is, and a corrected one goes without a further word', async () => {
  const id = await finalized()
  server.refuse('faktura@hansen.test')
  await economy.post(`/invoices/${id}/mail`, aMail())
  for (const lane of ['mail', 'documents', 'mail']) await runLane(app, lane)
  expect((await draftOf(id)).earlier).toMatchObject([{ state: 'refused', answer: expect.stringContaining('550') }])
  expect((await economy.get(`/invoices/${id}`)).body.mailedAt).toBeNull()
  const log = (await economy.get('/log')).body.items.map(({ text }: { text: string }) => text)
  expect(log.join()).toContain('Correct the address and send the document again.')
  expect((await economy.post(`/invoices/${id}/mail`, aMail({ to: ['bo@hansen.test'] }))).status).toEqual(202)
  await runLane(app, 'mail')
  expect(server.received).toMatchObject([{ to: 'bo@hansen.test' }])
})

test('of several addresses the refused one is named, and the others have it', async () => {
  const id = await finalized()
  server.refuse('gone@hansen.test')
  await economy.post(`/invoices/${id}/mail`, aMail({ to: ['bo@hansen.test', 'gone@hansen.test'] }))
  for (const lane of ['mail', 'documents', 'mail']) await runLane(app, lane)
  expect(server.received).toHaveLength(1)
  expect((await economy.get(`/invoices/${id}`)).body.mailedTo).toEqual('bo@hansen.test')
  const log = (await economy.get('/log')).body.items.map(({ text }: { text: string }) => text)
  expect(log.join()).toContain('The mail went to bo@hansen.test; the mail server refused gone@hansen.test.')
})

test('receipts of the expenses on it go along when they are wished', async () => {
  const upload = await app.raw('POST', '/api/v1/files?name=plot.pdf', {
    headers: { cookie: economy.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/pdf' },
    body: aPdf,
  })
  const expense = anExpense({ projectId: record.projectId, receiptId: upload.body.id })
  const { body } = await economy.post('/expenses', expense)
  expect(body.receiptId).toEqual(upload.body.id)
  const id = await finalized({ sourceIds: [body.id] })
  await app.database.pool.query('alter table invoice_line_source disable trigger user')
  await app.database.pool.query("update invoice_line_source set kind = 'expense'")
  await app.database.pool.query('alter table invoice_line_source enable trigger user')
  expect((await draftOf(id)).receipts).toMatchObject([{ id: upload.body.id, name: 'plot.pdf' }])
  await economy.post(`/invoices/${id}/mail`, aMail({ attachReceipts: true }))
  for (const lane of ['mail', 'documents', 'mail']) await runLane(app, lane)
  const [mail] = server.received
  expect(mail?.attachments.map(({ name }) => name)).toEqual(['Invoice 1001.pdf', 'plot.pdf'])
  expect(mail?.attachments[1]?.content.equals(aPdf)).toEqual(true)
})

test('the draft of the mail knows whom and what to write, in the language of the document', async () => {
  const contact = { customerId: record.customerId, receivesInvoices: true }
  await economy.post('/contacts', aContact({ ...contact, name: 'Bo', email: 'bo@hansen.test' }))
  await economy.post('/contacts', aContact({ ...contact, name: 'Twice', email: 'Faktura@hansen.test' }))
  await economy.post('/contacts', aContact({ ...contact, name: 'Gone', email: 'gone@hansen.test', active: false }))
  await economy.post('/contacts', aContact({ ...contact, email: 'no@hansen.test', receivesInvoices: false }))
  const invoice = await draftOf(await finalized({ printed: { language: 'da' } }))
  expect(invoice).toMatchObject({ subject: 'Faktura 1001 fra Akkord A/S', mailsGo: true, cc: [], earlier: [] })
  expect(invoice.to.map((address: string) => address.toLowerCase())).toEqual(['faktura@hansen.test', 'bo@hansen.test'])
  expect(invoice.text).toContain('faktura 1001 på DKK 1.250,00')
  expect(invoice.text).toContain('senest 15.11.2026')
  const credited = { number: '1001', invoicedOn: '2026-11-01' }
  const note = await finalized({
    serial: 1002,
    kind: 'credit-note',
    net: -100_000n,
    printed: { language: 'nb', credited },
  })
  expect((await draftOf(note)).text).toContain('kreditnota 1002 på DKK 1\u00a0250,00')
})

test('without an invoice address the customer is written to', async () => {
  const { body } = await economy.post('/customers', aCustomer({ email: 'info@jensen.test' }))
  const id = await finalized({ customerId: body.id })
  expect((await draftOf(id)).to).toEqual(['info@jensen.test'])
})

test('wrong addresses are named, and nothing is stored', async () => {
  const id = await finalized()
  const answer = await economy.post(`/invoices/${id}/mail`, aMail({ to: ['bo@hansen.test', 'a@b, c@d'], cc: ['x'] }))
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'to.1' }, { path: 'cc.0' }] } })
  expect((await draftOf(id)).earlier).toEqual([])
  const taken = aMail()
  await economy.post(`/invoices/${await finalized({ serial: 1002 })}/mail`, taken)
  expect(await economy.post(`/invoices/${id}/mail`, taken)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'key' }] },
  })
})

test('without a mail server that is said at once, and nothing waits', async () => {
  app = await startTestApp()
  economy = await app.as('economy')
  const customerId: string = (await economy.post('/customers', aCustomer())).body.id
  record = { customerId, projectId: (await economy.post('/projects', aProject({ customerId }))).body.id }
  const id = await finalized()
  expect(await economy.post(`/invoices/${id}/mail`, aMail())).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('SMTP_URL') },
  })
  expect(await draftOf(id)).toMatchObject({ mailsGo: false, earlier: [] })
  expect(await (await app.as('project-manager')).post(`/invoices/${id}/mail`, aMail())).toMatchObject({ status: 403 })
})
