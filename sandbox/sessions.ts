// Who is signed in. A token lives one hour, its refresh token seven days; the company a session works in is kept here, not in
// the token, which is why one token must never serve two companies.
import { createHmac } from 'node:crypto'
import type { StoredRow } from './books.ts'
import type { User } from './users.ts'

const tokenMs = 60 * 60_000
const refreshMs = 7 * 24 * tokenMs

export type Session = {
  readonly id: number
  readonly user: User
  /** The company named at login, where a refreshed token may fall back to. */
  readonly loginCompany: number
  company: number
  refreshToken: string
  refreshEnds: number
  /** First unfiltered reads, which a long session may go on seeing. */
  readonly kept: Map<string, readonly StoredRow[]>
}

type Tokens = { token: string; refreshToken: string; refreshTokenExpiry: string }

export type Sessions = {
  open(user: User, company: number): Tokens
  refresh(refreshToken: string, keepCompany: boolean): Tokens | undefined
  find(token: string): Session | undefined
  ofUser(loginId: string): readonly Session[]
  end(session: Session): void
  endAll(loginId: string): void
  endByRefreshToken(refreshToken: string): void
  /** The number of the session that was opened last. */
  lastId(): number
  clear(): void
}

export function createSessions(now: () => Date, random: () => number): Sessions {
  const byToken = new Map<string, { session: Session; ends: number }>()
  const live = new Set<Session>()
  const secret = uuid(random)
  let opened = 0

  function giveTokens(session: Session): Tokens {
    const at = now().getTime()
    for (const [token, { ends }] of byToken) if (ends <= at) byToken.delete(token)
    session.refreshToken = uuid(random)
    session.refreshEnds = at + refreshMs
    const token = sign({ sub: session.user.loginId, jti: uuid(random), exp: Math.floor((at + tokenMs) / 1000) }, secret)
    byToken.set(token, { session, ends: at + tokenMs })
    const refreshTokenExpiry = new Date(session.refreshEnds).toISOString()
    return { token, refreshToken: session.refreshToken, refreshTokenExpiry }
  }

  function end(session: Session): void {
    live.delete(session)
    for (const [token, held] of byToken) if (held.session === session) byToken.delete(token)
  }

  const byRefreshToken = (refreshToken: string) => [...live].find((session) => session.refreshToken === refreshToken)

  const ofUser = (loginId: string) => [...live].filter((session) => session.user.loginId === loginId)

  return {
    open(user, company) {
      opened += 1
      const session: Session = {
        id: opened,
        user,
        loginCompany: company,
        company,
        refreshToken: '',
        refreshEnds: 0,
        kept: new Map(),
      }
      live.add(session)
      return giveTokens(session)
    },
    refresh(refreshToken, keepCompany) {
      const session = byRefreshToken(refreshToken)
      if (session === undefined || session.refreshEnds <= now().getTime()) return undefined
      if (!keepCompany) session.company = session.loginCompany
      return giveTokens(session)
    },
    find(token) {
      const held = byToken.get(token)
      return held !== undefined && held.ends > now().getTime() ? held.session : undefined
    },
    ofUser,
    end,
    endAll(loginId) {
      for (const session of ofUser(loginId)) end(session)
    },
    endByRefreshToken(refreshToken) {
      const session = byRefreshToken(refreshToken)
      if (session !== undefined) end(session)
    },
    lastId: () => opened,
    clear() {
      live.clear()
      byToken.clear()
    },
  }
}

function sign(claims: Record<string, unknown>, secret: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(random() * 16).toString(16))
}
