// What an hour of a co-worker is sold at, and costs, when a price model goes by the person. Each price counts from its day on.
import { and, desc, eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { notFound } from '../lib/stale.ts'
import { lockUser } from '../users/user-store.ts'
import type { CoWorkerRate } from './price.ts'
import { coWorkerRate } from './price-table.ts'

/** Newest first. */
export async function listRates(db: Db | Tx, userId: string): Promise<CoWorkerRate[]> {
  const { validFrom, salesPrice, costPrice } = coWorkerRate
  return db
    .select({ validFrom, salesPrice, costPrice })
    .from(coWorkerRate)
    .where(eq(coWorkerRate.userId, userId))
    .orderBy(desc(coWorkerRate.validFrom))
}

type Whose = { actor: Actor; userId: string; now: Date }

/** A price of a day that has one takes its place. */
export async function setRate(db: Db, { actor, userId, now }: Whose, rate: CoWorkerRate): Promise<void> {
  await recordingRates(db, { actor, userId, now }, async (tx) => {
    const { validFrom, salesPrice, costPrice } = rate
    await tx
      .insert(coWorkerRate)
      .values({ userId, validFrom, salesPrice, costPrice })
      .onConflictDoUpdate({
        target: [coWorkerRate.userId, coWorkerRate.validFrom],
        set: { salesPrice, costPrice },
      })
  })
}

/** Hours from that day on get the price before it, if there is one. */
export async function removeRate(db: Db, whose: Whose, validFrom: string): Promise<void> {
  await recordingRates(db, whose, async (tx) => {
    await tx
      .delete(coWorkerRate)
      .where(and(eq(coWorkerRate.userId, whose.userId), eq(coWorkerRate.validFrom, validFrom)))
  })
}

/** @throws not-found when there is no such user. */
async function recordingRates(db: Db, { actor, userId, now }: Whose, change: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockUser(tx, userId))) throw notFound('user', userId)
    const before = ratesView(await listRates(tx, userId))
    await change(tx)
    const after = ratesView(await listRates(tx, userId))
    await recordChange(tx, actor, { kind: 'co-worker-rates', subject: userId, before, after }, now)
  })
}

/** In the history the day is the field: price and, in brackets, cost: '2026-01-01' from nothing to '1195.5 (700)'. */
function ratesView(rates: readonly CoWorkerRate[]): Record<string, string> {
  return Object.fromEntries(
    rates.map(({ validFrom, salesPrice, costPrice }) => [validFrom, `${salesPrice ?? '–'} (${costPrice ?? '–'})`]),
  )
}
