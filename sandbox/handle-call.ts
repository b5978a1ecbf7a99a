// One call from the door to the answer: the outage, the faults that wait for it, the daily budget, the log.
import { answerCall, entityIn } from './answer-call.ts'
import { type Answer, toResponse } from './answers.ts'
import type { Call } from './call-log.ts'
import { withoutSecrets } from './call-log.ts'
import type { Fault } from './faults.ts'
import { loginIdOf } from './routes/login-routes.ts'
import type { Ask } from './routes/route.ts'
import type { Session } from './sessions.ts'
import { brokenResponse, firstRows, hangs, isAnswered, isCarriedOut, isLate, LineFault, spoiled } from './trouble.ts'
import type { World } from './world.ts'

type Visit = {
  readonly world: World
  readonly method: string
  readonly url: URL
  readonly token: string
  /** Whose token it was when the call came in. */
  readonly session: Session | undefined
  readonly body: string
  /** What is known of the caller when the call comes in. */
  readonly caller: Partial<Pick<Call, 'user' | 'company' | 'session' | 'entity'>>
}

/** Rejects as fetch does when the line fails. A call that hangs never settles; the caller's patience ends it. */
export async function handleCall(world: World, request: Request, url: URL): Promise<Response> {
  const visit = await receive(world, request, url)
  const { method, caller } = visit
  if (world.faults.down) {
    log(visit, { status: null, applied: false, fault: 'down' })
    throw new LineFault('ECONNREFUSED')
  }
  const { delayMs, fault } = world.faults.strike({
    method,
    path: url.pathname,
    entity: caller.entity,
    user: caller.user,
    session: caller.session,
    body: visit.body,
  })
  const slowMs = caller.user === undefined ? 0 : world.calls.count(caller.user, world.switches.callsBeforeSlowDown)
  if (delayMs + slowMs > 0) await world.sleep(delayMs + slowMs)
  return fault === undefined ? answerWell(visit) : answerUnder(fault, visit)
}

async function receive(world: World, request: Request, url: URL): Promise<Visit> {
  const body = await request.text()
  const { method } = request
  const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  const session = world.sessions.find(token)
  const entity = entityIn(method, url.pathname)
  const user = session?.user.loginId ?? loginIdOf(url.pathname, body)
  const caller = {
    ...(entity !== undefined && { entity }),
    ...(user !== undefined && { user }),
    ...(session !== undefined && { company: session.company, session: session.id }),
  }
  return { world, method, url, token, session, body, caller }
}

function answerWell(visit: Visit): Response {
  const { answer, applied } = carryOut(visit, 'usual')
  log(visit, { status: answer.status, applied }, answer)
  return toResponse(answer)
}

async function answerUnder(fault: Fault, visit: Visit): Promise<Response> {
  const { world, caller } = visit
  const { kind } = fault
  if (kind === 'revoke-token' && caller.user !== undefined) world.sessions.endAll(caller.user)
  if (isLate(kind)) applyLate(fault, visit)
  const first = kind === 'applied-twice' && carryOut(visit, 'usual').applied
  const seen = kind === 'half-written' ? { ...visit, body: firstRows(visit.body, fault.rows ?? 0) } : visit
  const done = isCarriedOut(kind) ? carryOut(seen, readsUnder(fault, world)) : undefined
  const applied = first || (done?.applied ?? false)
  const answer = isAnswered(kind) ? spoiled(fault, done?.answer, /^\/invoice\//i.test(visit.url.pathname)) : undefined
  log(visit, { status: answer?.status ?? null, applied, fault: kind }, answer)
  if (hangs(kind)) return new Promise<never>(() => {})
  if (answer === undefined) throw new LineFault(kind === 'refuse' ? 'ECONNREFUSED' : 'ECONNRESET')
  return kind === 'cut-line' || kind === 'half-close' ? brokenResponse(answer, kind) : toResponse(answer)
}

/** The call is already inside: neither the end of its session nor a change of company stops or moves it. */
function applyLate(fault: Fault, visit: Visit): void {
  const session = visit.session && { ...visit.session }
  void visit.world.sleep(fault.ms ?? 1000).then(() => {
    const { answer, applied } = carryOut(visit, 'usual', session)
    log(visit, { status: null, applied, fault: 'applied late' }, answer)
  })
}

function carryOut(
  { world, method, url, body, token }: Visit,
  reads: Ask['reads'],
  // Found anew unless given: during a delay it may have ended.
  session = world.sessions.find(token),
): { answer: Answer; applied: boolean } {
  world.books.changed()
  const answer = answerCall(world, { method, url, body, session }, reads)
  return { answer, applied: world.books.changed() }
}

function readsUnder(fault: Fault, world: World): Ask['reads'] {
  if (fault.kind === 'empty-read') return 'empty'
  return fault.kind === 'stale-read' ? { asOf: world.faults.oldRowsOf(fault) } : 'usual'
}

function log(visit: Visit, outcome: Pick<Call, 'status' | 'applied' | 'fault'>, answer?: Answer): void {
  const { world, method, url, body, caller } = visit
  world.calls.add({
    at: world.now().toISOString(),
    method,
    path: url.pathname,
    ...caller,
    ...outcome,
    ...(body !== '' && { request: keepable(url.pathname, body) }),
    ...(typeof answer?.body === 'string' && { answer: keepable(url.pathname, answer.body) }),
  })
}

/** Tokens must not stand in the log, and the body of /refresh is nothing else. */
function keepable(path: string, body: string): string {
  return /^\/refresh\/?$/i.test(path) ? '"***"' : withoutSecrets(body)
}
