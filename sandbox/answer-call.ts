// From a request to an answer, as if nothing ever went wrong on the way: routing, token, refusals.
import { type Answer, json, lastErrorText, nothing, refused, words } from './answers.ts'
import { findEntity } from './entities/entities.ts'
import { BadBody, Refusal } from './error-codes.ts'
import { companyRoutes } from './routes/company-routes.ts'
import { crudRoutes } from './routes/crud-routes.ts'
import { invoiceRoutes } from './routes/invoice-routes.ts'
import { loginRoutes } from './routes/login-routes.ts'
import { queryRoutes } from './routes/query-routes.ts'
import { type Ask, createMatcher, type Route } from './routes/route.ts'
import type { Session } from './sessions.ts'
import { mannersOf, type World } from './world.ts'

/** Every route outside /sandbox. */
export const routes: readonly Route[] = [
  ...loginRoutes,
  ...companyRoutes,
  ...queryRoutes,
  ...crudRoutes,
  ...invoiceRoutes,
]

const match = createMatcher(routes)

export type Incoming = {
  readonly method: string
  readonly url: URL
  readonly body: string
  readonly session: Session | undefined
}

export function answerCall(world: World, incoming: Incoming, reads: Ask['reads']): Answer {
  const found = match(incoming.method, incoming.url.pathname)
  if (found === undefined) return nothing(404)
  const { route, params } = found
  const ask: Ask = { world, params, query: incoming.url.searchParams, body: () => parse(incoming.body), reads }
  const { session } = incoming
  try {
    if (route.open) return route.answer(ask)
    return session === undefined ? nothing(401) : route.answer({ ...ask, session })
  } catch (error) {
    return answerToError(world, session, error)
  }
}

function answerToError(world: World, session: Session | undefined, error: unknown): Answer {
  if (error instanceof BadBody) return words(error.message, 400)
  if (!(error instanceof Refusal)) throw error
  if (session === undefined) return json(error.code, 400)
  const manners = mannersOf(world, session)
  world.lastErrors.set(`${session.company}/${error.code}`, lastErrorText(error, manners))
  return refused(error, manners)
}

/** The entity a path speaks of, for matching faults and for the log; `DebtorClientUser` is `DebtorClient`. */
export function entityIn(method: string, path: string): string | undefined {
  const { params = {} } = match(method, path) ?? {}
  const name =
    params.entityName ??
    params.masterName ??
    params.entityType ??
    params.tableName ??
    (path.toLowerCase().startsWith('/invoice/') ? 'DebtorInvoiceClient' : undefined)
  return name && (findEntity(name)?.name ?? findEntity(name.replace(/user$/i, ''))?.name ?? name)
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new BadBody('The body is not JSON.', { cause })
  }
}
