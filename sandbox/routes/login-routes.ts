// Signing in and out. A refused login is a 200 with the name of an error code as a JSON string.
import { type Answer, json, nothing } from '../answers.ts'
import type { ErrorCodeName } from '../error-codes.ts'
import { propertyOf } from '../rows.ts'
import type { User } from '../users.ts'
import type { World } from '../world.ts'
import type { Route } from './route.ts'

type LoginRequest = { companyText: string | undefined; loginId: string; password: string; apiKey: string }

export const loginRoutes: readonly Route[] = [
  { verb: 'POST', path: '/login', open: true, answer: ({ world, body }) => login(world, body()) },
  {
    verb: 'POST',
    path: '/refresh',
    open: true,
    answer({ world, body }) {
      const sent = body()
      const tokens =
        typeof sent === 'string' ? world.sessions.refresh(sent, world.switches.refreshKeepsCompany) : undefined
      return tokens === undefined ? json('UserNotLoggedIn', 401) : json(tokens)
    },
  },
  {
    verb: 'POST',
    path: '/Logout',
    open: true,
    answer({ world, query }) {
      world.sessions.endByRefreshToken(query.get('refreshToken') ?? '')
      return nothing(200)
    },
  },
]

/** Who tries to sign in, for the log and the budget: a login is a call of its user, also a refused one. */
export function loginIdOf(path: string, body: string): string | undefined {
  if (!/^\/login\/?$/i.test(path)) return undefined
  try {
    return readLogin(JSON.parse(body)).loginId
  } catch {
    return undefined
  }
}

function login(world: World, body: unknown): Answer {
  const request = readLogin(body)
  const user = world.users.find(({ loginId }) => loginId === request.loginId)
  if (user === undefined || user.password !== request.password) return wrongPassword(world)
  const company = companyOf(world, user, request)
  const refusal = whyRefused(world, user, request, company)
  if (refusal !== undefined) return json(refusal)
  if (user.isServerUser && world.switches.secondLogin === 'ends-first') {
    world.sessions.endAll(user.loginId)
  }
  return json(world.sessions.open(user, company as number))
}

/** `00<CompanyId>/<LoginId>` names the company, a plain login id does not. Both parts are case sensitive. */
function readLogin(body: unknown): LoginRequest {
  const name = String(propertyOf(body, 'Username') ?? '')
  const slash = name.indexOf('/')
  return {
    companyText: slash < 0 ? undefined : name.slice(0, slash),
    loginId: name.slice(slash + 1),
    password: String(propertyOf(body, 'Password') ?? ''),
    apiKey: String(propertyOf(body, 'apiKey') ?? ''),
  }
}

function companyOf(world: World, user: User, { companyText }: LoginRequest): number | undefined {
  if (companyText === undefined) return user.companies[0]
  const company = /^\d+$/.test(companyText) ? Number(companyText) : Number.NaN
  return user.companies.includes(company) && world.books.companies().includes(company) ? company : undefined
}

function whyRefused(
  world: World,
  user: User,
  { companyText, apiKey }: LoginRequest,
  company: number | undefined,
): ErrorCodeName | undefined {
  const { switches, sessions } = world
  if (user.isBlocked) return 'UserIsBlocked'
  if (!user.isServerUser && switches.ordinaryUsers === 'refused') return 'NoRightsToRunApp'
  const needsKey =
    switches.apiKey === 'needed' || (switches.apiKey === 'needed-for-plain-names' && companyText === undefined)
  if (needsKey && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(apiKey)) return 'UnknownAppIdent'
  if (company === undefined) return 'NoCompanyId'
  if (world.books.findById(company, 'CompanyClient', company)?.values.Deactive === true) return 'CompanyIsDeactivated'
  const isSecond = user.isServerUser && sessions.ofUser(user.loginId).length > 0
  return isSecond && switches.secondLogin === 'is-refused' ? 'NoRights' : undefined
}

function wrongPassword({ switches }: World): Answer {
  const status = { '200-string': 200, '401': 401, '400': 400 }[switches.badPassword]
  return json('UserOrPasswordIsWrong', status)
}
