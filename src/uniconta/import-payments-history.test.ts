// Random histories of payments: an accountant takes money and takes it back while reads fail and processes die. In the end each
// invoice is paid here with what was paid on it there. HISTORY_SEED repeats one history, HISTORY_MS runs longer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultKinds } from '../../sandbox/faults.ts'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'
import { createChance } from '../../test/simulator/chance.ts'
import { inTransaction } from '../lib/database/database.ts'
import { takeLaneAway } from '../sync/lane.ts'

const budgetMs = Number(process.env.HISTORY_MS ?? 6_000)
const firstSeed = Number(process.env.HISTORY_SEED ?? Date.now() % 1_000_000)
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
  const story: string[] = []
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

  function fault(): string {
    const kind = chance.pick(faultKinds.filter((one) => !one.startsWith('hang') && one !== 'delay'))
    const after = chance.int(4)
    t.sandbox.order({ kind, after, ms: 3, times: 1 + chance.int(2) })
    return `${kind} after ${after}`
  }

  function die(): void {
    let isAlive = true
    t.onceBefore(chance.pick(['/Query/Get/DebtorTransOpenClient', '/Query/Get/DebtorTransClient']), async () => {
      if (isAlive) await inTransaction(t.db, (tx) => takeLaneAway(tx, 'uniconta', t.now()))
      isAlive = false
    })
  }

  const steps: readonly (readonly [string, () => unknown])[] = [
    ['pay', pay],
    ['pay', pay],
    ['take back', takeBack],
    ['fetch', fetchPayments],
    ['fetch', fetchPayments],
    ['fault', fault],
    ['a process dies', die],
    ['time', () => t.pass(20 * 60_000)],
  ]
  for (let step = 0; step < stepsOfHistory; step++) {
    const [name, act] = chance.pick(steps)
    const detail = await act()
    story.push(typeof detail === 'string' ? `${name}: ${detail}` : name)
  }

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
    const told = `HISTORY_SEED=${seed}, invoice ${number}\n  ${story.join('\n  ')}\n`
    expect([here.paid, here.open], told).toEqual([(paid / 100).toFixed(2), ((125_000 - paid) / 100).toFixed(2)])
  }
}

test(`UP-01, UP-04: whatever happens, in the end each invoice is paid here as it is there (HISTORY_SEED=${firstSeed})`, {
  timeout: budgetMs + 60_000,
}, async () => {
  const end = Date.now() + budgetMs
  for (let seed = firstSeed; ; seed++) {
    await live(seed)
    if (Date.now() >= end || process.env.HISTORY_SEED) break
  }
})
