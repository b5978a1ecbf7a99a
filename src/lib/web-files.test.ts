import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../test/throw-away.ts'
import { webFiles } from './web-files.ts'

const script = `console.log('${'long '.repeat(400)}')`

function ask(path: string, accepted = '', method = 'GET') {
  const folder = throwAwayFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'index-1.js'), script)
  writeFileSync(join(folder, 'index.html'), '<p>page</p>')
  const app = new Hono().use('*', webFiles(folder))
  return app.request(path, { method, headers: { 'accept-encoding': accepted } })
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('a file is sent as small as the browser can read it', async () => {
  const br = await ask('/assets/index-1.js', 'gzip, deflate, br')
  expect(br.headers.get('content-encoding')).toEqual('br')
  expect(brotliDecompressSync(await bytesOf(br)).toString()).toEqual(script)
  const gzip = await ask('/assets/index-1.js', 'gzip')
  expect(gzip.headers.get('content-encoding')).toEqual('gzip')
  expect(gunzipSync(await bytesOf(gzip)).toString()).toEqual(script)
  const plain = await ask('/assets/index-1.js')
  expect(plain.headers.get('content-encoding')).toEqual(null)
  expect(plain.headers.get('cache-control')).toEqual('public, max-age=31536000, immutable')
  expect(await plain.text()).toEqual(script)
  expect(await (await ask('/assets/index-1.js', 'br', 'HEAD')).text()).toEqual('')
})

test('every address is a page of the application, but an asset that is missing', async () => {
  const page = await ask('/customers/1', 'br')
  expect(page.headers.get('cache-control')).toEqual('no-cache')
  expect(await page.text()).toEqual('<p>page</p>')
  expect((await ask('/assets/gone-2.js')).status).toEqual(404)
  expect((await ask('/favicon.ico')).status).toEqual(404)
})
