import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'
import { createSecretBox } from '../lib/secrets.ts'

let t: DialogTest
beforeEach(async () => {
  t = await startDialog()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
  expect(t.logged.filter(({ level }) => level === 'error')).toEqual([])
})

const path = '/integrations/uniconta'

/** As after a restore without the secret key: what was sealed with the old one does not open. */
async function loseKey() {
  const other = createSecretBox('the key of an instance that is gone')
  const sealed = other.seal(JSON.stringify({ password: credentials.password, apiKey: null }), 'integration')
  await t.database.pool.query('update integration set secrets = $1', [sealed])
}

test('without the secret key the dialog still opens, nothing is sent and nobody is signed in with an empty password', async () => {
  const { groupId, tagId } = await t.aCustomerGroup()
  const exporting = { exportCustomers: true, customerGroupTagGroupId: groupId }
  const { body: saved } = await t.save(exporting)
  await loseKey()
  await t.restart()
  t.sandbox.clearCalls()

  const { body: customer } = await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  await t.run()
  expect(t.sandbox.calls()).toEqual([])
  const { lanes } = (await t.admin.get('/sync/status')).body
  expect(lanes.find((lane: { system: string }) => lane.system === 'Uniconta')).toMatchObject({ state: 'trouble' })
  expect(JSON.stringify(lanes)).toContain('write the password of akkord-server again')
  expect(await t.admin.get(path)).toMatchObject({ status: 200, body: { userName: 'akkord-server', companyId } })
  expect((await t.admin.get('/integrations')).status).toEqual(200)

  const { id: _id, sentRecords: _sent, companyName: _name, hasApiKey: _key, ...fields } = saved
  expect(await t.admin.put(path, { ...fields, password: '' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'password', message: 'Write the password.' }] },
  })
  expect((await t.admin.put(path, { ...fields, password: credentials.password })).status).toEqual(200)
  t.pass(15 * 60_000)
  await t.run()
  expect(t.sandbox.rows(companyId, 'DebtorClient')).toMatchObject([{ Account: customer.number }])
})

test('without the secret key the integration can be removed', async () => {
  await t.save()
  await loseKey()
  expect((await t.admin.delete(path)).status).toEqual(204)
  expect((await t.admin.get(path)).status).toEqual(404)
})
