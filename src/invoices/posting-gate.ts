// What the accounting system's word on a document means for the next ones and for who may have it.
import { sql } from 'drizzle-orm'
import { findClosedPeriod } from '../accounting/closed-period-store.ts'
import type { Obstacle } from '../billing/hindrance.ts'
import { findTimeZone } from '../company/company-store.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { clockIn, type Day } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { finalizeTexts } from './finalize-texts.ts'
import { type InvoiceSeries, isCoupled } from './invoice.ts'
import type { InvoiceRecord } from './invoice-store.ts'
import { invoicePost } from './invoice-tasks.ts'

const say = sayFrom(finalizeTexts)

/** The page on which a person says what becomes of a document. */
const exportPage = '/export-invoices'

/**
 * While a document could not get its number there, another number would only make the difference larger. A system that is down,
 * and documents that wait or are held, block nothing.
 */
export async function mismatchObstacles(db: Db | Tx, series: InvoiceSeries): Promise<Obstacle[]> {
  if (!isCoupled(series)) return []
  const { rows } = await db.execute<{ number: string; system: string }>(sql`
    select i.number, k.system from sync_task t
      join sync_kind k on k.kind = t.kind and k.wanted
      join invoice i on i.id::text = t.subject and i.series = ${series}
     where t.kind = ${invoicePost} and t.shown = 'number-mismatch' and t.state <> 'done'
     order by i.serial limit 1`)
  return rows.map(({ number, system }) => ({
    sentence: say('finalize.numberMismatch', { number, system }),
    link: exportPage,
    stops: true,
  }))
}

/** In a period known to be closed there the document would only be held. No call is made: known is what was read last, which is said. */
export async function periodObstacles(
  db: Db | Tx,
  { id }: Pick<InvoiceRecord, 'id'>,
  series: InvoiceSeries,
  invoicedOn: Day,
): Promise<Obstacle[]> {
  if (!isCoupled(series)) return []
  const period = await findClosedPeriod(db, invoicedOn)
  if (!period) return []
  const { rows } = await db.execute<{ system: string }>(
    sql`select system from sync_kind where kind = ${invoicePost} and wanted`,
  )
  const seen = clockIn(await findTimeZone(db), period.seenAt)
  const { fromOn: from, untilOn: until } = period
  return rows.map(({ system }) => ({
    sentence: say('finalize.periodClosed', { day: invoicedOn, from, until, system, seen }),
    link: `/drafts/${id}`,
    stops: true,
  }))
}

/** After a restore a number could be given twice, and nobody knows what is booked, until both sides were compared. */
export async function restoredObstacles(db: Db | Tx): Promise<Obstacle[]> {
  const { rows } = await db.execute<{ system: string }>(sql`
    select k.system from sync_restore r join sync_kind k on k.kind = ${invoicePost} and k.wanted and k.waits_for_comparison
     where r.ended_at is null`)
  return rows.map(({ system }) => ({
    sentence: say('finalize.restored', { system }),
    link: exportPage,
    stops: true,
  }))
}

export type NumberWaits = { number: string; system: string }

/** While a document's number has to stay in the house: the company wants it so, it is not booked, and nobody let it go. */
export async function findNumberWaits(db: Db | Tx, invoiceId: string): Promise<NumberWaits | undefined> {
  const { rows } = await db.execute<NumberWaits>(sql`
    select i.number, k.system from sync_task t
      join sync_kind k on k.kind = t.kind and k.wanted and k.number_waits
      join invoice i on i.id::text = t.subject
      join invoice_standing s on s.invoice_id = i.id and s.released_at is null
     where t.kind = ${invoicePost} and t.subject = ${invoiceId} and t.state <> 'done'`)
  return rows[0]
}
