import type { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import type { Db } from './database/database.ts'
import type { ApiEnv } from './http.ts'

/** One thing that has to work. 'degraded' still serves people; 'down' should get no requests. */
export type Probe = {
  name: string
  look(): Promise<{ state: 'ok' | 'degraded' | 'down'; text: string }>
}

const answerLimitMs = 2_000

/** The database answers; it was migrated before the app began to listen. */
export function databaseProbe(db: Db): Probe {
  return {
    name: 'database',
    async look() {
      await db.execute(sql`select 1`)
      return { state: 'ok', text: 'The database answers and its tables are up to date.' }
    },
  }
}

/** /health/live: the process turns. /health/ready: it can serve, and what is not well by name. */
export function mountHealth(hono: OpenAPIHono<ApiEnv>, probes: readonly Probe[]): void {
  hono.get('/health/live', (c) => c.json({ state: 'ok' }))
  hono.get('/health/ready', async (c) => {
    const checks = await Promise.all(probes.map(look))
    const states = checks.map((check) => check.state)
    const state = states.includes('down') ? 'down' : states.includes('degraded') ? 'degraded' : 'ok'
    return c.json({ state, checks }, state === 'down' ? 503 : 200, { 'cache-control': 'no-store' })
  })
}

async function look(probe: Probe) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${answerLimitMs / 1000} s`)), answerLimitMs)
  })
  try {
    return { name: probe.name, ...(await Promise.race([probe.look(), late])) }
  } catch (error) {
    // The reason may name hosts and users; it stands in the log of whoever failed.
    const reason = error instanceof Error && error.message.startsWith('no answer') ? error.message : 'it failed'
    return { name: probe.name, state: 'down' as const, text: `The ${probe.name} does not answer: ${reason}.` }
  } finally {
    clearTimeout(timer)
  }
}
