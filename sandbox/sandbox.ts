// A Uniconta to run at home: a pure handler of requests over books of its own. Time, chance and sleep are arguments, so a
// simulator can inject `handle` as fetch and own the clock; `server.ts` puts the same handler on a port.
import { answerCall, entityIn, type Incoming } from './answer-call.ts'
import { type Answer, toResponse } from './answers.ts'
import { createBooks, type Value } from './books.ts'
import { type HandRow, putByHand, rekeyByHand, removeByHand, rowsByHand } from './by-hand.ts'
import { type Call, createCallLog, withoutSecrets } from './call-log.ts'
import { answerControl } from './control/control-routes.ts'
import { createFaults, type Fault, type FaultOrder } from './faults.ts'
import { memoryJournal, openJournal } from './journal.ts'
import type { Ask } from './routes/route.ts'
import { seedBooks, seedEmptyCompany } from './seed.ts'
import { createSessions } from './sessions.ts'
import { type Switches, worstCase } from './switches.ts'
import { brokenResponse, hang, isCarriedOut, LineFault, spoiled } from './trouble.ts'
import { seedUsers } from './users.ts'
import type { World } from './world.ts'

export type SandboxOptions = {
  readonly now?: () => Date
  /** 0 up to 1, as Math.random. */
  readonly random?: () => number
  readonly sleep?: (ms: number) => Promise<void>
  /** Where the books are kept; null (the default) keeps them in memory. */
  readonly dataDir?: string | null
  readonly switches?: Partial<Switches>
  /** Begin with companies, accounts and codes but without customers and projects. */
  readonly empty?: boolean
}

export type Sandbox = {
  /** Answers like fetch: rejects when the line fails. */
  handle(request: Request): Promise<Response>
  order(fault: FaultOrder): Fault
  faults(): readonly Fault[]
  clearFaults(id?: number): void
  /** While down every connection is refused. */
  setDown(isDown: boolean): void
  isDown(): boolean
  switches(): Readonly<Switches>
  setSwitches(changes: Partial<Switches>): void
  calls(): readonly Call[]
  clearCalls(): void
  callsByDay(): readonly { user: string; day: string; calls: number }[]
  companies(): readonly number[]
  /** Rows as they are stored, English labels, with `RowId`. */
  rows(companyId: number, entity: string): readonly HandRow[]
  /** By hand in Uniconta: inserts, or changes the given fields of the row with this key; null blanks a field. */
  put(companyId: number, entity: string, row: Record<string, unknown>): HandRow
  remove(companyId: number, entity: string, key: Value): boolean
  /** By hand: another number for a record; what refers to it follows. */
  rekey(companyId: number, entity: string, oldKey: Value, newKey: string): HandRow
  /** A field of the company's own, seen on the entity whose name ends in `User`. */
  defineUserField(companyId: number, entity: string, name: string, length?: number): void
  /** Somebody else signs in as this user: its tokens end now. */
  signInElsewhere(loginId: string): void
  /** Books, sessions, faults and calls as on the first day; switches stay. */
  reset(): void
  close(): void
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { now = () => new Date(), random = Math.random, sleep = sleepForReal, dataDir = null } = options
  const journal = dataDir === null ? memoryJournal : openJournal(dataDir)
  const world: World = {
    now,
    random,
    sleep,
    books: createBooks(journal),
    sessions: createSessions(now, random),
    users: seedUsers,
    switches: { ...worstCase, ...options.switches },
    faults: createFaults(now),
    calls: createCallLog(now),
    lastErrors: new Map(),
  }
  const hanging = new Set<Request>()
  const seed = () => (options.empty ? seedEmptyCompany(world) : seedBooks(world))
  if (world.books.companies().length === 0) seed()

  const sandbox: Sandbox = {
    async handle(request) {
      const url = new URL(request.url)
      if (url.pathname === '/' || url.pathname.startsWith('/sandbox')) return answerControl(sandbox, request, url)
      return answerThroughTrouble(world, request, url, hanging)
    },
    order: (order) => world.faults.order(order, snapshotOf(world)),
    faults: () => world.faults.list(),
    clearFaults: (id) => world.faults.clear(id),
    setDown(isDown) {
      world.faults.down = isDown
    },
    isDown: () => world.faults.down,
    switches: () => world.switches,
    setSwitches: (changes) => void Object.assign(world.switches, changes),
    calls: () => world.calls.list(),
    clearCalls: () => world.calls.clear(),
    callsByDay: () => world.calls.countsByDay(),
    companies: () => world.books.companies(),
    rows: (companyId, entity) => rowsByHand(world, companyId, entity),
    put: (companyId, entity, row) => putByHand(world, companyId, entity, row),
    remove: (companyId, entity, key) => removeByHand(world, companyId, entity, key),
    rekey: (companyId, entity, oldKey, newKey) => rekeyByHand(world, companyId, entity, oldKey, newKey),
    defineUserField(companyId, entity, name, length = 20) {
      putByHand(world, companyId, 'TableFieldsClient', {
        entity,
        Name: name,
        Prompt: name,
        Type: 'String',
        Length: length,
      })
    },
    signInElsewhere: (loginId) => endSessionsOf(world, loginId),
    reset() {
      world.books.clear()
      world.sessions.clear()
      world.faults.clear()
      world.calls.clear()
      world.lastErrors.clear()
      seed()
    },
    close: () => journal.close(),
  }
  return sandbox
}

async function answerThroughTrouble(
  world: World,
  request: Request,
  url: URL,
  hanging: Set<Request>,
): Promise<Response> {
  const body = await request.text()
  const session = world.sessions.find(bearerOf(request))
  const shape = {
    method: request.method,
    path: url.pathname,
    entity: entityIn(request.method, url.pathname),
    user: session?.user.loginId,
  }
  const log = (status: number | null, applied: boolean, fault?: string, answer?: Answer) =>
    world.calls.add({
      at: world.now().toISOString(),
      method: request.method,
      path: url.pathname,
      ...(shape.entity !== undefined && { entity: shape.entity }),
      ...(session !== undefined && { user: session.user.loginId, company: session.company, session: session.id }),
      status,
      applied,
      ...(fault !== undefined && { fault }),
      ...(body !== '' && { request: keepable(url.pathname, body) }),
      ...(typeof answer?.body === 'string' && { answer: keepable(url.pathname, answer.body) }),
    })

  if (world.faults.down) {
    log(null, false, 'down')
    throw new LineFault('ECONNREFUSED')
  }
  const { delayMs, fault } = world.faults.strike(shape)
  const slowMs = session ? world.calls.count(session.user.loginId, world.switches.callsBeforeSlowDown) : 0
  if (delayMs + slowMs > 0) await world.sleep(delayMs + slowMs)

  const carryOut = (reads: Ask['reads'] = 'usual') => {
    // Found anew: during a delay the session may have ended.
    const incoming: Incoming = { method: request.method, url, body, session: world.sessions.find(bearerOf(request)) }
    world.books.changed()
    const answer = answerCall(world, incoming, reads)
    return { answer, applied: world.books.changed() }
  }
  if (fault === undefined) {
    const { answer, applied } = carryOut()
    log(answer.status, applied, undefined, answer)
    return toResponse(answer)
  }

  if (fault.kind === 'revoke-token' && session !== undefined) endSessionsOf(world, session.user.loginId)
  const done = isCarriedOut(fault.kind) ? carryOut(readsUnder(world, fault)) : undefined
  const answer = spoiled(fault, done?.answer)
  if (fault.kind === 'apply-late') {
    void world.sleep(fault.ms ?? 1000).then(() => {
      const late = carryOut()
      log(null, late.applied, 'applied late', late.answer)
    })
  }
  const isLost = answer === undefined || /^(drop-after|hang-after)$/.test(fault.kind)
  log(isLost ? null : answer.status, done?.applied ?? false, fault.kind, isLost ? undefined : answer)
  if (fault.kind === 'hang-before' || fault.kind === 'hang-after') return hang(request, hanging)
  if (isLost) throw new LineFault(fault.kind === 'refuse' ? 'ECONNREFUSED' : 'ECONNRESET')
  if (fault.kind === 'cut-line' || fault.kind === 'half-close') return brokenResponse(answer, fault.kind)
  return toResponse(answer)
}

function readsUnder(world: World, fault: Fault): Ask['reads'] {
  if (fault.kind === 'empty-read') return 'empty'
  return fault.kind === 'stale-read' ? { asOf: world.faults.oldRowsOf(fault) } : 'usual'
}

function snapshotOf(world: World) {
  const rows = new Map(
    world.books.names().map(({ company, entity }) => [`${company}/${entity}`, world.books.all(company, entity)]),
  )
  return (company: number, entity: string) => rows.get(`${company}/${entity}`) ?? []
}

function endSessionsOf(world: World, loginId: string): void {
  for (const session of world.sessions.ofUser(loginId)) world.sessions.end(session)
}

function bearerOf(request: Request): string {
  return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
}

/** Tokens must not stand in the log, and the body of /refresh is nothing else. */
function keepable(path: string, body: string): string {
  return /^\/refresh\/?$/i.test(path) ? '"***"' : withoutSecrets(body)
}

function sleepForReal(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
