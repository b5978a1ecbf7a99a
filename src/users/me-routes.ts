import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { recordChange } from '../audit/record-change.ts'
import { getCompany } from '../company/company-store.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, type Api, endpoint } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { searchText } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { countUnread } from '../notifications/notification-store.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { permissions, roleMay } from './permissions.ts'
import { Me, Password, UserInput } from './user.ts'
import { findUser, lockUser, type UserRecord, userFields } from './user-store.ts'
import { appUser } from './user-table.ts'
import { userTexts } from './user-texts.ts'

const say = sayFrom(userTexts)
const tag = 'Me'
const OwnProfile = UserInput.pick({ name: true, language: true, phone: true })

export function mountMeRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    { method: 'get', path: '/me', permission: 'signed-in', tag, summary: 'Who is signed in', answer: Me },
    ({ actor }) => showMe(db, actor),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/me',
      permission: 'signed-in',
      tag,
      summary: 'Changes the own name, language and phone',
      body: OwnProfile,
      answer: Me,
    },
    async ({ body, actor }) => {
      mustBeUser(actor)
      await inTransaction(db, async (tx) => {
        const row = (await lockUser(tx, actor.id)) as UserRecord
        const after = { ...userFields(row), ...body }
        const keys = { nameSort: sortKey(after.name), searchText: searchText(after.name, after.email) }
        await tx
          .update(appUser)
          .set({ ...after, ...keys, version: row.version + 1, updatedAt: now() })
          .where(eq(appUser.id, actor.id))
        await recordChange(tx, actor, { kind: 'user', subject: actor.id, before: userFields(row), after }, now())
      })
      return showMe(db, actor)
    },
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/me/password',
      permission: 'signed-in',
      tag,
      summary: 'Changes the own password; every session ends and one signs in anew',
      body: z.strictObject({ current: z.string().max(200), new: Password }),
      answer: null,
      status: 204,
    },
    async ({ body, actor }) => {
      mustBeUser(actor)
      await changeOwnPassword(db, actor, { current: body.current, wished: body.new }, now())
    },
  )
}

async function showMe(db: Db, actor: Actor): Promise<Me> {
  mustBeUser(actor)
  const user = (await findUser(db, actor.id)) as UserRecord
  const { name, timeZone, currency, countryCode } = await getCompany(db)
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    language: user.language,
    permissions: Object.keys(permissions).filter((permission) => roleMay(user.role, permission)),
    company: { name, timeZone, currency, countryCode },
    unread: await countUnread(db, user.id),
  }
}

function mustBeUser(actor: Actor): void {
  if (actor.kind !== 'user') throw new AppError('forbidden', say('user.keyHasNoProfile'))
}
