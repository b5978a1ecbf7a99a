import type { Sentence } from './i18n/sentence.ts'

/** The five things that can be wrong with a request and that its sender can put right; `problem.ts` gives their HTTP status. */
export type AppErrorCode = 'invalid' | 'not-found' | 'conflict' | 'forbidden' | 'signed-out'

/** What is wrong with one field. `path` is the JSON path inside the body or query, e.g. `tags.0`. */
export type FieldFault = { readonly path: string; readonly sentence: Sentence }

export type AppErrorDetails = {
  fields?: readonly FieldFault[]
  /** Both versions of a record after a lost update, shown side by side. */
  versions?: { yours: unknown; current: unknown }
  cause?: unknown
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  readonly sentence: Sentence
  readonly fields: readonly FieldFault[]
  readonly versions: AppErrorDetails['versions']

  constructor(code: AppErrorCode, sentence: Sentence, details: AppErrorDetails = {}) {
    super(
      `${sentence.key} ${JSON.stringify(sentence.values)}`,
      details.cause === undefined ? {} : { cause: details.cause },
    )
    this.code = code
    this.sentence = sentence
    this.fields = details.fields ?? []
    this.versions = details.versions
  }
}
