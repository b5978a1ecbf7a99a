import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { inTransaction } from '../lib/database/database.ts'
import { numberKey } from '../lib/record-number.ts'
import { type NumberSeries, type SeriesKind, writeNumber } from './company.ts'
import { numberSeries } from './company-table.ts'

/** Says whether a number is already another record's; typed numbers may stand in the way of the series. */
export type IsTaken = (tx: Tx, number: string) => Promise<boolean>

/** The next free number. The row stays locked until the end of the transaction; what is rolled back is given again. */
export async function takeNumber(tx: Tx, kind: SeriesKind, isTaken: IsTaken): Promise<string> {
  const free = await nextFree(tx, await lockSeries(tx, kind), isTaken)
  await tx
    .update(numberSeries)
    .set({ next: free.next + 1 })
    .where(eq(numberSeries.kind, kind))
  return writeNumber(free)
}

/** What `takeNumber` would give now. Another may get it first. */
export async function foreseeNumber(
  db: Db,
  kind: SeriesKind,
  isTaken: IsTaken,
): Promise<{ number: string; overridable: boolean }> {
  return inTransaction(db, async (tx) => {
    const series = await nextFree(tx, await getSeries(tx, kind), isTaken)
    return { number: writeNumber(series), overridable: series.overridable }
  })
}

/**
 * The number that has to be given instead of a typed one, where numbers may not be typed. Undefined: the typed one may be, if it is
 * free. The next one, which the screen has shown, is not an own number. The series stays locked.
 */
export async function numberInstead(
  tx: Tx,
  kind: SeriesKind,
  typed: string,
  isTaken: IsTaken,
): Promise<string | undefined> {
  const series = await lockSeries(tx, kind)
  if (series.overridable) return undefined
  const next = writeNumber(await nextFree(tx, series, isTaken))
  return numberKey(next) === numberKey(typed) ? undefined : next
}

async function nextFree<S extends Pick<NumberSeries, 'prefix' | 'next' | 'digits'>>(
  tx: Tx,
  series: S,
  isTaken: IsTaken,
): Promise<S> {
  let { next } = series
  while (await isTaken(tx, writeNumber({ ...series, next }))) next += 1
  return { ...series, next }
}

export async function getSeries(db: Db | Tx, kind: SeriesKind) {
  const [row] = await db.select().from(numberSeries).where(eq(numberSeries.kind, kind))
  if (!row) throw new Error(`The number series of ${kind} is missing; the migrations make it.`)
  return row
}

/** Whoever gives or types a number holds this lock, so that two cannot get the same one. */
export async function lockSeries(tx: Tx, kind: SeriesKind) {
  const [row] = await tx.select().from(numberSeries).where(eq(numberSeries.kind, kind)).for('update')
  if (!row) throw new Error(`The number series of ${kind} is missing; the migrations make it.`)
  return row
}
