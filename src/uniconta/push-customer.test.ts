import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomerInput, type ConnectorTest, companyId, startConnector, tester } from '../../test/connector.ts'
import type { CustomerInput } from '../customers/customer.ts'
import { changeCustomer, createCustomer } from '../customers/save-customer.ts'
import { findLink } from '../sync/link-store.ts'

let t: ConnectorTest
beforeEach(async () => {
  t = await startConnector()
})
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

const add = (change: Partial<CustomerInput> = {}) =>
  createCustomer(t.db, tester, aCustomerInput([t.domestic.id], change), t.now())

async function edit(id: string, change: Partial<CustomerInput>, version: number) {
  const { number = '10001', ...fields } = { ...aCustomerInput([t.domestic.id]), ...change }
  await changeCustomer(
    t.db,
    { actor: tester, id, change: { ...fields, number, version }, now: t.now() },
    async () => [],
  )
}

test('UC-10 UC-12: a new customer stands there with every field of the page', async () => {
  const id = await add({ street2: '2. sal', street3: 'Baghuset', invoiceEmail: 'faktura@hansen.example' })
  await t.run()
  expect(t.debtors()).toMatchObject([
    {
      Account: '10001',
      Name: 'Hansen & Søn A/S',
      Address1: 'Nygade 1',
      Address2: '2. sal',
      Address3: 'Baghuset',
      ZipCode: '8000',
      City: 'Aarhus C',
      Country: 57,
      CompanyRegNo: '10000009',
      Currency: 'DKK',
      ContactEmail: 'post@hansen.example',
      InvoiceEmail: 'faktura@hansen.example',
      Phone: '+45 12 34 56 78',
      Www: 'https://hansen.example',
      Group: t.domestic.code,
    },
  ])
  expect(await t.badge('customer', id)).toMatchObject({
    state: 'transferred',
    externalKey: '10001',
    text: 'In Uniconta as debtor 10001.',
  })
})

test('UC-11: a changed customer changes there, and only what differs is written', async () => {
  const id = await add()
  await t.run()
  t.sandbox.clearCalls()
  await edit(id, { name: 'Hansen ApS', city: 'Aarhus' }, 1)
  await t.run()
  expect(t.debtors()[0]).toMatchObject({ Name: 'Hansen ApS', City: 'Aarhus', Address1: 'Nygade 1' })
  expect(t.writes()).toHaveLength(1)
  expect(t.sandbox.calls()).toHaveLength(3)
})

test('UC-11: a save that changes nothing that is sent makes no call', async () => {
  const id = await add()
  await t.run()
  t.sandbox.clearCalls()
  await edit(id, { notes: 'Only here' }, 1)
  await t.run()
  expect(t.sandbox.calls()).toEqual([])
  expect((await t.badge('customer', id)).state).toEqual('transferred')
})

test('UC-11: ten saves while it is down are one push of the newest state', async () => {
  const id = await add()
  await t.run()
  t.sandbox.setDown(true)
  for (let version = 1; version <= 10; version++) await edit(id, { name: `Name ${version}` }, version)
  await t.run()
  expect((await t.badge('customer', id)).state).toEqual('waiting')
  t.sandbox.setDown(false)
  t.sandbox.clearCalls()
  t.pass(60_000)
  await t.run()
  expect(t.debtors()[0]).toMatchObject({ Name: 'Name 10' })
  expect(t.writes()).toHaveLength(1)
})

test('UC-12: an emptied field is cleared there', async () => {
  const id = await add()
  await t.run()
  await edit(id, { phone: null, website: null, email: null }, 1)
  await t.run()
  expect(t.debtors()[0]?.Phone ?? '').toEqual('')
  expect(t.debtors()[0]?.ContactEmail ?? '').toEqual('')
})

test('a saved customer reaches Uniconta once, even when the first answer is lost', async () => {
  t.sandbox.order({ kind: 'drop-after', match: { entity: 'DebtorClient', method: 'POST', path: '/Crud/' } })
  const id = await add()
  await t.run()
  expect(await t.badge('customer', id)).toMatchObject({ state: 'uncertain' })
  t.pass(60_000)
  await t.run()
  expect(t.debtors()).toHaveLength(1)
  expect((await t.badge('customer', id)).state).toEqual('transferred')
  expect(t.writes().filter((call) => call.path.includes('/Insert/'))).toHaveLength(1)
})

test('an insert that arrives late, after a second one, makes no second customer', async () => {
  t.sandbox.order({ kind: 'apply-late', ms: 30, match: { entity: 'DebtorClient', path: '/Crud/Insert' } })
  const id = await add()
  await t.run()
  t.pass(60_000)
  await t.run()
  await new Promise((done) => setTimeout(done, 60))
  expect(t.debtors()).toHaveLength(1)
  expect((await t.badge('customer', id)).state).toEqual('transferred')
})

test('UC-13 UC-15: a customer whose tag has no code fails with a sentence that names the tag', async () => {
  const { createTag } = await import('../tags/save-tag.ts')
  const codeless = await createTag(
    t.db,
    tester,
    { groupId: t.group.id, name: 'Udland', code: null, colour: 'red', active: true },
    t.now(),
  )
  const id = await add({ tagIds: [codeless.id] })
  await t.run()
  expect(await t.badge('customer', id)).toMatchObject({ state: 'failed' })
  expect((await t.badge('customer', id)).text).toContain('The tag Udland of the group Customer group has no code')
  expect(t.writes()).toEqual([])
})

test('UC-15: a code that Uniconta does not have is named, with the menu path that mends it', async () => {
  const { createTag } = await import('../tags/save-tag.ts')
  const wrong = await createTag(
    t.db,
    tester,
    { groupId: t.group.id, name: 'Mars', code: 'MARS', colour: 'red', active: true },
    t.now(),
  )
  const id = await add({ tagIds: [wrong.id] })
  await t.run()
  expect((await t.badge('customer', id)).text).toContain(
    'Uniconta has no customer group MARS. Add it under Customer > Maintenance > Customer groups',
  )
})

test('UC-18: a project participant is not sent', async () => {
  const id = await add({ relation: 'participant' })
  await t.run()
  expect(t.debtors()).toEqual([])
  expect(await t.badge('customer', id)).toMatchObject({ state: 'off' })
})

test('UC-03: what exists there unlinked under the same number is never overwritten, and offered for linking', async () => {
  t.sandbox.put(companyId, 'DebtorClient', { Account: '10001', Name: 'Somebody else', Group: t.domestic.code })
  const id = await add()
  await t.run()
  expect(t.debtors()[0]).toMatchObject({ Name: 'Somebody else' })
  const badge = await t.badge('customer', id)
  expect(badge).toMatchObject({ state: 'failed' })
  expect(badge.text).toContain('Uniconta already has debtor 10001, "Somebody else"')
  expect(badge.actions).toContain('link')
  expect(badge.differences).toContainEqual({ field: 'Name', here: 'Hansen & Søn A/S', there: 'Somebody else' })
})

test('what exists there under another number with the same registration number is offered for linking', async () => {
  t.sandbox.put(companyId, 'DebtorClient', {
    Account: 'H77',
    Name: 'Hansen',
    Group: t.domestic.code,
    CompanyRegNo: '10000009',
  })
  const id = await add()
  await t.run()
  expect(t.debtors()).toHaveLength(1)
  const badge = await t.badge('customer', id)
  expect(badge.text).toContain('debtor H77, "Hansen", with the registration number 10000009')
  expect(badge.actions).toContain('link')
})

test('UC-04: a number changed there is said, and no second customer is made', async () => {
  const id = await add()
  await add({ name: 'Control', registrationNumber: null })
  await t.run()
  t.sandbox.rekey(companyId, 'DebtorClient', '10001', '999')
  await edit(id, { name: 'Hansen Holding' }, 1)
  await t.run()
  const badge = await t.badge('customer', id)
  expect(badge.state).toEqual('changed-there')
  expect(badge.text).toContain('The number was changed in Uniconta from 10001 to 999')
  expect(t.debtors()).toHaveLength(2)
})

test('a record deleted there is said, and is not made again by itself', async () => {
  const id = await add()
  await add({ name: 'Control', registrationNumber: null })
  await t.run()
  t.sandbox.remove(companyId, 'DebtorClient', '10001')
  await edit(id, { name: 'Hansen Holding' }, 1)
  await t.run()
  const badge = await t.badge('customer', id)
  expect(badge).toMatchObject({
    state: 'link-broken',
    text: 'Debtor 10001 is no longer in Uniconta. Link another record, or create it again.',
  })
  expect(badge.actions).toEqual(['link', 'create-again'])
  expect(t.debtors()).toHaveLength(1)
})

test('an empty read of an old session is not taken for a deleted record', async () => {
  const id = await add()
  await add({ name: 'Control', registrationNumber: null })
  await t.run()
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'DebtorClient' }, times: 4 })
  await edit(id, { name: 'Hansen Holding' }, 1)
  await t.run()
  expect((await t.badge('customer', id)).state).toEqual('uncertain')
  t.pass(60_000)
  await t.run()
  expect((await t.badge('customer', id)).state).toEqual('transferred')
  expect(t.debtors()[0]).toMatchObject({ Name: 'Hansen Holding' })
})

test('a field altered there is set right by the next save of that field (§10: Akkord is master)', async () => {
  const id = await add()
  await t.run()
  t.sandbox.put(companyId, 'DebtorClient', { Account: '10001', City: 'Andeby' })
  await edit(id, { phone: '+45 99 99 99 99' }, 1)
  await t.run()
  expect(t.debtors()[0]).toMatchObject({ City: 'Aarhus C', Phone: '+45 99 99 99 99' })
})

test('text that is too long for Uniconta is refused here, not cut there in silence', async () => {
  const id = await add({ number: 'A-NUMBER-THAT-IS-MUCH-TOO-LONG' })
  await t.run()
  expect(t.debtors()).toEqual([])
  expect((await t.badge('customer', id)).text).toContain('cannot be used in Uniconta')
})

test('a country whose number is not known stays here, and the badge says how it is learned', async () => {
  const id = await add({ countryCode: 'FR' })
  await t.run()
  expect(t.debtors()[0]?.Country ?? 0).toEqual(0)
  expect((await t.badge('customer', id)).text).toContain('The country FR stays here')
})

test.each([
  ['html', 'uncertain'],
  ['redirect', 'uncertain'],
  ['cut-json', 'uncertain'],
  ['wrong-shape', 'transferred'],
  ['no-content', 'transferred'],
  ['pdf', 'uncertain'],
  ['status-after', 'waiting'],
  ['half-close', 'uncertain'],
] as const)('an answer that is %s to the insert is shown as %s, and the record arrives once', async (kind, state) => {
  t.sandbox.order({ kind, match: { entity: 'DebtorClient', path: '/Crud/Insert' } })
  const id = await add()
  await t.run()
  const first = await t.badge('customer', id)
  expect(first.state).toEqual(state)
  t.pass(60_000)
  await t.run()
  expect(t.debtors()).toHaveLength(1)
  expect((await t.badge('customer', id)).state).toEqual('transferred')
})

test('200 with the name of an error is a refusal, not a success', async () => {
  t.sandbox.order({ kind: 'text', match: { entity: 'DebtorClient', path: '/Crud/Insert' } })
  const id = await add()
  await t.run()
  const badge = await t.badge('customer', id)
  expect(badge).toMatchObject({ state: 'failed', actions: ['send-again'] })
  expect(badge.text).toContain('Uniconta refused debtor 10001')
  expect(t.debtors()).toEqual([])
})

test('an error that says "later" is tried again by itself', async () => {
  t.sandbox.order({ kind: 'error-string', match: { entity: 'DebtorClient', path: '/Crud/Insert' } })
  const id = await add()
  await t.run()
  expect((await t.badge('customer', id)).state).toEqual('waiting')
  t.pass(60_000)
  await t.run()
  expect((await t.badge('customer', id)).state).toEqual('transferred')
})

test('the link is remembered with what was sent', async () => {
  const id = await add()
  await t.run()
  expect(await findLink(t.db, 'uniconta', 'customer', id)).toMatchObject({
    externalKey: '10001',
    intent: null,
    snapshot: { Name: 'Hansen & Søn A/S' },
  })
})
