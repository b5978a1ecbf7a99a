// What a fault does to a call. Over HTTP the server turns a LineFault into a cut socket; in process it looks like what
// fetch throws, so that a client cannot tell the two apart.
import { type Answer, json, nothing, words } from './answers.ts'
import { errorCodes, errorLabel, findErrorCode } from './error-codes.ts'
import type { Fault, FaultKind } from './faults.ts'

type LineCode = 'ECONNREFUSED' | 'ECONNRESET' | 'EOF'

/** The line failed. `ECONNREFUSED`: nothing was sent; `ECONNRESET`: it was cut; `EOF`: our side of it was closed. */
export class LineFault extends TypeError {
  override readonly name = 'TypeError'
  readonly code: LineCode

  constructor(code: LineCode) {
    super('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) })
    this.code = code
  }
}

const appliedKinds: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'drop-after',
  'hang-after',
  'status-after',
  'wrong-shape',
  'no-content',
  'pdf',
  'cut-json',
  'cut-line',
  'half-close',
  'revoke-token',
  'null-company',
  'empty-read',
  'stale-read',
  'applied-twice',
  'half-written',
])

/** Whether the call is carried out although its answer suffers. */
export function isCarriedOut(kind: FaultKind): boolean {
  return appliedKinds.has(kind)
}

/** Applied after its `ms`, whatever happened to the session meanwhile. */
export function isLate(kind: FaultKind): boolean {
  return kind === 'apply-late' || kind === 'hang-late'
}

export function hangs(kind: FaultKind): boolean {
  return kind === 'hang-before' || kind === 'hang-after' || kind === 'hang-late'
}

export function isAnswered(kind: FaultKind): boolean {
  return kind !== 'drop-after' && kind !== 'half-written' && !isLate(kind) && !hangs(kind)
}

/** A body of many rows with only the first of them: what was written when the server stopped in the middle. */
export function firstRows(body: string, count: number): string {
  const sent: unknown = JSON.parse(body)
  if (Array.isArray(sent)) return JSON.stringify(sent.slice(0, count))
  const entries = Object.entries(sent ?? {})
  return JSON.stringify(
    Object.fromEntries(
      entries.map(([name, value]) => [
        name,
        /^details$/i.test(name) && Array.isArray(value) ? value.slice(0, count) : value,
      ]),
    ),
  )
}

/** The answer that leaves instead of the true one, or undefined when the fault does not touch it. */
export function spoiled(fault: Fault, answer: Answer | undefined, isPosting: boolean): Answer | undefined {
  switch (fault.kind) {
    case 'status-before':
    case 'status-after':
      return { ...words('Service trouble', fault.status ?? 503), headers: retryAfter(fault.status ?? 503) }
    case 'html':
      return { status: 200, type: 'text/html; charset=utf-8', body: '<html><body><h1>Maintenance</h1></body></html>' }
    case 'text':
      return words('ArgumentMissing')
    case 'error-string':
      return json('ServerIsBusy')
    case 'err':
      return refusalOf(fault.err ?? errorCodes.ServerIsBusy[0], isPosting)
    case 'redirect':
      return { status: 302, headers: { location: '/maintenance' } }
    case 'wrong-shape':
      return json(isListAnswer(answer) ? { value: [] } : [1, 2, 3])
    case 'no-content':
      return nothing()
    case 'pdf':
      return { status: 200, type: 'application/pdf', body: '%PDF-1.4\n%%EOF\n' }
    case 'cut-json':
      return { ...json(null), body: halfOf(answer) }
    case 'null-company':
      return json(null)
    default:
      return answer
  }
}

/** As a posting tells a code, and as the other calls do. */
function refusalOf(err: number, isPosting: boolean): Answer {
  if (isPosting) return json({ InvoiceNumber: 0, JournalPostedlId: 0, Err: err })
  const code = findErrorCode(String(err))
  return json(code === undefined ? `Error ${err}` : errorLabel(code, 'english'), 400)
}

function retryAfter(status: number): Record<string, string> {
  return status === 429 || status === 503 ? { 'retry-after': '1' } : {}
}

function isListAnswer(answer: Answer | undefined): boolean {
  return typeof answer?.body === 'string' && answer.body.startsWith('[')
}

function halfOf(answer: Answer | undefined): string {
  const whole =
    typeof answer?.body === 'string' && answer.body.length > 1 ? answer.body : '{"Account":"1000","Name":"x"}'
  return whole.slice(0, Math.ceil(whole.length / 2))
}

/** A response whose length promises more than comes: its body breaks off in the middle. */
export function brokenResponse(answer: Answer, kind: 'cut-line' | 'half-close'): Response {
  const half = new TextEncoder().encode(halfOf(answer))
  const parts = [half]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.pop()
      if (part !== undefined) controller.enqueue(part)
      else controller.error(new LineFault(kind === 'cut-line' ? 'ECONNRESET' : 'EOF'))
    },
  })
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(half.length * 2) }
  return new Response(body, { status: answer.status === 204 ? 200 : answer.status, headers })
}
