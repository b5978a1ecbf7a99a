import { desc, eq } from 'drizzle-orm'
import { writeNumber } from '../company/company.ts'
import { numberSeries } from '../company/company-table.ts'
import { lockSeries } from '../company/take-number.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { finalizeTexts } from './finalize-texts.ts'
import type { InvoiceSeries } from './invoice.ts'
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
  if (last && invoicedOn < last.invoicedOn)
    throw new AppError(
      'conflict',
      say('finalize.beforeLast', { day: invoicedOn, number: last.number, lastDay: last.invoicedOn }),
    )
  const [taken] = await tx.select({ id: invoice.id }).from(invoice).where(eq(invoice.number, number))
  if (taken) throw new AppError('conflict', say('finalize.numberTaken', { number }))
  await tx
    .update(numberSeries)
    .set({ next: serial + 1 })
    .where(eq(numberSeries.kind, series))
  return { serial, number }
}

/** The document with the highest number. */
async function findLastOf(tx: Tx, series: InvoiceSeries) {
  const [row] = await tx
    .select({ serial: invoice.serial, number: invoice.number, invoicedOn: invoice.invoicedOn })
    .from(invoice)
    .where(eq(invoice.series, series))
    .orderBy(desc(invoice.serial))
    .limit(1)
  return row as { serial: number; number: string; invoicedOn: Day } | undefined
}
