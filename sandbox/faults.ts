// Trouble to order. A fault waits for calls that match it, strikes as often as it was ordered and is used up.
import type { StoredRow } from './books.ts'

/**
 * Where a kind acts on a write, its name says whether the write was applied:
 * - `refuse`, `drop-before`, `drop-after`: the line is cut without an answer. `apply-late`: cut now, applied after `ms`.
 * - `hang-before`, `hang-after`: no answer until the client gives up; `hang-late` as well, applied after `ms`. `delay`: waits `ms`, then goes on as usual.
 * - `status-before`, `status-after`: answers `status` (503) with a short page.
 * - `html`, `text`, `error-string`, `redirect`: a proxy's page, words instead of JSON, 200 with an error name; not applied.
 * - `wrong-shape`, `no-content`, `pdf`, `cut-json`, `cut-line`, `half-close`: applied, but the answer is not what it should
 *   be; in the last two the line ends in the middle of it.
 * - `half-written`: of a list, or of the details of a master, the first `rows` (0) are written, then the line is cut.
 * - `applied-twice`: the call is carried out a second time, as by a proxy that repeats it; the second answer leaves.
 * - `err`: a write or a posting is refused with this `err`, also a number nobody published; 92 unless given.
 * - `revoke-token`: somebody else signs in as this user just before. `null-company`: ChangeCompany answers `null`.
 * - `empty-read`, `stale-read`: queries show nothing, or the rows as they were when the fault was ordered.
 */
export const faultKinds = [
  'refuse',
  'drop-before',
  'drop-after',
  'apply-late',
  'hang-before',
  'hang-after',
  'hang-late',
  'delay',
  'status-before',
  'status-after',
  'html',
  'text',
  'error-string',
  'redirect',
  'wrong-shape',
  'no-content',
  'pdf',
  'cut-json',
  'cut-line',
  'half-close',
  'half-written',
  'applied-twice',
  'err',
  'revoke-token',
  'null-company',
  'empty-read',
  'stale-read',
] as const

export type FaultKind = (typeof faultKinds)[number]

type FaultMatch = {
  readonly method?: string | undefined
  /** Part of the path, compared without case. */
  readonly path?: string | undefined
  readonly entity?: string | undefined
  readonly user?: string | undefined
  /** Only sessions that were open when the fault was ordered: a fresh one sees the truth. */
  readonly oldSessions?: boolean | undefined
  /** Part of the body, as it is sent. */
  readonly body?: string | undefined
}

export type FaultOrder = {
  readonly kind: FaultKind
  readonly match?: FaultMatch | undefined
  /** How many calls it strikes (1), or null for all until it is cleared or its time is up. */
  readonly times?: number | null | undefined
  /** Matching calls that pass before it strikes. */
  readonly after?: number | undefined
  /** It ends this long after it was ordered. */
  readonly forMs?: number | undefined
  /** For `delay`, `apply-late` and `hang-late`. */
  readonly ms?: number | undefined
  /** For `status-before` and `status-after`. */
  readonly status?: number | undefined
  /** How likely it strikes a call that matches, above 0 up to 1; always unless given. */
  readonly chance?: number | undefined
  /** For `err`: an error code. */
  readonly err?: number | undefined
  /** For `half-written`. */
  readonly rows?: number | undefined
}

export type Fault = FaultOrder & { readonly id: number; readonly orderedAt: string; struck: number; passed: number }

type CallShape = {
  method: string
  path: string
  entity: string | undefined
  user: string | undefined
  session: number | undefined
  body: string
}

/** Rows of a company's entity as they were; kept by a `stale-read`. */
type OldRows = (company: number, entity: string) => readonly StoredRow[]

export type Faults = {
  down: boolean
  order(order: FaultOrder, oldRows: OldRows): Fault
  /** Delays that strike this call, and at most one other fault. Counts them as struck. */
  strike(call: CallShape): { delayMs: number; fault: Fault | undefined }
  oldRowsOf(fault: Fault): OldRows
  list(): readonly Fault[]
  /** Without an id: all of them, and the outage. */
  clear(id?: number): void
}

export function createFaults(now: () => Date, random: () => number, lastSession: () => number): Faults {
  let ordered: Fault[] = []
  let lastId = 0
  const kept = new Map<number, OldRows>()
  const orderedAfterSession = new Map<number, number>()

  const isOver = (fault: Fault) =>
    (fault.times !== null && fault.struck >= (fault.times ?? 1)) ||
    (fault.forMs !== undefined && now().getTime() >= Date.parse(fault.orderedAt) + fault.forMs)

  const isTooNew = ({ id, match }: Fault, { session = 0 }: CallShape) =>
    match?.oldSessions === true && session > (orderedAfterSession.get(id) ?? 0)

  function strikes(fault: Fault, call: CallShape): boolean {
    if (
      isOver(fault) ||
      !canStrike(fault.kind, call.path) ||
      !matches(fault.match ?? {}, call) ||
      isTooNew(fault, call)
    )
      return false
    fault.passed += 1
    if (fault.passed <= (fault.after ?? 0)) return false
    if (fault.chance !== undefined && random() >= fault.chance) return false
    fault.struck += 1
    return true
  }

  const faults: Faults = {
    down: false,
    order(order, oldRows) {
      lastId += 1
      const fault: Fault = { ...order, id: lastId, orderedAt: now().toISOString(), struck: 0, passed: 0 }
      ordered.push(fault)
      orderedAfterSession.set(fault.id, lastSession())
      if (order.kind === 'stale-read') kept.set(fault.id, oldRows)
      return fault
    },
    strike(call) {
      let delayMs = 0
      for (const fault of ordered) if (fault.kind === 'delay' && strikes(fault, call)) delayMs += fault.ms ?? 1000
      return { delayMs, fault: ordered.find((fault) => fault.kind !== 'delay' && strikes(fault, call)) }
    },
    oldRowsOf(fault) {
      const rows = kept.get(fault.id)
      if (rows === undefined) throw new Error(`Fault ${fault.id} keeps no rows`)
      return rows
    },
    list: () => ordered.filter((fault) => !isOver(fault)),
    clear(id) {
      if (id === undefined) faults.down = false
      ordered = id === undefined ? [] : ordered.filter((fault) => fault.id !== id)
      if (id === undefined) {
        kept.clear()
        orderedAfterSession.clear()
      } else kept.delete(id)
    },
  }
  return faults
}

/** Some kinds have a meaning for some calls only; the others pass them by. */
function canStrike(kind: FaultKind, path: string): boolean {
  if (kind === 'empty-read' || kind === 'stale-read') return /^\/query\//i.test(path)
  if (kind === 'null-company') return /^\/company\/changecompany\//i.test(path)
  if (kind === 'err') return /^\/(invoice|crud)\//i.test(path)
  if (kind === 'half-written') return /^\/crud\/insert(list|masteranddetails|childrecords)\//i.test(path)
  return kind !== 'revoke-token' || !/^\/(login|refresh|logout)/i.test(path)
}

function matches(match: FaultMatch, call: CallShape): boolean {
  const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase()
  return (
    (match.method === undefined || same(match.method, call.method)) &&
    (match.path === undefined || call.path.toLowerCase().includes(match.path.toLowerCase())) &&
    (match.entity === undefined || same(match.entity, call.entity)) &&
    (match.user === undefined || match.user === call.user) &&
    (match.body === undefined || call.body.includes(match.body))
  )
}
