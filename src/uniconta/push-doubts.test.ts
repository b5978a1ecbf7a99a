// What stands there is not what was expected: nothing is overwritten, doubled or called gone without evidence.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCustomerInput, type ConnectorTest, companyId, startConnector, tester } from '../../test/connector.ts'
import type { CustomerInput } from '../customers/customer.ts'
import { changeCustomer, createCustomer } from '../customers/save-customer.ts'
import { inTransaction } from '../lib/database/database.ts'
import { findLink, saveLink } from '../sync/link-store.ts'
import { runNextTask } from '../sync/run-task.ts'

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

const inserts = () => t.writes().filter((call) => call.path.includes('/Insert/'))

/** As a worker that is killed while its call is out: nothing of what comes back is stored. */
async function killedAt(path: string): Promise<void> {
  const slow = t.sandbox.order({ kind: 'delay', ms: 200, match: { path } })
  await t.withLane(async (hold) => {
    const running = runNextTask(t.engine, t.uniconta.lane, hold)
    while (slow.struck === 0) await new Promise((done) => setTimeout(done, 5))
    await t.database.pool.query(`update sync_lane set token = 'of another process' where name = $1`, [hold.lane])
    await running
  })
  t.pass(10_000)
}

describe('a customer that was sent before and is not found', () => {
  test('alone in an empty table: nothing proves that it is gone, so a person decides', async () => {
    const id = await add()
    await t.run()
    t.sandbox.remove(companyId, 'DebtorClient', '10001')
    await edit(id, { name: 'Hansen Holding' }, 1)
    await t.run()
    const badge = await t.badge('customer', id)
    expect(badge).toMatchObject({
      state: 'uncertain',
      text: expect.stringContaining('Uniconta did not show debtor 10001'),
    })
    expect(badge.actions).toEqual(['link', 'create-again', 'look-now'])
    expect(inserts()).toHaveLength(1)
  })

  test('a row that somebody else made is control enough', async () => {
    t.sandbox.put(companyId, 'DebtorClient', { Account: '777', Name: 'Control', Group: t.domestic.code })
    const id = await add()
    await t.run()
    t.sandbox.remove(companyId, 'DebtorClient', '10001')
    await edit(id, { name: 'Hansen Holding' }, 1)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('link-broken')
  })

  test('a second one that is gone too does not keep the doubt alive', async () => {
    const id = await add()
    const second = await add({ name: 'Second', registrationNumber: null })
    await add({ name: 'Third', registrationNumber: null })
    await t.run()
    t.sandbox.remove(companyId, 'DebtorClient', '10001')
    t.sandbox.remove(companyId, 'DebtorClient', '10002')
    await edit(id, { name: 'Hansen Holding' }, 1)
    await edit(second, { name: 'Second Holding', registrationNumber: null, number: '10002' }, 1)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('link-broken')
    expect((await t.badge('customer', second)).state).toEqual('link-broken')
  })

  test.each(['hidden', 'PrimaryKeyId'] as const)(
    'UC-04: under another number it is found again, row ids %s',
    async (rowIds) => {
      t.sandbox.setSwitches({ rowIds })
      const id = await add()
      await t.run()
      t.sandbox.rekey(companyId, 'DebtorClient', '10001', '999')
      await edit(id, { name: 'Hansen Holding' }, 1)
      await t.run()
      expect(await t.badge('customer', id)).toMatchObject({
        state: 'changed-there',
        differences: [{ field: 'Account', here: '10001', there: '999' }],
      })
      expect(t.debtors()).toMatchObject([{ Account: '999', Name: 'Hansen & Søn A/S' }])
    },
  )

  test('another row under its number is not taken for it', async () => {
    t.sandbox.setSwitches({ rowIds: 'PrimaryKeyId' })
    const id = await add()
    await t.run()
    t.sandbox.remove(companyId, 'DebtorClient', '10001')
    t.sandbox.put(companyId, 'DebtorClient', { Account: '10001', Name: 'A stranger', Group: t.domestic.code })
    await edit(id, { name: 'Hansen Holding' }, 1)
    await t.run()
    expect((await t.badge('customer', id)).text).toContain('Uniconta already has debtor 10001, "A stranger"')
    expect(t.debtors()).toMatchObject([{ Name: 'A stranger' }])
  })
})

describe('what is known of a customer there is void from the moment that it may have changed', () => {
  test('a value set back while nobody could read what the write had done goes back there too', async () => {
    const id = await add()
    await t.run()
    await edit(id, { name: 'Hansen Holding' }, 1)
    const silent = t.sandbox.order({ kind: 'drop-after', match: { path: '/Query/Get/DebtorClient' }, after: 1 })
    await t.run()
    expect([silent.struck, t.debtors()[0]?.Name]).toEqual([1, 'Hansen Holding'])
    await edit(id, {}, 2)
    t.pass(60_000)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.debtors()).toMatchObject([{ Name: 'Hansen & Søn A/S' }])
  })

  test('one that is gone there is still gone after its last change was taken back', async () => {
    const id = await add()
    await add({ name: 'Control', registrationNumber: null })
    await t.run()
    t.sandbox.remove(companyId, 'DebtorClient', '10001')
    await edit(id, { name: 'Hansen Holding' }, 1)
    await t.run()
    await edit(id, {}, 2)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('link-broken')
  })

  test('one that shows itself beside its control is not gone, although three looks showed nothing', async () => {
    const id = await add()
    await add({ name: 'Control', registrationNumber: null })
    await t.run()
    const empty = t.sandbox.order({ kind: 'empty-read', match: { entity: 'DebtorClient' }, times: 3 })
    await edit(id, { name: 'Hansen Holding' }, 1)
    await t.run()
    expect(empty.struck).toEqual(3)
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.debtors()).toMatchObject([{ Name: 'Hansen Holding' }, { Name: 'Control' }])
  })
})

describe('a customer that is new here and there already', () => {
  test('branches share a registration number: one that is linked with another customer is no doubt', async () => {
    await add()
    const id = await add({ name: 'Hansen & Søn, Odense' })
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.debtors()).toHaveLength(2)
  })

  test('a number that differs by case only is one key there: a person looks', async () => {
    t.sandbox.put(companyId, 'DebtorClient', { Account: 'k-1', Name: 'Small', Group: t.domestic.code })
    const id = await add({ number: 'K-1', registrationNumber: null })
    await t.run()
    expect((await t.badge('customer', id)).text).toContain('Uniconta already has debtor k-1, "Small"')
    expect(t.debtors()).toHaveLength(1)
  })

  test('a number that a person linked is used as it is, with signs that ours never have', async () => {
    t.sandbox.put(companyId, 'DebtorClient', { Account: 'Ærø 12/4', Name: 'Old', Group: t.domestic.code })
    const id = await add()
    await inTransaction(t.db, (tx) =>
      saveLink(tx, {
        system: 'uniconta',
        kind: 'customer',
        subject: id,
        externalKey: 'Ærø 12/4',
        rowId: null,
        intent: null,
        snapshot: null,
        sentAt: null,
        confirmedAt: t.now(),
      }),
    )
    await t.run()
    expect(await t.badge('customer', id)).toMatchObject({ state: 'transferred', externalKey: 'Ærø 12/4' })
    expect(t.debtors()).toMatchObject([{ Account: 'Ærø 12/4', Name: 'Hansen & Søn A/S' }])
  })
})

describe('an insert whose end was not seen', () => {
  test('killed after the insert and before the link: the next process finds it and makes no second one', async () => {
    const id = await add()
    await killedAt('/Crud/Insert')
    expect(t.debtors()).toHaveLength(1)
    expect((await findLink(t.db, 'uniconta', 'customer', id))?.confirmedAt).toBeNull()
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(inserts()).toHaveLength(1)
  })

  test('a process that lost the lane before the insert sends nothing', async () => {
    const id = await add()
    await killedAt('/Query/Get/DebtorClient')
    expect(inserts()).toHaveLength(0)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.debtors()).toHaveLength(1)
  })

  test('changed here meanwhile, name and registration number too: it is known as ours and corrected', async () => {
    t.sandbox.order({ kind: 'status-after', match: { path: '/Crud/Insert' } }) // 503, and yet it was applied
    const id = await add()
    await t.run()
    await edit(id, { name: 'Hansen Holding', registrationNumber: '20000008' }, 1)
    t.pass(60_000)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.debtors()).toMatchObject([{ Name: 'Hansen Holding', CompanyRegNo: '20000008' }])
  })

  test('it arrives just before the second one, which carries newer values: it is corrected', async () => {
    t.sandbox.order({ kind: 'drop-before', match: { path: '/Crud/Insert' } })
    const id = await add()
    await t.run()
    await edit(id, { name: 'Hansen Holding' }, 1)
    t.pass(60_000)
    t.sandbox.order({ kind: 'empty-read', match: { entity: 'DebtorClient' }, times: 2 })
    t.sandbox.put(companyId, 'DebtorClient', firstInsert())
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.debtors()).toMatchObject([{ Name: 'Hansen Holding' }])
  })

  /** What the lost first call would have made. */
  function firstInsert(): Record<string, unknown> {
    const [lost] = inserts()
    return JSON.parse(lost?.request ?? '{}')
  }
})

describe('what the answer to a write means', () => {
  test.each(['nothing', 'entity', 'code-name', 'code-number'] as const)(
    'success written as %s is a success',
    async (answer) => {
      t.sandbox.setSwitches({ insertAnswer: answer, updateAnswer: answer })
      const id = await add()
      await t.run()
      await edit(id, { name: 'Hansen Holding' }, 1)
      await t.run()
      expect((await t.badge('customer', id)).state).toEqual('transferred')
      expect(t.debtors()).toMatchObject([{ Name: 'Hansen Holding' }])
    },
  )

  test.each([
    [400, 'label'],
    [200, 'label'],
    [200, 'name'],
    [400, 'name'],
  ] as const)(
    'a refusal with status %s and a %s is one, waits for a person and names the reason',
    async (refusalStatus, refusalText) => {
      t.sandbox.setSwitches({ refusalStatus, refusalText })
      const group = t.sandbox.rows(companyId, 'DebtorGroupClient').find((row) => row.Group === t.domestic.code)
      t.sandbox.remove(companyId, 'DebtorGroupClient', String(t.domestic.code))
      const id = await add()
      await t.run()
      expect(await t.badge('customer', id)).toMatchObject({
        state: 'failed',
        text: expect.stringContaining(`Uniconta has no customer group ${t.domestic.code}. Add it under`),
      })
      t.sandbox.put(companyId, 'DebtorGroupClient', { ...group })
      await edit(id, {}, 1)
      await t.run()
      expect((await t.badge('customer', id)).state).toEqual('transferred')
    },
  )

  test('a user who may not insert: the sentence names the right', async () => {
    t.sandbox.setSwitches({ refusalText: 'name' })
    await t.save({ userName: 'limited', exportCustomers: true }).catch(() => {})
    await t.database.pool.query(
      `update integration set settings = jsonb_set(settings::jsonb, '{userName}', '"limited"') where type = 'uniconta'`,
    )
    const id = await add()
    await t.run()
    expect((await t.badge('customer', id)).text).toContain('The Uniconta user may not save debtor 10001')
  })

  test('a read that is refused is a sentence on the record, not a fault of ours', async () => {
    t.sandbox.order({ kind: 'status-before', status: 404, match: { path: '/Query/Get/DebtorClient' } })
    const id = await add()
    await t.run()
    expect(await t.badge('customer', id)).toMatchObject({
      state: 'failed',
      text: 'Uniconta refused 10001 Hansen & Søn A/S: Service trouble',
    })
  })

  test('a session that somebody else ended is told in the log, and the customer goes all the same', async () => {
    t.sandbox.order({ kind: 'revoke-token', match: { path: '/Crud/Insert' } })
    const id = await add()
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.lines.filter((line) => line.level === 'warning').map((line) => line.sentence.key)).toEqual([
      'uniconta.sessionTaken',
    ])
  })

  test('another process of ours that signs in is no stranger: nothing is told, and the lane is not paused', async () => {
    const other = t.aProcess().keeper
    const account = { userName: 'akkord-server', password: 'sandbox-password', apiKey: null, companyId }
    const id = await add()
    await t.run()
    for (let version = 1; version <= 4; version++) {
      await other.callsFor(account, [], async () => {}).query('DebtorClient', [])
      await edit(id, { name: `Name ${version}` }, version)
      await t.run()
      expect((await t.badge('customer', id)).state).toEqual('transferred')
    }
    expect(t.debtors()).toMatchObject([{ Name: 'Name 4' }])
    expect(t.lines.filter((line) => line.level !== 'info')).toEqual([])
  })

  test('the call that uses up the free ones of a day is told once, and sending goes on', async () => {
    await add({ name: 'First' })
    await t.run()
    await t.database.pool.query('update uniconta_call_day set calls = 4998')
    const id = await add({ registrationNumber: null })
    await add({ name: 'Third', registrationNumber: null })
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    expect(t.lines.filter((line) => line.level === 'warning').map((line) => line.sentence)).toEqual([
      { key: 'uniconta.callsMany', values: { calls: 5_001, free: 5_000 } },
    ])
  })

  test('old values in the first reading after a write are not taken for lost ones', async () => {
    const id = await add()
    await t.run()
    t.sandbox.order({ kind: 'stale-read', match: { entity: 'DebtorClient' }, after: 1 })
    await edit(id, { name: 'Hansen Holding' }, 1)
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('transferred')
  })
})

test('UC-11: a row that was known for ours stays ours when the answer to its correction is lost, too', async () => {
  const id = await add()
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/Insert/DebtorClient' } })
  await t.run()
  await edit(id, { name: 'Hansen Holding' }, 1)
  t.sandbox.order({ kind: 'drop-after', match: { path: '/Crud/UpdateFieldsModified/DebtorClient' } })
  for (let round = 0; round < 3; round++) {
    t.pass(20 * 60_000)
    await t.run()
  }
  expect(await t.badge('customer', id)).toMatchObject({ state: 'transferred', externalKey: '10001' })
  expect(t.debtors()).toMatchObject([{ Account: '10001', Name: 'Hansen Holding' }])
})
