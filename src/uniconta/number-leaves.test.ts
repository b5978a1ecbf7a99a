import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PostingTest, startPosting } from '../../test/posting.ts'
import { findNumberWaits } from '../invoices/posting-gate.ts'
import { inTransaction } from '../lib/database/database.ts'
import { queueMail } from '../notifications/queue-mail.ts'

let t: PostingTest
beforeEach(async () => {
  t = await startPosting()
})
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

const saveWith = (numberLeavesWhenSettled: boolean, version: number) => {
  const { groupId } = t.category
  return t.save({ exportInvoices: true, projectCategoryTagGroupId: groupId, numberLeavesWhenSettled }, version)
}
const isHeld = async () =>
  (await t.database.pool.query(`select 1 from sync_task where kind = 'mail.send' and after_kind is not null`)).rows
    .length > 0

test('a number leaves the house when its document is booked, and not before, unless the dialog says otherwise', async () => {
  t.sandbox.setDown(true)
  const id = await t.finalize()
  await t.run()
  expect(await findNumberWaits(t.db, id)).toEqual({ number: '1001', system: 'Uniconta' })
  const mail = { to: 'a@b.test', subject: 'Invoice', text: 'Here', about: { kind: 'invoice', id } } as const
  await inTransaction(t.db, (tx) => queueMail(tx, mail, t.now()))
  await t.database.pool.query(
    `update sync_task set after_kind = 'invoice.post', after_subject = $1, shown = 'held' where kind = 'mail.send'`,
    [id],
  )
  t.sandbox.setDown(false)
  await saveWith(false, 1)
  expect(await findNumberWaits(t.db, id)).toBeUndefined()
  expect(await isHeld()).toEqual(false)
  await saveWith(true, 2)
  expect(await findNumberWaits(t.db, id)).toBeDefined()
  await t.settle()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
  expect(await findNumberWaits(t.db, id)).toBeUndefined()
})

test('documents of the series without transfer, and those older than the export, wait for nothing', async () => {
  const local = await t.finalize({ series: 'invoice-local' })
  const older = await t.finalize({ serial: 500 })
  await t.run()
  for (const id of [local, older]) expect(await findNumberWaits(t.db, id)).toBeUndefined()
})
