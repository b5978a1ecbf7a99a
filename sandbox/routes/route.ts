import type { Answer } from '../answers.ts'
import type { Session } from '../sessions.ts'
import type { World } from '../world.ts'

type Params = Readonly<Record<string, string>>

export type Ask = {
  readonly world: World
  readonly params: Params
  readonly query: URLSearchParams
  /** The body as JSON; throws BadBody when it is none. */
  readonly body: () => unknown
  /** What a fault makes of reads in this call. */
  readonly reads:
    | 'usual'
    | 'empty'
    | { readonly asOf: (company: number, entity: string) => readonly StoredRows[number][] }
}

type StoredRows = ReturnType<World['books']['all']>

export type SignedInAsk = Ask & { readonly session: Session }

type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Paths are written as in the vendor's document, so that a test can compare the two. */
export type Route =
  | { readonly verb: Verb; readonly path: string; readonly open: true; readonly answer: (ask: Ask) => Answer }
  | { readonly verb: Verb; readonly path: string; readonly open?: false; readonly answer: (ask: SignedInAsk) => Answer }

/** Matches without case, as the routing of the real server does. */
export function createMatcher(routes: readonly Route[]): (verb: string, path: string) => RouteMatch | undefined {
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route.path), names: namesIn(route.path) }))
  return (verb, path) => {
    for (const { route, pattern, names } of patterns) {
      const found = route.verb === verb ? pattern.exec(path) : null
      if (found === null) continue
      return {
        route,
        params: Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1] ?? '')])),
      }
    }
    return undefined
  }
}

export type RouteMatch = { readonly route: Route; readonly params: Params }

/** A broken escape sequence is taken as it stands. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '([^/&]+)')}/?$`, 'i')
}
