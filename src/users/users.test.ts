import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aPassword, emailOf, signIn } from '../../test/sign-in.ts'

let app: TestApp
let admin: Client
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.as('administrator')
})

const aUser = { email: 'Ny@Akkord.test', name: 'Ny Nielsen', role: 'employee', password: 'a first password' }

function asSaved(user: Record<string, unknown>, change: object) {
  const { id: _i, createdAt: _c, lastSignInAt: _l, ...fields } = user
  return { ...fields, ...change }
}

async function signInAnswer(email: string, password: string, headers: Record<string, string> = {}) {
  return app.raw('POST', '/api/auth/sign-in/email', {
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify({ email, password }),
  })
}

test('a user is made with a first password, signs in in whatever case, and no password is ever shown', async () => {
  const made = await admin.post('/users', aUser)
  expect(made).toMatchObject({ status: 201, body: { email: 'ny@akkord.test', active: true, version: 1 } })
  expect(JSON.stringify(made.body)).not.toContain('password')
  const client = app.withCookie(await signIn(app, 'NY@akkord.test', aUser.password))
  expect((await client.get('/me')).body).toMatchObject({ name: 'Ny Nielsen', role: 'employee' })
  expect(await admin.post('/users', { ...aUser, email: 'ny@akkord.TEST' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'email' }] },
  })
})

test('the last administrator stays one, and stays active', async () => {
  const me = (await admin.get(`/users/${(await admin.get('/me')).body.id}`)).body
  for (const change of [{ role: 'economy' }, { active: false }])
    expect(await admin.put(`/users/${me.id}`, asSaved(me, change))).toMatchObject({
      status: 409,
      body: {
        detail:
          'Anna Administrator is the last active administrator and stays one. Make another user an administrator first.',
      },
    })
  await admin.post('/users', { ...aUser, role: 'administrator' })
  expect((await admin.put(`/users/${me.id}`, asSaved(me, { role: 'economy' }))).status).toEqual(200)
  expect((await admin.post('/users', { ...aUser, email: 'b@akkord.test' })).status).toEqual(403)
})

test('two administrators who take each other’s role at the same moment leave one', async () => {
  const other = (await admin.post('/users', { ...aUser, role: 'administrator' })).body
  const me = (await admin.get(`/users/${(await admin.get('/me')).body.id}`)).body
  await Promise.all([
    admin.put(`/users/${me.id}`, asSaved(me, { role: 'economy' })),
    admin.put(`/users/${other.id}`, asSaved(other, { role: 'economy' })),
  ])
  const { rows } = await app.database.pool.query(`select 1 from app_user where role = 'administrator' and active`)
  expect(rows).toHaveLength(1)
})

test('a user whose access is closed is out at once, and does not come in again', async () => {
  const employee = await app.as('employee')
  const { id } = (await employee.get('/me')).body
  const user = (await admin.get(`/users/${id}`)).body
  expect((await admin.put(`/users/${id}`, asSaved(user, { active: false }))).status).toEqual(200)
  expect((await employee.get('/me')).status).toEqual(401)
  expect(await signInAnswer(emailOf('employee'), aPassword)).toMatchObject({
    status: 403,
    body: { detail: 'This user is not active any more. Ask an administrator to open the access again.' },
  })
  expect((await signInAnswer(emailOf('employee'), 'a wrong password')).status).toEqual(401)
})

test('the own password is changed with the old one, and every session that knew the old one ends', async () => {
  const employee = await app.as('employee')
  const elsewhere = app.withCookie(await signIn(app, emailOf('employee'), aPassword))
  const change = { current: 'a wrong password', new: 'another good password' }
  expect((await employee.put('/me/password', change)).body.fields).toEqual([
    { path: 'current', message: 'This is not your present password.' },
  ])
  expect((await elsewhere.get('/me')).status).toEqual(200)
  expect((await employee.put('/me/password', { ...change, current: aPassword })).status).toEqual(204)
  expect((await elsewhere.get('/me')).status).toEqual(401)
  expect((await signInAnswer(emailOf('employee'), aPassword)).status).toEqual(401)
  expect((await signInAnswer(emailOf('employee'), change.new)).status).toEqual(200)
})

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = await signInAnswer(emailOf('administrator'), 'a wrong password')
  const unknown = await signInAnswer('nobody@akkord.test', 'a wrong password')
  expect(wrong.status).toEqual(401)
  expect(unknown.body).toEqual(wrong.body)
})

test('eleven sign-ins from one address in a minute are too many, right or wrong', async () => {
  for (let n = 0; n < 10; n += 1) await signInAnswer('nobody@akkord.test', 'a wrong password')
  const answer = await signInAnswer(emailOf('administrator'), aPassword)
  expect(answer.status).toEqual(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.body.detail).toContain('Too many sign-ins were tried from here.')
})

test('a session ends by signing out, and by its day', async () => {
  const employee = await app.as('employee')
  const cookie = await signIn(app, emailOf('employee'), aPassword)
  const out = await app.raw('POST', '/api/auth/sign-out', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })
  expect(out.status).toEqual(200)
  expect((await app.withCookie(cookie).get('/me')).status).toEqual(401)
  expect((await employee.get('/me')).status).toEqual(200)
  await app.database.pool.query(`update user_session set expires_at = now() - interval '1 second'`)
  expect((await employee.get('/me')).status).toEqual(401)
})

test('an API key is shown once, kept as a hash, bound to its role, and ends when it is revoked or past its day', async () => {
  const wish = { name: 'Payroll', role: 'employee', expiresOn: '2027-01-31' }
  const { body: made } = await admin.post('/api-keys', wish)
  expect(made.key).toMatch(/^ak_[0-9a-f]{12}_[\w-]{43}$/)
  const { rows } = await app.database.pool.query('select t::text as line from api_key t')
  expect(rows[0].line).not.toContain(made.key)
  const list = await admin.get('/api-keys')
  expect(list.body.items).toMatchObject([{ name: 'Payroll', prefix: made.prefix, createdBy: 'Anna Administrator' }])
  expect(JSON.stringify(list.body)).not.toContain(made.key)
  const key = app.withKey(made.key)
  expect((await key.get('/customers')).status).toEqual(200)
  expect((await key.post('/departments', { number: '1', name: 'x' })).status).toEqual(403)
  expect((await key.get('/me')).status).toEqual(403)
  expect((await app.withKey(`${made.key.slice(0, -1)}!`).get('/customers')).status).toEqual(401)
  app.setNow('2027-02-01T00:00:00Z')
  expect((await key.get('/customers')).status).toEqual(401)
  app.setNow('2027-01-31T12:00:00Z')
  expect((await key.get('/customers')).status).toEqual(200)
  expect((await admin.delete(`/api-keys/${made.id}`)).status).toEqual(204)
  expect((await key.get('/customers')).status).toEqual(401)
})

test('an API key lasts from tomorrow to two years', async () => {
  for (const expiresOn of ['2026-11-23', '2028-11-24'])
    expect((await admin.post('/api-keys', { name: 'x', role: 'economy', expiresOn })).body.fields).toMatchObject([
      { path: 'expiresOn' },
    ])
})

test('the history says who changed what, when, from what to what; an API key by its name', async () => {
  const { body: made } = await admin.post('/api-keys', { name: 'Web shop', role: 'economy', expiresOn: '2027-01-31' })
  const { body: customer } = await app
    .withKey(made.key)
    .post('/customers', { name: 'Old', countryCode: 'DK', currency: 'DKK' })
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = customer
  app.setNow('2026-11-24T08:00:00Z')
  await admin.put(`/customers/${customer.id}`, { ...fields, name: 'New' })
  const { items } = (await admin.get(`/history?kind=customer&subject=${customer.id}`)).body
  expect(items).toMatchObject([
    {
      at: '2026-11-24T08:00:00.000Z',
      actor: 'Anna Administrator',
      actorKind: 'user',
      action: 'changed',
      changes: [{ field: 'name', from: 'Old', to: 'New' }],
    },
    { at: '2026-11-23T09:30:00.000Z', actor: 'Web shop', actorKind: 'api-key', action: 'created' },
  ])
})

test('set-up is done once', async () => {
  expect((await app.nobody.get('/set-up')).body).toEqual({ needed: false, demoOffered: false })
  const again = await app.nobody.post('/set-up', {
    companyName: 'X',
    countryCode: 'DK',
    currency: 'DKK',
    timeZone: 'Europe/Copenhagen',
    name: 'X',
    email: 'x@akkord.test',
    password: 'a long password',
  })
  expect(again.status).toEqual(409)
})
