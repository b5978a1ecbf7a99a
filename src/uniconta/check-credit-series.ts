// Check set-up: the series that gives credit notes numbers of their own there, where they have their own here too.
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import { checkAlone, checkLast, checkNext, findSerie, toSeries } from './check-series.ts'
import type { Finding } from './connection.ts'
import { isPlain } from './filter.ts'
import { finding, type Look } from './set-up-look.ts'

const say = sayFrom(checkInvoiceTexts)

const key = 'credit-series'

/** Nothing while credit notes share the series of invoices. The first finding alone when there is no series to look at. */
export async function checkCreditSeries(look: Look): Promise<Finding[]> {
  if ((await getInvoicing(look.db)).creditNoteSeries === 'invoice') return []
  look.facts.creditNotesThere = null
  const title = say('check.creditSeries')
  const here = { link: '/export-invoices' }
  const serie = look.facts.creditNoteSerie?.serie
  if (serie === undefined) return [finding(key, 'error', title, say('check.creditSeries.unknown'), here)]
  if (serie === look.facts.series?.serie)
    return [finding(key, 'error', title, say('check.creditSeries.same', { serie }), here)]
  const where = { where: say('check.voucherSeries.where') }
  const row = isPlain(serie) ? await findSerie(look, serie) : undefined
  if (!row) return [finding(key, 'error', title, say('check.creditSeries.gone', { serie }), where)]
  const series = toSeries(serie, row)
  look.facts.creditNotesThere = series
  const [settings = {}] = await look.calls.query('CompanySettingsClient', [{ Take: 1 }])
  const named = (part: string) => ({ key: `${key}-${part}`, series: 'credit-note' as const })
  return [
    row.Blocked === true
      ? finding(key, 'error', title, say('check.series.blocked', { serie }), where)
      : series.prefix !== null
        ? finding(key, 'error', title, say('check.seriesForm.prefix', { serie, prefix: series.prefix }), where)
        : finding(key, 'ok', title, say('check.creditSeries.ok', { serie })),
    await checkNext(look, series, { ...named('next'), title: say('check.creditSeriesNext') }),
    checkLast(series, { ...named('last'), title: say('check.creditSeriesLast') }),
    await checkAlone(look, series, settings, { ...named('alone'), title: say('check.creditSeriesAlone') }),
  ]
}
