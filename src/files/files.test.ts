import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aJpeg, aPdf, aPng } from '../../test/files.ts'
import { cleanFileName, fileLimitBytes } from './stored-file.ts'

let app: TestApp
let employee: Client
beforeEach(async () => {
  app = await startTestApp()
  employee = await app.as('employee')
})

const upload = (client: Client, type: string, content: Uint8Array<ArrayBuffer>, name = 'receipt') =>
  app.raw('POST', `/api/v1/files?name=${encodeURIComponent(name)}`, {
    headers: { cookie: client.cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
    body: content,
  })
const fetchFile = async (client: Client, path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(`/api/v1${path}`, { headers: { cookie: client.cookie, ...headers } })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const count = async () => (await app.database.pool.query('select count(*)::int as n from stored_file')).rows[0].n

test.each([
  ['application/pdf', aPdf, 'receipt.pdf'],
  ['image/png', aPng, 'receipt.png'],
  ['image/jpeg', aJpeg, 'receipt.jpg'],
])('a file of %s comes back byte for byte, with its hash', async (type, content, name) => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const stored = await upload(employee, type, content)
  expect(stored).toMatchObject({ status: 201, body: { name, mimeType: type, size: content.byteLength, sha256 } })
  const { status, headers, bytes } = await fetchFile(employee, `/files/${stored.body.id}`)
  expect({ status, same: bytes.equals(content) }).toEqual({ status: 200, same: true })
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="${name}"; filename*=UTF-8''${name}`,
    etag: `"${sha256}"`,
    'cache-control': 'private, no-cache',
  })
})

test('a file that the browser has already is not sent again', async () => {
  const { body } = await upload(employee, 'image/png', aPng)
  const again = await fetchFile(employee, `/files/${body.id}`, { 'if-none-match': `"x", W/"${body.sha256}"` })
  expect({ status: again.status, size: again.bytes.length }).toEqual({ status: 304, size: 0 })
})

test('a file is saved under its own name, whatever letters are in it', async () => {
  const { body } = await upload(employee, 'application/pdf', aPdf, 'Kørsel "æøå" 50 %.pdf')
  expect(body.name).toEqual('Kørsel _æøå_ 50 %.pdf')
  const { headers } = await fetchFile(employee, `/files/${body.id}?download=true`)
  expect(headers.get('content-disposition')).toEqual(
    `attachment; filename="Krsel _a_ 50 _.pdf"; filename*=UTF-8''K%C3%B8rsel%20_%C3%A6%C3%B8%C3%A5_%2050%20%25.pdf`,
  )
})

test('a file sent twice is stored once', async () => {
  const first = await upload(employee, 'application/pdf', aPdf)
  const second = await upload(employee, 'application/pdf', aPdf)
  expect(second.body).toEqual(first.body)
  expect(await count()).toEqual(1)
  expect((await upload(await app.as('economy'), 'application/pdf', aPdf)).body.id).not.toEqual(first.body.id)
})

test('whoever stored a file and the office may open it, nobody else', async () => {
  const { body } = await upload(await app.as('economy'), 'application/pdf', aPdf)
  for (const role of ['administrator', 'project-manager'] as const)
    expect((await fetchFile(await app.as(role), `/files/${body.id}`)).status).toEqual(200)
  expect(await employee.get(`/files/${body.id}`)).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('whoever stored this file') },
  })
})

test.each([
  ['nothing', 'application/pdf', new Uint8Array(), 400, 'The file is empty'],
  [
    'a page sent as PDF',
    'application/pdf',
    new TextEncoder().encode('<script>alert(1)</script>'),
    400,
    'neither a PDF',
  ],
  ['a picture sent as PDF', 'application/pdf', aPng, 400, 'is image/png'],
  ['a drawing that may hold scripts', 'image/svg+xml', new TextEncoder().encode('<svg/>'), 415, 'application/pdf'],
  ['JSON', 'application/json', new TextEncoder().encode('{}'), 415, 'application/pdf'],
])('%s is refused', async (_, type, content, status, detail) => {
  expect(await upload(employee, type, content)).toMatchObject({
    status,
    body: { detail: expect.stringContaining(detail) },
  })
  expect(await count()).toEqual(0)
})

test('10 MB are taken, one byte more is too large', async () => {
  const largest = new Uint8Array(fileLimitBytes + 1)
  largest.set(aPdf)
  expect((await upload(employee, 'application/pdf', largest.subarray(0, fileLimitBytes))).status).toEqual(201)
  expect(await upload(employee, 'application/pdf', largest)).toMatchObject({
    status: 413,
    body: { title: 'Too large', detail: expect.stringContaining('10 MB') },
  })
  expect(await count()).toEqual(1)
})

test('a stored file cannot be altered', async () => {
  await upload(employee, 'application/pdf', aPdf)
  await expect(app.database.pool.query("update stored_file set name = 'x'")).rejects.toThrow()
})

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\fakepath\\Bilag.PDF', 'Bilag.PDF'],
  ['ann\u202efdp.exe', 'annfdp.exe.pdf'],
  ['line\r\nbreak\0.pdf', 'linebreak.pdf'],
  ['. .pdf', 'pdf.pdf'],
  ['   ', 'file.pdf'],
  [`${'🍎'.repeat(200)}.pdf`, `${'🍎'.repeat(120)}.pdf`],
])('%j is stored as %j', (given, expected) => {
  expect(cleanFileName(given, 'application/pdf')).toEqual(expected)
})
