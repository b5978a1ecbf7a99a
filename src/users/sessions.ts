// Sign-in and sessions by better-auth, kept behind four functions: nothing else of it can be reached from outside.
import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { eq } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { type Clock, newId } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { findUser, type UserRecord } from './user-store.ts'
import { appUser, signInLimit, userCredential, userSession, userVerification } from './user-table.ts'

export type SessionOptions = {
  db: Db
  /** The secret key of the instance; cookies are signed with a key made of it. */
  secretKey: string
  /** Whether browsers may send the cookie over https only. */
  secure: boolean
  now: Clock
  log: Log
}

export type SignIn = { email: string; password: string; clientAddress: string; userAgent: string }
export type SignInOutcome =
  | { outcome: 'signed-in'; cookies: string[] }
  | { outcome: 'wrong' }
  | { outcome: 'switched-off' }
  | { outcome: 'too-many'; waitSeconds: number }

export type Sessions = {
  signIn(attempt: SignIn): Promise<SignInOutcome>
  /** The answer are the cookies that make the browser forget. */
  signOut(cookie: string): Promise<string[]>
  /** Who a cookie belongs to, and cookies to send when the session was prolonged. Undefined: nobody. */
  identify(cookie: string): Promise<{ actor: Actor; user: UserRecord; cookies: string[] } | undefined>
}

// Any address: it never leaves the process.
const base = 'http://akkord.internal/api/auth'
const addressHeader = 'x-akkord-client-address'
const day = 24 * 60 * 60

/** Tries per address: ten in a minute, so a typing person never meets it and a guessing machine does. */
const limit = { window: 60, max: 10 }

export function createSessions({ db, secretKey, secure, now, log }: SessionOptions): Sessions {
  const auth = betterAuth({
    appName: 'Akkord',
    baseURL: base,
    secret: createHmac('sha256', secretKey).update('akkord sessions').digest('base64url'),
    telemetry: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: appUser,
        session: userSession,
        account: userCredential,
        verification: userVerification,
        rateLimit: signInLimit,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: { expiresIn: 14 * day, updateAge: day, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: 'database', customRules: { '/sign-in/email': limit } },
    advanced: {
      cookiePrefix: 'akkord',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The app refuses writes from other sites before they come here; see same-origin.ts.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      // It never makes users, so the columns of ours that it does not know may be required.
      database: { generateId: () => newId(now()), validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          // No session for a user whose access is closed; the sign-in then ends in failedToCreate.
          before: async (session) => ((await findUser(db, session.userId))?.active ? undefined : false),
          after: async (session) => {
            await db.update(appUser).set({ lastSignInAt: now() }).where(eq(appUser.id, session.userId))
          },
        },
      },
    },
    logger: {
      level: 'error',
      log: (level, message) => log[level === 'error' ? 'error' : 'info']({ part: 'sign-in' }, message),
    },
  })

  return {
    async signIn({ email, password, clientAddress, userAgent }) {
      const answer = await auth.handler(
        new Request(`${base}/sign-in/email`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'user-agent': userAgent,
            [addressHeader]: clientAddress,
          },
          body: JSON.stringify({ email, password }),
        }),
      )
      if (answer.ok) return { outcome: 'signed-in', cookies: answer.headers.getSetCookie() }
      if (answer.status === 429)
        return { outcome: 'too-many', waitSeconds: Number(answer.headers.get('x-retry-after') ?? limit.window) }
      const { code } = (await answer.json().catch(() => ({}))) as { code?: string }
      if (code === failedToCreate) return { outcome: 'switched-off' }
      if (answer.status === 400 || answer.status === 401) return { outcome: 'wrong' }
      throw new Error(`The sign-in failed with ${answer.status} ${code ?? ''}.`)
    },
    async signOut(cookie) {
      const answer = await auth.handler(new Request(`${base}/sign-out`, { method: 'POST', headers: { cookie } }))
      return answer.headers.getSetCookie()
    },
    async identify(cookie) {
      if (!cookie.includes('akkord.session_token=')) return undefined
      const { response, headers } = await auth.api.getSession({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      })
      const user = response && (await findUser(db, response.user.id))
      if (!user?.active) return undefined
      const actor: Actor = { kind: 'user', id: user.id, name: user.name, role: user.role }
      return { actor, user, cookies: headers.getSetCookie() }
    },
  }
}

const failedToCreate = 'FAILED_TO_CREATE_SESSION'
