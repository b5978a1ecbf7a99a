// Whatever is booked, the books agree with each other.
import { expect, test } from 'vitest'
import { createSandbox, type Sandbox } from './sandbox.ts'

const demo = 12345

/** Chance from a seed, so that a failing history comes again. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

function cents(rows: readonly Record<string, unknown>[], field: string): number {
  return rows.reduce((sum, row) => sum + Math.round(100 * Number(row[field] ?? 0)), 0)
}

function work(sandbox: Sandbox, random: () => number): void {
  const one = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T
  const amount = () => Math.round(random() * 1_000_000) / 100
  const invoices = sandbox.rows(demo, 'DebtorInvoiceClient')
  const line = () => ({ Text: 'x', Qty: one([1, 0.5, 3.25, -1]), Price: amount(), Vat: one(['U25', 'UFRI', 'UEU']) })
  const choices = [
    () =>
      sandbox.postByHand(demo, {
        ...{ Account: one(['1001', '1002', '1003']), Currency: one(['DKK', 'EUR', 'SEK']) },
        ...{ Project: one([undefined, 'P-100']), EndDiscountPct: one([0, 3.5]), PricesInclVat: one([true, false]) },
        Lines: [line(), line(), line()],
      }),
    () => sandbox.creditByHand(demo, { InvoiceNumber: one(invoices)?.InvoiceNumber }),
    () => sandbox.payByHand(demo, { InvoiceNumber: Number(one(invoices)?.InvoiceNumber) }),
    () => sandbox.remindByHand(demo, { Account: one(['1001', '1002']), Amount: amount(), Serie: 'AkkordInv' }),
    () => sandbox.bookByHand(demo),
  ]
  try {
    one(choices)()
  } catch {
    // What is not open cannot be paid or credited; the history goes on.
  }
}

test.for([1, 2, 3])('journals balance, and customers owe what their rows and open items say (seed %i)', (seed) => {
  const sandbox = createSandbox({ now: () => new Date('2026-11-23T09:00:00Z') })
  const random = chanceOf(seed)
  for (let step = 0; step < 120; step += 1) work(sandbox, random)

  const ledger = sandbox.rows(demo, 'GLTransClient')
  const trans = sandbox.rows(demo, 'DebtorTransClient')
  expect(trans.length).toBeGreaterThan(40)
  for (const { JournalPostedId } of sandbox.rows(demo, 'GLDailyJournalPostedClient')) {
    expect(
      cents(
        ledger.filter((row) => row.JournalPostedId === JournalPostedId),
        'Amount',
      ),
    ).toBe(0)
  }
  expect(
    cents(
      ledger.filter(({ Account }) => Account === '5600'),
      'Amount',
    ),
  ).toBe(cents(trans, 'Amount'))
  for (const { Account, CurBalance } of sandbox.rows(demo, 'DebtorClient')) {
    const own = trans.filter((row) => row.Account === Account)
    expect(cents(own, 'Amount')).toBe(Math.round(100 * Number(CurBalance)))
    const open = sandbox.rows(demo, 'DebtorTransOpenClient').filter((row) => row.Account === Account)
    expect(cents(own, 'RemainingCur')).toBe(cents(open, 'RemainingCur'))
  }
  for (const invoice of sandbox.rows(demo, 'DebtorInvoiceClient')) {
    const own = ledger.filter((row) => row.JournalPostedId === invoice.JournalPostedId)
    expect(
      cents(
        own.filter(({ Account }) => Account === '5600'),
        'AmountCur',
      ),
    ).toBe(cents([invoice], 'TotalAmount'))
    expect(
      cents(
        own.filter(({ Account }) => Account === '5600'),
        'Amount',
      ),
    ).toBe(cents([invoice], 'AmountLocalCur'))
  }
  const vouchers = ledger.filter(({ NumberSerie }) => NumberSerie === 'AkkordInv').map(({ Voucher }) => Number(Voucher))
  const taken = [...new Set(vouchers)]
  expect(taken).toEqual(taken.map((_, at) => 1001 + at))
})
