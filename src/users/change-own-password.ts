import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { endSessions, findPasswordHash, updatePassword } from './user-store.ts'
import { userTexts } from './user-texts.ts'

const say = sayFrom(userTexts)

/** Ends every session of the user, this one too: whoever knew the old password is out. */
export async function changeOwnPassword(
  db: Db,
  actor: Actor,
  { current, wished }: { current: string; wished: string },
  now: Date,
): Promise<void> {
  const known = await findPasswordHash(db, actor.id)
  if (known === null || !(await isPassword(known, current)))
    throw invalid([{ path: 'current', sentence: say('user.wrongOldPassword') }])
  const passwordHash = await hashPassword(wished)
  await inTransaction(db, async (tx) => {
    await updatePassword(tx, actor.id, passwordHash, now)
    await endSessions(tx, actor.id)
    const change = { kind: 'user', subject: actor.id, before: {}, after: { password: 'changed' } } as const
    await recordChange(tx, actor, change, now)
  })
}
