import { sql } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import type { Company } from '../company/company.ts'
import { insertCompany } from '../company/company-store.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { hashPassword } from './passwords.ts'
import { hasAdministrator, insertUser, type UserFields, userFields } from './user-store.ts'
import { userTexts } from './user-texts.ts'

const say = sayFrom(userTexts)
const setUp: Actor = { kind: 'system', id: 'set-up', name: 'Set-up', role: 'administrator' }

// Any number: who sets up waits for whoever sets up at the same moment.
const setUpLock = 4_126_508_612

export type FirstAdministrator = { name: string; email: string; password: string }
export type FirstCompany = Pick<Company, 'name' | 'countryCode' | 'currency' | 'timeZone'>

/** Makes the company and its first administrator. @throws conflict when there is an administrator already. */
export async function setUpInstance(
  db: Db,
  wish: { company: FirstCompany; administrator: FirstAdministrator },
  now: Date,
): Promise<void> {
  if (await hasAdministrator(db)) throw new AppError('conflict', say('user.setUpIsDone'))
  const done = await makeFirst(db, wish, await hashPassword(wish.administrator.password), now)
  if (!done) throw new AppError('conflict', say('user.setUpIsDone'))
}

/** At start, from the settings: as `setUpInstance`, and nothing happens when there is an administrator. */
export async function ensureAdministrator(
  db: Db,
  wish: { company: FirstCompany; administrator: FirstAdministrator },
  now: Date,
): Promise<boolean> {
  if (await hasAdministrator(db)) return false
  return makeFirst(db, wish, await hashPassword(wish.administrator.password), now)
}

/** Without hashing the password. The answer: whether there was none yet. */
export async function makeFirst(
  db: Db,
  { company, administrator }: { company: FirstCompany; administrator: Omit<FirstAdministrator, 'password'> },
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${setUpLock})`)
    if (await hasAdministrator(tx)) return false
    const rest = { registrationNumber: null, street: null, postalCode: null, city: null, phone: null, email: null }
    await insertCompany(tx, { ...company, ...rest })
    await recordChange(tx, setUp, { kind: 'company', subject: 'company', before: null, after: company }, now)
    const { name, email } = administrator
    const fields: UserFields = { name, email, role: 'administrator', language: 'en', phone: null, active: true }
    const id = await insertUser(tx, fields, passwordHash, now)
    await recordChange(tx, setUp, { kind: 'user', subject: id, before: null, after: userFields(fields) }, now)
    return true
  })
}
