// Signing in costs a tenth of a second of password hashing, so a role signs in once per test process; its rows are kept.
import { eq } from 'drizzle-orm'
import type { App } from '../src/app.ts'
import type { Db } from '../src/lib/database/database.ts'
import { inTransaction } from '../src/lib/database/database.ts'
import { hashPassword } from '../src/users/passwords.ts'
import type { Role } from '../src/users/permissions.ts'
import { findUserByEmail, insertUser } from '../src/users/user-store.ts'
import { userSession } from '../src/users/user-table.ts'

export const aPassword = 'correct horse battery'

const names: Record<Role, string> = {
  administrator: 'Anna Administrator',
  economy: 'Erik Economy',
  'project-manager': 'Petra Projects',
  employee: 'Emil Employee',
}

let passwordHash: Promise<string> | undefined
/** Of `aPassword`: made once per test process. */
export function aPasswordHash(): Promise<string> {
  passwordHash ??= hashPassword(aPassword)
  return passwordHash
}

const known = new Map<Role, { cookie: string; session: typeof userSession.$inferSelect }>()

/** The cookie of a user with the role, who is made if he is not there. */
export async function signInAs(app: Pick<App, 'request'>, db: Db, role: Role, now: Date): Promise<string> {
  const userId = await ensureUser(db, role, now)
  const earlier = known.get(role)
  if (earlier) {
    await db.insert(userSession).values({ ...earlier.session, userId })
    return earlier.cookie
  }
  const cookie = await signIn(app, emailOf(role), aPassword)
  const [session] = await db.select().from(userSession).where(eq(userSession.userId, userId))
  if (session) known.set(role, { cookie, session })
  return cookie
}

export const emailOf = (role: Role) => `${role}@akkord.test`

/** A real sign-in. @throws when it is refused. */
export async function signIn(app: Pick<App, 'request'>, email: string, password: string): Promise<string> {
  const answer = await app.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password }),
  })
  if (answer.status !== 200)
    throw new Error(`The sign-in of ${email} was answered ${answer.status}: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function ensureUser(db: Db, role: Role, now: Date): Promise<string> {
  const email = emailOf(role)
  const user = await findUserByEmail(db, email)
  if (user) return user.id
  const hash = await aPasswordHash()
  const fields = { email, name: names[role], role, language: 'en', phone: null, active: true } as const
  return inTransaction(db, (tx) => insertUser(tx, fields, hash, now))
}
