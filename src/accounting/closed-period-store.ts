import { and, gte, lte } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { closedPeriod } from './closed-period-table.ts'

export type Period = { fromOn: Day; untilOn: Day }
export type ClosedPeriod = Period & { seenAt: Date }

const around = (day: Day) => and(lte(closedPeriod.fromOn, day), gte(closedPeriod.untilOn, day))

export async function findClosedPeriod(db: Db | Tx, day: Day): Promise<ClosedPeriod | undefined> {
  const [row] = await db.select().from(closedPeriod).where(around(day)).limit(1)
  return row
}

/** These and no others are closed there. */
export async function replaceClosedPeriods(tx: Tx, periods: readonly Period[], seenAt: Date): Promise<void> {
  await tx.delete(closedPeriod)
  if (periods.length > 0) await tx.insert(closedPeriod).values(periods.map((period) => ({ ...period, seenAt })))
}

/** Something was booked on that day: whatever was read before, its period is open. */
export async function forgetClosedPeriod(tx: Tx, day: Day): Promise<void> {
  await tx.delete(closedPeriod).where(around(day))
}
