// Every kind of fault at every call of a push. Whatever happens: afterwards the customer stands there once, as here.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FaultKind, faultKinds } from '../../sandbox/faults.ts'
import { aCustomerInput, type ConnectorTest, startConnector, tester } from '../../test/connector.ts'
import { changeCustomer, createCustomer } from '../customers/save-customer.ts'
import { inTransaction } from '../lib/database/database.ts'
import { enqueue } from '../sync/enqueue.ts'

let t: ConnectorTest
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

/** Sign-in, company, look, write, reading back. */
const callsOfPush = [0, 1, 2, 3, 4]
const hourMs = 60 * 60_000

const input = (number: string, name: string) =>
  aCustomerInput([t.domestic.id], { number, name, registrationNumber: `9000${number}` })

function orderFault(kind: FaultKind, after: number): void {
  t.pass(hourMs) // the session is over, so that signing in is a call of the push
  t.sandbox.order({ kind, after, ms: 5 })
}

/** What the badge says is true, however far the push has come. */
async function badgeIsTrue(id: string, number: string, name: string): Promise<string> {
  const badge = await t.badge('customer', id)
  const rows = t.debtors().filter((row) => row.Account === number)
  expect(rows.length).toBeLessThanOrEqual(1)
  if (badge.state === 'transferred') expect(rows).toMatchObject([{ Name: name, CompanyRegNo: `9000${number}` }])
  else expect(['waiting', 'uncertain', 'failed']).toContain(badge.state)
  expect(badge.text).not.toMatch(/went wrong|our side/)
  return badge.state
}

/** Lets time pass until it stands there; a refusal by a rule is sent again by a person. */
async function arrives(id: string, number: string, name: string): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await t.run()
    const state = await badgeIsTrue(id, number, name)
    if (state === 'transferred') return
    if (state === 'failed')
      await inTransaction(t.db, (tx) => enqueue(tx, { kind: 'customer.push', subject: id, label: number }, t.now()))
    t.sandbox.clearFaults()
    t.pass(20 * 60_000)
  }
  throw new Error(`Customer ${number} never arrived: ${(await t.badge('customer', id)).text}`)
}

describe.each(faultKinds)('a fault of the kind %s', (kind) => {
  beforeEach(async () => {
    t = await startConnector(kind.startsWith('hang') ? { timeoutMs: 600 } : {})
  })

  test('at any call of a new customer makes no second one', async () => {
    for (const after of callsOfPush) {
      const number = `5000${after}`
      orderFault(kind, after)
      const id = await createCustomer(t.db, tester, input(number, 'Hansen A/S'), t.now())
      await arrives(id, number, 'Hansen A/S')
    }
    expect(t.debtors()).toHaveLength(callsOfPush.length)
  })

  test('at any call of a changed customer loses no change', async () => {
    const id = await createCustomer(t.db, tester, input('60000', 'Hansen 0'), t.now())
    await t.run()
    for (const after of callsOfPush) {
      orderFault(kind, after)
      const name = `Hansen ${after + 1}`
      const change = { ...input('60000', name), number: '60000', version: after + 1 }
      await changeCustomer(t.db, { actor: tester, id, change, now: t.now() }, async () => [])
      await arrives(id, '60000', name)
    }
    expect(t.debtors()).toHaveLength(1)
  })
})
