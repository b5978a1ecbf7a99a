import type { MiddlewareHandler } from 'hono'
import type { Db } from '../lib/database/database.ts'
import type { ApiEnv } from '../lib/http.ts'
import { type Language, languages } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { identifyApiKey } from './api-keys.ts'
import type { Sessions } from './sessions.ts'

/** Finds out who asks, by API key or session cookie, and in which language he reads. A wrong key is nobody, cookie or not. */
export function identify(db: Db, sessions: Sessions, now: Clock): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.set('actor', null)
    c.set('language', languageOf(c.req.header('accept-language')))
    const authorization = c.req.header('authorization')
    const cookie = c.req.header('cookie')
    if (authorization !== undefined) {
      const key = /^Bearer (\S+)$/i.exec(authorization)?.[1]
      c.set('actor', (key && (await identifyApiKey(db, key, now()))) || null)
    } else if (cookie !== undefined) {
      const known = await sessions.identify(cookie)
      if (known) {
        c.set('actor', known.actor)
        c.set('language', known.user.language)
        for (const fresh of known.cookies) c.header('set-cookie', fresh, { append: true })
      }
    }
    return next()
  }
}

function languageOf(accepted: string | undefined): Language {
  const wished = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  for (const wish of wished) {
    const language = languages.find((known) => known === (wish === 'no' || wish === 'nn' ? 'nb' : wish))
    if (language) return language
  }
  return 'en'
}
