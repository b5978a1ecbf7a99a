import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { notFound } from '../lib/stale.ts'
import type { ApiKey, ApiKeyInput, NewApiKey } from './user.ts'
import { apiKey } from './user-table.ts'
import { userTexts } from './user-texts.ts'

const say = sayFrom(userTexts)
const minuteMs = 60_000

type ApiKeyRow = typeof apiKey.$inferSelect
type Input = (typeof ApiKeyInput)['_output']

export async function listApiKeys(db: Db): Promise<ApiKey[]> {
  const rows = await db.select().from(apiKey).orderBy(desc(apiKey.createdAt), desc(apiKey.id))
  return rows.map(toApiKey)
}

/** The only time the key itself is seen; what is stored is its hash. */
export async function createApiKey(
  db: Db,
  actor: Actor,
  input: Input,
  now: Date,
): Promise<(typeof NewApiKey)['_output']> {
  mustExpireInTime(input.expiresOn, now)
  const prefix = `ak_${randomBytes(6).toString('hex')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  const row: ApiKeyRow = {
    ...input,
    id: newId(now),
    prefix,
    hash: hashOf(key),
    createdAt: now,
    createdBy: actor.name,
    lastUsedAt: null,
    revokedAt: null,
  }
  await inTransaction(db, async (tx) => {
    await tx.insert(apiKey).values(row)
    const after = { ...input, prefix }
    await recordChange(tx, actor, { kind: 'api-key', subject: row.id, before: null, after }, now)
  })
  return { ...toApiKey(row), key }
}

/** Ends a key for good; it stays in the list. Revoking it again changes nothing. */
export async function revokeApiKey(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [row] = await tx.select().from(apiKey).where(eq(apiKey.id, id)).for('update')
    if (!row) throw notFound('API key', id)
    if (row.revokedAt) return
    await tx.update(apiKey).set({ revokedAt: now }).where(eq(apiKey.id, id))
    const views = { before: { name: row.name, prefix: row.prefix, role: row.role }, after: null }
    await recordChange(tx, actor, { kind: 'api-key', subject: id, ...views }, now)
  })
}

/** Who a key belongs to. Undefined when it is unknown, revoked or past its last day (in UTC). */
export async function identifyApiKey(db: Db, key: string, now: Date): Promise<Actor | undefined> {
  const prefix = /^ak_[0-9a-f]{12}(?=_)/.exec(key)?.[0]
  if (!prefix) return undefined
  const [row] = await db.select().from(apiKey).where(eq(apiKey.prefix, prefix))
  if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(key)))) return undefined
  if (row.revokedAt || dayIn('UTC', now) > row.expiresOn) return undefined
  await noteUse(db, row.id, now)
  return { kind: 'api-key', id: row.id, name: row.name, role: row.role }
}

/** Once a minute is exact enough, and spares a write at every request. */
async function noteUse(db: Db, id: string, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - minuteMs)
  await db
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, longAgo))))
}

function mustExpireInTime(expiresOn: string, now: Date): void {
  const today = dayIn('UTC', now)
  const latest = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`
  if (expiresOn <= today) throw invalid([{ path: 'expiresOn', sentence: say('user.keyExpired') }])
  if (expiresOn > latest) throw invalid([{ path: 'expiresOn', sentence: say('user.keyTooLong', { latest }) }])
}

// A key has 256 random bits, so a plain hash is enough: there is nothing to guess.
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    prefix: row.prefix,
    expiresOn: row.expiresOn,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}
