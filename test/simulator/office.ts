// The world of one history: an office with a database, its processes, and the sandbox as its accounting system.
import type pg from 'pg'
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import type { Switches } from '../../sandbox/switches.ts'
import type { Tools } from '../../src/uniconta/look-for-person.ts'
import { createUniconta } from '../../src/uniconta/uniconta.ts'
import { companyId } from '../connector.ts'
import { startPosting } from '../posting.ts'
import { type Chance, createChance } from './chance.ts'
import type { Counts } from './counts.ts'
import { gatedDb, type OfficeProcess, outside, startProcess } from './office-process.ts'
import { takeSnapshot } from './snapshot.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

export { companyId }

/** What every history begins with; made once, also for histories on other code. */
export type Beginning = {
  pool: pg.Pool
  customerId: string
  projectId: string
  rows: readonly { entity: string; row: Record<string, unknown> }[]
  restore: () => Promise<void>
}

export type Office = {
  beginning: Beginning
  sandbox: Sandbox
  clock: VirtualClock
  chance: Chance
  processes: OfficeProcess[]
  counts: Counts
  /** What went wrong on our side while working. */
  faults: string[]
  backup: (() => Promise<void>) | undefined
  wasRestored: boolean
  /** Row ids of what a person made there: copies and invoices of their own. */
  byHand: { invoices: Set<number>; orders: Set<number> }
  /** References of documents whose order a person posted there. */
  postedByHand: Set<string>
  /** References of which no protocol can keep a double away; it has to be told. */
  mayBeTwice: Set<string>
  /** What a person in front of Akkord works with: never stopped, but its calls meet the same trouble. */
  tools: Tools
  newProcess(): OfficeProcess
  end(): void
}

const startsAt = new Date('2026-11-24T07:00:00.000Z')
const copied = ['DebtorClient', 'ProjectClient', 'PaymentTermClient']

export async function makeBeginning(): Promise<Beginning> {
  const t = await startPosting({}, { timeoutMs: 20_000 })
  const rows = copied.flatMap((entity) => t.sandbox.rows(companyId, entity).map((row) => ({ entity, row })))
  await t.close()
  const { customerId, projectId } = t
  const { pool } = t.database
  await pool.query(`update sync_lane set lease_until = '2026-01-01'`)
  await pool.query('delete from uniconta_sign_in')
  return { pool, customerId, projectId, rows, restore: await takeSnapshot(pool) }
}

export async function openOffice(
  beginning: Beginning,
  seed: number,
  switches: Partial<Switches>,
  counts: Counts,
): Promise<Office> {
  await beginning.restore()
  const chance = createChance(seed)
  const clock = createVirtualClock(startsAt)
  const sandbox = createSandbox({
    now: clock.now,
    random: chance.next,
    sleep: clock.sleep,
    empty: true,
    switches: { callsBeforeSlowDown: 0, ...switches },
  })
  for (const { entity, row } of beginning.rows) sandbox.put(companyId, entity, row)
  const faults: string[] = []
  const sendCall = (request: Request) => send(sandbox, clock, request, counts)
  const { pool } = beginning
  const db = gatedDb(pool, async () => {})
  const front = createUniconta({ db, fetch: sendCall, now: clock.now, ...outside })
  const office: Office = {
    beginning,
    sandbox,
    clock,
    chance,
    processes: [],
    counts,
    faults,
    backup: undefined,
    wasRestored: false,
    byHand: { invoices: new Set(), orders: new Set() },
    postedByHand: new Set(),
    mayBeTwice: new Set(),
    tools: { ...front, db, now: clock.now },
    newProcess: () =>
      startProcess({
        pool,
        now: clock.now,
        random: chance.next,
        send: sendCall,
        onError: (facts) => void faults.push(textOf(facts)),
        onStop: (how, point) => counts.note(`${how} at ${point}`),
      }),
    end() {
      for (const process of office.processes) process.end()
    },
  }
  office.processes = [office.newProcess(), office.newProcess()]
  return office
}

const callMs = 20
const timeoutMs = 20_000
const postingTimeoutMs = 60_000

/** As fetch. A call that hangs ends at once, and the clock has moved by as long as the client would have waited. */
async function send(sandbox: Sandbox, clock: VirtualClock, request: Request, counts: Counts): Promise<Response> {
  await clock.pass(callMs)
  const before = lastCall(sandbox)?.number
  const work = sandbox.handle(request)
  let isOver = false
  const over = () => {
    isOver = true
  }
  work.then(over, over)
  for (;;) {
    await new Promise(setImmediate)
    const call = lastCall(sandbox)
    const isNew = call !== undefined && call.number !== before
    if (isOver) {
      if (isNew && call.fault) counts.note(`fault ${call.fault}`)
      return work
    }
    if (!isNew || !call.fault?.startsWith('hang')) continue
    counts.note(`fault ${call.fault}`)
    await clock.pass(new URL(request.url).pathname.startsWith('/Invoice/') ? postingTimeoutMs : timeoutMs)
    throw new DOMException('No answer came in time.', 'TimeoutError')
  }
}

const lastCall = (sandbox: Sandbox) => sandbox.calls().at(-1)

function textOf(facts: object): string {
  const { err } = facts as { err?: unknown }
  const { cause } = err as { cause?: unknown }
  return [err, cause].map((one) => (one instanceof Error ? `${one.name}: ${one.message}\n${one.stack}` : '')).join('\n')
}
