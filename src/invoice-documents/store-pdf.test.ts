import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'
import { aPng } from '../../test/files.ts'
import { type StoredInvoice, storeFinalized } from '../../test/finalized-invoice.ts'
import { runLane } from '../../test/lanes.ts'
import { storeFile } from '../files/file-store.ts'
import { findInvoice } from '../invoices/invoice-store.ts'
import { invoicePdf } from '../invoices/invoice-tasks.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueue } from '../sync/enqueue.ts'
import { loadFinalized } from './load-document.ts'
import { renderDocument } from './store-pdf.ts'

let app: TestApp
let economy: Client
let record: { customerId: string; projectId: string }
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
  const customerId: string = (await economy.post('/customers', aCustomer())).body.id
  record = { customerId, projectId: (await economy.post('/projects', aProject({ customerId }))).body.id }
})

const finalized = (fields: Partial<StoredInvoice> = {}) => storeFinalized(app.db, { ...record, ...fields })
const ask = (id: string) =>
  inTransaction(app.db, (tx) => enqueue(tx, { kind: invoicePdf, subject: id, label: '1001' }, app.now()))
const standingOf = async (id: string) =>
  (await app.database.pool.query('select * from invoice_standing where invoice_id = $1', [id])).rows[0]
const countFiles = async () => (await app.database.pool.query('select count(*)::int as n from stored_file')).rows[0].n
async function download(id: string, headers: Record<string, string> = {}) {
  const answer = await app.request(`/api/v1/invoices/${id}/pdf`, { headers: { cookie: economy.cookie, ...headers } })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('the PDF of a finalized invoice is stored with its hash, and comes byte for byte as stored', async () => {
  const { id } = await finalized()
  await ask(id)
  await runLane(app, 'documents')
  const standing = await standingOf(id)
  const { status, headers, bytes } = await download(id)
  expect(status).toEqual(200)
  expect(createHash('sha256').update(bytes).digest('hex')).toEqual(standing.pdf_sha256)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    etag: `"${standing.pdf_sha256}"`,
    'content-disposition': `inline; filename="Invoice 1001.pdf"; filename*=UTF-8''Invoice%201001.pdf`,
  })
  expect((await download(id, { 'if-none-match': `"${standing.pdf_sha256}"` })).status).toEqual(304)
  expect((await economy.get(`/invoices/${id}`)).body).toMatchObject({ pdfReady: true })
})

test('a PDF that is there is never made again', async () => {
  const { id } = await finalized()
  for (const _ of [1, 2]) {
    await ask(id)
    await runLane(app, 'documents')
  }
  const { pdf_file_id } = await standingOf(id)
  expect(await countFiles()).toEqual(1)
  const other = await inTransaction(app.db, (tx) =>
    storeFile(tx, { name: 'x', type: 'image/png', content: aPng, createdBy: 'system' }, app.now()),
  )
  await ask(id)
  await runLane(app, 'documents')
  expect((await standingOf(id)).pdf_file_id).toEqual(pdf_file_id)
  expect(other.id).not.toEqual(pdf_file_id)
})

test('until it is made the answer says so; a draft has none', async () => {
  const { id } = await finalized()
  expect(await economy.get(`/invoices/${id}/pdf`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('The PDF of 1001 is being made.') },
  })
  expect(await economy.get(`/invoices/01930000-0000-7000-8000-00000000000f/pdf`)).toMatchObject({ status: 404 })
  expect(await (await app.as('employee')).get(`/invoices/${id}/pdf`)).toMatchObject({ status: 403 })
})

test('a logo that cannot be read is left out, and the task says so', async () => {
  const broken = Uint8Array.from([...aPng.slice(0, 40), ...new Uint8Array(30)])
  const logo = await inTransaction(app.db, (tx) =>
    storeFile(tx, { name: 'logo', type: 'image/png', content: broken, createdBy: 'system' }, app.now()),
  )
  const { id } = await finalized()
  const row = await findInvoice(app.db, id)
  if (!row?.printed) throw new Error('It was not stored.')
  const seller = { ...row.printed.seller, logoFileId: logo.id }
  const other = await finalized({ serial: 1002, printed: { seller } })
  await ask(other.id)
  await runLane(app, 'documents')
  expect((await download(other.id)).status).toEqual(200)
  const { rows } = await app.database.pool.query('select sentence from sync_task where kind = $1', [invoicePdf])
  expect(app.phrase(rows[0].sentence)).toContain('without the logo')
})

test('what is stored does not change when customer, project or company change afterwards', async () => {
  const { id } = await finalized()
  const before = await renderDocument(await loadFinalized(app.db, (await findInvoice(app.db, id)) as never))
  const { body } = await economy.get(`/customers/${record.customerId}`)
  const { sync: _, warnings: __, createdAt: ___, updatedAt: ____, id: _____, ...fields } = body
  expect((await economy.put(`/customers/${record.customerId}`, { ...fields, name: 'Renamed A/S' })).status).toEqual(200)
  const after = await renderDocument(await loadFinalized(app.db, (await findInvoice(app.db, id)) as never))
  expect(Buffer.compare(before.pdf, after.pdf)).toEqual(0)
})
