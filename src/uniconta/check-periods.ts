// Check set-up: whether the books there are open on the day that an invoice of today would be booked on.
import { findTimeZone } from '../company/company-store.ts'
import { dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { checkInvoiceTexts } from './check-invoice-texts.ts'
import { closedPeriodsOf, dayOf, readYears, yearState } from './closed-periods.ts'
import type { Finding } from './connection.ts'
import { finding, type Look } from './set-up-look.ts'

const say = sayFrom(checkInvoiceTexts)

export async function checkPeriod(look: Look): Promise<Finding> {
  const [key, title, mend] = ['period', say('check.period'), { where: say('check.period.where') }]
  const day = dayIn(await findTimeZone(look.db), look.now())
  const years = await readYears(look.calls)
  look.years = years
  const year = years.find((row) => dayOf(row.FromDate) <= day && day <= dayOf(row.ToDate))
  if (!year) return finding(key, 'error', title, say('check.period.noYear', { day }), mend)
  const state = yearState(year.PeriodState)
  if (state === 'closed') return finding(key, 'error', title, say('check.period.yearClosed', { day }), mend)
  const isClosed = closedPeriodsOf([year]).some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
  if (isClosed) return finding(key, 'error', title, say('check.period.monthClosed', { day }), mend)
  if (state === undefined)
    return finding(key, 'unknown', title, say('check.period.label', { label: String(year.PeriodState ?? '') }), mend)
  return finding(key, 'ok', title, say('check.period.ok', { day }))
}
