// Credit notes that are numbered in a series of their own there: they get one here, which marches in step with that one.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'

let t: PostingOffice
beforeEach(async () => {
  t = await startPostingOffice({ settings: { firstDocument: 'go' } })
  t.sandbox.setSwitches({ creditNoteNumbers: 'own-series' })
  // Below the numbers of invoices, of which some are the same one day.
  setNext(7)
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const reason = 'They are numbered apart there.'
const serie = 'Kreditnota'
const setNext = (Next: number) => t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, FirstValue: 1, Next })
const numbers = async (query = '') => (await t.admin.get(`/postings/credit-notes${query}`)).body
const change = async (fields: object) => {
  const { version, prefix } = await numbers()
  return t.admin.put('/postings/credit-notes', { series: 'credit-note', serie, prefix, version, reason, ...fields })
}
/** The accountant has credited something before, so the series there is not empty. */
const own = async () => {
  t.sandbox.creditByHand(companyId, { InvoiceNumber: 1001 })
  expect(await change({ next: (await numbers(`?serie=${serie}`)).next })).toMatchObject({ status: 200 })
}
const share = async () => {
  const { version } = await numbers()
  return t.admin.put('/postings/credit-notes', { series: 'invoice', version, reason })
}
const invoiceOf = async (number: number) => {
  t.goOnFrom(number)
  const id = await t.finalize()
  await t.settle(3)
  return id
}
/** As finalize gives it, in our own series. */
const credit = (serial: number, fields: object = {}) =>
  t.finalize({ series: 'credit-note', kind: 'credit-note', serial, net: -10_000n, ...fields })
const seriesOf = async (kind: string) =>
  (await t.admin.get('/number-series')).body.items.find((one: { kind: string }) => one.kind === kind)
const standing = async () => (await t.economy.get('/postings/series')).body.items

const setOurs = (kind: string, next: number) =>
  t.db.execute(`update number_series set next = ${next} where kind = '${kind}'`)

/** Through the door, from the credited invoice to the number. */
async function creditThrough(id: string): Promise<{ id: string; number: string; series: string }> {
  const wish = { reason: 'Agreed', lines: null, hours: 'keep', toCustomerId: null }
  const { creditNoteId } = (await t.admin.post(`/invoices/${id}/credit`, wish)).body
  const draft = (await t.admin.get(`/invoices/${creditNoteId}`)).body
  const answer = await t.admin.post(`/invoices/${creditNoteId}/finalize`, { version: draft.version })
  expect(answer.body).toMatchObject({ state: 'finalized' })
  return answer.body
}

test('UC-47: a credit note takes its own series, is posted in step with the one there, and invoices go on in theirs', async () => {
  const id = await invoiceOf(1001)
  await own()
  const first = await creditThrough(id)
  expect(first).toMatchObject({ number: 'K8', series: 'credit-note' })
  await t.settle(3)
  expect(await t.show(first.id)).toMatchObject({ step: 'settled', how: 'posted', number: 'K8', theirNumber: 8 })
  expect(await t.show(await invoiceOf(1002))).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 1002 })
  const second = await credit(9, { creditedInvoiceId: id })
  await t.settle(3)
  expect(await t.show(second)).toMatchObject({ step: 'settled', how: 'posted', number: 'K9', theirNumber: 9 })
  await setOurs('invoice', 1003)
  await setOurs('credit-note', 10)
  expect(await standing()).toMatchObject([
    { series: 'invoice', theirs: { serie: 'AkkordInv', next: 1003 }, foreign: [] },
    { series: 'credit-note', theirs: { serie, next: 10 }, ours: { number: 'K10' }, foreign: [] },
  ])
})

test('the first credit note that is numbered apart offers a series of their own, which begins where that one goes on', async () => {
  const id = await invoiceOf(1001)
  expect(await numbers()).toMatchObject({ series: 'invoice', shares: null, serie: null, next: null })
  const shared = await t.finalize({ kind: 'credit-note', net: -10_000n, creditedInvoiceId: id })
  await t.settle(2)
  expect((await change({ next: 8 })).body.detail).toContain('1 finalized document is not booked in Uniconta yet')
  await t.choose(shared, { choice: 'booked-under-another-number', reason })
  await t.settle(2)
  expect(await t.show(shared)).toMatchObject({ step: 'settled', number: '1002', theirNumber: 7 })
  expect(await numbers()).toMatchObject({
    ...{ series: 'invoice', shares: { value: false, by: '1002' }, serie, next: 8, number: 'K8', waiting: 0 },
  })
  expect((await change({ next: 9 })).body.fields).toMatchObject([
    { path: 'next', message: expect.stringContaining('Kreditnota in Uniconta gives 8 next now') },
  ])
  expect((await change({ next: 8 })).body).toMatchObject({ series: 'credit-note', serie, next: 8 })
  expect(await seriesOf('credit-note')).toMatchObject({ prefix: 'K', next: 8, digits: 1 })
  const own = await credit(8, { creditedInvoiceId: id })
  await t.settle(2)
  expect(await t.show(own)).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 8 })
  const { items } = (await t.admin.get('/history?kind=invoicing')).body
  expect(items[0].changes).toEqual([
    { field: 'creditNoteSeries', from: 'invoice', to: 'credit-note' },
    { field: 'reason', from: null, to: reason },
  ])
  expect((await t.admin.get('/log?kind=integration')).body.items[0].text).toContain('gave credit notes a series')
})

test('a series that is that of invoices, that is none, or that another one would write, is named', async () => {
  await invoiceOf(1001)
  const path = async (fields: object) => (await change({ next: 7, ...fields })).body.fields[0].path
  expect(await path({ serie: 'AkkordInv' })).toEqual('serie')
  expect(await path({ serie: 'Nowhere' })).toEqual('serie')
  expect(await path({ prefix: '' })).toEqual('prefix')
  expect(await path({ prefix: 'l' })).toEqual('prefix')
  expect((await change({ next: 7, reason: '' })).status).toEqual(400)
  expect((await (await t.as('economy')).put('/postings/credit-notes', { series: 'invoice' })).status).toEqual(403)
  expect(await numbers()).toMatchObject({ series: 'invoice' })
})

test('a credit note and an invoice may have the same number there, and neither is taken for the other', async () => {
  const id = await invoiceOf(1001)
  setNext(1002)
  await own()
  const note = await credit(1003, { creditedInvoiceId: id })
  await t.settle(3)
  expect(await t.show(note)).toMatchObject({ step: 'settled', how: 'posted', number: 'K1003', theirNumber: 1003 })
  await invoiceOf(1002)
  const same = await invoiceOf(1003)
  expect(await t.show(same)).toMatchObject({ step: 'settled', how: 'posted', number: '1003', theirNumber: 1003 })
  expect(t.booked().filter((row) => row.InvoiceNumber === 1003)).toMatchObject([
    { NumberSerie: serie },
    { NumberSerie: 'AkkordInv' },
  ])
  await setOurs('invoice', 1004)
  await setOurs('credit-note', 1004)
  expect((await standing()).map(({ foreign }: { foreign: object[] }) => foreign)).toEqual([[], []])
})

test('a credit note waits for its invoice, and else neither series holds the other', async () => {
  const id = await invoiceOf(1001)
  await own()
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: 'AkkordInv', Next: 1005 })
  const held = await t.finalize()
  const free = await credit(8, { creditedInvoiceId: id })
  const waits = await credit(9, { creditedInvoiceId: held })
  await t.settle(2)
  expect(await t.show(held)).toMatchObject({ sync: { state: 'number-mismatch' } })
  expect(await t.show(free)).toMatchObject({ step: 'settled', theirNumber: 8 })
  expect((await t.show(waits)).sync).toMatchObject({
    state: 'held',
    text: expect.stringContaining('1002 Hansen & Søn A/S has to go first'),
  })
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: 'AkkordInv', Next: 1002 })
  await t.choose(held, { choice: 'series-corrected' })
  await t.settle(3)
  expect(await t.show(waits)).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 9 })

  setNext(20)
  const stopped = await credit(10, { creditedInvoiceId: id })
  const behind = await credit(11, { creditedInvoiceId: id })
  const invoice = await invoiceOf(1003)
  expect(await t.show(invoice)).toMatchObject({ step: 'settled', theirNumber: 1003 })
  expect((await t.show(stopped)).sync).toMatchObject({
    state: 'number-mismatch',
    text: expect.stringContaining('Set "Next" of the series to 10'),
  })
  expect((await t.show(behind)).sync).toMatchObject({ state: 'held', text: expect.stringContaining('K10') })
  expect(await t.offered(behind)).toContain('booked-under-another-number')
})

test('a number that differs there keeps other credit notes from being finalized, and no invoice', async () => {
  const id = await invoiceOf(1001)
  await own()
  setNext(20)
  const note = await creditThrough(id)
  await t.settle(2)
  expect((await t.show(note.id)).sync.state).toEqual('number-mismatch')
  await setOurs('invoice', 1002)
  const invoice = (await t.admin.post('/drafts', { projectId: t.project.id })).body
  const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: invoice.version }
  const draft = (await t.admin.post(`/drafts/${invoice.id}/lines`, line)).body
  const stops = async (draftId: string) => {
    const { hindrances } = (await t.admin.get(`/invoices/${draftId}`)).body
    return hindrances.filter((one: object) => JSON.stringify(one).includes('K8'))
  }
  expect(await stops(draft.id)).toEqual([])
  const wish = { reason: 'Agreed', lines: null, hours: 'keep', toCustomerId: null }
  const other = (await t.admin.post(`/invoices/${await invoiceOf(1002)}/credit`, wish)).body.creditNoteId
  expect(await stops(other)).toHaveLength(1)
  await t.choose(note.id, { choice: 'booked-under-another-number', reason })
  await t.settle(2)
  expect(await t.show(note.id)).toMatchObject({ step: 'settled', how: 'other-number', theirNumber: 20 })
})

test('a document of somebody else in the series of credit notes stops them, and is shown in theirs alone', async () => {
  const id = await invoiceOf(1001)
  await own()
  const first = await credit(8, { creditedInvoiceId: id })
  await t.settle(2)
  await invoiceOf(1002)
  await setOurs('invoice', 1003)
  t.sandbox.creditByHand(companyId, { InvoiceNumber: 1002 })
  const stopped = await credit(9, { creditedInvoiceId: id })
  await t.settle(2)
  expect(await t.show(first)).toMatchObject({ step: 'settled' })
  expect((await t.show(stopped)).sync).toMatchObject({ state: 'number-mismatch', text: expect.stringContaining('(9)') })
  expect(await standing()).toMatchObject([{ foreign: [] }, { expected: 9, foreign: [{ number: 9 }] }])
  await t.choose(stopped, { choice: 'booked-under-another-number', reason })
  await t.settle(2)
  expect(await t.show(stopped)).toMatchObject({ how: 'other-number', theirNumber: 10 })
  const { ours } = (await standing())[1]
  const go = { series: 'credit-note', next: 11, version: ours.version, reason }
  await setOurs('credit-note', 10)
  expect((await t.economy.post('/postings/series/continue', go)).body.items).toMatchObject([
    { series: 'invoice' },
    { ours: { number: 'K11' }, expected: 11 },
  ])
})

test('a credit note that took a number of the invoices all the same is found, told and never sent twice', async () => {
  const id = await invoiceOf(1001)
  await own()
  t.sandbox.setSwitches({ creditNoteNumbers: 'of-invoices', orderAfterPosting: 'stays', ourRef: 'is-not-filterable' })
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const note = await credit(8, { creditedInvoiceId: id })
  await t.settle(60)
  expect(await t.show(note)).toMatchObject({
    step: 'reading-back',
    theirNumber: 1002,
    sync: { state: 'number-mismatch' },
  })
  expect(t.booked().filter((row) => Number(row.TotalAmount) < 0 && row.InvoiceNumber === 1002)).toHaveLength(1)
  await t.choose(note, { choice: 'booked-under-another-number', reason })
  await t.settle(3)
  expect(await t.show(note)).toMatchObject({ step: 'settled', how: 'other-number', theirNumber: 1002 })
  expect(await numbers()).toMatchObject({ shares: { value: true, by: 'K8' } })
  expect(t.orders()).toEqual([])
})

test('credit notes share the series of invoices again when a person says so, and nothing waits', async () => {
  const id = await invoiceOf(1001)
  await own()
  const note = await credit(8, { creditedInvoiceId: id })
  expect((await share()).body.detail).toContain('1 finalized document is not booked')
  await t.settle(3)
  t.sandbox.setSwitches({ creditNoteNumbers: 'of-invoices' })
  expect((await share()).body).toMatchObject({ series: 'invoice' })
  const other = await invoiceOf(1002)
  await setOurs('invoice', 1003)
  const shared = await creditThrough(other)
  expect(shared).toMatchObject({ number: '1003', series: 'invoice' })
  await t.settle(3)
  expect(await t.show(note)).toMatchObject({ step: 'settled', number: 'K8' })
})

test('where nobody knows the series there, credit notes wait until a person names it', async () => {
  const id = await invoiceOf(1001)
  await own()
  await t.db.execute(`update integration set facts = facts || '{"creditNoteSerie": null}'::jsonb`)
  const note = await credit(8, { creditedInvoiceId: id })
  await t.settle(2)
  expect((await t.show(note)).sync.text).toContain('K8 cannot be posted')
  expect(t.booked().filter((row) => Number(row.TotalAmount) < 0)).toHaveLength(1)
  expect((await change({ next: 8 })).status).toEqual(200)
  await t.settle(3)
  expect(await t.show(note)).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 8 })
})

test('the number of a credit note that is answered as a bare number is no code of a refusal, and it is not posted twice', async () => {
  const id = await invoiceOf(1001)
  t.sandbox.setSwitches({ postingAnswer: 'number-as-text', orderAfterPosting: 'stays-empty' })
  // 7 is also the code that says that nobody is signed in.
  const note = await t.finalize({ kind: 'credit-note', net: -10_000n, creditedInvoiceId: id })
  await t.settle(60)
  expect(t.booked().filter((row) => Number(row.TotalAmount) < 0)).toMatchObject([{ InvoiceNumber: 7 }])
  expect(await t.show(note)).toMatchObject({ step: 'reading-back', sync: { state: 'number-mismatch' } })
})
