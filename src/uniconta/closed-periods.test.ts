import { afterEach, beforeEach, expect, test } from 'vitest'
import { credentials } from '../../test/dialog.ts'
import { changeDraft, done } from '../../test/invoicing-office.ts'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'
import { runDueSchedules } from '../sync/schedule.ts'
import { closedPeriodsOf } from './closed-periods.ts'

let t: PostingOffice
beforeEach(async () => {
  t = await startPostingOffice()
  await done(t.admin.post('/accounting/standard-set', { country: 'DK' }))
  await t.db.execute(`update company set registration_number = '12345674'`)
})
afterEach(async () => {
  await t.close()
})

const day = 24 * 60 * 60_000
const close = (on: string, more: object = {}) => t.sandbox.setPeriod(companyId, { Date: on, ...more })
const check = () => done(t.admin.post('/integrations/uniconta/check'))

async function draft(invoicedOn: string) {
  const made = await done(t.economy.post('/drafts', { projectId: t.project.id }))
  const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: made.version }
  return changeDraft(t.economy, await done(t.economy.post(`/drafts/${made.id}/lines`, line)), { invoicedOn })
}
const finalize = ({ id, version }: { id: string; version: number }) =>
  t.economy.post(`/invoices/${id}/finalize`, { version })
const hindrances = async ({ id }: { id: string }) =>
  (await t.economy.get(`/invoices/${id}`)).body.hindrances.map(({ message }: { message: string }) => message)

const closed = (on: string, period: string) =>
  `Nothing can be booked in Uniconta on ${on}: as read 2026-11-23 10:30, its period, ${period}, is closed there. Give the document another date; or reopen the period there and let an administrator run Check set-up again.`

test('UC-51: nothing is finalized in a month that Check set-up saw closed there, and the draft says so before anybody presses the button', async () => {
  close('2026-10-05')
  const october = await draft('2026-10-31')
  expect(await hindrances(october)).toEqual([])
  await check()
  expect(await hindrances(october)).toEqual([closed('2026-10-31', '2026-10-01 to 2026-10-31')])
  t.sandbox.clearCalls()
  expect(await finalize(october)).toMatchObject({
    status: 409,
    body: { detail: closed('2026-10-31', '2026-10-01 to 2026-10-31') },
  })
  expect(t.sandbox.calls()).toEqual([])

  // What is not sent there does not ask; nor does another day.
  const local = await changeDraft(t.economy, await draft('2026-10-31'), { transfer: false })
  expect(await finalize(local)).toMatchObject({ status: 200 })
  expect(await finalize(await changeDraft(t.economy, october, { invoicedOn: '2026-11-01' }))).toMatchObject({
    status: 200,
  })
})

test('UC-51: a year that is closed there is reopened there, and finalizing goes on after the next Check set-up', async () => {
  close('2026-11-01', { Year: true })
  await check()
  const november = await draft('2026-11-02')
  expect(await hindrances(november)).toEqual([closed('2026-11-02', '2026-01-01 to 2026-12-31')])
  close('2026-11-01', { Year: true, Open: true })
  expect(await finalize(november)).toMatchObject({ status: 409 })
  await check()
  expect(await finalize(november)).toMatchObject({ status: 200 })
})

test('UC-51: while invoices are not exported a period that is closed there keeps nobody from finalizing', async () => {
  close('2026-11-02')
  await check()
  const november = await draft('2026-11-02')
  await done(t.admin.put('/integrations/uniconta', { ...credentials, companyId, exportInvoices: false, version: 1 }))
  expect(await finalize(november)).toMatchObject({ status: 200 })
})

test('UC-50: a post that is refused for its period teaches that it is closed, and one that succeeds that it is open', async () => {
  const november = await draft('2026-11-02')
  close('2026-11-02')
  const first = await t.finalize({ invoicedOn: '2026-11-01' })
  await t.settle(3)
  expect(await t.show(first)).toMatchObject({ sync: { text: expect.stringContaining('closed') } })
  expect(await hindrances(november)).toEqual([expect.stringContaining('2026-11-01 to 2026-11-30, is closed there')])

  close('2026-11-02', { Open: true })
  await done(t.choose(first, { choice: 'wait' }))
  await t.settle()
  expect(await t.show(first)).toMatchObject({ step: 'settled' })
  expect(await hindrances(november)).toEqual([])
})

test('UC-50: a post that is refused for its period is believed, also where the years do not say that it is closed', async () => {
  t.sandbox.order({ kind: 'err', err: 26, match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const november = await draft('2026-11-02')
  await t.finalize({ invoicedOn: '2026-11-02' })
  await t.settle(3)
  expect(await hindrances(november)).toEqual([expect.stringContaining('that day is closed there')])
  expect(await hindrances(await draft('2026-11-03'))).toEqual([])
})

test('UC-51: the night sees what was closed and opened there, and an answer without any year changes nothing', async () => {
  const night = async () => {
    t.pass(day)
    await runDueSchedules(t.db, t.now())
    await t.run()
  }
  close('2026-11-02')
  await night()
  const november = await draft('2026-11-02')
  expect(await hindrances(november)).toEqual([expect.stringContaining('2026-11-01 to 2026-11-30, is closed there')])
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'CompanyFinanceYearClient' } })
  await night()
  expect(await hindrances(november)).toHaveLength(1)
  close('2026-11-02', { Open: true })
  await night()
  expect(await hindrances(november)).toEqual([])
})

test('UC-51: the months of a year that does not begin in January are its own, and a broken one ends with it', () => {
  const year = (FromDate: string, ToDate: string, PeriodStateMonth: string) => ({ FromDate, ToDate, PeriodStateMonth })
  expect(closedPeriodsOf([year('2025-07-01', '2026-06-30', 'OOOOOOOCOOOO')])).toEqual([
    { fromOn: '2026-02-01', untilOn: '2026-02-28' },
  ])
  expect(closedPeriodsOf([year('2025-07-15', '2025-08-20', 'CCC'), year('', '', 'C')])).toEqual([
    { fromOn: '2025-07-15', untilOn: '2025-07-31' },
    { fromOn: '2025-08-01', untilOn: '2025-08-20' },
  ])
})
