// Hours as people type and read them. Inside they are whole minutes.
import type { Language } from '../../src/lib/i18n/sentence.ts'
import { locales } from './format.ts'

/** 7,50 or 7:30. */
export const hoursStyles = ['decimal', 'clock'] as const
export type HoursStyle = (typeof hoursStyles)[number]

export type ReadHours = { minutes: number } | { fault: 'unread' | 'negative' | 'too-many' }

const minutesOfADay = 24 * 60

/**
 * The hours of one day: 7.5, 7,5, 7:30, 7h30, 7h, 30m, .5 and ,5. An empty text is no hours. Parts of a minute are rounded.
 * 'too-many': more than `most`, which is a day if not given.
 */
export function parseHours(text: string, most = minutesOfADay): ReadHours {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/\s*([hmt])\s*/g, '$1')
  if (written === '') return { minutes: 0 }
  if (/^[-−–]/.test(written))
    return 'fault' in parseHours(written.slice(1)) ? { fault: 'unread' } : { fault: 'negative' }
  const minutes = decimal(written) ?? clock(written) ?? inWords(written)
  if (minutes === undefined) return { fault: 'unread' }
  return minutes > most ? { fault: 'too-many' } : { minutes }
}

function decimal(written: string): number | undefined {
  if (!/^(\d+([.,]\d*)?|[.,]\d+)$/.test(written)) return undefined
  return Math.round(Number(written.replace(',', '.')) * 60)
}

/** Two figures for the minutes: 7:5 could be five minutes or half an hour. */
function clock(written: string): number | undefined {
  const [, hours, minutes] = /^(\d*):([0-5]\d)$/.exec(written) ?? []
  return minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** With h (t in Danish and Norwegian) and m: 7h30, 7h30m, 7t, 45m, 1.5h. */
function inWords(written: string): number | undefined {
  const [, hours, minutes] = /^(?:(\d+(?:[.,]\d+)?|[.,]\d+)[ht])?(?:(\d{1,4})(?:m|min)?)?$/.exec(written) ?? []
  if (hours === undefined && (minutes === undefined || !/m/.test(written))) return undefined
  if (hours !== undefined && minutes !== undefined && (Number(minutes) > 59 || /[.,]/.test(hours))) return undefined
  return Math.round(Number((hours ?? '0').replace(',', '.')) * 60) + Number(minutes ?? 0)
}

/** 450 minutes as '7.50', '7,50' or '7:30'. Fewer than none stand with a minus. */
export function writeHours(minutes: number, style: HoursStyle, language: Language): string {
  if (style === 'clock') {
    const whole = Math.abs(Math.round(minutes))
    const hours = new Intl.NumberFormat(locales[language]).format(Math.floor(whole / 60))
    return `${minutes < 0 ? '−' : ''}${hours}:${String(whole % 60).padStart(2, '0')}`
  }
  const figures = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return new Intl.NumberFormat(locales[language], figures).format(minutes / 60).replace('-', '−')
}
