import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { socketAddress } from './client-address.ts'
import type { ApiEnv } from './http.ts'

export type Metrics = {
  readonly registry: Registry
  /** Measures every request under its route, not its address, so ids make no new series. */
  measure: MiddlewareHandler<ApiEnv>
  /** GET /metrics: with the token if one is set, else only for programs on the same machine and not through a proxy. */
  show: MiddlewareHandler<ApiEnv>
}

/** What it measures with goes on for as long as the process, so there is one of it, whatever is made in the process. */
let ofProcess: Registry | undefined
function metricsOfProcess(): Registry {
  if (ofProcess) return ofProcess
  ofProcess = new Registry()
  collectDefaultMetrics({ register: ofProcess })
  return ofProcess
}

export function createMetrics(token: string | undefined): Metrics {
  const registry = Registry.merge([metricsOfProcess()])
  const requests = new Histogram({
    name: 'akkord_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  return {
    registry,
    async measure(c, next) {
      const done = requests.startTimer()
      await next()
      done({ method: c.req.method, route: routePath(c, -1), status: c.res.status })
    },
    async show(c, next) {
      const isAllowed =
        token === undefined
          ? isLocal(socketAddress(c)) && c.req.header('x-forwarded-for') === undefined
          : c.req.header('authorization') === `Bearer ${token}`
      if (!isAllowed) return next()
      return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
    },
  }
}

const isLocal = (address: string) => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
