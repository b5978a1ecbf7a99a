// Sign-in keeps the addresses of better-auth, /api/auth/…, and answers like every other route: nothing but the cookie leaves.
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { AppError } from '../lib/errors.ts'
import { type Api, readBody } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { HttpRefusal, Problem } from '../lib/problem.ts'
import type { Sessions } from './sessions.ts'
import { userTexts } from './user-texts.ts'

const say = sayFrom(userTexts)

const SignInBody = z.strictObject({ email: z.email().max(200), password: z.string().min(1).max(200) })
const path = { signIn: '/api/auth/sign-in/email', signOut: '/api/auth/sign-out' } as const

export function mountSignInRoutes(api: Api, sessions: Sessions): void {
  const problem = { description: 'Problem', content: { 'application/problem+json': { schema: Problem } } }
  const described = { method: 'post' as const, tags: ['Sign-in'], security: [], 'x-permission': 'public' }

  api.hono.openAPIRegistry.registerPath(
    createRoute({
      ...described,
      path: path.signIn,
      summary: 'Signs in: the answer sets the session cookie',
      request: { body: { required: true, content: { 'application/json': { schema: SignInBody } } } },
      responses: { 200: { description: 'Signed in' }, default: problem },
    }),
  )
  api.hono.post(path.signIn, async (c) => {
    const { email, password } = await readBody(c, SignInBody)
    const outcome = await sessions.signIn({
      email,
      password,
      clientAddress: c.var.clientAddress,
      userAgent: c.req.header('user-agent') ?? '',
    })
    if (outcome.outcome === 'wrong') throw new AppError('signed-out', say('user.wrongPassword'))
    if (outcome.outcome === 'switched-off') throw new AppError('forbidden', say('user.switchedOff'))
    if (outcome.outcome === 'too-many')
      throw new HttpRefusal(429, say('user.tooManyTries', { seconds: outcome.waitSeconds }), {
        'retry-after': String(outcome.waitSeconds),
      })
    for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true })
    return c.json({})
  })

  api.hono.openAPIRegistry.registerPath(
    createRoute({
      ...described,
      path: path.signOut,
      summary: 'Ends the session',
      responses: { 200: { description: 'Signed out' }, default: problem },
    }),
  )
  api.hono.post(path.signOut, async (c) => {
    for (const cookie of await sessions.signOut(c.req.header('cookie') ?? ''))
      c.header('set-cookie', cookie, { append: true })
    return c.json({})
  })
}
