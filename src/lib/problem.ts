// RFC 9457: what the sender of a request is told of a fault.
import { z } from 'zod'
import { isDatabaseAway, referredRowIsGone } from './database-away.ts'
import { AppError, type AppErrorCode } from './errors.ts'
import { httpTexts } from './http-texts.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from './i18n/sentence.ts'
import { newId } from './ids.ts'
import type { Log } from './log.ts'

const say = sayFrom(httpTexts)

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    yours: z.unknown().optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })

const statusOf: Record<AppErrorCode, 400 | 401 | 403 | 404 | 409> = {
  invalid: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
}

const titles = {
  400: 'Not understood',
  401: 'Signed out',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong content type',
  429: 'Too many tries',
  500: 'Our fault',
  503: 'Not ready',
} as const

type ProblemStatus = keyof typeof titles

/** A refusal that no AppError says: it has its own status, and headers such as Retry-After. */
export class HttpRefusal extends Error {
  readonly status: 413 | 415 | 429 | 503
  readonly sentence: Sentence
  readonly headers: Readonly<Record<string, string>>
  constructor(status: HttpRefusal['status'], sentence: Sentence, headers: Readonly<Record<string, string>> = {}) {
    super(sentence.key)
    this.status = status
    this.sentence = sentence
    this.headers = headers
  }
}

/** Any fault as the problem its sender gets. What is not foreseen is logged under an id that the answer names. */
export function problemOf(
  { phrase, log }: { phrase: Phrasebook; log: Log },
  error: unknown,
  language: Language,
  facts: object,
): z.infer<typeof Problem> & { status: ProblemStatus } {
  const problem = (status: ProblemStatus, sentence: Sentence, more: object = {}) => ({
    type: 'about:blank',
    title: titles[status],
    status,
    detail: phrase(sentence, language),
    ...more,
  })
  if (error instanceof AppError) {
    const fields = error.fields.map((fault) => ({ path: fault.path, message: phrase(fault.sentence, language) }))
    return problem(statusOf[error.code], error.sentence, {
      ...(fields.length > 0 ? { fields } : {}),
      ...(error.versions ?? {}),
    })
  }
  if (error instanceof HttpRefusal) return problem(error.status, error.sentence)
  if (referredRowIsGone(error)) return problem(409, say('http.goneMeanwhile'))
  if (isDatabaseAway(error)) {
    log.warn({ err: error, ...facts }, 'the database did not answer a request')
    return problem(503, say('http.busy'))
  }
  const id = newId()
  log.error({ err: error, id, ...facts }, 'a request failed')
  return problem(500, say('http.fault', { id }))
}
