// Amounts and times of day come into a sentence as they are stored, and stand in it as its readers write them.
import type { Language } from './sentence.ts'

const signs: Record<Language, { thousands: string; decimals: string }> = {
  en: { thousands: ',', decimals: '.' },
  da: { thousands: '.', decimals: ',' },
  nb: { thousands: '\u00a0', decimals: ',' },
}

/** "-14375.00 DKK" is "-14.375,00 DKK" in Danish; what follows the figures stays. */
export function amountIn(language: Language): (amount: string) => string {
  const { thousands, decimals } = signs[language]
  return (amount) =>
    amount.replace(/^(-?)(\d+)(?:\.(\d+))?/, (_, minus: string, whole: string, parts?: string) => {
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
      return `${minus}${grouped}${parts === undefined ? '' : `${decimals}${parts}`}`
    })
}

/** "19:46" is "19.46" in Danish. */
export const danishClock = (clock: string) => clock.replace(/(\d\d):(\d\d)$/, '$1.$2')
