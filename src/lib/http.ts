// Every route goes through `endpoint`: it names its permission, checks its input once, and answers faults as RFC 9457 problems.
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import * as zod from 'zod'
import { AppError, type FieldFault } from './errors.ts'
import { fieldSentence } from './field-sentence.ts'
import { httpTexts } from './http-texts.ts'
import { type Language, type Phrasebook, sayFrom } from './i18n/sentence.ts'
import type { Log } from './log.ts'
import { HttpRefusal, Problem, problemOf } from './problem.ts'

const say = sayFrom(httpTexts)

/** Who does something: stands in the audit trail under this name. */
export type Actor = {
  readonly kind: 'user' | 'api-key' | 'system'
  readonly id: string
  readonly name: string
  readonly role: string
}

export type ApiEnv = { Variables: { actor: Actor | null; language: Language; clientAddress: string } }
export type Api = {
  readonly hono: OpenAPIHono<ApiEnv>
  readonly mayDo: (actor: Actor, permission: string) => boolean
  readonly phrase: Phrasebook
  readonly log: Log
  /** In tests every answer is checked against its schema. */
  readonly checkAnswers: boolean
}

export const bodyLimitBytes = 1_048_576

/** A body that is the bytes of a file, and how many there may be. */
export type Upload = { readonly types: readonly string[]; readonly limitBytes: number }

type Shape = z.ZodType
type Out<S> = S extends Shape ? zod.output<S> : undefined

export type EndpointSpec<P, Q, B, A> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI style, below /api/v1: '/customers/{id}'. */
  path: string
  /** A permission of the table, 'signed-in' for everybody with a session, 'public' for nobody's. */
  permission: string
  tag: string
  summary: string
  params?: P
  query?: Q
  body?: B
  /** Instead of `body`: the bytes of a file. */
  upload?: Upload
  answer: A
  /** Instead of an answer of JSON: the handler's Response has one of these media types. */
  file?: readonly string[]
  status?: 200 | 201 | 202 | 204
}

export type EndpointInput<P, Q, B> = {
  params: Out<P>
  query: Out<Q>
  body: Out<B>
  /** What a route with `upload` was sent; else empty. */
  bytes: Uint8Array
  actor: Actor
  language: Language
  context: Context<ApiEnv>
}

/** A body that is not in the table of answers: streams and files. */
export type RawAnswer = Response

export function endpoint<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  A extends Shape | null = null,
>(
  api: Api,
  spec: EndpointSpec<P, Q, B, A>,
  handle: (input: EndpointInput<P, Q, B>) => Promise<(A extends Shape ? zod.input<A> : unknown) | RawAnswer>,
): void {
  const status = spec.status ?? 200
  api.hono.openAPIRegistry.registerPath(
    createRoute({
      method: spec.method,
      path: `/api/v1${spec.path}`,
      tags: [spec.tag],
      summary: spec.summary,
      description: `Permission: ${spec.permission}.`,
      'x-permission': spec.permission,
      ...(spec.permission === 'public' ? { security: [] } : {}),
      request: {
        ...(spec.params ? { params: spec.params as never } : {}),
        ...(spec.query ? { query: spec.query as never } : {}),
        ...(spec.body ? { body: { required: true, content: { 'application/json': { schema: spec.body } } } } : {}),
        ...(spec.upload ? { body: { required: true, content: filesOf(spec.upload.types) } } : {}),
      },
      responses: {
        [status]: spec.answer
          ? { description: 'Done', content: { 'application/json': { schema: spec.answer } } }
          : { description: 'Done', ...(spec.file ? { content: filesOf(spec.file) } : {}) },
        default: { description: 'Problem', content: { 'application/problem+json': { schema: Problem } } },
      },
    }),
  )
  const path = `/api/v1${spec.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
  api.hono.on(spec.method.toUpperCase(), path, permit(api, spec.permission), async (c) => {
    const language = c.var.language
    const input = {
      params: check(spec.params, c.req.param()),
      query: check(spec.query, queryOf(c)),
      body: spec.body ? check(spec.body, await readJson(c)) : undefined,
      bytes: spec.upload ? await readUpload(c, spec.upload) : new Uint8Array(),
      actor: c.var.actor ?? nobody,
      language,
      context: c,
    } as EndpointInput<P, Q, B>
    const answer = await handle(input)
    if (answer instanceof Response) return answer
    if (!spec.answer) return c.body(null, 204)
    const sent = api.checkAnswers ? spec.answer.parse(answer) : answer
    return c.json(sent as object, status === 204 ? 200 : status)
  })
}

const filesOf = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]))

const nobody: Actor = { kind: 'system', id: 'nobody', name: 'Nobody', role: 'none' }

/** Refuses before anything of the request is read. */
function permit(api: Api, permission: string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (permission === 'public') return next()
    const actor = c.var.actor
    if (!actor) throw new AppError('signed-out', say('http.signedOut'))
    if (permission !== 'signed-in' && !api.mayDo(actor, permission))
      throw new AppError('forbidden', say('http.forbidden', { permission }))
    return next()
  }
}

/** Repeated query parameters become lists: ?tag=a&tag=b. */
function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] as string) : values,
    ]),
  )
}

async function readJson(c: Context): Promise<unknown> {
  if (mediaTypeOf(c) !== 'application/json') throw new HttpRefusal(415, say('http.notJson'))
  const bytes = await readBytes(c, bodyLimitBytes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('invalid', say('http.notJson'), { cause })
  }
}

async function readUpload(c: Context, upload: Upload): Promise<Uint8Array> {
  if (!upload.types.includes(mediaTypeOf(c)))
    throw new HttpRefusal(415, say('http.notTaken', { types: upload.types.join(', ') }))
  return readBytes(c, upload.limitBytes)
}

export const mediaTypeOf = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

async function readBytes(c: Context, limitBytes: number): Promise<Buffer> {
  // The rest is not read, so the line ends with the answer: a client that used it again would find it cut.
  const limit = `${limitBytes / 1_048_576} MB`
  const tooLarge = () => new HttpRefusal(413, say('http.tooLarge', { limit }), { connection: 'close' })
  if (Number(c.req.header('content-length') ?? 0) > limitBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function check<S extends Shape | undefined>(schema: S, value: unknown): Out<S> {
  if (!schema) return undefined as Out<S>
  const unstorable = unstorableIn(value)
  if (unstorable.length > 0) throw invalid(unstorable)
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data as Out<S>
  throw invalid(parsed.error.issues.flatMap((issue) => faultsOf(issue, [])))
}

type Issue = zod.core.$ZodIssue

function faultsOf(issue: Issue, above: readonly PropertyKey[]): FieldFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return likeliest(issue.errors).flatMap((inner) => faultsOf(inner, path))
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
  return paths.map((at) => ({ path: at.join('.'), sentence: fieldSentence(issue) }))
}

/**
 * What a union says of itself helps nobody: what is wrong is said by the member that its word chooses, else by the first one of
 * the right type.
 */
function likeliest(members: readonly (readonly Issue[])[]): readonly Issue[] {
  const isOfType = (issues: readonly Issue[]) =>
    !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0)
  const isNamed = (issues: readonly Issue[]) => isOfType(issues) && !issues.some(({ code }) => code === 'invalid_value')
  return members.find(isNamed) ?? members.find(isOfType) ?? members[0] ?? []
}

/** The checked body of a route that `endpoint` does not make. */
export async function readBody<S extends Shape>(c: Context<ApiEnv>, schema: S): Promise<zod.output<S>> {
  return check(schema, await readJson(c)) as zod.output<S>
}

export function invalid(fields: readonly FieldFault[]): AppError {
  return new AppError('invalid', say('http.invalid', { count: fields.length }), { fields })
}

/** PostgreSQL text cannot hold NUL, and half a surrogate pair is no UTF-8. Without recursion: JSON may nest half a million deep. */
function unstorableIn(value: unknown): FieldFault[] {
  const faults: FieldFault[] = []
  const open: { part: unknown; path: string }[] = [{ part: value, path: '' }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, path } = next
    if (typeof part === 'string') {
      if (part.includes('\0') || !part.isWellFormed()) faults.push({ path, sentence: say('http.badCharacter') })
    } else if (part !== null && typeof part === 'object') {
      for (const [key, inner] of Object.entries(part))
        open.push({ part: inner, path: path === '' ? key : `${path}.${key}` })
    }
  }
  return faults.toReversed()
}

/** The app without routes: one problem+json answer for every fault. */
export function createApi(options: Omit<Api, 'hono'>): Api {
  const hono = new OpenAPIHono<ApiEnv>()
  const answer = (c: Context<ApiEnv>, error: unknown) => {
    const problem = problemOf(options, error, c.var.language, { path: c.req.path, method: c.req.method })
    const headers = error instanceof HttpRefusal ? error.headers : {}
    return c.body(JSON.stringify(problem), problem.status, {
      ...headers,
      'content-type': 'application/problem+json',
    })
  }
  hono.onError((error, c) => answer(c, error))
  hono.notFound((c) =>
    answer(c as Context<ApiEnv>, new AppError('not-found', say('http.noSuchPage', { path: c.req.path }))),
  )
  return { hono, ...options }
}

/** The list answer of every noun: the page and the size of the whole filtered set. */
export function pageOf<T extends Shape>(item: T) {
  return zod.object({
    items: zod.array(item),
    total: zod.number().int(),
    page: zod.number().int(),
    size: zod.number().int(),
  })
}

/** Query parameters that every list takes. */
export const listQuery = {
  page: zod.coerce.number().int().min(1).max(100_000).default(1),
  size: zod.coerce.number().int().min(1).max(200).default(50),
  search: zod.string().trim().max(200).optional(),
}
