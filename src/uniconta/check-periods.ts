// Check set-up: whether the books there are open on the day that an invoice of today would be booked on.
import { findTimeZone } from '../company/company-store.ts'
import { type Day, dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import type { Finding } from './connection.ts'
import { labelReader } from './label-reader.ts'
import type { Row } from './session.ts'
import { finding, type Look } from './set-up-look.ts'

const say = sayFrom(checkInvoiceTexts)

const stateOf = labelReader({ open: ['Open', 'Åben'], closed: ['Closed', 'Lukket'] })

export async function checkPeriod(look: Look): Promise<Finding> {
  const [key, title, mend] = ['period', say('check.period'), { where: say('check.period.where') }]
  const day = dayIn(await findTimeZone(look.db), look.now())
  const years = await look.calls.query('CompanyFinanceYearClient', [{ Take: 500 }])
  const year = years.find((row) => dayOf(row.FromDate) <= day && day <= dayOf(row.ToDate))
  if (!year) return finding(key, 'error', title, say('check.period.noYear', { day }), mend)
  const state = stateOf(year.PeriodState)
  if (state === 'closed') return finding(key, 'error', title, say('check.period.yearClosed', { day }), mend)
  if (isMonthClosed(year, day)) return finding(key, 'error', title, say('check.period.monthClosed', { day }), mend)
  if (state === undefined)
    return finding(key, 'unknown', title, say('check.period.label', { label: String(year.PeriodState ?? '') }), mend)
  return finding(key, 'ok', title, say('check.period.ok', { day }))
}

const dayOf = (value: unknown) => String(value ?? '').slice(0, 10)
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** One letter for each month of the year; that C is a closed one is not published (docs/uniconta.md#periods). */
function isMonthClosed({ FromDate, PeriodStateMonth }: Row, day: Day): boolean {
  const letters = typeof PeriodStateMonth === 'string' ? PeriodStateMonth : ''
  return letters[monthOf(day) - monthOf(dayOf(FromDate))] === 'C'
}
