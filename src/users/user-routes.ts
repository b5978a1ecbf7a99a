import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { notFound } from '../lib/stale.ts'
import { roles } from './permissions.ts'
import { changeUser, createUser } from './save-user.ts'
import { NewUser, User, UserChange } from './user.ts'
import { findUser, listUsers, toUser } from './user-store.ts'

const tag = 'Users'
const UserParams = z.object({ id: z.string().max(64) })

export function mountUserRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/users',
      permission: 'view users',
      tag,
      summary: 'Users by name',
      query: z.strictObject({
        ...listQuery,
        role: oneOrMore(z.enum(roles)),
        active: z
          .enum(['true', 'false'])
          .transform((text) => text === 'true')
          .optional(),
      }),
      answer: pageOf(User),
    },
    async ({ query }) => ({ ...(await listUsers(db, query)), page: query.page, size: query.size }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/users',
      permission: 'change users',
      tag,
      summary: 'Makes a user with a first password',
      body: NewUser,
      answer: User,
      status: 201,
    },
    async ({ body, actor }) => getUser(db, await createUser(db, actor, body, now())),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/users/{id}',
      permission: 'view users',
      tag,
      summary: 'A user',
      params: UserParams,
      answer: User,
    },
    ({ params }) => getUser(db, params.id),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/users/{id}',
      permission: 'change users',
      tag,
      summary: 'Changes a user; a new password or closed access ends the sessions',
      params: UserParams,
      body: UserChange,
      answer: User,
    },
    async ({ params, body, actor }) => {
      await changeUser(db, { actor, id: params.id, change: body, now: now() })
      return getUser(db, params.id)
    },
  )
}

/** @throws not-found */
async function getUser(db: Db, id: string): Promise<User> {
  const row = await findUser(db, id)
  if (!row) throw notFound('user', id)
  return toUser(row)
}
