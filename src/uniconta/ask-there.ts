import type { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { checkTexts } from './check-texts.ts'
import { findConnection } from './connection.ts'
import { accountOf } from './save-integration.ts'
import type { Calls } from './session.ts'
import type { Credentials } from './settings.ts'
import type { Uniconta } from './uniconta.ts'
import { asAnswer } from './verify.ts'
import { counted } from './with-connection.ts'

const say = sayFrom(checkTexts)

/** Calls for a person who waits: trouble becomes the answer. */
export function askingThere(db: Db, uniconta: Uniconta, now: Clock) {
  const tools = { ...uniconta, db, now }
  return async <T>(credentials: z.infer<typeof Credentials>, work: (calls: Calls) => Promise<T>): Promise<T> => {
    const account = accountOf(credentials, await findConnection(db, uniconta.box))
    if (!account.password) throw new AppError('invalid', say('dialog.passwordMissing'))
    try {
      const calls = uniconta.keeper.callsFor(account, [], async () => {})
      // A session shows its first lists for ever; who asks has perhaps just mended something there.
      calls.renew()
      return await counted(tools, account.userName, () => work(calls))
    } catch (error) {
      throw asAnswer(error)
    }
  }
}
