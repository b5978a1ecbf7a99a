import { expect, test } from 'vitest'
import { listTables } from '../src/lib/database/catalog.ts'
import { aCustomer } from './builders.ts'
import { credentials, startDialog } from './dialog.ts'
import { openApiOf, routesOf } from './routes.ts'

test('no password, API key or signed session cookie stands in the database, the log, a call that was kept, or an answer', async () => {
  const t = await startDialog()
  const apiKey = '6f1c0f6e-1111-4000-8000-5a4d0b0c0a5e'
  const { groupId, tagId } = await t.aCustomerGroup()
  const settings = { exportCustomers: true, customerGroupTagGroupId: groupId, apiKey }
  expect((await t.save({ ...settings, password: 'a wrong password 1' })).status).toEqual(400)
  expect((await t.save(settings)).status).toBeLessThan(300)
  const userPassword = 'the password of a user'
  await t.admin.post('/users', { email: 'x@akkord.test', name: 'X', role: 'employee', password: userPassword })
  const { key } = (await t.admin.post('/api-keys', { name: 'K', role: 'economy', expiresOn: '2027-01-31' })).body
  t.sandbox.order({ kind: 'html', times: 2 })
  await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  await t.run()

  const client = await t.database.pool.connect()
  const seen: string[] = [JSON.stringify(t.logged), JSON.stringify(t.faults)]
  // A session is kept as its token, which opens nothing without the signature that the cookie adds.
  for (const { name } of await listTables(client))
    for (const { line } of (await client.query(`select t::text as line from ${name} t`)).rows) seen.push(line)
  client.release()
  for (const route of await routesOf(t))
    if (route.method === 'GET' && !route.path.includes('{'))
      seen.push(JSON.stringify((await t.raw('GET', route.path, { headers: { cookie: t.admin.cookie } })).body))
  seen.push(JSON.stringify(await openApiOf(t)))
  const all = seen.join('\n')
  expect(all).toContain('akkord-server')
  for (const secret of [
    credentials.password,
    'a wrong password 1',
    apiKey,
    userPassword,
    key,
    decodeURIComponent(t.admin.cookie.split('=')[1] as string),
  ])
    expect(all.includes(secret), secret.slice(0, 6)).toEqual(false)
  await t.close()
})
