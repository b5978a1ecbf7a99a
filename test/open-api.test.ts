import { expect, test } from 'vitest'
import { permissions, roleMay, roles } from '../src/users/permissions.ts'
import { startTestApp } from './app.ts'
import { addressOf, openApiOf, type Route, routesOf, type Schema } from './routes.ts'

function* refsIn(part: Schema): Generator<string> {
  if (part === null || typeof part !== 'object') return
  if (typeof part.$ref === 'string') yield part.$ref
  for (const inner of Object.values(part)) yield* refsIn(inner)
}

function* patternsIn(part: Schema): Generator<string> {
  if (part === null || typeof part !== 'object') return
  if (typeof part.pattern === 'string') yield part.pattern
  for (const inner of Object.values(part)) yield* patternsIn(inner)
}

test('the OpenAPI document is one of 3.1, and everything that it refers to is in it', async () => {
  const document = await openApiOf(await startTestApp())
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Akkord', version: '1' } })
  const refs = [...refsIn(document)]
  expect(refs.length).toBeGreaterThan(20)
  for (const ref of refs) {
    const target = ref
      .slice(2)
      .split('/')
      .reduce((part, name) => part?.[name], document)
    expect(target, ref).toBeTypeOf('object')
  }
  for (const [path, methods] of Object.entries<Schema>(document.paths))
    for (const [method, operation] of Object.entries<Schema>(methods)) {
      const where = `${method} ${path}`
      expect(operation.summary, where).toBeTypeOf('string')
      expect(Object.keys(operation.responses).length, where).toBeGreaterThan(1)
      const named = (operation.parameters ?? []).filter((it: Schema) => it.in === 'path').map((it: Schema) => it.name)
      expect(named, where).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    }
})

test('a pattern in the OpenAPI document is one that others can read: without flags', async () => {
  const patterns = [...patternsIn(await openApiOf(await startTestApp()))]
  expect(patterns.length).toBeGreaterThan(0)
  for (const pattern of patterns) expect(pattern).not.toMatch(/\$\/[a-z]+$/)
})

test('every route names a permission of the table', async () => {
  const routes = await routesOf(await startTestApp())
  expect(routes.length).toBeGreaterThan(60)
  const known = ['public', 'signed-in', ...Object.keys(permissions)]
  for (const route of routes) expect(known, `${route.method} ${route.path}`).toContain(route.permission)
})

test('every route refuses whoever has no session, and each role without its permission, and lets in all others', async () => {
  const app = await startTestApp()
  const routes = (await routesOf(app)).filter((route) => route.permission !== 'public')
  // A sign-in is not ended half-way by the routes that end it.
  const may = (role: string, { permission }: Route) => permission === 'signed-in' || roleMay(role, permission)
  const ask = (route: Route, headers: Record<string, string>) =>
    app.raw(route.method, addressOf(route), {
      headers: { ...headers, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { body: '{"nonsense":1}' }),
    })
  for (const route of routes) {
    const where = `${route.method} ${route.path}`
    const nobody = await ask(route, {})
    expect({ where, status: nobody.status, type: nobody.headers.get('content-type') }).toEqual({
      where,
      status: 401,
      type: 'application/problem+json',
    })
    expect({ where, status: (await ask(route, { authorization: 'Bearer ak_000000000000_x' })).status }).toEqual({
      where,
      status: 401,
    })
  }
  for (const role of roles) {
    const { cookie } = await app.as(role)
    for (const route of routes) {
      const { status } = await ask(route, { cookie })
      const where = `${role}: ${route.method} ${route.path}`
      if (may(role, route)) expect([401, 403, 500], where).not.toContain(status)
      else expect({ where, status }).toEqual({ where, status: 403 })
    }
  }
})
