import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyId, tester } from '../../test/connector.ts'
import { type PostingTest, startPosting } from '../../test/posting.ts'
import { AccountInput } from '../accounting/account.ts'
import { createAccount } from '../accounting/save-account.ts'
import { changeTag } from '../tags/save-tag.ts'

let t: PostingTest
beforeEach(async () => {
  t = await startPosting()
})
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

const recode = (code: string, version: number) => {
  const { id, groupId, name, colour, active } = t.category
  return changeTag(t.db, tester, id, { groupId, name, colour, active, code, version }, {}, t.now())
}

test('UC-36: a document that was refused for its category goes by itself when the tag here is mended, and those behind it too', async () => {
  await recode('NOPE', 1)
  const first = await t.finalize()
  const second = await t.finalize()
  await t.run()
  expect(await t.badgeOf(first)).toMatchObject({ state: 'failed', text: expect.stringContaining('category NOPE') })
  expect(await t.badgeOf(second)).toMatchObject({ state: 'held' })
  await recode(t.category.code ?? '', 2)
  expect(await t.badgeOf(first)).toMatchObject({ state: 'waiting' })
  await t.settle()
  expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1001, 1002])
})

test('a document that was refused for an account goes again when the accounts here change, and not when a tag does', async () => {
  const [account] = t.sandbox.rows(companyId, 'GLAccountClient').filter((row) => row.Account === '1010')
  t.sandbox.remove(companyId, 'GLAccountClient', '1010')
  const id = await t.finalize()
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'failed', text: expect.stringContaining('account 1010') })
  t.sandbox.put(companyId, 'GLAccountClient', account ?? {})
  await recode('OTHER', 1)
  await recode(t.category.code ?? '', 2)
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'failed' })
  await createAccount(t.db, tester, AccountInput.parse({ number: '1020', name: 'Salg' }), t.now())
  await t.run()
  expect(await t.badgeOf(id)).toMatchObject({ state: 'transferred' })
})
