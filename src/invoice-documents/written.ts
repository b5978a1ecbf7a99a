// Numbers and days as they stand on a document, made of strings: nothing is counted again and no float comes near an amount.
import type { Day } from '../lib/dates.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import { minorDigits, writeAmount } from '../lib/money.ts'

const signs: Record<Language, { thousands: string; decimal: string }> = {
  da: { thousands: '.', decimal: ',' },
  nb: { thousands: '\u00a0', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
}

/** "-1234.5" is "-1.234,50" in Danish with two decimals at least. Further decimals stay. */
export function writeDecimal(text: string, language: Language, leastDecimals = 0): string {
  const { thousands, decimal } = signs[language]
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = text.replace(/^-/, '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  const decimals = fraction.replace(/0+$/, '').padEnd(leastDecimals, '0')
  return `${sign}${grouped}${decimals ? decimal + decimals : ''}`
}

/** -123450n DKK is "-1.234,50" in Danish; always with the digits of the currency. */
export function writeMoney(minor: bigint, currency: string, language: Language): string {
  return writeDecimal(writeAmount(minor, currency), language, minorDigits(currency))
}

/** "25.5" is "25,5 %" in Danish, with a space that does not break, and "25.5%" in English. */
export function writePercent(text: string, language: Language): string {
  return `${writeDecimal(text, language)}${language === 'en' ? '' : '\u00a0'}%`
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** '2026-11-03' is 03.11.2026 in Danish and Norwegian, 3 Nov 2026 in English. */
export function writeDay(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language !== 'en') return `${date}.${month}.${year}`
  return `${Number(date)} ${englishMonths[Number(month) - 1]} ${year}`
}

/** One day, or the first and the last. */
export function writePeriod(from: Day, to: Day, language: Language): string {
  return from === to ? writeDay(from, language) : `${writeDay(from, language)} – ${writeDay(to, language)}`
}

/** 450 minutes are 7:30. Hours and minutes, since twenty minutes have no end as a decimal. */
export function writeMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
