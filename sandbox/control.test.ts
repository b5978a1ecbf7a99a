import { request } from 'node:http'
import { expect, test } from 'vitest'
import { aSandbox } from './test-sandbox.ts'

const company = 12345

async function commanded() {
  const all = await aSandbox()
  const command = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${all.url}/sandbox/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(method !== 'GET' && { headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return { ...all, command }
}

test('faults are ordered, listed and cleared', async () => {
  const { command, signInAs } = await commanded()
  const order = { kind: 'status-before', status: 502, match: { path: '/login' }, times: 2 }
  expect(await command('POST', 'faults', order)).toMatchObject({ status: 201, body: { id: 1, struck: 0 } })
  await expect(signInAs()).rejects.toThrow()
  expect((await command('GET', 'faults')).body).toMatchObject({ down: false, faults: [{ struck: 1 }] })
  await command('DELETE', 'faults')
  await expect(signInAs()).resolves.toBeDefined()
})

test('an outage can be ordered and ended while everything else is cut', async () => {
  const { command, signInAs } = await commanded()
  await command('POST', 'faults', { down: true })
  await expect(signInAs()).rejects.toThrow('fetch failed')
  await command('POST', 'faults', { down: false })
  await expect(signInAs()).resolves.toBeDefined()
})

test('a fault or a switch that does not exist is refused with a reason', async () => {
  const { command } = await commanded()
  expect(await command('POST', 'faults', { kind: 'meteor' })).toMatchObject({ status: 400 })
  expect(await command('PUT', 'switches', { rowCap: 'many' })).toMatchObject({ status: 400 })
  expect(await command('PUT', 'switches', { lists: 'sometimes' })).toMatchObject({ status: 400 })
  expect((await command('PUT', 'switches', { rowCap: 5 })).body).toMatchObject({ rowCap: 5 })
})

test('rows are read, put, renumbered and removed by hand', async () => {
  const { command, sandbox } = await commanded()
  await command('PUT', `rows/${company}/DebtorClient`, { Account: '1001', Name: 'Rettet i Uniconta', Phone: null })
  expect((await command('GET', `rows/${company}/DebtorClient`)).body).toContainEqual(
    expect.objectContaining({ Account: '1001', Name: 'Rettet i Uniconta', City: 'Aarhus C' }),
  )
  await command('POST', `rekey/${company}/DebtorClient`, { oldKey: '1001', newKey: '5001' })
  expect(sandbox.rows(company, 'ProjectClient')).toContainEqual(
    expect.objectContaining({ Number: 'P-100', Account: '5001' }),
  )
  expect((await command('DELETE', `rows/${company}/DebtorClient/1003`)).status).toEqual(204)
  expect((await command('DELETE', `rows/${company}/DebtorClient/1003`)).status).toEqual(404)
})

test('calls are listed and counted by user and day', async () => {
  const { command, signInAs } = await commanded()
  const { send } = await signInAs()
  await send('POST', '/Query/Get/DebtorClient', [{}])
  expect((await command('GET', 'calls')).body).toMatchObject([
    { method: 'POST', path: '/login', user: 'akkord-server' },
    { path: '/Query/Get/DebtorClient', entity: 'DebtorClient', company, session: 1, status: 200, request: '[{}]' },
  ])
  expect((await command('GET', 'counts')).body).toEqual([{ user: 'akkord-server', day: '2026-11-23', calls: 2 }])
  await command('DELETE', 'calls')
  expect((await command('GET', 'calls')).body).toEqual([])
})

test('somebody else signs in, fields are defined, everything is reset', async () => {
  const { command, sandbox, signInAs } = await commanded()
  const { send } = await signInAs()
  await command('POST', 'sign-in-elsewhere', { user: 'akkord-server' })
  expect((await send('GET', '/tables')).status).toEqual(401)
  await command('POST', `user-fields/${company}`, { entity: 'ProjectClient', name: 'Akkord', length: 36 })
  expect(sandbox.put(company, 'ProjectClient', { Number: 'P-100', Akkord: 'x' })).toMatchObject({ Akkord: 'x' })
  await command('POST', 'reset', {})
  expect(sandbox.put(company, 'ProjectClient', { Number: 'P-100', Akkord: 'x' })).not.toHaveProperty('Akkord')
})

test('the control is not for web pages: neither under a foreign name nor without JSON', async () => {
  const { url, sandbox } = await commanded()
  const { port } = new URL(url)
  const status = await new Promise((resolve) => {
    const options = { port, path: '/sandbox/control/calls', headers: { host: 'evil.example' } }
    request(options, (response) => resolve(response.statusCode)).end()
  })
  expect(status).toEqual(403)
  const form = await fetch(`${url}/sandbox/control/faults`, { method: 'POST', body: '{"down":true}' })
  expect([form.status, sandbox.isDown()]).toEqual([415, false])
})
