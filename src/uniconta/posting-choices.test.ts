// What a person chooses about a document on its way: what it does, who may, what is refused, and twice is once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'

let t: PostingOffice
beforeEach(async () => {
  t = await startPostingOffice()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const reason = 'Agreed with the bookkeeper.'
const account = () => String(t.customer.number)
/** Somebody books an invoice there by hand, in the series. */
const bookByHand = (amount = 1000) => t.sandbox.postByHand(companyId, { Account: account(), Amount: amount })

test('UC-45: a number that was taken there is named with its documents, and a person lets it be booked under the next one', async () => {
  await t.finalize()
  await t.run()
  bookByHand()
  const id = await t.finalize()
  await t.run()
  const before = await t.show(id)
  expect(before).toMatchObject({
    step: 'waiting',
    sync: { state: 'number-mismatch', actions: ['choose', 'send-again'] },
  })
  expect(await t.offered(id)).toEqual([
    'wait',
    'series-corrected',
    'booked-under-another-number',
    'mark-as-transferred',
  ])
  const choice = { choice: 'booked-under-another-number', reason }
  expect((await t.choose(id, choice)).status).toEqual(200)
  expect((await t.choose(id, choice)).status).toEqual(200)
  await t.settle()
  expect(await t.show(id)).toMatchObject({
    step: 'settled',
    how: 'other-number',
    number: '1002',
    theirNumber: 1003,
    reason,
    sync: { state: 'transferred', text: expect.stringContaining('Posted as 1003') },
  })
  expect(t.booked()).toHaveLength(3)
  const chosen = (await t.history(id)).filter((entry) =>
    entry.changes.some(({ field, to }) => field === 'postingChoice' && to === 'booked-under-another-number'),
  )
  expect(chosen).toHaveLength(1)
  expect(chosen[0]?.changes).toContainEqual({ field: 'reason', from: null, to: reason })
  expect(await t.log(id)).toContainEqual(
    expect.stringContaining(`keeps whatever number Uniconta gives it. Reason: ${reason}`),
  )
})

test('UC-45: the document after one under another number waits for a person too, and goes when the series is set right there', async () => {
  await t.finalize()
  await t.run()
  const foreign = bookByHand()
  const second = await t.finalize()
  await t.run()
  await t.choose(second, { choice: 'booked-under-another-number', reason })
  const third = await t.finalize({ net: 50_000n })
  await t.settle()
  expect(foreign.InvoiceNumber).toEqual(1002)
  expect((await t.show(third)).sync).toMatchObject({ state: 'number-mismatch' })
  // 1003 stands there as our second one, and is none of the documents that are not ours.
  expect(await t.show(second)).toMatchObject({ theirNumber: 1003 })
  expect((await t.economy.get('/postings/series')).body.items).toMatchObject([{ expected: 1003, foreign: [] }])
  await t.choose(third, { choice: 'booked-under-another-number', reason })
  await t.settle()
  expect(await t.show(third)).toMatchObject({ number: '1003', theirNumber: 1004, step: 'settled' })
})

test('UC-45: a next number that was changed there is changed back, and a person lets it be looked at at once', async () => {
  await t.finalize()
  await t.run()
  const [serie] = t.sandbox.rows(companyId, 'NumberSerieClient').filter((row) => row.Next === 1002)
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie?.Serie, Next: 1010 })
  const id = await t.finalize()
  await t.run()
  expect((await t.show(id)).sync).toMatchObject({ state: 'number-mismatch', text: expect.stringContaining('1010') })
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie?.Serie, Next: 1002 })
  expect((await t.choose(id, { choice: 'series-corrected' })).body.sync.state).toEqual('waiting')
  await t.settle()
  expect(await t.show(id)).toMatchObject({ theirNumber: 1002, how: 'posted', step: 'settled', choices: [] })
})

test('what somebody booked there by hand is read, compared and shown, and marked as transferred with a reason', async () => {
  await t.finalize()
  await t.run()
  const id = await t.finalize()
  t.sandbox.setDown(true)
  await t.run()
  t.sandbox.setDown(false)
  const there = bookByHand()
  const number = Number(there.InvoiceNumber)
  const { body } = await t.economy.get(`/postings/${id}/there?number=${number}`)
  expect(body).toMatchObject({ account: account(), there: { number, net: '1000.00' } })
  const choice = { choice: 'mark-as-transferred', number, acceptDifferences: true, reason }
  expect((await t.choose(id, { ...choice, reason: undefined })).status).toEqual(400)
  expect((await t.choose(id, choice)).body).toMatchObject({
    step: 'settled',
    how: 'marked',
    theirNumber: number,
    reason,
    there: { number, rowId: expect.any(String) },
    choices: [],
  })
  expect((await t.choose(id, choice)).status).toEqual(200)
  await t.settle()
  expect((await t.show(id)).sync).toMatchObject({
    state: 'transferred',
    text: expect.stringContaining(`marked this as transferred: it stands in Uniconta as ${number}`),
  })
  expect(
    (await t.log(id)).filter((text) => text.includes('as transferred: it stands') && text.includes(reason)),
  ).toHaveLength(1)
  expect(t.booked()).toHaveLength(2)
})

test('a document there that is none, another one of ours, or differs, is not taken for ours without a word', async () => {
  await t.finalize()
  await t.run()
  const id = await t.finalize()
  const mark = (number: number, more: object = {}) =>
    t.choose(id, { choice: 'mark-as-transferred', number, reason, ...more })
  expect((await mark(4711)).body.detail).toContain('Uniconta shows no invoice with the number 4711')
  expect((await mark(1001)).body.detail).toEqual('Invoice 1001 in Uniconta is our 1001. Choose another one.')
  const there = bookByHand(900)
  const differs = await mark(Number(there.InvoiceNumber))
  expect(differs.status).toEqual(409)
  expect(differs.body.detail).toContain('differ (there / here): net 900.00 / 1000.00')
  expect((await t.show(id)).step).not.toEqual('settled')
  const credit = t.sandbox.creditByHand(companyId, { InvoiceNumber: 1001 })
  expect((await mark(Number(credit.InvoiceNumber), { acceptDifferences: true })).status).toBeGreaterThanOrEqual(400)
})

test('in a period that is closed there a person gives another day for the books, with a reason; all days are kept', async () => {
  await t.finalize()
  await t.run()
  t.sandbox.setPeriod(companyId, { Date: '2026-11-01' })
  const id = await t.finalize()
  await t.run()
  expect((await t.show(id)).sync.text).toContain('its period is closed in Uniconta')
  expect(await t.offered(id)).toContain('posting-date')
  const early = { choice: 'posting-date', day: '2026-10-31', reason }
  expect((await t.choose(id, early)).body.fields).toMatchObject([{ path: 'day' }])
  const choice = { ...early, day: '2026-12-01' }
  expect((await t.choose(id, { ...choice, reason: ' ' })).status).toEqual(400)
  expect((await t.choose(id, choice)).body).toMatchObject({ postingOn: '2026-12-01' })
  expect((await t.choose(id, choice)).status).toEqual(200)
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', invoicedOn: '2026-11-01', postingOn: '2026-12-01' })
  expect(t.booked().at(-1)).toMatchObject({ InvoiceNumber: 1002 })
  expect((await t.history(id)).filter(({ changes }) => changes.some(({ field }) => field === 'day'))).toHaveLength(1)
})

test('UC-50: a new and empty series is confirmed once by a person', async () => {
  await t.close()
  t = await startPostingOffice({ isConfirmed: false })
  const id = await t.finalize()
  await t.run()
  expect((await t.show(id)).sync.text).toContain('If the series is new and empty, say so once')
  expect(await t.offered(id)).toEqual(['wait', 'confirm-empty-series', 'mark-as-transferred'])
  for (const _ of [1, 2]) expect((await t.choose(id, { choice: 'confirm-empty-series' })).status).toEqual(200)
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', theirNumber: 1001 })
})

test('UC-57: an øre that rounding would make there is accepted before anything is booked, with a reason', async () => {
  t.sandbox.setSwitches({ vatRounding: 'per-line' })
  const id = await t.finalize({ net: 50n })
  await t.addLine(id, 50n)
  await t.settle(5)
  expect((await t.show(id)).sync).toMatchObject({ state: 'amount-differs', actions: ['choose', 'send-again'] })
  expect((await t.show(id)).choices).toContainEqual({ choice: 'accept-difference', needsReason: true })
  expect((await t.choose(id, { choice: 'accept-difference' })).body.fields).toMatchObject([{ path: 'reason' }])
  expect(t.booked()).toEqual([])
  expect((await t.choose(id, { choice: 'accept-difference', reason })).status).toEqual(200)
  await t.settle(5)
  expect(t.booked()).toMatchObject([{ InvoiceNumber: 1001, VatAmount: 0.26 }])
  expect(await t.show(id)).toMatchObject({
    step: 'settled',
    differences: [{ field: 'VAT', here: '0.25', there: '0.26' }, { field: 'total' }],
    choices: [],
    sync: { state: 'amount-differs', actions: [] },
  })
})

test('UC-57: amounts that differ there stop the lane above five øre until a person accepts them with a reason', async () => {
  await t.finalize()
  await t.run()
  const id = await t.finalize()
  await t.run()
  await t.db.execute(`update uniconta_posting set their_vat = their_vat + 100, step = 'reading-back', how = null,
    settled_at = null where invoice_id = '${id}'`)
  await t.db.execute(`update sync_task set shown = 'amount-differs', state = 'parked' where subject = '${id}'`)
  expect((await t.show(id)).differences).toEqual([{ field: 'VAT', here: '250.00', there: '251.00' }])
  expect((await t.show(id)).choices).toContainEqual({ choice: 'accept-difference', needsReason: true })
  expect((await t.choose(id, { choice: 'accept-difference' })).status).toEqual(400)
  expect((await t.choose(id, { choice: 'accept-difference', reason })).status).toEqual(200)
  await t.settle()
  expect(await t.show(id)).toMatchObject({ step: 'settled', reason })
})

test('UC-57: a settled difference of at most five øre is accepted without a reason, and the badge is quiet then', async () => {
  await t.finalize()
  const id = await t.finalize()
  await t.run()
  await t.db.execute(`update uniconta_posting set their_vat = their_vat + 1 where invoice_id = '${id}'`)
  await t.db.execute(`update sync_task set shown = 'amount-differs' where subject = '${id}' and kind = 'invoice.post'`)
  expect((await t.show(id)).choices).toEqual([{ choice: 'accept-difference', needsReason: false }])
  for (const _ of [1, 2]) expect((await t.choose(id, { choice: 'accept-difference' })).status).toEqual(200)
  await t.settle()
  expect((await t.show(id)).sync.state).toEqual('transferred')
  expect(
    (await t.history(id)).filter(({ changes }) => changes.some(({ field }) => field === 'postingChoice')),
  ).toHaveLength(1)
})

test('a choice is for the economy role; a draft has none, and an unknown word is named', async () => {
  const id = await t.finalize()
  const body = { choice: 'wait' }
  for (const role of ['project-manager', 'employee'] as const)
    expect((await (await t.as(role)).post(`/postings/${id}/choose`, body)).status).toEqual(403)
  expect((await t.choose('01930000-0000-7000-8000-00000000000f', body)).status).toEqual(404)
  expect((await t.choose(id, { choice: 'forget' })).body.fields).toMatchObject([{ path: 'choice' }])
  expect((await t.choose(id, { choice: 'mark-as-transferred' })).body.fields).toEqual(
    expect.arrayContaining([expect.objectContaining({ path: 'number' }), expect.objectContaining({ path: 'reason' })]),
  )
})
