// Keeps other web sites from using a visitor's session: a write that a browser sends has to come from our own pages.
import type { MiddlewareHandler } from 'hono'
import { AppError } from './errors.ts'
import type { ApiEnv } from './http.ts'
import { httpTexts } from './http-texts.ts'
import { sayFrom } from './i18n/sentence.ts'

const say = sayFrom(httpTexts)
const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `publicUrl` is where browsers find us, when it is known; else the Host header tells. */
export function sameOriginWrites(publicUrl: string | undefined): MiddlewareHandler<ApiEnv> {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return async (c, next) => {
    // A key in a header is never sent by itself, so it needs no such guard.
    const isGuarded = !reads.has(c.req.method) && c.req.header('authorization') === undefined
    if (isGuarded && !comesFromUs(c.req.raw.headers, publicOrigin))
      throw new AppError('forbidden', say('http.foreignOrigin'))
    return next()
  }
}

function comesFromUs(headers: Headers, publicOrigin: string | undefined): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin !== null) return origin === publicOrigin || hostOf(origin) === headers.get('host')
  // Every browser of today sends one of the two with a write. Without either and without a cookie it is a plain program.
  return site !== null || headers.get('cookie') === null
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
