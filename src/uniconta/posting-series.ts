// The coupled series here and those there, side by side, and going on with another number for documents to come.
import { sql } from 'drizzle-orm'
import { faultsOfSeries } from '../accounting/check-payment-ids.ts'
import { type CoupledSeries, writeNumber } from '../company/company.ts'
import { changeSeriesIn } from '../company/save-series.ts'
import { getSeries } from '../company/take-number.ts'
import { findHighestSerial } from '../invoices/accounts-in-use.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { choiceTexts } from './choice-texts.ts'
import type { Connection } from './connection.ts'
import { listSeriesInUse } from './coupled.ts'
import { readSeriesThere, type Tools } from './look-for-person.ts'
import { noteInLog } from './note-in-log.ts'
import type { ContinueFrom, SeriesStanding } from './posting.ts'
import { mustNotBeRestored } from './posting-choices.ts'
import { countUnsettled, listUnsettled } from './posting-document.ts'

const say = sayFrom(choiceTexts)
const mostForeign = 100

/** Of each series that marches in step with one there. */
export async function readSeriesStandings(tools: Tools, connection: Connection): Promise<SeriesStanding[]> {
  const standings: SeriesStanding[] = []
  for (const series of await listSeriesInUse(tools.db)) standings.push(await readStanding(tools, connection, series))
  return standings
}

async function readStanding(tools: Tools, connection: Connection, series: CoupledSeries): Promise<SeriesStanding> {
  const { db } = tools
  const ours = await getSeries(db, series)
  const [first] = await listUnsettled(db, connection, 1, series)
  const underWay = await findUnderWay(db, series)
  const expected = first?.serial ?? ours.next
  const there = await readSeriesThere(tools, connection, series, expected)
  const waiting = await countUnsettled(db, connection, series)
  return {
    series,
    ours: { next: ours.next, number: writeNumber(ours), version: ours.version },
    theirs: there.series ?? { serie: null, next: null },
    expected: underWay ? null : expected,
    underWay,
    waiting,
    foreign: there.foreign.slice(0, mostForeign),
    mayContinue: waiting === 0 && underWay === null,
  }
}

/** From its one post on, until it is settled: nobody knows which number that post takes. */
export async function findUnderWay(db: Db, series: CoupledSeries): Promise<{ id: string; number: string } | null> {
  const { rows } = await db.execute<{ id: string; number: string }>(sql`
    select i.id, i.number from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.series = ${series} and p.step in ('posting', 'deleting', 'reading-back') order by p.serial limit 1`)
  return rows[0] ?? null
}

/** Only documents to come take the new numbers. @throws when documents wait, or a number from there on is used on either side. */
export async function continueFrom(
  tools: Tools,
  connection: Connection,
  actor: Actor,
  { series: kind, next, version, reason }: ContinueFrom,
): Promise<void> {
  const { db, now } = tools
  await mustNotBeRestored(db)
  const ours = await getSeries(db, kind)
  // The answer to the first request was lost.
  if (ours.next === next && ours.version === version + 1) return
  const there = await readSeriesThere(tools, connection, kind, ours.next)
  const theirNext = there.series?.next ?? 0
  if (next <= there.highest || next < theirNext) {
    const least = Math.max(there.highest + 1, theirNext)
    throw new AppError('invalid', say('choice.numberUsedThere', { next, least }), {
      fields: [{ path: 'next', sentence: say('choice.numberUsedThere', { next, least }) }],
    })
  }
  const neighbours = { findHighestSerial, faultsOfSeries }
  await inTransaction(db, async (tx) => {
    const series = await changeSeriesIn(tx, actor, { ...ours, next, version }, neighbours, now(), reason)
    // After the series is held: nobody finalizes meanwhile.
    const waiting = await countUnsettled(tx, connection, kind)
    if (waiting > 0) throw new AppError('conflict', say('choice.documentsWait', { count: waiting }))
    const values = { by: actor.name, number: writeNumber(series), before: writeNumber(ours), reason }
    await noteInLog(tx, tools, { level: 'info', sentence: say('choice.continued', values) })
  })
}
