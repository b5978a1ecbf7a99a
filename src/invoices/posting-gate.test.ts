import { expect, test } from 'vitest'
import { anInvoicingOffice } from '../../test/invoicing-office.ts'
import { inTransaction } from '../lib/database/database.ts'
import { setWanted } from '../sync/enqueue.ts'
import { invoicePost } from './invoice-tasks.ts'

/** An office whose documents are posted by somebody; how it went is told by the test. */
async function anOfficeThatPosts() {
  const office = await anInvoicingOffice()
  const { db, database } = office.app
  await inTransaction(db, (tx) => setWanted(tx, invoicePost, true, office.app.now()))
  return {
    ...office,
    posting: (id: string, state: string, shown: string) =>
      database.pool.query(`update sync_task set state = $2, shown = $3 where kind = 'invoice.post' and subject = $1`, [
        id,
        state,
        shown,
      ]),
  }
}

test('no document of the coupled series is finalized while one could not be booked under its number', async () => {
  const { posting, billed, draft, tryFinalize, change, finalize, economy } = await anOfficeThatPosts()
  const { id } = await billed()
  const next = await draft([{}])
  await posting(id, 'parked', 'number-mismatch')
  expect((await economy.get(`/invoices/${next.id}`)).body.hindrances).toContainEqual({
    message: expect.stringContaining('1001 cannot be booked under its number'),
    link: '/export-invoices',
    stops: true,
  })
  expect(await tryFinalize(next)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Uniconta') } })
  const local = await finalize(await change(await draft([{}]), { transfer: false }))
  expect(local).toMatchObject({ series: 'invoice-local' })
  await posting(id, 'done', 'transferred')
  expect(await finalize(next)).toMatchObject({ number: '1002' })
})

test('documents that wait, are held, uncertain or refused there keep nobody from finalizing the next one', async () => {
  const { posting, billed } = await anOfficeThatPosts()
  const { id } = await billed()
  for (const [state, shown] of [
    ['waiting', 'waiting'],
    ['waiting', 'held'],
    ['waiting', 'uncertain'],
    ['parked', 'failed'],
    ['parked', 'amount-differs'],
  ] as const) {
    await posting(id, state, shown)
    expect(await billed(), shown).toMatchObject({ state: 'finalized' })
  }
})
