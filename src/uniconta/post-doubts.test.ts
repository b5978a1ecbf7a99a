// What goes wrong between us and the books: every sequence that would lose, double, misnumber or misbook a document if a rule were left out.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FaultOrder } from '../../sandbox/faults.ts'
import { companyId, type PostingTest, startPosting } from '../../test/posting.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueue } from '../sync/enqueue.ts'
import { findRestore } from '../sync/restored.ts'
import { runNextTask } from '../sync/run-task.ts'
import { compareSchedule } from './compare.ts'

let t: PostingTest
beforeEach(async () => {
  t = await startPosting()
})
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

const posting = { path: '/Invoice/GenerateDebtorInvoice' }
const inserting = { path: '/Crud/InsertMasterAndDetails' }
const hour = 60 * 60_000

/** Exactly once, with our number and to the øre, and nothing left behind. */
async function expectBookedOnce(...ids: string[]) {
  for (const id of ids) expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
  const documents = await t.documents()
  expect(t.booked().map((row) => [row.InvoiceNumber, row.OurRef])).toEqual(
    documents.map((document) => [document.serial, document.reference]),
  )
  expect(t.orders()).toEqual([])
}

describe('one fault anywhere', () => {
  const at = (
    match: FaultOrder['match'],
    faults: readonly (Pick<FaultOrder, 'kind' | 'status'> | FaultOrder['kind'])[],
  ) => faults.map((fault) => ({ ...(typeof fault === 'string' ? { kind: fault } : fault), match, path: match?.path }))
  const ofStatus = (kind: 'status-before' | 'status-after', ...statuses: number[]) =>
    statuses.map((status) => ({ kind, status }))
  test.each([
    ...at(posting, ['refuse', 'drop-before', 'drop-after', 'hang-after', 'html', 'text', 'wrong-shape', 'no-content']),
    ...at(posting, ['pdf', 'cut-json', 'half-close', 'revoke-token']),
    ...at(posting, [...ofStatus('status-before', 500, 503, 429), ...ofStatus('status-after', 502, 503)]),
    ...at(inserting, ['refuse', 'drop-before', 'drop-after', 'text', 'wrong-shape', ...ofStatus('status-after', 503)]),
    ...at({ path: '/Crud/Delete' }, ['drop-before', 'drop-after', 'text', 'revoke-token']),
    ...at({ path: '/Query/Get/DebtorInvoiceClient' }, ['drop-after', 'wrong-shape', 'no-content']),
    ...at({ path: '/Query/Get/DebtorOrderLineClient' }, ['cut-json', 'empty-read']),
  ])('UC-50: $kind $status at $path neither loses nor doubles the invoice', async ({ path: _, ...fault }) => {
    t.sandbox.order(fault)
    const ids = [await t.finalize(), await t.finalize()]
    await t.settle(200)
    // Words that are a refusal wait for a person.
    if ((await t.badgeOf(ids[0] as string)).state === 'failed') await t.sendAgain(ids[0] as string)
    await t.settle(200)
    await expectBookedOnce(...ids)
  })
})

/** As a process that is killed, or held up, while its call is out: nothing of what comes back is stored. */
async function killedAt(match: { path: string }, kind: 'delay' | 'hang-before' = 'delay'): Promise<void> {
  const slow = t.sandbox.order({ kind, ms: 150, match })
  await t.withLane(async (hold) => {
    const running = runNextTask(t.engine, t.uniconta.lane, hold)
    while (slow.struck === 0) await new Promise((done) => setTimeout(done, 5))
    await t.database.pool.query(`update sync_lane set token = 'of another process' where name = $1`, [hold.lane])
    await running.catch(() => {})
  })
  t.pass(10_000)
}

describe('a process that dies or is held up while its call is out', () => {
  test.each([inserting, posting, { path: '/Query/Get/DebtorOrderClient' }])(
    'at $path, and the call arrives: the next holder finds what became of it',
    async (match) => {
      const id = await t.finalize()
      await killedAt(match)
      await t.settle(200)
      await expectBookedOnce(id)
      expect(t.posts()).toHaveLength(1)
    },
  )

  test('the post never arrives: it is not sent again before the token of the dead one has ended and the wait is over', async () => {
    const id = await t.finalize()
    await killedAt(posting, 'hang-before')
    await t.settle(60)
    expect(await t.badgeOf(id)).toMatchObject({ state: 'uncertain', text: expect.stringContaining('Not found by') })
    expect(t.posts()).toHaveLength(1)
    t.pass(hour)
    await t.settle(60)
    await expectBookedOnce(id)
    expect(t.posts()).toHaveLength(2)
  })
})

describe('what is read cannot be believed', () => {
  test('an answer without the row that is known to be there is no evidence', async () => {
    const first = await t.finalize()
    await t.run()
    t.sandbox.order({ kind: 'drop-after', match: posting })
    const second = await t.finalize()
    await t.run()
    t.sandbox.order({
      kind: 'empty-read',
      match: { path: '/Query/Get/DebtorInvoiceClient' },
      times: null,
      forMs: 3 * hour,
    })
    await t.settle(120)
    expect(await t.badgeOf(second)).toMatchObject({ state: 'uncertain' })
    expect(t.booked()).toHaveLength(2)
    t.pass(2 * hour)
    await t.settle(60)
    await expectBookedOnce(first, second)
  })

  test('a read from before the post shows the control row and not the invoice: the order is gone, so nothing is sent again', async () => {
    t.sandbox.setSwitches({ orderAfterPosting: 'as-it-says' })
    const first = await t.finalize()
    await t.run()
    t.sandbox.order({
      kind: 'stale-read',
      match: { path: '/Query/Get/DebtorInvoiceClient' },
      times: null,
      forMs: 5 * hour,
    })
    t.sandbox.order({ kind: 'drop-after', match: posting })
    const second = await t.finalize()
    await t.settle(200)
    const badge = await t.badgeOf(second)
    expect(badge).toMatchObject({ state: 'uncertain', text: expect.stringContaining('It is not sent again by itself') })
    expect(badge.actions).toContain('choose')
    expect(t.booked()).toHaveLength(2)
    t.pass(5 * hour)
    await t.settle(60)
    await expectBookedOnce(first, second)
  })

  test('a reference that the other side does not keep: the order number stands alone', async () => {
    t.sandbox.setSwitches({ ourRef: 'is-not-kept' })
    t.sandbox.order({ kind: 'drop-after', match: posting })
    const id = await t.finalize()
    await t.settle(60)
    expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
    expect(t.booked()).toHaveLength(1)
  })

  test('an order number that the other side replaces: the reference stands alone', async () => {
    t.sandbox.setSwitches({ ownOrderNumber: 'is-replaced' })
    const id = await t.finalize()
    await t.settle(60)
    await expectBookedOnce(id)
  })
})

describe('what people do there', () => {
  test('an order number that is replaced, and an answer that is lost: the orders that were made go, and one is posted', async () => {
    t.sandbox.setSwitches({ ownOrderNumber: 'is-replaced' })
    t.sandbox.order({ kind: 'drop-after', match: inserting, times: 2 })
    const id = await t.finalize()
    await t.settle(120)
    await expectBookedOnce(id)
  })

  test('a credit note that an accountant made from our document is no second one of it', async () => {
    t.sandbox.order({ kind: 'drop-after', match: posting })
    const id = await t.finalize()
    await t.run()
    t.sandbox.creditByHand(companyId, { InvoiceNumber: 1001 })
    await t.settle(60)
    expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
  })
})

describe('numbers', () => {
  test('UC-47: another next number there stops the document before anything is posted, and mended it goes', async () => {
    t.sandbox.put(companyId, 'NumberSerieClient', { Serie: 'AkkordInv', Next: 1010 })
    const id = await t.finalize()
    await t.settle(5)
    expect(await t.badgeOf(id)).toMatchObject({
      state: 'number-mismatch',
      text: 'Uniconta would give the number 1010, and ours is 1001. Set "Next" of the series to 1001 under General Ledger > Maintenance > Voucher number series, then send again.',
    })
    expect(t.posts()).toEqual([])
    t.sandbox.put(companyId, 'NumberSerieClient', { Serie: 'AkkordInv', Next: 1001 })
    await t.sendAgain(id)
    await t.settle()
    await expectBookedOnce(id)
  })

  test('a number that another document of ours took there is not free, whatever comes next there', async () => {
    const setNext = (Next: number) => t.sandbox.put(companyId, 'NumberSerieClient', { Serie: 'AkkordInv', Next })
    setNext(1003)
    const first = await t.finalize()
    await t.settle(5)
    await t.db.execute(`update uniconta_posting set word = 'accept-number', reason = 'Taken there'`)
    await t.sendAgain(first)
    await t.settle(5)
    setNext(1002)
    const second = await t.finalize()
    await t.settle(5)
    expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1003, 1002])
    expect(await t.badgeOf(second)).toMatchObject({ state: 'transferred' })
    const third = await t.finalize()
    await t.settle(5)
    expect(await t.badgeOf(third)).toMatchObject({ state: 'number-mismatch', text: expect.stringContaining('1003') })
    expect(t.booked()).toHaveLength(2)
  })

  test('one that cannot go holds those behind it, which say so and go when it has gone', async () => {
    t.sandbox.put(companyId, 'GLAccountClient', { Account: '1010', Blocked: true })
    const [first, second] = [await t.finalize(), await t.finalize()]
    await t.settle(5)
    expect(await t.badgeOf(first)).toMatchObject({ state: 'failed', text: expect.stringContaining('1010') })
    expect(await t.badgeOf(second)).toMatchObject({ state: 'held', text: expect.stringContaining('1001') })
    expect(t.orders()).toEqual([])
    t.sandbox.put(companyId, 'GLAccountClient', { Account: '1010', Blocked: false })
    await t.sendAgain(first)
    await t.settle()
    await expectBookedOnce(first, second)
  })
})

describe('a backup that is older than the books', () => {
  test('documents with our mark that are not known here stop sending and finalizing, and say so', async () => {
    const first = await t.finalize()
    await t.settle(5)
    await t.forget(first)
    const again = await t.finalize({ serial: 1001 })
    await t.settle(5)
    expect(await t.badgeOf(again)).toMatchObject({
      state: 'held',
      text: expect.stringContaining('An older backup was restored'),
    })
    expect(t.booked()).toHaveLength(1)
  })
})

describe('at night', () => {
  const compare = async () => {
    await inTransaction(t.db, (tx) => enqueue(tx, compareSchedule, t.now()))
    await t.settle(3)
  }

  test('a second document with our reference stops the lane and names both', async () => {
    const id = await t.finalize()
    await t.settle(5)
    await compare()
    expect(await t.laneState()).toEqual(null)
    const [document] = await t.documents()
    t.sandbox.postByHand(companyId, { Account: '10001', Amount: 1000, OurRef: document?.reference })
    await compare()
    expect(await t.laneState()).toMatchObject({ key: 'post.twice', values: { number: '1001', numbers: '1001, 1002' } })
    expect((await t.badgeOf(id)).state).toEqual('transferred')
  })

  test('an order that could not be deleted when its document was settled goes', async () => {
    const id = await t.finalize()
    t.sandbox.order({ kind: 'status-before', status: 500, match: { path: '/Crud/Delete' }, times: null })
    await t.settle(1)
    t.sandbox.clearFaults()
    await t.settle(5)
    await compare()
    await expectBookedOnce(id)
  })

  test('whether orders go by themselves is not learned from one empty read', async () => {
    t.sandbox.setSwitches({ orderAfterPosting: 'stays' })
    const id = await t.finalize()
    // Before it: whether the orders that stand there are known, and the order before it is posted.
    t.sandbox.order({ kind: 'empty-read', match: { path: '/Query/Get/DebtorOrderClient' }, after: 2 })
    await t.settle(5)
    await expectBookedOnce(id)
    const { rows } = await t.db.execute(`select facts ->> 'orderGoes' as goes from integration`)
    expect(rows).toEqual([{ goes: 'false' }])
  })

  test('where orders stay, one that an empty read did not show when its document was settled is found at once', async () => {
    t.sandbox.setSwitches({ orderAfterPosting: 'stays' })
    const first = await t.finalize()
    await t.settle(5)
    const id = await t.finalize()
    t.sandbox.order({ kind: 'empty-read', match: { path: '/Query/Get/DebtorOrderClient' }, after: 1 })
    await t.settle(5)
    await expectBookedOnce(first, id)
  })

  test('an order that one empty read did not show is found by another night, since absence proves nothing', async () => {
    t.sandbox.setSwitches({ orderAfterPosting: 'stays' })
    const id = await t.finalize()
    // Before it: whether the orders that stand there are known, and the order before it is posted.
    const orders = { path: '/Query/Get/DebtorOrderClient' }
    t.sandbox.order({ kind: 'empty-read', match: orders, after: 2, times: null })
    await t.settle(5)
    expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
    await compare()
    expect(t.orders()).toHaveLength(1)
    t.sandbox.clearFaults()
    await compare()
    await expectBookedOnce(id)
  })

  test('one that is not known here was made after the backup that this database is of, and stops sending', async () => {
    const id = await t.finalize()
    await t.settle(5)
    const { rows } = await t.db.execute<{ mark: string }>('select mark from invoicing')
    t.sandbox.put(companyId, 'DebtorOrderClient', {
      ...{ OrderNumber: 1_600_000_001, Account: '10001', OurRef: `${rows[0]?.mark}ABCDEFGHJKLMNPQR` },
    })
    await compare()
    expect(await findRestore(t.db)).toMatchObject({
      sentence: { key: 'books.ordersThere', values: { there: '1600000001', count: 1 } },
    })
    expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
  })
})

describe('amounts', () => {
  test('UC-57: VAT that comes out an øre off is told with both figures, and the document is settled', async () => {
    const id = await t.finalize({ net: 100_002n })
    await t.settle(5)
    expect(t.booked()).toHaveLength(1)
    expect(['transferred', 'amount-differs']).toContain((await t.badgeOf(id)).state)
  })
})

describe('VAT that is rounded in two ways', () => {
  /** Two lines of 0.50: 0.13 + 0.13 by line, 0.25 by code. */
  const twoHalves = async () => {
    const id = await t.finalize({ net: 50n })
    await t.addLine(id, 50n)
    return id
  }

  test('UC-57: a difference is found before posting: nothing is booked until a person accepts it', async () => {
    t.sandbox.setSwitches({ vatRounding: 'per-line' })
    const id = await twoHalves()
    await t.settle(5)
    expect(await t.badgeOf(id)).toMatchObject({
      state: 'amount-differs',
      text: expect.stringContaining('Uniconta would make its VAT 0.26, and ours is 0.25'),
      actions: ['choose', 'send-again'],
    })
    expect(t.booked()).toEqual([])
    expect(t.orders()).toEqual([])
    await t.db.execute(`update uniconta_posting set word = 'accept-difference', reason = 'An øre'`)
    await t.sendAgain(id)
    await t.settle(5)
    expect(await t.badgeOf(id)).toMatchObject({ state: 'amount-differs', text: expect.stringContaining('0.26') })
    expect(t.booked()).toMatchObject([{ InvoiceNumber: 1001, VatAmount: 0.26 }])
  })

  const setting = async () => {
    const { rows } = await t.db.execute<{ rounding: string }>(`select vat_rounding as rounding from invoicing`)
    const { rows: changes } = await t.db.execute<{ actor: string; changes: unknown }>(
      `select actor, changes from audit_entry where kind = 'invoicing'`,
    )
    return { rounding: rows[0]?.rounding, changes }
  }

  test.each(['with-amounts', 'errors-only'] as const)(
    'UC-57: how it is rounded there becomes the setting for the next documents, where posting is simulated %s',
    async (simulate) => {
      t.sandbox.setSwitches({ vatRounding: 'per-line', simulate })
      await twoHalves()
      await t.settle(5)
      expect(await setting()).toEqual({
        rounding: 'line',
        changes: [{ actor: 'Uniconta', changes: [{ field: 'vatRounding', from: 'code', to: 'line' }] }],
      })
    },
  )

  test('rounded alike it goes, and how it is rounded there is known from then on', async () => {
    t.sandbox.setSwitches({ vatRounding: 'per-code' })
    const id = await twoHalves()
    await t.settle(5)
    expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
    const { rows } = await t.db.execute(`select facts ->> 'vatRounding' as rounding from integration`)
    expect(rows).toEqual([{ rounding: 'code' }])
  })
})

test('UC-50: the first document of a series that was called empty is not asked to have its number again while no invoice is shown', async () => {
  t.sandbox.order({ kind: 'drop-after', match: posting })
  const invoices = { path: '/Query/Get/DebtorInvoiceClient' }
  t.sandbox.order({ kind: 'empty-read', match: invoices, times: null, forMs: 4 * hour })
  const id = await t.finalize()
  await t.settle(150)
  expect(await t.badgeOf(id)).toMatchObject({ state: 'uncertain', text: expect.stringContaining('does not count') })
  t.pass(4 * hour)
  await t.settle()
  await expectBookedOnce(id)
})
