// How figures, days and instants look to a reader. Instants are shown in the company's time zone.
import type { Language } from '../../src/lib/i18n/sentence.ts'
import { minorDigits } from '../../src/lib/money.ts'
import { useMe } from '../session.tsx'
import { useLanguage } from '../texts/texts.tsx'
import { writeDecimal } from './decimal.ts'

export const locales: Record<Language, string> = { en: 'en-GB', da: 'da-DK', nb: 'nb-NO' }

export type Format = {
  count(value: number): string
  /** "1195.5" as 1.195,5, with so many decimals at least. */
  decimal(value: string | null, atLeast?: number): string
  /** A price or an amount with the decimals of its currency: 10.306,87. Which currency stands elsewhere. */
  amount(value: string | null, currency: string): string
  /** The same with the currency: 10.306,87 EUR. */
  money(value: string | null, currency: string): string
  /** 'YYYY-MM-DD' as the reader writes a day. */
  day(day: string | null): string
  instant(iso: string | null): string
  time(iso: string): string
  /** The day of an instant, and its time to the second: for what follows each other closely. */
  instantDay(iso: string): string
  timeToSecond(iso: string): string
  duration(ms: number): string
  country(code: string | null): string
}

export function useFormat(): Format {
  const { timeZone } = useMe().company
  return formatFor(useLanguage(), timeZone)
}

export function formatFor(language: Language, timeZone: string): Format {
  const locale = locales[language]
  const figures = new Intl.NumberFormat(locale)
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  const instants = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const times = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' })
  const instantDays = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' })
  const seconds = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'medium' })
  const durations = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 2 })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  return {
    count: (value) => figures.format(value),
    decimal: (value, atLeast = 0) => writeDecimal(value ?? '', language, atLeast),
    amount: (value, currency) => writeDecimal(value ?? '', language, minorDigits(currency)),
    money: (value, currency) =>
      value === null ? '' : `${writeDecimal(value, language, minorDigits(currency))}\u00a0${currency}`,
    day: (day) => (day ? days.format(new Date(`${day}T00:00:00Z`)) : ''),
    instant: (iso) => (iso ? instants.format(new Date(iso)) : ''),
    time: (iso) => times.format(new Date(iso)),
    instantDay: (iso) => instantDays.format(new Date(iso)),
    timeToSecond: (iso) => seconds.format(new Date(iso)),
    duration: (ms) => durations.format(ms / 1000),
    country: (code) => (code ? (countries.of(code) ?? code) : ''),
  }
}

/** The company's time zone, when the clock of the reader shows another time. */
export function useOtherTimeZone(): string | undefined {
  const { timeZone } = useMe().company
  const now = new Date()
  const clock = (zone?: string) => now.toLocaleString('en-GB', zone ? { timeZone: zone } : {})
  return clock(timeZone) === clock() ? undefined : timeZone
}
