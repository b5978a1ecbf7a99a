// The next numbers after a restore: above every one that was given, wherever that is known.

import { type CoupledSeries, type InvoiceSeriesKind, type NumberSeries, writeNumber } from '../company/company.ts'
import { changeSeriesIn } from '../company/save-series.ts'
import { getSeries } from '../company/take-number.ts'
import { findHighestSerial } from '../invoices/accounts-in-use.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { FoundBooks, GivenOut } from './books.ts'
import { booksTexts } from './books-texts.ts'
import type { Connection } from './connection.ts'
import { listUnsettled } from './posting-document.ts'

const say = sayFrom(booksTexts)

type Moving = { connection: Connection; found: FoundBooks; now: Clock }

/** What it came to, in sentences. */
export async function moveSeries(
  tx: Tx,
  moving: Moving,
  actor: Actor,
  { givenOut, givenOutLocal, givenOutCreditNotes }: GivenOut,
): Promise<Sentence[]> {
  const { found, now } = moving
  const ofCreditNotes = found.creditNotes ?? { highest: highestIn(found, 'credit-note'), next: null }
  return [
    ...(await moveCoupled(tx, moving, actor, 'invoice', found, givenOut)),
    ...(await moveCoupled(tx, moving, actor, 'credit-note', ofCreditNotes, givenOutCreditNotes)),
    ...(await moveAbove(tx, 'invoice-local', givenOutLocal ?? 0, actor, now())).told,
  ]
}

const highestIn = ({ rows }: FoundBooks, series: CoupledSeries): number =>
  Math.max(0, ...rows.filter((row) => row.series === series).map(({ number }) => number))

async function moveCoupled(
  tx: Tx,
  { connection, now }: Moving,
  actor: Actor,
  kind: CoupledSeries,
  there: { highest: number; next: number | null },
  givenOut: number | null,
): Promise<Sentence[]> {
  const waits = (await listUnsettled(tx, connection, 1, kind)).length > 0
  // Where nothing waits, the two go on in step; what waits here takes the next number there first.
  const theirs = waits ? 0 : (there.next ?? 0) - 1
  const { series, told } = await moveAbove(tx, kind, Math.max(there.highest, theirs, givenOut ?? 0), actor, now())
  const differs = !waits && there.next !== null && there.next !== series.next
  return [
    ...told,
    ...(differs ? [say('books.nextDiffers', { number: writeNumber(series), next: there.next ?? '' })] : []),
  ]
}

async function moveAbove(tx: Tx, kind: InvoiceSeriesKind, number: number, actor: Actor, now: Date) {
  const before = await getSeries(tx, kind)
  const highest = Math.max(number, (await findHighestSerial(tx, kind)) ?? 0)
  if (highest < before.next) return { series: before, told: [] }
  // A payment id that does not fit is said when a document is finalized; here a number was given, and none may be given again.
  const neighbours = { findHighestSerial, faultsOfSeries: async () => [] }
  const series = await changeSeriesIn(tx, actor, { ...before, next: highest + 1 }, neighbours, now, 'restored')
  return { series, told: [say('books.seriesMoved', { before: writeNumber(before), number: writeNumber(series) })] }
}

/** The number behind the prefix of a series; undefined when the text is none of its numbers. */
export function serialIn({ prefix }: Pick<NumberSeries, 'prefix'>, text: string): number | undefined {
  const rest = text.toLowerCase().startsWith(prefix.toLowerCase()) ? text.slice(prefix.length) : text
  return /^\d{1,9}$/.test(rest) ? Number(rest) : undefined
}
