import { AppError } from '../lib/errors.ts'
import { type Actor, type Api, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

type Access = Pick<Api, 'mayDo'>

/** Whether it is the person himself. An API key is nobody's. */
export function isSelf(actor: Actor, userId: string): boolean {
  return actor.kind === 'user' && actor.id === userId
}

/** The person asked for, or the one who asks. @throws invalid when an API key names nobody. */
export function personOf(actor: Actor, userId: string | undefined, path = 'userId'): string {
  if (userId !== undefined) return userId
  if (actor.kind === 'user') return actor.id
  throw invalid([{ path, sentence: say('hours.userNeeded') }])
}

/** Those whose hours may be seen: undefined for everybody's. */
export function onlyOwn(api: Access, actor: Actor): string | undefined {
  return api.mayDo(actor, "view everybody's hours") ? undefined : actor.id
}

/** @throws forbidden */
export function mustSee(api: Access, actor: Actor, userId: string): void {
  if (isSelf(actor, userId) || api.mayDo(actor, "view everybody's hours")) return
  throw new AppError('forbidden', say('hours.notYours'))
}

export function mayChange(api: Access, actor: Actor, userId: string): boolean {
  return isSelf(actor, userId) || api.mayDo(actor, "change everybody's hours")
}

/** @throws forbidden */
export function mustChange(api: Access, actor: Actor, userId: string): void {
  if (!mayChange(api, actor, userId)) throw new AppError('forbidden', say('hours.notYoursToChange'))
}
