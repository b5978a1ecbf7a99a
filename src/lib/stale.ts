import { AppError } from './errors.ts'
import { httpTexts } from './http-texts.ts'
import { sayFrom } from './i18n/sentence.ts'

const say = sayFrom(httpTexts)

export function notFound(what: string, id: string): AppError {
  return new AppError('not-found', say('record.notFound', { what, id }))
}

type Versioned = { readonly version: number; readonly [field: string]: unknown }

/** Refuses to overwrite what somebody else saved meanwhile; the answer carries both versions. */
export function mustBeCurrent(what: string, yours: Versioned, current: Versioned): void {
  if (yours.version === current.version) return
  throw new AppError('conflict', say('record.changedMeanwhile', { what }), { versions: { yours, current } })
}
