import { asc, eq, inArray } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import type { FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import {
  type InvoiceSeriesKind,
  invoiceSeriesKinds,
  type NumberSeries,
  type SeriesKind,
  writeNumber,
} from './company.ts'
import { numberSeries } from './company-table.ts'
import { companyTexts } from './company-texts.ts'
import { getSeries } from './take-number.ts'

const say = sayFrom(companyTexts)

/** What those who use the numbers of invoices say; this folder does not know them. */
export type SeriesNeighbours = {
  /** The highest serial that an invoice series has given; undefined before its first document. */
  findHighestSerial: (tx: Tx, kind: InvoiceSeriesKind) => Promise<number | undefined>
  /** What is wrong with the series as they now stand in `tx`, for those who write payment ids with their numbers. */
  faultsOfSeries: (tx: Tx, kind: SeriesKind, now: Date) => Promise<FieldFault[]>
}

/**
 * Numbers already given stay. A series of invoices never gives one twice: it is not set back to a number that was given, and its
 * numbers are none of the others'.
 */
export async function changeSeries(
  db: Db,
  actor: Actor,
  change: NumberSeries,
  neighbours: SeriesNeighbours,
  now: Date,
): Promise<NumberSeries> {
  return inTransaction(db, (tx) => changeSeriesIn(tx, actor, change, neighbours, now))
}

/** As `changeSeries`, in the transaction of a larger change that gives its reason. */
export async function changeSeriesIn(
  tx: Tx,
  actor: Actor,
  change: NumberSeries,
  { findHighestSerial, faultsOfSeries }: SeriesNeighbours,
  now: Date,
  reason?: string,
): Promise<NumberSeries> {
  const { kind } = change
  const before = await lockWithRivals(tx, kind)
  mustBeCurrent('number series', change, before.series)
  const after = { ...change, version: before.series.version + 1 }
  const highest = isInvoiceSeries(kind) ? await findHighestSerial(tx, kind) : undefined
  const faults = isInvoiceSeries(kind) ? invoiceFaults(after, before.rivals, highest) : []
  if (faults.length > 0) throw invalid(faults)
  await tx.update(numberSeries).set(after).where(eq(numberSeries.kind, kind))
  const unfit = await faultsOfSeries(tx, kind, now)
  if (unfit.length > 0) throw invalid(unfit)
  const views = {
    before: shown(before.series),
    after: { ...shown(after), gap: gapBetween(before.series, after, highest), ...(reason ? { reason } : {}) },
  }
  await recordChange(tx, actor, { kind: 'number-series', subject: kind, ...views }, now)
  return after
}

const isInvoiceSeries = (kind: SeriesKind): kind is InvoiceSeriesKind =>
  (invoiceSeriesKinds as readonly SeriesKind[]).includes(kind)

/** All series of invoices are held, in one order, since the rule is about all of them. */
async function lockWithRivals(
  tx: Tx,
  kind: SeriesKind,
): Promise<{ series: NumberSeries; rivals: readonly NumberSeries[] }> {
  const kinds = isInvoiceSeries(kind) ? [...invoiceSeriesKinds] : [kind]
  const rows = await tx
    .select()
    .from(numberSeries)
    .where(inArray(numberSeries.kind, kinds))
    .orderBy(asc(numberSeries.kind))
    .for('update')
  const series = rows.find((row) => row.kind === kind) ?? (await getSeries(tx, kind))
  return { series, rivals: rows.filter((row) => row.kind !== kind) }
}

function invoiceFaults(
  after: NumberSeries,
  rivals: readonly NumberSeries[],
  highest: number | undefined,
): FieldFault[] {
  const written = (next: number) => writeNumber({ ...after, next })
  return [
    ...(after.overridable ? [{ path: 'overridable', sentence: say('series.neverTyped') }] : []),
    ...(highest !== undefined && after.next <= highest
      ? [
          {
            path: 'next',
            sentence: say('series.alreadyGiven', { highest: written(highest), least: written(highest + 1) }),
          },
        ]
      : []),
    ...rivals
      .filter(({ prefix }) => mayWriteTheSame(after.prefix, prefix))
      .slice(0, 1)
      .map((rival) => ({ path: 'prefix', sentence: say('series.samePrefix', { number: writeNumber(rival) }) })),
  ]
}

/** One prefix is the other followed by digits, or by nothing: then some number of the one is some number of the other. */
export function mayWriteTheSame(a: string, b: string): boolean {
  const [short, long] = [a.toLowerCase(), b.toLowerCase()].toSorted((x, y) => x.length - y.length) as [string, string]
  return long.startsWith(short) && /^\d*$/.test(long.slice(short.length))
}

/** Numbers that no document will have: recorded, because an auditor asks. Before the first document there is no gap. */
function gapBetween(before: NumberSeries, after: NumberSeries, highest: number | undefined): string | null {
  if (highest === undefined || after.next <= before.next) return null
  const first = writeNumber(before)
  const last = writeNumber({ ...before, next: after.next - 1 })
  return first === last ? first : `${first}–${last}`
}

const shown = ({ version: _, ...fields }: NumberSeries) => fields
