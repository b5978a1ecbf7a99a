import type { Context, MiddlewareHandler } from 'hono'
import type { ApiEnv } from './http.ts'

/**
 * Who is at the other end of the line. Behind `trustedProxies` proxies it is the entry that the outermost of them wrote into
 * X-Forwarded-For; with none the header is not believed, since anybody can send it.
 */
export function clientAddress(trustedProxies: number): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.set('clientAddress', addressOf(c, trustedProxies))
    return next()
  }
}

function addressOf(c: Context, trustedProxies: number): string {
  const socket = socketAddress(c)
  if (trustedProxies === 0) return socket
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies) || socket
}

/** Tests call the app without a socket. */
export function socketAddress(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? '127.0.0.1'
}
