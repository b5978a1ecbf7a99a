// Two series here may march in step with two there: what is known of each, and which of its documents are covered.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { type CoupledSeries, coupledSeriesKinds } from '../company/company.ts'
import { findHighestSerial } from '../invoices/accounts-in-use.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Connection, type Facts, learn } from './connection.ts'
import type { Row } from './session.ts'

type Known = Pick<Connection, 'facts'>

/** `there`: as Check set-up read it. */
type SeriesFacts = Pick<Facts, 'coversFrom' | 'control'> & { there: Facts['series'] }

export function factsOf({ facts }: Known, series: CoupledSeries): SeriesFacts {
  return series === 'invoice'
    ? { there: facts.series, coversFrom: facts.coversFrom, control: facts.control }
    : { there: facts.creditNotesThere, coversFrom: facts.creditNotesFrom, control: facts.creditNoteControl }
}

/** The document of the series that a look has to show. The connection as it is known from then on. */
export async function learnControl(
  db: Db | Tx,
  connection: Connection,
  series: CoupledSeries,
  control: { number: number | null },
): Promise<Connection> {
  const learned = series === 'invoice' ? { control } : { creditNoteControl: control }
  await learn(db, connection, learned)
  return { ...connection, facts: { ...connection.facts, ...learned } }
}

/** What the series is called there; undefined where nobody knows. */
export const serieOf = ({ facts }: Known, series: CoupledSeries): string | undefined =>
  series === 'invoice' ? facts.series?.serie : facts.creditNoteSerie?.serie

/** The first serial of a series that the books of this company cover. */
export const firstCovered = (connection: Known, series: CoupledSeries): number =>
  factsOf(connection, series).coversFrom?.serial ?? 1

/** Documents of a coupled series that are covered; those of invoice `i` unless other columns are named. */
export const isCovered = (connection: Known, of: SQLWrapper = sql`i.series`, serial: SQLWrapper = sql`i.serial`): SQL =>
  sql`(${sql.join(
    coupledSeriesKinds.map((series) => sql`(${of} = ${series} and ${serial} >= ${firstCovered(connection, series)})`),
    sql` or `,
  )})`

/** The series that march in step with one there. That of credit notes does while it is chosen, and as long as it has documents. */
export async function listSeriesInUse(db: Db | Tx): Promise<readonly CoupledSeries[]> {
  const { creditNoteSeries } = await getInvoicing(db)
  const isApart = creditNoteSeries === 'credit-note' || (await findHighestSerial(db, 'credit-note')) !== undefined
  return isApart ? coupledSeriesKinds : ['invoice']
}

/** Where a row names its series; undefined where the other side does not show it. */
export const serieIn = (row: Row): string | undefined =>
  typeof row.NumberSerie === 'string' && row.NumberSerie !== '' ? row.NumberSerie : undefined

/** A number is unique within its series only. A row that names none may be of any. */
export function isOfSeries(row: Row, connection: Known, series: CoupledSeries): boolean {
  const serie = serieIn(row)
  if (serie === undefined) return true
  const own = serieOf(connection, series)
  if (own !== undefined) return serie === own
  return coupledSeriesKinds.every((other) => other === series || serieOf(connection, other) !== serie)
}

/** The series to ask for alone: of low numbers among high ones a look would else read all that was ever booked. */
export const serieToRead = ({ facts }: Known, series: CoupledSeries): string | undefined =>
  series === 'credit-note' && facts.creditNoteSerie?.isShown ? facts.creditNoteSerie.serie : undefined
