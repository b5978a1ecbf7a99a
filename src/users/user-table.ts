// The first four tables are those of better-auth, under our names; it reads and writes them by the property names.
import { bigint, boolean, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytewise, instant } from '../lib/columns.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import type { Role } from './permissions.ts'

export const appUser = pgTable(
  'app_user',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    searchText: bytewise('search_text').notNull(),
    /** Always in lower case. */
    email: text().notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    role: text().$type<Role>().notNull(),
    language: text().$type<Language>().notNull(),
    phone: text(),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    lastSignInAt: instant('last_sign_in_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('app_user_email').on(t.email)],
)

export const userSession = pgTable(
  'user_session',
  {
    id: text().primaryKey(),
    token: text().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('user_session_token').on(t.token), index('user_session_user').on(t.userId)],
)

/** How a user proves who he is. The password is an argon2id hash. */
export const userCredential = pgTable(
  'user_credential',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('user_credential_user').on(t.userId, t.providerId)],
)

export const userVerification = pgTable(
  'user_verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('user_verification_identifier').on(t.identifier)],
)

export const signInLimit = pgTable('sign_in_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

/** Only the hash of a key is kept; `prefix` is its readable beginning, by which it is found. */
export const apiKey = pgTable(
  'api_key',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    prefix: text().notNull(),
    hash: text().notNull(),
    expiresOn: date('expires_on', { mode: 'string' }).notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [uniqueIndex('api_key_prefix').on(t.prefix)],
)
