import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'
import { storeFinalized } from '../../test/finalized-invoice.ts'
import { runLane } from '../../test/lanes.ts'
import { startMailServer, type TestMailServer } from '../../test/mail-server.ts'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueueMany, setNumberWaits, setWanted } from '../sync/enqueue.ts'

let server: TestMailServer
let app: TestApp
let economy: Client
let id: string
beforeEach(async () => {
  server = await startMailServer()
  app = await startTestApp({ mail: server.settings })
  economy = await app.as('economy')
  const customerId: string = (await economy.post('/customers', aCustomer())).body.id
  const projectId: string = (await economy.post('/projects', aProject({ customerId }))).body.id
  id = (await storeFinalized(app.db, { customerId, projectId })).id
  await inTransaction(app.db, async (tx) => {
    await setWanted(tx, invoicePost, true, app.now())
    await setNumberWaits(tx, invoicePost, true)
    const wish = { subject: id, label: '1001 Hansen A/S' }
    await enqueueMany(
      tx,
      [invoicePost, 'invoice.pdf'].map((kind) => ({ ...wish, kind })),
      app.now(),
    )
  })
  await runLane(app, 'documents')
})
afterEach(() => server.close())

const show = async () => (await economy.get(`/invoices/${id}`)).body
const pdf = async () =>
  (await app.request(`/api/v1/invoices/${id}/pdf`, { headers: { cookie: economy.cookie } })).status
const mail = () =>
  economy.post(`/invoices/${id}/mail`, {
    key: randomUUID(),
    to: ['faktura@hansen.test'],
    subject: 'Invoice 1001',
    text: 'Here it is.',
  })
/** What became of the posting, which has a test of its own. */
async function posted(state: string, shown: string): Promise<void> {
  await app.database.pool.query(
    `update sync_task set state = $2, shown = $3 where kind = 'invoice.post' and subject = $1`,
    [id, state, shown],
  )
}

test('PDF and mail wait until the document is booked, say why, and then go by themselves', async () => {
  await posted('parked', 'failed')
  expect(await show()).toMatchObject({
    number: '1001',
    pdfReady: true,
    numberWaits: expect.stringContaining('1001 is not booked in Uniconta yet'),
    sync: { state: 'failed' },
  })
  expect(await economy.get(`/invoices/${id}/pdf`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('waits until the document is booked in Uniconta. Waiting to be sent.') },
  })
  expect((await mail()).status).toEqual(202)
  await runLane(app, 'mail')
  expect(server.received).toEqual([])
  expect((await economy.get(`/invoices/${id}/mail-draft`)).body.earlier).toMatchObject([{ state: 'waiting' }])
  await posted('done', 'amount-differs')
  await runLane(app, 'mail')
  expect(server.received).toMatchObject([{ attachments: [{ name: 'Invoice 1001.pdf' }] }])
  expect(await show()).toMatchObject({ numberWaits: null, mailedTo: 'faktura@hansen.test' })
  expect(await pdf()).toEqual(200)
})

test('a person lets the number out before, with a reason that stands in the history, and the mail that waits goes', async () => {
  expect(await pdf()).toEqual(409)
  await mail()
  await runLane(app, 'mail')
  expect(await economy.post(`/invoices/${id}/release`, { reason: ' ' })).toMatchObject({ status: 400 })
  const worker = await app.as('employee')
  expect((await worker.post(`/invoices/${id}/release`, { reason: 'Mine' })).status).toEqual(403)
  const reason = 'The customer pays today.'
  expect(await economy.post(`/invoices/${id}/release`, { reason })).toMatchObject({
    status: 200,
    body: { numberWaits: null, sync: { state: 'waiting' } },
  })
  await runLane(app, 'mail')
  expect(server.received).toHaveLength(1)
  expect(await pdf()).toEqual(200)
  expect((await economy.post(`/invoices/${id}/release`, { reason: 'Once more' })).status, 'twice is once').toEqual(200)
  const history = (await economy.get(`/history?kind=invoice&subject=${id}`)).body.items
  const released = history.filter((entry: { changes: { field: string }[] }) =>
    entry.changes.some(({ field }) => field === 'releaseReason'),
  )
  expect(released).toMatchObject([{ changes: [{ field: 'releaseReason', to: reason }] }])
})

test('where invoices are not exported, or the company wants it so, nothing waits', async () => {
  await inTransaction(app.db, (tx) => setNumberWaits(tx, invoicePost, false))
  expect(await pdf()).toEqual(200)
  await inTransaction(app.db, async (tx) => {
    await setNumberWaits(tx, invoicePost, true)
    await setWanted(tx, invoicePost, false, app.now())
  })
  expect(await pdf()).toEqual(200)
  expect(await show()).toMatchObject({ numberWaits: null })
})
