import { expect, test } from 'vitest'
import { signIn } from './test-client.ts'
import { aSandbox, later, minuteMs } from './test-sandbox.ts'
import { sandboxApiKey } from './users.ts'

const anything = ['POST', '/Query/Get/DebtorClient', [{ Take: 1 }]] as const

async function loginAnswer(url: string, body: Record<string, unknown>) {
  const response = await fetch(`${url}/Login`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

test('a login gives a token of an hour and a refresh token of a week', async () => {
  const { url } = await aSandbox()
  expect(await loginAnswer(url, { Username: '0012345/akkord-server', Password: 'sandbox-password' })).toEqual({
    status: 200,
    body: {
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refreshToken: expect.any(String),
      refreshTokenExpiry: '2026-11-30T09:00:00.000Z',
    },
  })
})

test.for([
  ['a wrong password', '0012345/akkord-server', 'Sandbox-Password', 'UserOrPasswordIsWrong'],
  ['a login id in another case', '0012345/Akkord-Server', 'sandbox-password', 'UserOrPasswordIsWrong'],
  ['a company that does not exist', '0099999/akkord-server', 'sandbox-password', 'NoCompanyId'],
  ['somebody who is not a server user', '0012345/person', 'sandbox-password', 'NoRightsToRunApp'],
  ['a blocked user', '0012345/blocked', 'sandbox-password', 'UserIsBlocked'],
  ['a plain login id without a key', 'akkord-server', 'sandbox-password', 'UnknownAppIdent'],
] as const)('%s is refused with 200 and the name of the error', async ([, Username, Password, name]) => {
  const { url } = await aSandbox()
  expect(await loginAnswer(url, { Username, Password })).toEqual({ status: 200, body: name })
})

test('a plain login id with a key opens the first company of the user', async () => {
  const { url } = await aSandbox()
  const { body } = await loginAnswer(url, {
    Username: 'akkord-server',
    Password: 'sandbox-password',
    apiKey: sandboxApiKey,
  })
  expect(body).toHaveProperty('token')
})

test('a token dies after its hour, a refreshed one lives on', async () => {
  const { url, clock, signInAs } = await aSandbox()
  const { send, refreshToken } = await signInAs()
  later(clock, 59 * minuteMs)
  expect((await send(...anything)).status).toEqual(200)
  const refreshed = await fetch(`${url}/refresh`, { method: 'POST', body: JSON.stringify(refreshToken) })
  const { token } = (await refreshed.json()) as { token: string }

  later(clock, minuteMs)

  expect((await send(...anything)).status).toEqual(401)
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${url}/tables`, { headers })).status).toEqual(200)
})

test('a refresh token works once and not after a logout', async () => {
  const { url, signInAs } = await aSandbox()
  const refresh = (token: string) => fetch(`${url}/refresh`, { method: 'POST', body: JSON.stringify(token) })
  const first = await signInAs()
  expect((await refresh(first.refreshToken)).status).toEqual(200)
  expect((await refresh(first.refreshToken)).status).toEqual(401)

  const second = await signInAs()
  await fetch(`${url}/Logout?refreshToken=${second.refreshToken}`, { method: 'POST' })

  expect((await second.send(...anything)).status).toEqual(401)
  expect((await refresh(second.refreshToken)).status).toEqual(401)
})

test('a second login of a server user ends the first session', async () => {
  const { signInAs } = await aSandbox()
  const first = await signInAs()
  const second = await signInAs()
  expect((await first.send(...anything)).status).toEqual(401)
  expect((await second.send(...anything)).status).toEqual(200)
})

test('a switch lets both sessions live or refuses the second', async () => {
  const { sandbox, signInAs } = await aSandbox({ switches: { secondLogin: 'both-live' } })
  const first = await signInAs()
  await signInAs()
  expect((await first.send(...anything)).status).toEqual(200)

  sandbox.setSwitches({ secondLogin: 'is-refused' })
  await expect(signInAs()).rejects.toThrow('NoRights')
})

test('ChangeCompany moves all sessions of the user, and only to companies of the user', async () => {
  const { sandbox, signInAs } = await aSandbox({ switches: { secondLogin: 'both-live' } })
  const [first, second] = [await signInAs(), await signInAs()]
  const { body } = await first.send('GET', '/Company/ChangeCompany/12346')
  expect(body).toMatchObject({ CompanyName: 'Sydvind Byg ApS (prøve)' })

  await second.send('POST', '/Crud/Insert/DebtorClient', { Account: 'HER', Name: 'I det andet firma' })
  expect(sandbox.rows(12346, 'DebtorClient')).toHaveLength(1)

  expect(await first.send('GET', '/Company/ChangeCompany/1')).toEqual({ status: 400, body: 'There is no such company' })
})

test('a refreshed token falls back to the company of the login', async () => {
  const { url, signInAs } = await aSandbox()
  const { send, refreshToken } = await signInAs()
  await send('GET', '/Company/ChangeCompany/12346')
  const refreshed = await fetch(`${url}/refresh`, { method: 'POST', body: JSON.stringify(refreshToken) })
  const { token } = (await refreshed.json()) as { token: string }
  const response = await fetch(`${url}/Query/Get/CompanyClient`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '[{}]',
  })
  expect(await response.json()).toMatchObject([{ PrimaryKeyId: 12345 }])
})

test('the user can be asked which language labels will come in', async () => {
  const { url } = await aSandbox()
  const { send } = await signIn(url, { user: '0012345/danish' })
  expect((await send('POST', '/Query/Get/UserClient', [{}])).body).toMatchObject([
    { LoginId: 'danish', UserLanguage: 'Dansk' },
  ])
})

test('after 5,000 calls in a day each further call waits, for 24 hours', async () => {
  const slept: number[] = []
  const { clock, signInAs } = await aSandbox({
    switches: { callsBeforeSlowDown: 3 },
    sleep: async (ms) => void slept.push(ms),
  })
  const { send } = await signInAs()
  for (let call = 0; call < 7; call += 1) await send(...anything)
  expect(slept).toEqual([1000, 1000, 1000, 2000, 2000])

  later(clock, 23 * 60 * minuteMs)
  await signInAs()
  later(clock, 2 * 60 * minuteMs)
  await signInAs()
  expect(slept.slice(5)).toEqual([2000])
})
