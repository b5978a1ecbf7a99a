// An older backup is restored where credit notes have, or get afterwards, a series of their own. And what the night and Check set-up see of it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { done } from '../../test/invoicing-office.ts'
import { companyId, type RestoredOffice, startRestoredOffice } from '../../test/restored-office.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueue } from '../sync/enqueue.ts'
import { compareSchedule } from './compare.ts'

let t: RestoredOffice
beforeEach(async () => {
  t = await startRestoredOffice()
  t.sandbox.setSwitches({ creditNoteNumbers: 'own-series' })
  // Lower than those of invoices.
  setNext(7)
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const serie = 'Kreditnota'
const setNext = (Next: number) =>
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, FirstValue: 1, LastValue: 9999, Next })

async function own(): Promise<void> {
  const { version, prefix, next } = (await t.admin.get(`/postings/credit-notes?serie=${serie}`)).body
  const wish = { series: 'credit-note', serie, next, prefix, version, reason: 'They are numbered apart there.' }
  await done(t.admin.put('/postings/credit-notes', wish))
}
/** As a person says of a series that is new. */
const isEmpty = () =>
  t.db.execute(`update integration set facts = facts || '{"creditNoteControl": {"number": null}}'::jsonb`)

async function aCredit(id: string): Promise<{ id: string; version: number }> {
  const wish = { reason: 'Agreed', lines: null, hours: 'keep', toCustomerId: null }
  const { creditNoteId } = await done(t.admin.post(`/invoices/${id}/credit`, wish))
  return t.invoice(creditNoteId)
}
const credits = () => t.booked().filter((row) => Number(row.TotalAmount) < 0)
const numbers = async () => (await t.invoices()).map(({ number }: { number: string }) => number).toSorted()

test('UC-50: a credit note of an own series that nobody here knows comes in, and both series go on above it', async () => {
  const first = await t.post()
  const second = await t.post()
  const third = await t.post()
  await own()
  await isEmpty()
  await t.post(await aCredit(first.id))
  const draft = await aCredit(second.id)
  const restore = await t.backup()
  await t.post(draft)
  await t.post(await aCredit(third.id))
  expect(credits().map((row) => row.InvoiceNumber)).toEqual([7, 8, 9])
  await restore()
  await t.notice()
  const compared = await t.compare()
  expect(compared.rows).toMatchObject([
    { number: 8, kind: 'draft', here: { id: draft.id } },
    { number: 9, kind: 'comes-in' },
  ])
  expect(compared.series).toMatchObject({
    nextThere: 1004,
    creditNotes: { here: 'K8', highestThere: 9, nextThere: 10 },
  })
  await t.finishAll()
  expect(await numbers()).toEqual(['1001', '1002', '1003', 'K7', 'K8', 'K9'])
  expect(await t.posting(draft.id)).toMatchObject({ step: 'settled', how: 'posted', number: 'K8', theirNumber: 8 })
  const fourth = await t.post()
  expect((await t.post(await aCredit(fourth.id))).number).toEqual('K10')
  expect(credits().map((row) => row.InvoiceNumber)).toEqual([7, 8, 9, 10])
  expect(t.orders()).toEqual([])
})

test('UC-50: a backup from before credit notes got their series is told of those that stand in it, and none is booked twice', async () => {
  const first = await t.post()
  const draft = await aCredit(first.id)
  const restore = await t.backup()
  await own()
  await isEmpty()
  await t.post(draft)
  expect(credits()).toMatchObject([{ InvoiceNumber: 7, NumberSerie: serie }])
  await restore()
  await t.notice()
  expect((await t.admin.get('/postings/credit-notes')).body).toMatchObject({ series: 'invoice', serie: null })
  expect((await t.compare()).rows).toMatchObject([{ number: 7, kind: 'draft', here: { id: draft.id } }])
  await t.finishAll()
  expect(await numbers()).toEqual(['1001', 'K7'])
  await own()
  const second = await t.post()
  expect((await t.post(await aCredit(second.id))).number).toEqual('K8')
  expect(credits().map((row) => row.InvoiceNumber)).toEqual([7, 8])
})

test('a number of credit notes that was given out before it was booked is left out after a restore', async () => {
  const first = await t.post()
  await own()
  await isEmpty()
  await t.notice()
  await t.compare()
  expect((await t.finish({ givenOutCreditNotes: 'K-x' })).body.fields).toMatchObject([{ path: 'givenOutCreditNotes' }])
  const { result } = await t.finishAll({ givenOutCreditNotes: 'K12' })
  expect(result.join(' ')).toContain('K13')
  setNext(13)
  expect((await t.post(await aCredit(first.id))).number).toEqual('K13')
})

test('at night a credit note that stands there twice stops the lane', async () => {
  const first = await t.post()
  await own()
  await isEmpty()
  const { reference } = await t.post(await aCredit(first.id))
  const night = async () => {
    await inTransaction(t.db, (tx) => enqueue(tx, compareSchedule, t.now()))
    await t.settle(3)
    const { rows } = await t.db.execute(`select paused_for from sync_lane where name = 'uniconta'`)
    return rows[0]?.paused_for
  }
  expect(await night()).toEqual(null)
  const [row] = credits()
  t.sandbox.put(companyId, 'DebtorInvoiceClient', {
    ...row,
    RowId: undefined,
    PrimaryKeyId: undefined,
    InvoiceNumber: 8,
    OurRef: reference,
  })
  expect(credits()).toHaveLength(2)
  expect(await night()).toMatchObject({ key: 'post.twice', values: { number: 'K7', numbers: '7, 8' } })
})

test('Check set-up looks at the series of credit notes once they have their own', async () => {
  expect((await t.check()).filter(({ key }) => key.startsWith('credit-series'))).toEqual([])
  await own()
  const found = async () =>
    (await t.check())
      .filter(({ key, state }) => key.startsWith('credit-series') && state !== 'ok')
      .map(({ key }) => key)
  expect(await found()).toEqual([])
  setNext(9)
  expect(await t.find('credit-series-next')).toMatchObject({
    state: 'error',
    text: expect.stringContaining('would give 9, and 7 has to come next'),
  })
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, Next: 7, LastValue: 50 })
  expect(await found()).toEqual(['credit-series-last'])
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, LastValue: 9999, Prefix: 'KN' })
  expect(await found()).toEqual(['credit-series'])
  t.sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, Prefix: null })
  t.sandbox.remove(companyId, 'NumberSerieClient', serie)
  expect(await t.find('credit-series')).toMatchObject({ state: 'error', text: expect.stringContaining('not be found') })
})
