// One HTTP call: sent, timed, classified and recorded. The only place that sees status codes, and it never reads error text
// to decide: texts are labels in the language of the user.
import { fileTypeOf } from '../files/stored-file.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Exchange } from '../sync/log-entry.ts'
import { errorCodeNames, isBusyCode, isTroubleCode } from './error-codes.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

/** The network as an argument; production gives the global fetch. */
export type Fetch = (request: Request) => Promise<Response>

export type Wire = {
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly now: Clock
  /** How long one call may take; the vendor's own programs have no limit, and calls were seen to hang for half an hour. */
  readonly timeoutMs: number
}

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  token?: string
  /** Whether it may change something there: then a lost answer is "unclear", else only "unreachable". */
  writes: boolean
  /** Shorter than usual. */
  timeoutMs?: number
  /** A bare number may be that of what was made, and not a code: it says neither yes nor no. */
  givesNumber?: boolean
  /** The answer may be a file, whose bytes are then the value. */
  isDocument?: boolean
  /** Sign-in and sign-out say these: their bodies are left out of the record of the exchange. */
  secrets?: readonly string[]
}

/** What came back, not yet trusted: a JSON value, or `undefined` for an empty body. */
export type Answer = { status: number; value: unknown }

/** A refusal that was understood. `reason` is for people only; `code` is set when a code and not a label was sent. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly reason: string
  readonly code: string | undefined
  constructor(reason: string, code?: string) {
    super(reason)
    this.reason = reason
    this.code = code
  }
}

/** The token is not, or no longer, valid. Nothing was applied. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
}

const keptSigns = 2_048
const longestAnswerBytes = 64 * 1_048_576

/** Node's codes for "the connection was never made, so nothing was sent" (undici, the resolver and TLS). */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** These may also end a line on which a call is already out; only while connecting they prove that nothing was sent. */
const neverSentWhileConnecting = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])

/** @throws SyncFailure by kind, Refused for a business refusal, TokenRefused for 401. */
export async function call(wire: Wire, request: Call, exchange: Exchange[]): Promise<Answer> {
  const startedAt = wire.now()
  const body = request.body === undefined ? null : JSON.stringify(request.body)
  const record: Exchange = {
    at: startedAt.toISOString(),
    method: request.method,
    path: struckOut(request, request.path),
    request: request.secrets ? '(not kept)' : body && keepable(body),
    status: null,
    answer: null,
    fault: null,
    ms: 0,
  }
  exchange.push(record)
  try {
    const bytes = await withinTime(request.timeoutMs ?? wire.timeoutMs, async (signal) => {
      const response = await wire.fetch(toRequest(wire, request, body, signal))
      record.status = response.status
      return readBytes(response)
    })
    if (request.isDocument && record.status === 200 && fileTypeOf(bytes) !== undefined) {
      record.answer = `(a file of ${bytes.byteLength} bytes)`
      return { status: 200, value: bytes }
    }
    const text = bytes.toString('utf8')
    record.answer = request.secrets ? '(not kept)' : keepable(struckOut(request, text))
    return judge(request, record.status ?? 0, text)
  } catch (error) {
    if (error instanceof SyncFailure || error instanceof Refused || error instanceof TokenRefused) throw error
    record.fault = struckOut(request, faultOf(error))
    throw networkFailure(wire, request, record.status, error)
  } finally {
    record.ms = wire.now().getTime() - startedAt.getTime()
  }
}

function toRequest(wire: Wire, request: Call, body: string | null, signal: AbortSignal): Request {
  return new Request(`${wire.baseUrl}${request.path}`, {
    method: request.method,
    redirect: 'manual',
    body,
    signal,
    headers: {
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(request.token ? { authorization: `Bearer ${request.token}` } : {}),
    },
  })
}

/**
 * Ends the wait by a timer of our own. A signal alone does not: a Request holds it weakly, and once both are collected while
 * the call hangs, nothing ends it any more (seen with Node 20.20 on 24 Nov 2026).
 */
async function withinTime<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const reason = new DOMException('No answer came in time.', 'TimeoutError')
      controller.abort(reason)
      reject(reason)
    }, timeoutMs)
  })
  try {
    return await Promise.race([work(controller.signal), over])
  } finally {
    clearTimeout(timer)
  }
}

async function readBytes(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > longestAnswerBytes) throw new Error('The answer is larger than 64 MB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What the database can store: no NUL, and no half of a sign that the cut went through. */
function keepable(text: string): string {
  return text.slice(0, keptSigns).replaceAll('\0', '\uFFFD').toWellFormed()
}

function judge(request: Call, status: number, text: string): Answer {
  if (status === 401) throw new TokenRefused('401')
  if (status === 429) throw new SyncFailure('busy', say('uniconta.busy'))
  if (status === 503) throw new SyncFailure('unreachable', say('uniconta.serverTrouble', { status }))
  if (status >= 500 || status === 408) throw doubt(request, say('uniconta.serverTrouble', { status }))
  if (status >= 300 && status < 400) throw doubt(request, say('uniconta.notData', { what: 'a redirection' }))
  const value = parse(text)
  const said = value === notJson ? text.trim() : value
  if (request.givesNumber && status < 300 && /^\d+$/.test(String(said)))
    throw doubt(request, say('uniconta.notData', { what: 'a number' }))
  const code = codeIn(said)
  if (isBusyCode(code)) throw new SyncFailure('busy', say('uniconta.busy'))
  if (code === 'UserNotLoggedIn') throw new TokenRefused(code)
  if (isTroubleCode(code)) throw doubt(request, say('uniconta.serverTrouble', { status: code }))
  if (status === 403) throw new Refused(reasonIn(request, value, text) || 'status 403', code ?? 'NoRights')
  if (status >= 400) throw new Refused(reasonIn(request, value, text) || `status ${status}`, code)
  if (value === notJson) {
    if (code) throw new Refused(code, code)
    // A bill as XML, for one.
    if (request.isDocument) return { status, value: Buffer.from(text) }
    throw doubt(
      request,
      say('uniconta.notData', { what: /^\s*</.test(text) ? 'a web page' : text.startsWith('%PDF') ? 'a PDF' : 'text' }),
    )
  }
  if (code && !/^succ?es+$/i.test(code)) throw new Refused(code, code)
  // A label in the user's language or a number that the list of 2018 lacks: whoever wrote looks what became of it.
  if (request.writes && !code && (typeof value === 'string' || typeof value === 'number'))
    throw new Refused(reasonIn(request, value, text))
  return { status, value: code ? undefined : value }
}

/** For a read it only means that nothing was learned; for a write it is not known whether it was done. */
function doubt(request: Call, sentence: ReturnType<typeof say>, cause?: unknown): SyncFailure {
  return request.writes
    ? new SyncFailure('unclear', say('uniconta.uncertain'), { cause: cause ?? new Error(JSON.stringify(sentence)) })
    : new SyncFailure('unreachable', sentence, { cause })
}

function networkFailure(wire: Wire, request: Call, status: number | null, error: unknown): SyncFailure {
  const host = new URL(wire.baseUrl).host
  if (wasNeverSent(error))
    return new SyncFailure('unreachable', say('uniconta.unreachable', { host }), { cause: error })
  if (error instanceof Error && error.name === 'TimeoutError')
    return doubt(
      request,
      say('uniconta.noAnswer', { seconds: Math.round((request.timeoutMs ?? wire.timeoutMs) / 1_000) }),
      error,
    )
  return doubt(request, status === null ? say('uniconta.unreachable', { host }) : say('uniconta.brokenAnswer'), error)
}

function wasNeverSent(error: unknown): boolean {
  const { code, syscall } = causeOf(error)
  return neverSent.has(code) || (neverSentWhileConnecting.has(code) && syscall === 'connect')
}

function causeOf(error: unknown): { code: string; syscall: string } {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const nested = cause instanceof AggregateError ? cause.errors[0] : cause
  const { code = '', syscall = '' } = (nested ?? {}) as { code?: unknown; syscall?: unknown }
  return { code: String(code), syscall: String(syscall) }
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return [error.name, causeOf(error).code, error.message].filter(Boolean).join(' ').slice(0, 300)
}

const notJson = Symbol('not JSON')

function parse(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return notJson
  }
}

/** The bare name or number of an error code, never a label. */
function codeIn(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return errorCodeNames.byNumber[value]
  return typeof value === 'string' && errorCodeNames.all.has(value) ? value : undefined
}

/** What a refusal says, for people. A page that answers a sign-in may show the password in any spelling, so only words are read. */
export function reasonIn(request: Call, value: unknown, raw: string): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : request.secrets ? '' : raw
  return keepable(struckOut(request, text))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .toWellFormed()
}

/** An answer may tell the request back, as pages of proxies do: what proves who we are is not kept with it. */
function struckOut({ token, secrets = [] }: Call, text: string): string {
  return [token, ...secrets].reduce<string>((left, secret) => (secret ? left.replaceAll(secret, '***') : left), text)
}
