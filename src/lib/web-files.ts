// The built web application: small, so its files are read once and kept in memory, compressed when they are first asked for.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

type Encoding = 'br' | 'gzip'
type WebFile = {
  type: string
  plain: Buffer
  isHashed: boolean
  isSqueezable: boolean
  squeezed: Partial<Record<Encoding, Promise<Buffer>>>
}

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const squeezers: Readonly<Record<Encoding, (plain: Buffer) => Promise<Buffer>>> = {
  br: (plain) => promisify(brotliCompress)(plain, quality),
  gzip: (plain) => promisify(gzip)(plain),
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const squeezable = new Set(['.html', '.js', '.css', '.json', '.svg', '.map', '.txt', '.webmanifest'])

/** Serves the folder; every other path is a page of the application, which finds its way by itself. */
export function webFiles(folder: string): MiddlewareHandler {
  const files = readFiles(folder)
  const page = files.get('/index.html')
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const file = files.get(c.req.path)
    if (file) return send(c, file)
    // A missing asset must not be answered with the page: a browser would take it for the script it asked for.
    if (!page || extname(c.req.path) !== '' || c.req.path.startsWith('/assets/')) return next()
    return send(c, page)
  }
}

function readFiles(folder: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = `/${path.slice(folder.length).split(/[\\/]/).filter(Boolean).join('/')}`
    files.set(name, readFile(path, name))
  }
  return files
}

function readFile(path: string, name: string): WebFile {
  const plain = readFileSync(path)
  const extension = extname(name)
  return {
    type: types[extension] ?? 'application/octet-stream',
    plain,
    isHashed: name.startsWith('/assets/'),
    isSqueezable: squeezable.has(extension) && plain.length > 1_000,
    squeezed: {},
  }
}

async function send(c: Context, file: WebFile): Promise<Response> {
  const encoding = file.isSqueezable ? encodingOf(c.req.header('accept-encoding') ?? '') : undefined
  if (encoding) file.squeezed[encoding] ??= squeezers[encoding](file.plain)
  const body = (await (encoding && file.squeezed[encoding])) ?? file.plain
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (encoding) headers.set('content-encoding', encoding)
  return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), { headers })
}

function encodingOf(accepted: string): Encoding | undefined {
  return (['br', 'gzip'] as const).find((encoding) => new RegExp(`\\b${encoding}\\b`).test(accepted))
}
