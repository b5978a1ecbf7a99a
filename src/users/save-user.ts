import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { isUniqueFault } from '../lib/database/database-fault.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { hashPassword } from './passwords.ts'
import {
  endSessions,
  findUserByEmail,
  insertUser,
  lockActiveAdministrators,
  lockUser,
  type UserFields,
  updatePassword,
  updateUser,
  userFields,
} from './user-store.ts'
import { userTexts } from './user-texts.ts'

const say = sayFrom(userTexts)

export async function createUser(
  db: Db,
  actor: Actor,
  { password, ...fields }: UserFields & { password: string },
  now: Date,
): Promise<string> {
  const passwordHash = await hashPassword(password)
  return refusingTakenEmail(fields, () =>
    inTransaction(db, async (tx) => {
      await mustHaveFreeEmail(tx, undefined, fields)
      const id = await insertUser(tx, fields, passwordHash, now)
      await recordChange(tx, actor, { kind: 'user', subject: id, before: null, after: userFields(fields) }, now)
      return id
    }),
  )
}

export type UserSave = {
  actor: Actor
  id: string
  change: UserFields & { version: number; password?: string | undefined }
  now: Date
}

/** A new password, or access that is closed, ends the user's sessions at once. @throws conflict for the last administrator. */
export async function changeUser(db: Db, { actor, id, change, now }: UserSave): Promise<void> {
  const { password, version, ...fields } = change
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  await refusingTakenEmail(fields, () =>
    inTransaction(db, async (tx) => {
      const administrators = await lockActiveAdministrators(tx)
      const row = await lockUser(tx, id)
      if (!row) throw notFound('user', id)
      const before = userFields(row)
      mustBeCurrent('user', { ...fields, version }, { ...before, version: row.version })
      await mustHaveFreeEmail(tx, id, fields)
      const staysAdministrator = fields.role === 'administrator' && fields.active
      if (administrators.length === 1 && administrators[0] === id && !staysAdministrator)
        throw new AppError('conflict', say('user.lastAdministrator', { name: row.name }))
      await updateUser(tx, id, fields, row.version + 1, now)
      if (passwordHash !== undefined) await updatePassword(tx, id, passwordHash, now)
      if (passwordHash !== undefined || !fields.active) await endSessions(tx, id)
      const secretChange = passwordHash === undefined ? {} : { password: 'changed' }
      const after = { ...userFields(fields), ...secretChange }
      await recordChange(tx, actor, { kind: 'user', subject: id, before, after }, now)
    }),
  )
}

async function mustHaveFreeEmail(tx: Tx, id: string | undefined, fields: UserFields): Promise<void> {
  const other = await findUserByEmail(tx, fields.email)
  if (other && other.id !== id) throw invalid([emailTaken(fields.email, other.name)])
}

/** Two saves at the same moment: the database is the last judge. */
async function refusingTakenEmail<T>(fields: UserFields, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueFault(error, 'app_user_email')) throw invalid([emailTaken(fields.email, fields.email)])
    throw error
  }
}

function emailTaken(email: string, name: string): FieldFault {
  return { path: 'email', sentence: say('user.emailTaken', { email, name }) }
}
