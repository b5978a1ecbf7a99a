import { and, asc, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { newId } from '../lib/ids.ts'
import { containsWords, searchText } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { type Permission, type Role, roleMay, roles } from './permissions.ts'
import type { User } from './user.ts'
import { appUser, userCredential, userSession } from './user-table.ts'

export type UserRecord = typeof appUser.$inferSelect
export type UserFields = Pick<UserRecord, 'email' | 'name' | 'role' | 'language' | 'phone' | 'active'>

export async function findUser(db: Db | Tx, id: string): Promise<UserRecord | undefined> {
  const [row] = await db.select().from(appUser).where(eq(appUser.id, id))
  return row
}

export async function findUserByEmail(db: Db | Tx, email: string): Promise<UserRecord | undefined> {
  const [row] = await db.select().from(appUser).where(eq(appUser.email, email.toLowerCase()))
  return row
}

export async function lockUser(tx: Tx, id: string): Promise<UserRecord | undefined> {
  const [row] = await tx.select().from(appUser).where(eq(appUser.id, id)).for('update')
  return row
}

/** Locked, so that two administrators cannot take each other's role at the same moment. */
export async function lockActiveAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(eq(appUser.role, 'administrator'), eq(appUser.active, true)))
    .orderBy(asc(appUser.id))
    .for('update')
  return rows.map((row) => row.id)
}

export async function hasAdministrator(db: Db | Tx): Promise<boolean> {
  const rows = await db.select({ id: appUser.id }).from(appUser).where(eq(appUser.role, 'administrator')).limit(1)
  return rows.length > 0
}

/** Active users whose role may do something. */
export async function listUsersWho(tx: Tx, permission: Permission): Promise<string[]> {
  const may = roles.filter((role) => roleMay(role, permission))
  const rows = await tx
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(inArray(appUser.role, may), eq(appUser.active, true)))
    .orderBy(asc(appUser.id))
  return rows.map((row) => row.id)
}

export type UserFilter = {
  page: number
  size: number
  search?: string | undefined
  role?: Role[] | undefined
  active?: boolean | undefined
}

export async function listUsers(db: Db, filter: UserFilter): Promise<{ items: User[]; total: number }> {
  const where: SQL | undefined = and(
    filter.role && inArray(appUser.role, filter.role),
    filter.active === undefined ? undefined : eq(appUser.active, filter.active),
    containsWords(appUser.searchText, filter.search),
  )
  const rows = await db
    .select()
    .from(appUser)
    .where(where)
    .orderBy(asc(appUser.nameSort), asc(appUser.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const [total] = await db.select({ count: count() }).from(appUser).where(where)
  return { items: rows.map(toUser), total: total?.count ?? 0 }
}

/** `passwordHash` comes from `hashPassword`, computed before the transaction. */
export async function insertUser(tx: Tx, fields: UserFields, passwordHash: string, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insert(appUser).values({ ...columnsOf(fields), id, createdAt: now, updatedAt: now })
  await tx.insert(userCredential).values({
    id: newId(now),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  })
  return id
}

export async function updateUser(tx: Tx, id: string, fields: UserFields, version: number, now: Date): Promise<void> {
  await tx
    .update(appUser)
    .set({ ...columnsOf(fields), version, updatedAt: now })
    .where(eq(appUser.id, id))
}

export async function findPasswordHash(db: Db | Tx, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: userCredential.password })
    .from(userCredential)
    .where(and(eq(userCredential.userId, userId), eq(userCredential.providerId, 'credential')))
  return row?.password ?? null
}

export async function updatePassword(tx: Tx, userId: string, passwordHash: string, now: Date): Promise<void> {
  await tx
    .update(userCredential)
    .set({ password: passwordHash, updatedAt: now })
    .where(and(eq(userCredential.userId, userId), eq(userCredential.providerId, 'credential')))
}

/** Whoever is signed in as this user is signed out at the next request. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.delete(userSession).where(eq(userSession.userId, userId))
}

export function userFields({ email, name, role, language, phone, active }: UserFields): UserFields {
  return { email, name, role, language, phone, active }
}

export function toUser(row: UserRecord): User {
  return {
    ...userFields(row),
    id: row.id,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  }
}

function columnsOf(fields: UserFields) {
  const email = fields.email.toLowerCase()
  return {
    ...userFields(fields),
    email,
    nameSort: sortKey(fields.name),
    searchText: searchText(fields.name, email),
  }
}
