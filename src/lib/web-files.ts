// The built web application: small, so its files are read and compressed once and kept in memory.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

type WebFile = { type: string; plain: Buffer; br: Buffer | undefined; gzip: Buffer | undefined; isHashed: boolean }

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
  const squeeze = squeezable.has(extension) && plain.length > 1_000
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  return {
    type: types[extension] ?? 'application/octet-stream',
    plain,
    br: squeeze ? brotliCompressSync(plain, quality) : undefined,
    gzip: squeeze ? gzipSync(plain) : undefined,
    isHashed: name.startsWith('/assets/'),
  }
}

function send(c: Context, file: WebFile): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : 'plain'
  const body = file[encoding] ?? file.plain
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (encoding !== 'plain') headers.set('content-encoding', encoding)
  return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), { headers })
}
