// The one way to the server. Faults come back as RFC 9457 problems and are thrown as ApiProblem.
import { z } from 'zod'

export type FieldProblem = { path: string; message: string }

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly fields: readonly FieldProblem[]
  /** Both versions of a record after a lost update. */
  readonly yours: unknown
  readonly current: unknown

  constructor(
    status: number,
    detail: string,
    more: { fields?: readonly FieldProblem[]; yours?: unknown; current?: unknown } = {},
  ) {
    super(detail)
    this.status = status
    this.fields = more.fields ?? []
    this.yours = more.yours
    this.current = more.current
  }
}

const Problem = z.object({
  status: z.number(),
  detail: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  yours: z.unknown().optional(),
  current: z.unknown().optional(),
})

/** Turns the JSON of a problem into the error that screens show. Whoever answers without one, a gateway perhaps, is not Akkord. */
export function toProblem(body: unknown): ApiProblem {
  const problem = Problem.safeParse(body)
  if (!problem.success) return new ApiProblem(0, '')
  const { status, detail, fields, yours, current } = problem.data
  return new ApiProblem(status, detail, { ...(fields ? { fields } : {}), yours, current })
}

/** Status 0: the server was not reached. */
function ask(method: string, path: string, body?: unknown, accept = 'application/json'): Promise<Response> {
  return fetch(path.startsWith('/api/') ? path : `/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    headers: { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(notReached)
}

function notReached(cause: unknown): never {
  throw Object.assign(new ApiProblem(0, ''), { cause })
}

async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  return answerOf(await ask(method, path, body))
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(notReached)
  const json: unknown = text === '' ? undefined : parse(text)
  if (!response.ok) {
    // Whoever is shown the page looks whether the session has ended; that question itself asks no further one.
    if (response.status === 401 && !response.url.endsWith('/me')) window.dispatchEvent(new Event('akkord:signed-out'))
    throw toProblem(json)
  }
  return json
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Shape<T> = { parse(value: unknown): T }

export const get = async <T>(path: string, shape: Shape<T>): Promise<T> => shape.parse(await send('GET', path))
export const post = async <T = void>(path: string, body: unknown, shape?: Shape<T>): Promise<T> => {
  const answer = await send('POST', path, body)
  return shape ? shape.parse(answer) : (undefined as T)
}
export const put = async <T = void>(path: string, body: unknown, shape?: Shape<T>): Promise<T> => {
  const answer = await send('PUT', path, body)
  return shape ? shape.parse(answer) : (undefined as T)
}
export const del = async <T = void>(path: string, shape?: Shape<T>): Promise<T> => {
  const answer = await send('DELETE', path)
  return shape ? shape.parse(answer) : (undefined as T)
}

/** Stores a file; the body is its bytes. */
export async function postFile<T>(path: string, file: File, shape: Shape<T>): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': file.type },
    body: file,
  }).catch(notReached)
  return shape.parse(await answerOf(response))
}

/** Saves something that takes a while: hands over each line of the answer, one JSON object a line, as it comes. */
export async function sendForLines(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  onLine: (line: unknown) => void,
): Promise<void> {
  const response = await ask(method, path, body, 'application/x-ndjson')
  if (!response.ok || !response.body) {
    await answerOf(response)
    return
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read().catch(notReached)
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line.trim()) onLine(parse(line))
    if (done) return
  }
}

/** A query string of what is set; lists become repeated parameters. */
export function queryOf(
  values: Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}
