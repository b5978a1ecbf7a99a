import { desc, eq } from 'drizzle-orm'
import type { InvoicingRow } from '../accounting/invoicing-store.ts'
import type { Obstacle } from '../billing/hindrance.ts'
import { writeNumber } from '../company/company.ts'
import { numberSeries } from '../company/company-table.ts'
import { getSeries, lockSeries } from '../company/take-number.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { finalizeTexts } from './finalize-texts.ts'
import type { InvoiceSeries } from './invoice.ts'
import type { InvoiceRecord } from './invoice-store.ts'
import { invoice } from './invoice-table.ts'

const say = sayFrom(finalizeTexts)

/**
 * The next number of a series. It is locked until the end of the transaction, so of twenty who finalize at once each waits for the
 * one before, and a number that is rolled back is given again: there is never a gap. Numbers are not skipped, as those of other
 * records are: the accounting system counts along.
 * @throws conflict when the day lies before that of the last document, or the series was set back.
 */
export async function takeInvoiceNumber(
  tx: Tx,
  series: InvoiceSeries,
  invoicedOn: Day,
): Promise<{ serial: number; number: string }> {
  const settings = await lockSeries(tx, series)
  const last = await findLastOf(tx, series)
  const serial = settings.next
  const number = writeNumber(settings)
  if (last && serial <= last.serial)
    throw new AppError('conflict', say('finalize.seriesBehind', { next: number, number: last.number }))
  const early = last && beforeLast(last, invoicedOn)
  if (early) throw new AppError('conflict', early)
  const [taken] = await tx.select({ id: invoice.id }).from(invoice).where(eq(invoice.number, number))
  if (taken) throw new AppError('conflict', say('finalize.numberTaken', { number }))
  await tx
    .update(numberSeries)
    .set({ next: serial + 1 })
    .where(eq(numberSeries.kind, series))
  return { serial, number }
}

/** On a draft, before anybody else is held up: the day that it would have comes too early in its series. */
export async function seriesObstacles(
  db: Db | Tx,
  { id }: Pick<InvoiceRecord, 'id'>,
  series: InvoiceSeries,
  invoicedOn: Day,
): Promise<Obstacle[]> {
  const last = await findLastOf(db, series)
  const sentence = last && beforeLast(last, invoicedOn)
  return sentence ? [{ sentence, link: `/drafts/${id}`, stops: true }] : []
}

/**
 * The series that a draft takes its number from. What is not sent to accounting, or comes to nothing, has no counterpart there; nor
 * has the credit note of such a document. `creditNoteSeries`: that of the credit notes that are sent.
 */
export async function seriesFor(
  db: Db | Tx,
  { kind, transfer, creditedInvoiceId }: Pick<InvoiceRecord, 'kind' | 'transfer' | 'creditedInvoiceId'>,
  gross: bigint,
  { creditNoteSeries }: Pick<InvoicingRow, 'creditNoteSeries'>,
): Promise<InvoiceSeries> {
  if (!transfer || gross === 0n) return 'invoice-local'
  if (kind === 'invoice') return 'invoice'
  if (creditedInvoiceId === null) return creditNoteSeries
  const [credited] = await db.select({ series: invoice.series }).from(invoice).where(eq(invoice.id, creditedInvoiceId))
  return credited?.series === 'invoice-local' ? 'invoice-local' : creditNoteSeries
}

/** The number that the next document of a series would get now. Another may get it first. */
export const foreseeInvoiceNumber = async (db: Db, series: InvoiceSeries): Promise<string> =>
  writeNumber(await getSeries(db, series))

type Last = { serial: number; number: string; invoicedOn: Day }

function beforeLast({ number, invoicedOn: lastDay }: Last, day: Day): Sentence | undefined {
  return day < lastDay ? say('finalize.beforeLast', { day, number, lastDay }) : undefined
}

/** The document with the highest number. */
async function findLastOf(db: Db | Tx, series: InvoiceSeries): Promise<Last | undefined> {
  const [row] = await db
    .select({ serial: invoice.serial, number: invoice.number, invoicedOn: invoice.invoicedOn })
    .from(invoice)
    .where(eq(invoice.series, series))
    .orderBy(desc(invoice.serial))
    .limit(1)
  return row as Last | undefined
}
