// The settings that no other test turns.
import { expect, test } from 'vitest'
import { createSandbox } from './sandbox.ts'
import { signIn } from './test-client.ts'
import { aSandbox } from './test-sandbox.ts'

const company = 12345

async function loginBody(url: string, Username: string, apiKey?: string) {
  const body = JSON.stringify({ Username, Password: 'sandbox-password', apiKey })
  const response = await fetch(`${url}/login`, { method: 'POST', body })
  return response.json()
}

test('the key of a program may be needed always or never', async () => {
  const { sandbox, url } = await aSandbox({ switches: { apiKey: 'needed' } })
  expect(await loginBody(url, '0012345/akkord-server')).toEqual('UnknownAppIdent')
  expect(await loginBody(url, '0012345/akkord-server', 'no key at all')).toEqual('UnknownAppIdent')
  sandbox.setSwitches({ apiKey: 'not-read' })
  expect(await loginBody(url, 'akkord-server')).toHaveProperty('token')
})

test('a wrong password may be a status, and a person may be let in', async () => {
  const { url } = await aSandbox({ switches: { badPassword: '401', ordinaryUsers: 'allowed' } })
  const wrong = await fetch(`${url}/login`, { method: 'POST', body: '{"Username":"person","Password":"x"}' })
  expect(wrong.status).toEqual(401)
  expect(await loginBody(url, '0012345/person')).toHaveProperty('token')
})

test('ChangeCompany may move one session only, and a refresh may keep it', async () => {
  const { sandbox, url, signInAs } = await aSandbox({
    switches: { secondLogin: 'both-live', changeCompany: 'this-session', refreshKeepsCompany: true },
  })
  const [first, second] = [await signInAs(), await signInAs()]
  await first.send('GET', '/Company/ChangeCompany/12346')
  await second.send('POST', '/Crud/Insert/DebtorClient', { Account: 'S2' })
  const refreshed = await fetch(`${url}/refresh`, { method: 'POST', body: JSON.stringify(first.refreshToken) })
  const { token } = (await refreshed.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  await fetch(`${url}/Crud/Insert/DebtorClient`, { method: 'POST', headers, body: '{"Account":"S1"}' })
  expect(sandbox.rows(company, 'DebtorClient').map((row) => row.Account)).toContain('S2')
  expect(sandbox.rows(12346, 'DebtorClient').map((row) => row.Account)).toEqual(['S1'])
})

test('row ids may be shown, filtered by and used to name a row', async () => {
  const { sandbox, signInAs } = await aSandbox({ switches: { rowIds: 'PrimaryKeyId', refusalText: 'name' } })
  const { send } = await signInAs()
  const [row] = sandbox.rows(company, 'DebtorClient')
  const filter = [{ PropertyName: 'PrimaryKeyId', FilterValue: String(row?.RowId) }]
  expect((await send('POST', '/Query/Get/DebtorClient', filter)).body).toMatchObject([
    { Account: '1001', PrimaryKeyId: row?.RowId },
  ])
  const renamed = { PrimaryKeyId: row?.RowId, Account: '7777', Group: 'Indland' }
  expect((await send('PUT', '/Crud/Update/DebtorClient', renamed)).body).toEqual('PrimaryKeyCannotBeChanged')
})

test('dates may come without a suffix, labels in a fixed language', async () => {
  const { signInAs } = await aSandbox({ switches: { dateSuffix: '', labelLanguage: 'danish' } })
  const { send } = await signInAs()
  const filter = [{ PropertyName: 'Number', FilterValue: 'P-101' }]
  expect((await send('POST', '/Query/Get/ProjectClient', filter)).body).toMatchObject([
    { Phase: 'Igangværende', Created: '2026-11-23T00:00:00', EndDate: '0001-01-01T00:00:00' },
  ])
})

test('a label may be ignored, a blocked customer may get projects, a refusal may be a 200', async () => {
  const { sandbox, signInAs } = await aSandbox({
    switches: { unknownLabel: 'is-ignored', blockedCustomer: 'takes-projects', refusalStatus: 200 },
  })
  sandbox.put(company, 'DebtorClient', { Account: '1001', Blocked: true })
  const { send } = await signInAs()
  await send('POST', '/Crud/Insert/ProjectClient', { Number: 'B1', Account: '1001', Phase: 'Nonsense' })
  expect(sandbox.rows(company, 'ProjectClient')).toContainEqual(
    expect.objectContaining({ Number: 'B1', Phase: 'Created' }),
  )
  expect((await send('POST', '/Crud/Insert/ProjectClient', { Number: 'B2' })).status).toEqual(200)
  expect((await send('POST', '/Crud/Insert/ProjectClient', { Number: 'B1', Account: '1001' })).status).toEqual(400)
})

test('an unknown property in a filter may be refused, the last error may be its label', async () => {
  const { signInAs } = await aSandbox({ switches: { unknownFilterProperty: 'refused', lastErrorText: 'label' } })
  const { send } = await signInAs()
  const filter = [{ PropertyName: 'Acount', FilterValue: '1' }]
  expect(await send('POST', '/Query/Get/DebtorClient', filter)).toEqual({ status: 400, body: 'Invalid object' })
  expect((await send('GET', `/Company/GetLastError/${company}&6`)).body).toEqual('Invalid object')
  expect((await send('GET', `/Company/GetLastError/${company}&46`)).body).toEqual('No rights to insert')
})

test('a payment term of no days is in the books when they are seeded with it', async () => {
  const { sandbox } = await aSandbox()
  const terms = () => sandbox.rows(company, 'PaymentTermClient').map((row) => row.Days)
  expect(terms()).toEqual([8, 14, 30])
  sandbox.setSwitches({ paymentTermOfNoDays: true })
  sandbox.reset()
  expect(terms()).toEqual([0, 8, 14, 30])
})

test('the same clock and the same chance give the same answers, to the last sign', async () => {
  const run = async () => {
    let seed = 7
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed / 2147483647
    }
    const sandbox = createSandbox({ now: () => new Date('2026-11-23T09:00:00Z'), random, sleep: async () => {} })
    const client = await signIn('http://sandbox.test', { fetchIt: (request) => sandbox.handle(request) })
    sandbox.order({ kind: 'delay', ms: 60_000, times: null })
    const told = [client.token]
    for (let turn = 0; turn < 5; turn += 1) {
      await client.send('POST', '/Crud/Insert/DebtorClient', { Account: `T${turn}` })
      told.push(
        JSON.stringify(
          await client.send('POST', '/Query/Get/DebtorClient', [{ PropertyName: 'Name', FilterValue: '*' }]),
        ),
      )
    }
    return told
  }
  expect(await run()).toEqual(await run())
})
