// Random histories of payments: an accountant takes money and takes it back while reads fail and processes die. In the end each
// invoice is paid here with what was paid on it there. HISTORY_SEED repeats one history, HISTORY_MS runs longer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'
import {
  budgetOf,
  firstSeed,
  type Happening,
  letHappen,
  liveHistories,
  usualTrouble,
} from '../../test/random-history.ts'
import { createChance } from '../../test/simulator/chance.ts'

const budgetMs = budgetOf(6_000)
const stepsOfHistory = 25

let t: PostingOffice
beforeAll(async () => {
  t = await startPostingOffice()
  expect((await t.admin.post('/integrations/uniconta-payments', { paymentsFrom: '2026-11-01' })).status).toEqual(201)
})
afterAll(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** Of 1250.00 each, booked there. */
async function threeInvoices() {
  const ids = [await t.finalize(), await t.finalize(), await t.finalize()]
  await t.settle()
  return Promise.all(
    ids.map(async (id) => ({ id, number: Number((await t.economy.get(`/invoices/${id}`)).body.number) })),
  )
}

async function live(seed: number): Promise<void> {
  const chance = createChance(seed)
  const invoices = await threeInvoices()
  const journals = new Set<number>()
  const fetchPayments = async () => {
    await t.economy.post('/payment-import/run')
    await t.run()
  }

  function pay(): string {
    const { number } = chance.pick(invoices)
    const Amount = chance.pick([1250, 1250, 500, (1 + chance.int(150_000)) / 100])
    journals.add(Number(t.sandbox.payByHand(companyId, { InvoiceNumber: number, Amount }).JournalPostedId))
    return `${Amount} of ${number}`
  }

  function takeBack(): string {
    if (journals.size === 0) return 'nothing there'
    const id = chance.pick([...journals])
    t.sandbox.unbookByHand(companyId, id)
    journals.delete(id)
    return `journal ${id}`
  }

  const happenings: readonly Happening[] = [
    ['pay', pay],
    ['pay', pay],
    ['take back', takeBack],
    ['fetch', fetchPayments],
    ['fetch', fetchPayments],
    ...usualTrouble(t, chance, ['DebtorTransOpenClient', 'DebtorTransClient']),
  ]
  const story = await letHappen(happenings, chance, stepsOfHistory)

  t.sandbox.clearFaults()
  // Deaths that wait for a call come now, too.
  for (let round = 0; round < 8; round++) {
    t.pass(20 * 60_000)
    await fetchPayments()
  }
  const payments = t.sandbox.rows(companyId, 'DebtorTransClient').filter(({ PostType }) => PostType === 'Payment')
  for (const { id, number } of invoices) {
    const there = payments.filter(({ Invoice }) => Number(Invoice) === number)
    const paid = -there.reduce((cents, { Amount }) => cents + Math.round(Number(Amount) * 100), 0)
    const here = (await t.economy.get(`/invoices/${id}`)).body
    const told = `HISTORY_SEED=${seed}, invoice ${number}\n  ${story}\n`
    expect([here.paid, here.open], told).toEqual([(paid / 100).toFixed(2), ((125_000 - paid) / 100).toFixed(2)])
  }
}

test(`UP-01, UP-04: whatever happens, in the end each invoice is paid here as it is there (HISTORY_SEED=${firstSeed})`, {
  timeout: budgetMs + 60_000,
}, async () => {
  await liveHistories(budgetMs, live)
})
