import type { Context } from 'hono'

type Sent = { name: string; mimeType: string; sha256: string; content: Uint8Array }

/**
 * A file as an answer. Its hash is its ETag, so that whoever has it is told so (304) and does not load it again. Shown in the
 * browser, or stored under its name with `asDownload`.
 */
export function sendFile(c: Context, file: Sent, asDownload = false): Response {
  const etag = `"${file.sha256}"`
  const headers = {
    etag,
    // Asked for at each look: who may see it can change, what it is cannot.
    'cache-control': 'private, no-cache',
  }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return c.body(null, 304, headers)
  return c.body(Buffer.from(file.content), 200, {
    ...headers,
    'content-type': file.mimeType,
    'content-length': String(file.content.byteLength),
    'content-disposition': disposition(file.name, asDownload),
  })
}

/** RFC 6266: a name that old programs read, and the real one in UTF-8. */
function disposition(name: string, asDownload: boolean): string {
  const ascii = name
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${asDownload ? 'attachment' : 'inline'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
