import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { listTables } from '../src/lib/database/catalog.ts'
import { type Client, startTestApp, type TestApp } from './app.ts'
import {
  aContact,
  aCustomer,
  aDepartment,
  anActivity,
  aPriceModel,
  aProject,
  aProjectRole,
  aTag,
  aTagGroup,
} from './builders.ts'
import { addressOf, type Route, routesOf, type Schema } from './routes.ts'

let app: TestApp
let admin: Client
let routes: Route[]
let uploadRoutes: Route[]
beforeAll(async () => {
  app = await startTestApp()
  admin = await app.as('administrator')
  const all = await routesOf(app)
  routes = all.filter((route) => route.body)
  uploadRoutes = all.filter((route) => route.uploads.length > 0)
})

const send = (route: Route, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  app.raw(route.method, addressOf(route), {
    headers: {
      cookie: admin.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...headers,
    },
    body,
  })

/** All rows of all tables but the counters of sign-ins. */
async function everything(): Promise<string> {
  const client = await app.database.pool.connect()
  try {
    const texts: string[] = []
    for (const { name } of await listTables(client)) {
      if (/sign_in_limit/.test(name)) continue
      const { rows } = await client.query(`select t::text as line from ${name} t order by 1`)
      texts.push(name, ...rows.map((row: { line: string }) => row.line))
    }
    return texts.join('\n')
  } finally {
    client.release()
  }
}

/** Sends to every route that takes a body, and sees that nothing was stored. */
async function refusedEverywhere(
  bodyOf: (schema: Schema) => string | Uint8Array<ArrayBuffer> | undefined,
  expected: (route: Route, answer: Awaited<ReturnType<typeof send>>) => void,
  headers: Record<string, string> = {},
) {
  const before = await everything()
  expect(routes.length).toBeGreaterThan(25)
  for (const route of routes) {
    const body = bodyOf(route.body)
    if (body === undefined) continue
    const answer = await send(route, body, headers)
    const where = `${route.method} ${route.path}: ${JSON.stringify(answer.body).slice(0, 300)}`
    expect(answer.headers.get('content-type'), where).toEqual('application/problem+json')
    expect(answer.body.status, where).toEqual(answer.status)
    expect(answer.body.detail, where).toBeTypeOf('string')
    expected(route, answer)
  }
  expect(await everything()).toEqual(before)
}

const fieldsOf = (schema: Schema): Record<string, Schema> => schema.properties ?? schema.anyOf[0].properties
const paths = (answer: { body: { fields?: { path: string }[] } }) => (answer.body.fields ?? []).map(({ path }) => path)

test('a body of the wrong types names each field', () =>
  refusedEverywhere(
    (schema) => JSON.stringify(Object.fromEntries(Object.keys(fieldsOf(schema)).map((name) => [name, { odd: 1 }]))),
    (route, answer) => {
      const where = `${route.method} ${route.path}`
      expect(answer.status, where).toEqual(400)
      for (const name of Object.keys(fieldsOf(route.body)))
        expect(
          paths(answer).some((path) => path === name || path.startsWith(`${name}.`)),
          `${where} ${name}`,
        ).toEqual(true)
    },
  ))

test('a missing field is named, and so is one that nobody knows', () =>
  refusedEverywhere(
    () => '{"nonsense":1}',
    (route, answer) => {
      const where = `${route.method} ${route.path}`
      expect(answer.status, where).toEqual(400)
      const required: string[] = (route.body.required ?? route.body.anyOf?.[0].required ?? []) as string[]
      expect(paths(answer), where).toEqual(expect.arrayContaining([...required, 'nonsense']))
    },
  ))

test.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a number', '1e999'],
  ['nesting a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['a prototype', '{"__proto__":{"role":"administrator"},"constructor":1}'],
])('%s as a body is refused', (_, body) =>
  refusedEverywhere(
    () => body,
    (route, answer) => expect(answer.status, `${route.method} ${route.path}`).toEqual(400),
  ),
)

test.each([
  ['nothing', ''],
  ['cut JSON', '{"name":"x'],
  ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
])('%s is not JSON', (_, body) =>
  refusedEverywhere(
    () => body as string | Uint8Array<ArrayBuffer>,
    (route, answer) => expect(answer.status, `${route.method} ${route.path}`).toEqual(400),
  ),
)

test('a form is not JSON', () =>
  refusedEverywhere(
    () => 'name=x',
    (route, answer) => expect(answer.status, `${route.method} ${route.path}`).toEqual(415),
    { 'content-type': 'application/x-www-form-urlencoded' },
  ))

test('a route for files takes no other content, by its name or by its bytes, and no more than its limit', async () => {
  const before = await everything()
  expect(uploadRoutes.map(({ path }) => path)).toContain('/api/v1/files')
  for (const route of uploadRoutes) {
    const [type = ''] = route.uploads
    const statusOf = async (body: string, sent: string) => (await send(route, body, { 'content-type': sent })).status
    expect(await statusOf('{"nonsense":1}', 'application/json'), route.path).toEqual(415)
    expect(await statusOf('<script>', 'text/html'), route.path).toEqual(415)
    expect(await statusOf('', type), route.path).toEqual(400)
    expect(await statusOf('{"nonsense":1}', type), route.path).toEqual(400)
    expect(await statusOf('x'.repeat(11 * 1024 * 1024), type), route.path).toEqual(413)
  }
  expect(await everything()).toEqual(before)
})

test('a body of 10 MB is too large, whether it says so or not', async () => {
  const large = `{"name":"${'x'.repeat(10 * 1024 * 1024)}"}`
  await refusedEverywhere(
    () => large,
    (route, answer) => expect(answer.status, `${route.method} ${route.path}`).toEqual(413),
  )
})

test('NUL and half a surrogate pair are named in every field', () =>
  refusedEverywhere(
    (schema) =>
      JSON.stringify(
        Object.fromEntries(Object.keys(fieldsOf(schema)).map((name, n) => [name, n % 2 ? 'a\0b' : 'a\ud83d'])),
      ),
    (route, answer) => {
      expect(answer.status, `${route.method} ${route.path}`).toEqual(400)
      expect(paths(answer)).toEqual(Object.keys(fieldsOf(route.body)))
    },
  ))

type Noun = { noun: string; path: string; make: () => Promise<object>; strip: string[] }
const customerId = async () => (await admin.post('/customers', aCustomer())).body.id
const groupId = async () => (await admin.post('/tag-groups', aTagGroup())).body.id
const projectId = async () => (await admin.post('/projects', aProject({ customerId: await customerId() }))).body.id
const always = ['id', 'createdAt', 'updatedAt', 'sync', 'warnings']
const nouns: Noun[] = [
  { noun: 'customer', path: '/customers', make: async () => aCustomer(), strip: [] },
  {
    noun: 'contact',
    path: '/contacts',
    make: async () => aContact({ customerId: await customerId() }),
    strip: ['customerNumber', 'customerName'],
  },
  {
    noun: 'project',
    path: '/projects',
    make: async () => aProject({ customerId: await customerId() }),
    strip: ['customerNumber', 'customerName'],
  },
  {
    noun: 'activity',
    path: '/activities',
    make: async () => anActivity({ projectId: await projectId() }),
    strip: ['projectId', 'projectNumber', 'projectName', 'projectState', 'customerName', 'hoursRefusal'],
  },
  {
    noun: 'project role',
    path: '/project-roles',
    make: async () => aProjectRole({ name: randomUUID() }),
    strip: ['members'],
  },
  {
    noun: 'price model',
    path: '/price-models',
    make: async () => aPriceModel({ projectId: await projectId() }),
    strip: [
      ...['projectId', 'position', 'isDefault', 'currency', 'customerName'],
      ...['planned', 'billed', 'remainder', 'activities', 'invoices'],
    ],
  },
  { noun: 'tag group', path: '/tag-groups', make: async () => aTagGroup(), strip: ['tags'] },
  { noun: 'tag', path: '/tags', make: async () => aTag({ groupId: await groupId() }), strip: ['usedBy'] },
  { noun: 'department', path: '/departments', make: async () => aDepartment(), strip: ['projects'] },
  {
    noun: 'user',
    path: '/users',
    make: async () => ({
      email: `${randomUUID()}@akkord.test`,
      name: 'Ny',
      role: 'employee',
      password: 'a long password',
    }),
    strip: ['lastSignInAt'],
  },
]

test.each(nouns)(
  'a $noun that somebody changed meanwhile is a 409 with both versions, and so is its deletion',
  async (n) => {
    const { body: first } = await admin.post(n.path, await n.make())
    const fields = Object.fromEntries(Object.entries(first).filter(([name]) => ![...always, ...n.strip].includes(name)))
    const second = await admin.put(`${n.path}/${first.id}`, { ...fields, name: 'Æble 🍎 𝄞' })
    expect(second.body).toMatchObject({ name: 'Æble 🍎 𝄞', version: 2 })
    const stale = await admin.put(`${n.path}/${first.id}`, { ...fields, name: 'Lost' })
    expect(stale).toMatchObject({
      status: 409,
      body: { yours: { name: 'Lost', version: 1 }, current: { name: 'Æble 🍎 𝄞', version: 2 } },
    })
    expect(stale.body.detail).toContain(`Somebody else changed this ${n.noun} meanwhile.`)
    if (n.noun !== 'user') {
      expect(await admin.delete(`${n.path}/${first.id}?version=1`)).toMatchObject({
        status: 409,
        body: { current: { name: 'Æble 🍎 𝄞', version: 2 } },
      })
      expect((await admin.delete(`${n.path}/${first.id}?version=2`)).status).toEqual(204)
    }
  },
)

test.each(nouns)('a $noun that does not exist is a 404, to be changed or deleted', async (n) => {
  const id = '01930000-0000-7000-8000-00000000000f'
  const body = (await admin.post(n.path, await n.make())).body
  const fields = Object.fromEntries(Object.entries(body).filter(([name]) => ![...always, ...n.strip].includes(name)))
  const answers = [
    await admin.put(
      `${n.path}/${id}`,
      n.noun === 'user' ? { ...fields, email: `${randomUUID()}@akkord.test` } : fields,
    ),
    ...(n.noun === 'user' ? [] : [await admin.delete(`${n.path}/${id}?version=1`)]),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { title: 'Not found' } })
})

test('company and number series are 409 with both versions too', async () => {
  const { body: company } = await admin.get('/company')
  await admin.put('/company', { ...company, name: 'Second' })
  expect(await admin.put('/company', { ...company, name: 'Lost' })).toMatchObject({
    status: 409,
    body: { yours: { name: 'Lost' }, current: { name: 'Second', version: company.version + 1 } },
  })
  const series = { prefix: '', next: 50_000, digits: 5, overridable: true, version: 1 }
  await admin.put('/number-series/customer', series)
  expect(await admin.put('/number-series/customer', series)).toMatchObject({
    status: 409,
    body: { current: { next: 50_000, version: 2 } },
  })
})
