// A day as the reader types and reads it in a field. All three languages write day, month, year.
import { type Day, isDay } from '../../src/lib/dates.ts'
import type { Language } from '../../src/lib/i18n/sentence.ts'

const separators: Record<Language, string> = { en: '/', da: '.', nb: '.' }

/** '2026-11-24' as '24/11/2026'. What is not a day stays as it was typed. */
export function writeDay(value: string, language: Language): string {
  return isDay(value) ? value.split('-').toReversed().join(separators[language]) : value
}

/** Reads 24/11/2026, 24.11.26, 24-11 and 2026-11-24. Without a year it is the year of `today`. Undefined: not a day. */
export function readDay(text: string, today: Day): Day | undefined {
  const written = text.trim()
  if (isDay(written)) return written
  const [, day, month, year = today.slice(0, 4)] =
    /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2}))?\.?$/.exec(written) ?? []
  if (day === undefined || month === undefined) return undefined
  const wholeYear = year.length === 2 ? `20${year}` : year
  const read = `${wholeYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(read) ? read : undefined
}
