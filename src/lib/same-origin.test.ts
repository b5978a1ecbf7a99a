import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'

test('a write that a browser sends from another site is refused, whatever session it brings', async () => {
  const app = await startTestApp()
  const { cookie } = await app.as('economy')
  const post = (headers: Record<string, string>) =>
    app.raw('POST', '/api/v1/departments', {
      headers: { cookie, host: 'akkord.test', 'content-type': 'application/json', ...headers },
      body: '{}',
    })
  const foreign = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.test' },
    {},
  ]
  for (const headers of foreign)
    expect(await post(headers as Record<string, string>), JSON.stringify(headers)).toMatchObject({
      status: 403,
      body: { detail: 'This change came from another web site and was refused. Nothing was stored.' },
    })
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://akkord.test' }])
    expect((await post(headers as Record<string, string>)).status, JSON.stringify(headers)).toEqual(400)
})

test('every answer carries the headers that keep other sites and scripts out, faults too', async () => {
  const app = await startTestApp()
  for (const path of ['/api/v1/me', '/health/live', '/nowhere']) {
    const { headers } = await app.raw('GET', path)
    expect(headers.get('content-security-policy'), path).toContain("script-src 'self';")
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), path).toEqual('nosniff')
    expect(headers.get('strict-transport-security'), path).toBeNull()
  }
  expect((await app.raw('GET', '/api/v1/me')).headers.get('cache-control')).toEqual('no-store')
  const https = await startTestApp({ publicUrl: 'https://akkord.test' })
  expect((await https.raw('GET', '/health/live')).headers.get('strict-transport-security')).toContain('max-age=')
})

test('behind proxies the address is the one that the outermost of ours wrote; without, nobody’s word is taken', async () => {
  const addresses = async (trustedProxies: number, forwarded: string) => {
    const app = await startTestApp({ trustedProxies })
    await app.raw('POST', '/api/auth/sign-in/email', {
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': forwarded,
      },
      body: JSON.stringify({ email: 'administrator@akkord.test', password: 'correct horse battery' }),
    })
    const { rows } = await app.database.pool.query('select ip_address from user_session')
    return rows.map((row: { ip_address: string }) => row.ip_address)
  }
  expect(await addresses(0, '203.0.113.9')).toEqual(['127.0.0.1'])
  expect(await addresses(1, '6.6.6.6, 203.0.113.9')).toEqual(['203.0.113.9'])
  expect(await addresses(2, '6.6.6.6, 203.0.113.9, 10.0.0.1')).toEqual(['203.0.113.9'])
})
