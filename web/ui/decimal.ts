// Decimal numbers as the reader types and reads them. On the wire they are strings with a point; nothing here is a JS number, so
// no digit is lost.
import type { Language } from '../../src/lib/i18n/sentence.ts'

type Signs = { group: string; point: string }
const signs: Record<Language, Signs> = {
  en: { group: ',', point: '.' },
  da: { group: '.', point: ',' },
  nb: { group: '\u00a0', point: ',' },
}
const minus = '\u2212'

/**
 * "1195.5" as "1.195,50" (Danish, two decimals at least). What is no decimal stays as it is. The minus is a real one.
 */
export function writeDecimal(value: string, language: Language, atLeast = 0): string {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(value) ?? []
  if (whole === undefined) return value
  const { group, point } = signs[language]
  const shown = decimals.replace(/0+$/, '').padEnd(atLeast, '0')
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, group)
  return `${sign ? minus : ''}${grouped}${shown ? point + shown : ''}`
}

/**
 * Reads 1.195,50, 1,195.50, 1 195,50 and 1195.50 alike. One point or comma before three digits is a question of the language:
 * "1.195" is 1195 to a Dane and 1.195 to an Englishman. Undefined: not a number.
 */
export function readDecimal(text: string, language: Language): string | undefined {
  const written = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[\u2212\u2013]/, '-')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(written)) return undefined
  const [sign, digits] = written.startsWith('-') ? ['-', written.slice(1)] : ['', written]
  const point = pointIn(digits, language)
  const group = point === '.' ? ',' : '.'
  const [whole = '', decimals, ...more] = digits.split(point)
  if (more.length > 0 || decimals?.includes(group) || !isGrouped(whole, group)) return undefined
  const plainWhole = whole.replaceAll(group, '').replace(/^0+(?=\d)/, '') || '0'
  const plainDecimals = (decimals ?? '').replace(/0+$/, '')
  const read = plainDecimals ? `${plainWhole}.${plainDecimals}` : plainWhole
  return read === '0' ? read : sign + read
}

/** The sign behind which decimals stand, or would stand. */
function pointIn(digits: string, language: Language): '.' | ',' {
  const last = /[.,](?=[^.,]*$)/.exec(digits)?.[0] as '.' | ',' | undefined
  const usual = signs[language].point as '.' | ','
  if (last === undefined) return usual
  const other = last === '.' ? ',' : '.'
  if (digits.includes(other)) return last
  // One sign only: several of it group thousands, and so does one that is not the language's point before three digits.
  if (digits.indexOf(last) !== digits.lastIndexOf(last)) return other
  return last !== usual && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? other : last
}

/** Thousands in threes, or no grouping at all. */
const isGrouped = (whole: string, group: '.' | ','): boolean =>
  !whole.includes(group) || (group === '.' ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}(,\d{3})+$/).test(whole)
