import { expect, test } from 'vitest'
import { aSandbox } from './test-sandbox.ts'

async function pageOf(url: string, query = '') {
  const response = await fetch(`${url}/${query}`)
  return { response, text: await response.text() }
}

test('the page says what it is and shows books, trouble, calls and switches', async () => {
  const { sandbox, url, signInAs } = await aSandbox()
  await signInAs()
  sandbox.order({ kind: 'hang-before' })
  const { text } = await pageOf(url)
  expect(text).toContain("Not Uniconta's product")
  for (const shown of ['Fjordbyens Arkitekter A/S', 'POST /login', '<b>hang-before</b>', 'unfilteredReads']) {
    expect(text).toContain(shown)
  }
  expect(text).not.toMatch(/undefined|\[object/)
})

test('a table is chosen and searched by the address, an unknown one is the first', async () => {
  const { url } = await aSandbox()
  expect((await pageOf(url, '?entity=ProjectClient&find=havne')).text).toMatch(/P-100(?![\s\S]*P-101)/)
  expect((await pageOf(url, '?entity=Nonsense&company=7')).text).toContain('Fjordbyens')
})

test('text that people wrote is never markup', async () => {
  const { sandbox, url } = await aSandbox()
  const evil = `"><script>alert('1')</script>`
  sandbox.put(12345, 'DebtorClient', { Account: 'X', Name: evil })
  await fetch(`${url}/Query/Get/${encodeURIComponent(evil)}`, { method: 'POST', body: evil })
  const { text, response } = await pageOf(url, `?find=${encodeURIComponent(evil)}`)
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('&lt;script&gt;')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
})

test('style and script come from the page itself, anything else of its own is not found', async () => {
  const { url } = await aSandbox()
  const type = async (path: string) => (await fetch(`${url}${path}`)).headers.get('content-type')
  expect(await type('/sandbox/page.css')).toContain('text/css')
  expect(await type('/sandbox/page.js')).toContain('text/javascript')
  expect((await fetch(`${url}/sandbox/nothing`)).status).toEqual(404)
})
