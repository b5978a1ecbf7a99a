import { sql } from 'drizzle-orm'
import { writeNumber } from '../company/company.ts'
import { getSeries } from '../company/take-number.ts'
import type { Db } from '../lib/database/database.ts'
import { type InvoiceSeries, invoiceSeries } from './invoice.ts'
import type { SeriesReport } from './series-report.ts'

type SummaryRow = { series: InvoiceSeries; first: number; last: number; count: string }
type BreakRow = { series: InvoiceSeries; serial: number; number: string; invoiced_on: string } & {
  serial_before: number
  number_before: string
  day_before: string
}

/** Whether the documents of each series follow each other without a gap and in the order of their days. */
export async function reportOnSeries(db: Db): Promise<SeriesReport[]> {
  const summary = await db.execute<SummaryRow>(sql`
    select series, min(serial) as first, max(serial) as last, count(*) as count from invoice
     where state = 'finalized' group by series`)
  const breaks = await db.execute<BreakRow>(sql`
    select * from (
      select series, serial, number, invoiced_on, lag(serial) over w as serial_before, lag(number) over w as number_before,
             lag(invoiced_on) over w as day_before
        from invoice where state = 'finalized' window w as (partition by series order by serial)) d
     where serial > serial_before + 1 or invoiced_on < day_before order by series, serial`)
  const reports: SeriesReport[] = []
  for (const series of invoiceSeries) {
    const settings = await getSeries(db, series)
    const written = (serial: number) => writeNumber({ ...settings, next: serial })
    const found = summary.rows.find((row) => row.series === series)
    // Nobody looks for credit notes apart where they never were.
    if (series === 'credit-note' && !found) continue
    const own = breaks.rows.filter((row) => row.series === series)
    const missing = own.flatMap((row) =>
      row.serial > row.serial_before + 1 ? [range(written, row.serial_before + 1, row.serial - 1)] : [],
    )
    reports.push({
      series,
      documents: Number(found?.count ?? 0),
      first: found ? written(found.first) : null,
      last: found ? written(found.last) : null,
      next: written(settings.next),
      missing,
      ahead: found && settings.next > found.last + 1 ? range(written, found.last + 1, settings.next - 1) : null,
      outOfOrder: own.flatMap((row) =>
        row.invoiced_on < row.day_before
          ? [{ number: row.number, invoicedOn: row.invoiced_on, after: row.number_before, afterOn: row.day_before }]
          : [],
      ),
    })
  }
  return reports
}

const range = (written: (serial: number) => string, from: number, to: number) => ({
  from: written(from),
  to: written(to),
  count: to - from + 1,
})
