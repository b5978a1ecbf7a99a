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

test('what is posted stands newest first, its days without midnight, with what an accountant can do with it', async () => {
  const { sandbox, url } = await aSandbox()
  sandbox.postByHand(12345, { Account: '1001', Amount: 100 })
  sandbox.postByHand(12345, { Account: '1002', Amount: 100 })

  const { text } = await pageOf(url, '?entity=DebtorInvoiceClient')

  expect(text).toMatch(/>1002<[\s\S]*<td>2026-11-23<\/td>[\s\S]*>1001</)
  expect(text).toContain('data-path="by-hand/credit/12345" data-body="{&quot;InvoiceNumber&quot;:1002}"')
  expect(text).not.toContain('0001-01-01T00:00:00</td>')
})
