// The world of one history: an office with a database, its processes, and the sandbox as its accounting system.
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import type { Switches } from '../../sandbox/switches.ts'
import type { Tools } from '../../src/uniconta/look-for-person.ts'
import { createUniconta } from '../../src/uniconta/uniconta.ts'
import { companyId } from '../usual.ts'
import type { Beginning } from './beginning.ts'
import { type Chance, createChance } from './chance.ts'
import type { Counts } from './counts.ts'
import { gatedDb, type OfficeProcess, outside, startProcess } from './office-process.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

export { companyId }

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
  /** Whether any setting was. */
  wasChanged: boolean
  /** Its number among the sandbox's calls. */
  lastCallTold: number
  /** Row ids of what a person made there: copies and invoices of their own. */
  byHand: { invoices: Set<number>; orders: Set<number> }
  /** Row ids of second invoices of ours that a person credited. */
  creditedDoubles: Set<number>
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
    wasChanged: false,
    lastCallTold: 0,
    byHand: { invoices: new Set(), orders: new Set() },
    creditedDoubles: new Set(),
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
