// Check set-up: the series that gives invoices their numbers there. Akkord cannot set a number there (UC-46), so both series have
// to march in step, and nothing else may take numbers of it (UC-47 to UC-49).
import { type CoupledSeries, writeNumber } from '../company/company.ts'
import { getSeries } from '../company/take-number.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import type { Facts, Finding } from './connection.ts'
import { factsOf } from './coupled.ts'
import { equals, isPlain } from './filter.ts'
import { listUnsettled } from './posting-document.ts'
import { findUnderWay } from './posting-series.ts'
import type { Row } from './session.ts'
import { finding, type Look, listed } from './set-up-look.ts'
import { Refused } from './wire.ts'

const say = sayFrom(checkInvoiceTexts)

/** A series that ends so soon is an error: a stop in the middle of a month's invoices helps nobody. */
const numbersLeft = 100

export type Series = NonNullable<Facts['series']>
type Titled = { key: string; title: Sentence }
type Named = Titled & { series: CoupledSeries }

/** The first finding alone when there is no series to look at. */
export async function checkSeries(look: Look): Promise<Finding[]> {
  look.facts.series = null
  const title = say('check.series')
  const numberSequences = { where: say('check.series.where') }
  const [settings] = await look.calls.query('CompanySettingsClient', [{ Take: 1 }])
  if (!settings) return [finding('series', 'unknown', title, say('check.series.unread'), numberSequences)]
  const serie = textIn(settings.DebtorVoucherSerie)
  if (!serie) return [finding('series', 'error', title, say('check.series.none'), numberSequences)]
  if (settings.UseVoucherAsInvoice !== true)
    return [finding('series', 'error', title, say('check.series.notVoucher', { serie }), numberSequences)]
  const voucherSeries = { where: say('check.voucherSeries.where') }
  const row = isPlain(serie) ? await findSerie(look, serie) : undefined
  if (!row) return [finding('series', 'error', title, say('check.series.gone', { serie }), voucherSeries)]
  const series = toSeries(serie, row)
  look.facts.series = series
  const first =
    row.Blocked === true
      ? finding('series', 'error', title, say('check.series.blocked', { serie }), voucherSeries)
      : finding('series', 'ok', title, say('check.series.ok', { serie }))
  return [
    first,
    await checkNext(look, series, { key: 'series-next', title: say('check.seriesNext'), series: 'invoice' }),
    await checkForm(look, series),
    checkLast(series, { key: 'series-last', title: say('check.seriesLast') }),
    await checkGroupSeries(look, series),
    await checkAlone(look, series, settings, {
      key: 'series-alone',
      title: say('check.seriesAlone'),
      series: 'invoice',
    }),
  ]
}

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const wholeIn = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : null)

export async function findSerie(look: Look, serie: string): Promise<Row | undefined> {
  const rows = await look.calls.query('NumberSerieClient', [equals('Serie', serie), { Take: 20 }])
  return rows.find((row) => row.Serie === serie)
}

/** A number of 0 is one that was left empty. */
export function toSeries(serie: string, row: Row): Series {
  return {
    serie,
    first: wholeIn(row.FirstValue) || null,
    last: wholeIn(row.LastValue) || null,
    next: wholeIn(row.Next) ?? 0,
    prefix: textIn(row.Prefix) ?? null,
  }
}

/**
 * The lowest number that is finalized here and not booked there, else our own next. Undefined while one is under way: it may or
 * may not have taken its number there.
 */
async function expectedNext(look: Look, series: CoupledSeries): Promise<number | undefined> {
  const ours = (await getSeries(look.db, series)).next
  if (factsOf(look, series).coversFrom === null) return ours
  if (await findUnderWay(look.db, series)) return undefined
  const [first] = await listUnsettled(look.db, look, 1, series)
  return first?.serial ?? ours
}

export async function checkNext(look: Look, { serie, next }: Series, { key, title, series }: Named): Promise<Finding> {
  const here = await expectedNext(look, series)
  if (here === undefined) return finding(key, 'unknown', title, say('check.seriesNext.underWay'))
  return here === next
    ? finding(key, 'ok', title, say('check.seriesNext.ok', { next }))
    : finding(key, 'error', title, say('check.seriesNext.differs', { serie, here, there: next }), {
        where: say('check.voucherSeries.where'),
        link: '/settings/general',
      })
}

/** UC-45: the number there is a bare number, so ours has to be one too. */
async function checkForm(look: Look, { serie, prefix }: Series): Promise<Finding> {
  const title = say('check.seriesForm')
  if (prefix !== null)
    return finding('series-form', 'error', title, say('check.seriesForm.prefix', { serie, prefix }), {
      where: say('check.voucherSeries.where'),
    })
  const ours = await getSeries(look.db, 'invoice')
  const number = writeNumber(ours)
  return number === String(ours.next)
    ? finding('series-form', 'ok', title, say('check.seriesForm.ok'))
    : finding('series-form', 'error', title, say('check.seriesForm.ours', { number, next: ours.next }), {
        link: '/settings/general',
      })
}

export function checkLast({ serie, next, last }: Series, { key, title }: Titled): Finding {
  return last === null || last - next >= numbersLeft
    ? finding(key, 'ok', title, say('check.seriesLast.ok'))
    : finding(key, 'error', title, say('check.seriesLast.near', { serie, next, last }), {
        where: say('check.voucherSeries.where'),
      })
}

async function checkGroupSeries(look: Look, { serie }: Series): Promise<Finding> {
  const title = say('check.seriesGroups')
  const groups = await look.calls.query('DebtorGroupClient', [{ PropertyName: 'Group', OrderBy: true }, { Take: 500 }])
  const others = groups.filter((row) => textIn(row.InvoiceSerie) && row.InvoiceSerie !== serie)
  const named = listed(others.map((row) => `${row.Group} (${row.InvoiceSerie})`))
  return named === ''
    ? finding('series-groups', 'ok', title, say('check.seriesGroups.ok'))
    : finding('series-groups', 'error', title, say('check.seriesGroups.other', { groups: named, serie }), {
        where: say('check.seriesGroups.where'),
      })
}

export async function checkAlone(
  look: Look,
  { serie }: Series,
  settings: Row,
  { key, title, series }: Named,
): Promise<Finding> {
  const used = usedBySettings(serie, settings)
  const text = used ?? (await usedByGroups(look, serie)) ?? (await usedByJournals(look, serie, series))
  return text
    ? finding(key, 'error', title, text, { where: say('check.seriesAlone.where') })
    : finding(key, 'ok', title, say('check.seriesAlone.ok', { serie }))
}

function usedBySettings(serie: string, settings: Row): Sentence | undefined {
  if (settings.CreditorVoucherSerie === serie) return say('check.seriesAlone.suppliers', { serie })
  const ofProjects = [settings.ProjectOrderVoucherSerie, settings.TMJournalVoucherSerie].includes(serie)
  return ofProjects ? say('check.seriesAlone.projects', { serie }) : undefined
}

async function usedByGroups(look: Look, serie: string): Promise<Sentence | undefined> {
  const groups: string[] = []
  for (const entity of ['DebtorGroupClient', 'CreditorGroupClient', 'ProjectGroupClient'])
    for (const row of await rowsWith(look, entity, 'AutoNumber', serie)) groups.push(String(row.Group))
  return groups.length > 0 ? say('check.seriesAlone.groups', { serie, groups: listed(groups) }) : undefined
}

async function usedByJournals(look: Look, serie: string, series: CoupledSeries): Promise<Sentence | undefined> {
  const journals: string[] = []
  for (const entity of ['GLDailyJournalClient', 'ProjectJournalClient', 'InvJournalClient'])
    for (const row of await rowsWith(look, entity, 'NumberSerie', serie)) journals.push(String(row.Journal))
  if (journals.length > 0) return say('check.seriesAlone.journals', { serie, journals: listed(journals) })
  // What no invoice explains was a journal or a reminder. What was there before the first number covered is history.
  const covered = factsOf(look, series).coversFrom?.serial
  if (covered === undefined) return undefined
  const posted = await rowsWith(look, 'GLDailyJournalPostedClient', 'NumberSerie', serie)
  const vouchers = posted
    .filter((row) => Number(row.Voucher) >= covered && !row.InvoiceNumber)
    .map((row) => row.Voucher)
  return vouchers.length > 0
    ? say('check.seriesAlone.posted', { serie, vouchers: listed(vouchers.map(String)) })
    : undefined
}

/** A table that the user may not look at, or that the company does not have, tells nothing. */
async function rowsWith(look: Look, entity: string, property: string, value: string): Promise<Row[]> {
  try {
    const rows = await look.calls.query(entity, [equals(property, value), { Take: 200 }])
    return rows.filter((row) => row[property] === value)
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}
