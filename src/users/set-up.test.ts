import { beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { emptyTables } from '../../test/database.ts'
import { signIn } from '../../test/sign-in.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp()
  await emptyTables(app.db)
})

const aSetUp = {
  companyName: 'Ny Rådgivning ApS',
  countryCode: 'DK',
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  name: 'Nina Ny',
  email: 'Nina@Ny.test',
  password: 'a long password',
}

async function counts(): Promise<Record<string, number>> {
  const { rows } = await app.database.pool.query(`
    select (select count(*)::int from company) as companies, (select count(*)::int from app_user) as users,
           (select count(*)::int from user_credential) as passwords, (select count(*)::int from audit_entry) as history`)
  return rows[0]
}
const nothing = { companies: 0, users: 0, passwords: 0, history: 0 }
const oneSetUp = { companies: 1, users: 1, passwords: 1, history: 2 }

test('an empty instance says that it needs its set-up, which makes the company and an administrator who may sign in', async () => {
  expect((await app.nobody.get('/set-up')).body).toEqual({ needed: true, demoOffered: false })
  expect((await app.nobody.post('/set-up', aSetUp)).status).toEqual(201)
  expect((await app.nobody.get('/set-up')).body.needed).toEqual(false)
  expect(await counts()).toEqual(oneSetUp)
  const nina = app.withCookie(await signIn(app, 'nina@ny.test', aSetUp.password))
  expect((await nina.get('/me')).body).toMatchObject({ name: 'Nina Ny', role: 'administrator' })
  expect((await nina.get('/company')).body).toMatchObject({ name: 'Ny Rådgivning ApS', currency: 'DKK' })
})

test('of set-ups at the same time one is done, and the others are told so', async () => {
  const wishes = ['A', 'B', 'C', 'D'].map((name) => ({ ...aSetUp, companyName: name, email: `${name}@ny.test` }))
  const answers = await Promise.all(wishes.map((wish) => app.nobody.post('/set-up', wish)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect(await counts()).toEqual(oneSetUp)
  const done = wishes[answers.findIndex(({ status }) => status === 201)] as typeof aSetUp
  const winner = app.withCookie(await signIn(app, done.email, done.password))
  expect((await winner.get('/company')).body.name).toEqual(done.companyName)
})

test.each([
  ['companyName', ' '],
  ['countryCode', 'XX'],
  ['currency', 'KR'],
  ['timeZone', 'Europe/Nowhere'],
  ['name', ''],
  ['email', 'nina'],
  ['password', 'short'],
  ['demo', 'yes'],
  ['role', 'employee'],
])('a set-up with a wrong %s stores nothing, and can be done again', async (field, value) => {
  const answer = await app.nobody.post('/set-up', { ...aSetUp, [field]: value })
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: field }] } })
  expect(await counts()).toEqual(nothing)
  expect((await app.nobody.post('/set-up', aSetUp)).status).toEqual(201)
})

test('where no demo is offered, asking for one makes an empty company', async () => {
  expect((await app.nobody.post('/set-up', { ...aSetUp, demo: true })).status).toEqual(201)
  expect(await counts()).toEqual(oneSetUp)
})

test('a demo that cannot be filled in leaves the instance to be set up', async () => {
  app = await startTestApp({
    fillWithDemo: async (tx) => {
      await tx.execute('insert into department (id) values (null)')
    },
  })
  await emptyTables(app.db)
  expect((await app.nobody.post('/set-up', { ...aSetUp, demo: true })).status).toEqual(500)
  expect(await counts()).toEqual(nothing)
})
