// What was asked of the sandbox: for tests, for the page, and for the daily budget that slows a user down.

export type Call = {
  readonly number: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly entity?: string
  readonly user?: string
  readonly company?: number
  readonly session?: number
  /** Null when the caller got no answer. */
  readonly status: number | null
  /** Whether the call changed the books. */
  readonly applied: boolean
  readonly fault?: string
  /** The body as it came, passwords and keys blacked out, long ones cut. */
  readonly request?: string
  readonly answer?: string
}

export type CallLog = {
  add(call: Omit<Call, 'number'>): void
  list(): readonly Call[]
  /** Counts a call of this user and returns how long it has to wait. */
  count(user: string, callsBeforeSlowDown: number): number
  countsByDay(): readonly { user: string; day: string; calls: number }[]
  clear(): void
}

const longestLog = 5_000
const longestBody = 4_000
const dayMs = 24 * 60 * 60_000

export function createCallLog(now: () => Date): CallLog {
  let calls: Call[] = []
  let number = 0
  const counts = new Map<string, number>()
  /** When each user last reached a level of delay; a level holds for 24 hours though the count begins anew at midnight. */
  const reached = new Map<string, Map<number, number>>()

  return {
    add(call) {
      number += 1
      calls.push({ number, ...call })
      if (calls.length > 2 * longestLog) calls = calls.slice(-longestLog)
    },
    list: () => calls,
    count(user, callsBeforeSlowDown) {
      const at = now().getTime()
      const day = `${user}\u0000${new Date(at).toISOString().slice(0, 10)}`
      const calledToday = (counts.get(day) ?? 0) + 1
      counts.set(day, calledToday)
      if (callsBeforeSlowDown <= 0) return 0
      const levels = reached.get(user) ?? new Map<number, number>()
      reached.set(user, levels)
      const level = Math.floor((calledToday - 1) / callsBeforeSlowDown)
      if (level > 0 && !levels.has(level)) levels.set(level, at)
      for (const [old, since] of levels) if (at >= since + dayMs && old !== level) levels.delete(old)
      return 1000 * Math.max(0, ...levels.keys())
    },
    countsByDay: () =>
      [...counts].map(([key, calls]) => {
        const [user = '', day = ''] = key.split('\u0000')
        return { user, day, calls }
      }),
    clear() {
      calls = []
      counts.clear()
      reached.clear()
    },
  }
}

/** Blacks out what must not be kept, wherever in the body it stands. */
export function withoutSecrets(body: string): string {
  return body
    .replace(/("(?:password|apikey|refreshtoken|token)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1"***"')
    .slice(0, longestBody)
}
