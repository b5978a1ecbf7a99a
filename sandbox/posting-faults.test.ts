// Trouble around a posting: late, twice, half, lost.
import { expect, test } from 'vitest'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { signIn } from './test-client.ts'
import { demo, office } from './test-office.ts'
import { aLine, find, insertOrder, postOrder } from './test-order.ts'
import { minuteMs } from './test-sandbox.ts'

const posting = { path: '/Invoice/' }

/** A sandbox in process whose time passes only when it is told to. */
async function inVirtualTime() {
  const clock = { at: new Date('2026-11-23T09:00:00Z') }
  let asleep: { until: number; wake: () => void }[] = []
  const sleep = (ms: number) => new Promise<void>((wake) => void asleep.push({ until: clock.at.getTime() + ms, wake }))
  const sandbox: Sandbox = createSandbox({ now: () => clock.at, sleep, random: () => 0.5 })
  const url = 'http://sandbox'
  const client = await signIn(url, { fetchIt: (request) => sandbox.handle(request) })
  const pass = async (ms: number) => {
    clock.at = new Date(clock.at.getTime() + ms)
    const due = asleep.filter(({ until }) => until <= clock.at.getTime())
    asleep = asleep.filter(({ until }) => until > clock.at.getTime())
    for (const { wake } of due) wake()
    await new Promise(setImmediate)
  }
  return { sandbox, client, pass, url }
}

test.for(['apply-late', 'hang-late'] as const)(
  'a posting under %s goes through half an hour later, though its session has ended and the company was changed',
  async (kind) => {
    const { sandbox, client, pass, url } = await inVirtualTime()
    await insertOrder(client)
    sandbox.order({ kind, ms: 30 * minuteMs, match: posting })
    const answer = postOrder(client).catch(() => 'line cut')
    if (kind === 'apply-late') expect(await answer).toEqual('line cut')
    await new Promise(setImmediate)
    await client.send('GET', '/Company/ChangeCompany/12346')
    sandbox.signInElsewhere('akkord-server')

    await pass(29 * minuteMs)
    expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(0)
    await pass(minuteMs)

    expect(sandbox.rows(demo, 'DebtorInvoiceClient')).toMatchObject([{ InvoiceNumber: 1001, OurRef: 'AK-0001' }])
    const fresh = await signIn(url, { fetchIt: (request) => sandbox.handle(request) })
    expect(await find(fresh, 'DebtorInvoiceClient', 'InvoiceNumber', '1001..')).toHaveLength(1)
    expect(sandbox.calls().find(({ fault }) => fault === 'applied late')).toMatchObject({ applied: true, status: null })
  },
)

test('a late posting of an order that was deleted meanwhile posts nothing', async () => {
  const { sandbox, client, pass } = await inVirtualTime()
  await insertOrder(client)
  sandbox.order({ kind: 'apply-late', ms: 30 * minuteMs, match: posting })
  await postOrder(client).catch(() => undefined)
  await client.send('DELETE', '/Crud/Delete/DebtorOrderClient', { OrderNumber: 800_001 })

  await pass(30 * minuteMs)

  expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(0)
  expect(sandbox.calls().at(-1)).toMatchObject({ fault: 'applied late', applied: false })
})

test('an order may be written without its lines, or with some of them', async () => {
  const { sandbox, client } = await office()
  sandbox.order({ kind: 'half-written', match: { entity: 'DebtorOrderClient' } })
  sandbox.order({ kind: 'half-written', rows: 1, match: { entity: 'DebtorOrderClient' } })

  await expect(insertOrder(client, {}, [aLine(), aLine()])).rejects.toThrow('fetch failed')
  expect(await find(client, 'DebtorOrderLineClient', 'OrderNumber', '800001')).toEqual([])
  await expect(insertOrder(client, { OrderNumber: 800_002 }, [aLine(), aLine()])).rejects.toThrow('fetch failed')
  expect(await find(client, 'DebtorOrderLineClient', 'OrderNumber', '800002')).toHaveLength(1)
})

test('a posting that a proxy repeats is booked twice as long as the order stays', async () => {
  const { sandbox, client } = await office({ orderAfterPosting: 'stays' })
  await insertOrder(client)
  sandbox.order({ kind: 'applied-twice', match: posting })

  expect(await postOrder(client)).toMatchObject({ InvoiceNumber: 1002 })
  expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(2)

  sandbox.setSwitches({ orderAfterPosting: 'as-it-says' })
  sandbox.order({ kind: 'applied-twice', match: posting })
  expect(await postOrder(client)).toMatchObject({ Err: 18, ErrorProperty: 'OrderNumber' })
  expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(3)
})

test('a posting or a write may be refused with any code, and nothing was done', async () => {
  const { sandbox, client } = await office()
  await insertOrder(client)
  sandbox.order({ kind: 'err', err: 777 })

  expect(await postOrder(client)).toEqual({ InvoiceNumber: 0, JournalPostedlId: 0, Err: 777 })
  sandbox.order({ kind: 'err', err: 47 })
  expect(await client.send('DELETE', '/Crud/Delete/DebtorOrderClient', { OrderNumber: 800_001 })).toEqual({
    status: 400,
    body: 'The record is in use and could not be deleted',
  })
  expect(sandbox.count(demo, 'DebtorOrderClient')).toBe(1)
  expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(0)
})

test('an old session may go on seeing what was, and a fresh one sees the truth', async () => {
  const { sandbox, client, signInAs } = await office({ secondLogin: 'both-live' })
  sandbox.order({ kind: 'stale-read', match: { entity: 'DebtorInvoiceClient', oldSessions: true }, times: null })
  await insertOrder(client)
  await postOrder(client)

  expect(await find(client, 'DebtorInvoiceClient', 'InvoiceNumber', '1001..')).toEqual([])
  expect(await find(await signInAs(), 'DebtorInvoiceClient', 'InvoiceNumber', '1001..')).toHaveLength(1)
})

test('a fault may strike by chance', async () => {
  const chances = [0.9, 0.1]
  const sandbox = createSandbox({ random: () => chances.shift() ?? 0.5 })
  const client = await signIn('http://sandbox', { fetchIt: (request) => sandbox.handle(request) })
  chances.splice(0, chances.length, 0.9, 0.1)
  sandbox.order({ kind: 'status-before', chance: 0.2, times: null, match: posting })

  expect(await postOrder(client)).toMatchObject({ Err: 18 })
  expect(await postOrder(client)).toEqual('Service trouble')
})
